//! `PosixToWinNormalizer`: gives a drive to a path that starts with a slash.

use alloc::vec::Vec;

use bun_core::{Error, env};
use bun_str::ZStr;
use bun_str::strings::is_windows_absolute_path_missing_drive_letter;

use super::fit::{fit, fit_z};
use super::windows::windows_filesystem_root;
use crate::{NameTooLong, PathBuffer, PathWriter};

/// What [`PosixToWinNormalizer`] writes to: a [`PathBuffer`] on Windows, elsewhere nothing.
#[cfg(windows)]
pub type PosixToWinBuf = PathBuffer;

/// What [`PosixToWinNormalizer`] writes to: a [`PathBuffer`] on Windows, elsewhere nothing.
#[cfg(not(windows))]
pub type PosixToWinBuf = ();

/// Gives the drive of a directory to paths such as `/a`, which have none on Windows; elsewhere
/// returns every path as it is, and has no size.
///
/// Zig: `bun.path.PosixToWinNormalizer`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::PosixToWinNormalizer;
///
/// let mut normalizer = PosixToWinNormalizer::default();
/// let path = normalizer.resolve(br"C:\dev", b"/dev/a.js")?;
/// assert_eq!(path, if cfg!(windows) { &b"C:\\dev/a.js"[..] } else { b"/dev/a.js" });
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[derive(Debug, Default)]
pub struct PosixToWinNormalizer {
    raw_bytes: PosixToWinBuf,
}

impl PosixToWinNormalizer {
    /// `maybe_posix_path` with the drive of `source_dir` if it has none.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when a path of the target is shorter.
    pub fn resolve<'a>(
        &'a mut self,
        source_dir: &[u8],
        maybe_posix_path: &'a [u8],
    ) -> Result<&'a [u8], NameTooLong> {
        #[cfg(windows)]
        if lacks_drive(maybe_posix_path) {
            return with_drive(&mut self.raw_bytes, source_dir, maybe_posix_path)
                .map(|path| &*path);
        }
        let _ = source_dir;
        Ok(maybe_posix_path)
    }

    /// [`resolve`](Self::resolve) with a terminator.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when a path of the target is shorter.
    #[doc(alias = "resolveZ")]
    pub fn resolve_z<'a>(
        &'a mut self,
        source_dir: &[u8],
        maybe_posix_path: &'a ZStr,
    ) -> Result<&'a ZStr, NameTooLong> {
        #[cfg(windows)]
        if lacks_drive(maybe_posix_path.as_bytes()) {
            let path = maybe_posix_path.as_bytes();
            return with_drive_z(&mut self.raw_bytes, source_dir, path).map(|path| &*path);
        }
        let _ = source_dir;
        Ok(maybe_posix_path)
    }

    /// [`resolve`](Self::resolve) with the drive of the current directory.
    ///
    /// # Errors
    ///
    /// `NameTooLong`, or why there is no current directory; never but on Windows.
    #[doc(alias = "resolveCWD")]
    pub fn resolve_cwd<'a>(&'a mut self, maybe_posix_path: &'a [u8]) -> Result<&'a [u8], Error> {
        Self::resolve_cwd_with_external_buf(&mut self.raw_bytes, maybe_posix_path)
    }

    /// [`resolve_cwd`](Self::resolve_cwd) with a buffer of the caller's.
    ///
    /// # Errors
    ///
    /// `NameTooLong`, or why there is no current directory; never but on Windows.
    #[doc(alias = "resolveCWDWithExternalBuf")]
    pub fn resolve_cwd_with_external_buf<'a>(
        buf: &'a mut PosixToWinBuf,
        maybe_posix_path: &'a [u8],
    ) -> Result<&'a [u8], Error> {
        #[cfg(windows)]
        if lacks_drive(maybe_posix_path) {
            return Ok(with_drive(buf, &cwd()?, maybe_posix_path)?);
        }
        let _ = buf;
        Ok(maybe_posix_path)
    }

    /// [`resolve_cwd`](Self::resolve_cwd) in a buffer of the caller's, with a terminator.
    ///
    /// # Errors
    ///
    /// `NameTooLong`; on Windows also why there is no current directory.
    #[doc(alias = "resolveCWDWithExternalBufZ")]
    pub fn resolve_cwd_with_external_buf_z<'a>(
        buf: &'a mut PathBuffer,
        maybe_posix_path: &[u8],
    ) -> Result<&'a mut ZStr, Error> {
        if env::IS_WINDOWS && lacks_drive(maybe_posix_path) {
            return Ok(with_drive_z(buf, &cwd()?, maybe_posix_path)?);
        }
        Ok(super::join::z(maybe_posix_path, buf)?)
    }
}

fn cwd() -> Result<Vec<u8>, Error> {
    match std::env::current_dir() {
        Ok(path) => Ok(path.into_os_string().into_encoded_bytes()),
        Err(_) => Err(bun_core::err!(CurrentWorkingDirectoryUnlinked)),
    }
}

/// Whether `path` starts at the root of no drive.
pub(super) fn lacks_drive(path: &[u8]) -> bool {
    windows_filesystem_root(path).len() == 1 && is_windows_absolute_path_missing_drive_letter(path)
}

/// The root of `source`, and `path` without its first separator.
#[cfg_attr(
    not(any(windows, all(test, not(miri)))),
    expect(dead_code, reason = "the rule of Windows")
)]
pub(super) fn with_drive<'a>(
    buf: impl Into<PathWriter<'a>>,
    source: &[u8],
    path: &[u8],
) -> Result<&'a mut [u8], NameTooLong> {
    fit(
        buf,
        || source.len() + path.len(),
        |out: &mut PathWriter<'_>| write_with_drive(out, source, path),
    )
}

pub(super) fn with_drive_z<'a>(
    buf: impl Into<PathWriter<'a>>,
    source: &[u8],
    path: &[u8],
) -> Result<&'a mut ZStr, NameTooLong> {
    fit_z(
        buf,
        || source.len() + path.len(),
        |out: &mut PathWriter<'_>| write_with_drive(out, source, path),
    )
}

fn write_with_drive(
    out: &mut PathWriter<'_>,
    source: &[u8],
    path: &[u8],
) -> Result<(), NameTooLong> {
    out.push_slice(windows_filesystem_root(source))?;
    out.push_slice(path.get(1..).unwrap_or_default())
}
