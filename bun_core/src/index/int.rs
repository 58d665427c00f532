//! The integers that an index can be stored as.

/// An integer that a [`GenericIndex`](super::GenericIndex) can be stored as.
///
/// # Examples
///
/// ```
/// use bun_core::GenericIndexInt;
///
/// fn capacity<I: GenericIndexInt>() -> usize {
///     I::NONE.to_usize()
/// }
///
/// assert_eq!(capacity::<u16>(), 65535);
/// ```
pub trait GenericIndexInt: Copy + Ord {
    /// The number that is no index: the largest.
    const NONE: Self;

    /// The number as a `usize`.
    ///
    /// # Panics
    ///
    /// When it does not fit, which takes a negative number or a 32-bit system.
    fn to_usize(self) -> usize;

    /// The number, if it fits.
    fn from_usize(number: usize) -> Option<Self>;
}

macro_rules! generic_index_int {
    ($($int:ty),+) => {$(
        impl GenericIndexInt for $int {
            const NONE: Self = Self::MAX;

            #[inline]
            fn to_usize(self) -> usize {
                usize::try_from(self).expect("an index fits into usize")
            }

            #[inline]
            fn from_usize(number: usize) -> Option<Self> {
                Self::try_from(number).ok()
            }
        }
    )+};
}

generic_index_int!(u8, u16, u32, u64, usize, i32, i64);
