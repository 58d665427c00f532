//! `kqueue`: what it waits for, and waiting.
#![expect(unsafe_code, reason = "a system call that takes pointers")]

use core::ffi::{c_int, c_uint};

use crate::backend::imp;
use crate::failure::{bare, on_fd};
use crate::{Fd, Maybe, Tag};

pub use libc::kevent64_s;

/// What an event is about.
///
/// Zig: `std.c.EVFILT`.
pub mod EVFILT {
    /// There is something to read.
    pub const READ: i16 = libc::EVFILT_READ;
    /// There is room to write.
    pub const WRITE: i16 = libc::EVFILT_WRITE;
    /// Something happened to a file.
    pub const VNODE: i16 = libc::EVFILT_VNODE;
    /// Something happened to a process.
    pub const PROC: i16 = libc::EVFILT_PROC;
    /// A signal came.
    pub const SIGNAL: i16 = libc::EVFILT_SIGNAL;
    /// Time passed.
    pub const TIMER: i16 = libc::EVFILT_TIMER;
    /// A port has a message.
    pub const MACHPORT: i16 = libc::EVFILT_MACHPORT;
    /// The program says so.
    pub const USER: i16 = libc::EVFILT_USER;
}

/// What to do with an event, and what is said of it.
///
/// Zig: `std.c.EV`.
pub mod EV {
    /// Add it.
    pub const ADD: u16 = libc::EV_ADD;
    /// Remove it.
    pub const DELETE: u16 = libc::EV_DELETE;
    /// Report it again.
    pub const ENABLE: u16 = libc::EV_ENABLE;
    /// Do not report it.
    pub const DISABLE: u16 = libc::EV_DISABLE;
    /// Report it once.
    pub const ONESHOT: u16 = libc::EV_ONESHOT;
    /// Report changes only.
    pub const CLEAR: u16 = libc::EV_CLEAR;
    /// Answer only.
    pub const RECEIPT: u16 = libc::EV_RECEIPT;
    /// Disable it after a report.
    pub const DISPATCH: u16 = libc::EV_DISPATCH;
    /// The other side is gone.
    pub const EOF: u16 = libc::EV_EOF;
    /// What failed is in `data`.
    pub const ERROR: u16 = libc::EV_ERROR;
}

/// What happened.
///
/// Zig: `std.c.NOTE`.
pub mod NOTE {
    /// The process ended.
    pub const EXIT: u32 = libc::NOTE_EXIT;
    /// And how.
    pub const EXITSTATUS: u32 = libc::NOTE_EXITSTATUS;
    /// The process got a signal.
    pub const SIGNAL: u32 = libc::NOTE_SIGNAL;
    /// The process forked.
    pub const FORK: u32 = libc::NOTE_FORK;
    /// The process became another program.
    pub const EXEC: u32 = libc::NOTE_EXEC;
    /// The program says so.
    pub const TRIGGER: u32 = libc::NOTE_TRIGGER;
    /// The file was removed.
    pub const DELETE: u32 = libc::NOTE_DELETE;
    /// The file was written.
    pub const WRITE: u32 = libc::NOTE_WRITE;
    /// The file grew.
    pub const EXTEND: u32 = libc::NOTE_EXTEND;
    /// What is known of the file changed.
    pub const ATTRIB: u32 = libc::NOTE_ATTRIB;
    /// The number of names changed.
    pub const LINK: u32 = libc::NOTE_LINK;
    /// The file was renamed.
    pub const RENAME: u32 = libc::NOTE_RENAME;
    /// Access to the file was revoked.
    pub const REVOKE: u32 = libc::NOTE_REVOKE;
}

/// Changes what a queue waits for, and waits (`kevent64(2)`). Returns how many events there are, or
/// -1 and `errno`; not made again after `EINTR`. macOS only.
///
/// Zig: `std.c.kevent64`.
///
/// # Safety
///
/// 1. `changelist` points to `nchanges` records, `eventlist` to memory for `nevents`.
/// 2. `timeout` is null or points to a value.
#[must_use]
pub unsafe fn kevent64(
    kq: c_int,
    changelist: *const kevent64_s,
    nchanges: c_int,
    eventlist: *mut kevent64_s,
    nevents: c_int,
    flags: c_uint,
    timeout: *const libc::timespec,
) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::kevent64(kq, changelist, nchanges, eventlist, nevents, flags, timeout) }
}

/// Makes a queue of events (`kqueue(2)`). It closes on `exec`, as no child inherits one; the caller
/// closes it. macOS only.
///
/// Zig: `std.posix.kqueue`.
///
/// # Errors
///
/// `EMFILE`, `ENFILE`, `ENOMEM`.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, kevent, kqueue};
///
/// let queue = OwnedFd::new(kqueue()?);
/// assert_eq!(kevent(queue.fd(), &[], &mut [], None)?, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn kqueue() -> Maybe<Fd> {
    imp::kqueue().map_err(bare(Tag::kqueue))
}

/// Applies `changelist` to the queue `fd`, and waits until something of what it waits for happens,
/// for `timeout` at most; for ever without one (`kevent(2)`). Returns how many records of
/// `eventlist` say what happened. With an empty `eventlist` it does not wait. macOS only.
///
/// Zig: `bun.sys.kevent`.
///
/// # Errors
///
/// With `fd`: `EBADF` when it is not open, or no queue; `ENOENT` when what is to change is not
/// there; `EINVAL` for a filter or a timeout that is none; `ENOMEM`; `ESRCH` when there is no such
/// process; `EACCES`.
pub fn kevent(
    fd: Fd,
    changelist: &[libc::kevent],
    eventlist: &mut [libc::kevent],
    timeout: Option<&libc::timespec>,
) -> Maybe<usize> {
    imp::kevent(fd, changelist, eventlist, timeout).map_err(on_fd(fd, Tag::kevent))
}
