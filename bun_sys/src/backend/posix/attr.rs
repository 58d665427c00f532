//! What files carry beside their content: permissions, owners, times, length, position.
#![expect(unsafe_code, reason = "seeks by a number for `whence`")]

use core::ffi::CStr;

use rustix::fs::{self, AtFlags, Gid, Mode, Timespec, Timestamps, Uid};

use super::{Outcome, answer, lend, retry};
use crate::attr::TimeLike;
use crate::backend::imp::{raw_mode, wide_calls};
use crate::{Fd, SystemErrno};

pub(crate) fn fchmod(fd: Fd, mode: u32) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::fchmod(fd, Mode::from_raw_mode(raw_mode(mode))))
}

pub(crate) fn fchmodat(dir: Fd, path: &CStr, mode: u32, follow: bool) -> Outcome<()> {
    let dir = lend(dir)?;
    let mode = Mode::from_raw_mode(raw_mode(mode));
    retry(|| fs::chmodat(dir, path, mode, links(follow)))
}

/// `u32::MAX` leaves the owner or the group alone.
pub(crate) fn fchown(fd: Fd, uid: u32, gid: u32) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::fchown(fd, user(uid), group(gid)))
}

/// `u32::MAX` leaves the owner or the group alone.
pub(crate) fn fchownat(dir: Fd, path: &CStr, uid: u32, gid: u32, follow: bool) -> Outcome<()> {
    let dir = lend(dir)?;
    retry(|| fs::chownat(dir, path, user(uid), group(gid), links(follow)))
}

pub(crate) fn ftruncate(fd: Fd, len: i64) -> Outcome<()> {
    let fd = lend(fd)?;
    // rustix calls a length that the system has no type for too large.
    let len = u64::try_from(len).map_err(|_| SystemErrno::EINVAL)?;
    retry(|| fs::ftruncate(fd, len))
}

pub(crate) fn lseek(fd: Fd, offset: i64, whence: i32) -> Outcome<i64> {
    // SAFETY: `lseek` takes any numbers and touches no memory of this process.
    retry(|| answer(unsafe { wide_calls::lseek(fd.native(), offset, whence) }))
}

pub(crate) fn fsync(fd: Fd) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::fsync(fd))
}

pub(crate) fn futimens(fd: Fd, atime: TimeLike, mtime: TimeLike) -> Outcome<()> {
    let fd = lend(fd)?;
    retry(|| fs::futimens(fd, &times(atime, mtime)))
}

pub(crate) fn utimensat(
    dir: Fd,
    path: &CStr,
    atime: TimeLike,
    mtime: TimeLike,
    follow: bool,
) -> Outcome<()> {
    let dir = lend(dir)?;
    retry(|| fs::utimensat(dir, path, &times(atime, mtime), links(follow)))
}

fn times(atime: TimeLike, mtime: TimeLike) -> Timestamps {
    Timestamps { last_access: time(atime), last_modification: time(mtime) }
}

fn time(time: TimeLike) -> Timespec {
    Timespec { tv_sec: time.sec, tv_nsec: time.nsec }
}

fn links(follow: bool) -> AtFlags {
    if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW }
}

fn user(uid: u32) -> Option<Uid> {
    if uid == u32::MAX { None } else { Some(Uid::from_raw(uid)) }
}

fn group(gid: u32) -> Option<Gid> {
    if gid == u32::MAX { None } else { Some(Gid::from_raw(gid)) }
}
