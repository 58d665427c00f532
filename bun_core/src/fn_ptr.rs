//! Function pointers of one type as those of another.
#![expect(unsafe_code, reason = "a function pointer becomes one of another type")]

/// Returns a function pointer as one of another type, of the same size.
///
/// For C interfaces that keep callbacks of all kinds in one `void (*)(void)`.
///
/// Zig: `@ptrCast` of a function pointer.
///
/// # Safety
///
/// 1. `F` and `G` are function pointers, or `Option`s of them.
/// 2. The function is only called as what it is: it is cast back before the call, or the
///    parameters, result and calling convention are the same but for which pointers they are.
///
/// # Examples
///
/// ```
/// use core::ffi::c_void;
///
/// extern "C" fn read(value: *const u32) -> u32 {
///     // SAFETY: called with a pointer to a `u32`, below.
///     unsafe { value.read() }
/// }
/// type Erased = extern "C" fn(*const c_void) -> u32;
/// type Read = extern "C" fn(*const u32) -> u32;
///
/// // SAFETY: 1. Both are function pointers. 2. It is cast back before it is called.
/// let kept: Erased = unsafe { bun_core::cast_fn_ptr(read as Read) };
/// // SAFETY: as above.
/// let called: Read = unsafe { bun_core::cast_fn_ptr(kept) };
/// assert_eq!(called(&7), 7);
/// ```
///
/// Types of different sizes do not compile:
///
/// ```compile_fail,E0080
/// let nonsense: u8 = unsafe { bun_core::cast_fn_ptr(main as fn()) };
/// # fn main() {}
/// ```
#[inline]
#[must_use]
pub const unsafe fn cast_fn_ptr<F: Copy, G: Copy>(f: F) -> G {
    const { assert!(size_of::<F>() == size_of::<G>(), "pointers of different sizes") };
    // SAFETY: as many bytes as a `G` has, which by 1 is a pointer as `F` is.
    unsafe { (&raw const f).cast::<G>().read_unaligned() }
}

#[cfg(test)]
mod tests {
    //! A callback that is kept as another type.

    use super::cast_fn_ptr;

    type Narrow = extern "C" fn(*const u8) -> u8;
    type Erased = Option<unsafe extern "C" fn()>;

    extern "C" fn first(bytes: *const u8) -> u8 {
        // SAFETY: the test passes a byte.
        unsafe { bytes.read() }
    }

    #[test]
    fn a_callback_is_called_as_what_it_is() {
        // SAFETY: both are function pointers, and it is cast back before the call.
        let kept: Erased = unsafe { cast_fn_ptr::<Narrow, Erased>(first) };
        assert!(kept.is_some());
        // SAFETY: as above.
        let back: Narrow = unsafe { cast_fn_ptr(kept) };
        assert_eq!(back(&9), 9);
    }
}
