//! Every answer of `stat` as one type. Here `stat` knows the time of birth.

use core::ffi::CStr;

use crate::backend::Outcome;
use crate::backend::posix::Stat;
use crate::posix_stat::{PosixStat, Timespec};
use crate::{Fd, SystemErrno};

/// There is none, and no need.
pub(crate) fn statx(_dir: Fd, _path: &CStr, _flags: i32, _mask: u32) -> Outcome<PosixStat> {
    Err(SystemErrno::ENOSYS)
}

pub(crate) fn posix_stat(stat: &Stat) -> PosixStat {
    let time = |sec: i64, nsec: i64| Timespec { sec, nsec };
    PosixStat {
        dev: i64::from(stat.st_dev).cast_unsigned(),
        ino: stat.st_ino,
        mode: stat.st_mode.into(),
        nlink: stat.st_nlink.into(),
        uid: stat.st_uid.into(),
        gid: stat.st_gid.into(),
        rdev: i64::from(stat.st_rdev).cast_unsigned(),
        size: stat.st_size.cast_unsigned(),
        blksize: i64::from(stat.st_blksize).cast_unsigned(),
        blocks: stat.st_blocks.cast_unsigned(),
        atim: time(stat.st_atime, stat.st_atime_nsec),
        mtim: time(stat.st_mtime, stat.st_mtime_nsec),
        ctim: time(stat.st_ctime, stat.st_ctime_nsec),
        birthtim: time(stat.st_birthtime, stat.st_birthtime_nsec),
    }
}
