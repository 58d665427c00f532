//! [`LengthMismatch`]: two sets that should have been equally long.

use core::fmt;

/// Two sets cannot be combined because one has bits that the other has not.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::LengthMismatch;
/// use bun_collections::DynamicBitSet;
///
/// let mut few = DynamicBitSet::init_empty(3)?;
/// let many = DynamicBitSet::init_full(5)?;
/// assert_eq!(few.try_set_union(&many), Err(LengthMismatch { bit_length: 3, other: 5 }));
/// assert_eq!(few.count(), 0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LengthMismatch {
    /// The length of the set that would have changed, in bits.
    pub bit_length: usize,
    /// The length of the other set, in bits.
    pub other: usize,
}

impl LengthMismatch {
    /// Returns an error unless the lengths are equal.
    #[inline]
    pub(super) const fn check(bit_length: usize, other: usize) -> Result<(), Self> {
        if bit_length == other { Ok(()) } else { Err(Self { bit_length, other }) }
    }
}

impl fmt::Display for LengthMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a set of {} bits and one of {}", self.bit_length, self.other)
    }
}

impl core::error::Error for LengthMismatch {}

/// Stops where sets of different lengths were combined.
#[inline]
#[track_caller]
pub(super) fn must_match(outcome: Result<(), LengthMismatch>) {
    if let Err(mismatch) = outcome {
        lengths_differ(mismatch);
    }
}

#[cold]
#[track_caller]
fn lengths_differ(mismatch: LengthMismatch) -> ! {
    panic!("{mismatch} are not combined")
}
