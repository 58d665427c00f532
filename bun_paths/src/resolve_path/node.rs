//! Node's `path.normalize`, of one path or of several that are joined.

use alloc::vec::Vec;

use super::components::{AboveRoot, Components};
use super::fit::fit;
use super::normalize::{bound, write_generic};
use crate::platform::{Platform, PlatformT};
use crate::sep::is_sep_any_t;
use crate::{NameTooLong, PathChar, PathWriter};

/// Cleans `path` as Node's `path.normalize` does, into `buf`.
///
/// Nothing becomes `.`; `..` above the start of a relative path stays; a separator at the end
/// stays. O(length).
///
/// Zig: `bun.path.normalizeStringNode`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Posix, Windows};
/// use bun_paths::resolve_path::normalize_string_node;
///
/// let mut buf = [0; 64];
/// assert_eq!(normalize_string_node::<Posix>(b"/a//./b/../c/", &mut buf)?, b"/a/c/");
/// assert_eq!(normalize_string_node::<Posix>(b"a/..", &mut buf)?, b".");
/// assert_eq!(normalize_string_node::<Windows>(b"c:/a/..", &mut buf)?, br"C:\");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeStringNode")]
pub fn normalize_string_node<'a, P: PlatformT>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    normalize_string_node_t::<u8, P>(path, buf)
}

/// [`normalize_string_node`] for both units.
///
/// Zig: `bun.path.normalizeStringNodeT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "normalizeStringNodeT")]
pub fn normalize_string_node_t<'a, T: PathChar, P: PlatformT>(
    path: &[T],
    buf: impl Into<PathWriter<'a, T>>,
) -> Result<&'a mut [T], NameTooLong> {
    let parts = [path];
    fit(buf, || bound(path.len()), |out: &mut PathWriter<'_, T>| write_node::<T, P>(out, &parts))
}

/// Joins `parts` and cleans the result as [`normalize_string_node`] does.
#[inline]
pub(crate) fn write_node<T: PathChar, P: PlatformT>(
    out: &mut PathWriter<'_, T>,
    parts: &[&[T]],
) -> Result<(), NameTooLong> {
    if P::PLATFORM.is_windows() {
        return write_node_windows::<T, P>(out, parts);
    }
    // The joined path is never built: its components are those of the parts in turn.
    let written = T::from_u8(P::SEPARATOR);
    let absolute = is_absolute::<T, P>(parts);
    if absolute {
        out.push(written)?;
    }
    let above_root = AboveRoot::keep_if(!absolute);
    let mut components = Components::new(out, written, P::is_separator::<T>, above_root);
    for part in parts {
        components.push_path(part)?;
    }
    let last = parts.iter().rev().find_map(|part| part.last());
    finish::<T, P>(out, 0, last)
}

/// The root of a Windows path may reach over parts, so that they are joined first.
fn write_node_windows<T: PathChar, P: PlatformT>(
    out: &mut PathWriter<'_, T>,
    parts: &[&[T]],
) -> Result<(), NameTooLong> {
    let written = T::from_u8(P::SEPARATOR);
    let mut joined: Vec<T> = Vec::with_capacity(joined_len(parts));
    let path = match parts {
        [path] => *path,
        _ => {
            for part in parts.iter().filter(|part| !part.is_empty()) {
                if !joined.is_empty() {
                    joined.push(written);
                }
                joined.extend_from_slice(part);
            }
            &joined
        }
    };
    let absolute = P::is_absolute(path);
    if absolute && P::PLATFORM == Platform::Nt {
        out.push(written)?;
    }
    let base = out.len();
    let above_root = AboveRoot::keep_if(!absolute);
    write_generic(out, path, (written, is_sep_any_t::<T>), above_root, false)?;
    if out.len() == base && absolute {
        out.truncate(0);
        out.push(written)?;
    }
    finish::<T, P>(out, base, path.last())
}

/// Writes the `.` of an empty path and the separator at the end.
fn finish<T: PathChar, P: PlatformT>(
    out: &mut PathWriter<'_, T>,
    base: usize,
    last: Option<&T>,
) -> Result<(), NameTooLong> {
    let written = T::from_u8(P::SEPARATOR);
    let trailing = last.is_some_and(|unit| P::is_separator(*unit));
    if out.len() <= base && out.is_empty() {
        out.push(T::from_u8(b'.'))?;
    }
    if trailing && out.written().last() != Some(&written) {
        out.push(written)?;
    }
    Ok(())
}

/// Whether the joined path is absolute, which the first units decide.
#[inline]
fn is_absolute<T: PathChar, P: PlatformT>(parts: &[&[T]]) -> bool {
    let mut filled = parts.iter().filter(|part| !part.is_empty());
    let Some(first) = filled.next() else { return false };
    if P::is_separator(first[0]) || P::PLATFORM == Platform::Posix || first.len() >= 3 {
        return P::is_absolute(first);
    }
    // A drive, and the separator before the next part.
    matches!(first, [_, colon] if colon.is(b':')) && filled.next().is_some()
}

/// The units that suffice for `parts` one behind the other.
pub(super) fn joined_len<T>(parts: &[&[T]]) -> usize {
    parts.iter().fold(0_usize, |len, part| len.saturating_add(part.len()).saturating_add(1))
}
