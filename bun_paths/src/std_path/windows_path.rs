//! What a Windows path starts with.

use bun_core::env;

use crate::PathChar;
use crate::absolute::is_absolute_windows_t;
use crate::sep::is_sep_any_t;

/// What a Windows path starts with.
///
/// Zig: `std.fs.path.WindowsPath`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowsPath<'a, T = u8> {
    /// Whether the path is absolute.
    pub is_abs: bool,
    /// What [`disk_designator`](Self::disk_designator) is.
    pub kind: WindowsPathKind,
    /// The drive or share, or nothing.
    pub disk_designator: &'a [T],
}

/// What stands before the components of a Windows path.
///
/// Zig: `std.fs.path.WindowsPath.Kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowsPathKind {
    /// Nothing.
    None,
    /// A byte and a colon.
    Drive,
    /// Two separators, a server, separators and a share.
    NetworkShare,
}

/// Says what `path` starts with.
///
/// The separators of a share are all of the kind that the path starts with.
///
/// Zig: `std.fs.path.windowsParsePath`.
///
/// # Examples
///
/// ```
/// use bun_paths::std_path::{WindowsPathKind, windows_parse_path};
///
/// let path = windows_parse_path(br"\\server\share\a");
/// assert_eq!(path.kind, WindowsPathKind::NetworkShare);
/// assert_eq!(path.disk_designator, br"\\server\share");
/// assert!(path.is_abs && !windows_parse_path(b"c:a").is_abs);
/// ```
#[doc(alias = "windowsParsePath")]
#[must_use]
pub fn windows_parse_path(path: &[u8]) -> WindowsPath<'_> {
    windows_parse_path_t(path)
}

pub(crate) fn windows_parse_path_t<T: PathChar>(path: &[T]) -> WindowsPath<'_, T> {
    let (is_abs, kind, len) = match path {
        [_, colon, ..] if colon.is(b':') => {
            (is_absolute_windows_t(path), WindowsPathKind::Drive, 2)
        }
        [first] if is_sep_any_t(*first) => (true, WindowsPathKind::None, 0),
        [first, second, ..] if is_sep_any_t(*first) && !is_sep_any_t(*second) => {
            (true, WindowsPathKind::None, 0)
        }
        _ => match share_len(path) {
            Some(len) => (true, WindowsPathKind::NetworkShare, len),
            None => (false, WindowsPathKind::None, 0),
        },
    };
    WindowsPath { is_abs, kind, disk_designator: &path[..len] }
}

/// Where the share that `path` starts with ends.
fn share_len<T: PathChar>(path: &[T]) -> Option<usize> {
    let [separator, second, third, _, _, ..] = path else { return None };
    if !is_sep_any_t(*separator) || second != separator || third == separator {
        return None;
    }
    let next = |start: usize, wanted: bool| {
        let found = path[start..].iter().position(|unit| (unit == separator) == wanted);
        found.map(|at| start + at)
    };
    let share = next(next(2, true)?, false)?;
    Some(next(share, true).unwrap_or(path.len()))
}

/// The drive or share of `path` on Windows; elsewhere nothing.
///
/// Zig: `std.fs.path.diskDesignator`.
#[doc(alias = "diskDesignator")]
#[must_use]
pub fn disk_designator(path: &[u8]) -> &[u8] {
    if env::IS_WINDOWS { disk_designator_windows(path) } else { b"" }
}

/// The drive or share of `path`.
///
/// Zig: `std.fs.path.diskDesignatorWindows`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_paths::std_path::disk_designator_windows(b"C:a"), b"C:");
/// ```
#[doc(alias = "diskDesignatorWindows")]
#[must_use]
pub fn disk_designator_windows(path: &[u8]) -> &[u8] {
    windows_parse_path(path).disk_designator
}
