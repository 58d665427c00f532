//! Indices: numbers in, the same numbers out, and one value for none.

use alloc::format;
use core::hash::BuildHasher;
use std::hash::RandomState;

use super::{GenericIndex, GenericIndexInt, GenericIndexOptional};

crate::define_index! {
    Row: u8;
    Column: u32;
}

/// Not `Copy`, not `Eq`: an index of it is both all the same.
struct Opaque;

#[test]
fn every_small_number_comes_back() {
    for number in 0..u8::MAX {
        let row = Row::init(number);
        assert_eq!((row.get(), row.get_usize()), (number, usize::from(number)));
        assert_eq!(Row::from_usize(usize::from(number)), row);
        assert_eq!(row.to_optional().unwrap(), Some(row));
        assert_eq!(row.to_optional().get(), Some(row));
        assert_eq!(GenericIndexOptional::init(Some(number)), row.to_optional());
        assert!(row.to_optional().is_some() && !row.to_optional().is_none());
    }
}

#[test]
fn none_is_the_largest_number() {
    assert_eq!(<u8 as GenericIndexInt>::NONE, 255);
    let none = GenericIndexOptional::<u32, Opaque>::NONE;
    assert!(none.is_none() && !none.is_some());
    assert!(none.unwrap().is_none());
    assert_eq!(none.unwrap_get(), None);
    assert!(none == GenericIndexOptional::init(None) && none == GenericIndexOptional::default());
    assert!(none == GenericIndexOptional::from(None));
    assert_eq!(format!("{none:?} {:?}", Column::init(2).to_optional()), "None Some(2)");
}

#[test]
#[should_panic(expected = "255 is not an index")]
fn from_usize_refuses_none() {
    let _ = Row::from_usize(255);
}

#[test]
#[should_panic(expected = "256 is not an index")]
fn from_usize_refuses_what_does_not_fit() {
    let _ = Row::from_usize(256);
}

#[test]
fn is_its_integer_to_everything() {
    let index = GenericIndex::<u32, Opaque>::init(7);
    let copy = index;
    assert!(index == copy && index > GenericIndex::default());
    let state = RandomState::new();
    assert_eq!(state.hash_one(index), state.hash_one(7_u32));
    assert_eq!(format!("{index} {index:?} {index:>3}"), "7 7   7");
    assert_eq!(align_of_val(&index), 4);
    assert_eq!(size_of::<GenericIndexOptional<u32>>(), 4);
    assert!(GenericIndex::sort_fn_asc((), &Row::init(1), &Row::init(2)));
    assert!(GenericIndex::sort_fn_desc((), &Row::init(2), &Row::init(1)));
}

#[test]
fn is_shared_whatever_its_kind() {
    fn assert<T: Send + Sync + Unpin>() {}
    assert::<GenericIndex<u32, *const u8>>();
    assert::<GenericIndexOptional<u32, *const u8>>();
}
