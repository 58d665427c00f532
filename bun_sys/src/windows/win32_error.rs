//! `Win32Error`: what `GetLastError` returns.

use core::fmt;

use crate::SystemErrno;

/// A code of Win32 or of Winsock. Every number is one.
///
/// Zig: `bun.windows.Win32Error`.
///
/// # Examples
///
/// ```
/// use bun_sys::SystemErrno;
/// use bun_sys::windows::{Win32Error, Win32ErrorExt, Win32ErrorUnwrap};
///
/// let error = Win32Error::FILE_NOT_FOUND;
/// assert_eq!(error.to_system_errno(), Some(SystemErrno::ENOENT));
/// assert_eq!(error.unwrap().unwrap_err().name(), "ENOENT");
/// assert!(Win32Error::SUCCESS.unwrap().is_ok());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Win32Error(pub u32);

impl Win32Error {
    /// No error.
    pub const SUCCESS: Self = Self(0);
    /// There is no such file.
    pub const FILE_NOT_FOUND: Self = Self(2);
    /// There is no such directory on the way.
    pub const PATH_NOT_FOUND: Self = Self(3);
    /// It is not allowed.
    pub const ACCESS_DENIED: Self = Self(5);
    /// The handle is not open.
    pub const INVALID_HANDLE: Self = Self(6);
    /// Somebody else has it open.
    pub const SHARING_VIOLATION: Self = Self(32);
    /// An argument makes no sense.
    pub const INVALID_PARAMETER: Self = Self(87);
    /// The other end is gone.
    pub const BROKEN_PIPE: Self = Self(109);
    /// There is something of that name.
    pub const ALREADY_EXISTS: Self = Self(183);

    /// What the last failed call of Win32 in this thread said.
    #[cfg(windows)]
    #[must_use]
    pub fn get() -> Self {
        Self(crate::backend::imp::last_code())
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> u32 {
        self.0
    }
}

impl fmt::Debug for Win32Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Win32Error({})", self.0)
    }
}

impl fmt::Display for Win32Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Codes of Win32 as the numbers of this crate.
pub trait Win32ErrorExt: Copy {
    /// The number, if there is one for this code.
    ///
    /// Zig: `Win32Error.toSystemErrno`.
    #[doc(alias = "toSystemErrno")]
    #[must_use]
    fn to_system_errno(self) -> Option<SystemErrno>;
}

/// Codes of Win32 as outcomes.
pub trait Win32ErrorUnwrap: Copy {
    /// Nothing for success, otherwise the error by its name.
    ///
    /// Zig: `Win32Error.unwrap`.
    ///
    /// # Errors
    ///
    /// The number of the code by its name, or `Unexpected` when it has none.
    fn unwrap(self) -> Result<(), bun_core::Error>;
}

impl Win32ErrorExt for Win32Error {
    fn to_system_errno(self) -> Option<SystemErrno> {
        SystemErrno::from_win32(self.0)
    }
}

impl Win32ErrorUnwrap for Win32Error {
    fn unwrap(self) -> Result<(), bun_core::Error> {
        if self == Self::SUCCESS {
            return Ok(());
        }
        Err(self.to_system_errno().map_or(bun_core::Error::UNEXPECTED, Into::into))
    }
}
