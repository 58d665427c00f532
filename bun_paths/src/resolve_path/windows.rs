//! The volume and the root of a Windows path.

use bun_core::env;

use crate::PathChar;
use crate::absolute::{is_drive_letter, is_drive_letter_t};
use crate::sep::is_sep_any_t;

/// Returns the length of the volume that `path` starts with, and, of a share, the index of the
/// separator before its name.
///
/// `C:` is one, and so is `\\server\share`; no volume has the length zero.
///
/// Zig: `bun.path.windowsVolumeNameLen`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::windows_volume_name_len;
///
/// assert_eq!(windows_volume_name_len(br"C:\a"), (2, 0));
/// assert_eq!(windows_volume_name_len(br"\\s\h\a"), (5, 3));
/// assert_eq!(windows_volume_name_len(br"\a"), (0, 0));
/// ```
#[doc(alias = "windowsVolumeNameLen")]
#[must_use]
pub fn windows_volume_name_len(path: &[u8]) -> (usize, usize) {
    windows_volume_name_len_t(path)
}

/// [`windows_volume_name_len`] for both units.
///
/// Zig: `bun.path.windowsVolumeNameLenT`.
#[doc(alias = "windowsVolumeNameLenT")]
#[must_use]
pub fn windows_volume_name_len_t<T: PathChar>(path: &[T]) -> (usize, usize) {
    match path {
        [letter, colon, ..] if colon.is(b':') && is_drive_letter_t(*letter) => (2, 0),
        [a, b, c, _, _, ..]
            if is_sep_any_t(*a) && is_sep_any_t(*b) && !is_sep_any_t(*c) && !c.is(b'.') =>
        {
            let share = next_separator(path, 3)
                .filter(|at| path.get(at + 1).is_some_and(|unit| !is_sep_any_t(*unit)));
            match share {
                Some(at) => (next_separator(path, at + 1).unwrap_or(path.len()), at),
                None => (path.len(), 0),
            }
        }
        _ => (0, 0),
    }
}

fn next_separator<T: PathChar>(path: &[T], start: usize) -> Option<usize> {
    path[start..].iter().position(|unit| is_sep_any_t(*unit)).map(|at| start + at)
}

/// Returns the volume that `path` starts with.
///
/// Zig: `bun.path.windowsVolumeName`.
#[doc(alias = "windowsVolumeName")]
#[must_use]
pub fn windows_volume_name(path: &[u8]) -> &[u8] {
    &path[..windows_volume_name_len(path).0]
}

/// Returns the root of `path` with its separator, or nothing.
///
/// Zig: `bun.path.windowsFilesystemRoot`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::windows_filesystem_root;
///
/// assert_eq!(windows_filesystem_root(br"C:\a"), br"C:\");
/// assert_eq!(windows_filesystem_root(b"C:a"), b"C:");
/// assert_eq!(windows_filesystem_root(br"\\s\h\a"), br"\\s\h\");
/// assert_eq!(windows_filesystem_root(b"/a"), b"/");
/// assert_eq!(windows_filesystem_root(b"a"), b"");
/// ```
#[doc(alias = "windowsFilesystemRoot")]
#[must_use]
pub fn windows_filesystem_root(path: &[u8]) -> &[u8] {
    windows_filesystem_root_t(path)
}

/// [`windows_filesystem_root`] for both units.
///
/// Zig: `bun.path.windowsFilesystemRootT`.
#[doc(alias = "windowsFilesystemRootT")]
#[must_use]
pub fn windows_filesystem_root_t<T: PathChar>(path: &[T]) -> &[T] {
    match path {
        [letter, colon, rest @ ..] if colon.is(b':') && is_drive_letter_t(*letter) => {
            let has_separator = rest.first().is_some_and(|unit| is_sep_any_t(*unit));
            &path[..if has_separator { 3 } else { 2 }]
        }
        [a, b, c, d, _, ..] if is_sep_any_t(*a) && is_sep_any_t(*b) && !is_sep_any_t(*c) => {
            if c.is(b'.') && is_sep_any_t(*d) {
                return &path[..4];
            }
            let share = next_separator(path, 3);
            let end = share.and_then(|at| next_separator(path, at + 1));
            end.map_or(path, |end| &path[..=end])
        }
        [first, ..] if is_sep_any_t(*first) => &path[..1],
        _ => &[],
    }
}

/// Returns whether Windows refuses `path` for its characters; never on other systems.
///
/// Zig: `bun.path.hasAnyIllegalChars`.
///
/// # Examples
///
/// ```
/// assert!(!bun_paths::resolve_path::has_any_illegal_chars(br"C:\a"));
/// ```
#[doc(alias = "hasAnyIllegalChars")]
#[must_use]
pub fn has_any_illegal_chars(maybe_path: &[u8]) -> bool {
    env::IS_WINDOWS && has_chars_illegal_on_windows(maybe_path)
}

/// The rule of [`has_any_illegal_chars`], on every platform.
pub(super) fn has_chars_illegal_on_windows(path: &[u8]) -> bool {
    let rest = if starts_with_disk(path) { &path[2..] } else { path };
    rest.iter().any(|byte| matches!(byte, b'<' | b'>' | b':' | b'"' | b'|' | b'?' | b'*'))
}

/// Returns whether `path` starts with a drive and `\`; never on other systems than Windows.
///
/// Zig: `bun.path.startsWithDiskDiscriminator`.
#[doc(alias = "startsWithDiskDiscriminator")]
#[must_use]
pub fn starts_with_disk_discriminator(maybe_path: &[u8]) -> bool {
    env::IS_WINDOWS && starts_with_disk(maybe_path)
}

fn starts_with_disk(path: &[u8]) -> bool {
    matches!(path, [letter, b':', b'\\', ..] if is_drive_letter(*letter))
}
