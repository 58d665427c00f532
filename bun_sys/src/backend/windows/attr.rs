//! What files carry beside their content: the one permission, times, length, position.
#![expect(unsafe_code, reason = "calls the system with handles and numbers")]

use core::ffi::CStr;

use windows_sys::Win32::Foundation::{
    GetHandleInformation, HANDLE_FLAG_INHERIT, SetHandleInformation,
};
use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_DISK, FlushFileBuffers, SetFilePointerEx};
use windows_sys::Win32::System::SystemInformation::GetSystemTimePreciseAsFileTime;

use super::create::create;
use super::handle::{check, handle_of, status_number};
use super::info::{Allocation, Basic, EndOfFile, by_handle, file_type, set};
use super::name::with_name;
use super::path::{is_unknown_class, set_writable};
use crate::attr::TimeLike;
use crate::backend::Outcome;
use crate::backend::nt::open::{FILE_WRITE_ATTRIBUTES, NtOpen, flags};
use crate::backend::nt::time;
use crate::{Fd, SystemErrno};

const MODE_WRITE: u32 = 0o200;

/// All that can be said is whether the file may be written.
pub(crate) fn fchmod(fd: Fd, mode: u32) -> Outcome<()> {
    set_writable(handle_of(fd)?, mode & MODE_WRITE != 0)
}

pub(crate) fn fchmodat(dir: Fd, path: &CStr, mode: u32, follow: bool) -> Outcome<()> {
    let how = NtOpen::existing(FILE_WRITE_ATTRIBUTES, follow);
    let file = with_name(dir, path, |name| create(name, &how))?;
    set_writable(file.get(), mode & MODE_WRITE != 0)
}

/// There are no owners by number: nothing happens, as in libuv.
pub(crate) fn fchown(fd: Fd, _uid: u32, _gid: u32) -> Outcome<()> {
    handle_of(fd).map(drop)
}

/// As for [`fchown`].
pub(crate) fn fchownat(dir: Fd, path: &CStr, _uid: u32, _gid: u32, follow: bool) -> Outcome<()> {
    with_name(dir, path, |name| create(name, &NtOpen::existing(0, follow))).map(drop)
}

pub(crate) fn ftruncate(fd: Fd, len: i64) -> Outcome<()> {
    let handle = handle_of(fd)?;
    if len < 0 {
        return Err(SystemErrno::EINVAL);
    }
    set(handle, &EndOfFile { len }).map_err(status_number)
}

/// Reserves room, and lets the file grow into it.
pub(crate) fn fallocate(fd: Fd, offset: i64, len: i64) -> Outcome<()> {
    let handle = handle_of(fd)?;
    let end = match offset.checked_add(len) {
        Some(end) if offset >= 0 && len > 0 => end,
        Some(_) => return Err(SystemErrno::EINVAL),
        None => return Err(SystemErrno::EFBIG),
    };
    let found = by_handle(handle)?;
    let size = (i64::from(found.nFileSizeHigh) << 32) | i64::from(found.nFileSizeLow);
    if end <= size {
        return Ok(());
    }
    // The room first: a full disk is told before the file grows.
    match set(handle, &Allocation { len: end }) {
        Err(status) if is_unknown_class(status) => {}
        other => other.map_err(status_number)?,
    }
    set(handle, &EndOfFile { len: end }).map_err(status_number)
}

/// Reserves room for `len` bytes, which the file, that is shorter, does not grow into.
pub(crate) fn reserve(fd: Fd, len: i64) -> Outcome<()> {
    set(handle_of(fd)?, &Allocation { len }).map_err(status_number)
}

pub(crate) fn lseek(fd: Fd, offset: i64, whence: i32) -> Outcome<i64> {
    let handle = handle_of(fd)?;
    let Ok(method @ 0..=2) = u32::try_from(whence) else { return Err(SystemErrno::EINVAL) };
    if file_type(handle) != FILE_TYPE_DISK {
        return Err(SystemErrno::ESPIPE);
    }
    let mut now = 0;
    // SAFETY: the call writes one number to `now`, and takes any others.
    match check(unsafe { SetFilePointerEx(handle, offset, &raw mut now, method) }) {
        Ok(()) => Ok(now),
        // A place before the start.
        Err(SystemErrno::EUNKNOWN) => Err(SystemErrno::EINVAL),
        Err(errno) => Err(errno),
    }
}

/// Needs a handle that may write.
pub(crate) fn fsync(fd: Fd) -> Outcome<()> {
    let handle = handle_of(fd)?;
    // SAFETY: takes any handle, touches no memory of ours.
    check(unsafe { FlushFileBuffers(handle) })
}

/// The same as [`fsync`].
pub(crate) fn fdatasync(fd: Fd) -> Outcome<()> {
    fsync(fd)
}

pub(crate) fn futimens(fd: Fd, atime: TimeLike, mtime: TimeLike) -> Outcome<()> {
    let handle = handle_of(fd)?;
    set(handle, &times(atime, mtime)?).map_err(status_number)
}

pub(crate) fn utimensat(
    dir: Fd,
    path: &CStr,
    atime: TimeLike,
    mtime: TimeLike,
    follow: bool,
) -> Outcome<()> {
    let times = times(atime, mtime)?;
    let how = NtOpen::existing(FILE_WRITE_ATTRIBUTES, follow);
    let file = with_name(dir, path, |name| create(name, &how))?;
    set(file.get(), &times).map_err(status_number)
}

fn times(atime: TimeLike, mtime: TimeLike) -> Outcome<Basic> {
    let steps = |time: TimeLike| match time.nsec {
        // Zero leaves the time alone.
        flags::UTIME_OMIT => Ok(0),
        flags::UTIME_NOW => Ok(now()),
        // The kernel takes neither a time before 1601 nor zero for one.
        0..=999_999_999 => Ok(time::from_unix(time.sec, time.nsec).max(1)),
        _ => Err(SystemErrno::EINVAL),
    };
    Ok(Basic { accessed: steps(atime)?, written: steps(mtime)?, ..Basic::default() })
}

fn now() -> i64 {
    let mut time = windows_sys::Win32::Foundation::FILETIME::default();
    // SAFETY: the call writes one structure of integers.
    unsafe { GetSystemTimePreciseAsFileTime(&raw mut time) };
    (i64::from(time.dwHighDateTime) << 32) | i64::from(time.dwLowDateTime)
}

/// Whether children inherit the handle is all that can be asked and told.
pub(crate) fn fcntl(fd: Fd, command: i32, argument: isize) -> Outcome<isize> {
    let handle = handle_of(fd)?;
    match command {
        flags::F_GETFD => {
            let mut found = 0;
            // SAFETY: the call writes one number, and takes any handle.
            check(unsafe { GetHandleInformation(handle, &raw mut found) })?;
            let inherits = found & HANDLE_FLAG_INHERIT != 0;
            Ok(if inherits { 0 } else { flags::FD_CLOEXEC as isize })
        }
        flags::F_SETFD => {
            let closes = argument & flags::FD_CLOEXEC as isize != 0;
            let value = if closes { 0 } else { HANDLE_FLAG_INHERIT };
            // SAFETY: takes any handle, touches no memory of ours.
            check(unsafe { SetHandleInformation(handle, HANDLE_FLAG_INHERIT, value) })?;
            Ok(0)
        }
        // Nothing ever returns early, and nothing can be made to.
        flags::F_GETFL => Ok(flags::RDWR as isize),
        flags::F_SETFL => Ok(0),
        _ => Err(SystemErrno::EINVAL),
    }
}
