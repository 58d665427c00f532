//! Numbers.

use core::ffi::c_int;

use crate::{Mode, flags};

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

/// What a [`Mode`] says: [`bun_sys::S`](crate::S), and who may do what.
///
/// Zig: `std.posix.S`.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::S;
///
/// assert_eq!(S::IRWXU | S::IRWXG | S::IRWXO, 0o777);
/// assert!(S::ISREG(S::IFREG | S::IRUSR));
/// ```
pub mod S {
    use crate::Mode;

    pub use crate::flags::S::{
        IFBLK, IFCHR, IFDIR, IFIFO, IFLNK, IFMT, IFREG, IFSOCK, ISBLK, ISCHR, ISDIR, ISFIFO, ISLNK,
        ISREG, ISSOCK,
    };

    /// The owner may read, write and execute.
    pub const IRWXU: Mode = 0o700;
    /// The owner may read.
    pub const IRUSR: Mode = 0o400;
    /// The owner may write.
    pub const IWUSR: Mode = 0o200;
    /// The owner may execute.
    pub const IXUSR: Mode = 0o100;
    /// The group may read, write and execute.
    pub const IRWXG: Mode = 0o070;
    /// The group may read.
    pub const IRGRP: Mode = 0o040;
    /// The group may write.
    pub const IWGRP: Mode = 0o020;
    /// The group may execute.
    pub const IXGRP: Mode = 0o010;
    /// The others may read, write and execute.
    pub const IRWXO: Mode = 0o007;
    /// The others may read.
    pub const IROTH: Mode = 0o004;
    /// The others may write.
    pub const IWOTH: Mode = 0o002;
    /// The others may execute.
    pub const IXOTH: Mode = 0o001;
    /// Executed as its owner.
    pub const ISUID: Mode = 0o4000;
    /// Executed as its group.
    pub const ISGID: Mode = 0o2000;
    /// Only owners remove entries.
    pub const ISVTX: Mode = 0o1000;
}

/// Whether it is a regular file.
#[must_use]
pub const fn s_isreg(mode: Mode) -> bool {
    flags::S::ISREG(mode)
}

/// Whether it is a directory.
#[must_use]
pub const fn s_isdir(mode: Mode) -> bool {
    flags::S::ISDIR(mode)
}

/// Whether it is a symbolic link.
#[must_use]
pub const fn s_islnk(mode: Mode) -> bool {
    flags::S::ISLNK(mode)
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
