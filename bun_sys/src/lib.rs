//! System calls, descriptors and errors for code ported from Zig.
//!
//! # The contract of every call
//!
//! - It returns [`Maybe<T>`](Maybe); the [`Error`] says which call failed, with which number, and
//!   on what, as Bun says it: a descriptor, a path (which is copied), both, or nothing. Succeeding
//!   does not allocate.
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
#[expect(non_snake_case, reason = "`SEEK` is the name in Zig")]
mod attr;
mod backend;
pub mod c;
mod cache_directory;
mod copy_calls;
pub mod copy_file;
pub mod darwin;
pub mod darwin_copy;
mod decode_windows;
mod delete_tree;
mod dir;
mod dir_calls;
pub mod dir_iterator;
#[expect(non_snake_case, reason = "`RTLD` is the name in Zig and in C")]
mod dyn_lib;
pub mod elf;
mod env;
mod errno;
mod error;
mod exists;
mod failure;
mod fcntl;
mod fd;
mod fd_ext;
mod fd_path;
pub mod file;
#[expect(non_snake_case, reason = "`O` and `S` are the names in Zig and in C")]
mod flags;
pub mod futex;
mod link;
pub mod linux;
pub mod macho;
pub mod make_path;
mod maybe;
#[expect(non_snake_case, reason = "`EFD` is the name in Zig and in C")]
mod memfd;
#[expect(non_snake_case, reason = "`PROT` and `MAP` are the names in Zig and in C")]
mod mmap;
mod move_file;
pub mod net;
mod nonblocking;
mod open;
mod os_path;
mod path_arg;
mod pipe;
#[expect(non_snake_case, reason = "`POLL` is the name in Zig and in C")]
mod poll;
pub mod posix;
mod posix_stat;
mod process_calls;
mod return_code;
mod rw;
mod self_exe;
mod signal;
mod socket;
mod stat;
mod statfs;
mod statx;
mod syslog;
mod system_error;
mod tag;
mod thread;
mod tmp;
mod uv_e;
pub mod walker_skippable;
mod which;
mod wide_path;
pub mod windows;
mod windows_link;
mod windows_open;
mod write_file;

