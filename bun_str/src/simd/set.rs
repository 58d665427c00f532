//! Any set of bytes, found with three table lookups a vector.

use super::class::{ByteClass, Listed};
use super::vector::Simd;

/// A set of bytes that is searched for quickly, whatever it contains.
///
/// A `const` costs nothing at run time. The search reads the text once, in vectors: each half of
/// a byte is looked up in a table of sixteen, and the two answers meet in one bit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::ByteSet;
///
/// const SEPARATORS: ByteSet = ByteSet::new(b"/\\:");
/// assert_eq!(SEPARATORS.find(b"C:\\bun"), Some(1));
/// assert!(SEPARATORS.contains(b'/') && !SEPARATORS.contains(b'.'));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteSet {
    /// Bit `h` of `rows[0][l]` says whether the byte `h << 4 | l` is there; bit `h` of
    /// `rows[1][l]` says it of `0x80 | h << 4 | l`.
    rows: [[u8; 16]; 2],
}

/// Bit `h % 8` at `h`.
const BITS: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128];

/// Up to so many comparisons of bytes are made sooner than tables.
const COMPARISONS_MAX: usize = 2048;

impl ByteSet {
    /// The set of nothing.
    pub const EMPTY: Self = Self { rows: [[0; 16]; 2] };

    /// Returns the set of `bytes`; one that occurs twice is there once.
    #[must_use]
    pub const fn new(bytes: &[u8]) -> Self {
        let mut set = Self::EMPTY;
        let mut index = 0;
        while index < bytes.len() {
            set = set.with(bytes[index]);
            index += 1;
        }
        set
    }

    /// Returns the set with `byte` in it.
    #[must_use]
    pub const fn with(mut self, byte: u8) -> Self {
        self.rows[(byte >> 7) as usize][(byte & 15) as usize] |= BITS[(byte >> 4) as usize];
        self
    }

    /// Returns the set with every byte from `first` to `last` in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::ByteSet;
    ///
    /// const DIGITS: ByteSet = ByteSet::EMPTY.with_range(b'0', b'9').with(b'_');
    /// assert_eq!(DIGITS.find(b"v1_0"), Some(1));
    /// ```
    #[must_use]
    pub const fn with_range(mut self, first: u8, last: u8) -> Self {
        let mut byte = first as u16;
        while byte <= last as u16 {
            self = self.with(byte as u8);
            byte += 1;
        }
        self
    }

    /// Returns whether `byte` is in the set.
    #[must_use]
    #[inline]
    pub const fn contains(&self, byte: u8) -> bool {
        let row = self.rows[(byte >> 7) as usize][(byte & 15) as usize];
        row & BITS[(byte >> 4) as usize] != 0
    }

    /// Returns the index of the first byte of `text` that is in the set. O(`text.len()`).
    #[must_use]
    pub fn find(&self, text: &[u8]) -> Option<usize> {
        if self.rows[1] == [0; 16] {
            super::find(AsciiSet { rows: self.rows[0] }, text)
        } else {
            super::find(FullSet(*self), text)
        }
    }
}

/// Returns the index of the first byte of `text` that `bytes` contains.
///
/// `bytes` may be empty, and contain a byte twice. The choice disappears where `bytes` is a
/// literal, as it mostly is.
#[inline(always)]
pub(crate) fn find_any(bytes: &[u8], text: &[u8]) -> Option<usize> {
    use super::class::AnyOf;
    match *bytes {
        [] => None,
        [a] => super::find(AnyOf([a]), text),
        [a, b] => super::find(AnyOf([a, b]), text),
        [a, b, c] => super::find(AnyOf([a, b, c]), text),
        _ => find_listed(bytes, text),
    }
}

#[inline(never)]
fn find_listed(bytes: &[u8], text: &[u8]) -> Option<usize> {
    if text.len().saturating_mul(bytes.len()) <= COMPARISONS_MAX {
        super::find(Listed(bytes), text)
    } else {
        ByteSet::new(bytes).find(text)
    }
}

/// A [`ByteSet`] as a class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FullSet(pub(crate) ByteSet);

impl ByteClass for FullSet {
    const TABLES: bool = true;

    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        self.0.contains(byte)
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        let [ascii, rest] = self.0.rows;
        // A lookup gives zero for what belongs to the other table.
        let row = simd.or(
            simd.lookup(simd.table(&ascii), bytes),
            simd.lookup(simd.table(&rest), simd.xor(bytes, simd.splat(0x80))),
        );
        simd.contains_bit(row, simd.lookup(simd.table(&BITS), simd.upper_nibbles(bytes)))
    }
}

/// A [`ByteSet`] without bytes from 0x80 up: one lookup less.
#[derive(Clone, Copy, Debug)]
struct AsciiSet {
    rows: [u8; 16],
}

impl ByteClass for AsciiSet {
    const TABLES: bool = true;

    #[inline(always)]
    fn contains(&self, byte: u8) -> bool {
        byte.is_ascii() && self.rows[usize::from(byte & 15)] & BITS[usize::from(byte >> 4)] != 0
    }

    #[inline(always)]
    fn test<S: Simd>(&self, simd: S, bytes: S::Bytes) -> S::Mask {
        let row = simd.lookup(simd.table(&self.rows), bytes);
        simd.contains_bit(row, simd.lookup(simd.table(&BITS), simd.upper_nibbles(bytes)))
    }
}
