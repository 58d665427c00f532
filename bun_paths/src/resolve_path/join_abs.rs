//! Joining relative to a directory: `path.resolve` with the current directory as an argument.

use bun_core::env;
use bun_str::ZStr;

use super::components::{AboveRoot, Components};
use super::fit::{fit, fit_z};
use super::join_abs_windows::{write_nt, write_windows};
use super::node::joined_len;
use super::normalize::bound;
use super::pooled_path::{PooledPath, PooledPathZ};
use crate::platform::{Nt, Platform, PlatformT};
use crate::sep::is_sep_any;
use crate::{NameTooLong, PathWriter};

/// Resolves `parts` against `cwd` as Node's `path.resolve` does, but keeps a separator at the end.
///
/// The last absolute part starts the path; `..` above the root is dropped. Both slashes separate,
/// on POSIX as well. Without parts the result is `cwd`, unchanged. O(total length); by Windows
/// rules with a copy of the parts.
///
/// `cwd` should be absolute; one that is not is taken to lie below the root.
///
/// Zig: `bun.path.joinAbsStringBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Posix, Windows};
/// use bun_paths::resolve_path::join_abs_string_buf;
///
/// let mut buf = [0; 64];
/// assert_eq!(join_abs_string_buf::<Posix>(b"/a/b", &mut buf, &[b"../c/"])?, b"/a/c/");
/// assert_eq!(join_abs_string_buf::<Posix>(b"/a/b", &mut buf, &[b"x", b"/y", b"z"])?, b"/y/z");
/// assert_eq!(join_abs_string_buf::<Windows>(br"C:\x", &mut buf, &[b"/y"])?, br"C:\y");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "joinAbsStringBuf")]
pub fn join_abs_string_buf<'a, P: PlatformT>(
    cwd: &[u8],
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || abs_bound(cwd, parts), |out: &mut PathWriter<'_>| write_abs::<P>(out, cwd, parts))
}

/// [`join_abs_string_buf`] with a terminator.
///
/// Zig: `bun.path.joinAbsStringBufZ`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "joinAbsStringBufZ")]
pub fn join_abs_string_buf_z<'a, P: PlatformT>(
    cwd: &[u8],
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    fit_z(buf, || abs_bound(cwd, parts), |out: &mut PathWriter<'_>| write_abs::<P>(out, cwd, parts))
}

/// [`join_abs_string_buf_z`], on Windows with the prefix of a long path.
///
/// Zig: `bun.path.joinAbsStringBufZNT`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "joinAbsStringBufZNT")]
pub fn join_abs_string_buf_znt<'a, P: PlatformT>(
    cwd: &[u8],
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    if env::IS_WINDOWS && P::PLATFORM != Platform::Posix {
        return join_abs_string_buf_z::<Nt>(cwd, buf, parts);
    }
    join_abs_string_buf_z::<P>(cwd, buf, parts)
}

/// [`join_abs_string_buf_z`] with a separator at the end.
///
/// Zig: `bun.path.joinAbsStringBufZTrailingSlash`, which drops the separator when it does not fit.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "joinAbsStringBufZTrailingSlash")]
pub fn join_abs_string_buf_z_trailing_slash<'a, P: PlatformT>(
    cwd: &[u8],
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Result<&'a mut ZStr, NameTooLong> {
    fit_z(
        buf,
        || abs_bound(cwd, parts),
        |out: &mut PathWriter<'_>| {
            write_abs::<P>(out, cwd, parts)?;
            if out.written().last().is_some_and(|last| *last != P::SEPARATOR) {
                out.push(P::SEPARATOR)?;
            }
            Ok(())
        },
    )
}

/// [`join_abs_string_buf`]; `None` when the result does not fit.
///
/// Zig: `bun.path.joinAbsStringBufChecked`.
#[doc(alias = "joinAbsStringBufChecked")]
#[must_use]
pub fn join_abs_string_buf_checked<'a, P: PlatformT>(
    cwd: &[u8],
    buf: impl Into<PathWriter<'a>>,
    parts: &[&[u8]],
) -> Option<&'a mut [u8]> {
    join_abs_string_buf::<P>(cwd, buf, parts).ok()
}

