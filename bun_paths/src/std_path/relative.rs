//! The way from one path to another, both resolved against the current directory.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_core::env;

use super::resolve::{names, resolve_posix, resolve_windows};
use super::windows_path::{WindowsPathKind, windows_parse_path};
use crate::sep::{is_sep_any, is_sep_posix};

/// Returns the way from `from` to `to`; what is relative starts at `cwd`.
///
/// Zig: `std.fs.path.relative`, which asks the system for `cwd`, even when it is not needed.
///
/// # Examples
///
/// ```
/// # #[cfg(not(windows))]
/// assert_eq!(&*bun_paths::std_path::relative(b"/", b"/a/b", b"/a/c"), b"../c");
/// ```
#[must_use]
pub fn relative(cwd: &[u8], from: &[u8], to: &[u8]) -> Box<[u8]> {
    if env::IS_WINDOWS { relative_windows(cwd, from, to) } else { relative_posix(cwd, from, to) }
}

/// [`relative()`] by POSIX rules.
///
/// Zig: `std.fs.path.relativePosix`.
///
/// # Examples
///
/// ```
/// use bun_paths::std_path::relative_posix;
///
/// assert_eq!(&*relative_posix(b"/a", b"b/c", b"d"), b"../../d");
/// ```
#[doc(alias = "relativePosix")]
#[must_use]
pub fn relative_posix(cwd: &[u8], from: &[u8], to: &[u8]) -> Box<[u8]> {
    let (from, to) = (resolve_posix(&[cwd, from]), resolve_posix(&[cwd, to]));
    way(&from, &to, b'/', is_sep_posix, |a, b| a == b)
}

/// [`relative()`] by Windows rules; `to` itself when it is on another drive or server.
///
/// Zig: `std.fs.path.relativeWindows`.
///
/// # Examples
///
/// ```
/// use bun_paths::std_path::relative_windows;
///
/// assert_eq!(&*relative_windows(br"C:\", b"c:/a/b", b"C:/A/c"), br"..\c");
/// assert_eq!(&*relative_windows(br"C:\", b"c:/a", b"d:/b"), br"D:\b");
/// ```
#[doc(alias = "relativeWindows")]
#[must_use]
pub fn relative_windows(cwd: &[u8], from: &[u8], to: &[u8]) -> Box<[u8]> {
    let (from, to) = (resolve_windows(&[cwd, from]), resolve_windows(&[cwd, to]));
    let (a, b) = (windows_parse_path(&from), windows_parse_path(&to));
    let is_near = a.kind == b.kind
        && match a.kind {
            WindowsPathKind::None => true,
            WindowsPathKind::Drive => {
                a.disk_designator[0].eq_ignore_ascii_case(&b.disk_designator[0])
            }
            WindowsPathKind::NetworkShare => {
                eq_ignore_case(names(a.disk_designator)[0], names(b.disk_designator)[0])
            }
        };
    if is_near { way(&from, &to, b'\\', is_sep_any, eq_ignore_case) } else { to }
}

/// The way between two clean paths that have a root in common.
fn way(
    from: &[u8],
    to: &[u8],
    separator: u8,
    is_separator: impl Fn(u8) -> bool + Copy,
    same: impl Fn(&[u8], &[u8]) -> bool,
) -> Box<[u8]> {
    let names = |path| <[u8]>::split(path, move |byte| is_separator(*byte));
    let mut up = names(from).filter(|name| !name.is_empty()).peekable();
    let mut down = names(to).filter(|name| !name.is_empty()).peekable();
    while let (Some(a), Some(b)) = (up.peek(), down.peek())
        && same(a, b)
    {
        up.next();
        down.next();
    }
    let mut path = Vec::with_capacity(from.len() + to.len());
    for name in up.map(|_| b"..".as_slice()).chain(down) {
        if !path.is_empty() {
            path.push(separator);
        }
        path.extend_from_slice(name);
    }
    path.into_boxed_slice()
}

/// Whether two names are one to Windows: without regard to case, of other scripts as well.
pub(super) fn eq_ignore_case(a: &[u8], b: &[u8]) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    match (core::str::from_utf8(a), core::str::from_utf8(b)) {
        (Ok(a), Ok(b)) => a.chars().map(upper).eq(b.chars().map(upper)),
        _ => a.eq_ignore_ascii_case(b),
    }
}

/// The one letter that `letter` becomes in upper case, or itself.
fn upper(letter: char) -> char {
    let mut upper = letter.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(single), None) => single,
        _ => letter,
    }
}
