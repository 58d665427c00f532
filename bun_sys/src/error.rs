//! `Error`: a failed system call, with what it was called on.

use core::fmt::{self, Write as _};

use alloc::boxed::Box;
use bun_core::Output::SysErrInfo;

use crate::{Fd, SystemErrno, Tag};

/// The outcome of a system call.
///
/// Zig: `bun.sys.Maybe(T)`.
pub type Result<T> = core::result::Result<T, Error>;

/// Forwards to [`Result`].
pub type Maybe<T> = Result<T>;

/// A failed system call.
///
/// Making one does not allocate. [`with_path`](Self::with_path) copies the path, so callers add
/// it where the error is going to be shown.
///
/// Zig: `bun.sys.Error`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Error, SystemErrno, Tag};
///
/// let error = Error::from_code(SystemErrno::ENOENT, Tag::open).with_path(b"/nowhere");
/// assert_eq!(error.to_string(), "ENOENT: /nowhere: No such file or directory (open())");
/// assert_eq!(
///     error.node_message().to_string(),
///     "ENOENT: no such file or directory, open '/nowhere'",
/// );
/// assert_eq!(bun_core::Error::from(error).name(), "ENOENT");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    /// The number of the error; need not have a name.
    pub errno: u16,
    /// The call that failed.
    pub syscall: Tag,
    /// The descriptor it was called on, or [`Fd::INVALID`].
    pub fd: Fd,
    /// The path it was called with, or nothing.
    pub path: Box<[u8]>,
    /// The second path it was called with, or nothing.
    pub dest: Box<[u8]>,
}

impl Error {
    /// The number that stands for an error nobody gave a number yet.
    const TODO_ERRNO: u16 = 0xFFFE;

    /// The error `errno` of the call `syscall`.
    #[doc(alias = "fromCode")]
    #[must_use]
    pub fn from_code(errno: SystemErrno, syscall: Tag) -> Self {
        Self { errno: errno.raw(), syscall, ..Self::default() }
    }

    /// The error with the number `errno`, which may be negative, of the call `syscall`.
    ///
    /// A number beyond 16 bits becomes the largest, which has no name.
    #[doc(alias = "fromCodeInt")]
    #[must_use]
    pub fn from_code_int(errno: i32, syscall: Tag) -> Self {
        let number = u16::try_from(errno.unsigned_abs()).unwrap_or(u16::MAX);
        Self::from_code(SystemErrno::from_raw(number), syscall)
    }

    /// The number.
    #[doc(alias = "getErrno")]
    #[must_use]
    pub const fn get_errno(&self) -> SystemErrno {
        SystemErrno::from_raw(self.errno)
    }

    /// The name of the number, or `UNKNOWN`.
    #[must_use]
    pub const fn name(&self) -> &'static [u8] {
        match self.get_errno().name() {
            Some(name) => name.as_bytes(),
            None => b"UNKNOWN",
        }
    }

    /// What `strerror` says, or `None` when the number has no name.
    #[must_use]
    pub fn msg(&self) -> Option<&'static str> {
        self.get_errno().name().map(|_| self.get_errno().message())
    }

    /// Whether the call may succeed when it is made again later.
    #[doc(alias = "isRetry")]
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.get_errno() == SystemErrno::EAGAIN
    }

    /// The same number and call, on `fd`. Paths are dropped.
    #[doc(alias = "withFd")]
    #[must_use]
    pub fn with_fd(&self, fd: Fd) -> Self {
        Self { fd, ..self.bare() }
    }

    /// The same number and call, with a copy of `path`. The descriptor and `dest` are dropped.
    #[doc(alias = "withPath")]
    #[must_use]
    pub fn with_path(&self, path: &[u8]) -> Self {
        Self { path: path.into(), ..self.bare() }
    }

    /// The same number, of the call `syscall`, with a copy of `path`.
    #[doc(alias = "withPathAndSyscall")]
    #[must_use]
    pub fn with_path_and_syscall(&self, path: &[u8], syscall: Tag) -> Self {
        Self { syscall, ..self.with_path(path) }
    }

    /// The same number and call, with copies of both paths. The descriptor is dropped.
    #[doc(alias = "withPathDest")]
    #[must_use]
    pub fn with_path_dest(&self, path: &[u8], dest: &[u8]) -> Self {
        Self { dest: dest.into(), ..self.with_path(path) }
    }

    /// The same error without its first path.
    #[doc(alias = "withoutPath")]
    #[must_use]
    pub fn without_path(&self) -> Self {
        Self { path: Box::default(), ..self.clone() }
    }

    /// The error as Node words it: `CODE: message, syscall 'path' -> 'dest'`.
    ///
    /// Zig: the message of `toSystemError`.
    #[must_use]
    pub const fn node_message(&self) -> impl fmt::Display {
        NodeMessage(self)
    }

    /// The error by its name, as ported code passes it on.
    ///
    /// Zig: `toZigErr`.
    #[doc(alias = "toZigErr")]
    #[must_use]
    pub fn to_zig_err(&self) -> bun_core::Error {
        self.get_errno().into()
    }

    fn bare(&self) -> Self {
        Self { errno: self.errno, syscall: self.syscall, ..Self::default() }
    }
}

