//! Symbolic links on a system where not everybody may make them, and junctions, which all may.

use core::ffi::c_int;
use core::sync::atomic::{AtomicBool, Ordering};

use bun_str::{WStr, ZStr};

use crate::backend::imp;
use crate::path_arg::as_cstr;
use crate::{Error, Fd, Maybe, SystemErrno, Tag};

/// Whether this user turned out not to be allowed symbolic links.
static DENIED: AtomicBool = AtomicBool::new(false);

/// How [`symlink_w`] makes a link.
///
/// Zig: `bun.sys.WindowsSymlinkOptions`.
///
/// # Examples
///
/// ```
/// use bun_sys::WindowsSymlinkOptions;
///
/// assert_eq!(WindowsSymlinkOptions::default(), WindowsSymlinkOptions { directory: false });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WindowsSymlinkOptions {
    /// Whether it leads to a directory.
    pub directory: bool,
}

impl WindowsSymlinkOptions {
    /// Whether an earlier link was refused, so that the next will be.
    #[must_use]
    pub fn has_failed_to_create_symlink() -> bool {
        DENIED.load(Ordering::Relaxed)
    }

    /// Says whether the next link will be refused.
    pub fn set_has_failed_to_create_symlink(refused: bool) {
        DENIED.store(refused, Ordering::Relaxed);
    }
}

fn failed(errno: SystemErrno) -> Error {
    if errno == SystemErrno::EPERM {
        WindowsSymlinkOptions::set_has_failed_to_create_symlink(true);
    }
    Error::from_code(errno, Tag::symlink)
}

/// Makes a symbolic link at the wide `dest` that says `target` (`CreateSymbolicLinkW`, with the
/// flag that asks for no privilege where the system knows it).
///
/// Zig: `bun.sys.symlinkW`.
///
/// # Platforms
///
/// Windows; elsewhere `ENOTSUP`, and [`symlink`](crate::symlink()) makes links.
///
/// # Errors
///
/// `EPERM` when this user may not, which is remembered; `EEXIST` when there is something at `dest`;
/// `ENOENT` when its directory is missing; `EINVAL` when `dest` has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::WStr;
/// use bun_sys::{WindowsSymlinkOptions, symlink_w};
///
/// let path: Vec<u16> = "/no/such/link\0".encode_utf16().collect();
/// let path = WStr::from_slice_with_nul(&path);
/// let error = symlink_w(path, path, WindowsSymlinkOptions::default()).unwrap_err();
/// assert!(matches!(error.name(), b"ENOENT" | b"ENOTSUP" | b"EPERM"));
/// ```
#[doc(alias = "symlinkW")]
pub fn symlink_w(dest: &WStr, target: &WStr, options: WindowsSymlinkOptions) -> Maybe<()> {
    imp::symlink_wide(target.as_slice(), dest.as_slice(), options.directory).map_err(failed)
}

/// Makes a link at `dest` to the directory `target`: a symbolic link where this user may, otherwise
/// a junction to `abs_fallback_junction_target`, or to `target` when there is none.
///
/// Zig: `bun.sys.symlinkOrJunction`.
///
/// # Platforms
///
/// Windows: `CreateSymbolicLinkW`, `DeviceIoControl` with `FSCTL_SET_REPARSE_POINT`; after a first
/// `EPERM` only the latter. Elsewhere `symlinkat(2)`.
///
/// # Errors
///
/// Those of [`symlink`](crate::symlink()).
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, symlink_or_junction};
///
/// let error = symlink_or_junction(zstr!("/no/such/link"), zstr!("."), None).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// ```
#[doc(alias = "symlinkOrJunction")]
pub fn symlink_or_junction(
    dest: &ZStr,
    target: &ZStr,
    abs_fallback_junction_target: Option<&ZStr>,
) -> Maybe<()> {
    let (path, said) = (as_cstr(dest, Tag::symlink)?, as_cstr(target, Tag::symlink)?);
    if !imp::HAS_JUNCTIONS || !WindowsSymlinkOptions::has_failed_to_create_symlink() {
        match imp::symlink_to_directory(said, Fd::cwd(), path).map_err(failed) {
            Err(error)
                if imp::HAS_JUNCTIONS
                    && !matches!(error.get_errno(), SystemErrno::EEXIST | SystemErrno::ENOENT) => {}
            outcome => return outcome,
        }
    }
    let leads_to = as_cstr(abs_fallback_junction_target.unwrap_or(target), Tag::symlink)?;
    imp::junction(leads_to, path).map_err(|errno| Error::from_code(errno, Tag::symlink))
}

/// The calls that libuv makes, by the names that it has for them.
///
/// Zig: `bun.sys.sys_uv`.
pub mod sys_uv {
    use super::{Error, Fd, Maybe, Tag, ZStr, as_cstr, c_int, failed, imp};

    /// For [`symlink_uv`]: the link leads to a directory.
    pub const UV_FS_SYMLINK_DIR: c_int = 1;
    /// For [`symlink_uv`]: make a junction, on Windows.
    pub const UV_FS_SYMLINK_JUNCTION: c_int = 2;

    /// Makes a link at `new_path` that says `target` (`uv_fs_symlink`):
    /// [`symlink_or_junction`](super::symlink_or_junction) without the choice.
    ///
    /// Zig: `bun.sys.sys_uv.symlinkUV`.
    ///
    /// # Platforms
    ///
    /// Windows: `flags` choose the kind; without any it is that of [`symlink`](crate::symlink()).
    /// Elsewhere `symlinkat(2)`, whatever `flags` are.
    ///
    /// # Errors
    ///
    /// Those of [`symlink`](crate::symlink()).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::zstr;
    /// use bun_sys::SystemErrno;
    /// use bun_sys::sys_uv::{UV_FS_SYMLINK_DIR, symlink_uv};
    ///
    /// let error = symlink_uv(zstr!("."), zstr!("/no/such/link"), UV_FS_SYMLINK_DIR).unwrap_err();
    /// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
    /// ```
    #[doc(alias = "symlinkUV")]
    pub fn symlink_uv(target: &ZStr, new_path: &ZStr, flags: c_int) -> Maybe<()> {
        let (said, path) = (as_cstr(target, Tag::symlink)?, as_cstr(new_path, Tag::symlink)?);
        if flags & UV_FS_SYMLINK_JUNCTION != 0 && imp::HAS_JUNCTIONS {
            return imp::junction(said, path)
                .map_err(|errno| Error::from_code(errno, Tag::symlink));
        }
        if flags & UV_FS_SYMLINK_DIR != 0 {
            return imp::symlink_to_directory(said, Fd::cwd(), path).map_err(failed);
        }
        imp::symlinkat(said, Fd::cwd(), path).map_err(failed)
    }
}
