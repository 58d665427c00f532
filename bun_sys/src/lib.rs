//! System calls, descriptors and errors for code ported from Zig.
//!
//! # The contract of every call
//!
//! - It returns [`Maybe<T>`](Maybe), and nothing in it panics for what the world does.
//! - Paths cross as [`&ZStr`](bun_str::ZStr). The forms ending in `_a` take `&[u8]` and terminate
//!   it on the stack; those ending in `_w` take 16-bit units, on every system. An embedded NUL is
//!   `EINVAL`, a path too long for any path `ENAMETOOLONG`.
//! - A descriptor is a number that may be wrong: what is not open is `EBADF`, never undefined.
//! - `*_all` calls loop until everything was moved; the others return after one call.
//! - Nothing is added: no flag that the caller did not give, no buffer, no lock. Succeeding does
//!   not allocate.
//! - Every name exists on every system. What a system does not have answers `ENOSYS` or `ENOTSUP`
//!   there; a table below says what. Names of one system's headers are in `linux`, `darwin`,
//!   [`windows`] and, for all POSIX systems, `posix` and [`c`]; what these modules return is as
//!   bare as in C.
//! - Each call names its man page, and lists the errors that are likely, in words. The man page has
//!   the others.
//!
//! # Errors
//!
//! An [`Error`] says which call failed ([`Tag`]), with which number ([`SystemErrno`]), and on what,
//! as Bun says it:
//!
//! | carries | of the calls |
//! |---|---|
//! | the descriptor | [`read`](read()), [`write`](write()) and what else takes one, [`fchmodat`], [`symlinkat`], [`sendfile`] |
//! | the path | [`open`](open()), [`stat`](stat()), [`mkdir`], [`rmdir`], [`unlink`], [`chmod`], [`access`], [`readlink`], [`chdir`] |
//! | both | [`openat`], [`fstatat`], [`unlinkat`], [`readlinkat`], [`utimens_at`] |
//! | two paths | [`link()`], [`linkat`], [`clonefile`], [`copyfile`] |
//! | nothing | [`rename`], [`symlink`], [`pipe()`], [`poll()`], [`mmap()`], [`socketpair`], [`memfd_create`], [`copy_file_range`] |
//!
//! Paths are copied when a call fails. `?` turns an error into a [`bun_core::Error`], which is its
//! name and nothing else; [`Error::node_message`] and [`Error::to_system_error`] are what Node
//! shows, `Display` and [`Error::to_shell_system_error`] what a shell does. On Windows the codes of
//! Win32 and of the kernel become numbers as libuv has them: what is denied is `EPERM`.
//!
//! # Signals
//!
//! A call that a signal interrupts is made again, so `EINTR` is no answer. [`poll()`] then waits
//! for the whole time again. As in Bun, these are made once, and say `EINTR`, though few systems
//! ever interrupt them:
//!
//! [`access`], [`mkdir`], [`chdir`], [`fchdir`], [`link()`], [`linkat`], [`pipe()`], [`mmap()`],
//! [`munmap`], [`getcwd`], [`realpath`], [`eventfd`], [`ioctl_ficlone`], [`getrlimit`],
//! [`setrlimit`], [`kill`], [`sigaction`], their siblings, and all of [`c`], `linux` and the
//! unsafe ones of `posix` and `darwin`.
//!
//! [`close`] is made once too, and counts `EINTR` as done: the descriptor is gone. [`exists`] and
//! [`faccessat`] count it as nothing found, [`futex::wait`] as woken.
//!
//! # Which item for what
//!
//! | task | use |
//! |---|---|
//! | **files** | |
//! | an open file that closes itself | [`File`]; [`FileReader`], [`FileWriter`], [`QuietWriter`] stream |
//! | reading or writing a whole file | [`File`], [`write_file_with_path_buffer`] |
//! | a file that appears complete or not at all | [`AtomicFile`], [`write_file_atomic`], [`Tmpfile`] |
//! | a bare descriptor, as Zig passes it around | [`Fd`], [`FdExt`]; [`OwnedFd`], [`CloseOnDrop`] close it |
//! | opening | [`open`](open()), [`openat`], [`openat2_beneath`], [`open_null_device`]; flags [`O`] |
//! | reading and writing a descriptor | [`read`](read()), [`pread`], [`readv`], [`write`](write()), [`pwrite`], [`writev`] |
//! | without waiting | [`read_nonblocking`], [`write_nonblocking`], [`is_readable`], [`is_writable`] |
//! | position, length, syncing | [`lseek`], [`set_file_offset`], [`ftruncate`], [`fsync`], [`fdatasync`] |
//! | pages of a file or of memory | [`Mmap`], [`mmap()`], [`mmap_file`] |
//! | **what is known of a file** | |
//! | all of it | [`stat`](stat()), [`fstat`], [`lstat`], [`fstatat`], [`lstatat`]; as 64-bit fields [`PosixStat`] |
//! | with its birth | [`statx`](statx()), [`fstatx`], [`lstatx`] |
//! | whether it is there, and may be used | [`exists`], [`exists_at`], [`exists_at_type`], [`directory_exists_at`], [`access`], [`is_executable_file_path`] |
//! | changing it | [`chmod`], [`chown`], [`utimens`] and their siblings |
//! | the file system it is on | [`statfs`](statfs()), [`fstatfs`] |
//! | **names** | |
//! | links, moving, removing | [`link`](link()), [`symlink`], [`readlink`], [`rename`], [`renameat2`], [`unlink`], [`linkat_tmpfile`] |
//! | moving although others do, or across file systems | [`renameat_concurrently`], [`move_file_z`] |
//! | making and removing directories | [`mkdir`], [`rmdir`], [`mkdir_recursive`], [`delete_tree_at`] |
//! | the path of what is open, of the program, of a name | [`get_fd_path`], [`self_exe_path`], [`realpath`], [`getcwd_z`], [`which()`] |
//! | **directories** | |
//! | an open directory that closes itself | [`Dir`]; on a bare descriptor [`FdDirExt`] |
//! | its entries | [`Dir::iterate`], [`dir_iterator`] |
//! | everything below it | [`Walker`], [`walker_skippable`] |
//! | **copying** | |
//! | a whole file, the fastest way there is | [`copy_file()`] |
//! | one of the ways | [`copy_file_range`], [`sendfile`], [`splice`], [`ioctl_ficlone`], [`clonefile`], [`copyfile`] |
//! | **between processes and threads** | |
//! | pipes, sockets | [`pipe()`], [`socketpair`], [`send`], [`recv`]; addresses in [`net`] |
//! | waiting for them | [`poll()`], [`ppoll`] |
//! | events, files in memory | [`eventfd`], [`pidfd_open`], [`memfd_create`] |
//! | signals | [`kill`], [`sigaction`], [`SignalCode`] |
//! | parking a thread on a word | [`futex`] |
//! | **the process** | |
//! | limits, memory, randomness, its thread | [`getrlimit`], [`self_process_memory_usage`], [`getrandom`], [`thread_id`] |
//! | its environment | [`EnvMap`], [`environ`] |
//! | libraries | [`DynLib`], [`dlopen`]; the images themselves in [`elf`], [`macho`] |
//! | **errors** | |
//! | a number, its name and its texts | [`SystemErrno`] ([`E`]), [`libuv_error_map`], [`coreutils_error_map`], [`UV_E`] |
//! | an error, and how Node and the shell show it | [`Error`], [`Error::node_message`], [`SystemError`] |
//! | an error by name only | [`bun_core::Error`], by `?` |
//! | what a raw call returned | [`get_errno`], [`ReturnCodeExt`], [`last_errno`] |
//!
//! # Platforms
//!
//! Linux and macOS go through `rustix`, or the C library where that has no call, or where it would
//! change the answer. Windows goes through the kernel's own calls (`NtCreateFile` and its
//! siblings), which take names relative to open directories, and through Win32 for the rest; paths
//! are WTF-8 there, so that every name that a directory lists opens again. Where the systems differ
//! in more than errors, a call has a section for it. What is missing:
//!
//! | call | Linux | macOS | Windows |
//! |---|---|---|---|
//! | [`openat2_beneath`] | before 5.6 `ENOSYS` | `ENOSYS` | `ENOSYS` |
//! | [`copy_file_range`], [`sendfile`], [`splice`] | | `ENOSYS` | `ENOSYS` |
//! | [`ioctl_ficlone`] | | `ENOTSUP` | `ENOTSUP` |
//! | [`clonefile`], [`clonefileat`], [`fcopyfile`] | `ENOTSUP` | | `ENOTSUP` |
//! | [`copyfile`] | `ENOTSUP` | | |
//! | [`linkat_tmpfile`] | | `ENOTSUP` | `ENOTSUP` |
//! | [`memfd_create`], [`eventfd`], [`pidfd_open`], [`set_pipe_capacity_on_linux`] | | `ENOSYS` | `ENOSYS` |
//! | [`fallocate`] | | `ENOSYS` | |
//! | [`preallocate_file`] | | does nothing | does nothing |
//! | [`lchmod`] | `ENOTSUP` | | |
//! | [`ppoll`] | | `ENOSYS` | blocks no signals |
//! | [`poll()`], [`is_readable`], [`is_writable`] | | | pass over the C runtime's descriptors |
//! | [`getrlimit`], [`setrlimit`], [`sigaction`] | | | `ENOSYS` |
//! | [`socketpair`] | | | `ENOTSUP` |
//! | [`renameat2`] | | | exchanging is `ENOTSUP` |
//! | [`kill`] | | | only 0 and what ends it; others `ENOSYS` |
//! | [`chown`] and siblings | | | change nothing |
//! | [`chmod`] and siblings, and every `mode` | | | whether the owner may write |
//! | [`fcntl`] | | | four commands |
//! | [`set_nonblocking`], [`update_nonblocking`] | | | do nothing |
//! | [`dup2`] | | | handles of the system: `ENOTSUP` |
//! | [`statx`](statx()) | before 4.11 as `stat` | as `stat` | |
//! | [`read_nonblocking`], [`write_nonblocking`] | | wait | wait |
//! | [`recv_non_block`], [`send_non_block`] | | | wait |
//! | [`set_no_sigpipe`] | does nothing | | does nothing |
//! | [`symlink_w`], [`normalize_path_windows`], [`open_file_at_windows`] | `ENOTSUP` | `ENOTSUP` | |
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
mod wide_calls;
mod wide_path;
pub mod windows;
mod windows_link;
mod windows_open;
mod write_file;
mod wtf8;

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
#[cfg(target_vendor = "apple")]
pub use darwin::{kevent, kqueue};
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
pub use process_calls::{
    Rlimit, RlimitResource, getrandom, getrlimit, kill, self_process_memory_usage, setrlimit,
};
pub use return_code::{GetErrno, ReturnCode, ReturnCodeExt, ReturnCodeI64, get_errno, last_errno};
pub use rw::{
    MAX_COUNT, PlatformIoVec, PlatformIoVecConst, platform_iovec_const_create,
    platform_iovec_create, pread, preadv, pwrite, pwritev, read, read_uninit, readv, write, writev,
};
pub use self_exe::self_exe_path;
pub use signal::{Sigaction, sigaction};
pub use socket::{
    disable_linger, recv, recv_non_block, send, send_non_block, set_no_sigpipe, socketpair,
    socketpair_for_shell,
};
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
pub use wide_calls::{directory_exists_at_w, get_fd_path_w, link_w, mkdir_w, unlink_w};
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
