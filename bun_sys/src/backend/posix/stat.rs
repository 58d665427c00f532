//! What files and file systems are.

use core::ffi::CStr;

use rustix::fs::{self, AtFlags};

use super::{Outcome, lend, retry};
use crate::Fd;

/// What the system says about a file.
pub(crate) type Stat = fs::Stat;

/// What the system says about a file system.
pub(crate) type StatFs = fs::StatFs;

#[inline]
pub(crate) fn fstat(fd: Fd) -> Outcome<Stat> {
    let fd = lend(fd)?;
    retry(|| fs::fstat(fd))
}

#[inline]
pub(crate) fn fstatat(dir: Fd, path: &CStr, follow: bool) -> Outcome<Stat> {
    let dir = lend(dir)?;
    let flags = if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
    retry(|| fs::statat(dir, path, flags))
}

pub(crate) fn statfs(path: &CStr) -> Outcome<StatFs> {
    retry(|| fs::statfs(path))
}

pub(crate) fn fstatfs(fd: Fd) -> Outcome<StatFs> {
    let fd = lend(fd)?;
    retry(|| fs::fstatfs(fd))
}

#[inline]
pub(crate) fn stat_size(stat: &Stat) -> u64 {
    u64::try_from(stat.st_size).unwrap_or(0)
}
