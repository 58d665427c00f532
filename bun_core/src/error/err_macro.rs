//! The `err!` macro and what it expands to.

use super::code::code_of;
use super::{Error, registry};

/// A tag and its error, as [`err!`](crate::err!) records it for the name table.
#[doc(hidden)]
#[derive(Copy, Clone, Debug)]
pub struct Tag {
    pub(super) name: &'static str,
    pub(super) error: Error,
}

impl Tag {
    /// Computes the code of a tag.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, error: Error(code_of(name.as_bytes())) }
    }

    /// The error of the tag.
    #[must_use]
    pub const fn error(self) -> Error {
        self.error
    }

    /// Enters the tag at start-up, where there is no linker to collect it.
    pub fn register(self) {
        registry::register(self);
    }
}

/// Names an error: `err!(ENOENT)` or `err!("ENOENT")` is the [`Error`] with that tag.
///
/// A constant expression of two bytes: no table is consulted where it stands. Written as a word,
/// the tag is that word; written as an expression, it is the value of that `&'static str`
/// constant.
///
/// Zig: `error.ENOENT`.
///
/// # Examples
///
/// ```
/// use bun_core::{Error, err};
///
/// const MISSING: Error = err!(ENOENT);
///
/// fn is_missing(error: Error) -> bool {
///     matches!(error, MISSING)
/// }
///
/// assert!(is_missing(err!("ENOENT")));
/// assert_eq!(err!(NoSuchFlavor).name(), "NoSuchFlavor");
/// ```
///
/// The tag must be known to the compiler; a name met at run time goes to [`Error::from_name`].
///
/// ```compile_fail,E0435
/// fn name(tag: &'static str) -> bun_core::Error {
///     bun_core::err!({ tag })
/// }
/// ```
///
/// `err!(from value)` is the error named by a value with a name: of an enum that derives
/// `strum::IntoStaticStr`.
///
/// ```
/// use bun_core::err;
///
/// #[derive(strum::IntoStaticStr)]
/// enum ParseError {
///     UnexpectedToken,
/// }
///
/// assert_eq!(err!(from ParseError::UnexpectedToken), err!(UnexpectedToken));
/// ```
#[macro_export]
macro_rules! err {
    (from $error:expr) => {
        $crate::Error::intern(::core::convert::Into::<&'static str>::into($error))
    };
    ($tag:ident) => {
        $crate::err!(::core::stringify!($tag))
    };
    ($tag:expr) => {{
        const __BUN_CORE_TAG: $crate::__private::Tag = $crate::__private::Tag::new($tag);
        $crate::__register_tag!(__BUN_CORE_TAG);
        __BUN_CORE_TAG.error()
    }};
}
