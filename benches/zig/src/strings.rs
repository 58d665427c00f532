//! Zig's string functions, a group at a time.
//!
//! Each method fills an array of answers in the order in which `oracle/strings.zig` gives them: an
//! index or [`NONE`], a boolean, an order plus one, or a part of the text as [`part`] packs it.

use crate::{Oracle, ffi};

/// The answer of a search that finds nothing.
pub const NONE: u64 = u64::MAX;

/// How many answers the groups have.
pub const SEARCHES: usize = 14;
/// As [`SEARCHES`].
pub const COMPARISONS: usize = 19;
/// As [`SEARCHES`].
pub const PARTS: usize = 13;
/// As [`SEARCHES`].
pub const SCANS: usize = 11;

/// Packs where in `text` a part of it is; an empty part is nowhere.
#[must_use]
pub fn part(text: &[u8], part: &[u8]) -> u64 {
    if part.is_empty() {
        return 0;
    }
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    (start as u64) << 32 | part.len() as u64
}

/// Continues a sum that depends on every value and its place.
#[must_use]
pub const fn mix(total: u64, value: u64) -> u64 {
    total.wrapping_add(value).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Oracle {
    /// Searches for a byte, a string and a set of bytes.
    #[must_use]
    pub fn str_search(
        self,
        text: &[u8],
        needle: &[u8],
        (byte, other): (u8, u8),
        start: usize,
    ) -> [u64; SEARCHES] {
        let mut answers = [0; SEARCHES];
        let out = answers.as_mut_slice().into();
        ffi::str_search(text.into(), needle.into(), byte, other, start, out);
        answers
    }

    /// Compares two texts.
    #[must_use]
    pub fn str_compare(self, a: &[u8], b: &[u8]) -> [u64; COMPARISONS] {
        let mut answers = [0; COMPARISONS];
        ffi::str_compare(a.into(), b.into(), answers.as_mut_slice().into());
        answers
    }

    /// Cuts, splits and converts a text.
    #[must_use]
    pub fn str_parts(self, text: &[u8], set: &[u8], (byte, other): (u8, u8)) -> [u64; PARTS] {
        let mut answers = [0; PARTS];
        let mut scratch = vec![0; 2 * text.len()];
        let out = answers.as_mut_slice().into();
        let scratch = scratch.as_mut_slice().into();
        ffi::str_parts(text.into(), set.into(), byte, other, scratch, out);
        answers
    }

    /// Scans a text, and the same one as 16-bit units, for what is not plain.
    ///
    /// # Panics
    ///
    /// When `offset` is beyond the text.
    #[must_use]
    pub fn str_scan(self, text: &[u8], wide: &[u16], quote: u8, offset: usize) -> [u64; SCANS] {
        assert!(offset <= text.len());
        let mut answers = [0; SCANS];
        let out = answers.as_mut_slice().into();
        ffi::str_scan(text.into(), wide.into(), quote, offset, out);
        answers
    }
}
