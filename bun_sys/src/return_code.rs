//! What calls return instead of an error: `-1` and `errno`, a negative number, a code of libuv.

use core::ffi::c_int;

use crate::{E, Error, Maybe, Tag};

/// The number that the last failed call into the C library left for this thread.
///
/// Worth something only right after a call that says it failed.
///
/// Zig: `std.c._errno().*`.
///
/// # Examples
///
/// ```
/// assert!(std::fs::File::open("/no/such/file").is_err());
/// assert!(bun_sys::last_errno() != 0);
/// ```
#[must_use]
pub fn last_errno() -> i32 {
    bun_core::posix::errno()
}

/// What a call returns, and what that says about an error.
///
/// `usize` is what the kernel returns: an error is one of the 4095 largest numbers, negated. All
/// others are what the C library returns: -1 says that the error is in `errno`, which is then read.
///
/// Zig: the argument of `bun.sys.getErrno`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, GetErrno};
///
/// assert_eq!((-2_isize).cast_unsigned().get_errno(), E::ENOENT);
/// assert_eq!(3_i32.get_errno(), E::SUCCESS);
/// ```
pub trait GetErrno: Copy {
    /// The error, or [`E::SUCCESS`].
    #[doc(alias = "getErrno")]
    fn get_errno(self) -> E;
}

/// The error that `rc` says, or [`E::SUCCESS`]; see [`GetErrno`] for what each type means.
///
/// Zig: `bun.sys.getErrno`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, get_errno};
///
/// assert_eq!(get_errno(0_usize.wrapping_sub(13)), E::EACCES);
/// assert_eq!(get_errno(4096_usize), E::SUCCESS);
/// ```
#[doc(alias = "getErrno")]
#[must_use]
pub fn get_errno<T: GetErrno>(rc: T) -> E {
    rc.get_errno()
}

/// The largest number of an error in the kernel's convention.
const RAW_ERRNO_MAX: usize = 4095;

impl GetErrno for usize {
    fn get_errno(self) -> E {
        match self.wrapping_neg() {
            number @ 1..=RAW_ERRNO_MAX => E::from_raw(number as u16),
            _ => E::SUCCESS,
        }
    }
}

macro_rules! c_convention {
    ($($int:ty)*) => {$(
        impl GetErrno for $int {
            fn get_errno(self) -> E {
                // Unsigned types carry the same bits.
                if self == (-1_i8) as $int { last() } else { E::SUCCESS }
            }
        }
    )*};
}

c_convention! { i32 u32 i64 isize }

/// `errno`; a number that is no `u16` becomes the largest, which has no name.
fn last() -> E {
    E::from_raw(u16::try_from(last_errno()).unwrap_or(u16::MAX))
}

/// What functions of libuv return: negative is the number of an error.
///
/// Zig: `bun.windows.libuv.ReturnCode`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, ReturnCode, ReturnCodeExt, Tag, UV_E};
///
/// let failed = ReturnCode(-UV_E::NOENT);
/// assert_eq!(failed.err_enum_e(), Some(E::ENOENT));
/// assert_eq!(ReturnCode(7).to_error(Tag::open), None);
/// assert_eq!(failed.to_result(Tag::open).unwrap_err().syscall, Tag::open);
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ReturnCode(pub c_int);

impl ReturnCode {
    /// The number.
    #[must_use]
    pub const fn int(self) -> c_int {
        self.0
    }
}

/// As [`ReturnCode`], of the functions that return a size.
///
/// Zig: `bun.windows.libuv.ReturnCodeI64`.
///
/// # Examples
///
/// ```
/// use bun_sys::{E, ReturnCodeExt as _, ReturnCodeI64, Tag, UV_E};
///
/// assert_eq!(ReturnCodeI64(1 << 40).to_error(Tag::read), None);
/// assert_eq!(ReturnCodeI64((-UV_E::IO).into()).err_enum_e(), Some(E::EIO));
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ReturnCodeI64(pub i64);

impl ReturnCodeI64 {
    /// The number.
    #[must_use]
    pub const fn int(self) -> i64 {
        self.0
    }
}

