//! Numbers.

use core::ffi::c_int;

use crate::Mode;

/// Families of addresses.
///
/// Zig: `std.posix.AF`.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::AF;
///
/// assert_ne!(AF::INET, AF::INET6);
/// ```
pub mod AF {
    use core::ffi::c_int;

    /// None.
    pub const UNSPEC: c_int = libc::AF_UNSPEC;
    /// IPv4.
    pub const INET: c_int = libc::AF_INET;
    /// IPv6.
    pub const INET6: c_int = libc::AF_INET6;
    /// Names of files.
    pub const UNIX: c_int = libc::AF_UNIX;
}

pub use crate::flags::S;

/// Whether it is a regular file.
#[must_use]
pub const fn s_isreg(mode: Mode) -> bool {
    S::ISREG(mode)
}

/// Whether it is a directory.
#[must_use]
pub const fn s_isdir(mode: Mode) -> bool {
    S::ISDIR(mode)
}

/// Whether it is a symbolic link.
#[must_use]
pub const fn s_islnk(mode: Mode) -> bool {
    S::ISLNK(mode)
}

/// For [`access`](crate::access): the file exists.
pub const F_OK: c_int = libc::F_OK;
/// For [`access`](crate::access): the file may be executed.
pub const X_OK: c_int = libc::X_OK;
/// For [`access`](crate::access): the file may be written.
pub const W_OK: c_int = libc::W_OK;
/// For [`access`](crate::access): the file may be read.
pub const R_OK: c_int = libc::R_OK;

/// For [`poll`](super::poll): there is something to read.
pub const POLL_IN: i16 = libc::POLLIN;
/// For [`poll`](super::poll): there is room to write.
pub const POLL_OUT: i16 = libc::POLLOUT;
/// For [`poll`](super::poll): something went wrong; always reported.
pub const POLL_ERR: i16 = libc::POLLERR;
/// For [`poll`](super::poll): the other side is gone; always reported.
pub const POLL_HUP: i16 = libc::POLLHUP;

/// How long the text of an address of IPv4 is at most, with its terminator.
pub const INET_ADDRSTRLEN: usize = 16;
/// How long the text of an address of IPv6 is at most, with its terminator.
pub const INET6_ADDRSTRLEN: usize = 46;
