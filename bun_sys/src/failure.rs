//! Errors with what the failed call was made on: a descriptor, a path, both, or nothing.
//!
//! Each returns what `map_err` wants, so that nothing is built unless a call fails.

use bun_str::ZStr;

use crate::{Error, Fd, SystemErrno, Tag};

/// On nothing that can be named.
pub(crate) fn bare(tag: Tag) -> impl FnOnce(SystemErrno) -> Error {
    move |errno| Error::from_code(errno, tag)
}

/// On a descriptor.
pub(crate) fn on_fd(fd: Fd, tag: Tag) -> impl FnOnce(SystemErrno) -> Error {
    move |errno| build(errno, tag, fd, &[])
}

/// On a path.
pub(crate) fn on_path(path: &ZStr, tag: Tag) -> impl FnOnce(SystemErrno) -> Error {
    move |errno| build(errno, tag, Fd::INVALID, path.as_bytes())
}

/// On a path below a directory.
pub(crate) fn on_fd_path(fd: Fd, path: &ZStr, tag: Tag) -> impl FnOnce(SystemErrno) -> Error {
    move |errno| build(errno, tag, fd, path.as_bytes())
}

/// On a path and another.
pub(crate) fn on_paths<'a>(
    from: &'a ZStr,
    to: &'a ZStr,
    tag: Tag,
) -> impl FnOnce(SystemErrno) -> Error + 'a {
    move |errno| Error::from_code(errno, tag).with_path_dest(from.as_bytes(), to.as_bytes())
}

#[cold]
fn build(errno: SystemErrno, tag: Tag, fd: Fd, path: &[u8]) -> Error {
    let error = Error::from_code(errno, tag);
    if path.is_empty() { Error { fd, ..error } } else { Error { fd, ..error.with_path(path) } }
}
