//! The rules of each platform as a type: `join_z_buf::<platform::Posix>(…)`.
//!
//! | | separates | writes | absolute |
//! |---|---|---|---|
//! | [`Posix`] | `/` | `/` | starts with `/` |
//! | [`Loose`] | `/` and `\` | `/` | as on Windows |
//! | [`Windows`] | `/` and `\` | `\` | starts with a separator, or a drive and a separator |
//! | [`Nt`] | `/` and `\` | `\` | as on Windows; results carry a long-path prefix |
//!
//! [`Auto`] is [`Posix`] or [`Windows`]. The types choose when the program is compiled; the enum
//! [`Platform`] is for code that has the platform as a value.

use bun_core::env;
use bun_str::strings;

use crate::PathChar;
use crate::absolute::{is_absolute_posix_t, is_absolute_windows_t};
use crate::sep::{is_sep_any_t, is_sep_posix_t};

/// A set of path rules, as a value.
///
/// Zig: `bun.path.Platform`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::Platform;
///
/// assert!(Platform::Windows.is_absolute(br"C:\a") && !Platform::Posix.is_absolute(br"C:\a"));
/// assert_eq!(Platform::Loose.separator(), b'/');
/// assert_eq!(Platform::Windows.leading_separator_index(br"C:\a"), Some(2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Platform {
    /// Takes what either platform writes, and writes `/`.
    Loose,
    /// Windows.
    Windows,
    /// Linux, macOS and the other systems with `/` only.
    Posix,
    /// Windows, with long-path prefixes on results of joining.
    Nt,
}

impl Platform {
    /// The target's.
    ///
    /// Zig: `Platform.auto`.
    #[doc(alias = "auto")]
    pub const AUTO: Self = if env::IS_WINDOWS { Self::Windows } else { Self::Posix };

    /// Whether the rules are those of Windows.
    #[must_use]
    #[inline]
    pub const fn is_windows(self) -> bool {
        matches!(self, Self::Windows | Self::Nt)
    }

    /// Whether `path` is absolute; only its first three bytes matter.
    #[doc(alias = "isAbsolute")]
    #[must_use]
    #[inline]
    pub fn is_absolute(self, path: &[u8]) -> bool {
        self.is_absolute_t(path)
    }

    /// [`is_absolute`](Self::is_absolute) for both units.
    #[doc(alias = "isAbsoluteT")]
    #[must_use]
    #[inline]
    pub fn is_absolute_t<T: PathChar>(self, path: &[T]) -> bool {
        match self {
            Self::Posix => is_absolute_posix_t(path),
            Self::Loose | Self::Windows | Self::Nt => is_absolute_windows_t(path),
        }
    }

    /// The separator that is written.
    #[must_use]
    #[inline]
    pub const fn separator(self) -> u8 {
        if self.is_windows() { b'\\' } else { b'/' }
    }

    /// The separator that is written, as a string.
    #[doc(alias = "separatorString")]
    #[must_use]
    pub const fn separator_string(self) -> &'static str {
        if self.is_windows() { "\\" } else { "/" }
    }

    /// `.` and the separator that is written.
    #[doc(alias = "trailingSeparator")]
    #[must_use]
    pub const fn trailing_separator(self) -> [u8; 2] {
        [b'.', self.separator()]
    }

    /// Whether `char` separates components.
    #[doc(alias = "isSeparator")]
    #[must_use]
    #[inline]
    pub fn is_separator(self, char: u8) -> bool {
        self.is_separator_t(char)
    }

    /// [`is_separator`](Self::is_separator) for both units.
    #[doc(alias = "isSeparatorT")]
    #[must_use]
    #[inline]
    pub fn is_separator_t<T: PathChar>(self, unit: T) -> bool {
        match self {
            Self::Posix => is_sep_posix_t(unit),
            Self::Loose | Self::Windows | Self::Nt => is_sep_any_t(unit),
        }
    }

    /// Where the root of `path` ends: the index of its separator, or of the colon of a drive
    /// without one. Drives in upper case only, as in the original.
    #[doc(alias = "leadingSeparatorIndex")]
    #[must_use]
    pub fn leading_separator_index<T: PathChar>(self, path: &[T]) -> Option<usize> {
        match path {
            [first, ..] if self.is_separator_t(*first) => Some(0),
            _ if self == Self::Posix => None,
            [letter, colon, third, ..] if colon.is(b':') && is_upper(*letter) => {
                Some(if is_sep_any_t(*third) { 2 } else { 1 })
            }
            _ => None,
        }
    }
}

fn is_upper<T: PathChar>(unit: T) -> bool {
    (0x41..=0x5a).contains(&unit.as_u32())
}

/// A set of path rules, as a type. Sealed.
pub trait PlatformT: sealed::Sealed + 'static {
    /// The same rules as a value.
    const PLATFORM: Platform;

    /// The separator that is written.
    const SEPARATOR: u8 = Self::PLATFORM.separator();

    /// Whether `unit` separates components.
    #[must_use]
    #[inline]
    fn is_separator<T: PathChar>(unit: T) -> bool {
        Self::PLATFORM.is_separator_t(unit)
    }

    /// Whether `path` is absolute; only its first three units matter.
    #[must_use]
    #[inline]
    fn is_absolute<T: PathChar>(path: &[T]) -> bool {
        Self::PLATFORM.is_absolute_t(path)
    }

    /// The index of the last separator. By loose rules on other systems than Windows only `/`
    /// counts.
    ///
    /// Zig: `lastIndexOfSeparatorPosix` and its siblings.
    #[must_use]
    #[inline]
    fn last_separator(path: &[u8]) -> Option<usize> {
        match Self::PLATFORM {
            Platform::Posix => strings::last_index_of_char(path, b'/'),
            Platform::Loose if !env::IS_WINDOWS => strings::last_index_of_char(path, b'/'),
            _ => path.iter().rposition(|byte| is_sep_any_t(*byte)),
        }
    }
}

/// Linux, macOS and the other systems with `/` only.
///
/// Zig: `bun.path.Platform.posix`.
#[derive(Clone, Copy, Debug)]
pub struct Posix;

/// Takes what either platform writes, and writes `/`.
///
/// Zig: `bun.path.Platform.loose`.
#[derive(Clone, Copy, Debug)]
pub struct Loose;

/// Windows.
///
/// Zig: `bun.path.Platform.windows`.
#[derive(Clone, Copy, Debug)]
pub struct Windows;

/// Windows, with long-path prefixes on absolute results of joining.
///
/// Zig: `bun.path.Platform.nt`.
#[derive(Clone, Copy, Debug)]
pub struct Nt;

/// The target's rules.
///
/// Zig: `bun.path.Platform.auto`.
#[cfg(windows)]
pub type Auto = Windows;

/// The target's rules.
///
/// Zig: `bun.path.Platform.auto`.
#[cfg(not(windows))]
pub type Auto = Posix;

impl PlatformT for Posix {
    const PLATFORM: Platform = Platform::Posix;
}

impl PlatformT for Loose {
    const PLATFORM: Platform = Platform::Loose;
}

impl PlatformT for Windows {
    const PLATFORM: Platform = Platform::Windows;
}

impl PlatformT for Nt {
    const PLATFORM: Platform = Platform::Nt;
}

mod sealed {
    /// Keeps implementations in this file.
    pub trait Sealed {}

    impl Sealed for super::Posix {}

    impl Sealed for super::Loose {}

    impl Sealed for super::Windows {}

    impl Sealed for super::Nt {}
}
