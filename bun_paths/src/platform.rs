//! The rules of each platform as a type: `join_z_buf::<platform::Posix>(…)`.
//!
//! | | separates | writes | absolute |
//! |---|---|---|---|
//! | [`Posix`] | `/` | `/` | starts with `/` |
//! | [`Loose`] | `/` and `\` | `/` | as on Windows |
//!
//! Types and not values of an enum, so that the choice is made when the program is compiled.

use crate::absolute::{is_absolute_posix, is_absolute_windows};
use crate::sep::{is_sep_any, is_sep_posix};

/// A set of path rules. Sealed.
pub trait PlatformT: sealed::Sealed + 'static {
    /// The separator that is written.
    const SEPARATOR: u8;

    /// Returns whether `byte` separates components.
    fn is_separator(byte: u8) -> bool;

    /// Returns whether `path` is absolute; only its first three bytes matter.
    fn is_absolute(path: &[u8]) -> bool;

    /// Returns the parent of `path` as [`resolve_path::dirname`](crate::resolve_path::dirname)
    /// does.
    fn dirname(path: &[u8]) -> &[u8];
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

impl PlatformT for Posix {
    const SEPARATOR: u8 = b'/';

    #[inline]
    fn is_separator(byte: u8) -> bool {
        is_sep_posix(byte)
    }

    #[inline]
    fn is_absolute(path: &[u8]) -> bool {
        is_absolute_posix(path)
    }

    fn dirname(path: &[u8]) -> &[u8] {
        let Some(end) = path.iter().rposition(|byte| *byte != b'/') else {
            return &path[..path.len().min(1)];
        };
        match path[..end].iter().rposition(|byte| *byte == b'/') {
            None => b"",
            Some(0) => &path[..1],
            Some(index) => &path[..index],
        }
    }
}

impl PlatformT for Loose {
    const SEPARATOR: u8 = b'/';

    #[inline]
    fn is_separator(byte: u8) -> bool {
        is_sep_any(byte)
    }

    #[inline]
    fn is_absolute(path: &[u8]) -> bool {
        is_absolute_windows(path)
    }

    fn dirname(path: &[u8]) -> &[u8] {
        let index = path.iter().rposition(|byte| *byte == b'/');
        &path[..index.unwrap_or(0)]
    }
}

mod sealed {
    /// Keeps implementations in this file.
    pub trait Sealed {}

    impl Sealed for super::Posix {}

    impl Sealed for super::Loose {}
}
