//! Names: making, removing, moving and following them.
#![expect(unsafe_code, reason = "asks for access with a number")]

use core::ffi::CStr;

use bun_str::strings::index_of_char_usize;
use rustix::fs::{self, AtFlags, Mode, OFlags};

use super::{Outcome, answer, last, lend, once, retry, take};
use crate::backend::imp::raw_mode;
use crate::{Fd, SystemErrno};

pub(crate) fn openat(dir: Fd, path: &CStr, flags: i32, mode: u32) -> Outcome<Fd> {
    let dir = lend(dir)?;
    let flags = OFlags::from_bits_retain(flags.cast_unsigned());
    let mode = Mode::from_raw_mode(raw_mode(mode));
    retry(|| fs::openat(dir, path, flags, mode)).map(take)
}

pub(crate) fn mkdirat(dir: Fd, path: &CStr, mode: u32) -> Outcome<()> {
    once(fs::mkdirat(lend(dir)?, path, Mode::from_raw_mode(raw_mode(mode))))
}

pub(crate) fn unlinkat(dir: Fd, path: &CStr, flags: i32) -> Outcome<()> {
    let dir = lend(dir)?;
    retry(|| fs::unlinkat(dir, path, at_flags(flags)))
}

pub(crate) fn renameat(from_dir: Fd, from: &CStr, to_dir: Fd, to: &CStr) -> Outcome<()> {
    let (from_dir, to_dir) = (lend(from_dir)?, lend(to_dir)?);
    retry(|| fs::renameat(from_dir, from, to_dir, to))
}

pub(crate) fn symlinkat(target: &CStr, dir: Fd, path: &CStr) -> Outcome<()> {
    let dir = lend(dir)?;
    retry(|| fs::symlinkat(target, dir, path))
}

pub(crate) fn linkat(from_dir: Fd, from: &CStr, to_dir: Fd, to: &CStr, flags: i32) -> Outcome<()> {
    once(fs::linkat(lend(from_dir)?, from, lend(to_dir)?, to, at_flags(flags)))
}

/// Returns how much of `buf` the target fills, without a terminator; it may be cut at the end.
pub(crate) fn readlinkat(dir: Fd, path: &CStr, buf: &mut [u8]) -> Outcome<usize> {
    let dir = lend(dir)?;
    retry(|| fs::readlinkat_raw(dir, path, &mut *buf))
}

pub(crate) fn faccessat(dir: Fd, path: &CStr, mode: i32) -> Outcome<()> {
    // SAFETY: the path has a terminator; the call takes any numbers.
    once(answer(unsafe { libc::faccessat(dir.native(), path.as_ptr(), mode, 0) })).map(drop)
}

/// Returns the length of the path; its NUL is in `buf` behind it. `ENAMETOOLONG` when `buf` is
/// shorter than the longest path, because the call is not told how long it is.
pub(crate) fn realpath(path: &CStr, buf: &mut [u8]) -> Outcome<usize> {
    if buf.len() < libc::PATH_MAX as usize {
        return Err(SystemErrno::ENAMETOOLONG);
    }
    // SAFETY: the path has a terminator; the call writes at most `PATH_MAX` bytes to `buf`.
    let found = unsafe { libc::realpath(path.as_ptr(), buf.as_mut_ptr().cast()) };
    if found.is_null() {
        return once(Err(last()));
    }
    index_of_char_usize(buf, 0).ok_or(SystemErrno::ENAMETOOLONG)
}

fn at_flags(flags: i32) -> AtFlags {
    AtFlags::from_bits_retain(flags.cast_unsigned())
}
