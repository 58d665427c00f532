//! Pipes.

use crate::backend::imp;
use crate::{Error, Fd, Maybe, Tag};

/// Makes a pipe: the end to read and the end to write. Neither closes on `exec`.
///
/// # Errors
///
/// Those of `pipe(2)`: `EMFILE`, `ENFILE`.
pub fn pipe() -> Maybe<[Fd; 2]> {
    imp::pipe().map_err(|errno| Error::from_code(errno, Tag::pipe))
}
