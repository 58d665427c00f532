//! Every method of a bit set that allocates, with its n-th allocation failing: an error, and
//! nothing has changed.

use bun_alloc::AllocError;
use bun_alloc::testing::{FailingGlobal, each_failure, with_failure_after};
use bun_collections::{AutoBitSet, DynamicBitSet, DynamicBitSetList, DynamicBitSetUnmanaged};

#[global_allocator]
static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;

fn striped(len: usize) -> DynamicBitSetUnmanaged {
    let mut set = DynamicBitSetUnmanaged::init_empty(len).expect("memory");
    set.extend((0..len).step_by(3));
    set
}

/// Runs the operation with each of its allocations failing, asserts that the set is as before
/// then, and returns how many there are.
fn fails_cleanly(
    len: usize,
    operation: impl Fn(&mut DynamicBitSetUnmanaged) -> Result<(), AllocError>,
) -> usize {
    let mut failures = 0;
    each_failure(
        || striped(len),
        |set| operation(set),
        |set, result, has_failed| {
            assert_eq!(result.is_err(), has_failed);
            failures += usize::from(has_failed);
            if has_failed {
                assert_eq!(*set, striped(len));
            }
        },
    );
    failures
}

#[test]
fn sets_stay_as_they_were() {
    let other = striped(300);
    assert_eq!(fails_cleanly(300, |set| set.resize(1000, true)), 1);
    assert_eq!(fails_cleanly(0, |set| set.resize(1, true)), 1);
    assert_eq!(fails_cleanly(300, |set| set.resize(320, true)), 0, "the words are there");
    assert_eq!(fails_cleanly(300, |set| set.resize(0, false)), 0, "nothing to allocate");
    assert_eq!(fails_cleanly(300, |set| set.try_clone().map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.clone().map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.complement().map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.union_with(&other).map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.intersect_with(&other).map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.xor_with(&other).map(drop)), 1);
    assert_eq!(fails_cleanly(300, |set| set.difference_with(&other).map(drop)), 1);
    assert_eq!(fails_cleanly(3, |_| DynamicBitSet::init_full(1).map(drop)), 1);
    assert_eq!(fails_cleanly(3, |_| DynamicBitSetList::init_empty(3, 100).map(drop)), 1);
    assert_eq!(fails_cleanly(3, |_| AutoBitSet::init_empty(128).map(drop)), 1);
    assert_eq!(fails_cleanly(3, |_| AutoBitSet::init_empty(60).map(drop)), 0);
    let list = DynamicBitSetList::init_empty(1, 100).expect("memory");
    assert_eq!(fails_cleanly(3, |_| list.at(0).try_to_set().map(drop)), 1);
}

#[test]
fn shrinking_without_memory_keeps_the_old_block() {
    let mut set = striped(1000);
    let (result, has_failed) = with_failure_after(0, || set.resize(100, false));
    assert_eq!((result, has_failed), (Ok(()), true));
    assert_eq!(set, striped(100));
    assert_eq!((set.count(), set.find_last_set()), (34, Some(99)));
    // The words that were kept have no bits left over.
    let (result, has_failed) = with_failure_after(0, || set.resize(1000, false));
    assert_eq!((result, has_failed), (Ok(()), false));
    assert_eq!((set.count(), set.bit_length()), (34, 1000));
    set.toggle_all();
    assert_eq!((set.count(), set.iter_set().count()), (966, 966));
    let (result, _) = with_failure_after(0, || set.resize(130, false));
    assert_eq!(result, Ok(()));
    set.set_all(true);
    assert_eq!(
        (set.count(), set.find_first_unset(), set.as_words().len()),
        (130, None, 130_usize.div_ceil(usize::BITS as usize))
    );
    let mut other = DynamicBitSetUnmanaged::init_empty(130).expect("memory");
    other.set_union(&set);
    set.set_intersection(&other);
    assert!(set == other && set.subset_of(&other) && set.iter_unset().next().is_none());
}
