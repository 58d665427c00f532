//! Paths in the encoding of the platform: bytes, or UTF-16 on Windows.

use super::path::PathFormatOptions;

/// A path as the system calls of the platform take it. See [`fmt_os_path`].
///
/// Zig: `bun.OSPathSlice`.
#[cfg(not(windows))]
pub type OSPathSlice<'a> = &'a [u8];
/// A path as the system calls of the platform take it. See [`fmt_os_path`].
///
/// Zig: `bun.OSPathSlice`.
#[cfg(windows)]
pub type OSPathSlice<'a> = &'a [u16];

/// Shows an [`OSPathSlice`]. See [`fmt_os_path`].
#[cfg(not(windows))]
pub type FormatOSPath<'a> = super::FormatUTF8<'a>;
/// Shows an [`OSPathSlice`]. See [`fmt_os_path`].
#[cfg(windows)]
pub type FormatOSPath<'a> = super::FormatUTF16<'a>;

/// Shows a path in the encoding of the platform.
///
/// Zig: `bun.fmt.fmtOSPath`.
///
/// # Examples
///
/// ```
/// # #[cfg(not(windows))] {
/// use bun_core::fmt::{PathFormatOptions, PathSep, fmt_os_path};
///
/// let options = PathFormatOptions { path_sep: PathSep::Auto, ..Default::default() };
/// assert_eq!(fmt_os_path(br"a\b", options).to_string(), "a/b");
/// # }
/// ```
#[doc(alias = "fmtOSPath")]
#[must_use]
pub const fn fmt_os_path(path: OSPathSlice<'_>, options: PathFormatOptions) -> FormatOSPath<'_> {
    FormatOSPath { buf: path, path_fmt_opts: Some(options) }
}
