//! `StatFS`: what is known of a file system.

use core::fmt;

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd, on_path};
use crate::path_arg::as_cstr;
use crate::{Fd, Maybe, Tag};

/// What the system knows about a file system.
///
/// The fields are those of the system's `struct statfs`, under its names (`f_bsize`, `f_bfree`, …).
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

/// Describes the file system that holds the file at `path`.
///
/// # Errors
///
/// Those of `statfs(2)`, with `path`.
pub fn statfs(path: &ZStr) -> Maybe<StatFS> {
    let name = as_cstr(path, Tag::statfs)?;
    imp::statfs(name).map(StatFS).map_err(on_path(path, Tag::statfs))
}

/// Describes the file system that holds the open file `fd`.
///
/// # Errors
///
/// Those of `fstatfs(2)`, with `fd`.
pub fn fstatfs(fd: Fd) -> Maybe<StatFS> {
    imp::fstatfs(fd).map(StatFS).map_err(on_fd(fd, Tag::statfs))
}
