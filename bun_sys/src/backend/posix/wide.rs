//! What is asked for in the way of Windows: wide paths become bytes, attributes come from `lstat`.

use core::ffi::CStr;

use bun_paths::{PathBuffer, resolve_path};

use super::{mkdirat, openat, symlinkat};
use crate::backend::Outcome;
use crate::backend::imp::{flags, fstatat, stat_mode};
use crate::flags::S;
use crate::wtf8::write_wtf8;
use crate::{Fd, NtCreateFileOptions, SystemErrno, WindowsOpenDirOp, WindowsOpenDirOptions};

/// A link to a directory is a link.
pub(crate) const HAS_JUNCTIONS: bool = false;

fn with_path<T>(path: &[u8], call: impl FnOnce(&CStr) -> Outcome<T>) -> Outcome<T> {
    let mut buf = PathBuffer::uninit();
    let path = resolve_path::z(path, &mut buf).map_err(|_| SystemErrno::ENAMETOOLONG)?;
    call(path.as_cstr().ok_or(SystemErrno::EINVAL)?)
}

fn with_wide<T>(path: &[u16], call: impl FnOnce(&CStr) -> Outcome<T>) -> Outcome<T> {
    let mut buf = PathBuffer::uninit();
    let buf = buf.as_mut_slice();
    let units = path.iter().copied().chain([0]);
    let len = write_wtf8(units, buf).ok_or(SystemErrno::ENAMETOOLONG)?;
    call(CStr::from_bytes_with_nul(&buf[..len]).map_err(|_| SystemErrno::EINVAL)?)
}

pub(crate) fn openat_wide(dir: Fd, path: &[u16], flags: i32, mode: u32) -> Outcome<Fd> {
    with_wide(path, |path| openat(dir, path, flags, mode))
}

pub(crate) fn open_dir_wide(dir: Fd, path: &[u16], options: WindowsOpenDirOptions) -> Outcome<Fd> {
    with_wide(path, |path| open_dir(dir, path, options))
}

pub(crate) fn open_dir_bytes(dir: Fd, path: &[u8], options: WindowsOpenDirOptions) -> Outcome<Fd> {
    with_path(path, |path| open_dir(dir, path, options))
}

fn open_dir(dir: Fd, path: &CStr, options: WindowsOpenDirOptions) -> Outcome<Fd> {
    if options.op != WindowsOpenDirOp::OnlyOpen {
        match mkdirat(dir, path, 0o755) {
            Err(SystemErrno::EEXIST) if options.op == WindowsOpenDirOp::OpenOrCreate => {}
            other => other?,
        }
    }
    let link = if options.no_follow { flags::NOFOLLOW } else { 0 };
    openat(dir, path, flags::RDONLY | flags::DIRECTORY | flags::CLOEXEC | link, 0)
}

/// The arguments mean nothing here.
pub(crate) fn open_file_wide(_: Fd, _: &[u16], _: NtCreateFileOptions) -> Outcome<Fd> {
    Err(SystemErrno::ENOTSUP)
}

/// There are no such names here.
pub(crate) fn normalize_wide(_: Fd, _: &[u16], _: &mut [u16], _: bool) -> Outcome<usize> {
    Err(SystemErrno::ENOTSUP)
}

/// The bits of Windows for a directory, a link, and everything else.
pub(crate) fn file_attributes(dir: Fd, path: &CStr) -> Outcome<u32> {
    let mode = stat_mode(&fstatat(dir, path, false)?);
    Ok(match mode & S::IFMT {
        S::IFDIR => 0x10,
        S::IFLNK => 0x400,
        _ => 0x80,
    })
}

pub(crate) fn symlink_wide(_: &[u16], _: &[u16], _: bool) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}

pub(crate) fn symlink_to_directory(target: &CStr, dir: Fd, path: &CStr) -> Outcome<()> {
    symlinkat(target, dir, path)
}

/// There are none.
pub(crate) fn junction(_target: &CStr, _path: &CStr) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}
