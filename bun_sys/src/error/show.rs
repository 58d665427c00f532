//! How an error is shown: as the shell words it, as Node words it, and for programmers.

use core::fmt::{self, Write as _};

use bun_core::Output::{ErrName, SysErrInfo, enable_ansi_colors_stderr};
use bun_core::write_pretty;

use super::Error;
use crate::SystemErrno;

/// Stands for a number without a name where nothing else would be shown.
const UNNAMED: &str = "UNKNOWN";

impl Error {
    /// The error as Node words it: `CODE: message, syscall 'path' -> 'dest'`.
    ///
    /// Zig: the message of `toSystemError`.
    #[must_use]
    pub const fn node_message(&self) -> impl fmt::Display {
        NodeMessage(self)
    }
}

/// As the shell words it: `CODE: path: message (syscall())`, with colours if standard error has
/// them.
///
/// A number without a name is `UNKNOWN: unknown error`, where the original shows nothing.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errno = self.get_errno();
        let shell = Shell {
            code: errno.name().unwrap_or(UNNAMED),
            path: (!self.path.is_empty()).then_some(Lossy(&self.path)),
            message: errno.message(),
            syscall: self.syscall,
        };
        shell.write(f, enable_ansi_colors_stderr())
    }
}

/// The parts of the shell's wording.
pub(crate) struct Shell<Code, Path, Message, Syscall> {
    pub(crate) code: Code,
    pub(crate) path: Option<Path>,
    pub(crate) message: Message,
    pub(crate) syscall: Syscall,
}

impl<Code, Path, Message, Syscall> Shell<Code, Path, Message, Syscall>
where
    Code: fmt::Display,
    Path: fmt::Display,
    Message: fmt::Display,
    Syscall: fmt::Display,
{
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, has_color: bool) -> fmt::Result {
        let Self { code, path, message, syscall } = self;
        write_pretty!(f, has_color, "<r><red>{}<r><d>:<r> ", code)?;
        if let Some(path) = path {
            write_pretty!(f, has_color, "<b>{}<r>: ", path)?;
        }
        write_pretty!(f, has_color, "{} <d>({}())<r>", message, syscall)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("errno", &self.get_errno())
            .field("syscall", &self.syscall)
            .field("fd", &self.fd)
            .field("path", &format_args!("\"{}\"", self.path.escape_ascii()))
            .field("dest", &format_args!("\"{}\"", self.dest.escape_ascii()))
            .finish()
    }
}

impl ErrName for Error {
    /// Returns the name of the number, or `unknown error`.
    fn name(&self) -> &[u8] {
        self.get_errno().name().map_or(b"unknown error", str::as_bytes)
    }

    fn as_sys_err_info(&self) -> Option<SysErrInfo> {
        let errno = self.get_errno();
        Some(SysErrInfo {
            tag_name: errno.name().map_or(b"unknown error", str::as_bytes),
            label: errno.name().map(|_| errno.message()),
            errno: i32::from(errno.raw()),
            syscall: self.syscall.name(),
        })
    }
}

bun_core::link_impl_ErrnoNames! {
    Sys for () => |_this| {
        name(errno) => SystemErrno::init(errno.into()).and_then(SystemErrno::name),
        message(errno) => {
            let errno = SystemErrno::init(errno.into());
            errno.filter(|errno| errno.name().is_some()).map(SystemErrno::message)
        },
    }
}

struct NodeMessage<'a>(&'a Error);

impl fmt::Display for NodeMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.node_pieces(|piece| write_lossy(f, piece))
    }
}

impl Error {
    /// Calls `write` with each piece of Node's wording, until one fails.
    pub(crate) fn node_pieces<E>(
        &self,
        mut write: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.get_error_code_tag_name() {
            Some((name, errno)) => {
                write(name.as_bytes())?;
                write(b": ")?;
                write(errno.libuv_message().as_bytes())?;
            }
            None => write(b"Unknown Error")?,
        }
        write(b", ")?;
        write(self.syscall.name().as_bytes())?;
        if self.path.is_empty() {
            return Ok(());
        }
        write(b" '")?;
        write(&self.path)?;
        write(b"'")?;
        if self.dest.is_empty() {
            return Ok(());
        }
        write(b" -> '")?;
        write(&self.dest)?;
        write(b"'")
    }
}

struct Lossy<'a>(&'a [u8]);

impl fmt::Display for Lossy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_lossy(f, self.0)
    }
}

fn write_lossy(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    for chunk in bytes.utf8_chunks() {
        f.write_str(chunk.valid())?;
        if !chunk.invalid().is_empty() {
            f.write_char(char::REPLACEMENT_CHARACTER)?;
        }
    }
    Ok(())
}
