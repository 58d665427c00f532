//! System calls, descriptors and errors for code ported from Zig.
//!
//! # The contract of every call
//!
//! - It returns [`Maybe<T>`](Maybe); the [`Error`] says which call failed, with which number, and
//!   on which descriptor. It holds a path only where a caller added one
//!   ([`Error::with_path`]), so failing does not allocate.
//! - Calls that are interrupted by a signal are made again, except [`close`].
//! - Paths cross as [`&ZStr`](bun_str::ZStr). The forms ending in `_a` take `&[u8]` and terminate
//!   it on the stack. An embedded NUL is `EINVAL`, a path too long for any path `ENAMETOOLONG`.
//! - `*_all` calls loop until everything was moved; the others return after one call.
//!
//! # Which item for what
//!
//! | task | use |
//! |---|---|
//! | an open file that closes itself | [`File`] |
//! | an open directory that closes itself | [`Dir`] |
//! | the entries of a directory | [`Dir::iterate`], [`dir_iterator`] |
//! | a bare descriptor, as Zig passes it around | [`Fd`], and [`OwnedFd`] to close it |
//! | what a file is | [`fstat`], [`stat`](stat()), [`lstat`], [`fstatat`], [`lstatat`] |
//! | the number of an error | [`SystemErrno`] |
//!
//! # What was rejected
//!
//! The standard library's files want `OsStr` paths, copy each to terminate it, and lose which call
//! failed. An enum of error numbers would make an unlisted number undefined behaviour or a loss.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{Dir, File, FileKind, O};
//!
//! let dir = Dir::open(b"/proc/self")?;
//! let mut buf = [0; 64];
//! let mut entries = dir.iterate();
//! while let Some(entry) = entries.next()? {
//!     if entry.kind == FileKind::File && entry.name.slice() == b"comm" {
//!         let file = dir.open_file(entry.name.slice(), O::RDONLY | O::CLOEXEC, 0)?;
//!         assert!(file.read_all(&mut buf)? > 0);
//!     }
//! }
//! # Ok::<(), bun_sys::Error>(())
//! ```

#![deny(unsafe_code)]

extern crate alloc;

mod attr;
mod backend;
mod copy_calls;
mod dir;
mod dir_calls;
pub mod dir_iterator;
mod errno;
mod error;
mod fcntl;
mod fd;
mod file;
#[expect(non_snake_case, reason = "`O` and `S` are the names in Zig and in C")]
mod flags;
mod link;
mod open;
mod path_arg;
mod pipe;
mod poll;
mod posix_stat;
mod rw;
mod stat;
mod tag;
mod thread;
pub mod windows;
mod windows_link;
mod windows_open;

pub use attr::{
    TimeLike, chmod, fchmod, fchmodat, fchown, fdatasync, fsync, ftruncate, futimens, lseek,
    utimens,
};
pub use copy_calls::{
    clonefile, clonefileat, copy_file_range, copyfile, fallocate, fcopyfile, ioctl_ficlone,
    sendfile,
};
pub use dir::{Dir, OpenDirOptions};
pub use dir_calls::{chdir, get_fd_path, getcwd, mkdir, mkdirat, rmdir, rmdirat};
pub use dir_iterator::iterate as iterate_dir;
pub use errno::{E, Errno, SystemErrno};
pub use error::{Error, Maybe, Result};
pub use fcntl::{FcntlInt, dup, fcntl};
pub use fd::{AsFd, CloseOnDrop, Fd, OwnedFd, Stdio, close};
pub use file::{File, SizeHint};
pub use flags::{Mode, O, S};
pub use link::{
    AT_REMOVEDIR, Renameat2Flags, link, linkat, readlink, readlinkat, rename, renameat, renameat2,
    symlink, symlinkat, unlink, unlinkat, unlinkat_with_flags,
};
pub use open::{open, open_a, openat, openat_a};
pub use pipe::pipe;
pub use poll::{PollFd, poll};
pub use posix_stat::{PosixStat, Timespec};
pub use rw::{
    MAX_COUNT, PlatformIoVec, PlatformIoVecConst, pread, preadv, pwrite, pwritev, read,
    read_uninit, readv, write, writev,
};
pub use stat::{
    FileKind, Stat, access, exists_z, faccessat, fstat, fstatat, fstatx, kind_from_mode, lstat,
    lstatat, lstatx, stat, stat_a, statx,
};
pub use tag::Tag;
pub use thread::thread_id;
pub use windows_link::{WindowsSymlinkOptions, symlink_or_junction, symlink_w, sys_uv};
pub use windows_open::{
    NormalizePathWindowsOpts, NtCreateFileOptions, WindowsFileAttributes, WindowsOpenDirOp,
    WindowsOpenDirOptions, get_file_attributes, normalize_path_windows,
    normalize_path_windows_opts, open_dir_at_windows, open_dir_at_windows_a,
    open_dir_no_renaming_or_deleting_windows, open_file_at_windows, openat_windows,
    openat_windows_a, set_file_offset_to_end_windows,
};
