//! Pipes.

use crate::backend::imp;
use crate::failure::bare;
use crate::{Fd, Maybe, Tag};

/// Makes a pipe: the end to read and the end to write. Neither closes on `exec`.
///
/// # Errors
///
/// Those of `pipe(2)`: `EMFILE`, `ENFILE`.
pub fn pipe() -> Maybe<[Fd; 2]> {
    imp::pipe().map_err(bare(Tag::pipe))
}
