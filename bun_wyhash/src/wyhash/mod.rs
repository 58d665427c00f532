//! `Wyhash`: Zig's `std.hash.Wyhash`, the hash behind `bun.hash` and every map.
//!
//! `one_shot` hashes a slice, `rounds` is the loop over 48-byte blocks, `tail` is what a stream
//! keeps between two updates. The one-shot form is not built on the stream: it needs no buffer and
//! no state in memory, which is most of the cost of hashing a short key.

mod one_shot;
mod rounds;
mod tail;

use crate::mix::{AS_IS, LOWER, block16, words16};
use one_shot::{finish, one_shot, seeded, words_0_to_16};
use rounds::{ROUND, fold, round, rounds};
use tail::Tail;

/// Returns the Wyhash of `bytes` with seed 0.
///
/// Does not allocate. The same value on every machine, in a constant and at run time; stored
/// values may be compared with it for as long as Zig keeps `std.hash.Wyhash`.
///
/// Zig: `bun.hash`.
///
/// # Examples
///
/// ```
/// const NAME: u64 = bun_wyhash::hash(b"package.json");
///
/// assert_eq!(NAME, 0x5c3d_1b49_d7e9_ee3d);
/// assert_eq!(NAME, bun_wyhash::hash(&[b"package", b".json".as_slice()].concat()));
/// ```
#[inline]
#[must_use]
pub const fn hash(bytes: &[u8]) -> u64 {
    one_shot::<AS_IS>(0, bytes)
}

/// Returns the Wyhash of `bytes` with the given seed.
///
/// Zig: `bun.hashWithSeed`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_wyhash::hash_with_seed(1, b"a"), 0xa841_2d09_1b5f_e0a9);
/// ```
#[doc(alias = "hashWithSeed")]
#[inline]
#[must_use]
pub const fn hash_with_seed(seed: u64, bytes: &[u8]) -> u64 {
    one_shot::<AS_IS>(seed, bytes)
}

/// Returns the low 32 bits of [`hash`].
///
/// Zig: `bun.hash32`.
///
/// # Examples
///
/// ```
/// assert_eq!(u64::from(bun_wyhash::hash32(b"a")), bun_wyhash::hash(b"a") & 0xffff_ffff);
/// ```
#[inline]
#[must_use]
pub const fn hash32(bytes: &[u8]) -> u32 {
    hash(bytes) as u32
}

/// Returns the Wyhash of `bytes` with `A`–`Z` replaced by `a`–`z`.
///
/// Equals [`hash_with_seed`] of `bytes.to_ascii_lowercase()`, without a copy: letters are folded in
/// the words that the hash reads. Bytes above 127 are hashed as they are. The comparison that goes
/// with it is `<[u8]>::eq_ignore_ascii_case`.
///
/// Zig: `bun.CaseInsensitiveASCIIStringContext.hash` (the low 32 bits, with seed 0).
///
/// # Examples
///
/// ```
/// use bun_wyhash::{hash, hash_ascii_lowercase};
///
/// assert_eq!(hash_ascii_lowercase(0, b"Content-Type"), hash(b"content-type"));
/// ```
#[doc(alias = "CaseInsensitiveASCIIStringContext")]
#[must_use]
pub const fn hash_ascii_lowercase(seed: u64, bytes: &[u8]) -> u64 {
    one_shot::<LOWER>(seed, bytes)
}

/// A Wyhash computed piece by piece.
///
/// However the input is cut, the result is that of [`hash_with_seed`] on the whole. Feeding bytes
/// changes nothing but this value, so a clone is a cheap way to hash inputs with a common start.
/// All methods are `const fn`; none allocates.
///
/// Use it for digests of raw bytes. It is deliberately not a [`core::hash::Hasher`], because
/// `#[derive(Hash)]` would feed it lengths and discriminants that no Zig program feeds: maps of
/// the standard library take [`BuildHasher`](crate::BuildHasher).
///
/// Zig: `std.hash.Wyhash`.
///
/// # Examples
///
/// ```
/// use bun_wyhash::{Wyhash, hash};
///
/// let mut hasher = Wyhash::init(0);
/// hasher.update(b"node_modules/");
/// hasher.update(b"react");
/// assert_eq!(hasher.final_(), hash(b"node_modules/react"));
/// ```
///
/// ```compile_fail,E0277
/// fn feed<T: core::hash::Hash>(value: T, mut hasher: bun_wyhash::Wyhash) {
///     value.hash(&mut hasher);
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Wyhash {
    lanes: [u64; 3],
    total_len: u64,
    tail: Tail,
}