/// [`join_abs_string_buf`] without a buffer: the result is borrowed from this thread's pool.
///
/// Zig: `bun.path.joinAbsString`, whose result the next call overwrites.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::join_abs_string;
///
/// assert_eq!(&*join_abs_string::<Posix>(b"/a", &[b"b", b"../c"]), b"/a/c");
/// ```
#[doc(alias = "joinAbsString")]
#[must_use]
pub fn join_abs_string<P: PlatformT>(cwd: &[u8], parts: &[&[u8]]) -> PooledPath {
    PooledPath::write(abs_bound(cwd, parts), |out: &mut PathWriter<'_>| {
        write_abs::<P>(out, cwd, parts)
    })
}

/// [`join_abs_string`] with a terminator.
///
/// Zig: `bun.path.joinAbsStringZ`.
#[doc(alias = "joinAbsStringZ")]
#[must_use]
pub fn join_abs_string_z<P: PlatformT>(cwd: &[u8], parts: &[&[u8]]) -> PooledPathZ {
    join_abs_string::<P>(cwd, parts).into_z()
}

/// [`join_abs_string`] of one part.
///
/// Zig: `bun.path.joinAbs`.
#[doc(alias = "joinAbs")]
#[must_use]
pub fn join_abs<P: PlatformT>(cwd: &[u8], part: &[u8]) -> PooledPath {
    join_abs_string::<P>(cwd, &[part])
}

/// [`join_abs_string`] of two parts.
///
/// Zig: `bun.path.joinAbs2`.
#[doc(alias = "joinAbs2")]
#[must_use]
pub fn join_abs2<P: PlatformT>(cwd: &[u8], part: &[u8], part2: &[u8]) -> PooledPath {
    join_abs_string::<P>(cwd, &[part, part2])
}

pub(super) fn abs_bound(cwd: &[u8], parts: &[&[u8]]) -> usize {
    bound(joined_len(parts).saturating_add(cwd.len())).saturating_add(8)
}

pub(super) fn write_abs<P: PlatformT>(
    out: &mut PathWriter<'_>,
    cwd: &[u8],
    parts: &[&[u8]],
) -> Result<(), NameTooLong> {
    match P::PLATFORM {
        Platform::Windows => write_windows(out, cwd, parts),
        Platform::Nt => write_nt(out, cwd, parts),
        Platform::Loose if env::IS_WINDOWS => write_windows(out, cwd, parts),
        Platform::Loose | Platform::Posix => write_slashes::<P>(out, cwd, parts),
    }
}

/// The rules of platforms that write `/`.
#[inline]
fn write_slashes<P: PlatformT>(
    out: &mut PathWriter<'_>,
    cwd: &[u8],
    parts: &[&[u8]],
) -> Result<(), NameTooLong> {
    if parts.is_empty() {
        return out.push_slice(cwd);
    }
    let start = parts.iter().rposition(|part| P::is_absolute(part));
    let (base, parts) = match start {
        Some(start) => (parts[start], &parts[start + 1..]),
        None if env::IS_WINDOWS => (without_drive(cwd), parts),
        None => (cwd, parts),
    };
    let root_len = P::PLATFORM.leading_separator_index(base).map_or(0, |at| at + 1);
    match &base[..root_len] {
        [drive @ .., last] if !drive.is_empty() => {
            out.push_slice(drive)?;
            out.push(if is_sep_any(*last) { b'/' } else { *last })?;
        }
        _ => out.push(b'/')?,
    }
    let root_end = out.len();
    let mut components = Components::new(out, b'/', is_sep_any, AboveRoot::Drop);
    components.push_path(&base[root_len..])?;
    for part in parts {
        components.push_path(part)?;
    }
    let last = parts.iter().rev().find_map(|part| part.last()).or(base.last());
    if last == Some(&b'/') && out.len() > root_end {
        out.push(b'/')?;
    }
    Ok(())
}

/// A POSIX path on Windows starts at the root of no drive.
fn without_drive(cwd: &[u8]) -> &[u8] {
    match cwd {
        [_, b':', _, ..] => &cwd[2..],
        _ => cwd,
    }
}
