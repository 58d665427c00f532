//! Parent, last component, extension: the rules of Zig's `std.fs.path` on the target.

use bun_str::strings;

use crate::sep::{SEP_POSIX, is_sep_native};

/// Returns the parent of `path`, or `None` when it has none.
///
/// Trailing separators do not count; the parent of a file in the root is the root.
///
/// Zig: `std.fs.path.dirname`, `bun.Dirname.dirname`.
///
/// # Examples
///
/// ```
/// use bun_paths::dirname;
///
/// assert_eq!(dirname(b"/usr/lib/"), Some(&b"/usr"[..]));
/// assert_eq!(dirname(b"/usr"), Some(&b"/"[..]));
/// assert_eq!(dirname(b"usr"), None);
/// assert_eq!(dirname(b"/"), None);
/// ```
#[must_use]
pub fn dirname(path: &[u8]) -> Option<&[u8]> {
    let root_len = root_len(path);
    let path = trim_separators(path, root_len);
    let last = path[root_len..].iter().rposition(|byte| is_sep_native(*byte));
    match last {
        Some(index) => Some(trim_separators(&path[..root_len + index], root_len)),
        None if root_len > 0 && path.len() > root_len => Some(&path[..root_len]),
        None => None,
    }
}

/// Returns the last component of `path`, without trailing separators; the root has none.
///
/// Zig: `std.fs.path.basename`.
///
/// # Examples
///
/// ```
/// use bun_paths::basename;
///
/// assert_eq!(basename(b"/usr/lib/"), b"lib");
/// assert_eq!(basename(b"/"), b"");
/// ```
#[must_use]
pub fn basename(path: &[u8]) -> &[u8] {
    let path = trim_separators(&path[root_len(path)..], 0);
    match path.iter().rposition(|byte| is_sep_native(*byte)) {
        Some(index) => &path[index + 1..],
        None => path,
    }
}

/// Returns the extension of the last component with its dot, or nothing.
///
/// A dot at the start of the name begins no extension; a dot at its end is one by itself.
///
/// Zig: `std.fs.path.extension`.
///
/// # Examples
///
/// ```
/// use bun_paths::extension;
///
/// assert_eq!(extension(b"a/b.tar.gz"), b".gz");
/// assert_eq!(extension(b".gitignore"), b"");
/// assert_eq!(extension(b"a."), b".");
/// ```
#[must_use]
pub fn extension(path: &[u8]) -> &[u8] {
    let name = basename(path);
    match strings::last_index_of_char(name, b'.') {
        None | Some(0) => b"",
        Some(index) => &name[index..],
    }
}

/// Returns the last component without its [`extension`].
///
/// Zig: `std.fs.path.stem`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_paths::stem(b"a/b.tar.gz"), b"b.tar");
/// assert_eq!(bun_paths::stem(b".gitignore"), b".gitignore");
/// ```
#[must_use]
pub fn stem(path: &[u8]) -> &[u8] {
    let name = basename(path);
    &name[..name.len() - extension(name).len()]
}

/// The length of the part of `path` that `dirname` never cuts: one separator, or a drive and one.
fn root_len(path: &[u8]) -> usize {
    match path {
        [SEP_POSIX, ..] => 1,
        [first, b':', third, ..] if cfg!(windows) && first.is_ascii_alphabetic() => {
            if is_sep_native(*third) { 3 } else { 2 }
        }
        [first, b':'] if cfg!(windows) && first.is_ascii_alphabetic() => 2,
        [first, ..] if is_sep_native(*first) => 1,
        _ => 0,
    }
}

/// Cuts trailing separators off `path`, but leaves at least `len_min` bytes.
fn trim_separators(mut path: &[u8], len_min: usize) -> &[u8] {
    while path.len() > len_min
        && let [rest @ .., last] = path
        && is_sep_native(*last)
    {
        path = rest;
    }
    path
}
