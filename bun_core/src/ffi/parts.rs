//! Slices from a pointer and a length, as C hands them over.
#![expect(unsafe_code, reason = "makes slices of what the caller vouches for")]

/// Returns `len` elements from `ptr` on; null with a length of zero is the empty slice.
///
/// C code likes to pass null for nothing, which `core::slice::from_raw_parts` does not allow.
///
/// Zig: `ptr[0..len]`.
///
/// # Safety
///
/// 1. `len` is zero, or `ptr` is aligned and points to `len` initialised elements of one
///    allocation.
/// 2. They live and are not written during `'a`.
/// 3. They have at most `isize::MAX` bytes.
///
/// # Examples
///
/// ```
/// use bun_core::ffi;
///
/// let values = [1_u16, 2, 3];
/// // SAFETY: the array lives.
/// assert_eq!(unsafe { ffi::slice(values.as_ptr(), 2) }, [1, 2]);
/// // SAFETY: nothing is read.
/// assert!(unsafe { ffi::slice::<u16>(core::ptr::null(), 0) }.is_empty());
/// ```
#[inline]
#[must_use]
pub const unsafe fn slice<'a, T>(ptr: *const T, len: usize) -> &'a [T] {
    if len == 0 {
        return &[];
    }
    // SAFETY: `len` is not zero, so 1, 2 and 3 are what is asked for.
    unsafe { core::slice::from_raw_parts(ptr, len) }
}

/// Returns `len` elements from `ptr` on, to write; null with a length of zero is the empty slice.
///
/// # Safety
///
/// As [`slice`](slice()), and during `'a` nobody else reads or writes the elements. Memory that has
/// never been written is not initialised: ask for `MaybeUninit<T>` there.
///
/// # Examples
///
/// ```
/// let mut values = [1_u8, 2];
/// // SAFETY: the array lives and is not used meanwhile.
/// let elements = unsafe { bun_core::ffi::slice_mut(values.as_mut_ptr(), 2) };
/// elements[1] = 9;
/// assert_eq!(values, [1, 9]);
/// ```
#[inline]
#[must_use]
pub const unsafe fn slice_mut<'a, T>(ptr: *mut T, len: usize) -> &'a mut [T] {
    if len == 0 {
        return &mut [];
    }
    // SAFETY: `len` is not zero, so the preconditions are what is asked for.
    unsafe { core::slice::from_raw_parts_mut(ptr, len) }
}
