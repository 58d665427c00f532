//! The options of a [`Path`](super::Path), and its error.
//!
//! Values of const parameters are numbers, because stable Rust takes no enums there: a type says
//! `{ Kind::ABS }`.

use core::error::Error as StdError;
use core::fmt;

use crate::sep::{SEP, SEP_POSIX, SEP_WINDOWS};

/// What a path is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Absolute.
    Abs,
    /// Relative.
    Rel,
    /// Unknown; found out by looking.
    Any,
}

impl Kind {
    /// [`Kind::Abs`] as a const parameter.
    pub const ABS: u8 = 0;
    /// [`Kind::Rel`] as a const parameter.
    pub const REL: u8 = 1;
    /// [`Kind::Any`] as a const parameter.
    pub const ANY: u8 = 2;

    /// The kind that a const parameter stands for; all others are [`Kind::Any`].
    #[must_use]
    pub const fn from_u8(value: u8) -> Self {
        match value {
            Self::ABS => Self::Abs,
            Self::REL => Self::Rel,
            _ => Self::Any,
        }
    }
}

/// Which separators a path has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathSeparators {
    /// Those that are put in; new ones are the target's.
    Any,
    /// The target's.
    Auto,
    /// `/`
    Posix,
    /// `\`
    Windows,
}

impl PathSeparators {
    /// [`PathSeparators::Any`] as a const parameter.
    pub const ANY: u8 = 0;
    /// [`PathSeparators::Auto`] as a const parameter.
    pub const AUTO: u8 = 1;
    /// [`PathSeparators::Posix`] as a const parameter.
    pub const POSIX: u8 = 2;
    /// [`PathSeparators::Windows`] as a const parameter.
    pub const WINDOWS: u8 = 3;

    /// The separators that a const parameter stands for; all others are [`PathSeparators::Any`].
    #[must_use]
    pub const fn from_u8(value: u8) -> Self {
        match value {
            Self::AUTO => Self::Auto,
            Self::POSIX => Self::Posix,
            Self::WINDOWS => Self::Windows,
            _ => Self::Any,
        }
    }

    /// The separator that is written.
    #[must_use]
    pub const fn char(self) -> u8 {
        match self {
            Self::Any | Self::Auto => SEP,
            Self::Posix => SEP_POSIX,
            Self::Windows => SEP_WINDOWS,
        }
    }
}

/// What callers believe about lengths. Every length is checked; the belief says whether they look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckLength {
    /// They call [`AssumeOk::assume_ok`].
    AssumeAlwaysLessThanMaxPath,
    /// They handle [`MaxPathExceeded`].
    CheckForGreaterThanMaxPath,
}

impl CheckLength {
    /// [`CheckLength::AssumeAlwaysLessThanMaxPath`] as a const parameter.
    pub const ASSUME: u8 = 0;
    /// [`CheckLength::CheckForGreaterThanMaxPath`] as a const parameter.
    pub const CHECK: u8 = 1;
}

/// A path is longer than the target takes.
///
/// Zig: `error.MaxPathExceeded`.
///
/// # Examples
///
/// ```
/// use bun_paths::{AutoRelPath, MAX_PATH_BYTES};
///
/// let error = AutoRelPath::from(&[b'a'; MAX_PATH_BYTES]).unwrap_err();
/// assert_eq!(error.needed, MAX_PATH_BYTES + 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxPathExceeded {
    /// How many units the path and its terminator have.
    pub needed: usize,
}

/// Forwards to [`MaxPathExceeded`].
pub type Error = MaxPathExceeded;

/// What the methods of a path return.
pub type Result<T> = core::result::Result<T, MaxPathExceeded>;

impl fmt::Display for MaxPathExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MaxPathExceeded: {} units do not fit", self.needed)
    }
}

impl StdError for MaxPathExceeded {}

impl From<MaxPathExceeded> for bun_core::Error {
    fn from(_: MaxPathExceeded) -> Self {
        bun_core::err!(MaxPathExceeded)
    }
}

/// Unwraps a result that cannot be an error, because the path is known to be short.
pub trait AssumeOk<T> {
    /// The value.
    ///
    /// # Panics
    ///
    /// When the path was too long all the same.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_paths::AutoRelPath;
    /// use bun_paths::options::AssumeOk;
    ///
    /// let mut path = AutoRelPath::init();
    /// path.append(b"a").assume_ok();
    /// assert_eq!(path.slice(), b"a");
    /// ```
    fn assume_ok(self) -> T;
}

impl<T> AssumeOk<T> for Result<T> {
    #[track_caller]
    fn assume_ok(self) -> T {
        match self {
            Ok(value) => value,
            Err(error) => unreachable!("{error}, of a path that was assumed to be short"),
        }
    }
}