pub use atomic_file::{AtomicFile, AtomicFileOptions, write_file_atomic};
pub use attr::{
    PREALLOCATE_LENGTH, PREALLOCATE_SUPPORTED, SEEK, TimeLike, chmod, chown, fchmod, fchmodat,
    fchown, fdatasync, fsync, ftruncate, futimens, lchmod, lchown, lseek, lutimens,
    preallocate_file, set_file_offset, umask, utimens, utimens_at,
};
pub use bun_core::{SignalCode, tty};
pub use cache_directory::fetch_cache_directory_path;
pub use copy_calls::{
    clonefile, clonefileat, copy_file_range, copyfile, fallocate, fcopyfile, ioctl_ficlone,
    sendfile, splice,
};
pub use copy_file::copy_file;
pub use decode_windows::DecodeWindows;
pub use delete_tree::{delete_tree_absolute, delete_tree_at};
pub use dir::{
    CopyFileOptions, CreateFlags, Dir, FdDirExt, OpenDirOptions, open_dir, open_dir_absolute,
    open_dir_at, open_dir_for_iteration, open_dir_for_iteration_os_path,
};
pub use dir_calls::{
    chdir, fchdir, get_fd_path, get_fd_path_z, getcwd, getcwd_alloc, getcwd_z, mkdir, mkdir_a,
    mkdirat, mkdirat_a, mkdirat_z, realpath, rmdir, rmdirat,
};
pub use dir_iterator::iterate as iterate_dir;
pub use dyn_lib::{DynLib, RTLD, SymbolCache, dlopen, dlsym_impl};
pub use env::{EnvMap, environ, environ_ptr};
pub use errno::{E, Errno, SystemErrno, coreutils_error_map, libuv_error_map};
pub use error::{Error, ErrorInt, Maybe, PathLike, Result};
pub use exists::{
    ExistsAtType, F_OK, R_OK, W_OK, X_OK, access, directory_exists_at, exists, exists_at,
    exists_at_type, exists_z, faccessat, is_executable_file_path,
};
pub use fcntl::{
    FcntlInt, dup, dup_with_flags, dup2, fcntl, get_fcntl_flags, isatty, set_close_on_exec,
    set_nonblocking, update_nonblocking,
};
pub use fd::{AsFd, CloseOnDrop, Fd, OwnedFd, RawFd, Stdio, close, close_any};
pub use fd_ext::{ErrorCase, FdExt, FdKind, MakeLibUvOwnedError, MovableIfWindowsFd};
pub use file::{
    File, FileReader, FileWriter, OpenFlags, QuietWriter, SizeHint, open_file, open_file_absolute_z,
};
pub use flags::{Mode, O, S, mode_t};
pub use link::{
    AT_REMOVEDIR, AT_SYMLINK_FOLLOW, AT_SYMLINK_NOFOLLOW, Renameat2Flags, link, linkat,
    linkat_tmpfile, readlink, readlinkat, rename, renameat, renameat_a, renameat_z, renameat2,
    symlink, symlink_running_executable, symlinkat, unlink, unlink_a, unlinkat, unlinkat_a,
    unlinkat_with_flags,
};
pub use make_path::{mkdir_recursive, mkdir_recursive_at, mkdir_recursive_at_mode};
pub use maybe::MaybeExt;
pub use memfd::{EFD, MemfdFlags, can_use_memfd, eventfd, memfd_create, pidfd_open};
pub use mmap::{MAP, Mmap, PROT, mmap, mmap_file, munmap};
pub use move_file::{
    RenameOptions, RenameatConcurrentlyOptions, copy_file_z_slow_with_handle, move_file_z,
    move_file_z_slow, move_file_z_slow_maybe, move_file_z_with_handle, renameat_concurrently,
    renameat_concurrently_a, renameat_concurrently_without_fallback,
};
pub use nonblocking::{RWFFlagSupport, read_nonblocking, write_nonblocking};
pub use open::{open, open_a, open_null_device, openat, openat_a, openat2_beneath};
pub use os_path::{exists_os_path, openat_os_path};
pub use path_arg::to_posix_path;
pub use pipe::{get_max_pipe_size_on_linux, pipe, set_pipe_capacity_on_linux};
pub use poll::{POLL, PollFd, Pollable, SignalSet, is_readable, is_writable, poll, ppoll};
pub use posix_stat::{PosixStat, Timespec};
pub use process_calls::{Rlimit, RlimitResource, getrandom, getrlimit, kill, setrlimit};
pub use return_code::{GetErrno, ReturnCode, ReturnCodeExt, ReturnCodeI64, get_errno, last_errno};
pub use rw::{
    MAX_COUNT, PlatformIoVec, PlatformIoVecConst, platform_iovec_const_create,
    platform_iovec_create, pread, preadv, pwrite, pwritev, read, read_uninit, readv, write, writev,
};
pub use self_exe::self_exe_path;
pub use signal::{Sigaction, sigaction};
pub use socket::{recv, recv_non_block, send, send_non_block, socketpair, socketpair_for_shell};
pub use stat::{
    FileKind, Stat, fstat, fstatat, get_file_size, is_pollable, is_regular_file, kind_from_mode,
    lstat, lstatat, stat, stat_a, stat_mtime,
};
pub use statfs::{StatFS, fstatfs, statfs};
pub use statx::{STATX_MASK_FOR_STATS, SUPPORTS_STATX_ON_LINUX, fstatx, lstatx, statx};
pub use system_error::SystemError;
pub use tag::Tag;
pub use thread::thread_id;
pub use tmp::Tmpfile;
pub use uv_e::UV_E;
pub use walker_skippable::{Walker, WalkerEntry};
pub use which::which;
pub use windows_link::{WindowsSymlinkOptions, symlink_or_junction, symlink_w, sys_uv};
pub use windows_open::{
    NormalizePathWindowsOpts, NtCreateFileOptions, WindowsFileAttributes, WindowsOpenDirOp,
    WindowsOpenDirOptions, get_file_attributes, normalize_path_windows,
    normalize_path_windows_opts, open_dir_at_windows, open_dir_at_windows_a,
    open_dir_no_renaming_or_deleting_windows, open_file_at_windows, openat_windows,
    openat_windows_a, set_file_offset_to_end_windows,
};
pub use write_file::{
    PathOrFileDescriptor, WriteFileArgs, WriteFileData, WriteFileEncoding,
    write_file_with_path_buffer,
};

#[doc(no_inline)]
pub use make_path as MakePath;

#[doc(hidden)]
pub mod __private {
    pub use crate::syslog::SYS;
    pub use bun_core::scoped_log;
}
