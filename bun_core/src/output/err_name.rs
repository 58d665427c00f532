//! Messages that start with the name of an error.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use bun_alloc::AllocError;

use super::{FmtTuple, enable_ansi_colors_stderr, pretty_fmt_args};
use crate::error::Error;

/// What can stand in front of a message of [`err`]: a name, or an error that has one.
///
/// # Examples
///
/// An error of a system call says more than its name:
///
/// ```
/// use bun_core::Output::{self, ErrName, SysErrInfo};
///
/// struct OpenFailed;
///
/// impl ErrName for OpenFailed {
///     fn name(&self) -> &[u8] {
///         b"ENOENT"
///     }
///
///     fn as_sys_err_info(&self) -> Option<SysErrInfo> {
///         Some(SysErrInfo {
///             tag_name: b"ENOENT",
///             label: Some("No such file or directory"),
///             errno: 2,
///             syscall: "open",
///         })
///     }
/// }
///
/// // ENOENT: No such file or directory: reading a.txt (open)
/// Output::err(OpenFailed, "reading {s}", ("a.txt",));
/// ```
pub trait ErrName {
    /// Returns the name. An error of the system without one is `unknown error`.
    fn name(&self) -> &[u8];

    /// Returns what is known about the system call that failed; nothing for other errors.
    fn as_sys_err_info(&self) -> Option<SysErrInfo> {
        None
    }
}

/// What a failed system call has to say; see [`ErrName`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::{ErrName, SysErrInfo};
///
/// struct Failed(SysErrInfo);
///
/// impl ErrName for Failed {
///     fn name(&self) -> &[u8] {
///         self.0.tag_name
///     }
///
///     fn as_sys_err_info(&self) -> Option<SysErrInfo> {
///         Some(self.0)
///     }
/// }
///
/// let info = SysErrInfo { tag_name: b"EACCES", label: None, errno: 13, syscall: "open" };
/// assert_eq!(Failed(info).as_sys_err_info().map(|info| info.errno), Some(13));
/// assert_eq!(b"ParserError".as_sys_err_info(), None);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct SysErrInfo {
    /// The name of the error: `ENOENT`.
    pub tag_name: &'static [u8],
    /// What it means, in the words of the C library.
    pub label: Option<&'static str>,
    /// Its number.
    pub errno: i32,
    /// The name of the system call.
    pub syscall: &'static str,
}

impl<T: ErrName + ?Sized> ErrName for &T {
    fn name(&self) -> &[u8] {
        (**self).name()
    }

    fn as_sys_err_info(&self) -> Option<SysErrInfo> {
        (**self).as_sys_err_info()
    }
}

impl ErrName for str {
    fn name(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl ErrName for String {
    fn name(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl ErrName for [u8] {
    fn name(&self) -> &[u8] {
        self
    }
}

impl<const N: usize> ErrName for [u8; N] {
    fn name(&self) -> &[u8] {
        self
    }
}

impl ErrName for Vec<u8> {
    fn name(&self) -> &[u8] {
        self
    }
}

impl ErrName for Error {
    fn name(&self) -> &[u8] {
        (*self).name().as_bytes()
    }
}

impl ErrName for AllocError {
    fn name(&self) -> &[u8] {
        Error::OUT_OF_MEMORY.name().as_bytes()
    }
}

/// Prints `name: message` as a line to standard error, the name in red.
///
/// The template has tags and placeholders as in [`pretty_fmt_args`]; arguments are never searched
/// for tags. An error of a system call is printed as `CODE: meaning: message (call)`.
///
/// Zig: `bun.Output.err`.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, err};
///
/// Output::err(err!(ENOENT), "opening <b>{s}<r>", ("a.txt",));
/// Output::err("EACCES", "no one may read {s}", ("a.txt",));
/// Output::err(b"InvalidURL", "that is no address", ());
/// ```
pub fn err(error_name: impl ErrName, fmt: &str, args: impl FmtTuple) {
    // The line gets its newline below.
    let fmt = fmt.strip_suffix('\n').unwrap_or(fmt);
    let body = pretty_fmt_args(fmt, enable_ansi_colors_stderr(), args);
    let Some(info) = error_name.as_sys_err_info() else {
        let name = String::from_utf8_lossy(error_name.name());
        crate::pretty_errorln!("<red>{name}<r><d>:<r> {body}");
        return;
    };
    let code = String::from_utf8_lossy(info.tag_name);
    let syscall = info.syscall;
    match info.label {
        Some(label) => {
            crate::pretty_errorln!("<r><red>{code}<r><d>:<r> {label}: {body} <d>({syscall})<r>");
        }
        None => crate::pretty_errorln!("<r><red>{code}<r><d>:<r> {body} <d>({syscall})<r>"),
    }
}

/// Prints `tag: message` as a line to standard error, the tag in red.
///
/// Zig: `bun.Output.err`.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, err};
///
/// Output::err_tag(err!(ENOENT).name(), format_args!("opening {}", "a.txt"));
/// ```
pub fn err_tag(tag: &str, message: fmt::Arguments<'_>) {
    crate::pretty_errorln!("<red>{tag}<r><d>:<r> {message}");
}

/// Prints `error: message` as a line to standard error.
///
/// The template has tags and placeholders as in [`pretty_fmt_args`]. The macro of the same name
/// translates while compiling.
///
/// Zig: `bun.Output.errGeneric`.
///
/// # Examples
///
/// ```
/// bun_core::Output::err_generic("cannot open <b>{s}<r>", ("a.txt",));
/// ```
#[doc(alias = "errGeneric")]
pub fn err_generic(fmt: &str, args: impl FmtTuple) {
    let fmt = fmt.strip_suffix('\n').unwrap_or(fmt);
    err_fmt(pretty_fmt_args(fmt, enable_ansi_colors_stderr(), args));
}

/// Prints `error: …` as a line to standard error, with whatever can be displayed.
///
/// Zig: `bun.Output.errFmt`.
///
/// # Examples
///
/// ```
/// bun_core::Output::err_fmt(bun_core::err!(ENOENT));
/// ```
#[doc(alias = "errFmt")]
pub fn err_fmt(formatter: impl fmt::Display) {
    crate::err_generic!("{formatter}");
}
