//! Sets that share a block.

use alloc::vec::Vec;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::bit_set::{BitSet, DynamicBitSetList, DynamicBitSetUnmanaged, IntegerBitSet};

const STEPS: core::ops::Range<usize> = if cfg!(miri) { 1..4 } else { 1..40 };

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 64 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Rows do what sets of their own do.
    #[test]
    fn rows_are_sets(
        bit_length in 1_usize..200,
        steps in vec((0..9_u8, 0..4_usize, 0..4_usize, any::<usize>()), STEPS),
    ) {
        let list = DynamicBitSetList::init_empty(4, bit_length).expect("memory");
        let mut sets: Vec<DynamicBitSetUnmanaged> = (0..4)
            .map(|_| DynamicBitSetUnmanaged::init_empty(bit_length).expect("memory"))
            .collect();
        for (kind, i, other, index) in steps {
            let index = index % bit_length;
            let (row, other_row) = (list.at(i), list.at(other));
            let other_set = sets[other].try_clone().expect("memory");
            let set = &mut sets[i];
            match kind {
                0 => { list.set(i, index); set.set(index) }
                1 => { row.unset(index); set.unset(index) }
                2 => { row.toggle(index); set.toggle(index) }
                3 => { row.set_value(index, true); set.set_value(index, true) }
                4 => { row.set_all(index % 2 == 0); set.set_all(index % 2 == 0) }
                5 => { list.set_union(i, &other_row); set.set_union(&other_set) }
                6 => { row.set_intersection(&other_row); set.set_intersection(&other_set) }
                7 => { row.toggle_set(&other_row); set.toggle_set(&other_set) }
                _ => { row.set_exclude(&other_row); set.set_exclude(&other_set) }
            }
            prop_assert_eq!(row.subset_of(&other_row), sets[i].subset_of(&sets[other]));
            prop_assert_eq!(row.superset_of(&other_row), sets[i].superset_of(&sets[other]));
            let has_intersection = sets[i].has_intersection(&sets[other]);
            prop_assert_eq!(row.has_intersection(&other_row), has_intersection);
            for (row, set) in list.iter().zip(&sets) {
                prop_assert!(row.eql(set) && row.try_to_set().expect("memory") == *set);
                prop_assert_eq!(row.count(), set.count());
                prop_assert_eq!(row.find_first_set(), set.find_first_set());
                prop_assert!(row.iter_set().eq(set.iter_set()));
                prop_assert_eq!(row.is_set(index), set.is_set(index));
            }
        }
    }
}

/// Writing through one view is seen by another, and by an iterator that is under way.
#[test]
fn views_of_one_row() -> Result<(), bun_alloc::AllocError> {
    let list = DynamicBitSetList::init_empty(2, 130)?;
    let (a, again) = (list.at(1), list.at(1));
    let mut bits = again.iter_set();
    a.set(0);
    assert_eq!(bits.next(), Some(0));
    a.set(129);
    assert_eq!(bits.next(), Some(129));
    list.set_union(1, &a);
    assert!(a == again && list.at(0).count() == 0);
    assert_eq!(alloc::format!("{list:?}"), "[{}, {0, 129}]");
    Ok(())
}

#[test]
fn rows_that_do_not_exist() -> Result<(), bun_alloc::AllocError> {
    let list = DynamicBitSetList::init_empty(2, 10)?;
    for at in [2, 3, usize::MAX] {
        assert!(catch_unwind(AssertUnwindSafe(|| list.at(at).count())).is_err());
    }
    assert!(catch_unwind(AssertUnwindSafe(|| list.set(0, 10))).is_err());
    assert!(list.try_set_union(0, &IntegerBitSet::<9>::init_full()).is_err());
    list.set_union(0, &IntegerBitSet::<10>::init_full());
    assert_eq!((list.at(0).count(), list.at(1).count()), (10, 0));
    let nothing = DynamicBitSetList::init_empty(3, 0)?;
    assert_eq!((nothing.len(), nothing.at(2).words().count()), (3, 0));
    assert!(DynamicBitSetList::default().is_empty());
    Ok(())
}

#[test]
fn long_rows_are_counted() -> Result<(), bun_alloc::AllocError> {
    let list = DynamicBitSetList::init_empty(2, 64 * 64 + 70)?;
    list.at(1).set_all(true);
    assert_eq!((list.at(0).count(), list.at(1).count()), (0, 64 * 64 + 70));
    Ok(())
}