impl Wyhash {
    /// Starts an empty input.
    ///
    /// Zig: `std.hash.Wyhash.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{Wyhash, hash_with_seed};
    ///
    /// assert_eq!(Wyhash::init(7).final_(), hash_with_seed(7, b""));
    /// ```
    #[inline]
    #[must_use]
    pub const fn init(seed: u64) -> Wyhash {
        Wyhash { lanes: [seeded(seed); 3], total_len: 0, tail: Tail::new() }
    }

    /// Appends `input`.
    ///
    /// Whole blocks are consumed where they lie; only what remains, at most 48 bytes, is copied.
    ///
    /// Zig: `std.hash.Wyhash.update`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{Wyhash, hash};
    ///
    /// let mut hasher = Wyhash::init(0);
    /// for piece in b"one\ntwo\n".split_inclusive(|&byte| byte == b'\n') {
    ///     hasher.update(piece);
    /// }
    /// assert_eq!(hasher.final_(), hash(b"one\ntwo\n"));
    /// ```
    #[inline]
    pub const fn update(&mut self, input: &[u8]) {
        self.total_len = self.total_len.wrapping_add(input.len() as u64);
        if input.len() <= self.tail.room() {
            self.tail.append(input);
        } else {
            self.consume(input);
        }
    }

    /// Appends more than the tail has room for, so at least one round is due.
    #[inline(never)]
    const fn consume(&mut self, input: &[u8]) {
        let mut lanes = self.lanes;
        let mut input = input;
        if !self.tail.is_empty() {
            let (head, rest) = input.split_at(self.tail.room());
            self.tail.append(head);
            let block = self.tail.waiting();
            lanes = round::<AS_IS>(lanes, block, 0);
            let last = *block16(block, ROUND - 16);
            self.tail.restart_after(&last);
            input = rest;
        }
        let (lanes, rest) = rounds::<AS_IS>(lanes, input);
        let consumed = input.split_at(input.len() - rest.len()).0;
        if let Some(last) = consumed.last_chunk() {
            self.tail.restart_after(last);
        }
        self.tail.append(rest);
        self.lanes = lanes;
    }

    /// Returns the hash of everything appended so far.
    ///
    /// The stream is left as it was: it can be asked again, and it can grow further.
    ///
    /// Zig: `std.hash.Wyhash.final`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{Wyhash, hash};
    ///
    /// let mut hasher = Wyhash::init(0);
    /// hasher.update(b"ab");
    /// assert_eq!(hasher.final_(), hash(b"ab"));
    /// hasher.update(b"c");
    /// assert_eq!(hasher.final_(), hash(b"abc"));
    /// ```
    #[doc(alias = "final")]
    #[doc(alias = "finish")]
    #[inline]
    #[must_use]
    pub const fn final_(&self) -> u64 {
        self.result()
    }

    /// `final_` for callers where the length is known at compile time and most of it folds away.
    #[inline(always)]
    pub(crate) const fn result(&self) -> u64 {
        let waiting = self.tail.waiting();
        if self.total_len <= 16 {
            finish(self.lanes[0], words_0_to_16::<AS_IS>(waiting), self.total_len)
        } else {
            let last = words16::<AS_IS>(self.tail.last16());
            finish(fold::<AS_IS>(self.lanes, waiting), last, self.total_len)
        }
    }

    /// Returns the hash of `input`: [`hash_with_seed`] under the name that Zig code uses.
    ///
    /// Zig: `std.hash.Wyhash.hash`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::{Wyhash, hash_with_seed};
    ///
    /// const ID: u64 = Wyhash::hash(1, b"a");
    ///
    /// assert_eq!(ID, 0xa841_2d09_1b5f_e0a9);
    /// assert_eq!(ID, hash_with_seed(1, b"a"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn hash(seed: u64, input: &[u8]) -> u64 {
        hash_with_seed(seed, input)
    }
}
