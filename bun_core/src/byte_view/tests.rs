//! Views against copies, and the panics that keep them honest in release builds.

use super::{
    NativeEndianInt, bytes_as_slice_mut, bytes_of, bytes_of_mut, cast_slice, cast_slice_mut,
    concat_boxed, concat_into, copy, slice_as_bytes, slice_to,
};
use alloc::vec::Vec;
use proptest::prelude::*;
use std::panic::catch_unwind;

#[test]
fn a_buffer_at_an_odd_address_is_refused() {
    for offset in 0..8 {
        let mut words = [0_u64; 4];
        let bytes = &mut bytes_of_mut(&mut words)[offset..][..8];
        let aligned = bytes.as_ptr().addr().is_multiple_of(align_of::<u16>());
        let view = core::panic::AssertUnwindSafe(|| bytes_as_slice_mut::<u16>(bytes).len());
        assert_eq!(catch_unwind(view).ok(), aligned.then_some(4));
    }
}

#[test]
fn elements_without_bytes_make_no_view() {
    assert!(bytes_as_slice_mut::<[u8; 0]>(&mut [1, 2]).is_empty());
    assert!(slice_as_bytes::<[u16; 0]>(&[[], []]).is_empty());
}

#[test]
fn a_cut_off_element_is_refused() {
    assert!(catch_unwind(|| cast_slice::<u8, u16>(&[1, 2, 3]).len()).is_err());
    assert_eq!(cast_slice::<u16, u8>(&[]).len(), 0);
}

#[test]
fn too_long_a_source_is_refused() {
    assert!(catch_unwind(|| copy(&mut [0_u8; 2], b"abc")).is_err());
    assert!(catch_unwind(|| concat_into(&mut [0_u8; 2], &[b"ab", b"c"]).len()).is_err());
    assert!(catch_unwind(|| u32::from_ne_slice(&[1, 2, 3])).is_err());
    copy::<u8>(&mut [], b"abc");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn views_are_the_bytes(
        mut words in proptest::collection::vec(any::<u32>(), 0..8),
        at in any::<u32>(),
    ) {
        let copied: Vec<u8> = words.iter().flat_map(|word| word.to_ne_bytes()).collect();
        prop_assert_eq!(slice_as_bytes(&words), &copied[..]);
        prop_assert_eq!(cast_slice_mut::<u32, u8>(&mut words), &copied[..]);
        prop_assert_eq!(bytes_of(&at), at.to_ne_bytes());
        prop_assert_eq!(u32::from_ne_slice(bytes_of(&at)), at);
        prop_assert_eq!(i64::from_ne_slice(&(at as i64).to_ne_bytes()), at as i64);
    }

    #[test]
    fn parts_come_out_in_order(parts in proptest::collection::vec(".{0,5}", 0..5)) {
        let slices: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
        let whole = parts.concat();
        prop_assert_eq!(&*concat_boxed(&slices), whole.as_bytes());
        let mut buffer = alloc::vec![b'.'; whole.len() + 3];
        prop_assert_eq!(&*concat_into(&mut buffer, &slices), whole.as_bytes());
        prop_assert_eq!(&buffer[whole.len()..], b"...");
    }

    #[test]
    fn slices_end_before_the_first_end(bytes in proptest::collection::vec(0..4_u8, 0..8)) {
        let expected: Vec<u8> = bytes.iter().copied().take_while(|&byte| byte != 2).collect();
        prop_assert_eq!(slice_to(&bytes, 2), &expected[..]);
    }
}
