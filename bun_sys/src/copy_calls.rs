//! The calls that copy inside the kernel. Each system has some of them; the others answer
//! `ENOSYS` or `ENOTSUP`.

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{bare, on_fd, on_paths};
use crate::path_arg::as_cstr;
use crate::{AsFd, Fd, MAX_COUNT, Maybe, Tag};

/// Makes `to` share the content of `from` until one of them is written (`ioctl_ficlone(2)`). All of
/// it, whatever the positions, which stay.
///
/// # Platforms
///
/// Linux since 4.5, on file systems that share blocks, such as Btrfs and XFS; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// Without descriptors; a call that a signal interrupts is not made again, so `EINTR` too:
/// - `EOPNOTSUPP`, `ENOTTY`, `EINVAL`: the file system, or what the files are, does not do that;
/// - `EXDEV`: they are on different file systems;
/// - `EBADF`: `from` is not open for reading, or `to` not for writing;
/// - `EISDIR`, `ETXTBSY`, `EPERM`: one is a directory, a swap file, or may not be changed.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, ioctl_ficlone};
///
/// assert!(ioctl_ficlone(Fd::INVALID, Fd::INVALID).is_err());
/// ```
pub fn ioctl_ficlone(to: Fd, from: Fd) -> Maybe<()> {
    imp::ficlone(to, from).map_err(bare(Tag::ioctl_ficlone))
}

/// Copies up to `len` bytes from the position of `from` to that of `to`, and moves both
/// (`copy_file_range(2)`); 0 is the end. No more than [`MAX_COUNT`] bytes at once.
///
/// # Platforms
///
/// Linux since 4.5, between file systems since 5.3; elsewhere `ENOSYS`.
///
/// # Errors
///
/// Without descriptors:
/// - `EXDEV`: the kernel does not copy between these file systems;
/// - `EINVAL`: one is no regular file, or they are the same and the ranges overlap;
/// - `EBADF`: `from` is not open for reading, or `to` not for writing, or for appending;
/// - `EISDIR`: one is a directory;
/// - `ENOSPC`, `EDQUOT`, `EFBIG`, `EIO`: as for [`write`](crate::write());
/// - `ENOSYS`, `EOPNOTSUPP`, `EPERM`: the kernel, the file system or a sandbox has no such call.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, copy_file_range, lseek, memfd_create, pread, write};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let memory = || memfd_create(c"example", MemfdFlags::NonExecutable).map(OwnedFd::new);
/// let (from, to) = (memory()?, memory()?);
/// write(from.fd(), b"content")?;
/// lseek(from.fd(), 3, bun_sys::SEEK::SET)?;
/// if let Ok(copied) = copy_file_range(from.fd(), to.fd(), 100) {
///     let mut buf = [0; 8];
///     assert_eq!((copied, pread(to.fd(), &mut buf, 0)?), (4, 4));
///     assert_eq!(&buf[..4], b"tent");
/// }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn copy_file_range(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    imp::copy_file_range(from, to, len.min(MAX_COUNT)).map_err(bare(Tag::copy_file_range))
}

/// Copies up to `len` bytes from the position of `from` to `to` (`sendfile(2)`); 0 is the end. No
/// more than 2³¹ - 2 bytes at once.
///
/// # Platforms
///
/// Linux. The one of macOS writes to sockets only ([`c::sendfile`](crate::c)): `ENOSYS` there and
/// on Windows.
///
/// # Errors
///
/// With the descriptor of `from`: `EINVAL` when `from` cannot be mapped, as pipes and sockets
/// cannot, or `to` is open for appending; `EBADF`, `EAGAIN`, `EIO`, `ENOSPC`, `EPIPE` as for
/// [`read`](crate::read()) and [`write`](crate::write()).
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, SEEK, lseek, memfd_create, pipe, read, sendfile, write};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// write(file.fd(), b"content")?;
/// lseek(file.fd(), 0, SEEK::SET)?;
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(sendfile(file.fd(), writer.fd(), 100)?, 7);
/// assert_eq!(read(reader.fd(), &mut [0; 8])?, 7);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn sendfile(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    let len = len.min(i32::MAX as usize - 1);
    imp::sendfile(from, to, len).map_err(on_fd(from, Tag::sendfile))
}

/// Moves up to `len` bytes from `from` to `to`, one of which is a pipe (`splice(2)`); 0 is the end.
/// No more than [`MAX_COUNT`] bytes at once.
///
/// # Platforms
///
/// Linux; elsewhere `ENOSYS`.
///
/// # Errors
///
/// Without descriptors: `EINVAL` when neither is a pipe, both are the same one, or `to` is open for
/// appending; `EBADF` when one is not open for this; `EAGAIN` when one is
/// [nonblocking](crate::set_nonblocking()) and would wait; `EPIPE` as for
/// [`write`](crate::write()).
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, read, splice, write};
///
/// # if !cfg!(target_os = "linux") { return Ok(()); }
/// let [one, two] = [pipe()?.map(OwnedFd::new), pipe()?.map(OwnedFd::new)];
/// write(one[1].fd(), b"content")?;
/// assert_eq!(splice(one[0].fd(), two[1].fd(), 4)?, 4);
/// assert_eq!(read(two[0].fd(), &mut [0; 8])?, 4);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn splice(from: Fd, to: Fd, len: usize) -> Maybe<usize> {
    imp::splice(from, to, len.min(MAX_COUNT)).map_err(bare(Tag::splice))
}

