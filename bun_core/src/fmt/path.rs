//! Paths for people and for JSON.

use core::fmt;

use super::lossy::write_lossy;
use super::pad::padded;
use super::wide::FormatUTF16;
use crate::env;

/// The separator that a shown path has.
///
/// Zig: `bun.fmt.PathFormatOptions.Sep`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{PathFormatOptions, PathSep, fmt_path_u8};
///
/// let windows = PathFormatOptions { path_sep: PathSep::Windows, ..Default::default() };
/// assert_eq!(fmt_path_u8(b"src/a.ts", windows).to_string(), r"src\a.ts");
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum PathSep {
    /// What stands in the path.
    #[default]
    Any,
    /// That of the platform, for both `/` and `\`.
    Auto,
    /// `/`, for both.
    Posix,
    /// `\`, for both.
    Windows,
}

/// How to show a path.
///
/// Zig: `bun.fmt.PathFormatOptions`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{PathFormatOptions, PathSep, fmt_path_u8};
///
/// let posix = PathFormatOptions { path_sep: PathSep::Posix, ..Default::default() };
/// assert_eq!(fmt_path_u8(br"a\b/c", posix).to_string(), "a/b/c");
/// let windows = PathFormatOptions { path_sep: PathSep::Windows, escape_backslashes: true };
/// assert_eq!(fmt_path_u8(b"a/b", windows).to_string(), r"a\\b");
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct PathFormatOptions {
    /// The separator.
    pub path_sep: PathSep,
    /// Whether each backslash, also one that `path_sep` brings, is written twice.
    pub escape_backslashes: bool,
}

impl PathFormatOptions {
    pub(super) const fn changes_anything(self) -> bool {
        self.escape_backslashes || !matches!(self.path_sep, PathSep::Any)
    }

    /// What is shown for a separator.
    const fn shown(self, separator: u8) -> &'static str {
        let is_slash = match self.path_sep {
            PathSep::Any => separator == b'/',
            PathSep::Auto => !env::IS_WINDOWS,
            PathSep::Posix => true,
            PathSep::Windows => false,
        };
        match (is_slash, self.escape_backslashes) {
            (true, _) => "/",
            (false, false) => "\\",
            (false, true) => "\\\\",
        }
    }
}

/// Shows bytes as text, as a path if there are options.
///
/// What is not UTF-8 comes out as U+FFFD.
///
/// Zig: `bun.fmt.FormatUTF8`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::FormatUTF8;
///
/// let text = FormatUTF8 { buf: b"a\xff", path_fmt_opts: None };
/// assert_eq!(text.to_string(), "a\u{fffd}");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct FormatUTF8<'a> {
    /// The text.
    pub buf: &'a [u8],
    /// How to show separators; as they are if there are no options.
    pub path_fmt_opts: Option<PathFormatOptions>,
}

impl fmt::Display for FormatUTF8<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| match self.path_fmt_opts {
            Some(options) if options.changes_anything() => {
                write_lossy(&mut Separators { to, options }, self.buf)
            }
            _ => write_lossy(to, self.buf),
        })
    }
}

/// Shows a path of bytes.
///
/// Zig: `bun.fmt.fmtPath(u8, …)`.
///
/// # Examples
///
/// See [`PathFormatOptions`].
#[doc(alias = "fmtPath")]
#[must_use]
pub const fn fmt_path_u8(path: &[u8], options: PathFormatOptions) -> FormatUTF8<'_> {
    FormatUTF8 { buf: path, path_fmt_opts: Some(options) }
}

/// As [`fmt_path_u8`], under its Zig name.
#[doc(alias = "fmtPath")]
#[must_use]
pub const fn fmt_path(path: &[u8], options: PathFormatOptions) -> FormatUTF8<'_> {
    fmt_path_u8(path, options)
}

/// Shows a path of UTF-16.
///
/// Zig: `bun.fmt.fmtPath(u16, …)`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{PathFormatOptions, PathSep, fmt_path_u16};
///
/// let units: Vec<u16> = r"né\b".encode_utf16().collect();
/// let posix = PathFormatOptions { path_sep: PathSep::Posix, ..Default::default() };
/// assert_eq!(fmt_path_u16(&units, posix).to_string(), "né/b");
/// ```
#[must_use]
pub const fn fmt_path_u16(path: &[u16], options: PathFormatOptions) -> FormatUTF16<'_> {
    FormatUTF16 { buf: path, path_fmt_opts: Some(options) }
}

/// Replaces separators on the way.
pub(super) struct Separators<'a> {
    pub(super) to: &'a mut dyn fmt::Write,
    pub(super) options: PathFormatOptions,
}

impl fmt::Write for Separators<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'/' | b'\\')) {
            self.to.write_str(&rest[..at])?;
            self.to.write_str(self.options.shown(rest.as_bytes()[at]))?;
            rest = &rest[at + 1..];
        }
        self.to.write_str(rest)
    }
}
