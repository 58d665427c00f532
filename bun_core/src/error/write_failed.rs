//! Failures of a writer, under the one name that Zig's writers have for them.

use super::Error;

/// `.or_write_failed()`: any failure of a writer as [`Error::WRITE_FAILED`].
///
/// `?` would give a `std::io::Error` the name of its cause. Code ported from `try writer.print(…)`
/// expects the name that Zig's writers use for every cause.
///
/// Zig: `error.WriteFailed`.
///
/// # Examples
///
/// ```
/// use std::io::Write as _;
///
/// use bun_core::{Error, OrWriteFailed, err};
///
/// fn print(mut out: &mut [u8]) -> Result<(), Error> {
///     write!(out, "{}", 12345).or_write_failed()
/// }
///
/// assert_eq!(print(&mut [0; 8]), Ok(()));
/// assert_eq!(print(&mut [0; 2]), Err(err!(WriteFailed)));
/// ```
pub trait OrWriteFailed<T> {
    /// Returns the value, or [`Error::WRITE_FAILED`].
    ///
    /// # Errors
    ///
    /// [`Error::WRITE_FAILED`] for every error.
    fn or_write_failed(self) -> Result<T, Error>;
}

impl<T, E> OrWriteFailed<T> for Result<T, E> {
    #[inline]
    fn or_write_failed(self) -> Result<T, Error> {
        self.map_err(|_| Error::WRITE_FAILED)
    }
}
