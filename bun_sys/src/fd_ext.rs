//! `FdExt`: what ported code does with descriptors through a trait, and the names it needs for
//! descriptors that libuv owns on Windows.

use crate::{Error, Fd, Maybe, SystemErrno, Tag, close, delete_tree_at, mkdir_recursive_at};

/// What [`FdExt::make_lib_uv_owned_for_syscall`] does with a descriptor that libuv does not take.
///
/// Zig: `bun.FD.ErrorCase`.
///
/// # Examples
///
/// ```
/// use bun_sys::{ErrorCase, FdExt as _, OwnedFd, Tag, pipe};
///
/// let [reader, _writer] = pipe()?.map(OwnedFd::new);
/// let owned = reader.into_raw().make_lib_uv_owned_for_syscall(Tag::pipe, ErrorCase::CloseOnFail)?;
/// assert!(owned.uv() >= 0);
/// drop(OwnedFd::new(owned));
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorCase {
    /// It is closed.
    CloseOnFail,
    /// It stays open, and the caller's.
    LeakFdOnFail,
}

/// libuv has no room for another descriptor.
///
/// Zig: `error.SystemFdQuotaExceeded`.
///
/// # Examples
///
/// ```
/// use bun_sys::MakeLibUvOwnedError;
///
/// assert_eq!(MakeLibUvOwnedError.to_string(), "SystemFdQuotaExceeded");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MakeLibUvOwnedError;

impl core::fmt::Display for MakeLibUvOwnedError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SystemFdQuotaExceeded")
    }
}

impl core::error::Error for MakeLibUvOwnedError {}

/// Which table the number of a descriptor is of. POSIX systems have one.
///
/// Zig: `bun.FD.Kind`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, FdKind};
///
/// let kind = if cfg!(windows) { FdKind::Uv } else { FdKind::System };
/// assert_eq!(Fd::from_uv(3).kind(), kind);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum FdKind {
    /// The system's.
    System = 0,
    /// libuv's, on Windows only.
    Uv = 1,
}

/// What is done to descriptors.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, FdExt as _, pipe};
///
/// let [reader, writer] = pipe()?;
/// FdExt::close(reader);
/// assert!(writer.close_allowing_bad_file_descriptor(None).is_none());
///
/// # let base = std::env::temp_dir().join(format!("bun_sys-fd_ext-{}", std::process::id()));
/// # let base = base.to_str().unwrap();
/// Fd::cwd().make_path_u8(format!("{base}/a/b").as_bytes())?;
/// assert_eq!(Fd::cwd().delete_tree(base.as_bytes()), Ok(()));
/// # use bun_sys::FdExt;
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub trait FdExt: Copy + Sized {
    /// Closes the descriptor; the standard three are left open.
    ///
    /// # Panics
    ///
    /// In debug builds, when the descriptor is not open: something closed it twice.
    fn close(self);

    /// Closes the descriptor ([`close`](close())); the standard three are left open. The error when
    /// it was not open; every other answer of the system is ignored. The address, of whoever asked,
    /// is for messages.
    ///
    /// Zig: `bun.FD.closeAllowingBadFileDescriptor`.
    #[doc(alias = "closeAllowingBadFileDescriptor")]
    fn close_allowing_bad_file_descriptor(self, return_address: Option<usize>) -> Option<Error>;

    /// Closes the descriptor, even one of the standard three ([`close_any`](crate::close_any));
    /// otherwise as above.
    ///
    /// Zig: `bun.FD.closeAllowingStandardIo`.
    #[doc(alias = "closeAllowingStandardIo")]
    fn close_allowing_standard_io(self, return_address: Option<usize>) -> Option<Error>;

    /// The descriptor as libuv's ([`Fd::make_libuv_owned`]). POSIX systems have one kind: this one.
    ///
    /// Zig: `bun.FD.makeLibUVOwned`.
    ///
    /// # Errors
    ///
    /// On Windows, when libuv has no room.
    #[doc(alias = "makeLibUVOwned")]
    fn make_lib_uv_owned(self) -> Result<Fd, MakeLibUvOwnedError>;

    /// Like [`make_lib_uv_owned`](Self::make_lib_uv_owned), as a part of the system call `syscall`.
    ///
    /// Zig: `bun.FD.makeLibUVOwnedForSyscall`.
    ///
    /// # Errors
    ///
    /// `EMFILE` of `syscall`, on Windows; what happens to the descriptor then is `error_case`.
    #[doc(alias = "makeLibUVOwnedForSyscall")]
    fn make_lib_uv_owned_for_syscall(self, syscall: Tag, error_case: ErrorCase) -> Maybe<Fd>;

    /// [`delete_tree_at`] below this directory.
    ///
    /// # Errors
    ///
    /// Those of [`delete_tree_at`], by name.
    #[doc(alias = "deleteTree")]
    fn delete_tree(self, sub_path: &[u8]) -> Result<(), bun_core::Error>;

    /// [`mkdir_recursive_at`] below this directory.
    ///
    /// # Errors
    ///
    /// Those of [`mkdir_recursive_at`].
    fn make_path_u8(self, sub_path: &[u8]) -> Maybe<()>;
}

