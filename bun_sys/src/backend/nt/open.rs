//! What `open` is asked for, as the kernel's `NtCreateFile` takes it.

use crate::SystemErrno;

/// The flags of `open`: numbers like Linux's, since no system gives them.
pub(crate) mod flags {
    pub(crate) const RDONLY: i32 = 0;
    pub(crate) const WRONLY: i32 = 0o1;
    pub(crate) const RDWR: i32 = 0o2;
    pub(crate) const ACCMODE: i32 = 0o3;
    pub(crate) const CREAT: i32 = 0o100;
    pub(crate) const EXCL: i32 = 0o200;
    pub(crate) const NOCTTY: i32 = 0;
    pub(crate) const TRUNC: i32 = 0o1000;
    pub(crate) const APPEND: i32 = 0o2000;
    pub(crate) const NONBLOCK: i32 = 0o4000;
    pub(crate) const DSYNC: i32 = 0o10_000;
    pub(crate) const ASYNC: i32 = 0o20_000;
    pub(crate) const DIRECTORY: i32 = 0o200_000;
    pub(crate) const NOFOLLOW: i32 = 0o400_000;
    pub(crate) const NOATIME: i32 = 0o1_000_000;
    pub(crate) const CLOEXEC: i32 = 0o2_000_000;
    pub(crate) const SYNC: i32 = 0o4_010_000;
    pub(crate) const PATH: i32 = 0o10_000_000;
    pub(crate) const TMPFILE: i32 = 0o20_200_000;
    pub(crate) const EVTONLY: i32 = 0;
    pub(crate) const SYMLINK: i32 = 0;

    pub(crate) const AT_SYMLINK_NOFOLLOW: i32 = 0x100;
    pub(crate) const AT_REMOVEDIR: i32 = 0x200;
    pub(crate) const AT_SYMLINK_FOLLOW: i32 = 0x400;
    pub(crate) const AT_EMPTY_PATH: i32 = 0x1000;

    pub(crate) const F_GETFD: i32 = 1;
    pub(crate) const F_SETFD: i32 = 2;
    pub(crate) const F_GETFL: i32 = 3;
    pub(crate) const F_SETFL: i32 = 4;
    pub(crate) const FD_CLOEXEC: i32 = 1;

    pub(crate) const NOFOLLOW_ANY: i32 = 0;
    pub(crate) const UTIME_NOW: i64 = 0x3FFF_FFFF;
    pub(crate) const UTIME_OMIT: i64 = 0x3FFF_FFFE;
    pub(crate) const MSG_DONTWAIT: i32 = 0;
    pub(crate) const MSG_NOSIGNAL: i32 = 0;

    pub(crate) const MAP_SHARED: i32 = 0x1;
    pub(crate) const MAP_PRIVATE: i32 = 0x2;
    pub(crate) const MAP_FIXED: i32 = 0x10;
    pub(crate) const MAP_ANONYMOUS: i32 = 0x20;

    pub(crate) const RTLD_LAZY: i32 = 0x1;
    pub(crate) const RTLD_NOW: i32 = 0x2;
    pub(crate) const RTLD_NOLOAD: i32 = 0x4;
    pub(crate) const RTLD_GLOBAL: i32 = 0x100;
    pub(crate) const RTLD_LOCAL: i32 = 0;

    pub(crate) const RLIM_INFINITY: u64 = u64::MAX;
    pub(crate) const RLIMIT_CPU: i32 = 0;
    pub(crate) const RLIMIT_FSIZE: i32 = 1;
    pub(crate) const RLIMIT_DATA: i32 = 2;
    pub(crate) const RLIMIT_STACK: i32 = 3;
    pub(crate) const RLIMIT_CORE: i32 = 4;
    pub(crate) const RLIMIT_NPROC: i32 = 6;
    pub(crate) const RLIMIT_NOFILE: i32 = 7;
    pub(crate) const RLIMIT_AS: i32 = 9;
}

pub(crate) const FILE_READ_ATTRIBUTES: u32 = 0x80;
pub(crate) const FILE_WRITE_ATTRIBUTES: u32 = 0x100;
pub(crate) const FILE_TRAVERSE: u32 = 0x20;
pub(crate) const FILE_LIST_DIRECTORY: u32 = 0x1;
pub(crate) const DELETE: u32 = 0x1_0000;
pub(crate) const SYNCHRONIZE: u32 = 0x10_0000;
const FILE_WRITE_DATA: u32 = 0x2;
const FILE_GENERIC_READ: u32 = 0x12_0089;
const FILE_GENERIC_WRITE: u32 = 0x12_0116;

pub(crate) const FILE_SHARE_READ: u32 = 1;
pub(crate) const FILE_SHARE_WRITE: u32 = 2;
pub(crate) const FILE_SHARE_DELETE: u32 = 4;
/// Others may do as they like, as on Unix.
pub(crate) const SHARE_ALL: u32 = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

