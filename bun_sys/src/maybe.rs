//! The methods of Zig's `Maybe(T)` that `Result` has under other names.

use crate::{E, Error, Maybe, Tag};

/// The names of Zig's `Maybe(T)` on [`Maybe`].
///
/// | Zig | here |
/// |---|---|
/// | `unwrap()` | `?`, where the function returns [`bun_core::Error`] |
/// | `unwrapOr(x)`, `mapErr(f)`, `isOk()`, `isErr()` | `unwrap_or`, `map_err`, `is_ok`, `is_err` |
/// | `errnoSys(rc, tag)` and its siblings | [`Error::errno_sys`] and its siblings |
/// | `aborted` | [`Error::aborted`] |
///
/// Zig: `bun.sys.Maybe(T)`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, Error, Maybe, MaybeExt, Tag};
///
/// let failed: Maybe<u32> = Maybe::init_err_with_p(E::ENOENT, Tag::open, b"a");
/// assert_eq!(failed.get_errno(), E::ENOENT);
/// assert_eq!(failed.as_err().map(|error| &*error.path), Some(&b"a"[..]));
///
/// let opened: Maybe<u32> = Maybe::init_result(3);
/// assert_eq!((opened.as_value(), opened.get_errno()), (Some(&3), E::SUCCESS));
/// ```
pub trait MaybeExt<T>: Sized {
    /// The failure `error`.
    #[doc(alias = "initErr")]
    fn init_err(error: Error) -> Self;

    /// The failure `errno` of the call `syscall`, with a copy of `path`.
    #[doc(alias = "initErrWithP")]
    fn init_err_with_p(errno: E, syscall: Tag, path: &[u8]) -> Self {
        Self::init_err(Error::from_code(errno, syscall).with_path(path))
    }

    /// The success `value`.
    #[doc(alias = "initResult")]
    fn init_result(value: T) -> Self;

    /// The error, if there is one.
    #[doc(alias = "asErr")]
    fn as_err(&self) -> Option<&Error>;

    /// The value, if there is one.
    #[doc(alias = "asValue")]
    fn as_value(&self) -> Option<&T>;

    /// The number of the error, or [`E::SUCCESS`].
    #[doc(alias = "getErrno")]
    fn get_errno(&self) -> E {
        self.as_err().map_or(E::SUCCESS, Error::get_errno)
    }
}

impl<T> MaybeExt<T> for Maybe<T> {
    fn init_err(error: Error) -> Self {
        Err(error)
    }

    fn init_result(value: T) -> Self {
        Ok(value)
    }

    fn as_err(&self) -> Option<&Error> {
        self.as_ref().err()
    }

    fn as_value(&self) -> Option<&T> {
        self.as_ref().ok()
    }
}
