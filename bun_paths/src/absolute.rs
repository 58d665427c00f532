//! Which paths are absolute.

use crate::sep::{is_sep_any, is_sep_posix};

/// Returns whether `path` is absolute on the target.
///
/// Zig: `std.fs.path.isAbsolute`.
#[doc(alias = "isAbsolute")]
#[must_use]
#[inline]
pub const fn is_absolute(path: &[u8]) -> bool {
    if cfg!(windows) { is_absolute_windows(path) } else { is_absolute_posix(path) }
}

/// Returns whether `path` starts with `/`.
///
/// Zig: `std.fs.path.isAbsolutePosix`.
#[doc(alias = "isAbsolutePosix")]
#[must_use]
#[inline]
pub const fn is_absolute_posix(path: &[u8]) -> bool {
    matches!(path, [first, ..] if is_sep_posix(*first))
}

/// Returns whether `path` starts with a separator or with a drive and a separator.
///
/// Any byte counts as the name of a drive here; `C:` and `C:a` are relative.
///
/// Zig: `std.fs.path.isAbsoluteWindows`.
///
/// # Examples
///
/// ```
/// use bun_paths::is_absolute_windows;
///
/// assert!(is_absolute_windows(br"\a") && is_absolute_windows(b"c:/x"));
/// assert!(!is_absolute_windows(b"C:") && !is_absolute_windows(b"C:a"));
/// ```
#[doc(alias = "isAbsoluteWindows")]
#[must_use]
#[inline]
pub const fn is_absolute_windows(path: &[u8]) -> bool {
    match path {
        [first, ..] if is_sep_any(*first) => true,
        [_, b':', third, ..] => is_sep_any(*third),
        _ => false,
    }
}

/// Returns whether `byte` names a drive: an ASCII letter.
///
/// Zig: `bun.path.isDriveLetter`.
#[doc(alias = "isDriveLetter")]
#[must_use]
#[inline]
pub const fn is_drive_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}
