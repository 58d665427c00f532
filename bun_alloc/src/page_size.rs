//! The size of a page of virtual memory.

use std::sync::OnceLock;

/// Returns the size of a page in bytes: a power of two, constant while the process runs.
///
/// Asks the system once.
///
/// Zig: `std.heap.pageSize`.
///
/// # Examples
///
/// ```
/// let size = bun_alloc::page_size();
/// assert!(size.is_power_of_two() && size >= 4096);
/// ```
#[doc(alias = "pageSize")]
#[must_use]
pub fn page_size() -> usize {
    static SIZE: OnceLock<usize> = OnceLock::new();
    *SIZE.get_or_init(ask)
}

#[cfg(unix)]
fn ask() -> usize {
    rustix::param::page_size()
}

#[cfg(windows)]
#[expect(unsafe_code, reason = "one call of the system")]
fn ask() -> usize {
    use core::mem::MaybeUninit;
    use windows_sys::Win32::System::SystemInformation::{GetSystemInfo, SYSTEM_INFO};

    let mut info = MaybeUninit::<SYSTEM_INFO>::zeroed();
    // SAFETY: a valid place to write the structure to.
    unsafe { GetSystemInfo(info.as_mut_ptr()) };
    // SAFETY: the call wrote it, and zeros were a valid value before.
    unsafe { info.assume_init() }.dwPageSize as usize
}

#[cfg(not(any(unix, windows)))]
fn ask() -> usize {
    4096
}
