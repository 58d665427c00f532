//! [`Range`]: neighbouring bits.

/// The bits from `start` to before `end`.
///
/// What takes one takes a range of the standard library as well.
///
/// Zig: `bun.bit_set.Range`.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::{IntegerBitSet, Range};
///
/// let mut set = IntegerBitSet::<10>::init_empty();
/// set.set_range_value(Range { start: 2, end: 5 }, true);
/// set.set_range_value(4..5, false);
/// assert_eq!(set.mask(), 0b1100);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first bit.
    pub start: usize,
    /// One more than the last bit.
    pub end: usize,
}

impl From<core::ops::Range<usize>> for Range {
    #[inline]
    fn from(range: core::ops::Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}
