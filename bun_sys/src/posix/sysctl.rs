//! What the kernels of BSD say about themselves.
#![cfg(target_vendor = "apple")]
#![expect(unsafe_code, reason = "a call that fills memory")]

use core::ffi::CStr;
use core::ptr;

use crate::{E, Error, Maybe, Tag};

/// Types of which any bytes are a value, so that the kernel may fill them.
///
/// Types of which zero is a value are not enough: the kernel may write other bytes to a `bool`.
///
/// # Safety
///
/// 1. Any bytes are a value of the type, which has no padding.
pub unsafe trait SysctlValue: Copy {}

macro_rules! any_bytes {
    ($($name:ty)*) => {$(
        // SAFETY: 1. Integers, or a C structure of integers without padding.
        unsafe impl SysctlValue for $name {}
    )*};
}

any_bytes! {
    u8 i8 u16 i16 u32 i32 u64 i64 usize isize
    libc::timeval libc::xsw_usage crate::c::struct_loadavg
}

/// Reads the value called `name` to `out` (`sysctlbyname(3)`). macOS only.
///
/// # Errors
///
/// `ENOENT` when there is no such value; `ENOMEM` when it is longer than a `T`; `EINVAL` when it is
/// shorter, after which `out` has the bytes there are; `EPERM`.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::sysctl_read;
///
/// let mut count = 0_u32;
/// sysctl_read(c"hw.ncpu", &mut count)?;
/// assert!(count > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn sysctl_read<T: SysctlValue>(name: &CStr, out: &mut T) -> Maybe<()> {
    match read(name, ptr::from_mut(out), 1)? {
        len if len == size_of::<T>() => Ok(()),
        _ => Err(Error::from_code(E::EINVAL, Tag::TODO)),
    }
}

/// Reads the values called `name` to `buf` (`sysctlbyname(3)`). Returns how many there were. macOS
/// only.
///
/// # Errors
///
/// `ENOENT` when there are no such values; `ENOMEM` when they do not fit; `EPERM`.
pub fn sysctl_read_slice<T: SysctlValue>(name: &CStr, buf: &mut [T]) -> Maybe<usize> {
    let len = read(name, buf.as_mut_ptr(), buf.len())?;
    Ok(len / size_of::<T>())
}

/// Returns how many bytes were written to the `count` values at `values`, which are borrowed
/// exclusively by the callers.
fn read<T: SysctlValue>(name: &CStr, values: *mut T, count: usize) -> Maybe<usize> {
    let mut len = count * size_of::<T>();
    // SAFETY: the call writes at most `len` bytes to `values`, and any bytes are values of `T`;
    // `name` has a terminator.
    let rc = unsafe {
        libc::sysctlbyname(name.as_ptr(), values.cast(), &raw mut len, ptr::null_mut(), 0)
    };
    Error::errno_sys(rc, Tag::TODO).map_or(Ok(len), Err)
}
