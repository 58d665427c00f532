//! Opening by wide paths, with the choices that only the kernel has.

use core::ffi::CStr;

use super::create::create;
use super::handle::{Owned, handle_of};
use super::link::{junction_wide, symlink_at_name, symlink_units};
use super::name::{Form, Name, with_name, with_name_as, with_wide_name};
use super::path::remove;
use super::rename::move_file;
use super::stat::link_and_attributes;
use crate::backend::Outcome;
use crate::backend::nt::open::{
    DELETE, FILE_CREATE, FILE_DIRECTORY_FILE, FILE_LIST_DIRECTORY, FILE_OPEN, FILE_OPEN_IF,
    FILE_SHARE_READ, FILE_SHARE_WRITE, FILE_TRAVERSE, NtOpen, SHARE_ALL,
};
use crate::wtf8::Wide;
use crate::{Fd, NtCreateFileOptions, SystemErrno, WindowsOpenDirOp, WindowsOpenDirOptions};

/// A link to a directory may be a junction.
pub(crate) const HAS_JUNCTIONS: bool = true;

const FILE_ADD_FILE: u32 = 0x2;
const FILE_ADD_SUBDIRECTORY: u32 = 0x4;
const FILE_READ_EA: u32 = 0x8;
const STANDARD_RIGHTS_READ: u32 = 0x2_0000;

fn directory(options: WindowsOpenDirOptions) -> NtOpen {
    let mut access = STANDARD_RIGHTS_READ | FILE_READ_EA | FILE_TRAVERSE;
    let mut add = |wanted: bool, bits: u32| access |= if wanted { bits } else { 0 };
    add(options.iterable, FILE_LIST_DIRECTORY);
    add(options.can_rename_or_delete, DELETE);
    add(!options.read_only, FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY);
    let base = NtOpen::existing(access, !options.no_follow);
    NtOpen {
        share: if options.can_rename_or_delete {
            SHARE_ALL
        } else {
            FILE_SHARE_READ | FILE_SHARE_WRITE
        },
        disposition: match options.op {
            WindowsOpenDirOp::OnlyOpen => FILE_OPEN,
            WindowsOpenDirOp::OnlyCreate => FILE_CREATE,
            WindowsOpenDirOp::OpenOrCreate => FILE_OPEN_IF,
        },
        options: base.options | FILE_DIRECTORY_FILE,
        ..base
    }
}

pub(crate) fn open_dir_wide(dir: Fd, path: &[u16], options: WindowsOpenDirOptions) -> Outcome<Fd> {
    open(&directory(options), |call| with_wide_name(dir, path, Form::Any, call))
}

pub(crate) fn open_dir_bytes(dir: Fd, path: &[u8], options: WindowsOpenDirOptions) -> Outcome<Fd> {
    if path.contains(&0) {
        return Err(SystemErrno::EINVAL);
    }
    open(&directory(options), |call| with_name_as(dir, path, Form::Any, call))
}

type Call<'a> = &'a dyn Fn(Name<'_>) -> Outcome<Owned>;

fn open(how: &NtOpen, name: impl FnOnce(Call<'_>) -> Outcome<Owned>) -> Outcome<Fd> {
    name(&|name| create(name, how)).map(Owned::into_fd)
}

/// The handle may answer before it is done: reading and writing wait in any case.
pub(crate) fn open_file_wide(dir: Fd, path: &[u16], options: NtCreateFileOptions) -> Outcome<Fd> {
    let how = NtOpen {
        access: options.access_mask,
        attributes: options.attributes,
        share: options.sharing_mode,
        disposition: options.disposition,
        options: options.options,
    };
    open(&how, |call| with_wide_name(dir, path, Form::Any, call))
}

/// Returns the length of the name, which has a NUL behind it.
pub(crate) fn normalize_wide(
    dir: Fd,
    path: &[u16],
    buf: &mut [u16],
    add_prefix: bool,
) -> Outcome<usize> {
    with_wide_name(dir, path, Form::Any, |name| {
        let prefix = bun_paths::windows::NT_OBJECT_PREFIX;
        let bare = name.units.strip_prefix(prefix).filter(|_| !add_prefix);
        let mut wide = Wide::new(buf);
        wide.push_all(bare.unwrap_or(name.units))?;
        wide.push(0)?;
        Ok(wide.len() - 1)
    })
}

/// The bits of what is at `path` itself.
pub(crate) fn file_attributes(dir: Fd, path: &CStr) -> Outcome<u32> {
    let file = with_name(dir, path, |name| create(name, &NtOpen::existing(0, false)))?;
    link_and_attributes(file.get()).map(|(_, attributes)| attributes)
}

pub(crate) fn symlink_wide(target: &[u16], path: &[u16], is_directory: bool) -> Outcome<()> {
    with_wide_name(Fd::cwd(), path, Form::Absolute, |name| {
        symlink_units(target, name, is_directory)
    })
}

pub(crate) fn symlink_to_directory(target: &CStr, dir: Fd, path: &CStr) -> Outcome<()> {
    with_name_as(dir, path.to_bytes(), Form::Absolute, |name| {
        symlink_at_name(target.to_bytes(), name, true)
    })
}

/// Makes a junction at `path` to the directory `target`, both absolute or below the working
/// directory.
pub(crate) fn junction(target: &CStr, path: &CStr) -> Outcome<()> {
    with_name_as(Fd::cwd(), target.to_bytes(), Form::Absolute, |target| {
        with_name(Fd::cwd(), path, |path| junction_wide(target, path))
    })
}

/// Removes the name at a wide path.
pub(crate) fn unlink_wide(dir: Fd, path: &[u16], wants_directory: bool) -> Outcome<()> {
    with_wide_name(dir, path, Form::Any, |name| remove(name, wants_directory))
}

/// Gives the open file `file` the name `to` below `dir`.
pub(crate) fn move_opened(file: Fd, dir: Fd, to: &[u16], replace: bool) -> Outcome<()> {
    let file = handle_of(file)?;
    with_wide_name(dir, to, Form::Any, |name| move_file(file, name, replace))
}
