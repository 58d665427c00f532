//! xxHash under the names and argument order of Zig's `std.hash`.

use core::fmt;

use xxhash_rust::{xxh3, xxh32, xxh64};

/// Hashes `input` with XXH3, 64 bits.
///
/// Zig: `std.hash.XxHash3.hash`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::xxhash3_64(0, b""), 0x2d06_8005_38d3_94c2);
/// ```
#[must_use]
pub fn xxhash3_64(seed: u64, input: &[u8]) -> u64 {
    xxh3::xxh3_64_with_seed(input, seed)
}

/// Hashes `input` with XXH64.
///
/// Zig: `std.hash.XxHash64.hash`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::xxhash64(0, b"abc"), 0x44bc_2cf5_ad77_0999);
/// ```
#[must_use]
pub fn xxhash64(seed: u64, input: &[u8]) -> u64 {
    xxh64::xxh64(input, seed)
}

/// Hashes `input` with XXH32.
///
/// Zig: `std.hash.XxHash32.hash`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::xxhash32(0, b"abc"), 0x32d1_53ff);
/// ```
#[must_use]
pub fn xxhash32(seed: u32, input: &[u8]) -> u32 {
    xxh32::xxh32(input, seed)
}

/// XXH64 piece by piece.
///
/// Zig: `std.hash.XxHash64`.
///
/// # Examples
///
/// ```
/// use bun_str::{XxHash64State, xxhash64};
///
/// let mut state = XxHash64State::new(7);
/// state.update(b"ab");
/// state.update(b"c");
/// assert_eq!(state.digest(), xxhash64(7, b"abc"));
/// ```
#[derive(Clone)]
pub struct XxHash64State(xxh64::Xxh64);

impl XxHash64State {
    /// A state that has seen nothing.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(xxh64::Xxh64::new(seed))
    }

    /// Adds `bytes`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{XxHash64State, xxhash64};
    ///
    /// let mut state = XxHash64State::new(7);
    /// state.update(b"foo");
    /// state.update(b"bar");
    /// assert_eq!(state.digest(), xxhash64(7, b"foobar"));
    /// ```
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of what was added so far.
    #[must_use]
    pub fn digest(&self) -> u64 {
        self.0.digest()
    }
}

impl fmt::Debug for XxHash64State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("XxHash64State").field(&self.digest()).finish()
    }
}
