//! `PathByte`: the two units that paths are made of.

/// A slice of path units, with its width known.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{PathByte, PathUnits};
///
/// assert_eq!(PathByte::view(b"a/b"), PathUnits::Bytes(b"a/b"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathUnits<'a> {
    /// Bytes.
    Bytes(&'a [u8]),
    /// UTF-16 units.
    Wide(&'a [u16]),
}

/// A unit of a path: `u8`, or `u16` for the wide calls of Windows.
///
/// Zig: the `comptime T: type` of path functions.
///
/// # Examples
///
/// ```
/// use bun_str::strings::PathByte;
///
/// fn ends_with_slash<T: PathByte>(path: &[T]) -> bool {
///     path.last() == Some(&T::from_u8(b'/'))
/// }
/// assert!(ends_with_slash(b"a/"));
/// assert!(ends_with_slash(&[0x61, 0x2f_u16]));
/// ```
pub trait PathByte: Copy + Ord + Into<u32> + sealed::Sealed + 'static {
    /// The unit of an ASCII byte.
    fn from_u8(byte: u8) -> Self;

    /// The units with their width known.
    fn view(units: &[Self]) -> PathUnits<'_>;

    /// Whether this is the unit of `byte`.
    #[inline]
    fn is(self, byte: u8) -> bool {
        self == Self::from_u8(byte)
    }

    /// Whether this is `/` or `\`.
    #[inline]
    fn is_any_slash(self) -> bool {
        self.is(b'/') || self.is(b'\\')
    }

    /// Whether this is an ASCII letter.
    fn is_ascii_letter(self) -> bool {
        let value: u32 = self.into();
        u8::try_from(value).is_ok_and(|byte| byte.is_ascii_alphabetic())
    }
}

impl PathByte for u8 {
    #[inline]
    fn from_u8(byte: u8) -> Self {
        byte
    }

    fn view(units: &[Self]) -> PathUnits<'_> {
        PathUnits::Bytes(units)
    }
}

impl PathByte for u16 {
    #[inline]
    fn from_u8(byte: u8) -> Self {
        Self::from(byte)
    }

    fn view(units: &[Self]) -> PathUnits<'_> {
        PathUnits::Wide(units)
    }
}

/// Whether `path` starts with the units of the ASCII `prefix`.
pub(super) fn starts_with<T: PathByte>(path: &[T], prefix: &[u8]) -> bool {
    path.len() >= prefix.len() && path.iter().zip(prefix).all(|(unit, byte)| unit.is(*byte))
}

mod sealed {
    /// Keeps implementations in this file.
    pub trait Sealed {}

    impl Sealed for u8 {}

    impl Sealed for u16 {}
}
