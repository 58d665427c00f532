//! Turning one slash into the other: no component is looked at, and no length changes.

use bun_core::env;

use crate::absolute::is_drive_letter_t;
use crate::sep::{SEP_POSIX, SEP_WINDOWS, is_sep_any_t};
use crate::{NameTooLong, PathChar, PathWriter};

#[inline]
fn turn<T: PathChar>(path: &mut [T], from: u8, to: u8) {
    for unit in path {
        *unit = if unit.is(from) { T::from_u8(to) } else { *unit };
    }
}

/// Turns every `\` into `/`.
///
/// Zig: `bun.path.slashesToPosixInPlace`.
///
/// # Examples
///
/// ```
/// let mut path = *br"a\b/c";
/// bun_paths::slashes_to_posix_in_place(&mut path);
/// assert_eq!(path, *b"a/b/c");
/// ```
#[inline]
pub fn slashes_to_posix_in_place<T: PathChar>(path: &mut [T]) {
    turn(path, SEP_WINDOWS, SEP_POSIX);
}

/// Turns every `/` into `\`.
///
/// Zig: `bun.path.slashesToWindowsInPlace`.
#[inline]
pub fn slashes_to_windows_in_place<T: PathChar>(path: &mut [T]) {
    turn(path, SEP_POSIX, SEP_WINDOWS);
}

/// Turns every `\` into `/`, and on Windows the letter of a drive into upper case.
///
/// Dangerous because `\` is a letter like others in the names of POSIX files.
///
/// Zig: `bun.path.dangerouslyConvertPathToPosixInPlace`.
///
/// # Examples
///
/// ```
/// let mut path = *br"C:\b/c";
/// bun_paths::dangerously_convert_path_to_posix_in_place(&mut path);
/// assert_eq!(path, *b"C:/b/c");
/// ```
#[doc(alias = "dangerouslyConvertPathToPosixInPlace")]
pub fn dangerously_convert_path_to_posix_in_place<T: PathChar>(path: &mut [T]) {
    if env::IS_WINDOWS {
        upper_drive(path);
    }
    slashes_to_posix_in_place(path);
}

pub(super) fn upper_drive<T: PathChar>(path: &mut [T]) {
    if let [letter, colon, third, ..] = path
        && colon.is(b':')
        && is_drive_letter_t(*letter)
        && is_sep_any_t(*third)
        && let Ok(byte) = u8::try_from(letter.as_u32())
    {
        *letter = T::from_u8(byte.to_ascii_uppercase());
    }
}

/// Forwards to [`slashes_to_windows_in_place`].
///
/// Zig: `bun.path.dangerouslyConvertPathToWindowsInPlace`.
#[doc(alias = "dangerouslyConvertPathToWindowsInPlace")]
pub fn dangerously_convert_path_to_windows_in_place<T: PathChar>(path: &mut [T]) {
    slashes_to_windows_in_place(path);
}

/// Turns every separator of the target into `/`; there is nothing to do but on Windows.
///
/// Zig: `bun.path.platformToPosixInPlace`.
#[doc(alias = "platformToPosixInPlace")]
#[inline]
pub fn platform_to_posix_in_place<T: PathChar>(path_buffer: &mut [T]) {
    if env::IS_WINDOWS {
        slashes_to_posix_in_place(path_buffer);
    }
}

/// Turns every `/` into the separator of the target; there is nothing to do but on Windows.
///
/// Zig: `bun.path.posixToPlatformInPlace`.
#[doc(alias = "posixToPlatformInPlace")]
#[inline]
pub fn posix_to_platform_in_place<T: PathChar>(path_buffer: &mut [T]) {
    if env::IS_WINDOWS {
        slashes_to_windows_in_place(path_buffer);
    }
}

/// Copies `path` to `buf` with every `\` turned into `/`.
///
/// Zig: `bun.path.pathToPosixBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when `buf` is shorter than `path`.
///
/// # Examples
///
/// ```
/// let mut buf = [0; 8];
/// assert_eq!(bun_paths::resolve_path::path_to_posix_buf(br"a\b", &mut buf)?, b"a/b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "pathToPosixBuf")]
pub fn path_to_posix_buf<'a, T: PathChar>(
    path: &[T],
    buf: impl Into<PathWriter<'a, T>>,
) -> Result<&'a mut [T], NameTooLong> {
    let mut out = buf.into();
    if out.capacity() < path.len() {
        return Err(NameTooLong { needed: path.len() });
    }
    out.push_slice(path)?;
    slashes_to_posix_in_place(out.written_mut());
    Ok(out.finish())
}

/// [`path_to_posix_buf`] on Windows; elsewhere `path` itself.
///
/// Zig: `bun.path.platformToPosixBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when `buf` is needed and shorter than `path`.
#[doc(alias = "platformToPosixBuf")]
pub fn platform_to_posix_buf<'a, T: PathChar>(
    path: &'a [T],
    buf: impl Into<PathWriter<'a, T>>,
) -> Result<&'a [T], NameTooLong> {
    if env::IS_WINDOWS { path_to_posix_buf(path, buf).map(|path| &*path) } else { Ok(path) }
}

/// Returns whether `path` has a separator of the target.
///
/// Zig: `bun.path.hasPlatformPathSeparators`.
#[doc(alias = "hasPlatformPathSeparators")]
#[must_use]
pub fn has_platform_path_separators(path: &[u8]) -> bool {
    path.iter().any(|byte| crate::sep::is_sep_native(*byte))
}
