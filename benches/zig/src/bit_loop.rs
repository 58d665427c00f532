//! [`BitLoop`]: the timed loops over sets of bits.

/// What a loop does with a set of bits, of 4096 bits (by `std.bit_set.ArrayBitSet`) or of 2²⁰ (by
/// `std.bit_set.DynamicBitSetUnmanaged`).
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum BitLoop {
    /// `set` of every index; counts as the number of bits at the end.
    Set,
    /// `unset` of every index; counts as the number of bits at the end.
    Unset,
    /// `isSet` of every index.
    IsSet,
    /// `iterator`; counts as the sum of the indices.
    Iterate,
    /// `count`.
    Count,
    /// `setUnion` with the second set; counts as the number of bits at the end.
    Union,
    /// `findFirstSet` of a set that has one.
    FindFirst,
}