impl FdExt for Fd {
    fn close(self) {
        Self::close(self);
    }

    fn close_allowing_bad_file_descriptor(self, _return_address: Option<usize>) -> Option<Error> {
        close(self).err()
    }

    fn close_allowing_standard_io(self, _return_address: Option<usize>) -> Option<Error> {
        crate::fd::close_any(self).err()
    }

    fn make_lib_uv_owned(self) -> Result<Fd, MakeLibUvOwnedError> {
        self.make_libuv_owned().map_err(|()| MakeLibUvOwnedError)
    }

    fn make_lib_uv_owned_for_syscall(self, syscall: Tag, error_case: ErrorCase) -> Maybe<Fd> {
        self.make_lib_uv_owned().map_err(|MakeLibUvOwnedError| {
            if error_case == ErrorCase::CloseOnFail {
                self.close();
            }
            Error::from_code(SystemErrno::EMFILE, syscall)
        })
    }

    fn delete_tree(self, sub_path: &[u8]) -> Result<(), bun_core::Error> {
        Ok(delete_tree_at(self, sub_path)?)
    }

    fn make_path_u8(self, sub_path: &[u8]) -> Maybe<()> {
        mkdir_recursive_at(self, sub_path)
    }
}

/// A descriptor that may have been given away: on Windows, where libuv takes them over.
///
/// On POSIX systems Zig has a plain descriptor here. This one always knows.
///
/// Zig: `bun.MovableIfWindowsFd`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, MovableIfWindowsFd};
///
/// let mut fd = MovableIfWindowsFd::new(Fd::stdin());
/// assert!(fd.is_owned());
/// assert_eq!((fd.take(), fd.take()), (Some(Fd::stdin()), None));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct MovableIfWindowsFd(Fd);

impl MovableIfWindowsFd {
    /// Holds `fd`.
    #[must_use]
    pub const fn new(fd: Fd) -> Self {
        Self(fd)
    }

    /// The descriptor, unless it was taken.
    #[must_use]
    pub const fn get(self) -> Option<Fd> {
        self.0.unwrap_valid()
    }

    /// Whether there is a descriptor.
    #[must_use]
    pub const fn is_owned(self) -> bool {
        self.0.is_valid()
    }

    /// Takes the descriptor out.
    pub const fn take(&mut self) -> Option<Fd> {
        core::mem::replace(&mut self.0, Fd::INVALID).unwrap_valid()
    }

    /// Closes the descriptor, unless it was taken.
    pub fn close(&mut self) {
        if let Some(fd) = self.take() {
            fd.close();
        }
    }
}
