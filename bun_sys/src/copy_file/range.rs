//! One step of a copy, by the best way that still works.

use core::mem::MaybeUninit;

use super::{CopyFileState, can_use_copy_file_range_syscall, disable_copy_file_range_syscall};
use crate::backend::imp;
use crate::{Error, Fd, Maybe, SystemErrno, Tag, lseek, read_uninit, write};

/// How much is read and written at once.
const BUFFER_LEN: usize = 32 * 1024;

/// `SEEK_CUR`, the same on every system.
const FROM_HERE: i32 = 1;

/// Copies up to `len` bytes from the position of `in_` to that of `out`; 0 is the end.
///
/// Tries `copy_file_range(2)`, `sendfile(2)`, and `read(2)` with `write(2)`, but for what
/// `copy_file_state` says not to try; notes there what fails. No kernel has a use for `flags` yet:
/// if they are not 0, the first is not tried.
///
/// Zig: `copyFileRange`.
///
/// # Platforms
///
/// Only Linux has the first two; the last is everywhere.
///
/// # Errors
///
/// Those of [`copy_file_read_write_loop`], the last way.
///
/// # Examples
///
/// ```
/// use bun_sys::copy_file::{CopyFileState, copy_file_range};
/// use bun_sys::{OwnedFd, pipe, read, write};
///
/// let [one, two] = [pipe()?.map(OwnedFd::new), pipe()?.map(OwnedFd::new)];
/// write(one[1].fd(), b"content")?;
/// let mut state = CopyFileState::default();
/// assert_eq!(copy_file_range(one[0].fd(), two[1].fd(), 4, 0, &mut state)?, 4);
/// let mut buf = [0; 8];
/// assert_eq!((read(two[0].fd(), &mut buf)?, &buf[..4]), (4, &b"cont"[..]));
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "copyFileRange")]
pub fn copy_file_range(
    in_: Fd,
    out: Fd,
    len: usize,
    flags: u32,
    copy_file_state: &mut CopyFileState,
) -> Maybe<usize> {
    let state = copy_file_state;
    if flags == 0
        && !state.has_seen_exdev
        && !state.has_copy_file_range_failed
        && can_use_copy_file_range_syscall()
    {
        match imp::copy_file_range(in_, out, len) {
            Ok(count) => return Ok(count),
            Err(errno) => {
                state.has_copy_file_range_failed = true;
                match errno {
                    SystemErrno::EXDEV => state.has_seen_exdev = true,
                    SystemErrno::ENOTSUP | SystemErrno::ENOSYS => disable_copy_file_range_syscall(),
                    _ => {}
                }
            }
        }
    }
    if !state.has_sendfile_failed {
        match imp::sendfile(in_, out, len) {
            Ok(count) => return Ok(count),
            Err(errno) => {
                state.has_sendfile_failed = true;
                state.has_seen_exdev |= errno == SystemErrno::EXDEV;
            }
        }
    }
    copy_file_read_write_loop(in_, out, len)
}

/// Reads up to `len` bytes, but no more than 32 KB, from `in_` and writes all of them to `out`
/// (`read(2)`, `write(2)`); returns how many, where 0 is the end.
///
/// When writing fails, `in_` goes back to behind what was written, if it has positions.
///
/// Zig: `copyFileReadWriteLoop`, which counts what is not written as the end.
///
/// # Errors
///
/// Those of [`read`](crate::read()) and [`write`](crate::write()), with the descriptor; `EIO` when
/// `out` takes nothing and does not say why.
///
/// # Examples
///
/// ```
/// use bun_sys::copy_file::copy_file_read_write_loop;
/// use bun_sys::{OwnedFd, open_null_device, pipe, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// write(writer.fd(), b"content")?;
/// drop(writer);
/// let null = OwnedFd::new(open_null_device()?);
/// assert_eq!(copy_file_read_write_loop(reader.fd(), null.fd(), 4)?, 4);
/// assert_eq!(copy_file_read_write_loop(reader.fd(), null.fd(), 4)?, 3);
/// assert_eq!(copy_file_read_write_loop(reader.fd(), null.fd(), 4)?, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "copyFileReadWriteLoop")]
pub fn copy_file_read_write_loop(in_: Fd, out: Fd, len: usize) -> Maybe<usize> {
    let mut buf = [MaybeUninit::uninit(); BUFFER_LEN];
    let read = read_uninit(in_, &mut buf[..len.min(BUFFER_LEN)])?;
    let mut rest = &*read;
    while !rest.is_empty() {
        let outcome = match write(out, rest) {
            Ok(0) => Err(Error::from_code(SystemErrno::EIO, Tag::write).with_fd(out)),
            outcome => outcome,
        };
        match outcome {
            Ok(count) => rest = &rest[count..],
            Err(error) => {
                let unwritten = i64::try_from(rest.len()).unwrap_or(0);
                let _ = lseek(in_, -unwritten, FROM_HERE);
                return Err(error);
            }
        }
    }
    Ok(read.len())
}
