//! Names, where macOS has more than POSIX.
#![expect(unsafe_code, reason = "calls the C library")]

use core::ffi::{CStr, c_int};

use crate::backend::Outcome;
use crate::backend::posix::{answer, retry};
use crate::link::Renameat2Flags;
use crate::{Fd, SystemErrno};

const RENAME_SWAP: u32 = 0x2;
const RENAME_EXCL: u32 = 0x4;
const RENAME_NOFOLLOW_ANY: u32 = 0x10;

pub(crate) fn renameat2(
    from_dir: Fd,
    from: &CStr,
    to_dir: Fd,
    to: &CStr,
    how: Renameat2Flags,
) -> Outcome<()> {
    let mut flags = 0;
    for (asked, flag) in [
        (how.exchange, RENAME_SWAP),
        (how.exclude, RENAME_EXCL),
        (how.nofollow, RENAME_NOFOLLOW_ANY),
    ] {
        flags |= if asked { flag } else { 0 };
    }
    let (from_dir, to_dir) = (from_dir.native(), to_dir.native());
    retry(|| {
        // SAFETY: both paths have a terminator; the call takes any numbers.
        answer(unsafe { libc::renameatx_np(from_dir, from.as_ptr(), to_dir, to.as_ptr(), flags) })
    })
    .map(drop)
}

/// There is none.
pub(crate) fn openat2_beneath(_dir: Fd, _path: &CStr, _flags: i32, _mode: u32) -> Outcome<Fd> {
    Err(SystemErrno::ENOSYS)
}

/// There are no nameless files.
pub(crate) fn link_tmpfile(_file: Fd, _dir: Fd, _path: &CStr, _by_number: bool) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}

/// Returns the length of the path. `ENAMETOOLONG` when `buf` is shorter than the longest path,
/// because the call is not told how long it is.
pub(crate) fn fd_path(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    if buf.len() < libc::PATH_MAX as usize {
        return Err(SystemErrno::ENAMETOOLONG);
    }
    let memory = buf.as_mut_ptr();
    // SAFETY: the call writes at most `PATH_MAX` bytes to `buf`, which has them.
    retry(|| answer::<c_int>(unsafe { libc::fcntl(fd.native(), libc::F_GETPATH, memory) }))?;
    bun_str::strings::index_of_char_usize(buf, 0).ok_or(SystemErrno::ENAMETOOLONG)
}
