//! A panic at every call of the user's code: the list stays a list.

use crate::tracked::{Ledger, Tracked, panic_at_every_call, user_code};
use crate::{MultiArrayElement, MultiArrayList};

#[derive(MultiArrayElement, Clone)]
#[multi_array(clone)]
struct Row {
    left: Tracked,
    number: u32,
    right: Tracked,
}

type List = MultiArrayList<Row>;

fn row(ledger: &Ledger, id: u32) -> Row {
    Row { left: ledger.track(id), number: id, right: ledger.track(id) }
}

/// Runs `operation` on a list of six rows; afterwards every row is whole, and all that is left
/// alive is what is in the list.
fn survives(operation: impl Fn(&mut List, &Ledger)) -> u32 {
    panic_at_every_call(
        || {
            let ledger = Ledger::default();
            let mut list = List::with_capacity(8);
            for id in [3, 1, 2, 5, 4, 0] {
                list.append_assume_capacity(row(&ledger, id));
            }
            (list, ledger)
        },
        |(list, ledger)| operation(list, ledger),
        |(mut list, ledger)| {
            for row in list.iter() {
                assert_eq!((row.left.id(), row.right.id()), (*row.number, *row.number));
            }
            assert_eq!(ledger.live(), 2 * list.len(), "nothing is lost, nothing is left over");
            list.append(row(&ledger, 9)).expect("memory");
            drop(list);
            assert_eq!(ledger.live(), 0);
        },
    )
}

#[test]
fn destructors_may_panic() {
    assert_eq!(survives(|list, _| list.clear_retaining_capacity()), 12);
    assert_eq!(survives(|list, _| list.clear_and_free()), 12);
    assert_eq!(survives(|list, _| list.shrink_retaining_capacity(2)), 8);
    assert_eq!(survives(|list, _| list.shrink_and_free(2)), 8);
    assert_eq!(survives(|list, ledger| list.set(1, row(ledger, 7))), 2);
    assert_eq!(survives(|list, _| drop(list.swap_remove(0))), 2);
    assert_eq!(survives(|list, _| drop(list.ordered_remove(0))), 2);
    assert_eq!(survives(|list, _| drop(core::mem::take(list))), 12);
}

#[test]
fn clones_may_panic() {
    let calls = survives(|list, _| {
        let copy = list.clone().expect("memory");
        assert_eq!(copy.len(), list.len());
    });
    assert_eq!(calls, 24, "twelve clones and as many destructors");
}

#[test]
fn comparators_may_panic() {
    let calls = survives(|list, _| {
        list.sort(|rows, a, b| {
            user_code();
            rows.columns().number[a] < rows.columns().number[b]
        });
    });
    assert!(calls > 5, "every comparison panicked once");
}

#[test]
fn fillers_may_panic() {
    let calls = survives(|list, ledger| {
        let filled = list.resize_with(8, || {
            user_code();
            row(ledger, 7)
        });
        filled.expect("memory");
    });
    assert_eq!(calls, 2);
}
