//! Descriptors: duplicating them and what they do on `exec` and when they would wait.

use crate::backend::imp;
use crate::{Error, Fd, Maybe, Tag};

/// What [`fcntl`] takes and returns.
pub type FcntlInt = isize;

/// Another descriptor for what `fd` refers to. It closes on `exec`.
///
/// # Errors
///
/// Those of `fcntl(2)`, with `fd`: `EMFILE`, `EBADF`.
pub fn dup(fd: Fd) -> Maybe<Fd> {
    imp::dup(fd).map_err(|errno| Error { fd, ..Error::from_code(errno, Tag::dup) })
}

/// Asks or tells the system something about `fd`.
///
/// # Errors
///
/// Those of `fcntl(2)`, with `fd`; `EINVAL` for commands whose argument is not a number.
pub fn fcntl(fd: Fd, command: i32, argument: FcntlInt) -> Maybe<FcntlInt> {
    imp::fcntl(fd, command, argument)
        .map_err(|errno| Error { fd, ..Error::from_code(errno, Tag::fcntl) })
}
