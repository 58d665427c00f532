//! Sets of small integers, one bit each: Zig's `bun.bit_set`.
//!
//! | you know the number of bits | use | size |
//! |---|---|---|
//! | while compiling | [`StaticBitSet<N>`](StaticBitSet), which is one of the next two | |
//! | while compiling, at most 128 | [`IntegerBitSet<N>`](IntegerBitSet) | the smallest integer |
//! | while compiling, any | [`ArrayBitSet<N, { num_masks_for(N) }>`](ArrayBitSet) | whole words |
//! | at run time | [`DynamicBitSet`], [`DynamicBitSetUnmanaged`] | three words, and a block |
//! | at run time, seldom above 127 | [`AutoBitSet`] | three words; a block above 127 bits |
//! | at run time, for many sets | [`DynamicBitSetList`] | one block for all |
//!
//! # Lengths
//!
//! A set has bits `0..bit_length`, and nothing can set another: an index from there on panics, in
//! release builds as well. What combines two sets of run-time length panics when the lengths
//! differ; the same name behind `try_` returns [`LengthMismatch`] instead. Questions answer:
//! `eql`, `subset_of` and `superset_of` of sets of different lengths are false. Only `resize`, the
//! constructors and what returns a new set of run-time length allocate; they return
//! [`AllocError`](bun_alloc::AllocError) and leave the set as it was.
//!
//! # Speed
//!
//! Whole words are counted, combined and searched by vectors, chosen for the processor once there
//! are sixteen words. A bit costs one comparison of its index.
//!
//! # Rejected
//!
//! A public field for the words: assigning it breaks the rule that bits beyond the length are
//! zero, on which counting and comparing stand. Rows of a list as sets that own their words, as
//! the original has them: resizing one would free a part of the list's block. `bitvec` and
//! `fixedbitset`, which have no set of one integer, and count and combine at the speed of the
//! baseline.

mod array;
mod auto;
mod block;
mod dynamic;
mod dynamic_algebra;
mod integer;
mod iter;
mod length;
mod list;
mod managed;
mod operators;
mod range;
mod row;
mod shared;
mod simd;
mod single_word;
#[cfg(test)]
mod tests;
mod width;
mod word;
mod words;

pub use array::ArrayBitSet;
pub use auto::{AutoBitSet, AutoBitSetIterator, AutoBitSetStatic};
pub use dynamic::DynamicBitSetUnmanaged;
pub use integer::IntegerBitSet;
pub use iter::BitSetIterator;
pub use length::LengthMismatch;
pub use list::DynamicBitSetList;
pub use managed::DynamicBitSet;
pub use range::Range;
pub use row::DynamicBitSetRow;
pub use single_word::SingleWordIterator;
pub use width::{IntegerWidth, StaticBitSet, StaticWidth, Width};
pub use word::Word;
pub use words::num_masks_for;

mod sealed {
    /// Keeps traits within this crate, which relies on how they are implemented.
    pub trait Sealed {}
}

/// What every set of this module can be asked, for code that takes any of them.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::{BitSet, IntegerBitSet};
/// use bun_collections::DynamicBitSet;
///
/// /// Returns which part of the bits is set.
/// fn density(set: &impl BitSet) -> f64 {
///     set.words().map(usize::count_ones).sum::<u32>() as f64 / set.bit_length() as f64
/// }
///
/// assert_eq!(density(&IntegerBitSet::<8>::init_full()), 1.0);
/// assert_eq!(density(&DynamicBitSet::init_empty(300)?), 0.0);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait BitSet: sealed::Sealed {
    /// Returns how many bits the set has, set or not.
    fn bit_length(&self) -> usize;

    /// Returns the bits in words, the lowest first, [`num_masks_for(bit_length)`](num_masks_for)
    /// of them. Bits beyond the length are zero.
    fn words(&self) -> impl Iterator<Item = usize>;
}
