//! Slashes, drives and prefixes: cutting and replacing without looking at components.

use alloc::vec::Vec;

use bun_core::env;

use super::unit::starts_with;
use super::wide::{LONG_PATH_PREFIX_BYTES, NT_OBJECT_PREFIX_BYTES};
use super::{NameTooLong, PathByte};

/// The separator of the target.
const SEP: u8 = if env::IS_WINDOWS { b'\\' } else { b'/' };

/// Returns whether `byte` is `/` or `\`.
///
/// Zig: `charIsAnySlash`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::char_is_any_slash;
///
/// assert!(char_is_any_slash(b'/') && char_is_any_slash(b'\\') && !char_is_any_slash(b':'));
/// ```
#[must_use]
pub const fn char_is_any_slash(byte: u8) -> bool {
    matches!(byte, b'/' | b'\\')
}

/// Cuts trailing slashes of both kinds, on every platform, but leaves one unit.
///
/// Zig: `bun.strings.withoutTrailingSlash`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::without_trailing_slash;
///
/// assert_eq!(without_trailing_slash(br"a/\/"), b"a");
/// assert_eq!(without_trailing_slash(b"//"), b"/");
/// ```
#[must_use]
pub fn without_trailing_slash(path: &[u8]) -> &[u8] {
    cut_slashes(path, 1)
}

/// Like [`without_trailing_slash`]; on Windows the root of a drive keeps its slash.
///
/// Zig: `withoutTrailingSlashWindowsPath`.
#[must_use]
pub fn without_trailing_slash_windows_path(path: &[u8]) -> &[u8] {
    if !env::IS_WINDOWS {
        return without_trailing_slash(path);
    }
    without_trailing_slash_after_drive(path)
}

/// The Windows rule of [`without_trailing_slash_windows_path`], on every platform.
pub(super) fn without_trailing_slash_after_drive(path: &[u8]) -> &[u8] {
    match path {
        [_, b':', _, ..] => cut_slashes(path, 3),
        _ => without_trailing_slash(path),
    }
}

/// Cuts trailing slashes of both kinds, but leaves `len_min` bytes.
fn cut_slashes(mut path: &[u8], len_min: usize) -> &[u8] {
    while path.len() > len_min
        && let [rest @ .., b'/' | b'\\'] = path
    {
        path = rest;
    }
    path
}

/// Cuts all leading `/`.
///
/// Zig: `withoutLeadingSlash`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::paths::without_leading_slash(b"//a/"), b"a/");
/// ```
#[must_use]
pub fn without_leading_slash(path: &[u8]) -> &[u8] {
    cut_leading(path, b'/')
}

/// Cuts all leading separators of the target.
///
/// Zig: `withoutLeadingPathSeparator`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::without_leading_path_separator;
///
/// assert_eq!(without_leading_path_separator(b"//a/"), b"a/");
/// ```
#[must_use]
pub fn without_leading_path_separator(path: &[u8]) -> &[u8] {
    cut_leading(path, SEP)
}

fn cut_leading(mut path: &[u8], byte: u8) -> &[u8] {
    while let [first, rest @ ..] = path
        && *first == byte
    {
        path = rest;
    }
    path
}

/// Cuts one leading `./`; on Windows also `.\`.
///
/// Zig: `removeLeadingDotSlash`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::remove_leading_dot_slash;
///
/// assert_eq!(remove_leading_dot_slash(b"././a"), b"./a");
/// assert_eq!(remove_leading_dot_slash(b"../a"), b"../a");
/// ```
#[must_use]
pub fn remove_leading_dot_slash(path: &[u8]) -> &[u8] {
    match path {
        [b'.', b'/', rest @ ..] => rest,
        [b'.', b'\\', rest @ ..] if env::IS_WINDOWS => rest,
        _ => path,
    }
}

