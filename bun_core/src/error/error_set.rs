//! Conversions between an error enum and [`Error`](crate::Error), one line a type.
//!
//! An enum is the better type where the caller should handle each case; `Error` where it only
//! passes through. Rejected: one `impl<E: Into<&'static str>> From<E> for Error`, which would take
//! plain strings as errors and forbid every conversion that is written by hand.

/// Turns enums whose variants convert into their names into [`Error`](crate::Error)s.
///
/// Each type needs `Into<&'static str>`, which `strum::IntoStaticStr` derives. The resulting error
/// equals `err!` of the same name. A variant whose name no `err!` of the program mentions takes its
/// code when it is first converted, as [`Error::intern`](crate::Error::intern) says.
///
/// Zig: the coercion of an error set to `anyerror`.
///
/// # Examples
///
/// ```
/// use bun_core::{Error, err, named_error_set};
///
/// #[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
/// enum OpenError {
///     #[error("the file does not exist")]
///     FileNotFound,
///     #[error("out of memory")]
///     OutOfMemory,
/// }
/// named_error_set!(OpenError);
///
/// fn open() -> Result<(), Error> {
///     Err(OpenError::FileNotFound)?
/// }
///
/// assert_eq!(open(), Err(err!(FileNotFound)));
/// assert_eq!(Error::from(OpenError::OutOfMemory), Error::OUT_OF_MEMORY);
/// ```
///
/// A type without names does not convert:
///
/// ```compile_fail,E0277
/// struct Unnamed;
/// bun_core::named_error_set!(Unnamed);
/// ```
#[macro_export]
macro_rules! named_error_set {
    ($($error:ty),+ $(,)?) => {$(
        impl ::core::convert::From<$error> for $crate::Error {
            #[inline]
            fn from(error: $error) -> Self {
                $crate::Error::intern(::core::convert::Into::<&'static str>::into(error))
            }
        }
    )+};
}

/// [`named_error_set!`](crate::named_error_set!) by the name of what it implements.
///
/// # Examples
///
/// ```
/// #[derive(strum::IntoStaticStr)]
/// enum ParseError {
///     UnexpectedToken,
/// }
/// bun_core::impl_from_error!(ParseError);
///
/// let error = bun_core::Error::from(ParseError::UnexpectedToken);
/// assert_eq!(error, bun_core::err!(UnexpectedToken));
/// ```
#[macro_export]
macro_rules! impl_from_error {
    ($($error:ty),+ $(,)?) => {
        $crate::named_error_set!($($error),+);
    };
}

/// Implements `Display`, as the name of the variant, and `core::error::Error` for enums.
///
/// Each type needs `Debug`, and `From<&Self> for &'static str`, which `strum::IntoStaticStr`
/// derives. For text of your own use `thiserror`.
///
/// # Examples
///
/// ```
/// #[derive(Debug, strum::IntoStaticStr)]
/// enum ServerNameError {
///     FailedToAddServerName,
/// }
/// bun_core::impl_tag_error!(ServerNameError);
/// bun_core::named_error_set!(ServerNameError);
///
/// let error: Box<dyn core::error::Error> = Box::new(ServerNameError::FailedToAddServerName);
/// assert_eq!(error.to_string(), "FailedToAddServerName");
/// ```
#[macro_export]
macro_rules! impl_tag_error {
    ($($error:ty),+ $(,)?) => {$(
        impl ::core::fmt::Display for $error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(::core::convert::Into::<&'static str>::into(self))
            }
        }

        impl ::core::error::Error for $error {}
    )+};
}
