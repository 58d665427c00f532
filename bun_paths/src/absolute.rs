//! Which paths are absolute, and which are names of packages.

use bun_core::env;

use crate::PathChar;
use crate::sep::{is_sep_any, is_sep_any_t, is_sep_native, is_sep_posix};

/// Returns whether `path` is absolute on the target.
///
/// Zig: `std.fs.path.isAbsolute`.
#[doc(alias = "isAbsolute")]
#[must_use]
#[inline]
pub const fn is_absolute(path: &[u8]) -> bool {
    if env::IS_WINDOWS { is_absolute_windows(path) } else { is_absolute_posix(path) }
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

pub(crate) fn is_absolute_posix_t<T: PathChar>(path: &[T]) -> bool {
    matches!(path, [first, ..] if first.is(b'/'))
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

/// [`is_absolute_windows`] for both units.
///
/// Zig: `std.fs.path.isAbsoluteWindowsWTF16` and `isAbsoluteWindows`.
#[must_use]
#[inline]
pub fn is_absolute_windows_t<T: PathChar>(path: &[T]) -> bool {
    match path {
        [first, ..] if is_sep_any_t(*first) => true,
        [_, colon, third, ..] => colon.is(b':') && is_sep_any_t(*third),
        _ => false,
    }
}

/// Forwards to [`is_absolute_windows_t`].
///
/// Zig: `std.fs.path.isAbsoluteWindowsWTF16`.
#[doc(alias = "isAbsoluteWindowsWTF16")]
#[must_use]
#[inline]
pub fn is_absolute_windows_wtf16(path: &[u16]) -> bool {
    is_absolute_windows_t(path)
}

/// Returns whether `path` is absolute by the rules of either platform.
///
/// Zig: `Platform.loose.isAbsolute`.
#[must_use]
#[inline]
pub const fn is_absolute_loose(path: &[u8]) -> bool {
    is_absolute_windows(path)
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

/// [`is_drive_letter`] for both units.
///
/// Zig: `bun.path.isDriveLetterT`.
#[doc(alias = "isDriveLetterT")]
#[must_use]
#[inline]
pub fn is_drive_letter_t<T: PathChar>(unit: T) -> bool {
    unit.is_ascii_letter()
}

/// Returns whether an import of `path` names a package: neither absolute nor starting with `./`
/// or `../`.
///
/// Zig: `isPackagePath` of the resolver.
///
/// # Examples
///
/// ```
/// use bun_paths::is_package_path;
///
/// assert!(is_package_path(b"react/jsx-runtime") && is_package_path(b".hidden"));
/// assert!(!is_package_path(b"./a") && !is_package_path(b"..") && !is_package_path(b"/a"));
/// ```
#[doc(alias = "isPackagePath")]
#[must_use]
pub fn is_package_path(path: &[u8]) -> bool {
    !is_absolute(path) && is_package_path_not_absolute(path)
}

/// [`is_package_path`] of a path that is known not to be absolute.
///
/// Zig: `isPackagePathNotAbsolute`.
#[doc(alias = "isPackagePathNotAbsolute")]
#[must_use]
pub fn is_package_path_not_absolute(non_absolute_path: &[u8]) -> bool {
    let [b'.', rest @ ..] = non_absolute_path else { return true };
    let rest = rest.strip_prefix(b".").unwrap_or(rest);
    !rest.first().is_none_or(|byte| is_sep_native(*byte))
}
