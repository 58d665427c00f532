//! Names: opening, making and removing them.

use core::ffi::CStr;

use windows_sys::Win32::Foundation::{HANDLE, NTSTATUS};

use super::create::create;
use super::handle::status_number;
use super::info::{Basic, Disposition, DispositionEx, query, set};
use super::name::{Form, Name, final_path, handle_path, with_name, with_wide_name};
use super::stat::link_and_attributes;
use crate::backend::Outcome;
use crate::backend::nt::open::{
    DELETE, FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_NORMAL, FILE_ATTRIBUTE_READONLY, FILE_CREATE,
    FILE_DIRECTORY_FILE, FILE_OPEN, FILE_WRITE_ATTRIBUTES, NtOpen, flags, translate,
};
use crate::wtf8::write_wtf8;
use crate::{Fd, SystemErrno};

pub(crate) fn openat(dir: Fd, path: &CStr, flags: i32, mode: u32) -> Outcome<Fd> {
    let how = translate(flags, mode)?;
    with_name(dir, path, |name| open_name(name, flags, &how))
}

/// Like [`openat`], for a path that is wide.
pub(crate) fn openat_wide(dir: Fd, path: &[u16], flags: i32, mode: u32) -> Outcome<Fd> {
    let how = translate(flags, mode)?;
    with_wide_name(dir, path, Form::Any, |name| open_name(name, flags, &how))
}

fn open_name(name: Name<'_>, flags: i32, how: &NtOpen) -> Outcome<Fd> {
    let file = create(name, how)?;
    let has = |flag: i32| flags & flag == flag;
    // The kernel opens the link; `open` refuses it.
    if has(flags::NOFOLLOW) && !has(flags::PATH) && link_and_attributes(file.get())?.0 {
        let wants_directory = has(flags::DIRECTORY);
        return Err(if wants_directory { SystemErrno::ENOTDIR } else { SystemErrno::ELOOP });
    }
    Ok(file.into_fd())
}

/// `mode` means nothing: directories inherit who may do what.
pub(crate) fn mkdirat(dir: Fd, path: &CStr, _mode: u32) -> Outcome<()> {
    let how = NtOpen {
        disposition: FILE_CREATE,
        options: NtOpen::existing(0, true).options | FILE_DIRECTORY_FILE,
        ..NtOpen::existing(0, true)
    };
    with_name(dir, path, |name| create(name, &how)).map(drop)
}

/// What the kernel answers about a class of information that it, or the file system, lacks.
pub(super) const fn is_unknown_class(status: NTSTATUS) -> bool {
    matches!(
        status.cast_unsigned(),
        // Not implemented, invalid class, parameter, device request, not supported.
        0xC000_0002 | 0xC000_0003 | 0xC000_000D | 0xC000_0010 | 0xC000_00BB
    )
}

const FLAG_DELETE: u32 = 0x1;
const FLAG_POSIX: u32 = 0x2;
const FLAG_IGNORE_READONLY: u32 = 0x10;

/// As on Unix the name is gone at once, whoever has the file open; where the file system cannot
/// do that it goes with the last handle.
pub(crate) fn unlinkat(dir: Fd, path: &CStr, flags: i32) -> Outcome<()> {
    let wants_directory = flags & flags::AT_REMOVEDIR != 0;
    with_name(dir, path, |name| remove(name, wants_directory))
}

pub(super) fn remove(name: Name<'_>, wants_directory: bool) -> Outcome<()> {
    let file = create(name, &NtOpen::existing(DELETE, false))?;
    let (is_link, attributes) = link_and_attributes(file.get())?;
    let is_directory = attributes & FILE_ATTRIBUTE_DIRECTORY != 0 && !is_link;
    if is_directory != wants_directory {
        return Err(if is_directory { SystemErrno::EISDIR } else { SystemErrno::ENOTDIR });
    }
    let how = DispositionEx { flags: FLAG_DELETE | FLAG_POSIX | FLAG_IGNORE_READONLY };
    match set(file.get(), &how) {
        Err(status) if is_unknown_class(status) => {}
        other => return other.map_err(status_number),
    }
    if attributes & FILE_ATTRIBUTE_READONLY != 0 {
        let open = create(name, &NtOpen::existing(FILE_WRITE_ATTRIBUTES, false))?;
        set_attributes(open.get(), attributes & !FILE_ATTRIBUTE_READONLY)?;
    }
    let removed = set(file.get(), &Disposition { delete: 1 }).map_err(status_number);
    if removed.is_err() && attributes & FILE_ATTRIBUTE_READONLY != 0 {
        // The first error is the one to report.
        let _ = create(name, &NtOpen::existing(FILE_WRITE_ATTRIBUTES, false))
            .and_then(|open| set_attributes(open.get(), attributes));
    }
    removed
}

