//! The way from one path to another.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;
use bun_core::env;
use bun_str::ZStr;

use super::common_path::longest_common_path_generic;
use super::components::AboveRoot;
use super::fit::{fit, fit_z};
use super::join_abs::{abs_bound, write_abs};
use super::normalize::{bound, write_generic};
use super::pooled_path::{PooledPath, PooledPathZ};
use super::scan::is_clean;
use super::slashes::platform_to_posix_in_place;
use super::windows::windows_filesystem_root;
use crate::platform::{Auto, Platform, PlatformT};
use crate::sep::is_sep_any;
use crate::{NameTooLong, PathBuffer, PathWriter, PoolGuard, path_buffer_pool};

/// Writes the way from the directory `from` to `to` into `buf`.
///
/// Both are cleaned first; what is relative is resolved against
/// [`top_level_dir`](bun_core::top_level_dir). Nothing when they are equal; `to` itself when
/// Windows paths have different roots. A separator at the end goes if more than two bytes remain.
/// Beware: `..` above the root of an absolute path is a name like others, as in the original.
/// O(length); cleaning copies only what is not clean.
///
/// The result is always in `buf`: `ALWAYS_COPY` is for the eye.
///
/// Zig: `bun.path.relativePlatformBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::{Posix, Windows};
/// use bun_paths::resolve_path::relative_platform_buf;
///
/// let mut buf = [0; 32];
/// assert_eq!(relative_platform_buf::<Posix, true>(&mut buf, b"/a/b", b"/a/c/d")?, b"../c/d");
/// assert_eq!(relative_platform_buf::<Windows, true>(&mut buf, br"C:\a", br"c:\A\b")?, b"b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "relativePlatformBuf")]
pub fn relative_platform_buf<'a, P: PlatformT, const ALWAYS_COPY: bool>(
    buf: impl Into<PathWriter<'a>>,
    from: &[u8],
    to: &[u8],
) -> Result<&'a mut [u8], NameTooLong> {
    let (from, to) = (Normal::of::<P>(from), Normal::of::<P>(to));
    relative_normalized_buf::<P, ALWAYS_COPY>(buf, from.path(), to.path())
}

/// [`relative_platform_buf`] without a buffer: the result is borrowed from this thread's pool.
///
/// Zig: `bun.path.relativePlatform`, whose result the next call overwrites.
#[doc(alias = "relativePlatform")]
#[must_use]
pub fn relative_platform<P: PlatformT, const ALWAYS_COPY: bool>(
    from: &[u8],
    to: &[u8],
) -> PooledPath {
    let (from, to) = (Normal::of::<P>(from), Normal::of::<P>(to));
    relative_normalized::<P, ALWAYS_COPY>(from.path(), to.path())
}

/// [`relative_platform`] by the target's rules.
///
/// Zig: `bun.path.relative`.
///
/// # Examples
///
/// ```
/// # #[cfg(not(windows))]
/// assert_eq!(&*bun_paths::resolve_path::relative(b"/a/b", b"/a"), b"..");
/// ```
#[must_use]
pub fn relative(from: &[u8], to: &[u8]) -> PooledPath {
    relative_platform::<Auto, false>(from, to)
}

/// [`relative`] with a terminator.
///
/// Zig: `bun.path.relativeZ`.
#[doc(alias = "relativeZ")]
#[must_use]
pub fn relative_z(from: &[u8], to: &[u8]) -> PooledPathZ {
    relative(from, to).into_z()
}

/// [`relative`] into `buf`, with a terminator.
///
/// Zig: `bun.path.relativeBufZ`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length, terminator included.
#[doc(alias = "relativeBufZ")]
pub fn relative_buf_z<'a>(
    buf: impl Into<PathWriter<'a>>,
    from: &[u8],
    to: &[u8],
) -> Result<&'a mut ZStr, NameTooLong> {
    let (from, to) = (Normal::of::<Auto>(from), Normal::of::<Auto>(to));
    let (from, to) = (from.path(), to.path());
    fit_z(
        buf,
        || relative_bound(from, to),
        |out: &mut PathWriter<'_>| write_relative::<Auto>(out, from, to),
    )
}

/// [`relative`] on the heap.
///
/// Zig: `bun.path.relativeAlloc`.
///
/// # Errors
///
/// [`AllocError`] when there is no memory for the result.
#[doc(alias = "relativeAlloc")]
pub fn relative_alloc(from: &[u8], to: &[u8]) -> Result<Box<[u8]>, AllocError> {
    let path = relative(from, to);
    let mut copy = Vec::new();
    copy.try_reserve_exact(path.len()).map_err(|_| AllocError)?;
    copy.extend_from_slice(&path);
    Ok(copy.into_boxed_slice())
}

/// [`relative_platform_buf`] of paths that are absolute and clean already.
///
/// Zig: `bun.path.relativeNormalizedBuf`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "relativeNormalizedBuf")]
pub fn relative_normalized_buf<'a, P: PlatformT, const ALWAYS_COPY: bool>(
    buf: impl Into<PathWriter<'a>>,
    from: &[u8],
    to: &[u8],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(
        buf,
        || relative_bound(from, to),
        |out: &mut PathWriter<'_>| write_relative::<P>(out, from, to),
    )
}

/// [`relative_normalized_buf`] without a buffer: the result is borrowed from this thread's pool.
///
/// Zig: `bun.path.relativeNormalized`.
#[doc(alias = "relativeNormalized")]
#[must_use]
pub fn relative_normalized<P: PlatformT, const ALWAYS_COPY: bool>(
    from: &[u8],
    to: &[u8],
) -> PooledPath {
    PooledPath::write(relative_bound(from, to), |out: &mut PathWriter<'_>| {
        write_relative::<P>(out, from, to)
    })
}

