//! Zeroed values, C strings and slices, under recursive validation.
#![expect(unsafe_code, reason = "calls what asks for a promise")]

use super::{
    Zeroable, boxed_zeroed, boxed_zeroed_unchecked, c_field_bytes, conjure_zst, cstr, dupe_z,
    slice, slice_mut, wstr_units, zeroed, zeroed_unchecked,
};
use alloc::boxed::Box;
use core::cell::Cell;
use core::ffi::c_char;
use core::num::NonZeroU32;
use core::ptr::{NonNull, null, null_mut};
use core::sync::atomic::AtomicU64;
use proptest::prelude::*;

crate::zeroable! {
    #[repr(C)]
    struct Inner {
        flag: bool,
        wide: u64,
    }

    #[repr(C)]
    struct Outer {
        inner: [Inner; 2],
        letter: char,
        hook: Option<unsafe extern "C" fn(*mut u8) -> u32>,
        owner: Option<Box<u8>>,
        near: Option<NonNull<u8>>,
        some: Option<NonZeroU32>,
        count: AtomicU64,
        cell: Cell<(u8, u16)>,
    }
}

#[test]
fn a_checked_struct_is_zero_in_every_field() {
    const CONST: Inner = zeroed();
    let check = |outer: &Outer| {
        assert!(!outer.inner[1].flag && outer.inner[0].wide == 0 && outer.letter == '\0');
        assert!(outer.hook.is_none() && outer.owner.is_none() && outer.near.is_none());
        assert!(outer.some.is_none() && outer.cell.get() == (0, 0));
        assert_eq!(outer.count.load(core::sync::atomic::Ordering::Relaxed), 0);
    };
    assert_eq!((CONST.flag, CONST.wide), (false, 0));
    check(&zeroed());
    check(&boxed_zeroed());
    // SAFETY: `Outer` is `Zeroable`.
    check(&unsafe { zeroed_unchecked() });
    // SAFETY: `Outer` is `Zeroable`.
    let boxed: Box<Outer> = unsafe { boxed_zeroed_unchecked() };
    check(&boxed);
}

#[test]
fn a_zeroed_box_of_nothing_does_not_allocate() {
    let empty: Box<[u64; 0]> = boxed_zeroed();
    assert!(empty.is_empty());
    let unit: Box<()> = boxed_zeroed();
    assert_eq!(*unit, ());
}

#[test]
fn null_with_zero_is_empty() {
    // SAFETY: nothing is read.
    assert!(unsafe { slice::<u64>(null(), 0) }.is_empty());
    // SAFETY: nothing is written.
    assert!(unsafe { slice_mut::<u64>(null_mut(), 0) }.is_empty());
    let mut values = [1_u8, 2, 3];
    // SAFETY: the array lives and is not used meanwhile.
    let some = unsafe { slice_mut(values.as_mut_ptr(), 2) };
    some.swap(0, 1);
    // SAFETY: the array lives.
    assert_eq!(unsafe { slice(values.as_ptr(), 3) }, [2, 1, 3]);
}

#[test]
fn c_strings_end_at_their_first_nul() {
    // SAFETY: a literal.
    assert_eq!(unsafe { cstr(c"ab\xff".as_ptr()) }.to_bytes(), b"ab\xff");
    // SAFETY: the array ends in zero.
    assert_eq!(unsafe { wstr_units([1_u16, 2, 0, 3, 0].as_ptr()) }, [1, 2]);
    // SAFETY: as above.
    assert!(unsafe { wstr_units([0_u16].as_ptr()) }.is_empty());
    assert_eq!(c_field_bytes(&[]), b"");
    assert_eq!(c_field_bytes(&[-1_i8 as c_char, 0, 1]), [0xff]);
}

#[test]
fn a_conjured_closure_is_the_closure() {
    fn call<F: Fn() -> u32 + Copy>(_: F) -> u32 {
        // SAFETY: there is an `F`, and it is `Copy`.
        let made = unsafe { conjure_zst::<F>() };
        made()
    }
    assert_eq!(call(|| 7), 7);
}

#[test]
fn every_layout_is_zeroable_by_parts() {
    fn is<T: Zeroable>() {
        let _: T = zeroed();
    }
    is::<[(u8, u64); 3]>();
    is::<core::mem::MaybeUninit<&u8>>();
    is::<Option<&u8>>();
    is::<Option<fn(u8, u16) -> u8>>();
    is::<core::mem::ManuallyDrop<Cell<*const u8>>>();
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn duplicates_end_in_nul_and_are_freed(
        bytes in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let copy = dupe_z(&bytes);
        // SAFETY: the block has a byte more than `bytes`.
        let read = unsafe { slice(copy.cast::<u8>(), bytes.len() + 1) };
        prop_assert_eq!(&read[..bytes.len()], &bytes[..]);
        prop_assert_eq!(read[bytes.len()], 0);
        // SAFETY: the block is from `dupe_z` and not used again.
        unsafe { bun_alloc::free_sensitive_cstr(copy) };
    }
}
