//! Joining without resolving anything.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_core::env;
use bun_str::ZBox;

use crate::resolve_path::{fit, to_vec};
use crate::sep::{SEP_POSIX, SEP_WINDOWS, is_sep_any, is_sep_posix};
use crate::{NameTooLong, PathWriter};

/// Joins the paths that are not empty, with one separator where there is none, and one less where
/// there are two. O(total length).
///
/// Zig: `std.fs.path.join`.
///
/// # Examples
///
/// ```
/// # #[cfg(not(windows))]
/// assert_eq!(&*bun_paths::std_path::join(&[b"/a/", b"/b", b"../c"]), b"/a/b/../c");
/// ```
#[must_use]
pub fn join(paths: &[&[u8]]) -> Box<[u8]> {
    to_vec(bound(paths), |out: &mut PathWriter<'_>| write_native(out, paths)).into_boxed_slice()
}

/// [`join()`] with a terminator.
///
/// Zig: `std.fs.path.joinZ`.
#[doc(alias = "joinZ")]
#[must_use]
pub fn join_z(paths: &[&[u8]]) -> ZBox {
    ZBox::from_bytes(join(paths))
}

/// [`join()`]; with a NUL as the last byte if `SENTINEL`.
///
/// Zig: `joinSepMaybeZ` of `std.fs.path`.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_paths::join_sep_maybe_z::<true>(&[b"a"]), b"a\0");
/// ```
#[doc(alias = "joinSepMaybeZ")]
#[must_use]
pub fn join_sep_maybe_z<const SENTINEL: bool>(parts: &[&[u8]]) -> Box<[u8]> {
    let mut bytes: Vec<u8> = to_vec(bound(parts), |out: &mut PathWriter<'_>| {
        write_native(out, parts)?;
        if SENTINEL { out.push(0) } else { Ok(()) }
    });
    bytes.shrink_to_fit();
    bytes.into_boxed_slice()
}

/// [`join()`] into `buf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// let mut buf = [0; 8];
/// assert_eq!(bun_paths::std_path::join_posix_buf(&mut buf, &[b"a/", b"b"])?, b"a/b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
pub fn join_buf<'a>(
    buf: impl Into<PathWriter<'a>>,
    paths: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || bound(paths), |out: &mut PathWriter<'_>| write_native(out, paths))
}

/// [`join_buf`] by POSIX rules.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[inline]
pub fn join_posix_buf<'a>(
    buf: impl Into<PathWriter<'a>>,
    paths: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || bound(paths), |out: &mut PathWriter<'_>| write(out, paths, SEP_POSIX, is_sep_posix))
}

/// [`join_buf`] by Windows rules.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
pub fn join_windows_buf<'a>(
    buf: impl Into<PathWriter<'a>>,
    paths: &[&[u8]],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(buf, || bound(paths), |out: &mut PathWriter<'_>| write(out, paths, SEP_WINDOWS, is_sep_any))
}

fn write_native(out: &mut PathWriter<'_>, paths: &[&[u8]]) -> Result<(), NameTooLong> {
    if env::IS_WINDOWS {
        write(out, paths, SEP_WINDOWS, is_sep_any)
    } else {
        write(out, paths, SEP_POSIX, is_sep_posix)
    }
}

#[inline]
fn write(
    out: &mut PathWriter<'_>,
    paths: &[&[u8]],
    separator: u8,
    is_separator: impl Fn(u8) -> bool,
) -> Result<(), NameTooLong> {
    let mut last = None;
    for path in paths {
        let [first, rest @ ..] = *path else { continue };
        match last {
            Some(last) if is_separator(last) && is_separator(*first) => out.push_slice(rest)?,
            Some(last) if !is_separator(last) && !is_separator(*first) => {
                out.push(separator)?;
                out.push_slice(path)?;
            }
            _ => out.push_slice(path)?,
        }
        last = path.last().copied();
    }
    Ok(())
}

/// A separator for each path, and a terminator.
fn bound(paths: &[&[u8]]) -> usize {
    paths.iter().fold(1_usize, |len, path| len.saturating_add(path.len()).saturating_add(1))
}
