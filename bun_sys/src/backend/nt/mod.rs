//! What the NT kernel's structures and names mean: pure rules on bytes and units, without a call.
//!
//! They compile and are tested on every system; only the backend for Windows uses them. Everything
//! here treats its input as hostile: file systems and filters of other vendors write these bytes.

pub(crate) mod dir_record;
pub(crate) mod open;
pub(crate) mod path;
pub(crate) mod reparse;
pub(crate) mod time;

#[cfg(test)]
mod tests;

/// The units of little-endian bytes; a last odd byte is left out.
pub(crate) fn units(bytes: &[u8]) -> impl Iterator<Item = u16> + Clone + '_ {
    bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair))
}
