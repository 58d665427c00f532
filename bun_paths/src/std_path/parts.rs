//! Parent, last component, extension.

use bun_core::env;
use bun_str::strings::{basename_posix as name_posix, basename_windows as name_windows};

use super::windows_path::windows_parse_path_t;
use crate::PathChar;
use crate::sep::{SEP_POSIX, is_sep_any_t, is_sep_posix_t};

/// Returns the parent of `path`, or `None` when it has none.
///
/// Separators at the end do not count; the parent of a file in the root is the root.
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
#[inline]
pub fn dirname(path: &[u8]) -> Option<&[u8]> {
    if env::IS_WINDOWS { dirname_windows(path) } else { dirname_posix(path) }
}

/// [`dirname`] by POSIX rules.
///
/// Zig: `std.fs.path.dirnamePosix`.
#[doc(alias = "dirnamePosix")]
#[must_use]
#[inline]
pub fn dirname_posix(path: &[u8]) -> Option<&[u8]> {
    let end = end_posix(path);
    match last_index(&path[..end], SEP_POSIX)? {
        0 => Some(&path[..1]),
        at => Some(&path[..at]),
    }
}

/// [`dirname`] by Windows rules: a drive or share is no component.
///
/// Zig: `std.fs.path.dirnameWindows`.
///
/// # Examples
///
/// ```
/// use bun_paths::dirname_windows;
///
/// assert_eq!(dirname_windows(br"C:\a\b"), Some(&br"C:\a"[..]));
/// assert_eq!(dirname_windows(br"C:\a"), Some(&br"C:\"[..]));
/// assert_eq!(dirname_windows(br"\\s\h\a"), Some(&br"\\s\h\"[..]));
/// ```
#[doc(alias = "dirnameWindows")]
#[must_use]
pub fn dirname_windows(path: &[u8]) -> Option<&[u8]> {
    dirname_windows_t(path)
}

/// Where the last component ends.
#[inline]
fn end_posix(path: &[u8]) -> usize {
    let mut end = path.len();
    while end > 0 && path[end - 1] == SEP_POSIX {
        end -= 1;
    }
    end
}

/// The index of the last `byte`, which is likely to be near the end: eight bytes at a time, because
/// a name is too short for more.
#[inline]
fn last_index(text: &[u8], byte: u8) -> Option<usize> {
    last_index_of(text, [byte])
}

/// [`last_index`] of any of some bytes.
#[inline]
fn last_index_of<const N: usize>(text: &[u8], bytes: [u8; N]) -> Option<usize> {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let (rest, blocks) = text.as_rchunks::<8>();
    for (index, block) in blocks.iter().enumerate().rev() {
        let found = bytes.iter().fold(0, |found, byte| {
            let differs = u64::from_le_bytes(*block) ^ u64::from_le_bytes([*byte; 8]);
            // The high bit of each byte that does not differ.
            found | !(((differs & LOW) + LOW) | differs | LOW)
        });
        if found != 0 {
            let at = 7 - found.leading_zeros() as usize / 8;
            return Some(rest.len() + 8 * index + at);
        }
    }
    rest.iter().rposition(|other| bytes.contains(other))
}

fn dirname_posix_t<T: PathChar>(path: &[T]) -> Option<&[T]> {
    let end = path.iter().rposition(|unit| !is_sep_posix_t(*unit))?;
    let at = path[..end].iter().rposition(|unit| is_sep_posix_t(*unit))?;
    Some(&path[..at.max(1)])
}

fn dirname_windows_t<T: PathChar>(path: &[T]) -> Option<&[T]> {
    let root_len = windows_parse_path_t(path).disk_designator.len();
    if path.len() == root_len {
        return None;
    }
    let last = path.iter().rposition(|unit| !is_sep_any_t(*unit))?;
    let end = path[..last].iter().rposition(|unit| is_sep_any_t(*unit))?;
    let end = end + usize::from(end == root_len && is_sep_any_t(path[root_len]));
    (end > 0).then(|| &path[..end])
}

/// [`dirname`] for both units.
///
/// Zig: `bun.Dirname`.
///
/// # Examples
///
/// ```
/// use bun_paths::Dirname;
///
/// assert_eq!(Dirname::dirname(b"/a/b".as_slice()), Some(&b"/a"[..]));
/// assert_eq!(Dirname::dirname_u16(&[0x61]), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dirname;

impl Dirname {
    /// The parent of `p` by the target's rules.
    #[must_use]
    pub fn dirname<U: PathChar>(p: &[U]) -> Option<&[U]> {
        if env::IS_WINDOWS { dirname_windows_t(p) } else { dirname_posix_t(p) }
    }

    /// The parent of a wide path by Windows rules.
    #[must_use]
    pub fn dirname_u16(p: &[u16]) -> Option<&[u16]> {
        dirname_windows_t(p)
    }
}

/// Returns the last component of `path`, without separators at its end; the root has none.
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
#[inline]
pub fn basename(path: &[u8]) -> &[u8] {
    if env::IS_WINDOWS { basename_windows(path) } else { basename_posix(path) }
}

/// [`basename`] by POSIX rules.
///
/// Zig: `std.fs.path.basenamePosix`.
#[doc(alias = "basenamePosix")]
#[must_use]
#[inline]
pub fn basename_posix(path: &[u8]) -> &[u8] {
    let path = &path[..end_posix(path)];
    match last_index(path, SEP_POSIX) {
        Some(at) => &path[at + 1..],
        None => path,
    }
}

/// [`basename`] by Windows rules: a drive is no component.
///
/// Zig: `std.fs.path.basenameWindows`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_paths::basename_windows(br"C:a"), b"a");
/// ```
#[doc(alias = "basenameWindows")]
#[must_use]
pub fn basename_windows(path: &[u8]) -> &[u8] {
    name_windows(path)
}

/// [`basename`] for both units.
pub(crate) fn basename_t<T: PathChar>(path: &[T]) -> &[T] {
    if env::IS_WINDOWS { name_windows(path) } else { name_posix(path) }
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
#[inline]
pub fn extension(path: &[u8]) -> &[u8] {
    if env::IS_WINDOWS { extension_windows(path) } else { extension_posix(path) }
}

/// [`extension`] by POSIX rules: the name is not looked for where a dot says enough.
#[inline]
fn extension_posix(path: &[u8]) -> &[u8] {
    let path = &path[..end_posix(path)];
    match last_index_of(path, [SEP_POSIX, b'.']) {
        Some(at) if at > 0 && path[at] == b'.' && path[at - 1] != SEP_POSIX => &path[at..],
        _ => b"",
    }
}

fn extension_windows(path: &[u8]) -> &[u8] {
    let name = basename_windows(path);
    match last_index(name, b'.') {
        None | Some(0) => b"",
        Some(index) => &name[index..],
    }
}

/// Returns the last component without its [`extension`].
///
/// When that starts with its only dot, the whole path, as in the original.
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
#[inline]
pub fn stem(path: &[u8]) -> &[u8] {
    let name = basename(path);
    match last_index(name, b'.') {
        None => name,
        Some(0) => path,
        Some(index) => &name[..index],
    }
}
