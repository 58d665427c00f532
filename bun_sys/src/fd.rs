//! `Fd`: a descriptor as a number, and `OwnedFd`, which closes it.

use core::fmt;

use crate::backend::imp::{self, fd as bits};
use crate::failure::on_fd;
use crate::{FdKind, Maybe, SystemErrno, Tag};

/// A descriptor. Copying it does not duplicate what it refers to, dropping it does not close it.
///
/// As in Zig this is a number: calls made on one that is closed, or that meanwhile refers to
/// something else, fail with `EBADF` or reach that something. [`OwnedFd`], [`File`](crate::File)
/// and [`Dir`](crate::Dir) tie the number to a lifetime.
///
/// Zig: `bun.FD`.
///
/// # Examples
///
/// ```
/// use bun_sys::Fd;
///
/// assert_eq!(Fd::stdout().native(), 1);
/// assert!(!Fd::INVALID.is_valid() && Fd::cwd().is_valid());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Fd(bits::FdBits);

/// What the system's own calls take: a number, or on Windows a handle.
///
/// Zig: `std.posix.fd_t`.
pub type RawFd = bits::FdNative;

/// The three descriptors every process starts with.
///
/// Zig: `bun.FD.Stdio`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, Stdio};
///
/// assert_eq!(Stdio::from_int(2), Some(Stdio::StdErr));
/// assert_eq!(Stdio::StdErr.fd(), Fd::stderr());
/// assert_eq!(Fd::stderr().stdio_tag(), Some(Stdio::StdErr));
/// assert_eq!(Stdio::from_int(3), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Stdio {
    /// Descriptor 0.
    StdIn = 0,
    /// Descriptor 1.
    StdOut = 1,
    /// Descriptor 2.
    StdErr = 2,
}

impl Fd {
    /// No descriptor.
    pub const INVALID: Self = Self(bits::INVALID);

    /// Forwards to [`INVALID`](Self::INVALID).
    #[must_use]
    pub const fn invalid() -> Self {
        Self::INVALID
    }

    /// The descriptor that stands for the working directory in calls relative to a directory:
    /// `AT_FDCWD`. It is open nowhere else: [`fstat`](crate::fstat) of it is `EBADF`.
    ///
    /// Zig: `bun.FD.cwd`.
    #[must_use]
    pub const fn cwd() -> Self {
        Self(bits::CWD)
    }

    /// Descriptor 0.
    ///
    /// Zig: `bun.FD.stdin`.
    #[doc(alias = "getStdIn")]
    #[must_use]
    pub const fn stdin() -> Self {
        Self(bits::from_uv(0))
    }

    /// Descriptor 1.
    #[must_use]
    pub const fn stdout() -> Self {
        Self(bits::from_uv(1))
    }

    /// Descriptor 2.
    #[must_use]
    pub const fn stderr() -> Self {
        Self(bits::from_uv(2))
    }

    /// The descriptor with this number; on Windows with these bits, which
    /// [`from_system`](crate::windows) makes of a handle.
    ///
    /// Zig: `bun.FD.fromNative`.
    #[doc(alias = "fromNative")]
    #[must_use]
    pub const fn from_native(number: bits::FdBits) -> Self {
        Self(number)
    }

    /// What the system's own calls take: the number, or on Windows the handle.
    #[must_use]
    pub const fn native(self) -> RawFd {
        bits::native(self.bits())
    }

    /// As they are stored.
    pub(crate) const fn bits(self) -> bits::FdBits {
        self.0
    }

    /// The descriptor with this number of libuv's, which on POSIX systems is the system's.
    ///
    /// Zig: `bun.FD.fromUV`.
    #[doc(alias = "fromUV")]
    #[must_use]
    pub const fn from_uv(number: i32) -> Self {
        Self(bits::from_uv(number))
    }

    /// The number that libuv has for the descriptor, which on POSIX systems is the system's; -1 for
    /// a handle of Windows.
    #[must_use]
    pub const fn uv(self) -> i32 {
        bits::uv(self.0)
    }

    /// Which table the number is of. POSIX systems have one.
    #[must_use]
    pub const fn kind(self) -> FdKind {
        bits::kind(self.0)
    }

    /// The descriptor as libuv's, which on POSIX systems is this one.
    ///
    /// Zig: `bun.FD.makeLibUVOwned`.
    ///
    /// # Platforms
    ///
    /// Windows: `_open_osfhandle`; the descriptor that is returned then owns the handle.
    ///
    /// # Errors
    ///
    /// On Windows, when libuv has no room, or this is [`INVALID`](Self::INVALID) or
    /// [`cwd`](Self::cwd).
    #[doc(alias = "makeLibUVOwned")]
    #[expect(clippy::result_unit_err, reason = "the signature that ported code uses")]
    pub fn make_libuv_owned(self) -> Result<Self, ()> {
        bits::make_uv(self.0).map(Self).ok_or(())
    }

    /// Whether this is not [`INVALID`](Self::INVALID).
    ///
    /// Zig: `bun.FD.isValid`.
    #[doc(alias = "isValid")]
    #[must_use]
    pub const fn is_valid(self) -> bool {
        self.0 != Self::INVALID.0
    }

    /// This descriptor, or `None` when it is [`INVALID`](Self::INVALID).
    ///
    /// Zig: `bun.FD.unwrapValid`.
    #[doc(alias = "unwrapValid")]
    #[must_use]
    pub const fn unwrap_valid(self) -> Option<Self> {
        if self.is_valid() { Some(self) } else { None }
    }

    /// Which of the three standard descriptors this is.
    ///
    /// Zig: `bun.FD.stdioTag`.
    #[doc(alias = "stdioTag")]
    #[must_use]
    pub fn stdio_tag(self) -> Option<Stdio> {
        Stdio::from_int(bits::stdio(self.0)?)
    }