/// Reserves room for `len` bytes of `fd` at `offset`, and lets the file grow into it
/// (`fallocate(2)` with mode 0); what is added reads as zeros.
///
/// # Platforms
///
/// Linux, and Windows (`FileAllocationInformation`, `FileEndOfFileInformation`). macOS: `ENOSYS`.
///
/// # Errors
///
/// With `fd`: `ENOSPC` when there is no such room; `EOPNOTSUPP` when the file system does not do
/// that; `EFBIG` when the end is beyond the largest size; `EINVAL` when `offset` is negative or
/// `len` is not positive; `EBADF` when it is not open for writing; `ESPIPE`, `ENODEV` for what is
/// no regular file.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, fallocate, fstat, memfd_create};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// fallocate(file.fd(), 0, 10_000)?;
/// assert_eq!(fstat(file.fd())?.size(), 10_000);
/// assert!(fallocate(file.fd(), 0, 0).is_err());
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn fallocate(fd: Fd, offset: i64, len: i64) -> Maybe<()> {
    imp::fallocate(fd, offset, len).map_err(on_fd(fd, Tag::TODO))
}

/// Makes a file `to`, of which there is none yet, that shares content and attributes of `from`
/// until one of them is written (`clonefile(2)`). A directory is cloned with all that is in it.
///
/// # Platforms
///
/// macOS, on APFS; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// With both paths: `EEXIST` when there is something at `to`; `ENOTSUP` when the file system does
/// not do that; `EXDEV` when they are on different ones; `ENOENT`, `EACCES`, `ENOSPC`; `EINVAL`
/// when a path has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, clonefile};
///
/// let error = clonefile(zstr!("/no/such/file"), zstr!("/no/such/copy")).unwrap_err();
/// assert!(matches!(error.get_errno(), SystemErrno::ENOENT | SystemErrno::ENOTSUP));
/// assert_eq!((&*error.path, &*error.dest), (&b"/no/such/file"[..], &b"/no/such/copy"[..]));
/// ```
pub fn clonefile(from: &ZStr, to: &ZStr) -> Maybe<()> {
    clone_at(Fd::cwd(), from, Fd::cwd(), to, Tag::clonefile)
}

/// Like [`clonefile`], below directories (`clonefileat(2)`).
///
/// # Errors
///
/// Those of [`clonefile`], with both paths; `EBADF` when a directory is not open.
pub fn clonefileat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    clone_at(from_dir.as_fd(), from, to_dir.as_fd(), to, Tag::clonefileat)
}

fn clone_at(from_dir: Fd, from: &ZStr, to_dir: Fd, to: &ZStr, tag: Tag) -> Maybe<()> {
    let (source, target) = (as_cstr(from, tag)?, as_cstr(to, tag)?);
    imp::clonefileat(from_dir, source, to_dir, target, 0).map_err(on_paths(from, to, tag))
}

/// Copies the file at `from` to `to`, with its attributes.
///
/// # Platforms
///
/// - macOS: `copyfile(3)`; `flags` are the bits of `darwin::COPYFILE`.
/// - Windows: `CopyFileW`, also with streams; 1 in `flags` refuses to copy over a file that is
///   there, other bits are ignored.
/// - Linux: `ENOTSUP`; [`copy_file()`](crate::copy_file()) copies open files everywhere.
///
/// # Errors
///
/// With both paths: `ENOENT` when there is no such file or no directory for the copy; `EEXIST` when
/// there is a copy and `flags` say so; `EACCES`, `EPERM`, `ENOSPC`, `EBUSY` (Windows); `EINVAL`
/// when a path has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, copyfile};
///
/// let error = copyfile(zstr!("/no/such/file"), zstr!("/no/such/copy"), 0).unwrap_err();
/// assert!(matches!(error.get_errno(), SystemErrno::ENOENT | SystemErrno::ENOTSUP));
/// ```
pub fn copyfile(from: &ZStr, to: &ZStr, flags: u32) -> Maybe<()> {
    let tag = Tag::copyfile;
    let (source, target) = (as_cstr(from, tag)?, as_cstr(to, tag)?);
    imp::copyfile(source, target, flags).map_err(on_paths(from, to, tag))
}

/// Copies the open file `from` to `to` (`fcopyfile(3)`). `flags` are the bits of
/// `darwin::COPYFILE`.
///
/// # Platforms
///
/// macOS; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// With `from`: `ENOTSUP` for what is neither a file, a link nor a directory; those of
/// [`read`](crate::read()) and [`write`](crate::write()).
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, fcopyfile};
///
/// assert!(fcopyfile(Fd::INVALID, Fd::INVALID, 8).is_err());
/// ```
pub fn fcopyfile(from: Fd, to: Fd, flags: u32) -> Maybe<()> {
    imp::fcopyfile(from, to, flags).map_err(on_fd(from, Tag::fcopyfile))
}
