//! Units of one width as units of the other.

use alloc::string::String;
use alloc::vec::Vec;

use bun_str::strings::{PathByte, PathUnits};

use crate::PathChar;

/// The units of UTF-8 text as UTF-16; what is not UTF-8 becomes U+FFFD.
pub(crate) fn wide_units(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.utf8_chunks().flat_map(|chunk| {
        let replaced = if chunk.invalid().is_empty() { "" } else { "\u{fffd}" };
        chunk.valid().encode_utf16().chain(replaced.encode_utf16())
    })
}

/// The units of UTF-16 text as UTF-8; lone surrogates become U+FFFD.
fn narrow_units(units: &[u16]) -> Vec<u8> {
    let text = char::decode_utf16(units.iter().copied());
    let text = text.map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.collect::<String>().into_bytes()
}

/// Calls `take` with `path` in units of the other width if it has them.
pub(super) fn with_units<U: PathChar, C: PathChar, R>(
    path: &[C],
    take: impl FnOnce(&[U]) -> R,
) -> R {
    if U::IS_U16 == C::IS_U16 {
        return take(same(path));
    }
    let converted: Vec<U> = match C::view(path) {
        PathUnits::Bytes(bytes) => wide_units(bytes).map(U::from_unit).collect(),
        PathUnits::Wide(units) => narrow_units(units).into_iter().map(U::from_u8).collect(),
    };
    take(&converted)
}

/// `path` as units of the same width under another name of their type.
fn same<U: PathChar, C: PathChar>(path: &[C]) -> &[U] {
    U::of_view(C::view(path)).unwrap_or_default()
}

/// The two ways back from a width that is known.
pub(crate) trait FromView: PathByte {
    /// The units of `view`, if they have this width.
    fn of_view(view: PathUnits<'_>) -> Option<&[Self]>;

    /// `unit` in this width; U+FFFD cut off, which only a wide unit needs.
    fn from_unit(unit: u16) -> Self;
}

impl FromView for u8 {
    fn of_view(view: PathUnits<'_>) -> Option<&[Self]> {
        match view {
            PathUnits::Bytes(bytes) => Some(bytes),
            PathUnits::Wide(_) => None,
        }
    }

    fn from_unit(unit: u16) -> Self {
        Self::try_from(unit).unwrap_or(b'?')
    }
}

impl FromView for u16 {
    fn of_view(view: PathUnits<'_>) -> Option<&[Self]> {
        match view {
            PathUnits::Bytes(_) => None,
            PathUnits::Wide(units) => Some(units),
        }
    }

    fn from_unit(unit: u16) -> Self {
        unit
    }
}
