//! One path cleaned, in the ways that Bun has.

use alloc::boxed::Box;

use super::components::{AboveRoot, Components};
use super::fit::{fit, fit_z};
use super::pooled_path::{PooledPath, PooledPathZ};
use crate::platform::PlatformT;
use crate::sep::is_sep_any_t;
use crate::{NameTooLong, PathChar, PathWriter};
use bun_str::ZStr;

/// The units that suffice for a clean path of so many: `.`, a separator, and a share's.
pub(super) const fn bound(len: usize) -> usize {
    len.saturating_add(8)
}

/// Writes `path` cleaned, behind what `out` holds.
///
/// By Windows rules, which are those of a written `\`, the root is part of the result; else it is
/// not.
pub(super) fn write_generic<T: PathChar>(
    out: &mut PathWriter<'_, T>,
    path: &[T],
    (written, is_separator): (T, impl Fn(T) -> bool + Copy),
    above_root: AboveRoot,
    preserve_trailing_slash: bool,
) -> Result<(), NameTooLong> {
    let base = out.len();
    let is_windows = written.is(b'\\');
    let mut components = Components::new(out, written, is_separator, above_root);
    let rest = if is_windows { components.push_windows_root(path)? } else { path };
    components.push_path(rest)?;
    let result = &out.written()[base..];
    if preserve_trailing_slash
        && path.last() == Some(&written)
        && result.last().is_some_and(|last| *last != written)
    {
        return out.push(written);
    }
    match result {
        // A drive without a separator: the current directory of that drive.
        [_, colon] if is_windows && colon.is(b':') => out.push(T::from_u8(b'.')),
        _ => Ok(()),
    }
}

/// What the generic form is told about `P`: every platform takes both slashes.
fn separators<T: PathChar, P: PlatformT>() -> (T, impl Fn(T) -> bool + Copy) {
    (T::from_u8(P::SEPARATOR), is_sep_any_t::<T>)
}

/// Cleans `path` into `buf`, without its leading separator, which callers add back; by Windows
/// rules the root is part of the result.
///
/// Both slashes separate, on POSIX as well. Nothing, `.` and `/` become nothing. `..` above the
/// start is kept only when `ALLOW_ABOVE_ROOT`. A separator at the end is kept only when
/// `PRESERVE_TRAILING_SLASH`, and only if it is the one that `P` writes. O(length).
///
/// Zig: `bun.path.normalizeStringBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Posix, Windows};
/// use bun_paths::resolve_path::normalize_string_buf;
///
/// let mut buf = [0; 64];
/// assert_eq!(normalize_string_buf::<false, Posix, false>(br"/../a\b/", &mut buf)?, b"a/b");
/// assert_eq!(normalize_string_buf::<true, Posix, true>(br"/../a\b/", &mut buf)?, b"../a/b/");
/// assert_eq!(normalize_string_buf::<false, Windows, false>(b"c:/a/../b", &mut buf)?, br"C:\b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeStringBuf")]
pub fn normalize_string_buf<
    'a,
    const ALLOW_ABOVE_ROOT: bool,
    P: PlatformT,
    const PRESERVE_TRAILING_SLASH: bool,
>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    normalize_string_buf_t::<u8, ALLOW_ABOVE_ROOT, P, PRESERVE_TRAILING_SLASH>(path, buf)
}

/// [`normalize_string_buf`] for both units.
///
/// Zig: `bun.path.normalizeStringBufT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "normalizeStringBufT")]
pub fn normalize_string_buf_t<
    'a,
    T: PathChar,
    const ALLOW_ABOVE_ROOT: bool,
    P: PlatformT,
    const PRESERVE_TRAILING_SLASH: bool,
>(
    path: &[T],
    buf: impl Into<PathWriter<'a, T>>,
) -> Result<&'a mut [T], NameTooLong> {
    let above_root = AboveRoot::keep_if(ALLOW_ABOVE_ROOT);
    fit(
        buf,
        || bound(path.len()),
        |out: &mut PathWriter<'_, T>| {
            write_generic(out, path, separators::<T, P>(), above_root, PRESERVE_TRAILING_SLASH)
        },
    )
}

/// [`normalize_string_buf`] with separators of the caller's choice.
///
/// Windows rules hold if `separator` is `\`.
///
/// Zig: `bun.path.normalizeStringGenericT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::normalize_string_generic_t;
///
/// let mut buf = [0; 8];
/// let path = normalize_string_generic_t::<u8, false, false>(br"a\../b", &mut buf, b'/', |c| {
///     c == b'/'
/// })?;
/// assert_eq!(path, br"a\../b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeStringGenericT")]
pub fn normalize_string_generic_t<
    'a,
    T: PathChar,
    const ALLOW_ABOVE_ROOT: bool,
    const PRESERVE_TRAILING_SLASH: bool,
