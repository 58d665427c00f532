//! Positions that count from zero here and from one in front of users.

use core::ffi::c_int;

/// Counts rebuilds, so that what was cached for an earlier one can be told from the current.
///
/// Zig: `bun.Generation`.
///
/// # Examples
///
/// ```
/// use bun_core::Generation;
///
/// let cached: Generation = Generation::MAX;
/// let current = cached.wrapping_add(1);
/// assert_ne!(cached, current);
/// ```
pub type Generation = u16;

/// A position in a sequence, such as a line or a column; -1 when there is none.
///
/// Four bytes, any `c_int`, as the C++ side has it (`WTF::OrdinalNumber`).
///
/// Zig: `bun.Ordinal`.
///
/// # Examples
///
/// ```
/// use bun_core::Ordinal;
///
/// let line = Ordinal::from_one_based(12);
/// assert_eq!(line.zero_based(), 11);
/// assert_eq!(line.add_scalar(3).one_based(), 15);
/// assert_eq!(Ordinal::START.one_based(), 1);
/// assert!(!Ordinal::INVALID.is_valid());
/// assert_eq!(size_of::<Ordinal>(), 4);
/// ```
#[repr(transparent)]
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ordinal(pub c_int);

impl Ordinal {
    /// No position: -1.
    pub const INVALID: Self = Self(-1);

    /// The first position: 0.
    pub const START: Self = Self(0);

    /// The position with this number, counting from zero.
    ///
    /// # Panics
    ///
    /// In debug builds when the number is negative.
    #[inline]
    #[must_use]
    pub const fn from_zero_based(number: c_int) -> Self {
        debug_assert!(number >= 0, "a position is not negative");
        Self(number)
    }

    /// The position with this number, counting from one.
    ///
    /// # Panics
    ///
    /// In debug builds when the number is not positive. Zero is [`Ordinal::INVALID`] elsewhere.
    #[inline]
    #[must_use]
    pub const fn from_one_based(number: c_int) -> Self {
        debug_assert!(number > 0, "the first position is one");
        Self(number.wrapping_sub(1))
    }

    /// The number counting from zero; -1 when there is no position.
    #[inline]
    #[must_use]
    pub const fn zero_based(self) -> c_int {
        self.0
    }

    /// The number counting from one; 0 when there is no position. Stops at the largest number.
    #[inline]
    #[must_use]
    pub const fn one_based(self) -> c_int {
        self.0.saturating_add(1)
    }

    /// The sum of both numbers counting from zero: `b` positions after this one.
    ///
    /// # Panics
    ///
    /// In debug builds when the sum is negative or does not fit; it wraps elsewhere.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Ordinal;
    ///
    /// let (start, within) = (Ordinal::from_one_based(10), Ordinal::from_zero_based(5));
    /// assert_eq!(start.add(within).one_based(), 15);
    /// ```
    #[inline]
    #[must_use]
    pub const fn add(self, b: Self) -> Self {
        self.add_scalar(b.0)
    }

    /// The position `increment` after this one.
    ///
    /// # Panics
    ///
    /// In debug builds when the sum is negative or does not fit; it wraps elsewhere.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Ordinal;
    ///
    /// assert_eq!(Ordinal::START.add_scalar(4).one_based(), 5);
    /// ```
    #[inline]
    #[must_use]
    pub const fn add_scalar(self, increment: c_int) -> Self {
        debug_assert!(self.0.checked_add(increment).is_some(), "the position does not fit");
        Self::from_zero_based(self.0.wrapping_add(increment))
    }

    /// Whether there is a position.
    #[inline]
    #[must_use]
    pub const fn is_valid(self) -> bool {
        self.0 >= 0
    }
}

/// [`Ordinal::INVALID`].
impl Default for Ordinal {
    fn default() -> Self {
        Self::INVALID
    }
}

#[cfg(test)]
mod tests {
    use super::Ordinal;

    #[test]
    fn counts_from_zero_and_from_one() {
        for number in [0, 1, 41, i32::MAX - 1] {
            let ordinal = Ordinal::from_zero_based(number);
            assert_eq!(ordinal.zero_based(), number);
            assert_eq!(ordinal.one_based(), number + 1);
            assert_eq!(Ordinal::from_one_based(number + 1), ordinal);
            assert!(ordinal.is_valid());
        }
        assert_eq!(Ordinal(i32::MAX).one_based(), i32::MAX);
    }

    #[test]
    fn without_a_position() {
        assert_eq!(Ordinal::default(), Ordinal::INVALID);
        assert_eq!((Ordinal::INVALID.zero_based(), Ordinal::INVALID.one_based()), (-1, 0));
        assert!(Ordinal::INVALID < Ordinal::START);
    }

    #[test]
    fn adds() {
        let five = Ordinal::from_zero_based(5);
        assert_eq!(five.add(five).zero_based(), 10);
        assert_eq!(five.add_scalar(-5), Ordinal::START);
        assert_eq!(Ordinal::INVALID.add_scalar(1), Ordinal::START);
    }
}
