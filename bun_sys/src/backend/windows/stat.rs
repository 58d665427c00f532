//! What files are.

use core::ffi::CStr;

use windows_sys::Win32::Foundation::{FILETIME, HANDLE};
use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_CHAR, FILE_TYPE_DISK, FILE_TYPE_PIPE};

use super::create::create;
use super::handle::{handle_of, last_code, number};
use super::info::{AttributeTag, Basic, by_handle, file_type, query};
use super::name::with_name;
use crate::Fd;
use crate::backend::Outcome;
use crate::backend::nt::open::{
    FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_REPARSE_POINT, NtOpen, flags,
};
use crate::backend::nt::{reparse, time};
use crate::flags::S;
use crate::posix_stat::{PosixStat, Timespec};

/// What the system says about a file.
pub(crate) type Stat = PosixStat;

pub(crate) fn fstat(fd: Fd) -> Outcome<Stat> {
    let handle = handle_of(fd)?;
    // As libuv has them: the streams carry nothing but their type.
    let bare = |kind: u32| PosixStat {
        mode: (kind | 0o666).into(),
        nlink: 1,
        rdev: u64::from(file_type(handle)) << 16,
        ..PosixStat::default()
    };
    match file_type(handle) {
        FILE_TYPE_DISK => of_handle(handle),
        FILE_TYPE_CHAR => Ok(bare(S::IFCHR)),
        FILE_TYPE_PIPE => Ok(bare(S::IFIFO)),
        _ => Err(number(last_code())),
    }
}

/// A link that cannot be followed because the kernel does not know its kind is described itself.
pub(crate) fn fstatat(dir: Fd, path: &CStr, follow: bool) -> Outcome<Stat> {
    with_name(dir, path, |name| {
        let file = create(name, &NtOpen::existing(0, follow))?;
        match file_type(file.get()) {
            FILE_TYPE_DISK => of_handle(file.get()),
            _ => fstat_of_device(),
        }
    })
}

fn fstat_of_device() -> Outcome<Stat> {
    let mode = (S::IFCHR | 0o666).into();
    Ok(PosixStat { mode, nlink: 1, ..PosixStat::default() })
}

/// `flags` are of [`flags`]; everything is always answered.
pub(crate) fn statx(dir: Fd, path: &CStr, flags: i32, _mask: u32) -> Outcome<PosixStat> {
    if flags & flags::AT_EMPTY_PATH != 0 && path.is_empty() {
        return fstat(dir);
    }
    fstatat(dir, path, flags & flags::AT_SYMLINK_NOFOLLOW == 0)
}

pub(crate) fn posix_stat(stat: &Stat) -> PosixStat {
    *stat
}

pub(crate) fn stat_mode(stat: &Stat) -> u32 {
    stat.mode as u32
}

pub(crate) fn stat_size(stat: &Stat) -> u64 {
    stat.size
}

pub(crate) fn stat_ino(stat: &Stat) -> u64 {
    stat.ino
}

pub(crate) fn stat_dev(stat: &Stat) -> u64 {
    stat.dev
}

pub(crate) fn stat_nlink(stat: &Stat) -> u64 {
    stat.nlink
}

/// Whether the open file is a symbolic link or a junction, and its attributes.
pub(super) fn link_and_attributes(handle: HANDLE) -> Outcome<(bool, u32)> {
    let AttributeTag { attributes, tag } = query(handle)?;
    let is_link = attributes & FILE_ATTRIBUTE_REPARSE_POINT != 0 && reparse::is_link(tag);
    Ok((is_link, attributes))
}

fn of_handle(handle: HANDLE) -> Outcome<Stat> {
    let found = by_handle(handle)?;
    let attributes = found.dwFileAttributes;
    let is_link = attributes & FILE_ATTRIBUTE_REPARSE_POINT != 0 && link_and_attributes(handle)?.0;
    let size = whole(found.nFileSizeHigh, found.nFileSizeLow);
    let written = steps(found.ftLastWriteTime);
    // Not every file system has this one.
    let changed = query::<Basic>(handle).map_or(written, |basic| basic.changed);
    Ok(PosixStat {
        dev: found.dwVolumeSerialNumber.into(),
        ino: whole(found.nFileIndexHigh, found.nFileIndexLow),
        mode: mode_of(attributes, is_link).into(),
        nlink: found.nNumberOfLinks.into(),
        size,
        blksize: 4096,
        blocks: size.div_ceil(512),
        atim: timespec(steps(found.ftLastAccessTime)),
        mtim: timespec(written),
        ctim: timespec(changed),
        birthtim: timespec(steps(found.ftCreationTime)),
        ..PosixStat::default()
    })
}

const fn whole(high: u32, low: u32) -> u64 {
    (high as u64) << 32 | low as u64
}

const fn steps(time: FILETIME) -> i64 {
    whole(time.dwHighDateTime, time.dwLowDateTime).cast_signed()
}

const fn timespec(steps: i64) -> Timespec {
    let (sec, nsec) = time::to_unix(steps);
    Timespec { sec, nsec }
}

/// As libuv has it: everybody may read, and write unless the file is read-only.
const fn mode_of(attributes: u32, is_link: bool) -> u32 {
    let kind = if is_link {
        S::IFLNK
    } else if attributes & FILE_ATTRIBUTE_DIRECTORY != 0 {
        S::IFDIR
    } else {
        S::IFREG
    };
    kind | if attributes & FILE_ATTRIBUTE_READONLY != 0 { 0o444 } else { 0o666 }
}

/// What the system says about a file system, by the names that Linux has.
#[derive(Clone, Copy, Default, Debug)]
pub struct StatFs {
    /// What kind it is: never said.
    pub f_type: i64,
    /// How large a block is, in bytes.
    pub f_bsize: u64,
    /// How many blocks there are.
    pub f_blocks: u64,
    /// How many are free.
    pub f_bfree: u64,
    /// How many this user may fill.
    pub f_bavail: u64,
    /// How many files there may be: never said.
    pub f_files: u64,
    /// How many more: never said.
    pub f_ffree: u64,
}

/// What libuv's `uv_fs_statfs` says, less what Windows does not have.
pub(crate) fn statfs(path: &CStr) -> Outcome<StatFs> {
    with_name(Fd::cwd(), path, |name| {
        let file = create(name, &NtOpen::existing(0, true))?;
        super::info::volume(file.get())
    })
}

pub(crate) fn fstatfs(fd: Fd) -> Outcome<StatFs> {
    super::info::volume(handle_of(fd)?)
}
