//! `Error`: a failed system call, with what it was called on.
//!
//! Paths are owned, and empty unless a caller added them: an empty `Box<[u8]>` is no allocation, so
//! making and passing on an error allocates nothing. Borrowed paths, as in the original, would tie
//! every result to its arguments.

mod from_rc;
mod show;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;

use bun_core::Environment;

use crate::{Fd, ReturnCodeExt, SystemErrno, Tag};

pub(crate) use show::Shell;

/// The outcome of a system call.
///
/// Zig: `bun.sys.Maybe(T)`.
pub type Result<T> = core::result::Result<T, Error>;

/// Forwards to [`Result`].
pub type Maybe<T> = Result<T>;

/// The type of [`Error::errno`].
///
/// Zig: `bun.sys.Error.Int`.
pub type ErrorInt = u16;

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
/// assert_eq!(error.msg(), Some(&b"No such file or directory"[..]));
/// assert_eq!(
///     error.node_message().to_string(),
///     "ENOENT: no such file or directory, open '/nowhere'",
/// );
/// assert_eq!(bun_core::Error::from(error).name(), "ENOENT");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    /// The number of the error; need not have a name.
    pub errno: ErrorInt,
    /// The call that failed.
    pub syscall: Tag,
    /// Whether [`errno`](Self::errno) is a number of libuv. Those differ from the system's on
    /// Windows only.
    pub from_libuv: bool,
    /// The descriptor it was called on, or [`Fd::INVALID`].
    pub fd: Fd,
    /// The path it was called with, or nothing.
    pub path: Box<[u8]>,
    /// The second path it was called with, or nothing.
    pub dest: Box<[u8]>,
}

impl Error {
    /// The number that stands for an error nobody gave a number yet.
    const TODO_ERRNO: ErrorInt = 0xFFFE;

    /// The error `errno` of the call `syscall`.
    ///
    /// Zig: `bun.sys.Error.fromCode`.
    #[doc(alias = "fromCode")]
    #[must_use]
    pub fn from_code(errno: SystemErrno, syscall: Tag) -> Self {
        Self { errno: errno.raw(), syscall, ..Self::default() }
    }

    /// The error with the number `errno`, which may be negative, of the call `syscall`.
    ///
    /// A number beyond 16 bits becomes the largest, which has no name.
    ///
    /// Zig: `bun.sys.Error.fromCodeInt`.
    #[doc(alias = "fromCodeInt")]
    #[must_use]
    pub fn from_code_int(errno: i32, syscall: Tag) -> Self {
        let number = u16::try_from(errno.unsigned_abs()).unwrap_or(u16::MAX);
        Self::from_code(SystemErrno::from_raw(number), syscall)
    }

    /// What says that the call may succeed later: `EAGAIN` of `read`, on every system.
    ///
    /// Zig: `bun.sys.Error.retry`, which on Windows is `EINTR` and no [`is_retry`](Self::is_retry).
    #[must_use]
    pub fn retry() -> Self {
        Self::from_code(SystemErrno::EAGAIN, Tag::read)
    }

    /// What says that there is no memory: `ENOMEM` of `read`.
    ///
    /// Zig: `bun.sys.Error.oom`.
    #[must_use]
    pub fn oom() -> Self {
        Self::from_code(SystemErrno::ENOMEM, Tag::read)
    }

    /// What says that a call was given up: `EINTR` of `access`.
    ///
    /// Zig: `Maybe(T).aborted`.
    #[must_use]
    pub fn aborted() -> Self {
        Self::from_code(SystemErrno::EINTR, Tag::access)
    }

    /// An error that nobody gave a number yet; [`Error::default`] is the same.
    ///
    /// Zig: `bun.sys.Error.todo`.
    ///
    /// # Panics
    ///
    /// In debug builds, always.
    #[must_use]
    #[track_caller]
    pub fn todo() -> Self {
        if Environment::IS_DEBUG {
            panic!("Error::todo() was called");
        }
        Self::default()
    }

    /// The error that a function of libuv returned, or `None` when it succeeded. The number is the
    /// system's, so [`from_libuv`](Self::from_libuv) is not set.
    ///
    /// Zig: `ReturnCode.toError`.
    #[must_use]
    pub fn from_uv_rc(rc: impl ReturnCodeExt, syscall_tag: Tag) -> Option<Self> {
        rc.to_error(syscall_tag)
    }

    /// The number, as the system has it.
    ///
    /// Zig: `bun.sys.Error.getErrno`.
    #[doc(alias = "getErrno")]
    #[must_use]
    pub fn get_errno(&self) -> SystemErrno {
        if self.from_libuv {
            SystemErrno::from_uv(self.errno.into())
        } else {
            SystemErrno::from_raw(self.errno)
        }
    }

    /// The name of the number and the number, or `None` for one without a name.
    ///
    /// Zig: `bun.sys.Error.getErrorCodeTagName`.
    #[doc(alias = "getErrorCodeTagName")]
    #[must_use]
    pub fn get_error_code_tag_name(&self) -> Option<(&'static str, SystemErrno)> {
        let errno = self.get_errno();
        errno.name().map(|name| (name, errno))
    }

