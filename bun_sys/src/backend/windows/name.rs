//! A path in WTF-8 becomes a name that the kernel takes: units, and the directory they are below.
#![expect(unsafe_code, reason = "asks the system where the process and handles are")]

use core::ffi::CStr;
use core::ptr;

use bun_paths::w_path_buffer_pool;
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::Storage::FileSystem::{GetFinalPathNameByHandleW, GetFullPathNameW};
use windows_sys::Win32::System::Environment::GetCurrentDirectoryW;

use super::handle::{handle_of, last};
use crate::backend::Outcome;
use crate::backend::nt::path::{NULL_DEVICE, Shape, absolute, is_null_device, normalize, shape};
use crate::wtf8::Wide;
use crate::{Fd, SystemErrno};

/// What the kernel opens.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    /// The directory the name is below, or null for an absolute one.
    pub(super) root: HANDLE,
    pub(super) units: &'a [u16],
}

impl Name<'_> {
    /// An absolute name as Win32 takes it, `\\?\…`, with a NUL behind it.
    pub(super) fn to_win32(self) -> Vec<u16> {
        let mut path = Vec::with_capacity(self.units.len() + 1);
        path.extend_from_slice(self.units);
        if let Some(second) = path.get_mut(1) {
            *second = u16::from(b'\\');
        }
        path.push(0);
        path
    }
}

/// Whether a name may be relative to an open directory.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Shorter, and right even when the directory is moved meanwhile.
    Any,
    /// For calls that know no directories.
    Absolute,
}

/// Room for most paths; the pool has room for all.
const SHORT: usize = 520;

