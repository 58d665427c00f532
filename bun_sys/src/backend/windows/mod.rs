//! Windows: files by the kernel's own calls, which take names relative to open directories; the
//! rest by Win32.
//!
//! Every name goes through `name`, which leaves the rules of Win32 for names out. Every call that
//! lends memory to the kernel and may wait goes through `event`. Nothing is interrupted by signals
//! here, so nothing is repeated.

mod absent;
mod attr;
mod create;
mod crt;
mod descriptor;
mod event;
pub(crate) mod fd;
mod futex;
mod handle;
mod info;
mod library;
mod link;
mod memory;
mod name;
mod path;
mod poll;
mod process;
mod records;
mod rename;
mod rw;
mod stat;
mod wide;

use bun_str::{ZStr, zstr};

pub(crate) use super::nt::open::flags;
pub(crate) use absent::{
    Sigaction, SignalSet, clonefileat, copy_file_range, eventfd, fcopyfile, ficlone, for_shell,
    getrlimit, memfd_create, openat2_beneath, pidfd_open, ppoll, sendfile, set_no_sigpipe,
    setrlimit, splice,
};
pub(crate) use attr::{
    fallocate, fchmod, fchmodat, fchown, fchownat, fcntl, fdatasync, fsync, ftruncate, futimens,
    lseek, reserve, utimensat,
};
pub(crate) use descriptor::{
    close, disable_linger, dup, dup2, isatty, pipe, recv, send, socketpair,
};
pub(crate) use futex::{futex_wait, futex_wake};
pub(crate) use handle::{handle_of, last_code};
pub(crate) use library::{dlclose, dlopen, dlsym};
pub(crate) use link::{readlinkat, symlinkat};
pub(crate) use memory::{mmap, munmap};
pub(crate) use path::{faccessat, fd_path, mkdirat, openat, openat_wide, realpath, unlinkat};
pub(crate) use poll::poll;
pub(crate) use process::{
    chdir, copyfile, fchdir, getcwd, getrandom, kill, resident_memory, sigaction, thread_id, umask,
};
pub(crate) use records::{fill_records, parse_record};
pub(crate) use rename::{link_tmpfile, linkat, renameat, renameat2};
pub(crate) use rw::{
    pread, pread_spare, preadv, pwrite, pwritev, read, read_nowait, read_uninit, readv, write,
    write_nowait, writev,
};
pub(crate) use stat::{
    Stat, StatFs, fstat, fstatat, fstatfs, posix_stat, stat_dev, stat_ino, stat_mode, stat_nlink,
    stat_size, statfs, statx,
};
pub(crate) use wide::{
    HAS_JUNCTIONS, file_attributes, junction, move_opened, normalize_wide, open_dir_bytes,
    open_dir_wide, open_file_wide, symlink_to_directory, symlink_wide, unlink_wide,
};

/// The calls count in 32 bits.
pub(crate) const MAX_COUNT: usize = u32::MAX as usize;

/// What swallows writes.
pub(crate) const NULL_DEVICE: &ZStr = zstr!("NUL");

/// Whether there are files in memory.
pub(crate) const HAS_MEMFD: bool = false;

/// Whether a read may be told not to wait.
pub(crate) const READS_WITHOUT_WAITING: bool = false;

/// Whether room is reserved before it is written to.
pub(crate) const PREALLOCATES: bool = false;

/// The command that resizes a pipe. There is none: pipes keep the size they were made with.
pub(crate) const SET_PIPE_CAPACITY: Option<i32> = None;