/// The way from `from` to `to`, both clean, of which `common_path` is what
/// [`longest_common_path_generic`] answers.
///
/// Zig: `bun.path.relativeToCommonPath`.
///
/// # Errors
///
/// [`NameTooLong`] with the exact length when the result does not fit `buf`.
#[doc(alias = "relativeToCommonPath")]
pub fn relative_to_common_path<'a, P: PlatformT, const ALWAYS_COPY: bool>(
    common_path: &[u8],
    from: &[u8],
    to: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    fit(
        buf,
        || relative_bound(from, to),
        |out: &mut PathWriter<'_>| write_from_common::<P>(out, common_path, from, to),
    )
}

/// A buffer of this thread's pool, for the functions above.
///
/// Zig: `bun.path.relative_to_common_path_buf`, one buffer for all.
#[must_use]
pub fn relative_to_common_path_buf() -> PoolGuard<PathBuffer> {
    path_buffer_pool::get()
}

/// Every component of `from` may become a `..`.
fn relative_bound(from: &[u8], to: &[u8]) -> usize {
    bound(from.len().saturating_mul(2).saturating_add(to.len()).saturating_add(2))
}

fn write_relative<P: PlatformT>(
    out: &mut PathWriter<'_>,
    from: &[u8],
    to: &[u8],
) -> Result<(), NameTooLong> {
    let ignores_case = P::PLATFORM == Platform::Windows;
    if from == to || (ignores_case && from.eq_ignore_ascii_case(to)) {
        return Ok(());
    }
    let common_path = longest_common_path_generic::<P>(&[from, to]);
    write_from_common::<P>(out, common_path, from, to)
}

fn write_from_common<P: PlatformT>(
    out: &mut PathWriter<'_>,
    common_path: &[u8],
    from: &[u8],
    to: &[u8],
) -> Result<(), NameTooLong> {
    let mut shared = common_path.len();
    if P::PLATFORM == Platform::Windows {
        let (from_root, to_root) = (windows_filesystem_root(from), windows_filesystem_root(to));
        if !from_root.eq_ignore_ascii_case(to_root) {
            let end = to.len() - usize::from(to.len() > to_root.len() && to.ends_with(b"\\"));
            return out.push_slice(&to[..end]);
        }
        shared = shared.max(to_root.len());
    } else if from.first() != to.first() || !common_path.ends_with(&[P::SEPARATOR]) {
        // Only up to a separator, and the root only if they start with it.
        shared = 0;
    }
    let up = from.get(shared..).unwrap_or_default();
    let down = to.get(shared..).unwrap_or_default();
    write_way::<P>(out, up, down)
}

/// Writes `..` for each component of `up`, and `down`.
fn write_way<P: PlatformT>(
    out: &mut PathWriter<'_>,
    up: &[u8],
    down: &[u8],
) -> Result<(), NameTooLong> {
    let up = up.strip_suffix(&[P::SEPARATOR]).unwrap_or(up);
    if !up.is_empty() {
        out.push_slice(b"..")?;
        for _ in up.iter().filter(|byte| **byte == P::SEPARATOR) {
            out.push_slice(&[P::SEPARATOR, b'.', b'.'])?;
        }
        if !down.is_empty() {
            out.push(P::SEPARATOR)?;
        }
    }
    out.push_slice(down)?;
    if out.len() > 3 && out.written().last() == Some(&P::SEPARATOR) {
        out.truncate(out.len() - 1);
    }
    Ok(())
}

/// A path made absolute and clean.
enum Normal<'a> {
    AsIs(&'a [u8]),
    Made(PooledPath),
}

impl<'a> Normal<'a> {
    fn of<P: PlatformT>(path: &'a [u8]) -> Self {
        let absolute = P::is_absolute(path);
        if absolute
            && !P::PLATFORM.is_windows()
            && !(P::PLATFORM == Platform::Loose && env::IS_WINDOWS)
        {
            return Self::of_slashes(path);
        }
        if absolute {
            return Self::Made(PooledPath::write(bound(path.len()), |out: &mut PathWriter<'_>| {
                write_generic(out, path, (b'\\', is_sep_any), AboveRoot::Keep, true)?;
                if P::PLATFORM == Platform::Loose {
                    platform_to_posix_in_place(out.written_mut());
                }
                Ok(())
            }));
        }
        let cwd = bun_core::top_level_dir();
        let clean = PooledPath::write(bound(path.len()), |out: &mut PathWriter<'_>| {
            let separators = (P::SEPARATOR, is_sep_any);
            write_generic(out, path, separators, AboveRoot::Keep, true)
        });
        let parts = [&*clean];
        Self::Made(PooledPath::write(abs_bound(cwd, &parts), |out: &mut PathWriter<'_>| {
            write_abs::<P>(out, cwd, &parts)
        }))
    }

    /// An absolute path by rules that write `/`.
    fn of_slashes(path: &'a [u8]) -> Self {
        if let [b'/', rest @ ..] = path
            && is_clean(rest, b'/', is_sep_any)
        {
            return Self::AsIs(path);
        }
        Self::Made(PooledPath::write(bound(path.len()), |out: &mut PathWriter<'_>| {
            out.push(b'/')?;
            write_generic(out, path, (b'/', is_sep_any), AboveRoot::Keep, true)
        }))
    }

    fn path(&self) -> &[u8] {
        match self {
            Self::AsIs(path) => path,
            Self::Made(path) => path,
        }
    }
}
