//! Random claims and releases against an array of options.

use proptest::prelude::*;

use crate::hive_array::{Fallback, HiveBox};
use crate::tracked::{Ledger, Tracked};

#[derive(Clone, Debug)]
enum Step {
    Take,
    Release(usize),
    MoveOut(usize),
    ClaimAndGiveBack,
    Change(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => Just(Step::Take),
        3 => any::<usize>().prop_map(Step::Release),
        1 => any::<usize>().prop_map(Step::MoveOut),
        1 => Just(Step::ClaimAndGiveBack),
        1 => any::<usize>().prop_map(Step::Change),
    ];
    proptest::collection::vec(step, 0..if cfg!(miri) { 30 } else { 400 })
}

type Owner<'a, const N: usize> = HiveBox<'a, (u32, Tracked), N>;

fn pick<const N: usize>(live: &[Owner<'_, N>], at: usize) -> Option<usize> {
    at.checked_rem(live.len())
}

fn behaves<const N: usize>(steps: &[Step]) -> Result<(), TestCaseError> {
    let ledger = Ledger::default();
    let pool = Fallback::<(u32, Tracked), N>::boxed();
    let mut live: Vec<Owner<'_, N>> = Vec::new();
    let mut taken = [const { None::<u32> }; N];
    for (number, step) in (0..).zip(steps) {
        match step {
            Step::Take => {
                let owner = pool.alloc((number, ledger.track(number)));
                let expected = taken.iter().position(Option::is_none);
                prop_assert_eq!(owner.index().map(|at| at as usize), expected);
                if let Some(at) = expected {
                    taken[at] = Some(number);
                }
                live.push(owner);
            }
            Step::Release(at) | Step::MoveOut(at) => {
                let Some(at) = pick(&live, *at) else { continue };
                let owner = live.swap_remove(at);
                if let Some(at) = owner.index() {
                    taken[at as usize] = None;
                }
                if let Step::MoveOut(_) = step {
                    let (number, tracked) = owner.into_inner();
                    prop_assert_eq!(number, tracked.id());
                }
            }
            Step::ClaimAndGiveBack => drop(pool.claim()),
            Step::Change(at) => {
                let Some(at) = pick(&live, *at) else { continue };
                let id = live[at].0;
                live[at].1 = ledger.track(id);
            }
        }
        prop_assert_eq!(ledger.live(), live.len());
        prop_assert!(live.iter().all(|owner| owner.0 == owner.1.id()));
        let in_use = taken.iter().enumerate().filter(|slot| slot.1.is_some()).map(|slot| slot.0);
        prop_assert!(pool.hive.used().iter_set().eq(in_use));
        prop_assert_eq!(pool.hive.in_use(), taken.iter().flatten().count());
        prop_assert_eq!(pool.hive.iter().count(), pool.hive.in_use());
    }
    drop(live);
    prop_assert_eq!((ledger.live(), pool.hive.in_use()), (0, 0));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 64 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn hives_of_any_capacity_agree_with_an_array(steps in steps()) {
        behaves::<0>(&steps)?;
        behaves::<5>(&steps)?;
        behaves::<64>(&steps)?;
        behaves::<100>(&steps)?;
    }
}
