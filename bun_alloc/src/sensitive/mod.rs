//! Clearing secrets before their memory is given back.
//!
//! A plain write to memory that is about to be freed is dead code to the compiler. These go through
//! the crate `zeroize`, whose writes it must keep.

#![expect(unsafe_code, reason = "overwrites memory given as an address and a length")]

use alloc::boxed::Box;
use core::ffi::c_char;
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use core::slice;

use zeroize::Zeroize as _;

use crate::heap;

#[cfg(test)]
mod tests;

/// Overwrites `len` bytes with zeros that the compiler may not leave out.
///
/// For a slice, prefer `zeroize` itself; this is for memory that has only an address.
///
/// Zig: `std.crypto.secureZero`.
///
/// # Safety
///
/// `p` is valid for writes of `len` bytes, and no other reference to them is in use. `len` may be 0
/// with any `p`.
///
/// # Examples
///
/// ```
/// let mut key = *b"secret";
/// // SAFETY: exclusive, and six bytes long.
/// unsafe { bun_alloc::secure_zero(key.as_mut_ptr(), key.len()) };
/// assert_eq!(key, [0; 6]);
/// ```
#[doc(alias = "secureZero")]
pub unsafe fn secure_zero(p: *mut u8, len: usize) {
    let Some(start) = NonNull::new(p.cast::<MaybeUninit<u8>>()).filter(|_| len != 0) else {
        return;
    };
    // SAFETY: the caller promises `len` writable bytes that nobody else is using, and `MaybeUninit`
    // asks nothing of their content. A range that is valid for writes is at most `isize::MAX` long.
    unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) }.zeroize();
}

/// Overwrites a boxed slice with zeros, then frees it.
///
/// Zig: `bun.freeSensitive`.
///
/// # Examples
///
/// ```
/// bun_alloc::free_sensitive(Box::<[u8]>::from(*b"hunter2"));
/// ```
#[doc(alias = "freeSensitive")]
pub fn free_sensitive<T: Copy>(mut slice: Box<[T]>) {
    let len = size_of_val::<[T]>(&slice);
    // SAFETY: the box owns these bytes. Zeros need not be a `T`: a `Copy` type has no destructor,
    // and the box is freed without another look at its content.
    unsafe { secure_zero(slice.as_mut_ptr().cast(), len) };
}

/// Overwrites the whole block that holds a C string with zeros, then frees it. Null is ignored.
///
/// The block, not the string: bytes behind a NUL are cleared too.
///
/// Zig: `bun.freeSensitive` on a `[*:0]const u8`.
///
/// # Safety
///
/// As [`free_without_size`](crate::free_without_size), and nobody else uses the block meanwhile.
///
/// # Examples
///
/// ```
/// use bun_alloc::default_alloc;
///
/// let block = default_alloc::malloc(7).cast::<u8>();
/// assert!(!block.is_null());
/// // SAFETY: the block is seven bytes long.
/// unsafe { block.copy_from_nonoverlapping(b"secret\0".as_ptr(), 7) };
/// // SAFETY: the block is live, from `default_alloc`, and not used again.
/// unsafe { bun_alloc::free_sensitive_cstr(block.cast()) };
/// ```
pub unsafe fn free_sensitive_cstr(p: *const c_char) {
    let block = p.cast_mut().cast::<u8>();
    // SAFETY: null or a live block.
    let len = unsafe { heap::usable_size(block) };
    // SAFETY: all usable bytes of a live block may be written, and the caller is alone with it.
    unsafe { secure_zero(block, len) };
    // SAFETY: null or a live block, which the caller does not use again.
    unsafe { heap::free(block) };
}
