//! What can be seen of clearing from outside: that all of it and nothing else is zero.

#![expect(unsafe_code, reason = "calls the functions under test")]

use alloc::boxed::Box;
use core::ptr;

use crate::{default_alloc, free_sensitive, free_sensitive_cstr, secure_zero, usable_size};

#[test]
fn clears_exactly_the_range() {
    for (start, len) in [(0, 0), (0, 16), (1, 7), (3, 13), (15, 1)] {
        let mut bytes = [0xAA_u8; 16];
        // SAFETY: `start + len <= 16`.
        unsafe { secure_zero(bytes[start..].as_mut_ptr(), len) };
        for (i, byte) in bytes.into_iter().enumerate() {
            assert_eq!(byte == 0, (start..start + len).contains(&i), "{start} {len} {i}");
        }
    }
    // SAFETY: nothing is written.
    unsafe { secure_zero(ptr::null_mut(), 0) };
}

#[test]
fn takes_any_copy_type() {
    free_sensitive(Box::<[u8]>::default());
    free_sensitive(Box::new([(1_u8, 2_u64); 3]) as Box<[_]>);
    free_sensitive(Box::new([core::num::NonZeroU32::MIN; 4]) as Box<[_]>);
    free_sensitive(Box::new(["text"; 2]) as Box<[_]>);
    free_sensitive(Box::new([(); 2]) as Box<[_]>);
}

#[test]
fn c_string_is_freed() {
    // SAFETY: null is ignored.
    unsafe { free_sensitive_cstr(ptr::null()) };
    let block = default_alloc::malloc(24).cast::<u8>();
    assert!(!block.is_null());
    // SAFETY: the block is live.
    assert!(unsafe { usable_size(block) } >= 24);
    // SAFETY: the block is 24 bytes long.
    unsafe { block.write_bytes(b'x', 24) };
    // SAFETY: the block is live and not used again. It holds no NUL, which does not matter.
    unsafe { free_sensitive_cstr(block.cast()) };
}
