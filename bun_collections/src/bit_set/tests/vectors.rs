//! What the originals printed.

use alloc::vec::Vec;

use crate::bit_set::{AutoBitSet, DynamicBitSetUnmanaged, IntegerBitSet, Range, StaticBitSet};

#[test]
fn ten_bits() {
    let mut set = IntegerBitSet::<10>::init_empty();
    for index in [0, 3, 9] {
        set.set(index);
    }
    assert_eq!(set.mask(), 0b10_0000_1001);
    assert_eq!((set.count(), set.find_first_set(), set.find_first_unset()), (3, Some(0), Some(1)));
    set.set_range_value(Range { start: 2, end: 5 }, true);
    assert_eq!(set.mask(), 0b10_0001_1101);
    set.set_range_value(0..10, false);
    assert_eq!(set.mask(), 0);
    set.set_range_value(5..5, true);
    assert_eq!(set.mask(), 0);
}

#[test]
#[cfg(target_pointer_width = "64")]
fn a_hundred_and_thirty_bits() {
    let mut set = StaticBitSet::<130>::init_full();
    assert_eq!(set.as_words(), [u64::MAX as usize, u64::MAX as usize, 3]);
    assert_eq!(set.count(), 130);
    set.unset(128);
    set.set_range_value(60..70, false);
    assert_eq!(set.as_words(), [0x0fff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffc0, 2]);
    assert_eq!(set.count(), 119);
    let mut unset: Vec<usize> = (60..70).chain([128]).collect();
    assert!(set.iter_unset().eq(unset.iter().copied()));
    unset.reverse();
    assert!(set.iterator::<false, false>().eq(unset));
}

#[test]
fn resizing() -> Result<(), bun_alloc::AllocError> {
    let mut set = DynamicBitSetUnmanaged::init_empty(70)?;
    set.set(5);
    set.set(69);
    assert_eq!((set.count(), set.capacity(), set.find_first_set()), (2, 70, Some(5)));
    set.resize(130, true)?;
    assert_eq!(set.count(), 62);
    set.resize(60, true)?;
    assert_eq!(set.count(), 1);
    set.resize(64, true)?;
    assert_eq!(set.count(), 5);
    assert_eq!(set.bytes(), 0xf000_0000_0000_0020_u64.to_ne_bytes());
    Ok(())
}

#[test]
#[cfg(target_pointer_width = "64")]
fn hashes() -> Result<(), bun_alloc::AllocError> {
    let (inline, block) = (AutoBitSet::init_empty(127)?, AutoBitSet::init_empty(128)?);
    assert!(matches!((&inline, &block), (AutoBitSet::Static(_), AutoBitSet::Dynamic(_))));
    assert_eq!((inline.raw_bytes().len(), block.bytes(128).len()), (16, 16));
    assert_eq!((inline.hash(), block.hash()), (0x42cc_592e_9506_9169, 0x42cc_592e_9506_9169));
    assert!(inline.eql(&block), "the same bytes");
    assert!(!AutoBitSet::needs_dynamic(127) && AutoBitSet::needs_dynamic(128));
    Ok(())
}

#[test]
fn inline_and_in_a_block() -> Result<(), bun_alloc::AllocError> {
    let (mut inline, mut block) = (AutoBitSet::default(), AutoBitSet::init_empty(300)?);
    let last = inline.bit_length() - 1;
    inline.set(3);
    inline.set(last);
    block.set(3);
    assert!(!inline.has_intersection(&block), "as in Zig");
    block.set_all(true);
    let mut union = inline.clone()?;
    union.set_union(&block);
    assert_eq!(union.count(), inline.bit_length(), "bits that it has not are left out");
    block.set_all(false);
    block |= &inline;
    assert!(block.iter_set().eq([3, last]));
    let shorter = AutoBitSet::init_empty(299)?;
    assert_eq!(block.try_set_union(&shorter).map_err(|error| error.other), Err(299));
    assert_eq!(alloc::format!("{block:?}"), alloc::format!("{{3, {last}}}"));
    Ok(())
}
