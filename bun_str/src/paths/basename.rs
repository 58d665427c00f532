//! The last component of a path, by the rules of either platform.

use bun_core::env;

use super::PathByte;

/// Returns the last component of `path`, by the rules of the target.
///
/// Zig: `bun.strings.basename`, `std.fs.path.basename`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::basename(b"/usr/lib/"), b"lib");
/// assert_eq!(bun_str::basename(b"/"), b"");
/// ```
#[must_use]
pub fn basename(path: &[u8]) -> &[u8] {
    if env::IS_WINDOWS { basename_windows(path) } else { basename_posix(path) }
}

/// Returns the last component of `path`; trailing slashes do not count.
///
/// Zig: `basenamePosix`.
///
/// # Examples
///
/// ```
/// use bun_str::basename_posix;
///
/// assert_eq!(basename_posix(b"/a/b.js//"), b"b.js");
/// assert_eq!(basename_posix(br"a\b"), br"a\b");
/// ```
#[must_use]
pub fn basename_posix<T: PathByte>(path: &[T]) -> &[T] {
    last_component(path, |unit| unit.is(b'/'))
}

/// Returns the last component of `path`; both slashes separate, and a drive is none.
///
/// Zig: `basenameWindows`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::basename_windows;
///
/// assert_eq!(basename_windows(br"C:\a/b\"), b"b");
/// assert_eq!(basename_windows(b"C:"), b"");
/// assert_eq!(basename_windows(b"C:x"), b"x");
/// ```
#[must_use]
pub fn basename_windows<T: PathByte>(path: &[T]) -> &[T] {
    match path {
        // Whatever precedes a colon in the second place counts as a drive.
        [_, colon, rest @ ..] if colon.is(b':') => last_component(rest, PathByte::is_any_slash),
        _ => last_component(path, PathByte::is_any_slash),
    }
}

/// What follows the last separator, trailing ones aside.
fn last_component<T: PathByte>(path: &[T], is_separator: impl Fn(T) -> bool) -> &[T] {
    let end = path.iter().rposition(|unit| !is_separator(*unit)).map_or(0, |last| last + 1);
    let start = path[..end].iter().rposition(|unit| is_separator(*unit)).map_or(0, |at| at + 1);
    &path[start..end]
}
