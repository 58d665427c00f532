//! What must not happen in a release build either.

use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use crate::bit_set::{
    AutoBitSet, BitSet, DynamicBitSet, DynamicBitSetList, DynamicBitSetUnmanaged, IntegerBitSet,
    LengthMismatch, Range, StaticBitSet,
};

fn panics(action: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(action)).is_err()
}

#[test]
fn no_bit_of_the_padding_can_be_set() {
    for len in if cfg!(miri) { 64..=65 } else { 1..=130 } {
        let mut set = DynamicBitSetUnmanaged::init_empty(len).expect("memory");
        for index in [len, len + 1, len.next_multiple_of(64) + 64, usize::MAX] {
            assert!(panics(|| set.set(index)), "{len} {index}");
            assert!(panics(|| set.unset(index)));
            assert!(panics(|| set.toggle(index)));
            assert!(panics(|| set.set_value(index, true)));
            assert!(panics(|| assert!(!set.is_set(index))));
            assert!(!set.is_set_allow_out_of_bound(index, false));
            assert!(set.is_set_allow_out_of_bound(index, true));
        }
        assert!(panics(|| set.set_range_value(0..len + 1, true)));
        assert!(panics(|| set.set_range_value(Range { start: 1, end: 0 }, true)));
        assert!(panics(|| set.extend([0, len])));
        assert_eq!(set.count(), 1, "what came before the panic");
        set.unset(0);
        set.resize(200, false).expect("memory");
        assert_eq!(set.find_first_set(), None, "no ghost appears");
    }
}

#[test]
fn no_bit_beyond_a_constant_length_can_be_set() {
    let mut integer = IntegerBitSet::<7>::init_empty();
    let mut array = StaticBitSet::<65>::init_empty();
    let mut auto = AutoBitSet::init_empty(1).expect("memory");
    let auto_len = auto.bit_length();
    for beyond in 0..3 {
        assert!(panics(|| integer.set(7 + beyond)));
        assert!(panics(|| integer.set_range_value(0..8 + beyond, true)));
        assert!(panics(|| array.set(65 + beyond)));
        assert!(panics(|| array.set_range_value(65..66 + beyond, true)));
        assert!(panics(|| auto.set(auto_len + beyond)));
    }
    assert_eq!((integer.mask(), array.count(), auto.count()), (0, 0, 0));
    assert!(panics(|| IntegerBitSet::<0>::init_full().set(0)));
    assert!(panics(|| assert!(IntegerBitSet::<9>::from_iter([9]).is_set(8))));
}

#[test]
fn lengths_that_differ_change_nothing() -> Result<(), bun_alloc::AllocError> {
    let mut set = DynamicBitSet::init_full(70)?;
    for other_len in [0, 69, 71, 128, 200] {
        let other = DynamicBitSet::init_full(other_len)?;
        let mismatch = Err(LengthMismatch { bit_length: 70, other: other_len });
        assert_eq!(set.try_set_union(&other), mismatch);
        assert_eq!(set.try_set_intersection(&other), mismatch);
        assert_eq!(set.try_set_exclude(&other), mismatch);
        assert_eq!(set.try_toggle_set(&other), mismatch);
        let same = set.try_clone()?;
        assert_eq!(set.try_set_exclude_two(&same, &other), mismatch);
        assert_eq!(set.try_set_exclude_two(&other, &same), mismatch);
        assert!(panics(|| set.set_union(&other)) && panics(|| set.set_intersection(&other)));
        assert!(panics(|| set.set_exclude(&other)) && panics(|| set.toggle_set(&other)));
        assert!(!set.eql(&other) && !set.subset_of(&other) && !set.superset_of(&other));
        assert_eq!(set.has_intersection(&other), other_len > 0);
        assert_eq!(set.unmanaged.try_copy_into(&other).is_err(), other_len < 70);
        assert_eq!(set.count(), 70);
    }
    let mut short = DynamicBitSet::init_empty(3)?;
    set.copy_into(&mut short);
    assert_eq!((short.count(), short.bit_length()), (3, 3));
    assert!(panics(|| short.copy_into(&mut set)));
    Ok(())
}

#[test]
fn sizes_that_do_not_exist_are_errors() {
    assert!(DynamicBitSetList::init_empty(usize::MAX / 8 + 2, 448).is_err());
    assert!(DynamicBitSetList::init_empty(usize::MAX, usize::MAX).is_err());
    if cfg!(miri) {
        // Miri ends at a request that it cannot serve.
        return;
    }
    assert!(DynamicBitSetUnmanaged::init_empty(usize::MAX).is_err());
    assert!(AutoBitSet::init_empty(usize::MAX).is_err());
    let mut set = DynamicBitSetUnmanaged::init_full(10).expect("memory");
    assert!(set.resize(usize::MAX - 1, true).is_err());
    assert_eq!((set.count(), set.bit_length()), (10, 10));
}

#[test]
fn no_bits_at_all() -> Result<(), bun_alloc::AllocError> {
    fn is_nothing(set: &impl BitSet) {
        assert_eq!((set.bit_length(), set.words().count()), (0, 0));
    }
    is_nothing(&DynamicBitSet::new());
    is_nothing(&IntegerBitSet::<0>::init_full());
    is_nothing(&crate::bit_set::ArrayBitSet::<0, 0>::init_full());
    let mut set = DynamicBitSetUnmanaged::init_full(0)?;
    set.set_all(true);
    set.toggle_all();
    set.set_range_value(0..0, true);
    set.set_union(&DynamicBitSetUnmanaged::new());
    assert_eq!((set.count(), set.find_first_set(), set.find_last_set()), (0, None, None));
    assert_eq!((set.find_first_unset(), set.toggle_first_set()), (None, None));
    assert_eq!((set.iter_set().next(), set.iter_unset().next()), (None, None));
    assert_eq!(set.iterator::<false, false>().count(), 0);
    assert!(set.bytes().is_empty() && set.subset_of(&set));
    Ok(())
}