/// Returns two pieces that, one behind the other, join `prefix` and `suffix` without `//` or an
/// inner `./`.
///
/// Zig: `cheapPrefixNormalizer`.
///
/// # Examples
///
/// ```
/// use bun_str::cheap_prefix_normalizer;
///
/// assert_eq!(cheap_prefix_normalizer(b"", b"./a.js"), [b"./".as_slice(), b"a.js"]);
/// assert_eq!(cheap_prefix_normalizer(b"/p/", b"/a.js"), [b"/p/".as_slice(), b"a.js"]);
/// ```
#[must_use]
pub fn cheap_prefix_normalizer<'a>(prefix: &'a [u8], suffix: &'a [u8]) -> [&'a [u8]; 2] {
    let is_slash = |byte: &u8| *byte == b'/' || (env::IS_WINDOWS && *byte == b'\\');
    let inner = remove_leading_dot_slash(suffix);
    match (prefix.last(), suffix) {
        (None, _) if inner.starts_with(b"../") => [b"", inner],
        (None, _) => [b"./", inner],
        (Some(last), [first, rest @ ..]) if is_slash(last) && is_slash(first) => [prefix, rest],
        (Some(_), _) => [prefix, inner],
    }
}

/// Returns whether `path` starts with a letter, a colon and something more.
///
/// Zig: `startsWithWindowsDriveLetter`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::starts_with_windows_drive_letter;
///
/// assert!(starts_with_windows_drive_letter(br"C:\a"));
/// assert!(!starts_with_windows_drive_letter(b"/C:"));
/// ```
#[must_use]
pub fn starts_with_windows_drive_letter(path: &[u8]) -> bool {
    starts_with_windows_drive_letter_t(path)
}

/// [`starts_with_windows_drive_letter`] for both units.
///
/// Zig: `startsWithWindowsDriveLetterT`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::starts_with_windows_drive_letter_t;
///
/// assert!(starts_with_windows_drive_letter_t(b"c:a"));
/// assert!(!starts_with_windows_drive_letter_t(b"c:"));
/// ```
#[must_use]
pub fn starts_with_windows_drive_letter_t<T: PathByte>(path: &[T]) -> bool {
    matches!(path, [letter, colon, _, ..] if letter.is_ascii_letter() && colon.is(b':'))
}

/// Returns whether an absolute Windows path has no drive, share or device.
///
/// Zig: `isWindowsAbsolutePathMissingDriveLetter`, which asserts that the path is absolute; `false`
/// for other paths here.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_windows_absolute_path_missing_drive_letter;
///
/// assert!(is_windows_absolute_path_missing_drive_letter(br"\a"));
/// assert!(!is_windows_absolute_path_missing_drive_letter(br"C:\a"));
/// assert!(!is_windows_absolute_path_missing_drive_letter(br"\\server\share"));
/// assert!(!is_windows_absolute_path_missing_drive_letter(br"\??\C:\a"));
/// ```
#[must_use]
pub fn is_windows_absolute_path_missing_drive_letter<T: PathByte>(path: &[T]) -> bool {
    match path {
        [first, ..] if !first.is_any_slash() => false,
        [_, a, b, c, _, ..] if a.is(b'?') && b.is(b'?') && c.is_any_slash() => false,
        [_, a, b, c, _, ..]
            if a.is_any_slash() && (b.is(b'?') || b.is(b'.')) && c.is_any_slash() =>
        {
            false
        }
        [_, rest @ ..] => !names_a_share(rest),
        [] => false,
    }
}

/// Whether what follows the first slash is another one, a server, a slash and a share.
fn names_a_share<T: PathByte>(rest: &[T]) -> bool {
    let [second, server @ ..] = rest else { return false };
    let Some(end) = server.iter().position(|unit| unit.is_any_slash()) else { return false };
    second.is_any_slash()
        && end > 0
        && server.get(end + 1).is_some_and(|share| !share.is_any_slash())
}

