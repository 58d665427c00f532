//! From what a call returned to an error with what it was called on.

use crate::{E, Error, Fd, GetErrno, Tag};

impl Error {
    /// The error of the call `tag` that returned `rc`, or `None` when it succeeded.
    ///
    /// Zig: `Maybe(T).errnoSys`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{E, Error, Fd, Tag};
    ///
    /// let failed = 0_usize.wrapping_sub(2);
    /// let error = Error::errno_sys_fp(failed, Tag::open, Fd::cwd(), b"a").unwrap();
    /// assert_eq!((error.get_errno(), error.fd, &*error.path), (E::ENOENT, Fd::cwd(), &b"a"[..]));
    /// assert_eq!(Error::errno_sys(3_usize, Tag::open), None);
    /// ```
    #[doc(alias = "errnoSys")]
    #[must_use]
    pub fn errno_sys<R: GetErrno>(rc: R, tag: Tag) -> Option<Self> {
        match rc.get_errno() {
            E::SUCCESS => None,
            errno => Some(Self::from_code(errno, tag)),
        }
    }

    /// As [`errno_sys`](Self::errno_sys), with the descriptor.
    ///
    /// Zig: `Maybe(T).errnoSysFd`.
    #[doc(alias = "errnoSysFd")]
    #[must_use]
    pub fn errno_sys_fd<R: GetErrno>(rc: R, tag: Tag, fd: Fd) -> Option<Self> {
        Self::errno_sys(rc, tag).map(|error| Self { fd, ..error })
    }

    /// As [`errno_sys`](Self::errno_sys), with a copy of the path.
    ///
    /// Zig: `Maybe(T).errnoSysP`.
    #[doc(alias = "errnoSysP")]
    #[must_use]
    pub fn errno_sys_p<R: GetErrno>(rc: R, tag: Tag, path: &[u8]) -> Option<Self> {
        Self::errno_sys(rc, tag).map(|error| error.with_path(path))
    }

    /// As [`errno_sys`](Self::errno_sys), with the descriptor and a copy of the path.
    ///
    /// Zig: `Maybe(T).errnoSysFP`.
    #[doc(alias = "errnoSysFP")]
    #[must_use]
    pub fn errno_sys_fp<R: GetErrno>(rc: R, tag: Tag, fd: Fd, path: &[u8]) -> Option<Self> {
        Self::errno_sys_p(rc, tag, path).map(|error| Self { fd, ..error })
    }

    /// As [`errno_sys`](Self::errno_sys), with copies of both paths.
    ///
    /// Zig: `Maybe(T).errnoSysPD`.
    #[doc(alias = "errnoSysPD")]
    #[must_use]
    pub fn errno_sys_pd<R: GetErrno>(rc: R, tag: Tag, path: &[u8], dest: &[u8]) -> Option<Self> {
        Self::errno_sys(rc, tag).map(|error| error.with_path_dest(path, dest))
    }
}
