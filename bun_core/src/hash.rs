//! xxHash-64: entity tags and file names of the bundler. For the hash of maps see `bun_wyhash`.

pub use xxhash_rust::xxh64::Xxh64 as XxHash64;

/// Returns the 64-bit xxHash of `bytes`.
///
/// [`XxHash64`] takes the bytes in parts. The same number on every machine.
///
/// Zig: `std.hash.XxHash64.hash`.
///
/// # Examples
///
/// ```
/// use bun_core::hash::{XxHash64, xxhash64};
///
/// assert_eq!(xxhash64(0, b""), 0xef46_db37_51d8_e999);
/// let mut parts = XxHash64::new(1);
/// parts.update(b"ab");
/// parts.update(b"c");
/// assert_eq!(parts.digest(), xxhash64(1, b"abc"));
/// ```
#[doc(alias = "XxHash64")]
#[inline]
#[must_use]
pub fn xxhash64(seed: u64, bytes: &[u8]) -> u64 {
    xxhash_rust::xxh64::xxh64(bytes, seed)
}
