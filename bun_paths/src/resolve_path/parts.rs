//! Parent, last component and last separator as `bun.path` has them, which is not as `std.fs.path`
//! does.

use bun_core::env;
use bun_str::strings;

use crate::platform::{Platform, PlatformT};
use crate::sep::{is_sep_any, is_sep_any_t};
use crate::std_path;

/// Returns the parent of `path`, or nothing when it has none.
///
/// By POSIX rules separators at the end do not count and `/` is its own parent; by other rules the
/// parent is all before the last separator, and by those of Windows the drive if there is none.
///
/// Zig: `bun.path.dirname`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Loose, Posix, Windows};
/// use bun_paths::resolve_path::dirname;
///
/// assert_eq!(dirname::<Posix>(b"/a/"), b"/");
/// assert_eq!(dirname::<Loose>(b"/a/"), b"/a");
/// assert_eq!(dirname::<Windows>(b"C:a"), b"C:");
/// ```
#[must_use]
pub fn dirname<P: PlatformT>(path: &[u8]) -> &[u8] {
    match (P::PLATFORM, P::last_separator(path)) {
        (Platform::Posix, Some(last)) => parent_posix(path, last),
        (_, Some(last)) => &path[..last],
        (Platform::Windows | Platform::Nt, None) => std_path::disk_designator_windows(path),
        (Platform::Posix | Platform::Loose, None) => b"",
    }
}

fn parent_posix(path: &[u8], mut last: usize) -> &[u8] {
    let mut rest = path;
    while last != 0 && last + 1 == rest.len() {
        rest = &rest[..last];
        match strings::last_index_of_char(rest, b'/') {
            Some(before) => last = before,
            None => return b"",
        }
    }
    &path[..last.max(1)]
}

/// The parent of a wide path by Windows rules.
///
/// Zig: `bun.path.dirnameW`.
#[doc(alias = "dirnameW")]
#[must_use]
pub fn dirname_w(path: &[u16]) -> &[u16] {
    match path.iter().rposition(|unit| is_sep_any_t(*unit)) {
        Some(last) => &path[..last],
        None => match path {
            [letter, colon, ..]
                if crate::is_drive_letter_t(*letter) && *colon == u16::from(b':') =>
            {
                &path[..2]
            }
            _ => &[],
        },
    }
}

/// Returns all before the last separator of the target, or nothing.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_paths::dirname_simple(b"/a/"), b"/a");
/// assert_eq!(bun_paths::dirname_simple(b"/a"), b"");
/// ```
#[must_use]
pub fn dirname_simple(path: &[u8]) -> &[u8] {
    &path[..last_index_of_sep(path).unwrap_or(0)]
}

/// Returns the last component of `path`; both slashes separate, those at the end do not count.
///
/// A path of nothing but separators is its own last component, cut to one byte.
///
/// Zig: `bun.path.basename`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::basename;
///
/// assert_eq!(basename(br"C:\a\b\"), b"b");
/// assert_eq!(basename(b"//"), b"/");
/// ```
#[must_use]
pub fn basename(path: &[u8]) -> &[u8] {
    let Some(last) = path.iter().rposition(|byte| !is_sep_any(*byte)) else {
        return if path.is_empty() { b"" } else { b"/" };
    };
    let start = path[..last].iter().rposition(|byte| is_sep_any(*byte)).map_or(0, |i| i + 1);
    &path[start..=last]
}

/// Returns the index of the last separator of the target.
///
/// Zig: `bun.path.lastIndexOfSep`.
#[doc(alias = "lastIndexOfSep")]
#[must_use]
pub fn last_index_of_sep(path: &[u8]) -> Option<usize> {
    if env::IS_WINDOWS {
        return last_index_of_separator_windows(path);
    }
    last_index_of_separator_posix(path)
}

/// Returns the index of the last `/` or `\`.
///
/// Zig: `bun.path.lastIndexOfSeparatorWindows`.
#[doc(alias = "lastIndexOfSeparatorWindows")]
#[must_use]
pub fn last_index_of_separator_windows(path: &[u8]) -> Option<usize> {
    path.iter().rposition(|byte| is_sep_any(*byte))
}

/// Returns the index of the last `/`.
///
/// Zig: `bun.path.lastIndexOfSeparatorPosix`.
#[doc(alias = "lastIndexOfSeparatorPosix")]
#[must_use]
pub fn last_index_of_separator_posix(path: &[u8]) -> Option<usize> {
    strings::last_index_of_char(path, b'/')
}

/// Forwards to [`last_index_of_sep`].
///
/// Zig: `bun.path.lastIndexOfSeparatorLoose`.
#[doc(alias = "lastIndexOfSeparatorLoose")]
#[must_use]
pub fn last_index_of_separator_loose(path: &[u8]) -> Option<usize> {
    last_index_of_sep(path)
}

/// Returns the index of the last byte that is not `/`.
///
/// Zig: `bun.path.lastIndexOfNonSeparatorPosix`, which is off by one.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::last_index_of_non_separator_posix;
///
/// assert_eq!(last_index_of_non_separator_posix(b"/a//"), Some(1));
/// assert_eq!(last_index_of_non_separator_posix(b"//"), None);
/// ```
#[doc(alias = "lastIndexOfNonSeparatorPosix")]
#[must_use]
pub fn last_index_of_non_separator_posix(path: &[u8]) -> Option<usize> {
    path.iter().rposition(|byte| *byte != b'/')
}

/// Returns the parent of `path` with its separator, for going up until `None`.
///
/// Zig: `bun.path.nextDirname`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::next_dirname;
///
/// assert_eq!(next_dirname(b"/a/b"), Some(&b"/a/"[..]));
/// assert_eq!(next_dirname(b"/a/"), Some(&b"/"[..]));
/// assert_eq!(next_dirname(b"/"), None);
/// ```
#[doc(alias = "nextDirname")]
#[must_use]
pub fn next_dirname(path: &[u8]) -> Option<&[u8]> {
    let root = match path {
        [_, b':', third, _, ..] if is_sep_any(*third) => Some(&path[..3]),
        _ => None,
    };
    let Some(last) = path.iter().rposition(|byte| !is_sep_any(*byte)) else { return root };
    path[..last].iter().rposition(|byte| is_sep_any(*byte)).map_or(root, |at| Some(&path[..=at]))
}
