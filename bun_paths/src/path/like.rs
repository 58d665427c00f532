//! `PathLike`: code that builds a path, whatever its options.

use core::fmt;

use super::Path;
use super::options::AssumeOk;
use crate::PathChar;

/// A path that can be built without a look at errors, because it is known to be short.
///
/// # Examples
///
/// ```
/// use bun_paths::{AutoRelPath, PathLike};
///
/// fn name(path: &mut impl PathLike, version: u32) {
///     path.clear();
///     path.append(b"cache");
///     path.append_fmt(format_args!("v{version}"));
/// }
/// let mut path = AutoRelPath::init();
/// name(&mut path, 3);
/// # #[cfg(not(windows))]
/// assert_eq!(path.slice(), b"cache/v3");
/// ```
pub trait PathLike {
    /// Forwards to [`Path::append`].
    ///
    /// # Panics
    ///
    /// When the path is too long with it.
    fn append(&mut self, bytes: &[u8]);

    /// Forwards to [`Path::append_fmt`].
    ///
    /// # Panics
    ///
    /// When the path is too long with it.
    fn append_fmt(&mut self, args: fmt::Arguments<'_>);

    /// Forwards to [`Path::clear`].
    fn clear(&mut self);
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> PathLike
    for Path<U, KIND, SEP_OPT, CHECK>
{
    fn append(&mut self, bytes: &[u8]) {
        Self::append(self, bytes).assume_ok();
    }

    fn append_fmt(&mut self, args: fmt::Arguments<'_>) {
        Self::append_fmt(self, args).assume_ok();
    }

    fn clear(&mut self) {
        Self::clear(self);
    }
}