/// Calls `call` with the name of `path` below `dir`.
///
/// `ENOENT` when `path` is empty, `EILSEQ` when it is not WTF-8, `ENAMETOOLONG` when no path is as
/// long, `EBADF` when it is relative and `dir` is not open.
pub(super) fn with_name<T>(
    dir: Fd,
    path: &CStr,
    call: impl FnOnce(Name<'_>) -> Outcome<T>,
) -> Outcome<T> {
    with_name_as(dir, path.to_bytes(), Form::Any, call)
}

/// Like [`with_name`], for bytes and a form.
pub(super) fn with_name_as<T>(
    dir: Fd,
    path: &[u8],
    form: Form,
    call: impl FnOnce(Name<'_>) -> Outcome<T>,
) -> Outcome<T> {
    let spell = |text: &mut [u16]| {
        let mut wide = Wide::new(text);
        wide.push_wtf8(path).map(|()| wide.len())
    };
    if is_null_device(path) {
        return call(Name { root: ptr::null_mut(), units: &NULL_DEVICE });
    }
    build(dir, spell, form, call)
}

/// Like [`with_name`], for a path that is wide already.
pub(super) fn with_wide_name<T>(
    dir: Fd,
    path: &[u16],
    form: Form,
    call: impl FnOnce(Name<'_>) -> Outcome<T>,
) -> Outcome<T> {
    if path.contains(&0) {
        return Err(SystemErrno::EINVAL);
    }
    let spell = |text: &mut [u16]| {
        let mut wide = Wide::new(text);
        wide.push_all(path).map(|()| wide.len())
    };
    build(dir, spell, form, call)
}

fn build<T>(
    dir: Fd,
    spell: impl Fn(&mut [u16]) -> Outcome<usize>,
    form: Form,
    call: impl FnOnce(Name<'_>) -> Outcome<T>,
) -> Outcome<T> {
    let (mut text, mut base, mut out) = ([0; SHORT], [0; SHORT], [0; SHORT]);
    match resolve(dir, &spell, form, [&mut text, &mut base, &mut out]) {
        Ok((root, len)) => call(Name { root, units: &out[..len] }),
        Err(SystemErrno::ENAMETOOLONG) => {
            let mut text = w_path_buffer_pool::get();
            let mut base = w_path_buffer_pool::get();
            let mut out = w_path_buffer_pool::get();
            let rooms = [&mut text[..], &mut base[..], &mut out[..]];
            let (root, len) = resolve(dir, &spell, form, rooms)?;
            call(Name { root, units: &out[..len] })
        }
        Err(errno) => Err(errno),
    }
}

/// Writes the name to the last of the rooms, and returns the directory and how long it is.
fn resolve(
    dir: Fd,
    spell: &impl Fn(&mut [u16]) -> Outcome<usize>,
    form: Form,
    [text, base, out]: [&mut [u16]; 3],
) -> Outcome<(HANDLE, usize)> {
    let mut len = spell(text)?;
    if len == 0 {
        return Err(SystemErrno::ENOENT);
    }
    if matches!(shape(&text[..len]), Shape::DriveRelative | Shape::Rooted) {
        *text.get_mut(len).ok_or(SystemErrno::ENAMETOOLONG)? = 0;
        len = full_path(text, base)?;
        text.get_mut(..len).ok_or(SystemErrno::ENAMETOOLONG)?.copy_from_slice(&base[..len]);
    }
    let text = &text[..len];
    if let Some(len) = absolute(text, &[], out)? {
        return Ok((ptr::null_mut(), len));
    }
    let is_cwd = dir == Fd::cwd();
    if !is_cwd {
        let root = handle_of(dir)?;
        let room = out.get_mut(..len).ok_or(SystemErrno::ENAMETOOLONG)?;
        room.copy_from_slice(text);
        let name = normalize(room, 0);
        if form == Form::Any && !name.leaves && name.len > 0 {
            return Ok((root, name.len));
        }
    }
    let base_len = if is_cwd { working_directory(base)? } else { final_path(dir, base)? };
    match absolute(&base[..base_len], text, out)? {
        Some(len) => Ok((ptr::null_mut(), len)),
        None => Err(SystemErrno::ENOENT),
    }
}

/// The outcome of a call that returns how many units it wrote, or how many it needs with a NUL.
fn filled(returned: u32, room: usize) -> Outcome<usize> {
    match usize::try_from(returned).unwrap_or(usize::MAX) {
        0 => Err(last()),
        len if len < room => Ok(len),
        _ => Err(SystemErrno::ENAMETOOLONG),
    }
}

fn room_of(out: &[u16]) -> u32 {
    u32::try_from(out.len()).unwrap_or(u32::MAX)
}

/// The absolute path of `path`, which is relative to a drive or to the root of one and ends in NUL.
fn full_path(path: &[u16], out: &mut [u16]) -> Outcome<usize> {
    debug_assert!(path.contains(&0));
    let (room, part) = (room_of(out), ptr::null_mut());
    // SAFETY: `path` has a terminator; the call writes at most `room` units to `out`, which is
    // borrowed exclusively.
    let len = unsafe { GetFullPathNameW(path.as_ptr(), room, out.as_mut_ptr(), part) };
    filled(len, out.len())
}

/// The working directory.
pub(super) fn working_directory(out: &mut [u16]) -> Outcome<usize> {
    // SAFETY: the call writes at most as many units to `out` as it is long.
    let len = unsafe { GetCurrentDirectoryW(room_of(out), out.as_mut_ptr()) };
    filled(len, out.len())
}

/// Where the file that `fd` refers to is now, as `\\?\C:\…` or `\\?\UNC\…`.
pub(super) fn final_path(fd: Fd, out: &mut [u16]) -> Outcome<usize> {
    handle_path(handle_of(fd)?, out)
}

/// The same for a handle.
pub(super) fn handle_path(handle: HANDLE, out: &mut [u16]) -> Outcome<usize> {
    // SAFETY: the call takes any handle, and writes at most as many units to `out` as it is long.
    let len = unsafe { GetFinalPathNameByHandleW(handle, out.as_mut_ptr(), room_of(out), 0) };
    filled(len, out.len())
}
