//! Adapters that let `#[derive(Hash)]` keys use the Wyhash mixing in maps of the standard library.
//!
//! A separate type, because `Hash` feeds a hasher what Zig never hashes (lengths, terminators,
//! discriminants as `isize`): such a value must not be stored, sent, or compared with one from
//! Zig. [`Wyhash`](crate::Wyhash) is for those, and does not implement `Hasher`.

use core::hash::{BuildHasherDefault, Hasher};

use crate::mix::{SECRET, mix};
use crate::wyhash::hash_with_seed;

/// Builds [`OneShotHasher`]s: the third parameter of a standard `HashMap` or `HashSet`.
///
/// The seed is fixed, so iteration order is the same in every run, and keys chosen by an attacker
/// can be made to collide, exactly as in Zig's maps.
///
/// # Examples
///
/// ```
/// use std::collections::HashMap;
///
/// let mut sizes: HashMap<&str, u64, bun_wyhash::BuildHasher> = HashMap::default();
/// sizes.insert("react", 12);
/// assert_eq!(sizes.get("react"), Some(&12));
/// ```
pub type BuildHasher = BuildHasherDefault<OneShotHasher>;

/// Hashes each write in one shot, seeded with the hash of the writes before it.
///
/// For tables in memory only: the values depend on how a type feeds its hasher and may change with
/// the compiler. Every write, and its length, changes the state, so `("ab", "c")` and
/// `("a", "bc")` differ.
///
/// # Examples
///
/// ```
/// use core::hash::BuildHasher as _;
///
/// let build = bun_wyhash::BuildHasher::default();
/// assert_eq!(build.hash_one(("ab", 1)), build.hash_one(("ab", 1)));
/// assert_ne!(build.hash_one(("ab", "c")), build.hash_one(("a", "bc")));
/// ```
#[derive(Clone, Debug, Default)]
pub struct OneShotHasher {
    state: u64,
}

impl OneShotHasher {
    /// One multiplication for an integer; the secrets keep small integers away from zero.
    #[inline(always)]
    const fn write_word(&mut self, word: u64) {
        self.state = mix(self.state ^ word ^ SECRET[0], SECRET[1] ^ SECRET[3].rotate_left(32));
    }
}

impl Hasher for OneShotHasher {
    #[inline]
    fn finish(&self) -> u64 {
        self.state
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.state = hash_with_seed(self.state, bytes);
    }

    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.write_word(value.into());
    }

    #[inline]
    fn write_u16(&mut self, value: u16) {
        self.write_word(value.into());
    }

    #[inline]
    fn write_u32(&mut self, value: u32) {
        self.write_word(value.into());
    }

    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.write_word(value);
    }

    #[inline]
    fn write_u128(&mut self, value: u128) {
        self.write_word(value as u64);
        self.write_word((value >> 64) as u64);
    }

    #[inline]
    fn write_usize(&mut self, value: usize) {
        self.write_word(value as u64);
    }
}
