//! Calls without any wrapping.
#![expect(unsafe_code, reason = "system calls that take pointers")]

use core::ffi::{c_char, c_int};

use libc::{epoll_event, pollfd};

use crate::Fd;

/// Reads at the position (`read(2)`). Returns how many bytes, or -1 and `errno`: `EINTR` is one.
/// [`read`](crate::read()) takes a slice.
///
/// Zig: `std.os.linux.read`.
///
/// # Safety
///
/// 1. `buf` points to `count` bytes that may be written.
#[must_use]
pub unsafe fn read(fd: c_int, buf: *mut u8, count: usize) -> isize {
    // SAFETY: 1.
    unsafe { libc::read(fd, buf.cast(), count) }
}

/// Copies inside the kernel (`sendfile(2)`), at the position of `in_fd` or at `offset`, which then
/// moves on. Returns how many bytes, or -1 and `errno`: `EINVAL`, `EAGAIN`, `EINTR`.
/// [`sendfile`](crate::sendfile) takes no pointer.
///
/// Zig: `std.os.linux.sendfile`.
///
/// # Safety
///
/// 1. `offset` is null or points to a number that may be written.
#[must_use]
pub unsafe fn sendfile(out_fd: c_int, in_fd: c_int, offset: *mut i64, count: usize) -> isize {
    // SAFETY: 1.
    unsafe { libc::sendfile64(out_fd, in_fd, offset, count) }
}

/// Copies between files inside the kernel (`copy_file_range(2)`), at their positions or at the
/// offsets, which then move on. Returns how many bytes, or -1 and `errno`: `EXDEV`, `EINVAL`,
/// `ENOSYS`, `EINTR`. [`copy_file_range`](crate::copy_file_range) takes no pointers.
///
/// Zig: `std.os.linux.copy_file_range`.
///
/// # Safety
///
/// 1. `off_in` and `off_out` are each null or point to a number that may be written.
#[must_use]
pub unsafe fn copy_file_range(
    in_: c_int,
    off_in: *mut i64,
    out: c_int,
    off_out: *mut i64,
    len: usize,
    flags: u32,
) -> isize {
    // SAFETY: 1.
    unsafe { libc::copy_file_range(in_, off_in, out, off_out, len, flags) }
}

/// Has `dest_fd` share the blocks of `src_fd` (`ioctl_ficlone(2)`). Returns 0, or -1 and `errno`,
/// as [`ioctl_ficlone`](crate::ioctl_ficlone()) lists them.
///
/// Zig: `bun.linux.ioctl_ficlone`.
///
/// # Examples
///
/// ```
/// use bun_sys::linux::ioctl_ficlone;
/// use bun_sys::{E, Fd, get_errno};
///
/// # if cfg!(miri) { return; }
/// assert_eq!(get_errno(ioctl_ficlone(Fd::INVALID, Fd::INVALID)), E::EBADF);
/// ```
#[must_use]
pub fn ioctl_ficlone(dest_fd: Fd, src_fd: Fd) -> isize {
    // SAFETY: this request takes the number of a descriptor and no pointer.
    let rc = unsafe { libc::ioctl(dest_fd.native(), libc::FICLONE as _, src_fd.native()) };
    rc as isize
}

/// Waits for descriptors, with only the signals of `sigmask` blocked meanwhile (`ppoll(2)`).
/// Returns how many are ready, or -1 and `errno`: `EINTR` is one. [`ppoll`](crate::ppoll) takes a
/// slice.
///
/// Zig: `std.os.linux.ppoll`.
///
/// # Safety
///
/// 1. `fds` points to `nfds` records that may be written.
/// 2. `timeout` and `sigmask` are each null or point to a value.
#[must_use]
pub unsafe fn ppoll(
    fds: *mut pollfd,
    nfds: usize,
    timeout: *const libc::timespec,
    sigmask: *const libc::sigset_t,
) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::ppoll(fds, nfds as libc::nfds_t, timeout, sigmask) }
}

/// Adds, changes or removes what an `epoll` waits for (`epoll_ctl(2)`). Returns 0, or -1 and
/// `errno`: `EBADF`, `EEXIST` when `fd` is there already, `ENOENT` when it is not, `EPERM` when it
/// is a file, `ENOSPC`.
///
/// Zig: `std.os.linux.epoll_ctl`.
///
/// # Safety
///
/// 1. `event` points to a record, or is null when `op` is [`CTL_DEL`](super::EPOLL::CTL_DEL).
///
/// # Examples
///
/// ```
/// use core::ptr;
///
/// use bun_sys::linux::{EPOLL, epoll_ctl};
/// use bun_sys::{E, get_errno};
///
/// # if cfg!(miri) { return; }
/// // SAFETY: 1. Null, to remove.
/// let rc = unsafe { epoll_ctl(-1, EPOLL::CTL_DEL, 0, ptr::null_mut()) };
/// assert_eq!(get_errno(rc), E::EBADF);
/// ```
#[must_use]
pub unsafe fn epoll_ctl(epfd: c_int, op: c_int, fd: c_int, event: *mut epoll_event) -> c_int {
    // SAFETY: 1.
    unsafe { libc::epoll_ctl(epfd, op, fd, event) }
}

/// Makes a descriptor that reports what happens to files (`inotify_init1(2)`); `flags` are 0,
/// [`IN::CLOEXEC`](super::IN::CLOEXEC) and [`IN::NONBLOCK`](super::IN::NONBLOCK). Returns it, or -1
/// and `errno`: `EMFILE`, `EINVAL`. The caller closes it.
///
/// Zig: `std.os.linux.inotify_init1`.
///
/// # Examples
///
/// ```
/// use bun_sys::linux::{IN, inotify_init1, inotify_rm_watch};
/// use bun_sys::{E, Fd, OwnedFd, get_errno};
///
/// # if cfg!(miri) { return; }
/// let watch = OwnedFd::new(Fd::from_native(inotify_init1(IN::CLOEXEC)));
/// assert_eq!(get_errno(inotify_rm_watch(watch.fd().native(), 77)), E::EINVAL);
/// ```
#[must_use]
pub fn inotify_init1(flags: c_int) -> c_int {
    // SAFETY: takes any number and touches no memory.
    unsafe { libc::inotify_init1(flags) }
}

/// Has `fd` report what happens to the file at `path` (`inotify_add_watch(2)`); `mask` is of
/// [`IN`](super::IN). Returns the number of the watch, or -1 and `errno`: `ENOENT`, `EACCES`,
/// `ENOSPC` when this user watches too much, `EINVAL` when `fd` is something else.
///
/// Zig: `std.os.linux.inotify_add_watch`.
///
/// # Safety
///
/// 1. `path` points to a string with a terminator.
#[must_use]
pub unsafe fn inotify_add_watch(fd: c_int, path: *const c_char, mask: u32) -> c_int {
    // SAFETY: 1.
    unsafe { libc::inotify_add_watch(fd, path, mask) }
}

/// Ends the watch `wd` of `fd` (`inotify_rm_watch(2)`). Returns 0, or -1 and `errno`: `EINVAL` when
/// there is no such watch, or `fd` is something else; `EBADF`.
///
/// Zig: `std.os.linux.inotify_rm_watch`.
#[must_use]
pub fn inotify_rm_watch(fd: c_int, wd: c_int) -> c_int {
    // SAFETY: takes any numbers and touches no memory.
    unsafe { libc::inotify_rm_watch(fd, wd) }
}
