//! macOS: what POSIX does not have, and the widths of this kernel's fields.
#![expect(unsafe_code, reason = "asks for the number of the thread")]

mod copy;
mod event;
mod futex;
mod path;
mod process;
mod queue;
mod records;
mod statx;

use crate::Fd;

use super::Outcome;
use super::posix::Stat as RawStat;
use super::posix::descriptor::set_option;

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
pub(crate) use crate::backend::xnu::parse_record;
pub(crate) use copy::{
    clonefileat, copy_file_range, copyfile, fallocate, fcopyfile, fdatasync, ficlone, reserve,
    sendfile, splice,
};
pub(crate) use event::{
    eventfd, getrandom, memfd_create, pidfd_open, ppoll, read_nowait, write_nowait,
};
pub(crate) use futex::{futex_wait, futex_wake};
pub(crate) use path::{fd_path, link_tmpfile, openat2_beneath, renameat2};
pub(crate) use process::resident_memory;
pub(crate) use queue::{kevent, kqueue};
pub(crate) use records::fill_records;
pub(crate) use statx::{posix_stat, statx};

/// The kernel refuses more than this.
pub(crate) const MAX_COUNT: usize = i32::MAX as usize;

/// The `fcntl` command that sets how much a pipe holds.
pub(crate) const SET_PIPE_CAPACITY: Option<i32> = None;

/// Whether there are files in memory.
pub(crate) const HAS_MEMFD: bool = false;

/// Whether single reads and writes can be told not to wait.
pub(crate) const READS_WITHOUT_WAITING: bool = false;

/// Whether `fallocate` does anything.
pub(crate) const PREALLOCATES: bool = false;

/// The flags that only some POSIX systems have.
pub(crate) mod own_flags {
    pub(crate) const AT_EMPTY_PATH: i32 = 0;
    pub(crate) const EVTONLY: i32 = libc::O_EVTONLY;
    pub(crate) const MSG_NOSIGNAL: i32 = 0;
    pub(crate) const NOFOLLOW_ANY: i32 = libc::O_NOFOLLOW_ANY;
    pub(crate) const NOATIME: i32 = 0;
    pub(crate) const PATH: i32 = 0;
    pub(crate) const SYMLINK: i32 = libc::O_SYMLINK;
    pub(crate) const TMPFILE: i32 = 0;
}

/// What `getrlimit` takes.
pub(crate) type RawResource = i32;

/// Its number.
pub(crate) const fn resource(raw: RawResource) -> i32 {
    raw
}

/// Offsets and limits have 64 bits in these on every processor.
pub(crate) mod wide_calls {
    pub(crate) use libc::{RLIM_INFINITY, getrlimit, lseek, mmap, rlimit as RawLimit, setrlimit};
}

/// The bits above do not exist.
pub(crate) const fn raw_mode(mode: u32) -> libc::mode_t {
    (mode & 0xffff) as libc::mode_t
}

pub(crate) fn stat_mode(stat: &RawStat) -> u32 {
    stat.st_mode.into()
}

pub(crate) fn stat_ino(stat: &RawStat) -> u64 {
    stat.st_ino
}

pub(crate) fn stat_dev(stat: &RawStat) -> u64 {
    i64::from(stat.st_dev).cast_unsigned()
}

pub(crate) fn stat_nlink(stat: &RawStat) -> u64 {
    stat.st_nlink.into()
}

/// The number of the calling thread, as the kernel has it.
pub(crate) fn thread_id() -> u64 {
    let mut id = 0;
    // SAFETY: 0 is the calling thread; the call writes one number to `id`.
    unsafe { libc::pthread_threadid_np(0, &raw mut id) };
    id
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
            | libc::F_FULLFSYNC
            | libc::F_BARRIERFSYNC
            | libc::F_NOCACHE
            | libc::F_RDAHEAD
            | libc::F_SETNOSIGPIPE
            | libc::F_GETNOSIGPIPE
    )
}

/// What to add to the type of a socket: there are no flags.
pub(crate) const fn socket_flags(_nonblock: bool) -> i32 {
    0
}

/// Makes writing to sockets without a reader raise `SIGPIPE` again, and gives them more room from
/// the first to the second.
pub(crate) fn for_shell(pair: [Fd; 2]) {
    const ROOM: i32 = 128 * 1024;
    // Sockets that were just made take all this; without the room they work as well.
    for fd in pair {
        let _ = fcntl(fd, libc::F_SETNOSIGPIPE, 0);
    }
    let _ = set_option(pair[0], libc::SO_SNDBUF, &ROOM);
    let _ = set_option(pair[1], libc::SO_RCVBUF, &ROOM);
}

/// For a socket the same as its option `SO_NOSIGPIPE`.
pub(crate) fn set_no_sigpipe(fd: Fd) -> Outcome<()> {
    fcntl(fd, libc::F_SETNOSIGPIPE, 1).map(drop)
}

/// Sets what no flag sets: close on `exec`, no `SIGPIPE`, and never waiting.
pub(crate) fn finish_sockets(pair: [Fd; 2], nonblock: bool) -> Outcome<()> {
    for fd in pair {
        fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC as isize)?;
        set_no_sigpipe(fd)?;
        if nonblock {
            let now = fcntl(fd, libc::F_GETFL, 0)?;
            fcntl(fd, libc::F_SETFL, now | libc::O_NONBLOCK as isize)?;
        }
    }
    Ok(())
}