/// Returns whether `path` has a component `node_modules` with a separator on either side.
///
/// Zig: `pathContainsNodeModulesFolder`.
///
/// # Examples
///
/// ```
/// use bun_str::path_contains_node_modules_folder;
///
/// let separator = if cfg!(windows) { r"\" } else { "/" };
/// let path = ["/app", "node_modules", "a.js"].join(separator);
/// assert!(path_contains_node_modules_folder(path.as_bytes()));
/// assert!(!path_contains_node_modules_folder(b"node_modules"));
/// ```
#[must_use]
pub fn path_contains_node_modules_folder(path: &[u8]) -> bool {
    let needle: &[u8] = if env::IS_WINDOWS { br"\node_modules\" } else { b"/node_modules/" };
    memchr::memmem::find(path, needle).is_some()
}

/// Cuts the prefix of an NT object or long path on Windows; elsewhere there is none to cut.
///
/// Zig: `withoutNTPrefix`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::without_nt_prefix;
///
/// let path = br"\\?\C:\a";
/// assert_eq!(without_nt_prefix(path), if cfg!(windows) { br"C:\a" } else { &path[..] });
/// ```
#[must_use]
pub fn without_nt_prefix<T: PathByte>(path: &[T]) -> &[T] {
    if env::IS_WINDOWS { without_nt_prefix_windows(path) } else { path }
}

/// The Windows rule of [`without_nt_prefix`], on every platform.
pub(super) fn without_nt_prefix_windows<T: PathByte>(path: &[T]) -> &[T] {
    let is_prefixed =
        starts_with(path, &NT_OBJECT_PREFIX_BYTES) || starts_with(path, &LONG_PATH_PREFIX_BYTES);
    if is_prefixed { &path[NT_OBJECT_PREFIX_BYTES.len()..] } else { path }
}

/// Returns `path` with its slashes turned into `desired_slash`, which is one of the two.
///
/// `buf` is used only if there is a slash to turn.
///
/// Zig: `normalizeSlashesOnly`.
///
/// # Errors
///
/// [`NameTooLong`] when `buf` is needed and shorter than `path`.
///
/// # Examples
///
/// ```
/// use bun_str::string_paths::normalize_slashes_only;
///
/// let mut buf = [0; 8];
/// assert_eq!(normalize_slashes_only(&mut buf, br"a\b/c", b'/')?, b"a/b/c");
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn normalize_slashes_only<'a>(
    buf: &'a mut [u8],
    path: &'a [u8],
    desired_slash: u8,
) -> Result<&'a [u8], NameTooLong> {
    if memchr::memchr(other_slash(desired_slash), path).is_none() {
        return Ok(path);
    }
    normalize_slashes_only_t(buf, path, desired_slash).map(|copy| &*copy)
}

/// Copies `path` to `buf` with its slashes turned into `desired_slash`, which is one of the two.
///
/// Zig: `normalizeSlashesOnlyT` with `always_copy`.
///
/// # Errors
///
/// [`NameTooLong`] when `buf` is shorter than `path`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::normalize_slashes_only_t;
///
/// let mut buf = [0; 8];
/// assert_eq!(normalize_slashes_only_t(&mut buf, br"a\b/c", b'\\')?, br"a\b\c");
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn normalize_slashes_only_t<'a, T: PathByte>(
    buf: &'a mut [T],
    path: &[T],
    desired_slash: u8,
) -> Result<&'a mut [T], NameTooLong> {
    let other = T::from_u8(other_slash(desired_slash));
    let copy = buf.get_mut(..path.len()).ok_or(NameTooLong { needed: path.len() })?;
    for (to, from) in copy.iter_mut().zip(path) {
        *to = if *from == other { T::from_u8(desired_slash) } else { *from };
    }
    Ok(copy)
}

const fn other_slash(slash: u8) -> u8 {
    if slash == b'/' { b'\\' } else { b'/' }
}

/// Copies `path` with runs of separators of the target made one, and one at the end.
///
/// Zig: `cloneNormalizingSeparators`, whose input must not be empty; nothing becomes one separator
/// here.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::clone_normalizing_separators;
///
/// # #[cfg(not(windows))]
/// assert_eq!(clone_normalizing_separators(b"//a//b"), b"/a/b/");
/// ```
#[must_use]
pub fn clone_normalizing_separators(path: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(path.len() + 2);
    if path.first().is_none_or(|first| *first == SEP) {
        out.push(SEP);
    }
    for piece in without_trailing_slash(path).split(|byte| *byte == SEP) {
        if !piece.is_empty() {
            out.extend_from_slice(piece);
            out.push(SEP);
        }
    }
    out
}
