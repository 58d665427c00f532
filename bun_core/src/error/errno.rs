//! From a number of the system to the error of that name.
//!
//! The numbers differ between systems and their table is `bun_sys`'s, which is above this crate. It
//! fills [`ERRNO_NAMES`] by being linked; until then every number is `Unexpected`.

use core::sync::atomic::{AtomicU16, Ordering};

use super::Error;
use crate::dispatch::Hook;

/// What a table of error numbers answers. See [`Error::from_errno`].
#[derive(Copy, Clone, Debug)]
pub struct ErrnoNames {
    /// The name of a number, such as `ENOENT`. `None` for zero and for numbers without a name.
    pub name: fn(i32) -> Option<&'static str>,
    /// What the coreutils say of a number, such as `No such file or directory`.
    pub message: fn(i32) -> Option<&'static str>,
}

/// The table of the program.
pub static ERRNO_NAMES: Hook<ErrnoNames> = Hook::new();

/// The codes of the numbers met so far; zero for the others.
static KNOWN: [AtomicU16; 256] = [const { AtomicU16::new(0) }; 256];

/// Returns the error of a number, if the program has a table and that a name for it.
pub(super) fn find(errno: i32) -> Option<Error> {
    let known = usize::try_from(errno).ok().and_then(|index| KNOWN.get(index));
    // Relaxed: the code alone is the message, and its name is published by the registry.
    if let Some(error) = known.and_then(|known| Error::from_u16(known.load(Ordering::Relaxed))) {
        return Some(error);
    }
    let error = Error::intern((ERRNO_NAMES.get()?.name)(errno)?);
    if let Some(known) = known {
        known.store(error.as_u16(), Ordering::Relaxed);
    }
    Some(error)
}

impl Error {
    /// Returns the error named after a number of the system: `ENOENT` for 2.
    ///
    /// [`Error::UNEXPECTED`] for zero, for a number without a name, and in a program that does not
    /// link `bun_sys`, which has the table. O(1) from the second time on.
    ///
    /// Zig: `bun.errnoToZigErr`.
    ///
    /// # Examples
    ///
    /// ```standalone_crate
    /// use bun_core::{Error, err};
    ///
    /// fn name(errno: i32) -> Option<&'static str> {
    ///     (errno == 2).then_some("ENOENT")
    /// }
    ///
    /// // As `bun_sys` does it.
    /// bun_core::link_impl_ErrnoNames! {
    ///     Sys for () => |_this| {
    ///         name(errno) => name(errno),
    ///     }
    /// }
    ///
    /// # fn main() {
    /// assert_eq!(Error::from_errno(2), err!(ENOENT));
    /// assert_eq!(Error::from_errno(0), Error::UNEXPECTED);
    /// # }
    /// ```
    #[doc(alias = "errnoToZigErr")]
    #[must_use]
    pub fn from_errno(errno: i32) -> Self {
        find(errno).unwrap_or(Self::UNEXPECTED)
    }
}

/// As [`Error::from_errno`].
///
/// Zig: `bun.errnoToZigErr`.
#[doc(alias = "errnoToZigErr")]
#[must_use]
pub fn errno_to_zig_err(errno: i32) -> Error {
    Error::from_errno(errno)
}

/// Makes a table of error numbers the program's: one crate, `bun_sys`, writes this once.
///
/// `name(n)` returns an `Option<&'static str>`, and so does `message(n)`, which may be left out.
/// `max_dense()` is accepted and not needed: nothing is sized by it. The rest of the form says that
/// the implementer has no state.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_core::{coreutils_error_map, err, errno_to_zig_err};
///
/// bun_core::link_impl_ErrnoNames! {
///     Sys for () => |_this| {
///         name(errno) => (errno == 13).then_some("EACCES"),
///         message(errno) => (errno == 13).then_some("Permission denied"),
///     }
/// }
///
/// # fn main() {
/// assert_eq!(errno_to_zig_err(13), err!(EACCES));
/// assert_eq!(coreutils_error_map::get(13), Some("Permission denied"));
/// # }
/// ```
#[macro_export]
macro_rules! link_impl_ErrnoNames {
    ($owner:ident for () => |$this:ident| {
        name($name_errno:ident) => $name:expr
        $(, message($message_errno:ident) => $message:expr)?
        $(, max_dense() => $max_dense:expr)?
        $(,)?
    }) => {
        $crate::link_hook!($crate::__private::ERRNO_NAMES: $crate::__private::ErrnoNames = {
            // Names that the caller's expressions cannot mean.
            fn __bun_errno_name($name_errno: i32) -> ::core::option::Option<&'static str> {
                $name
            }
            fn __bun_errno_message(errno: i32) -> ::core::option::Option<&'static str> {
                let _ = errno;
                $(
                    let $message_errno = errno;
                    return $message;
                )?
                #[expect(unreachable_code, reason = "reached when there is no `message`")]
                ::core::option::Option::None
            }
            $crate::__private::ErrnoNames {
                name: __bun_errno_name,
                message: __bun_errno_message,
            }
        });
    };
}