impl Default for Error {
    fn default() -> Self {
        Self {
            errno: Self::TODO_ERRNO,
            syscall: Tag::TODO,
            fd: Fd::INVALID,
            path: Box::default(),
            dest: Box::default(),
        }
    }
}

/// As the shell words it: `CODE: path: message (syscall())`.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errno = self.get_errno();
        write!(f, "{errno}: ")?;
        if !self.path.is_empty() {
            write_lossy(f, &self.path)?;
            f.write_str(": ")?;
        }
        write!(f, "{} ({}())", errno.message(), self.syscall)
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

impl core::error::Error for Error {}

impl From<Error> for bun_core::Error {
    fn from(error: Error) -> Self {
        error.to_zig_err()
    }
}

impl bun_core::Output::ErrName for Error {
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
        let Error { syscall, path, dest, .. } = self.0;
        let errno = self.0.get_errno();
        match errno.name() {
            Some(name) => write!(f, "{name}: {}, {syscall}", errno.libuv_message())?,
            None => write!(f, "Unknown Error, {syscall}")?,
        }
        if !path.is_empty() {
            f.write_str(" '")?;
            write_lossy(f, path)?;
            f.write_char('\'')?;
            if !dest.is_empty() {
                f.write_str(" -> '")?;
                write_lossy(f, dest)?;
                f.write_char('\'')?;
            }
        }
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_with_drops_what_zig_drops() {
        let bare = Error::from_code(SystemErrno::EXDEV, Tag::rename);
        let full = Error { fd: Fd::stdin(), ..bare.with_path_dest(b"a", b"b") };
        assert_eq!(full.with_fd(Fd::stdout()), Error { fd: Fd::stdout(), ..bare.clone() });
        assert_eq!(full.with_path(b"c"), Error { path: (*b"c").into(), ..bare.clone() });
        assert_eq!(full.without_path(), Error { path: Box::default(), ..full.clone() });
        let other = full.with_path_and_syscall(b"c", Tag::link);
        assert_eq!((other.syscall, &*other.path, other.fd), (Tag::link, &b"c"[..], Fd::INVALID));
    }

    #[test]
    fn messages_with_and_without_their_parts() {
        let error = Error::from_code_int(-13, Tag::link);
        assert_eq!(error.to_string(), "EACCES: Permission denied (link())");
        let both = error.with_path_dest(b"a\xff", b"b");
        let expected = "EACCES: permission denied, link 'a\u{fffd}' -> 'b'";
        assert_eq!(both.node_message().to_string(), expected);
        let only_dest = both.without_path();
        assert_eq!(only_dest.node_message().to_string(), "EACCES: permission denied, link");
        let unknown = Error::from_code_int(i32::MIN, Tag::read);
        assert_eq!((unknown.name(), unknown.msg()), (&b"UNKNOWN"[..], None));
        assert_eq!(unknown.node_message().to_string(), "Unknown Error, read");
        assert_eq!(unknown.to_string(), "UNKNOWN: unknown error (read())");
        assert_eq!(bun_core::Error::from(Error::default()), bun_core::Error::UNEXPECTED);
        assert!(Error::from_code(SystemErrno::EAGAIN, Tag::read).is_retry());
    }
}
