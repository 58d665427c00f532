//! `statx` and its family: what is known of a file, as a [`PosixStat`].
//!
//! # Examples
//!
//! ```
//! use bun_str::zstr;
//! use bun_sys::{STATX_MASK_FOR_STATS, lstatx, stat, statx};
//!
//! let root = statx(zstr!("/"), STATX_MASK_FOR_STATS)?;
//! assert_eq!(root.ino, stat(zstr!("/"))?.ino());
//! assert_eq!(lstatx(zstr!("/"), STATX_MASK_FOR_STATS)?.mode, root.mode);
//! # Ok::<(), bun_sys::Error>(())
//! ```

use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd, on_path};
use crate::path_arg::as_cstr;
use crate::{Fd, Maybe, PosixStat, SystemErrno, Tag, fstat, lstat, stat};

/// Everything that [`PosixStat`] holds, for the mask of [`statx()`].
///
/// Zig: `bun.sys.STATX_MASK_FOR_STATS`.
pub const STATX_MASK_FOR_STATS: u32 = 0xfff;

/// Whether the system has `statx(2)`, as far as is known: it is cleared the first time that the
/// system refuses it. Linux has it since 4.11; macOS is asked once.
///
/// Zig: `bun.sys.supports_statx_on_linux`.
pub static SUPPORTS_STATX_ON_LINUX: AtomicBool = AtomicBool::new(true);

/// Describes the file at `path` with what `mask` asks for (`statx(2)`); symbolic links are
/// followed.
///
/// Zig: `bun.sys.statx`.
///
/// # Platforms
///
/// Linux since 4.11. Where the system has no `statx`, as macOS, some sandboxes and old kernels,
/// [`stat()`] is asked instead, and the time of birth is what that says: 0 on Linux. Windows
/// answers everything, whatever `mask` is.
///
/// # Errors
///
/// With `path`, those of [`stat()`]. `ENOSYS`, `EOPNOTSUPP`, `EPERM` and `EINVAL` turn `statx` off
/// for the process instead; so does a `mask` with a bit that the kernel reserves.
pub fn statx(path: &ZStr, mask: u32) -> Maybe<PosixStat> {
    let name = as_cstr(path, Tag::statx)?;
    match ask(Fd::cwd(), name, 0, mask) {
        Some(found) => found.map_err(on_path(path, Tag::statx)),
        None => stat(path).map(|stat| PosixStat::init(&stat)),
    }
}

/// Like [`statx()`], for the symbolic link itself (`AT_SYMLINK_NOFOLLOW`).
///
/// Zig: `bun.sys.lstatx`.
///
/// # Errors
///
/// Those of [`statx()`], with `path`.
pub fn lstatx(path: &ZStr, mask: u32) -> Maybe<PosixStat> {
    let name = as_cstr(path, Tag::statx)?;
    match ask(Fd::cwd(), name, imp::flags::AT_SYMLINK_NOFOLLOW, mask) {
        Some(found) => found.map_err(on_path(path, Tag::statx)),
        None => lstat(path).map(|stat| PosixStat::init(&stat)),
    }
}

/// Like [`statx()`], for an open file (`AT_EMPTY_PATH`).
///
/// Zig: `bun.sys.fstatx`.
///
/// # Errors
///
/// With `fd`, those of [`fstat`].
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, FileKind, STATX_MASK_FOR_STATS, fstatx};
///
/// let root = Dir::open(b"/")?;
/// let found = fstatx(root.fd, STATX_MASK_FOR_STATS)?;
/// assert_eq!(found.kind(), FileKind::Directory);
/// assert!(found.mtim.sec > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fstatx(fd: Fd, mask: u32) -> Maybe<PosixStat> {
    match ask(fd, c"", imp::flags::AT_EMPTY_PATH, mask) {
        Some(found) => found.map_err(on_fd(fd, Tag::statx)),
        None => fstat(fd).map(|stat| PosixStat::init(&stat)),
    }
}

/// `None` when the system does not have the call.
fn ask(
    dir: Fd,
    path: &core::ffi::CStr,
    flags: i32,
    mask: u32,
) -> Option<Result<PosixStat, SystemErrno>> {
    if !SUPPORTS_STATX_ON_LINUX.load(Relaxed) {
        return None;
    }
    match imp::statx(dir, path, flags, mask) {
        Err(
            SystemErrno::ENOSYS
            | SystemErrno::EOPNOTSUPP
            | SystemErrno::EPERM
            | SystemErrno::EINVAL,
        ) => {
            SUPPORTS_STATX_ON_LINUX.store(false, Relaxed);
            None
        }
        found => Some(found),
    }
}
