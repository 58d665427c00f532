//! Moving names, and giving files more of them.

use core::ffi::CStr;

use windows_sys::Win32::Foundation::{HANDLE, NTSTATUS};

use super::create::create;
use super::handle::status_number;
use super::info::set_name;
use super::name::{Name, with_name};
use super::path::{is_unknown_class, remove};
use super::stat::link_and_attributes;
use crate::backend::Outcome;
use crate::backend::nt::open::{
    DELETE, FILE_ATTRIBUTE_DIRECTORY, FILE_WRITE_ATTRIBUTES, NtOpen, flags,
};
use crate::link::Renameat2Flags;
use crate::{Fd, SystemErrno};

const CLASS_RENAME: i32 = 10;
const CLASS_LINK: i32 = 11;
const CLASS_RENAME_EX: i32 = 65;

const FLAG_REPLACE: u32 = 0x1;
const FLAG_POSIX: u32 = 0x2;
const FLAG_IGNORE_READONLY: u32 = 0x40;

/// Replaces what is there, open or not, as on Unix; where the file system cannot do that, it must
/// not be open.
pub(crate) fn renameat(from_dir: Fd, from: &CStr, to_dir: Fd, to: &CStr) -> Outcome<()> {
    move_name(from_dir, from, to_dir, to, true)
}

/// Two names cannot be exchanged: `ENOTSUP`.
pub(crate) fn renameat2(
    from_dir: Fd,
    from: &CStr,
    to_dir: Fd,
    to: &CStr,
    how: Renameat2Flags,
) -> Outcome<()> {
    if how.exchange {
        return Err(SystemErrno::ENOTSUP);
    }
    move_name(from_dir, from, to_dir, to, !how.exclude)
}

fn move_name(from_dir: Fd, from: &CStr, to_dir: Fd, to: &CStr, replace: bool) -> Outcome<()> {
    let file = with_name(from_dir, from, |name| create(name, &NtOpen::existing(DELETE, false)))?;
    with_name(to_dir, to, |name| move_file(file.get(), name, replace))
}

/// Gives the open file the name `to` instead of its own.
pub(super) fn move_file(file: HANDLE, to: Name<'_>, replace: bool) -> Outcome<()> {
    let Err(status) = try_move(file, to, replace) else { return Ok(()) };
    let errno = status_number(status);
    if !replace || !matches!(errno, SystemErrno::EPERM | SystemErrno::EEXIST) {
        return Err(errno);
    }
    // The kernel replaces no directories, not even empty ones, and does not say so.
    let Ok(there) = create(to, &NtOpen::existing(0, false)) else { return Err(errno) };
    let is_directory = |handle| {
        link_and_attributes(handle)
            .map(|(is_link, attributes)| attributes & FILE_ATTRIBUTE_DIRECTORY != 0 && !is_link)
    };
    match (is_directory(file)?, is_directory(there.get())?) {
        (false, true) => Err(SystemErrno::EISDIR),
        (true, false) => Err(SystemErrno::ENOTDIR),
        (false, false) => Err(errno),
        (true, true) => {
            drop(there);
            remove(to, true)?;
            try_move(file, to, false).map_err(status_number)
        }
    }
}

fn try_move(file: HANDLE, to: Name<'_>, replace: bool) -> Result<(), NTSTATUS> {
    let replace = u32::from(replace) * FLAG_REPLACE;
    let flags = replace | FLAG_POSIX | FLAG_IGNORE_READONLY;
    match set_name(file, CLASS_RENAME_EX, flags, to.root, to.units) {
        Err(status) if is_unknown_class(status) => {
            set_name(file, CLASS_RENAME, replace, to.root, to.units)
        }
        other => other,
    }
}

pub(crate) fn linkat(from_dir: Fd, from: &CStr, to_dir: Fd, to: &CStr, flags: i32) -> Outcome<()> {
    let follow = flags & flags::AT_SYMLINK_FOLLOW != 0;
    let how = NtOpen::existing(FILE_WRITE_ATTRIBUTES, follow);
    let file = with_name(from_dir, from, |name| create(name, &how))?;
    with_name(to_dir, to, |name| {
        set_name(file.get(), CLASS_LINK, 0, name.root, name.units).map_err(status_number)
    })
}

/// There are no files without a name.
pub(crate) fn link_tmpfile(_file: Fd, _dir: Fd, _path: &CStr, _by_number: bool) -> Outcome<()> {
    Err(SystemErrno::ENOTSUP)
}
