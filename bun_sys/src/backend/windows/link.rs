//! Symbolic links and junctions.
#![expect(unsafe_code, reason = "calls the system with names and buffers")]

use core::ffi::CStr;
use core::ptr;
use core::sync::atomic::{AtomicBool, Ordering};

use windows_sys::Win32::Foundation::{
    ERROR_INVALID_PARAMETER, ERROR_MORE_DATA, ERROR_NOT_A_REPARSE_POINT, HANDLE,
};
use windows_sys::Win32::Storage::FileSystem::{
    CreateSymbolicLinkW, SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE, SYMBOLIC_LINK_FLAG_DIRECTORY,
};
use windows_sys::Win32::System::IO::DeviceIoControl;
use windows_sys::Win32::System::Ioctl::{FSCTL_GET_REPARSE_POINT, FSCTL_SET_REPARSE_POINT};

use super::create::create;
use super::handle::{check, last_code, number};
use super::name::{Form, Name, with_name, with_name_as};
use super::path::remove;
use super::stat::link_and_attributes;
use crate::backend::Outcome;
use crate::backend::nt::open::{
    FILE_ATTRIBUTE_DIRECTORY, FILE_CREATE, FILE_DIRECTORY_FILE, FILE_WRITE_ATTRIBUTES, NtOpen,
};
use crate::backend::nt::reparse::{self, LEN_MAX};
use crate::backend::nt::units;
use crate::wtf8::{Wide, write_wtf8};
use crate::{Fd, SystemErrno};

/// Whether the system does not know the flag that lets everybody make links.
static NO_FLAG: AtomicBool = AtomicBool::new(false);

/// Windows has links to files and links to directories. This makes the kind that `target` is now,
/// seen from the link, or one to a file when it is missing.
pub(crate) fn symlinkat(target: &CStr, dir: Fd, path: &CStr) -> Outcome<()> {
    let is_directory = leads_to_directory(target, dir, path);
    with_name_as(dir, path.to_bytes(), Form::Absolute, |name| {
        symlink_at_name(target.to_bytes(), name, is_directory)
    })
}

/// Makes a link at the absolute `name` that says `target`.
pub(super) fn symlink_at_name(target: &[u8], name: Name<'_>, is_directory: bool) -> Outcome<()> {
    let mut text = bun_paths::w_path_buffer_pool::get();
    let mut wide = Wide::new(&mut text[..]);
    wide.push_wtf8(target)?;
    let len = wide.len();
    symlink_units(&text[..len], name, is_directory)
}

/// The same for a target that is wide already.
pub(super) fn symlink_units(target: &[u16], name: Name<'_>, is_directory: bool) -> Outcome<()> {
    let slash = u16::from(b'/');
    let backslash = u16::from(b'\\');
    let said = target.iter().map(|unit| if *unit == slash { backslash } else { *unit });
    let said: Vec<u16> = said.chain([0]).collect();
    let path = name.to_win32();
    let kind = if is_directory { SYMBOLIC_LINK_FLAG_DIRECTORY } else { 0 };
    let unprivileged = SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE;
    let flag = if NO_FLAG.load(Ordering::Relaxed) { 0 } else { unprivileged };
    if make(&path, &said, kind | flag) {
        return Ok(());
    }
    let code = last_code();
    if flag == 0 || code != ERROR_INVALID_PARAMETER {
        return Err(number(code));
    }
    NO_FLAG.store(true, Ordering::Relaxed);
    if make(&path, &said, kind) { Ok(()) } else { Err(number(last_code())) }
}

/// Both paths end in NUL.
fn make(path: &[u16], target: &[u16], flags: u32) -> bool {
    debug_assert!(path.ends_with(&[0]) && target.ends_with(&[0]));
    // SAFETY: both paths have a terminator, and the call only reads them.
    unsafe { CreateSymbolicLinkW(path.as_ptr(), target.as_ptr(), flags) }
}

