//! `SystemError`: an error as JavaScript gets it, all text.

use core::ffi::c_int;
use core::fmt;

use bun_core::Output::enable_ansi_colors_stderr;
use bun_str::String;

use crate::error::Shell;
use crate::{E, Error, Fd};

/// How many bytes of a message are kept.
const MESSAGE_MAX: usize = 4096;

/// An error as JavaScript gets it: an `Error` with these properties. Empty ones are left out.
///
/// The layout is that of the structure in C++.
///
/// Zig: `bun.jsc.SystemError`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, Error, Tag};
///
/// let error = Error::from_code(E::ENOENT, Tag::open).with_path(b"a").to_system_error();
/// assert!(error.code.eql_utf8(b"ENOENT"));
/// assert!(error.message.eql_utf8(b"ENOENT: no such file or directory, open 'a'"));
/// assert_eq!((error.errno, error.get_errno(), error.fd), (-2, E::ENOENT, i32::MIN));
/// ```
#[repr(C)]
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SystemError {
    /// The negated number.
    pub errno: c_int,
    /// The name of the number, such as `ENOENT`.
    pub code: String,
    /// What happened.
    pub message: String,
    /// The path of the call.
    pub path: String,
    /// The name of the call.
    pub syscall: String,
    /// The host whose name was looked up.
    pub hostname: String,
    /// The descriptor of the call; the smallest number for none.
    pub fd: c_int,
    /// The second path of the call.
    pub dest: String,
}

impl SystemError {
    /// What [`fd`](Self::fd) is without a descriptor.
    pub const NO_FD: c_int = c_int::MIN;

    /// The number.
    ///
    /// Zig: `SystemError.getErrno`.
    #[doc(alias = "getErrno")]
    #[must_use]
    pub fn get_errno(&self) -> E {
        E::from_raw(u16::try_from(self.errno.unsigned_abs()).unwrap_or(u16::MAX))
    }
}

impl Default for SystemError {
    fn default() -> Self {
        Self {
            errno: 0,
            code: String::empty(),
            message: String::empty(),
            path: String::empty(),
            syscall: String::empty(),
            hostname: String::empty(),
            fd: Self::NO_FD,
            dest: String::empty(),
        }
    }
}

/// As the shell words it: `CODE: path: message (syscall())`, with colours if standard error has
/// them.
///
/// Zig: `SystemError.format`.
impl fmt::Display for SystemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shell = Shell {
            code: &self.code,
            path: (!self.path.is_empty()).then_some(&self.path),
            message: &self.message,
            syscall: &self.syscall,
        };
        shell.write(f, enable_ansi_colors_stderr())
    }
}

impl core::error::Error for SystemError {}

impl Error {
    /// The error for a shell: the message is that of the coreutils, without code and paths.
    ///
    /// Code and message are empty for a number without a name. Copies the paths.
    ///
    /// Zig: `bun.sys.Error.toShellSystemError`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{E, Error, Tag};
    ///
    /// let error = Error::from_code(E::ENOENT, Tag::open).with_path(b"a").to_shell_system_error();
    /// assert!(error.message.eql_utf8(b"No such file or directory"));
    /// assert!(error.path.eql_utf8(b"a"));
    /// ```
    #[doc(alias = "toShellSystemError")]
    #[must_use]
    pub fn to_shell_system_error(&self) -> SystemError {
        let message = self.msg().map_or_else(String::empty, String::static_);
        SystemError { message, ..self.parts() }
    }

    /// The error for JavaScript, with the message of Node:
    /// `CODE: message, syscall 'path' -> 'dest'`.
    ///
    /// The message is cut after 4096 bytes; `dest` is in it only together with `path`. A number
    /// without a name has an empty code and is an `Unknown Error`. Copies the paths.
    ///
    /// Zig: `bun.sys.Error.toSystemError`.
    #[doc(alias = "toSystemError")]
    #[must_use]
    pub fn to_system_error(&self) -> SystemError {
        let mut buf = [0; MESSAGE_MAX];
        let mut len = 0;
        // Stops at the first piece that does not fit, of which it keeps what does.
        let _ = self.node_pieces(|piece| {
            let rest = &mut buf[len..];
            let fits = piece.len().min(rest.len());
            rest[..fits].copy_from_slice(&piece[..fits]);
            len += fits;
            if fits == piece.len() { Ok(()) } else { Err(()) }
        });
        SystemError { message: String::clone_utf8(&buf[..len]), ..self.parts() }
    }

    /// All but the message.
    fn parts(&self) -> SystemError {
        let copy = |path: &[u8]| match path {
            [] => String::empty(),
            path => String::clone_utf8(path),
        };
        SystemError {
            errno: -c_int::from(self.errno),
            code: self.get_errno().name().map_or_else(String::empty, String::static_),
            path: copy(&self.path),
            syscall: String::static_(self.syscall.name()),
            fd: self.fd.unwrap_valid().map_or(SystemError::NO_FD, Fd::uv),
            dest: copy(&self.dest),
            ..SystemError::default()
        }
    }
}
