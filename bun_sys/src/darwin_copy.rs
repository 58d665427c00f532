//! The calls of macOS that copy.

use crate::{Fd, Maybe, fcopyfile};

/// Forwards to [`fcopyfile`].
///
/// # Errors
///
/// Those of [`fcopyfile`]; `ENOTSUP` on other systems.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, darwin_copy::fcopyfile_};
///
/// assert!(fcopyfile_(Fd::INVALID, Fd::INVALID, 0).is_err());
/// ```
pub fn fcopyfile_(from: Fd, to: Fd, flags: u32) -> Maybe<()> {
    fcopyfile(from, to, flags)
}
