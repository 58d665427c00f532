//! `handle_oom` and friends on every error they take. That the process ends is tested from
//! outside, in `tests/oom.rs`.

use alloc::vec::Vec;
use core::alloc::Layout;

use crate::{AllocError, UnwrapOrOom, handle_oom};

enum Narrow {
    OutOfMemory,
}

enum Wide {
    OutOfMemory(&'static str),
}

crate::oom_from_alloc!(Narrow,);
crate::oom_from_alloc!(Wide => Wide::OutOfMemory("here"));

#[test]
fn passes_values_through() {
    assert_eq!(handle_oom(Ok::<_, AllocError>(1)), 1);
    assert_eq!(Vec::<u8>::new().try_reserve(1).unwrap_or_oom(), ());
    assert_eq!(Layout::from_size_align(3, 1).unwrap_or_oom().size(), 3);
    assert_eq!(Some(2).unwrap_or_oom(), 2);
}

#[test]
fn every_cause_becomes_the_same_error() {
    let too_long = Vec::<u16>::new().try_reserve(usize::MAX).map_err(AllocError::from);
    assert_eq!(too_long, Err(AllocError));
    assert_eq!(Layout::from_size_align(1, 3).map_err(AllocError::from), Err(AllocError));
}

#[test]
fn macro_maps_to_the_variant_or_the_expression() {
    let Narrow::OutOfMemory = Narrow::from(AllocError);
    let Wide::OutOfMemory(place) = Wide::from(AllocError);
    assert_eq!(place, "here");
}