pub(crate) const FILE_OPEN: u32 = 1;
pub(crate) const FILE_CREATE: u32 = 2;
pub(crate) const FILE_OPEN_IF: u32 = 3;
pub(crate) const FILE_OVERWRITE: u32 = 4;
pub(crate) const FILE_OVERWRITE_IF: u32 = 5;

pub(crate) const FILE_DIRECTORY_FILE: u32 = 0x1;
pub(crate) const FILE_WRITE_THROUGH: u32 = 0x2;
pub(crate) const FILE_SYNCHRONOUS_IO_NONALERT: u32 = 0x20;
pub(crate) const FILE_NON_DIRECTORY_FILE: u32 = 0x40;
pub(crate) const FILE_OPEN_FOR_BACKUP_INTENT: u32 = 0x4000;
pub(crate) const FILE_OPEN_REPARSE_POINT: u32 = 0x20_0000;

pub(crate) const FILE_ATTRIBUTE_READONLY: u32 = 0x1;
pub(crate) const FILE_ATTRIBUTE_DIRECTORY: u32 = 0x10;
pub(crate) const FILE_ATTRIBUTE_NORMAL: u32 = 0x80;
pub(crate) const FILE_ATTRIBUTE_REPARSE_POINT: u32 = 0x400;

/// The arguments of `NtCreateFile` that are numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NtOpen {
    pub(crate) access: u32,
    pub(crate) attributes: u32,
    pub(crate) share: u32,
    pub(crate) disposition: u32,
    pub(crate) options: u32,
}

impl NtOpen {
    /// Opens what exists, for its attributes and `access`, whatever it is.
    pub(crate) const fn existing(access: u32, follow: bool) -> Self {
        let link = if follow { 0 } else { FILE_OPEN_REPARSE_POINT };
        Self {
            access: SYNCHRONIZE | FILE_READ_ATTRIBUTES | access,
            attributes: FILE_ATTRIBUTE_NORMAL,
            share: SHARE_ALL,
            disposition: FILE_OPEN,
            options: FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT | link,
        }
    }
}

/// Translates `flags` and `mode`; `EINVAL` for what contradicts itself.
///
/// Reading and writing always wait (`NONBLOCK` means nothing), and no child inherits (`CLOEXEC`
/// is always on). `mode` decides one thing, whether a file that is created is read-only; zero
/// counts as 0644, as libuv has it.
pub(crate) fn translate(flags: i32, mode: u32) -> Result<NtOpen, SystemErrno> {
    let has = |flag: i32| flag != 0 && flags & flag == flag;
    // Files without a name would need a directory that is none.
    if has(flags::TMPFILE) {
        return Err(SystemErrno::ENOTSUP);
    }
    let (reads, writes) = match flags & flags::ACCMODE {
        flags::RDONLY => (true, false),
        flags::WRONLY => (false, true),
        flags::RDWR => (true, true),
        _ => return Err(SystemErrno::EINVAL),
    };
    let mut access = SYNCHRONIZE | FILE_READ_ATTRIBUTES;
    if has(flags::PATH) {
        access |= FILE_TRAVERSE;
    } else {
        access |= if reads { FILE_GENERIC_READ } else { 0 };
        access |= if writes { FILE_GENERIC_WRITE } else { 0 };
        // Without the right to write elsewhere, the kernel writes at the end.
        if has(flags::APPEND) && writes {
            access &= !FILE_WRITE_DATA;
        }
    }
    let disposition = match (has(flags::CREAT), has(flags::EXCL), has(flags::TRUNC)) {
        _ if has(flags::PATH) => FILE_OPEN,
        (true, true, _) => FILE_CREATE,
        (true, false, true) => FILE_OVERWRITE_IF,
        (true, false, false) => FILE_OPEN_IF,
        (false, _, true) => FILE_OVERWRITE,
        (false, _, false) => FILE_OPEN,
    };
    let mut options = FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT;
    if has(flags::DIRECTORY) {
        if writes || disposition != FILE_OPEN {
            return Err(SystemErrno::EINVAL);
        }
        access |= FILE_TRAVERSE;
        options |= FILE_DIRECTORY_FILE;
    } else if !has(flags::PATH) && (writes || disposition != FILE_OPEN) {
        options |= FILE_NON_DIRECTORY_FILE;
    }
    if has(flags::DSYNC) {
        options |= FILE_WRITE_THROUGH;
    }
    if has(flags::NOFOLLOW) {
        options |= FILE_OPEN_REPARSE_POINT;
    }
    let is_read_only = mode != 0 && mode & 0o200 == 0;
    let attributes = if is_read_only && disposition != FILE_OPEN {
        FILE_ATTRIBUTE_READONLY
    } else {
        FILE_ATTRIBUTE_NORMAL
    };
    Ok(NtOpen { access, attributes, share: SHARE_ALL, disposition, options })
}
