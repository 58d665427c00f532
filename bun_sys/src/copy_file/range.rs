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
/// Tries `copy_file_range` (`flags`, for which no kernel has a use yet, must be 0), `sendfile`, and `read` with `write`, but for what
/// `copy_file_state` says not to try; notes there what fails.
///
/// Zig: `copyFileRange`.
///
/// # Errors
///
/// Those of [`copy_file_read_write_loop`], the last way.
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

/// Reads up to `len` bytes, but no more than 32 KB, from `in_` and writes all of them to `out`;
/// returns how many, where 0 is the end.
///
/// When writing fails, `in_` goes back to behind what was written, if it has positions.
///
/// Zig: `copyFileReadWriteLoop`.
///
/// # Errors
///
/// Those of `read(2)` and `write(2)`, with the descriptor; `EIO` when `out` takes nothing and does
/// not say why.
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
