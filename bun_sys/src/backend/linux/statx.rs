//! `statx`, and every answer as one type.

use core::ffi::CStr;

use rustix::fs::{self, AtFlags, StatxFlags, StatxTimestamp};

use crate::Fd;
use crate::backend::Outcome;
use crate::backend::posix::{Stat, lend, retry};
use crate::posix_stat::{PosixStat, Timespec};

/// `flags` are of [`flags`](super::flags), `mask` of the kernel.
pub(crate) fn statx(dir: Fd, path: &CStr, flags: i32, mask: u32) -> Outcome<PosixStat> {
    let dir = lend(dir)?;
    let flags = AtFlags::from_bits_retain(flags.cast_unsigned());
    let found = retry(|| fs::statx(dir, path, flags, StatxFlags::from_bits_retain(mask)))?;
    Ok(PosixStat {
        dev: fs::makedev(found.stx_dev_major, found.stx_dev_minor),
        ino: found.stx_ino,
        mode: found.stx_mode.into(),
        nlink: found.stx_nlink.into(),
        uid: found.stx_uid.into(),
        gid: found.stx_gid.into(),
        rdev: fs::makedev(found.stx_rdev_major, found.stx_rdev_minor),
        size: found.stx_size,
        blksize: found.stx_blksize.into(),
        blocks: found.stx_blocks,
        atim: time(&found.stx_atime),
        mtim: time(&found.stx_mtime),
        ctim: time(&found.stx_ctime),
        birthtim: if found.stx_mask & StatxFlags::BTIME.bits() == 0 {
            Timespec::default()
        } else {
            time(&found.stx_btime)
        },
    })
}

fn time(time: &StatxTimestamp) -> Timespec {
    Timespec { sec: time.tv_sec, nsec: time.tv_nsec.into() }
}

/// The time of birth is not in `stat`.
#[expect(clippy::useless_conversion, reason = "the widths differ between processors")]
pub(crate) fn posix_stat(stat: &Stat) -> PosixStat {
    let time = |sec: i64, nsec: u64| Timespec { sec, nsec: nsec.cast_signed() };
    PosixStat {
        dev: stat.st_dev,
        ino: stat.st_ino,
        mode: stat.st_mode.into(),
        nlink: stat.st_nlink.into(),
        uid: stat.st_uid.into(),
        gid: stat.st_gid.into(),
        rdev: stat.st_rdev,
        size: stat.st_size.cast_unsigned(),
        blksize: i64::from(stat.st_blksize).cast_unsigned(),
        blocks: stat.st_blocks as u64,
        atim: time(stat.st_atime, stat.st_atime_nsec),
        mtim: time(stat.st_mtime, stat.st_mtime_nsec),
        ctim: time(stat.st_ctime, stat.st_ctime_nsec),
        birthtim: Timespec::default(),
    }
}