>(
    path: &[T],
    buf: impl Into<PathWriter<'a, T>>,
    separator: T,
    is_separator_t: impl Fn(T) -> bool + Copy,
) -> Result<&'a mut [T], NameTooLong> {
    let above_root = AboveRoot::keep_if(ALLOW_ABOVE_ROOT);
    fit(
        buf,
        || bound(path.len()),
        |out: &mut PathWriter<'_, T>| {
            let separators = (separator, is_separator_t);
            write_generic(out, path, separators, above_root, PRESERVE_TRAILING_SLASH)
        },
    )
}

/// [`normalize_string_buf`] without a buffer: the result is borrowed from this thread's pool.
///
/// Zig: `bun.path.normalizeString`, whose result the next call overwrites.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::normalize_string;
///
/// let first = normalize_string::<false, Posix>(b"/a/../b");
/// let second = normalize_string::<true, Posix>(b"../c");
/// assert_eq!((&*first, &*second), (&b"b"[..], &b"../c"[..]));
/// ```
#[doc(alias = "normalizeString")]
#[must_use]
pub fn normalize_string<const ALLOW_ABOVE_ROOT: bool, P: PlatformT>(path: &[u8]) -> PooledPath {
    let above_root = AboveRoot::keep_if(ALLOW_ABOVE_ROOT);
    PooledPath::write(bound(path.len()), |out: &mut PathWriter<'_>| {
        write_generic(out, path, separators::<u8, P>(), above_root, false)
    })
}

/// [`normalize_string`] with a terminator.
///
/// Zig: `bun.path.normalizeStringZ`.
#[doc(alias = "normalizeStringZ")]
#[must_use]
pub fn normalize_string_z<const ALLOW_ABOVE_ROOT: bool, P: PlatformT>(path: &[u8]) -> PooledPathZ {
    normalize_string::<ALLOW_ABOVE_ROOT, P>(path).into_z()
}

/// [`normalize_string`] on the heap.
///
/// Zig: `bun.path.normalizeStringAlloc`.
#[doc(alias = "normalizeStringAlloc")]
#[must_use]
pub fn normalize_string_alloc<const ALLOW_ABOVE_ROOT: bool, P: PlatformT>(
    path: &[u8],
) -> Box<[u8]> {
    Box::from(&*normalize_string::<ALLOW_ABOVE_ROOT, P>(path))
}

fn write_normal<T: PathChar, P: PlatformT>(
    out: &mut PathWriter<'_, T>,
    path: &[T],
) -> Result<(), NameTooLong> {
    if path.is_empty() {
        return out.push(T::from_u8(b'.'));
    }
    let above_root = AboveRoot::keep_if(P::is_absolute(path));
    write_generic(out, path, separators::<T, P>(), above_root, true)
}

/// Cleans `path` into `buf` as Bun's resolver does: without the leading separator (by Windows rules
/// with the root), and with the one at the end.
///
/// Nothing becomes `.`. Beware: `..` above the start of an **absolute** path is kept, and that
/// above a relative path is dropped, as in the original.
///
/// Zig: `bun.path.normalizeBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::normalize_buf;
///
/// let mut buf = [0; 64];
/// assert_eq!(normalize_buf::<Posix>(b"/a/./b/", &mut buf)?, b"a/b/");
/// assert_eq!(normalize_buf::<Posix>(b"../a", &mut buf)?, b"a");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeBuf")]
pub fn normalize_buf<'a, P: PlatformT>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    normalize_buf_t::<u8, P>(path, buf)
}

/// [`normalize_buf`] for both units.
///
/// Zig: `bun.path.normalizeBufT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "normalizeBufT")]
pub fn normalize_buf_t<'a, T: PathChar, P: PlatformT>(
    path: &[T],
    buf: impl Into<PathWriter<'a, T>>,
) -> Result<&'a mut [T], NameTooLong> {
    fit(buf, || bound(path.len()), |out: &mut PathWriter<'_, T>| write_normal::<T, P>(out, path))
}

/// [`normalize_buf`] with a terminator.
///
/// Zig: `bun.path.normalizeBufZ`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "normalizeBufZ")]
pub fn normalize_buf_z<'a, P: PlatformT>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut ZStr, NameTooLong> {
    fit_z(buf, || bound(path.len()), |out: &mut PathWriter<'_>| write_normal::<u8, P>(out, path))
}

/// [`normalize_string_buf`] by loose rules.
///
/// Zig: `bun.path.normalizeStringLooseBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "normalizeStringLooseBuf")]
pub fn normalize_string_loose_buf<'a, const ALLOW: bool, const PRESERVE: bool>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    normalize_string_buf::<ALLOW, crate::platform::Loose, PRESERVE>(path, buf)
}

/// [`normalize_string_buf`] by Windows rules.
///
/// Zig: `bun.path.normalizeStringWindows`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "normalizeStringWindows")]
pub fn normalize_string_windows<'a, const ALLOW: bool, const PRESERVE: bool>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    normalize_string_buf::<ALLOW, crate::platform::Windows, PRESERVE>(path, buf)
}
