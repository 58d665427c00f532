//! The loops around a hash function. `oracle/bench_hash.zig` has the same ones in Zig.

use core::hint::black_box;

use crate::opaque::opaque;

/// Keys of one length start at this many consecutive offsets.
pub(super) const START_COUNT: u64 = 16;

/// Hashes keys of `len` bytes that do not depend on each other.
#[inline(always)]
pub(super) fn throughput(
    hash: impl Fn(&[u8]) -> u64,
    bytes: &[u8],
    len: usize,
    iterations: u64,
) -> u64 {
    (0..iterations).fold(0, |sum: u64, index| {
        let start = (index % START_COUNT) as usize;
        sum.wrapping_add(hash(&bytes[start..start + opaque(len)]))
    })
}

/// Hashes keys of `len` bytes, each chosen by the hash before it.
#[inline(always)]
pub(super) fn latency(
    hash: impl Fn(&[u8]) -> u64,
    bytes: &[u8],
    len: usize,
    iterations: u64,
) -> u64 {
    (0..iterations).fold(0, |previous: u64, _| {
        let start = (previous % START_COUNT) as usize;
        hash(&bytes[start..start + opaque(len)])
    })
}

/// Hashes every key; an iteration passes its number as seed.
///
/// Each iteration visits the keys in another order, or else the branch predictor learns it: modern
/// ones remember the lengths of 4096 keys. An odd stride reaches every index of a power of two.
#[inline(always)]
pub(super) fn all_keys<const COUNT: usize>(
    hash: impl Fn(u64, &[u8]) -> u64,
    keys: &[&[u8]; COUNT],
    iterations: u64,
) -> u64 {
    const { assert!(COUNT.is_power_of_two()) };
    (0..iterations).fold(0, |sum: u64, seed| {
        let stride = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32 | 1;
        let mut index = 0_u64;
        (0..COUNT).fold(sum, |sum, _| {
            index = index.wrapping_add(stride) & (COUNT as u64 - 1);
            sum.wrapping_add(hash(seed, keys[index as usize]))
        })
    })
}

/// Hashes every value in order; nothing is kept from one iteration to the next.
#[inline(always)]
pub(super) fn all_values<T>(hash: impl Fn(&T) -> u64, values: &[T], iterations: u64) -> u64 {
    (0..iterations).fold(0, |sum: u64, _| {
        let sum = values.iter().fold(sum, |sum, value| sum.wrapping_add(hash(value)));
        black_box(sum)
    })
}
