//! Handles: found by an `Fd`, closed when done, and what the system says when it refuses.
#![expect(unsafe_code, reason = "asks the C runtime for handles, and closes them")]

use core::ptr;

use windows_sys::Win32::Foundation::{
    CloseHandle, GetLastError, HANDLE, INVALID_HANDLE_VALUE, NTSTATUS, RtlNtStatusToDosError,
};
use windows_sys::Win32::System::Console::{
    GetStdHandle, STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE,
};
use windows_sys::core::BOOL;

use super::crt;
use super::fd;
use crate::backend::Outcome;
use crate::{Fd, SystemErrno};

/// The handle that the kernel takes for `fd`.
///
/// `EBADF` when there is none; the working directory has none either.
pub(crate) fn handle_of(fd: Fd) -> Outcome<HANDLE> {
    let bits = fd.bits();
    if bits == fd::INVALID || bits == fd::CWD {
        return Err(SystemErrno::EBADF);
    }
    if !fd::is_uv(bits) {
        return Ok(fd::native(bits));
    }
    let number = fd::uv(bits);
    let handle = crt::handle(number).or_else(|| standard(number));
    handle.ok_or(SystemErrno::EBADF)
}

/// A program without a console has no descriptors 0 to 2 in the C runtime, but may have been given
/// handles.
pub(super) fn standard(number: i32) -> Option<HANDLE> {
    let which = match number {
        0 => STD_INPUT_HANDLE,
        1 => STD_OUTPUT_HANDLE,
        2 => STD_ERROR_HANDLE,
        _ => return None,
    };
    // SAFETY: takes any number, touches no memory of ours.
    let handle = unsafe { GetStdHandle(which) };
    (!handle.is_null() && handle != INVALID_HANDLE_VALUE).then_some(handle)
}

/// A handle that is closed when this is dropped.
pub(super) struct Owned(HANDLE);

impl Owned {
    /// Takes over the duty to close `handle`, which a call just made.
    pub(super) const fn new(handle: HANDLE) -> Self {
        Self(handle)
    }

    pub(super) const fn get(&self) -> HANDLE {
        self.0
    }

    /// Gives the handle to the caller, as a descriptor.
    pub(super) fn into_fd(mut self) -> Fd {
        Fd::from_system(core::mem::replace(&mut self.0, ptr::null_mut()))
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // The handle is gone whatever this says.
            let _ = close(self.0);
        }
    }
}

pub(super) fn close(handle: HANDLE) -> Outcome<()> {
    // SAFETY: takes any handle. `Fd` leaves it to its users not to close what others use; memory
    // mapped from a handle outlives it.
    check(unsafe { CloseHandle(handle) })
}

/// The outcome of a call of Win32 that returns zero when it fails.
pub(super) fn check(returned: BOOL) -> Outcome<()> {
    if returned == 0 { Err(last()) } else { Ok(()) }
}

/// What the last failed call of Win32 in this thread said.
pub(super) fn last() -> SystemErrno {
    number(last_code())
}

/// The same as a code of Win32.
pub(crate) fn last_code() -> u32 {
    // SAFETY: reads a number of this thread.
    unsafe { GetLastError() }
}

/// A code of Win32 as a number; `EUNKNOWN` for one that has none.
pub(super) fn number(code: u32) -> SystemErrno {
    SystemErrno::from_win32(code).unwrap_or(SystemErrno::EUNKNOWN)
}

/// The outcome of a call of the kernel.
pub(super) fn check_status(status: NTSTATUS) -> Outcome<()> {
    if status >= 0 { Ok(()) } else { Err(status_number(status)) }
}

/// What the kernel said, as a number; `EUNKNOWN` when it has none.
pub(super) fn status_number(status: NTSTATUS) -> SystemErrno {
    SystemErrno::from_ntstatus(status).unwrap_or_else(|| {
        // SAFETY: takes any number, touches no memory of ours.
        number(unsafe { RtlNtStatusToDosError(status) })
    })
}

impl Fd {
    /// The descriptor of a handle. On Windows only.
    ///
    /// Zig: `bun.FD.fromSystem`.
    #[doc(alias = "fromSystem")]
    #[must_use]
    pub fn from_system(handle: HANDLE) -> Self {
        Self::from_native(fd::from_native(handle))
    }
}
