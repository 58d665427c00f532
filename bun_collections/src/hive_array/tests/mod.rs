//! Tests of hives: what Zig's do, every hazard of slots, and a model.

mod model;
mod pointers;
mod unwind;

use super::{Fallback, HiveArray, HiveBox};

#[test]
fn slots_are_taken_lowest_first() {
    let hive = HiveArray::<u128, 64>::init();
    let mut slots: Vec<_> = (0..64).map(|at| Some(hive.alloc(at).expect("a free slot"))).collect();
    let indices = slots.iter().flatten().map(HiveBox::index);
    assert!(indices.eq((0..64).map(Some)));
    assert!(hive.claim().is_none() && hive.is_full());
    assert_eq!(hive.alloc(7).expect_err("no free slot"), 7);

    // Released 2, then 1: the next is 1, as in Zig.
    slots[2] = None;
    slots[1] = None;
    assert_eq!(hive.alloc(0).expect("a free slot").index(), Some(1));
    assert_eq!(hive.in_use(), 62);
}

#[test]
fn a_slot_set_aside_is_free_like_others() {
    let hive = HiveArray::<u32, 70>::init();
    let mut slots: Vec<_> = (0..70).map(|at| Some(hive.alloc(at).expect("a free slot"))).collect();
    let mut free = vec![];
    // Set aside; pushed out by a lower one; not the lowest.
    for at in [69, 3, 64] {
        slots[at] = None;
        free.push(at);
        free.sort_unstable();
        assert_eq!((hive.in_use(), hive.is_full()), (70 - free.len(), false));
        assert!(!hive.used().is_set(at));
        assert_eq!(hive.used().find_first_unset(), Some(free[0]));
        assert!(hive.used().iterator::<false, true>().eq(free.iter().copied()));
    }
    for at in free {
        slots[at] = hive.alloc(7).ok();
        assert_eq!(slots[at].as_ref().and_then(HiveBox::index), u32::try_from(at).ok());
    }
    assert!(hive.is_full());
}

#[test]
fn hives_are_no_larger_than_a_byte_a_slot() {
    assert_eq!(size_of::<HiveArray<u32, 4>>(), 20, "Zig: 20");
    assert_eq!(size_of::<HiveArray<u8, 3>>(), 6, "Zig: 4");
    assert_eq!(size_of::<HiveArray<u64, 64>>(), 576, "Zig: 520");
    assert_eq!(size_of::<HiveArray<u64, 256>>(), 2304, "Zig: 2080");
    assert_eq!(size_of::<HiveArray<u64, 0>>(), 0);
}

/// Fills a hive, then frees and takes slots around the ends of words and of summaries.
fn around_the_ends<const N: usize>() {
    let hive = Fallback::<u16, N>::boxed();
    let hive = &hive.hive;
    let mut slots = Vec::new();
    for at in 0..N {
        assert_eq!(hive.used().find_first_unset(), Some(at));
        slots.push(Some(hive.alloc(1).expect("a free slot")));
    }
    assert!(hive.claim().is_none() && hive.is_full());
    assert_eq!(hive.used().find_first_unset(), None);
    let edges = [0, 1, 7, 8, 62, 63, 64, 65, 127, 128, 4094, 4095, 4096, 4159, N.wrapping_sub(1)];
    for high in edges.into_iter().filter(|edge| *edge < N) {
        for low in edges.into_iter().filter(|edge| *edge < high) {
            slots[high] = None;
            slots[low] = None;
            assert!(hive.used().iterator::<false, true>().eq([low, high]));
            assert!(hive.used().iterator::<false, false>().eq([high, low]));
            for expected in [low, high] {
                let slot = hive.alloc(2).expect("a free slot");
                assert_eq!(slot.index(), u32::try_from(expected).ok());
                slots[expected] = Some(slot);
            }
            assert!(hive.claim().is_none());
        }
    }
    assert!(hive.used().iter_set().eq(0..N));
    assert!(hive.used().iterator::<true, false>().eq((0..N).rev()));
}

#[test]
fn words_and_summaries_have_ends() {
    around_the_ends::<0>();
    around_the_ends::<3>();
    around_the_ends::<8>();
    around_the_ends::<65>();
    if !cfg!(miri) {
        around_the_ends::<1>();
        around_the_ends::<7>();
        around_the_ends::<9>();
        around_the_ends::<63>();
        around_the_ends::<64>();
        around_the_ends::<128>();
        around_the_ends::<130>();
        around_the_ends::<2048>();
        around_the_ends::<4095>();
        around_the_ends::<4096>();
        around_the_ends::<4097>();
        around_the_ends::<4161>();
    }
}

#[test]
fn the_heap_is_behind_the_slots() {
    let pool = Fallback::<String, 2>::init();
    let mut is_new = true;
    drop(pool.get_and_see_if_new(&mut is_new));
    assert!(!is_new);
    let values: Vec<_> = (0..4).map(|at: u32| pool.alloc(at.to_string())).collect();
    let indices: Vec<_> = values.iter().map(HiveBox::index).collect();
    assert_eq!(indices, [Some(0), Some(1), None, None]);
    assert!(values.iter().map(|value| value.as_str()).eq(["0", "1", "2", "3"]));
    drop(pool.get_and_see_if_new(&mut is_new));
    assert!(is_new);
    assert!(pool.contains(values[0].as_ptr().as_ptr()));
    assert!(!pool.contains(values[2].as_ptr().as_ptr()));
    let mut values = values.into_iter();
    assert_eq!(values.next().expect("four").into_inner(), "0");
    assert_eq!(values.next_back().expect("three").into_inner(), "3");
    drop(values);
    assert_eq!(pool.hive.in_use(), 0);

    let heap = Fallback::<u32, 0>::init();
    assert_eq!(heap.alloc(5).index(), None);
}

#[test]
fn constructors_may_use_the_hive() {
    let hive = HiveArray::<u32, 4>::init();
    let value = hive.alloc_with(|| {
        let inner = hive.alloc(7).expect("a free slot");
        assert_eq!((inner.index(), hive.in_use()), (Some(1), 2));
        *inner
    });
    assert_eq!(value.as_deref(), Some(&7));
    assert_eq!(hive.in_use(), 1);
}
