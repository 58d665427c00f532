//! `SystemErrno`: what a system call says when it fails.
//!
//! A number with names, not an enum: the kernel may return a number that no table has, and then
//! that number is still what is reported. Every system has a table of its own in a file of its own;
//! there is one type, so that a number of one table is never compared with one of another.

use core::fmt;

use bun_core::Error as NamedError;

/// Defines the constants and the table of one system.
///
/// A row is a number, its name, what the shell says, what Node says; `_` for a message that the
/// table lacks. The constants become those of [`SystemErrno`]; an attribute in front of the rows
/// becomes that of the constants, for a table that is tested on other systems too.
macro_rules! errno_table {
    (@text _) => { "" };
    (@text $text:literal) => { $text };
    ($(#[$meta:meta])? max $max:literal; $($number:literal $name:ident, $shell:tt, $node:tt;)*) => {
        $(#[$meta])?
        use super::SystemErrno;

        $(#[$meta])?
        impl SystemErrno {
            /// One more than the largest number with a name.
            pub const MAX: u16 = $max;

            $(
                #[doc = concat!("Number ", stringify!($number), ": ", errno_table!(@text $shell))]
                pub const $name: Self = Self($number);
            )*
        }

        /// Indexed by number.
        pub(super) const TABLE: &[super::Row; $max] = &[
            super::Row { name: "", shell: "", node: "" },
            $(super::Row {
                name: stringify!($name),
                shell: errno_table!(@text $shell),
                node: errno_table!(@text $node),
            }),*
        ];

        const _: () = {
            let mut number = 1;
            $(
                assert!($number == number, "a number is missing or out of order");
                number += 1;
            )*
            assert!(number == $max);
        };
    };
}

#[cfg(any(test, target_os = "macos"))]
mod darwin;
#[cfg(target_os = "macos")]
mod darwin_names;
#[cfg(any(target_os = "linux", windows))]
#[macro_use]
mod linux_rows;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(any(target_os = "linux", windows))]
mod linux_names;
mod message_map;
mod short_name;
#[cfg(test)]
mod tests;
mod win32;
#[cfg(windows)]
mod windows;

use short_name::short_names;

pub use message_map::{coreutils_error_map, libuv_error_map};

#[cfg(target_os = "macos")]
use darwin::TABLE;
#[cfg(target_os = "linux")]
use linux::TABLE;
#[cfg(windows)]
use windows::TABLE;

/// What is known of one number.
struct Row {
    name: &'static str,
    /// As `strerror` and the coreutils say it.
    shell: &'static str,
    /// As libuv, and so Node, says it.
    node: &'static str,
}

/// What a message table says of a number it does not have.
const UNKNOWN: &str = "unknown error";

/// The number of an error, as the kernel gives it.
///
/// Every `u16` is a value; those without a name print as `UNKNOWN`.
///
/// Zig: `bun.sys.SystemErrno`.
///
/// # Examples
///
/// ```
/// use bun_sys::SystemErrno;
///
/// let errno = SystemErrno::ENOENT;
/// assert_eq!(errno.name(), Some("ENOENT"));
/// assert_eq!(errno.message(), "No such file or directory");
/// assert_eq!(SystemErrno::init(-2), Some(errno));
/// assert_eq!(SystemErrno::from_raw(4000).name(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct SystemErrno(u16);

/// See [`SystemErrno`]; the names may be written without their `E`, as in Zig.
///
/// Zig: `bun.sys.E`, `std.posix.E`.
///
/// # Examples
///
/// ```
/// use bun_sys::E;
///
/// assert_eq!(E::NOENT, E::ENOENT);
/// assert!(matches!(E::from_raw(2), E::NOENT));
/// ```
pub type E = SystemErrno;

/// Zig: `std.posix.E`.
pub type Errno = SystemErrno;

impl SystemErrno {
    /// No error.
    pub const SUCCESS: Self = Self(0);

    /// The error with this number, which need not have a name.
    #[must_use]
    pub const fn from_raw(number: u16) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn raw(self) -> u16 {
        self.0
    }

    /// The error with this number or its negative, if it is success or has a name.
    ///
    /// Zig: `SystemErrno.init`.
    #[must_use]
    pub const fn init(code: i64) -> Option<Self> {
        let number = code.unsigned_abs();
        if number < Self::MAX as u64 { Some(Self(number as u16)) } else { None }
    }

    /// The name, such as `ENOENT`; `None` for success and for numbers without one.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self.row() {
            Some(row) => Some(row.name),
            None => None,
        }
    }

    /// The error as ported code that tells the two enumerations apart calls it. There is one type.
    #[must_use]
    pub const fn to_e(self) -> E {
        self
    }

    /// The error of that name, as ported code passes it on; `Unexpected` for a number without one.
    ///
    /// Zig: `bun.errnoToZigErr`.
    #[must_use]
    pub fn to_error(self) -> NamedError {
        self.into()
    }

    /// What the coreutils say; `unknown error` for a number that their table lacks.
    ///
    /// Zig: `coreutils_error_map`.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self.row() {
            Some(row) if !row.shell.is_empty() => row.shell,
            _ => UNKNOWN,
        }
    }

    /// What Node says.
    ///
    /// Zig: `libuv_error_map`.
    #[must_use]
    pub const fn libuv_message(self) -> &'static str {
        match self.row() {
            Some(row) if !row.node.is_empty() => row.node,
            _ => UNKNOWN,
        }
    }

    /// The error with this name, such as `ENOENT`; for tables that are made while compiling.
    pub(crate) const fn by_name(name: &str) -> Option<Self> {
        let mut number = 1;
        while number < TABLE.len() {
            if is_equal(TABLE[number].name, name) {
                return Some(Self(number as u16));
            }
            number += 1;
        }
        None
    }

    const fn row(self) -> Option<&'static Row> {
        if self.0 == 0 || self.0 >= Self::MAX { None } else { Some(&TABLE[self.0 as usize]) }
    }
}

impl fmt::Display for SystemErrno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((*self).into())
    }
}

impl fmt::Debug for SystemErrno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "SystemErrno({})", self.0),
        }
    }
}

/// The name, or `UNKNOWN`.
impl From<SystemErrno> for &'static str {
    fn from(errno: SystemErrno) -> Self {
        errno.name().unwrap_or("UNKNOWN")
    }
}

/// By name; a number without one is `Unexpected`.
///
/// Zig: `bun.errnoToZigErr`.
impl From<SystemErrno> for NamedError {
    fn from(errno: SystemErrno) -> Self {
        errno.name().map_or(Self::UNEXPECTED, Self::from_name)
    }
}

const fn is_equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}
