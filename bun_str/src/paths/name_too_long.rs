//! `NameTooLong`: a path that does not fit its buffer.

use core::error::Error;
use core::fmt;

/// A path does not fit the buffer it was to be written to.
///
/// What the buffer then holds is the beginning of the path, or nothing.
///
/// Zig: `error.NameTooLong`, `error.MaxPathExceeded`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, to_w_path};
///
/// assert_eq!(to_w_path(&mut [0; 2], b"ab"), Err(NameTooLong { needed: 3 }));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameTooLong {
    /// A capacity, in units, that certainly suffices; with room for a terminator where one is
    /// written.
    pub needed: usize,
}

impl NameTooLong {
    /// The Zig name of the error.
    #[must_use]
    pub const fn name(self) -> &'static str {
        "NameTooLong"
    }
}

impl fmt::Display for NameTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} units do not fit", self.name(), self.needed)
    }
}

impl Error for NameTooLong {}

impl From<NameTooLong> for bun_core::Error {
    fn from(_: NameTooLong) -> Self {
        bun_core::err!(NameTooLong)
    }
}
