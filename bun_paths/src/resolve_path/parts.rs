//! Parent and last component as `bun.path` has them, which is not as `std.fs.path` does.

use crate::platform::PlatformT;
use crate::sep::is_sep_any;

/// Returns the parent of `path`, or nothing when it has none.
///
/// By POSIX rules trailing separators do not count and `/` is its own parent; by loose rules the
/// parent is all before the last `/`.
///
/// Zig: `bun.path.dirname`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Loose, Posix};
/// use bun_paths::resolve_path::dirname;
///
/// assert_eq!(dirname::<Posix>(b"/a/"), b"/");
/// assert_eq!(dirname::<Loose>(b"/a/"), b"/a");
/// ```
#[must_use]
pub fn dirname<P: PlatformT>(path: &[u8]) -> &[u8] {
    P::dirname(path)
}

/// Returns the last component of `path`; both slashes separate, trailing ones do not count.
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
        return &path[..path.len().min(1)];
    };
    let start = path[..last].iter().rposition(|byte| is_sep_any(*byte)).map_or(0, |i| i + 1);
    &path[start..=last]
}
