//! The one place where systems differ. Every system provides, under the name `imp`, the items
//! below. All functions take an [`Fd`](crate::Fd) and paths as `&CStr`, and return an [`Outcome`]:
//! the callers say which call it was and on what. Calls that Bun repeats after `EINTR` are
//! repeated here. What a system does not have answers `ENOSYS` or `ENOTSUP` there.
//!
//! | numbers and types | |
//! |---|---|
//! | `MAX_COUNT`, `NULL_DEVICE: &ZStr` | |
//! | `fd::{FdBits, FdNative, INVALID, CWD}` | what an `Fd` is, and what the system's calls take |
//! | `fd::{native, from_uv, uv, stdio, number}` | `const fn` on `FdBits`, but for `stdio` |
//! | `HAS_MEMFD`, `READS_WITHOUT_WAITING`, `PREALLOCATES` | `bool` |
//! | `SET_PIPE_CAPACITY` | `Option<i32>`, for `fcntl` |
//! | `flags::{UTIME_NOW, UTIME_OMIT, MSG_DONTWAIT, MSG_NOSIGNAL, MAP_*, RTLD_*, RLIMIT_*, RLIM_INFINITY}` | 0 where there is none |
//! | `flags::{RDONLY, WRONLY, RDWR, ACCMODE, CREAT, EXCL, TRUNC, APPEND, DIRECTORY, NOFOLLOW}` | `i32`, 0 where there is none |
//! | `flags::{CLOEXEC, NONBLOCK, NOCTTY, SYNC, DSYNC, ASYNC, EVTONLY, NOATIME, PATH, SYMLINK, TMPFILE, NOFOLLOW_ANY}` | |
//! | `flags::{AT_REMOVEDIR, AT_SYMLINK_NOFOLLOW, AT_SYMLINK_FOLLOW, AT_EMPTY_PATH}` | |
//! | `flags::{F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC}` | |
//! | `Stat`, `StatFs`, `SignalSet`, `Sigaction` | what the system says; `Copy` |
//! | `stat_mode`, `stat_size`, `stat_ino`, `stat_dev`, `stat_nlink` | `fn(&Stat)` |
//! | `posix_stat` | `fn(&Stat) -> PosixStat` |
//!
//! | names: `dir: Fd, path: &CStr` | |
//! |---|---|
//! | `openat(dir, path, flags: i32, mode: u32)`, `openat2_beneath(…)` | `Fd` |
//! | `mkdirat(dir, path, mode: u32)`, `unlinkat(dir, path, flags: i32)` | |
//! | `renameat(from_dir, from, to_dir, to)`, `renameat2(…, how: Renameat2Flags)` | |
//! | `symlinkat(target, dir, path)`, `linkat(from_dir, from, to_dir, to, flags: i32)` | |
//! | `link_tmpfile(file, dir, path, by_number: bool)` | |
//! | `readlinkat(dir, path, &mut [u8])`, `fd_path(fd, &mut [u8])` | length, no terminator |
//! | `realpath(path, &mut [u8])` | length before the terminator |
//! | `faccessat(dir, path, mode: i32)` | |
//! | `fchmodat(dir, path, mode, follow: bool)`, `fchownat(dir, path, uid, gid, follow)` | |
//! | `utimensat(dir, path, atime: TimeLike, mtime, follow)` | |
//! | `fstatat(dir, path, follow)`, `statx(dir, path, flags: i32, mask: u32)` | `Stat`, `PosixStat` |
//! | `statfs(path)` | `StatFs` |
//! | `clonefileat(from_dir, from, to_dir, to, flags: u32)`, `copyfile(from, to, flags: u32)` | |
//! | `getcwd(&mut [u8])`, `chdir(path)`, `fchdir(dir)` | length before the terminator |
//!
//! | `openat_wide`, `open_dir_wide`, `open_dir_bytes`, `open_file_wide`, `normalize_wide` | see `windows_open` |
//! | `file_attributes`, `HAS_JUNCTIONS`, `junction`, `symlink_to_directory`, `symlink_wide` | see `windows_link` |
//!
//! | descriptors: `fd: Fd` | |
//! |---|---|
//! | `close`, `dup`, `dup2(fd, onto)`, `isatty` | |
//! | `for_shell([Fd; 2])`, `set_no_sigpipe(fd)`, `disable_linger(fd)` | sockets |
//! | `fcntl(fd, command: i32, argument: isize)` | `isize`; only commands that take a number |
//! | `read`, `read_uninit`, `write`, `pread`, `pread_spare`, `pwrite` | offsets are `i64` |
//! | `readv`, `preadv`; `writev`, `pwritev` | `&mut [IoSliceMut]`; `&[IoSlice]` |
//! | `read_nowait`, `write_nowait` | `EAGAIN`, or `ENOTSUP` |
//! | `recv(fd, &mut [u8], flags: i32)`, `send(fd, &[u8], flags)` | |
//! | `fstat`, `fstatfs`, `fchmod(fd, mode)`, `fchown(fd, uid, gid)`, `futimens(fd, atime, mtime)` | |
//! | `ftruncate(fd, i64)`, `lseek(fd, i64, whence: i32)`, `fsync`, `fdatasync` | |
//! | `ficlone(to, from)`, `fcopyfile(from, to, flags: u32)`, `fallocate(fd, offset: i64, len: i64)`, `reserve(fd, len: i64)` | |
//! | `copy_file_range(from, to, len)`, `sendfile(from, to, len)`, `splice(from, to, len)` | how much |
//! | `fill_records`, `parse_record` | the entries of a directory |
//! | `pipe()`, `socketpair(domain, kind, protocol, nonblock: bool)` | `[Fd; 2]` |
//! | `poll(&mut [PollFd], timeout_ms: i32)`, `ppoll(…, Option<TimeLike>, Option<&SignalSet>)` | how many |
//! | `memfd_create(&CStr, flags: u32)`, `eventfd(u32, flags: i32)`, `pidfd_open(pid, flags)` | `Fd` |
//!
//! | process | |
//! |---|---|
//! | `mmap`, `munmap`, `dlopen`, `dlsym`, `dlclose`, `sigaction` | unsafe; see `posix` |
//! | `getrlimit(resource: i32)`, `setrlimit(resource, current: u64, largest: u64)` | `(u64, u64)` |
//! | `kill(pid: i32, signal: i32)`, `umask(mode: u32) -> u32`, `thread_id() -> u64` | |
//! | `getrandom(&mut [u8])`, `resident_memory()` | how many bytes |
//! | `futex_wait(&AtomicU32, u32, Option<Duration>)`, `futex_wake(&AtomicU32, count: u32)` | |

#[cfg(target_vendor = "apple")]
pub(crate) mod darwin;
#[cfg(target_os = "linux")]
pub(crate) mod linux;
#[cfg(any(windows, test))]
#[cfg_attr(not(windows), expect(dead_code, reason = "only the backend for Windows uses all of it"))]
pub(crate) mod nt;
#[cfg(unix)]
mod posix;

#[cfg(windows)]
pub(crate) mod windows;
#[cfg(any(target_vendor = "apple", test))]
pub(crate) mod xnu;

use crate::SystemErrno;

#[cfg(target_vendor = "apple")]
pub(crate) use darwin as imp;
#[cfg(target_os = "linux")]
pub(crate) use linux as imp;
#[cfg(windows)]
pub(crate) use windows as imp;

/// What a call returns here.
pub(crate) type Outcome<T> = Result<T, SystemErrno>;

#[cfg(not(any(target_os = "linux", target_vendor = "apple", windows)))]
compile_error!("bun_sys has backends for Linux, macOS and Windows only");