/// From what a function of libuv returned to an error.
///
/// A crate that has such a type of its own implements [`uv_code`](Self::uv_code).
///
/// # Examples
///
/// ```
/// use bun_sys::{E, ReturnCodeExt, UV_E};
///
/// #[derive(Clone, Copy)]
/// struct Rc(i32);
///
/// impl ReturnCodeExt for Rc {
///     fn uv_code(self) -> i32 {
///         self.0
///     }
/// }
///
/// assert_eq!(Rc(-UV_E::PERM).err_enum_e(), Some(E::EPERM));
/// assert_eq!(Rc(0).err_enum_e(), None);
/// ```
pub trait ReturnCodeExt: Sized {
    /// What libuv returned, cut to 32 bits without changing its sign.
    fn uv_code(self) -> i32;

    /// The error, or `None` on success.
    ///
    /// Zig: `ReturnCode.errEnum`.
    #[doc(alias = "errEnum")]
    fn err_enum_e(self) -> Option<E> {
        let code = self.uv_code();
        (code < 0).then(|| E::from_uv(code))
    }

    /// The error of the call `syscall_tag`, or `None` on success. The number is the system's, so
    /// [`Error::from_libuv`] is not set.
    ///
    /// Zig: `ReturnCode.toError`.
    #[doc(alias = "toError")]
    fn to_error(self, syscall_tag: Tag) -> Option<Error> {
        self.err_enum_e().map(|errno| Error::from_code(errno, syscall_tag))
    }

    /// Forwards to [`to_error`](Self::to_error).
    #[expect(clippy::wrong_self_convention, reason = "the name in Zig, of a copied value")]
    fn as_err(self, syscall_tag: Tag) -> Option<Error> {
        self.to_error(syscall_tag)
    }

    /// As [`to_error`](Self::to_error), with nothing on success.
    ///
    /// # Errors
    ///
    /// What libuv returned.
    fn to_result(self, syscall_tag: Tag) -> Maybe<()> {
        self.to_error(syscall_tag).map_or(Ok(()), Err)
    }
}

impl ReturnCodeExt for ReturnCode {
    fn uv_code(self) -> i32 {
        self.0
    }
}

impl ReturnCodeExt for ReturnCodeI64 {
    fn uv_code(self) -> i32 {
        self.0.clamp(i32::MIN.into(), i32::MAX.into()) as i32
    }
}

impl ReturnCodeExt for i32 {
    fn uv_code(self) -> i32 {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UV_E;

    #[test]
    fn the_kernels_convention() {
        for number in 1..=4095_u16 {
            assert_eq!(get_errno(usize::from(number).wrapping_neg()), E::from_raw(number));
        }
        for success in [0, 1, 4095, 4096_usize.wrapping_neg(), usize::MAX / 2] {
            assert_eq!(get_errno(success), E::SUCCESS);
        }
    }

    #[test]
    fn the_conventions_of_c_and_libuv() {
        for success in [0, 1, -2, i32::MIN, i32::MAX] {
            assert_eq!(get_errno(success), E::SUCCESS);
            assert_eq!(get_errno(success as isize), E::SUCCESS);
            assert_eq!(get_errno(i64::from(success)), E::SUCCESS);
        }
        assert_eq!(get_errno(u32::MAX - 1), E::SUCCESS);
        assert_eq!((-UV_E::ACCES).err_enum_e(), Some(E::EACCES));
        assert_eq!(ReturnCodeI64(-i64::from(UV_E::PIPE)).err_enum_e(), Some(E::EPIPE));
        assert_eq!(ReturnCodeI64(i64::MAX).as_err(Tag::read), None);
        assert_eq!(ReturnCodeI64(i64::MIN).as_err(Tag::read).map(|e| e.errno), Some(u16::MAX));
        assert_eq!((ReturnCode(0).int(), ReturnCodeI64(-1).int()), (0, -1));
        assert!(0.to_result(Tag::read).is_ok());
    }

    // Sets `errno` through the C library; Miri has no such call.
    #[cfg(not(miri))]
    #[test]
    fn the_number_of_the_last_call() {
        assert!(std::env::set_current_dir("/no/such/directory").is_err());
        let errno = E::from_raw(u16::try_from(last_errno()).expect("a small number"));
        assert_ne!(errno, E::SUCCESS);
        assert_eq!((get_errno(-1_i32), get_errno(-1_i64)), (errno, errno));
        assert_eq!((get_errno(-1_isize), get_errno(u32::MAX)), (errno, errno));
    }
}
