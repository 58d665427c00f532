//! Linux: what POSIX does not have, and the widths of this kernel's fields.

mod copy;
mod event;
mod futex;
mod memory;
mod path;
mod records;
mod statx;

use crate::Fd;

use super::Outcome;
use super::posix::Stat as RawStat;

pub(crate) use super::posix::{
    HAS_JUNCTIONS, file_attributes, junction, normalize_wide, open_dir_bytes, open_dir_wide,
    open_file_wide, openat_wide, symlink_to_directory, symlink_wide,
};
pub(crate) use super::posix::{
    NULL_DEVICE, Sigaction, SignalSet, Stat, StatFs, chdir, close, disable_linger, dlclose, dlopen,
    dlsym, dup, dup2, faccessat, fchdir, fchmod, fchmodat, fchown, fchownat, fcntl, fd, flags,
    fstat, fstatat, fstatfs, fsync, ftruncate, futimens, getcwd, getrlimit, isatty, kill, linkat,
    lseek, mkdirat, mmap, munmap, openat, pipe, poll, pread, pread_spare, preadv, pwrite, pwritev,
    read, read_uninit, readlinkat, readv, realpath, recv, renameat, send, setrlimit, sigaction,
    socketpair, stat_size, statfs, symlinkat, umask, unlinkat, utimensat, write, writev,
};
pub(crate) use copy::{
    clonefileat, copy_file_range, copyfile, fallocate, fcopyfile, fdatasync, ficlone, reserve,
    sendfile, splice,
};
pub(crate) use event::{
    eventfd, getrandom, memfd_create, pidfd_open, ppoll, read_nowait, write_nowait,
};
pub(crate) use futex::{futex_wait, futex_wake};
pub(crate) use memory::resident_memory;
pub(crate) use path::{fd_path, link_tmpfile, openat2_beneath, renameat2};
pub(crate) use records::{fill_records, parse_record};
pub(crate) use statx::{posix_stat, statx};

/// The kernel moves no more than this at once.
pub(crate) const MAX_COUNT: usize = 0x7fff_f000;

/// The `fcntl` command that sets how much a pipe holds.
pub(crate) const SET_PIPE_CAPACITY: Option<i32> = Some(libc::F_SETPIPE_SZ);

/// Whether there are files in memory.
pub(crate) const HAS_MEMFD: bool = true;

/// Whether single reads and writes can be told not to wait.
pub(crate) const READS_WITHOUT_WAITING: bool = true;

/// Whether `fallocate` does anything.
pub(crate) const PREALLOCATES: bool = true;

/// The flags that only some POSIX systems have.
pub(crate) mod own_flags {
    pub(crate) const AT_EMPTY_PATH: i32 = libc::AT_EMPTY_PATH;
    pub(crate) const EVTONLY: i32 = 0;
    pub(crate) const MSG_NOSIGNAL: i32 = libc::MSG_NOSIGNAL;
    pub(crate) const NOFOLLOW_ANY: i32 = 0;
    pub(crate) const NOATIME: i32 = libc::O_NOATIME;
    pub(crate) const PATH: i32 = libc::O_PATH;
    pub(crate) const SYMLINK: i32 = 0;
    pub(crate) const TMPFILE: i32 = libc::O_TMPFILE;
}

/// What `getrlimit` takes.
pub(crate) type RawResource = libc::__rlimit_resource_t;

/// Its number; there are few.
pub(crate) const fn resource(raw: RawResource) -> i32 {
    raw as i32
}

/// Offsets and limits have 64 bits in these on every processor.
pub(crate) mod wide_calls {
    pub(crate) use libc::{
        getrlimit64 as getrlimit, lseek64 as lseek, mmap64 as mmap, rlimit64 as RawLimit,
        setrlimit64 as setrlimit,
    };

    pub(crate) const RLIM_INFINITY: u64 = u64::MAX;
}

pub(crate) const fn raw_mode(mode: u32) -> libc::mode_t {
    mode
}

#[inline]
pub(crate) fn stat_mode(stat: &RawStat) -> u32 {
    stat.st_mode
}

#[inline]
pub(crate) fn stat_ino(stat: &RawStat) -> u64 {
    stat.st_ino
}

#[inline]
pub(crate) fn stat_dev(stat: &RawStat) -> u64 {
    stat.st_dev
}

#[inline]
pub(crate) fn stat_nlink(stat: &RawStat) -> u64 {
    #[expect(clippy::useless_conversion, reason = "32 bits wide on some processors")]
    stat.st_nlink.into()
}

/// The number of the calling thread, as the kernel has it.
pub(crate) fn thread_id() -> u64 {
    u64::from(rustix::thread::gettid().as_raw_nonzero().get().unsigned_abs())
}

/// Whether the argument of this `fcntl` command is a number, or there is none.
pub(crate) const fn takes_number(command: i32) -> bool {
    matches!(
        command,
        libc::F_DUPFD
            | libc::F_DUPFD_CLOEXEC
            | libc::F_GETFD
            | libc::F_SETFD
            | libc::F_GETFL
            | libc::F_SETFL
            | libc::F_GETOWN
            | libc::F_SETOWN
            | libc::F_GETPIPE_SZ
            | libc::F_SETPIPE_SZ
            | libc::F_GETLEASE
            | libc::F_SETLEASE
            | libc::F_NOTIFY
            | libc::F_ADD_SEALS
            | libc::F_GET_SEALS
    )
}

/// What to add to the type of a socket.
pub(crate) const fn socket_flags(nonblock: bool) -> i32 {
    libc::SOCK_CLOEXEC | if nonblock { libc::SOCK_NONBLOCK } else { 0 }
}

/// They are as they should be.
pub(crate) fn for_shell(_pair: [Fd; 2]) {}

/// Each `send` says so.
#[expect(clippy::unnecessary_wraps, reason = "other systems have work to do here")]
pub(crate) fn set_no_sigpipe(_fd: Fd) -> Outcome<()> {
    Ok(())
}

/// The flags did everything.
#[expect(clippy::unnecessary_wraps, reason = "other systems have work to do here")]
pub(crate) fn finish_sockets(_pair: [Fd; 2], _nonblock: bool) -> Outcome<()> {
    Ok(())
}
