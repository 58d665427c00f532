//! The calls that copy inside the kernel. Each system has some of them; the others answer
//! `ENOSYS` or `ENOTSUP`.

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{bare, on_fd, on_paths};
use crate::path_arg::as_cstr;
use crate::{AsFd, Fd, MAX_COUNT, Maybe, Tag};

/// Makes `to` share the content of `from`. On Linux only, where the file system can.
///
/// # Errors
///
/// Those of `ioctl_ficlone(2)`, also `EINTR`; `ENOTSUP` elsewhere.
pub fn ioctl_ficlone(to: Fd, from: Fd) -> Maybe<()> {
    imp::ficlone(to, from).map_err(bare(Tag::ioctl_ficlone))
}

/// Copies up to `len` bytes from the position of `from` to that of `to`, and moves both; 0 is the
/// end. On Linux only.
///
/// # Errors
///
/// Those of `copy_file_range(2)`, except `EINTR`, after which it is called again; `ENOSYS`
/// elsewhere.
pub fn copy_file_range(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    imp::copy_file_range(from, to, len.min(MAX_COUNT)).map_err(bare(Tag::copy_file_range))
}

/// Copies up to `len` bytes from the position of `from` to `to`; 0 is the end. On Linux only.
///
/// # Errors
///
/// Those of `sendfile(2)`, except `EINTR`, after which it is called again; `ENOSYS` elsewhere.
pub fn sendfile(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    let len = len.min(i32::MAX as usize - 1);
    imp::sendfile(from, to, len).map_err(on_fd(from, Tag::sendfile))
}

/// Moves up to `len` bytes from `from` to `to`, one of which is a pipe; 0 is the end. On Linux
/// only.
///
/// # Errors
///
/// Those of `splice(2)`, except `EINTR`, after which it is called again; `ENOSYS` elsewhere.
pub fn splice(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    imp::splice(from, to, len.min(MAX_COUNT)).map_err(bare(Tag::splice))
}

/// Reserves room for `fd`, which grows into it. On Linux only.
///
/// # Errors
///
/// Those of `fallocate(2)`, with `fd`; `ENOSYS` elsewhere.
pub fn fallocate(fd: Fd, offset: i64, len: i64) -> Maybe<()> {
    imp::fallocate(fd, offset, len).map_err(on_fd(fd, Tag::TODO))
}

/// Makes a file `to` that shares the content of `from`. On macOS only.
///
/// # Errors
///
/// Those of `clonefile(2)`; `ENOTSUP` elsewhere.
pub fn clonefile(from: &ZStr, to: &ZStr) -> Maybe<()> {
    clone_at(Fd::cwd(), from, Fd::cwd(), to, Tag::clonefile)
}

/// Like [`clonefile`], below directories.
///
/// # Errors
///
/// Those of `clonefileat(2)`; `ENOTSUP` elsewhere.
pub fn clonefileat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    clone_at(from_dir.as_fd(), from, to_dir.as_fd(), to, Tag::clonefileat)
}

fn clone_at(from_dir: Fd, from: &ZStr, to_dir: Fd, to: &ZStr, tag: Tag) -> Maybe<()> {
    let (source, target) = (as_cstr(from, tag)?, as_cstr(to, tag)?);
    imp::clonefileat(from_dir, source, to_dir, target, 0).map_err(on_paths(from, to, tag))
}

/// Copies the file at `from` to `to`. On macOS, and on Windows, where 1 in `flags` refuses to copy
/// over a file that is there.
///
/// # Errors
///
/// Those of `copyfile(3)` and of `CopyFileW`; `ENOTSUP` on Linux.
pub fn copyfile(from: &ZStr, to: &ZStr, flags: u32) -> Maybe<()> {
    let tag = Tag::copyfile;
    let (source, target) = (as_cstr(from, tag)?, as_cstr(to, tag)?);
    imp::copyfile(source, target, flags).map_err(on_paths(from, to, tag))
}

/// Copies the open file `from` to `to`. On macOS only.
///
/// # Errors
///
/// Those of `fcopyfile(3)`, with `from`; `ENOTSUP` elsewhere.
pub fn fcopyfile(from: Fd, to: Fd, flags: u32) -> Maybe<()> {
    imp::fcopyfile(from, to, flags).map_err(on_fd(from, Tag::fcopyfile))
}