    /// The name of the number, or `UNKNOWN`.
    #[must_use]
    pub fn name(&self) -> &'static [u8] {
        self.get_errno().name().map_or(b"UNKNOWN", str::as_bytes)
    }

    /// What the coreutils say, or `None` when the number has no name.
    #[must_use]
    pub fn msg(&self) -> Option<&'static [u8]> {
        self.get_error_code_tag_name().map(|(_, errno)| errno.message().as_bytes())
    }

    /// Whether the call may succeed when it is made again later.
    ///
    /// Zig: `bun.sys.Error.isRetry`.
    #[doc(alias = "isRetry")]
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.get_errno() == SystemErrno::EAGAIN
    }

    /// The same number and call, on `fd`. Paths are dropped.
    ///
    /// Zig: `bun.sys.Error.withFd`.
    #[doc(alias = "withFd")]
    #[must_use]
    pub fn with_fd(&self, fd: Fd) -> Self {
        Self { fd, ..self.bare() }
    }

    /// The same number and call, with a copy of `path`. The descriptor and `dest` are dropped.
    ///
    /// Zig: `bun.sys.Error.withPath`.
    #[doc(alias = "withPath")]
    #[must_use]
    pub fn with_path(&self, path: &[u8]) -> Self {
        Self { path: path.into(), ..self.bare() }
    }

    /// The same number, of the call `syscall`, with a copy of `path`.
    ///
    /// Zig: `bun.sys.Error.withPathAndSyscall`.
    #[doc(alias = "withPathAndSyscall")]
    #[must_use]
    pub fn with_path_and_syscall(&self, path: &[u8], syscall: Tag) -> Self {
        Self { syscall, ..self.with_path(path) }
    }

    /// The same number and call, with copies of both paths. The descriptor is dropped.
    ///
    /// Zig: `bun.sys.Error.withPathDest`.
    #[doc(alias = "withPathDest")]
    #[must_use]
    pub fn with_path_dest(&self, path: &[u8], dest: &[u8]) -> Self {
        Self { dest: dest.into(), ..self.with_path(path) }
    }

    /// [`with_fd`](Self::with_fd) or [`with_path`](Self::with_path).
    ///
    /// Zig: `bun.sys.Error.withPathLike`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Error, Fd, PathLike};
    ///
    /// let error = Error::retry();
    /// assert_eq!(error.with_path_like(Fd::stdin().into()).fd, Fd::stdin());
    /// assert_eq!(*error.with_path_like(PathLike::Path(b"a")).path, *b"a");
    /// ```
    #[doc(alias = "withPathLike")]
    #[must_use]
    pub fn with_path_like(&self, path_like: PathLike<'_>) -> Self {
        match path_like {
            PathLike::Fd(fd) => self.with_fd(fd),
            PathLike::Path(path) => self.with_path(path),
        }
    }

    /// The same error without its paths.
    ///
    /// Zig: `bun.sys.Error.withoutPath`.
    #[doc(alias = "withoutPath")]
    #[must_use]
    pub fn without_path(&self) -> Self {
        let Self { errno, syscall, from_libuv, fd, .. } = *self;
        Self { errno, syscall, from_libuv, fd, ..Self::default() }
    }

    /// The error by its name, as ported code passes it on.
    ///
    /// Zig: `toZigErr`.
    #[doc(alias = "toZigErr")]
    #[must_use]
    pub fn to_zig_err(&self) -> bun_core::Error {
        self.get_errno().into()
    }

    /// Number and call. The number becomes the system's, which it means without `from_libuv`.
    fn bare(&self) -> Self {
        Self { errno: self.get_errno().raw(), syscall: self.syscall, ..Self::default() }
    }
}

impl Default for Error {
    fn default() -> Self {
        Self {
            errno: Self::TODO_ERRNO,
            syscall: Tag::TODO,
            from_libuv: false,
            fd: Fd::INVALID,
            path: Box::default(),
            dest: Box::default(),
        }
    }
}

impl core::error::Error for Error {}

impl From<Error> for bun_core::Error {
    fn from(error: Error) -> Self {
        error.to_zig_err()
    }
}

/// A descriptor or a path: what [`Error::with_path_like`] adds to an error.
///
/// Zig: `bun.api.node.PathOrFileDescriptor`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, PathLike};
///
/// assert_eq!(PathLike::from(Fd::stdin()), PathLike::Fd(Fd::stdin()));
/// assert_eq!(PathLike::from(&b"a"[..]), PathLike::Path(b"a"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathLike<'a> {
    /// A descriptor.
    Fd(Fd),
    /// A path.
    Path(&'a [u8]),
}

impl From<Fd> for PathLike<'_> {
    fn from(fd: Fd) -> Self {
        Self::Fd(fd)
    }
}

impl<'a> From<&'a [u8]> for PathLike<'a> {
    fn from(path: &'a [u8]) -> Self {
        Self::Path(path)
    }
}