/// Whether `target`, seen from beside `path`, is a directory.
fn leads_to_directory(target: &CStr, dir: Fd, path: &CStr) -> bool {
    let (target, path) = (target.to_bytes(), path.to_bytes());
    let parent = path.iter().rposition(|byte| matches!(byte, b'/' | b'\\'));
    let is_absolute = bun_paths::is_absolute_windows(target);
    let mut seen = Vec::new();
    if let (Some(end), false) = (parent, is_absolute) {
        seen.extend_from_slice(&path[..=end]);
    }
    seen.extend_from_slice(target);
    let found = with_name_as(dir, &seen, Form::Any, |name| {
        let file = create(name, &NtOpen::existing(0, true))?;
        link_and_attributes(file.get())
    });
    found.is_ok_and(|(_, attributes)| attributes & FILE_ATTRIBUTE_DIRECTORY != 0)
}

/// Makes a junction at `path` to the directory `target`, an absolute name. Needs no privilege.
pub(super) fn junction_wide(target: Name<'_>, path: Name<'_>) -> Outcome<()> {
    let mut bytes = vec![0; LEN_MAX];
    let len = reparse::junction(target.units, &mut bytes).ok_or(SystemErrno::ENAMETOOLONG)?;
    let how = NtOpen {
        disposition: FILE_CREATE,
        options: NtOpen::existing(0, false).options | FILE_DIRECTORY_FILE,
        ..NtOpen::existing(FILE_WRITE_ATTRIBUTES, false)
    };
    let made = create(path, &how)?;
    let done = set_reparse(made.get(), &bytes[..len]);
    drop(made);
    if done.is_err() {
        // A directory that is no junction is of no use; the first error is the one to report.
        let _ = remove(path, true);
    }
    done
}

fn set_reparse(handle: HANDLE, bytes: &[u8]) -> Outcome<()> {
    let (from, len) = (bytes.as_ptr().cast(), bytes.len() as u32);
    let mut count = 0;
    let (none, code) = (ptr::null_mut(), FSCTL_SET_REPARSE_POINT);
    // SAFETY: the call reads `len` bytes of `bytes`, and writes `count`; the handle was opened to
    // answer when it is done.
    check(unsafe {
        DeviceIoControl(handle, code, from, len, none, 0, &raw mut count, ptr::null_mut())
    })
}

/// Returns how much of `buf` the target fills; it is cut at the end of `buf`. `EINVAL` for what is
/// no link.
pub(crate) fn readlinkat(dir: Fd, path: &CStr, buf: &mut [u8]) -> Outcome<usize> {
    let file = with_name(dir, path, |name| create(name, &NtOpen::existing(0, false)))?;
    let mut bytes = vec![0; LEN_MAX];
    let len = get_reparse(file.get(), &mut bytes)?;
    let target = reparse::parse(&bytes[..len]).ok_or(SystemErrno::EINVAL)?;
    let (head, rest) = reparse::without_nt_head(target);
    let all = || head.encode_utf16().chain(units(rest));
    if let Some(len) = write_wtf8(all(), buf) {
        return Ok(len);
    }
    let mut whole = vec![0; 3 * (head.len() + rest.len() / 2)];
    let len = write_wtf8(all(), &mut whole).ok_or(SystemErrno::ENAMETOOLONG)?;
    let cut = len.min(buf.len());
    buf[..cut].copy_from_slice(&whole[..cut]);
    Ok(cut)
}

fn get_reparse(handle: HANDLE, bytes: &mut [u8]) -> Outcome<usize> {
    let (to, len) = (bytes.as_mut_ptr().cast(), bytes.len() as u32);
    let mut count = 0;
    let (none, code) = (ptr::null(), FSCTL_GET_REPARSE_POINT);
    // SAFETY: the call writes at most `len` bytes to `bytes`, and `count`; the handle was opened
    // to answer when it is done.
    let done =
        unsafe { DeviceIoControl(handle, code, none, 0, to, len, &raw mut count, ptr::null_mut()) };
    if done != 0 {
        return Ok((count as usize).min(bytes.len()));
    }
    Err(match last_code() {
        ERROR_NOT_A_REPARSE_POINT => SystemErrno::EINVAL,
        ERROR_MORE_DATA => SystemErrno::ENAMETOOLONG,
        code => number(code),
    })
}