    /// Closes the descriptor; the standard three are left open. See [`close`](close()).
    ///
    /// Zig: `bun.FD.close`.
    ///
    /// # Panics
    ///
    /// In debug builds, when the descriptor is not open: something closed it twice.
    pub fn close(self) {
        let result = close(self);
        debug_assert!(result.is_ok(), "{self} was not open");
    }
}

impl Stdio {
    /// The one with this number.
    ///
    /// Zig: `Stdio.fromInt`.
    #[doc(alias = "fromInt")]
    #[must_use]
    pub const fn from_int(number: i32) -> Option<Self> {
        match number {
            0 => Some(Self::StdIn),
            1 => Some(Self::StdOut),
            2 => Some(Self::StdErr),
            _ => None,
        }
    }

    /// The number.
    ///
    /// Zig: `bun.FD.Stdio.toInt`.
    #[doc(alias = "toInt")]
    #[must_use]
    pub const fn to_int(self) -> i32 {
        self as i32
    }

    /// The descriptor.
    #[must_use]
    pub const fn fd(self) -> Fd {
        Fd::from_uv(self as i32)
    }
}

/// The number, or `[invalid_fd]`.
impl fmt::Display for Fd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_valid() {
            write!(f, "{}", bits::number(self.0))
        } else {
            f.write_str("[invalid_fd]")
        }
    }
}

impl fmt::Debug for Fd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fd({self})")
    }
}

impl Default for Fd {
    fn default() -> Self {
        Self::INVALID
    }
}

/// Whatever refers to a descriptor: [`Fd`], [`OwnedFd`], [`File`](crate::File),
/// [`Dir`](crate::Dir), and references to them.
///
/// # Examples
///
/// ```
/// use bun_sys::{AsFd, Dir, Fd};
///
/// let dir = Dir::open(b"/")?;
/// assert_eq!((&dir).as_fd(), dir.fd);
/// assert_eq!(Fd::cwd().as_fd(), Fd::cwd());
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub trait AsFd {
    /// The descriptor, still owned by `self`.
    fn as_fd(&self) -> Fd;
}

impl AsFd for Fd {
    fn as_fd(&self) -> Fd {
        *self
    }
}

impl<T: AsFd + ?Sized> AsFd for &T {
    fn as_fd(&self) -> Fd {
        (**self).as_fd()
    }
}

/// Closes `fd` (`close(2)`); the standard three are left open and count as closed.
///
/// Made once, whatever it returns: the descriptor is gone after any answer but `EBADF`, and may be
/// another thread's by the time of a second call.
///
/// Zig: `closeAllowingBadFileDescriptor`.
///
/// # Platforms
///
/// Windows: `CloseHandle`, or `_close` for descriptors of the C runtime.
///
/// # Errors
///
/// `EBADF`, with `fd`, when it is not open. Every other answer of the system is ignored: what must
/// be on the device is [synchronized](crate::fsync) before.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, SystemErrno, close, pipe};
///
/// let [reader, writer] = pipe()?;
/// close(reader)?;
/// close(writer)?;
/// close(Fd::stdout())?;
/// assert_eq!(close(Fd::INVALID).unwrap_err().get_errno(), SystemErrno::EBADF);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "closeAllowingBadFileDescriptor")]
#[inline]
pub fn close(fd: Fd) -> Maybe<()> {
    if fd.stdio_tag().is_some() { Ok(()) } else { close_any(fd) }
}

/// Like [`close`], also for the standard three.
///
/// Zig: `closeAllowingStandardIo`.
///
/// # Errors
///
/// Those of [`close`].
#[doc(alias = "closeAllowingStandardIo")]
#[inline]
pub fn close_any(fd: Fd) -> Maybe<()> {
    match imp::close(fd) {
        Err(SystemErrno::EBADF) => Err(on_fd(fd, Tag::close)(SystemErrno::EBADF)),
        _ => Ok(()),
    }
}

/// A descriptor that is closed when this is dropped.
///
/// [`Fd::cwd`] and the standard three are never closed.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{O, OwnedFd, fstat, open};
///
/// let fd = OwnedFd::new(open(zstr!("/"), O::RDONLY | O::CLOEXEC, 0)?);
/// assert!(fstat(fd.fd())?.kind().is_directory());
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct OwnedFd(Fd);

/// Forwards to [`OwnedFd`].
pub type CloseOnDrop = OwnedFd;

impl OwnedFd {
    /// Takes over the duty to close `fd`.
    #[must_use]
    pub const fn new(fd: Fd) -> Self {
        Self(fd)
    }

    /// The descriptor, still owned by `self`.
    #[must_use]
    pub const fn fd(&self) -> Fd {
        self.0
    }

    /// Gives the duty to close the descriptor to the caller.
    #[must_use]
    pub fn into_raw(mut self) -> Fd {
        // `drop` runs on what is left, and leaves `INVALID` alone.
        core::mem::replace(&mut self.0, Fd::INVALID)
    }

    /// Closes the descriptor now ([`close`](close())).
    ///
    /// # Errors
    ///
    /// Those of [`close`](close()).
    pub fn close(self) -> Maybe<()> {
        let fd = self.into_raw();
        if owns_nothing(fd) { Ok(()) } else { close(fd) }
    }
}

pub(crate) const fn owns_nothing(fd: Fd) -> bool {
    fd.0 == Fd::INVALID.0 || fd.0 == Fd::cwd().0
}

impl AsFd for OwnedFd {
    fn as_fd(&self) -> Fd {
        self.0
    }
}

impl Drop for OwnedFd {
    fn drop(&mut self) {
        if !owns_nothing(self.0) {
            self.0.close();
        }
    }
}