/// Replaces the attributes and leaves the times alone.
pub(super) fn set_attributes(handle: HANDLE, attributes: u32) -> Outcome<()> {
    // Zero would leave them alone.
    let attributes = if attributes == 0 { FILE_ATTRIBUTE_NORMAL } else { attributes };
    set(handle, &Basic { attributes, ..Basic::default() }).map_err(status_number)
}

/// Clears or sets the one permission there is.
pub(super) fn set_writable(handle: HANDLE, is_writable: bool) -> Outcome<()> {
    let Basic { attributes, .. } = query(handle)?;
    let read_only = if is_writable { 0 } else { FILE_ATTRIBUTE_READONLY };
    set_attributes(handle, attributes & !FILE_ATTRIBUTE_READONLY | read_only)
}

/// As libuv has it: whatever exists may be read and run, and written unless it is read-only.
pub(crate) fn faccessat(dir: Fd, path: &CStr, mode: i32) -> Outcome<()> {
    const W_OK: i32 = 2;
    with_name(dir, path, |name| {
        let file = create(name, &NtOpen { disposition: FILE_OPEN, ..NtOpen::existing(0, true) })?;
        if mode & W_OK == 0 {
            return Ok(());
        }
        let (_, attributes) = link_and_attributes(file.get())?;
        let is_read_only = attributes & FILE_ATTRIBUTE_READONLY != 0;
        let is_directory = attributes & FILE_ATTRIBUTE_DIRECTORY != 0;
        if is_read_only && !is_directory { Err(SystemErrno::EPERM) } else { Ok(()) }
    })
}

/// Returns how much of `buf` the path fills, without the prefix that the kernel puts before it.
pub(crate) fn fd_path(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    let mut wide = bun_paths::w_path_buffer_pool::get();
    if fd == Fd::cwd() {
        let len = super::name::working_directory(&mut wide)?;
        return written(&wide[..len], buf);
    }
    let len = final_path(fd, &mut wide)?;
    written_without_prefix(&wide[..len], buf)
}

/// Writes `\\?\C:\a` as `C:\a` and `\\?\UNC\host` as `\\host`.
pub(super) fn written_without_prefix(path: &[u16], buf: &mut [u8]) -> Outcome<usize> {
    let verbatim = bun_paths::windows::LONG_PATH_PREFIX;
    let Some(rest) = path.strip_prefix(verbatim) else { return written(path, buf) };
    let unc = bun_str::w!(r"UNC\");
    match rest.strip_prefix(unc) {
        Some(rest) => {
            let head = bun_str::w!(r"\\").iter().chain(rest).copied();
            write_wtf8(head, buf).ok_or(SystemErrno::ENAMETOOLONG)
        }
        None => written(rest, buf),
    }
}

fn written(path: &[u16], buf: &mut [u8]) -> Outcome<usize> {
    write_wtf8(path.iter().copied(), buf).ok_or(SystemErrno::ENAMETOOLONG)
}

/// Returns the length of the path with every link followed; its NUL is in `buf` behind it.
pub(crate) fn realpath(path: &CStr, buf: &mut [u8]) -> Outcome<usize> {
    let file = with_name(Fd::cwd(), path, |name| create(name, &NtOpen::existing(0, true)))?;
    let mut wide = bun_paths::w_path_buffer_pool::get();
    let len = handle_path(file.get(), &mut wide)?;
    let len = written_without_prefix(&wide[..len], buf)?;
    *buf.get_mut(len).ok_or(SystemErrno::ENAMETOOLONG)? = 0;
    Ok(len)
}
