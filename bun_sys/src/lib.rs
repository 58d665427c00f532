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

mod atomic_file;
mod attr;
mod backend;
mod cache_directory;
mod copy_calls;
pub mod copy_file;
pub mod darwin_copy;
mod delete_tree;
mod dir;
mod dir_calls;
pub mod dir_iterator;
mod env;
mod errno;
mod error;
mod fcntl;
mod fd;
mod fd_path;
pub mod file;
#[expect(non_snake_case, reason = "`O` and `S` are the names in Zig and in C")]
mod flags;
mod link;
pub mod make_path;
mod move_file;
mod open;
mod path_arg;
mod pipe;
mod poll;
mod posix_path;
mod posix_stat;
mod rw;
mod self_exe;
mod stat;
mod tag;
mod thread;
mod tmp;
pub mod walker_skippable;
mod which;
mod wide_path;
mod write_file;

pub use atomic_file::{AtomicFile, AtomicFileOptions, write_file_atomic};
pub use attr::{
    TimeLike, chmod, fchmod, fchmodat, fchown, fdatasync, fsync, ftruncate, futimens, lseek,
    utimens,
};
pub use cache_directory::fetch_cache_directory_path;
pub use copy_calls::{
    clonefile, clonefileat, copy_file_range, copyfile, fallocate, fcopyfile, ioctl_ficlone,
    sendfile,
};
pub use copy_file::copy_file;
pub use delete_tree::{delete_tree_absolute, delete_tree_at};
pub use dir::{
    CopyFileOptions, CreateFlags, Dir, FdDirExt, OpenDirOptions, open_dir, open_dir_absolute,
    open_dir_at, open_dir_for_iteration, open_dir_for_iteration_os_path,
};
pub use dir_calls::{chdir, get_fd_path, getcwd, mkdir, mkdirat, rmdir, rmdirat};
pub use dir_iterator::iterate as iterate_dir;
pub use env::{EnvMap, environ, environ_ptr};
pub use errno::{E, Errno, SystemErrno};
pub use error::{Error, Maybe, Result};
pub use fcntl::{FcntlInt, dup, fcntl};
pub use fd::{AsFd, CloseOnDrop, Fd, OwnedFd, Stdio, close};
pub use file::{
    File, FileReader, FileWriter, OpenFlags, QuietWriter, SizeHint, open_file, open_file_absolute_z,
};
pub use flags::{Mode, O, S};
pub use link::{
    AT_REMOVEDIR, Renameat2Flags, link, linkat, readlink, readlinkat, rename, renameat, renameat2,
    symlink, symlinkat, unlink, unlinkat, unlinkat_with_flags,
};
#[doc(no_inline)]
pub use make_path as MakePath;
pub use make_path::{mkdir_recursive, mkdir_recursive_at, mkdir_recursive_at_mode};
pub use move_file::{
    RenameOptions, RenameatConcurrentlyOptions, copy_file_z_slow_with_handle, move_file_z,
    move_file_z_slow, move_file_z_slow_maybe, move_file_z_with_handle, renameat_concurrently,
    renameat_concurrently_a, renameat_concurrently_without_fallback,
};
pub use open::{open, open_a, openat, openat_a};
pub use pipe::pipe;
pub use poll::{PollFd, poll};
pub use posix_path::to_posix_path;
pub use posix_stat::{PosixStat, Timespec};
pub use rw::{
    MAX_COUNT, PlatformIoVec, PlatformIoVecConst, pread, preadv, pwrite, pwritev, read,
    read_uninit, readv, write, writev,
};
pub use self_exe::self_exe_path;
pub use stat::{
    FileKind, Stat, access, exists_z, faccessat, fstat, fstatat, fstatx, kind_from_mode, lstat,
    lstatat, lstatx, stat, stat_a, statx,
};
pub use tag::Tag;
pub use thread::thread_id;
pub use tmp::Tmpfile;
pub use walker_skippable::{Walker, WalkerEntry};
pub use which::which;
pub use write_file::{
    PathOrFileDescriptor, WriteFileArgs, WriteFileData, WriteFileEncoding,
    write_file_with_path_buffer,
};
