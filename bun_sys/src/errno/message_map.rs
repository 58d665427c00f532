//! The two tables of messages, under the names they have in Zig.

/// What the coreutils say of an error: `No such file or directory`.
///
/// Zig: `bun.sys.coreutils_error_map`.
pub mod coreutils_error_map {
    use crate::SystemErrno;

    /// The message; `unknown error` for a named number that the table lacks, `None` for one
    /// without a name.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{E, coreutils_error_map};
    ///
    /// assert_eq!(coreutils_error_map::get(E::PERM), Some("Operation not permitted"));
    /// assert_eq!(coreutils_error_map::get(E::from_raw(999)), None);
    /// ```
    #[must_use]
    pub fn get(errno: SystemErrno) -> Option<&'static str> {
        errno.name().map(|_| errno.message())
    }
}

/// What libuv, and so Node, says of an error: `no such file or directory`.
///
/// Zig: `bun.sys.libuv_error_map`.
pub mod libuv_error_map {
    use crate::SystemErrno;

    /// The message; `unknown error` for a named number that the table lacks, `None` for one
    /// without a name.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{E, libuv_error_map};
    ///
    /// assert_eq!(libuv_error_map::get(E::EXIST), Some("file already exists"));
    /// assert_eq!(libuv_error_map::get(E::from_raw(999)), None);
    /// ```
    #[must_use]
    pub fn get(errno: SystemErrno) -> Option<&'static str> {
        errno.name().map(|_| errno.libuv_message())
    }
}
