//! Lists of names.

use core::fmt;

use super::lossy::write_lossy;
use super::pad::padded;

/// Shows strings with `delimiter` between them.
///
/// Zig: `bun.fmt.fmtSlice`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::fmt_slice(&["a", "b"], ", ").to_string(), "a, b");
/// ```
#[doc(alias = "fmtSlice")]
#[must_use]
pub const fn fmt_slice<'a, T: AsRef<[u8]>>(
    data: &'a [T],
    delimiter: &'static str,
) -> FormatSlice<'a, T> {
    FormatSlice { data, delimiter }
}

/// See [`fmt_slice`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{FormatSlice, fmt_slice};
///
/// let words = ["bun", "add"];
/// let command: FormatSlice<'_, _> = fmt_slice(&words, " ");
/// assert_eq!(format!("[{command:>9}]"), "[  bun add]");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct FormatSlice<'a, T> {
    data: &'a [T],
    delimiter: &'static str,
}

impl<T: AsRef<[u8]>> fmt::Display for FormatSlice<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            self.data.iter().enumerate().try_for_each(|(index, item)| {
                to.write_str(if index > 0 { self.delimiter } else { "" })?;
                write_lossy(to, item.as_ref())
            })
        })
    }
}

/// How [`enum_tag_list`] separates names.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{TagListSeparator, enum_tag_list};
///
/// let list = enum_tag_list(&["lf", "crlf"], TagListSeparator::Dash);
/// assert_eq!(list.to_string(), "\n-  lf\n-  crlf");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TagListSeparator {
    /// `"a", "b", or "c"`.
    List,
    /// Each on a line of its own, behind a dash.
    Dash,
}

/// Shows what an option may be.
///
/// Zig takes the enum and reads its names; here they are the argument, `strum`'s `VARIANTS` for
/// example.
///
/// Zig: `bun.fmt.enumTagList`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{TagListSeparator, enum_tag_list};
///
/// let names = &["esm", "cjs", "iife"];
/// let list = enum_tag_list(names, TagListSeparator::List);
/// assert_eq!(list.to_string(), r#""esm", "cjs", or "iife""#);
/// let lines = enum_tag_list(names, TagListSeparator::Dash);
/// assert_eq!(lines.to_string(), "\n-  esm\n-  cjs\n-  iife");
/// ```
#[doc(alias = "enumTagList")]
#[must_use]
pub const fn enum_tag_list<'a>(
    names: &'a [&'a str],
    separator: TagListSeparator,
) -> EnumTagListFormatter<'a> {
    EnumTagListFormatter { names, separator }
}

/// See [`enum_tag_list`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{EnumTagListFormatter, TagListSeparator, enum_tag_list};
///
/// let shown: EnumTagListFormatter<'_> = enum_tag_list(&["a", "b"], TagListSeparator::List);
/// assert_eq!(format!("one of {shown}"), r#"one of "a", or "b""#);
/// ```
#[derive(Copy, Clone, Debug)]
pub struct EnumTagListFormatter<'a> {
    names: &'a [&'a str],
    separator: TagListSeparator,
}

impl fmt::Display for EnumTagListFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.names.len().saturating_sub(1);
        padded(f, |to| {
            self.names.iter().enumerate().try_for_each(|(index, name)| match self.separator {
                TagListSeparator::Dash => write!(to, "\n-  {name}"),
                TagListSeparator::List if index == 0 => write!(to, "\"{name}\""),
                TagListSeparator::List if index == last => write!(to, ", or \"{name}\""),
                TagListSeparator::List => write!(to, ", \"{name}\""),
            })
        })
    }
}

/// Shows a value, or something else for `None`.
///
/// Zig: `bun.fmt.nullableFallback`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::nullable_fallback;
///
/// assert_eq!(nullable_fallback(Some(3), b"none").to_string(), "3");
/// assert_eq!(nullable_fallback(None::<u8>, b"none").to_string(), "none");
/// ```
#[doc(alias = "nullableFallback")]
#[must_use]
pub const fn nullable_fallback<T: fmt::Display>(
    value: Option<T>,
    null_fallback: &[u8],
) -> NullableFallback<'_, T> {
    NullableFallback { value, null_fallback }
}

/// See [`nullable_fallback`]. A value gets the width and precision as they are.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{NullableFallback, nullable_fallback};
///
/// let shown: NullableFallback<'_, f64> = nullable_fallback(Some(1.5), b"-");
/// assert_eq!(format!("{shown:.2}"), "1.50");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct NullableFallback<'a, T> {
    value: Option<T>,
    null_fallback: &'a [u8],
}

impl<T: fmt::Display> fmt::Display for NullableFallback<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => value.fmt(f),
            None => padded(f, |to| write_lossy(to, self.null_fallback)),
        }
    }
}
