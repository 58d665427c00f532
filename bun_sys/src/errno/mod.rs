//! `SystemErrno`: what a system call says when it fails.
//!
//! A number with names, not an enum: the kernel may return a number that no table has, and then
//! that number is still what is reported.

use core::fmt;

use bun_core::Error as NamedError;

/// Defines the constants and the table of one system.
macro_rules! errno_table {
    (@text _) => { "" };
    (@text $text:literal) => { $text };
    (max $max:literal; $($number:literal $name:ident, $shell:tt, $node:tt;)*) => {
        use super::{Row, SystemErrno};

        impl SystemErrno {
            /// One more than the largest number with a name.
            pub const MAX: u16 = $max;

            $(
                #[doc = concat!("Number ", stringify!($number), ": ", errno_table!(@text $shell))]
                pub const $name: Self = Self($number);
            )*
        }

        /// Indexed by number.
        pub(super) const TABLE: &[Row; $max] = &[
            Row { name: "", shell: "", node: "" },
            $(Row {
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

#[cfg(not(windows))]
mod linux;
mod win32;
#[cfg(windows)]
mod windows;

#[cfg(not(windows))]
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

/// Zig: `bun.sys.E`, `std.posix.E`.
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

    /// What `strerror` says.
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

    const fn row(self) -> Option<&'static Row> {
        if self.0 == 0 || self.0 >= Self::MAX { None } else { Some(&TABLE[self.0 as usize]) }
    }
}

impl fmt::Display for SystemErrno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name().unwrap_or("UNKNOWN"))
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

/// By name; a number without one is `Unexpected`.
///
/// Zig: `bun.errnoToZigErr`.
impl From<SystemErrno> for NamedError {
    fn from(errno: SystemErrno) -> Self {
        errno.name().map_or(Self::UNEXPECTED, Self::from_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_a_value() {
        for number in 0..=u16::MAX {
            let errno = SystemErrno::from_raw(number);
            let known = (1..134).contains(&number);
            assert_eq!((errno.raw(), errno.name().is_some()), (number, known));
            assert!(!errno.message().is_empty() && !errno.libuv_message().is_empty());
            let code = i64::from(number);
            let expected = (number < 134).then_some(errno);
            assert_eq!((SystemErrno::init(code), SystemErrno::init(-code)), (expected, expected));
        }
        assert_eq!(SystemErrno::init(i64::MIN), None);
    }

    #[test]
    fn second_names_have_no_message_of_the_shell() {
        for errno in [SystemErrno::EWOULDBLOCK, SystemErrno::EDEADLOCK, SystemErrno::EOPNOTSUPP] {
            assert_eq!(errno.message(), UNKNOWN);
        }
        assert_eq!(SystemErrno::EOPNOTSUPP.name(), Some("ENOTSUP"));
        assert_eq!(SystemErrno::ENOTSUP.libuv_message(), "operation not supported on socket");
        assert_eq!(SystemErrno::EAGAIN.raw(), 11);
        assert_eq!(SystemErrno::EHWPOISON.raw(), 133);
    }

    #[test]
    fn converts_by_name() {
        assert_eq!(NamedError::from(SystemErrno::EACCES).name(), "EACCES");
        assert_eq!(NamedError::from(SystemErrno::from_raw(999)), NamedError::UNEXPECTED);
    }
}
