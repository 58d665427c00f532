//! NUL-terminated strings.
#![expect(unsafe_code, reason = "reads up to a NUL that the caller vouches for")]

use core::ffi::{CStr, c_char};

/// Returns the C string at `p`.
///
/// Takes time linear in its length, which is not stored.
///
/// Zig: `std.mem.span`, `bun.span`.
///
/// # Safety
///
/// 1. `p` is not null and points to bytes that end in a NUL, in one allocation.
/// 2. Those bytes live and are not written during `'a`.
///
/// # Examples
///
/// ```
/// // SAFETY: a literal.
/// let name = unsafe { bun_core::ffi::cstr(c"abc".as_ptr()) };
/// assert_eq!(name.to_bytes(), b"abc");
/// ```
#[inline]
#[must_use]
pub unsafe fn cstr<'a>(p: *const c_char) -> &'a CStr {
    // SAFETY: 1, 2. The caller's.
    unsafe { CStr::from_ptr(p) }
}

/// Returns the UTF-16 units at `p` up to, and without, the first zero.
///
/// Takes time linear in their number.
///
/// Zig: `std.mem.span` of a `[*:0]const u16`.
///
/// # Safety
///
/// 1. `p` is not null, is aligned and points to units of which one is zero, in one allocation.
/// 2. The units up to it live and are not written during `'a`.
///
/// # Examples
///
/// ```
/// let wide = [0x61_u16, 0x62, 0];
/// // SAFETY: the array ends in zero and lives.
/// assert_eq!(unsafe { bun_core::ffi::wstr_units(wide.as_ptr()) }, [0x61, 0x62]);
/// ```
#[inline]
#[must_use]
pub unsafe fn wstr_units<'a>(p: *const u16) -> &'a [u16] {
    // SAFETY: 1, 2. The caller's.
    unsafe { span(p) }
}

/// Returns the bytes of a fixed-size C string field up to its NUL, or all of them without one.
///
/// # Examples
///
/// ```
/// use core::ffi::c_char;
///
/// let field = [b'5' as c_char, b'.' as c_char, 0, 0];
/// assert_eq!(bun_core::ffi::c_field_bytes(&field), b"5.");
/// assert_eq!(bun_core::ffi::c_field_bytes(&field[..2]), b"5.");
/// ```
#[must_use]
pub fn c_field_bytes(s: &[c_char]) -> &[u8] {
    let bytes: &[u8] = bytemuck::cast_slice(s);
    crate::slice_to(bytes, 0)
}

/// Copies bytes to the heap with a NUL behind them, for C to keep.
///
/// The block belongs to the caller and is freed by [`bun_alloc::free_sensitive_cstr`] or
/// [`bun_alloc::free_without_size`], by nothing else. A NUL among the bytes ends the string early
/// for C.
///
/// Zig: `bun.default_allocator.dupeZ`.
///
/// # Panics
///
/// Ends the process when there is no memory.
///
/// # Examples
///
/// ```
/// let name = bun_core::dupe_z(b"abc");
/// // SAFETY: `dupe_z` wrote the NUL.
/// assert_eq!(unsafe { bun_core::ffi::cstr(name) }.to_bytes(), b"abc");
/// // SAFETY: the block is from `dupe_z` and not used again.
/// unsafe { bun_alloc::free_sensitive_cstr(name) };
/// ```
#[doc(alias = "dupeZ")]
#[must_use = "the block leaks unless it is freed"]
pub fn dupe_z(bytes: &[u8]) -> *const c_char {
    // A slice has at most `isize::MAX` bytes, so there is room for one more.
    let block = bun_alloc::default_alloc::malloc(bytes.len() + 1).cast::<u8>();
    if block.is_null() {
        bun_alloc::out_of_memory();
    }
    // SAFETY: the block is new and has a byte more than `bytes`.
    unsafe { block.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
    // SAFETY: the last byte of the block.
    let end = unsafe { block.add(bytes.len()) };
    // SAFETY: in the block, which nobody else knows.
    unsafe { end.write(0) };
    block.cast_const().cast()
}

/// Returns the elements at `p` up to, and without, the first that is `T::default()`: zero.
///
/// Takes time linear in their number.
///
/// Zig: `std.mem.span`, `bun.span`.
///
/// # Safety
///
/// 1. `p` is not null, is aligned and points to elements of which one is zero, in one allocation.
/// 2. The elements up to it live and are not written during `'a`.
///
/// # Examples
///
/// ```
/// let names = [c"a".as_ptr().addr(), c"b".as_ptr().addr(), 0, 7];
/// // SAFETY: the array has a zero and lives.
/// assert_eq!(unsafe { bun_core::ffi::span(names.as_ptr()) }.len(), 2);
/// ```
#[must_use]
pub unsafe fn span<'a, T: PartialEq + Default>(p: *const T) -> &'a [T] {
    let end = T::default();
    let mut len = 0;
    loop {
        // SAFETY: every element before `len` was not zero, so there is one at `len`.
        let element = unsafe { p.add(len) };
        // SAFETY: as above; it lives and is not written.
        if unsafe { &*element } == &end {
            break;
        }
        len += 1;
    }
    // SAFETY: `len` elements were just looked at; the rest is the caller's.
    unsafe { core::slice::from_raw_parts(p, len) }
}
