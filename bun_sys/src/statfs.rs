//! `StatFS`: what is known of a file system.

use core::fmt;

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd, on_path};
use crate::path_arg::as_cstr;
use crate::{Fd, Maybe, Tag};

/// What the system knows about a file system.
///
/// The fields are those of the system's `struct statfs`, under its names (`f_bsize`, `f_bfree`).
///
/// Zig: `bun.StatFS`.
///
/// # Examples
///
/// ```
/// let root = bun_sys::statfs(bun_str::zstr!("/"))?;
/// assert!(root.f_blocks >= root.f_bfree);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct StatFS(imp::StatFs);

impl core::ops::Deref for StatFS {
    type Target = imp::StatFs;

    fn deref(&self) -> &imp::StatFs {
        &self.0
    }
}

impl fmt::Debug for StatFS {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatFS").finish_non_exhaustive()
    }
}

/// Describes the file system that holds the file at `path` (`statfs(2)`).
///
/// Zig: `bun.sys.statfs`.
///
/// # Platforms
///
/// Windows: `NtQueryVolumeInformationFile`, for the sizes; what it does not say is 0.
///
/// # Errors
///
/// With `path`: `ENOENT`, `ENOTDIR`, `EACCES`, `ELOOP` as for [`stat`](crate::stat()); `EIO`;
/// `ENOSYS` when the file system does not say; `EINVAL` when `path` has an embedded NUL.
pub fn statfs(path: &ZStr) -> Maybe<StatFS> {
    let name = as_cstr(path, Tag::statfs)?;
    imp::statfs(name).map(StatFS).map_err(on_path(path, Tag::statfs))
}

/// Describes the file system that holds the open file `fd` (`fstatfs(2)`).
///
/// # Platforms
///
/// As for [`statfs()`].
///
/// # Errors
///
/// With `fd`: `EBADF` when it is not open; `EIO`; `ENOSYS` when the file system does not say.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, fstatfs};
///
/// let root = Dir::open(b"/")?;
/// let found = fstatfs(root.fd)?;
/// assert!(found.f_blocks >= found.f_bfree);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fstatfs(fd: Fd) -> Maybe<StatFS> {
    imp::fstatfs(fd).map(StatFS).map_err(on_fd(fd, Tag::statfs))
}
