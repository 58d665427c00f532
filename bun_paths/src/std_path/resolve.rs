//! Resolving paths like a series of `cd` commands.

use alloc::boxed::Box;
use bun_core::env;

use super::windows_path::{WindowsPath, WindowsPathKind, windows_parse_path};
use crate::resolve_path::{AboveRoot, Components, fit, to_vec};
use crate::sep::{SEP_POSIX, SEP_WINDOWS, is_sep_any, is_sep_posix};
use crate::{NameTooLong, PathWriter};

/// Resolves `paths` one behind the other, without asking the file system and without a separator at
/// the end; what stays relative keeps its leading `..`. `.` when nothing is left. O(total length).
///
/// Zig: `std.fs.path.resolve`, which needs at least one path.
///
/// # Examples
///
/// ```
/// # #[cfg(not(windows))]
/// assert_eq!(&*bun_paths::std_path::resolve(&[b"/a/b", b"../c/"]), b"/a/c");
/// ```
#[must_use]
pub fn resolve(paths: &[&[u8]]) -> Box<[u8]> {
    if env::IS_WINDOWS { resolve_windows(paths) } else { resolve_posix(paths) }
}

/// [`resolve()`] by POSIX rules.
///
/// Zig: `std.fs.path.resolvePosix`.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_paths::std_path::resolve_posix(&[b"a", b"../../b"]), b"../b");
/// ```
#[doc(alias = "resolvePosix")]
#[must_use]
pub fn resolve_posix(paths: &[&[u8]]) -> Box<[u8]> {
    let write = |out: &mut PathWriter<'_>| write_posix(out, paths);
    to_vec(bound(paths), write).into_boxed_slice()
}

/// [`resolve_posix`] into `buf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[inline]
pub fn resolve_posix_buf<'a>(
    buf: impl Into<PathWriter<'a>>,
    paths: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || bound(paths), |out: &mut PathWriter<'_>| write_posix(out, paths))
}

/// [`resolve()`] by Windows rules.
///
/// The last drive or share counts, and only paths on it or on none; a path that is absolute on no
/// drive starts at the root of that one, or at `\`.
///
/// Zig: `std.fs.path.resolveWindows`, which loses the root of a path without a drive, and reads out
/// of bounds for a drive without a root.
///
/// # Examples
///
/// ```
/// use bun_paths::std_path::resolve_windows;
///
/// assert_eq!(&*resolve_windows(&[b"c:/a", b"d:/x", b"C:../b"]), br"C:\b");
/// assert_eq!(&*resolve_windows(&[b"//s/h/a", b".."]), br"\\s\h\");
/// ```
#[doc(alias = "resolveWindows")]
#[must_use]
pub fn resolve_windows(paths: &[&[u8]]) -> Box<[u8]> {
    let write = |out: &mut PathWriter<'_>| write_windows(out, paths);
    to_vec(bound(paths), write).into_boxed_slice()
}

/// [`resolve_windows`] into `buf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
pub fn resolve_windows_buf<'a>(
    buf: impl Into<PathWriter<'a>>,
    paths: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || bound(paths), |out: &mut PathWriter<'_>| write_windows(out, paths))
}

#[inline]
fn write_posix(out: &mut PathWriter<'_>, paths: &[&[u8]]) -> Result<(), NameTooLong> {
    let start = paths.iter().rposition(|path| path.first() == Some(&SEP_POSIX));
    if start.is_some() {
        out.push(SEP_POSIX)?;
    }
    let above_root = AboveRoot::keep_if(start.is_none());
    let mut components = Components::new(out, SEP_POSIX, is_sep_posix, above_root);
    for path in &paths[start.unwrap_or(0)..] {
        components.push_path(path)?;
    }
    if out.is_empty() { out.push(b'.') } else { Ok(()) }
}

fn write_windows(out: &mut PathWriter<'_>, paths: &[&[u8]]) -> Result<(), NameTooLong> {
    let parsed = || paths.iter().map(|path| windows_parse_path(path));
    let disk = parsed().rfind(|path| path.kind != WindowsPathKind::None);
    let counts = |on_disk: &mut bool, path: &WindowsPath<'_>| {
        match disk {
            Some(disk) if path.kind == disk.kind => *on_disk = is_same_disk(&disk, path),
            Some(_) if path.kind != WindowsPathKind::None => return false,
            _ => {}
        }
        *on_disk
    };
    let mut on_disk = disk.is_none();
    let mut start = None;
    for (at, path) in parsed().enumerate() {
        if counts(&mut on_disk, &path) && path.is_abs {
            start = Some(at);
        }
    }
    match disk {
        Some(disk) => write_disk(out, &disk, start.is_some())?,
        None if start.is_some() => out.push(SEP_WINDOWS)?,
        None => {}
    }
    let above_root = AboveRoot::keep_if(start.is_none());
    let root_len = out.len();
    let mut components = Components::new(out, SEP_WINDOWS, is_sep_any, above_root);
    // From an absolute path on, a path without a drive counts; before, one of the drive must come.
    let mut on_disk = start.is_some() || disk.is_none();
    for path in &paths[start.unwrap_or(0)..] {
        let parsed = windows_parse_path(path);
        if counts(&mut on_disk, &parsed) {
            components.push_path(&path[parsed.disk_designator.len()..])?;
        }
    }
    if out.len() == root_len && start.is_none() { out.push(b'.') } else { Ok(()) }
}

/// Writes the drive in upper case, or the share, with a separator if the path is absolute.
fn write_disk(
    out: &mut PathWriter<'_>,
    disk: &WindowsPath<'_>,
    absolute: bool,
) -> Result<(), NameTooLong> {
    if disk.kind == WindowsPathKind::Drive {
        out.push(disk.disk_designator[0].to_ascii_uppercase())?;
        out.push(b':')?;
    } else {
        let [server, share] = names(disk.disk_designator);
        out.push_slice(br"\\")?;
        out.push_slice(server)?;
        out.push(SEP_WINDOWS)?;
        out.push_slice(share)?;
    }
    if absolute { out.push(SEP_WINDOWS) } else { Ok(()) }
}

/// The server and the share of a designator, whose separators are all of one kind.
pub(super) fn names(designator: &[u8]) -> [&[u8]; 2] {
    let separator = designator.first().copied();
    let mut names =
        designator.split(|byte| Some(*byte) == separator).filter(|name| !name.is_empty());
    [names.next().unwrap_or_default(), names.next().unwrap_or_default()]
}

fn is_same_disk(a: &WindowsPath<'_>, b: &WindowsPath<'_>) -> bool {
    match a.kind {
        WindowsPathKind::None => true,
        WindowsPathKind::Drive => a.disk_designator[0].eq_ignore_ascii_case(&b.disk_designator[0]),
        WindowsPathKind::NetworkShare => {
            let (a, b) = (names(a.disk_designator), names(b.disk_designator));
            (0..2).all(|at| super::relative::eq_ignore_case(a[at], b[at]))
        }
    }
}

/// A separator for each path, and a root.
fn bound(paths: &[&[u8]]) -> usize {
    paths.iter().fold(8_usize, |len, path| len.saturating_add(path.len()).saturating_add(1))
}
