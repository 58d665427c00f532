//! `Wyhash11`: the Wyhash of Zig before 0.11, frozen.
//!
//! Lockfiles and manifests on disk hold its values, so no result may ever change. Nothing else
//! should use it: one lane of 32 bytes is less than half as fast as [`Wyhash`](crate::Wyhash).

use crate::mix::{SECRET, block16, mix, word4_at, word8_at};

/// The fifth secret: what stands in for a missing word, and what the finish multiplies by.
const FILLER: u64 = 0x1d8e_4e27_c47d_124f;

/// Bytes in one round.
const ROUND: usize = 32;

const fn mix0(a: u64, b: u64, seed: u64) -> u64 {
    mix(a ^ seed ^ SECRET[0], b ^ seed ^ SECRET[1])
}

const fn mix1(a: u64, b: u64, seed: u64) -> u64 {
    mix(a ^ seed ^ SECRET[2], b ^ seed ^ SECRET[3])
}

const fn round(seed: u64, block: &[u8]) -> u64 {
    let (a, b) = words(block16(block, 0));
    let (c, d) = words(block16(block, 16));
    mix0(a, b, seed) ^ mix1(c, d, seed)
}

/// The two words of `block`, read as one number.
///
/// As two reads of eight bytes, the compiler pairs the second word of one multiplication with the
/// first of the next in a vector register, and the way there and back is a third of the round.
const fn words(block: &[u8; 16]) -> (u64, u64) {
    let words = u128::from_le_bytes(*block);
    (words as u64, (words >> 64) as u64)
}

/// Does every whole round; the rest has at most 31 bytes.
#[inline(always)]
const fn rounds(mut seed: u64, bytes: &[u8]) -> (u64, &[u8]) {
    let mut rest = bytes;
    while let Some((block, after)) = rest.split_first_chunk::<ROUND>() {
        seed = round(seed, block);
        rest = after;
    }
    (seed, rest)
}

/// Up to eight bytes as one word, or the filler for none.
///
/// The pieces of four, two and one byte are little-endian each, but the *first* piece is the most
/// significant one. For eight bytes that means swapped halves.
#[inline(always)]
const fn word(bytes: &[u8]) -> u64 {
    let len = bytes.len();
    if len == 8 {
        return word8_at(bytes, 0).rotate_left(32);
    }
    if len == 0 {
        return FILLER;
    }
    let mut value = 0;
    let mut at = 0;
    if len & 4 != 0 {
        value = word4_at(bytes, 0);
        at = 4;
    }
    if len & 2 != 0 {
        value = value << 16 | bytes[at] as u64 | (bytes[at + 1] as u64) << 8;
        at += 2;
    }
    if len & 1 != 0 {
        value = value << 8 | bytes[at] as u64;
    }
    value
}

/// Mixes in what the rounds left, at most 31 bytes, and the length.
#[inline(always)]
const fn finish(seed: u64, rest: &[u8], total_len: u64) -> u64 {
    let state = match rest.len() {
        0 => seed,
        1..=16 => {
            let (a, b) = rest.split_at(if rest.len() < 8 { rest.len() } else { 8 });
            mix0(word(a), word(b), seed)
        }
        _ => {
            let (first, rest) = rest.split_at(16);
            let (a, b) = first.split_at(8);
            let (c, d) = rest.split_at(if rest.len() < 8 { rest.len() } else { 8 });
            mix0(word(a), word(b), seed) ^ mix1(word(c), word(d), seed)
        }
    };
    mix(state ^ total_len, FILLER)
}

/// The older Wyhash, for formats on disk that were defined by it.
///
/// Streaming equals [`Wyhash11::hash`] however the input is cut. All methods are `const fn`; none
/// allocates. Unlike the original, asking for the result does not change the stream.
///
/// Zig: `bun.Wyhash11`.
///
/// # Examples
///
/// ```
/// use bun_wyhash::Wyhash11;
///
/// let mut hasher = Wyhash11::init(0);
/// hasher.update(b"message ");
/// hasher.update(b"digest");
/// assert_eq!(hasher.final_(), 0x7184_c69e_48ff_bed5);
/// assert_eq!(hasher.final_(), Wyhash11::hash(0, b"message digest"));
/// ```
///
/// It is another function than [`hash`](crate::hash()), and the two must not be mixed up:
///
/// ```
/// assert_ne!(bun_wyhash::Wyhash11::hash(0, b"abc"), bun_wyhash::hash(b"abc"));
/// ```
#[derive(Clone, Debug)]
pub struct Wyhash11 {
    seed: u64,
    total_len: u64,
    waiting: [u8; ROUND],
    /// Less than `ROUND`.
    waiting_len: usize,
}

impl Wyhash11 {
    /// Starts an empty input.
    ///
    /// Zig: `bun.Wyhash11.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::Wyhash11;
    ///
    /// assert_eq!(Wyhash11::init(7).final_(), Wyhash11::hash(7, b""));
    /// ```
    #[inline]
    #[must_use]
    pub const fn init(seed: u64) -> Wyhash11 {
        Wyhash11 { seed, total_len: 0, waiting: [0; ROUND], waiting_len: 0 }
    }

    /// Appends `input`. Whole rounds are consumed where they lie.
    ///
    /// Zig: `bun.Wyhash11.update`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::Wyhash11;
    ///
    /// let mut hasher = Wyhash11::init(0);
    /// for name in [b"react".as_slice(), b"@18.2.0"] {
    ///     hasher.update(name);
    /// }
    /// assert_eq!(hasher.final_(), Wyhash11::hash(0, b"react@18.2.0"));
    /// ```
    pub const fn update(&mut self, input: &[u8]) {
        self.total_len = self.total_len.wrapping_add(input.len() as u64);
        let mut input = input;
        if self.waiting_len > 0 {
            let room = ROUND - self.waiting_len;
            let (head, rest) = input.split_at(if input.len() < room { input.len() } else { room });
            self.append(head);
            if self.waiting_len < ROUND {
                return;
            }
            self.seed = round(self.seed, &self.waiting);
            self.waiting_len = 0;
            input = rest;
        }
        let (seed, rest) = rounds(self.seed, input);
        self.seed = seed;
        self.append(rest);
    }

    const fn append(&mut self, input: &[u8]) {
        let free = self.waiting.split_at_mut(self.waiting_len).1;
        free.split_at_mut(input.len()).0.copy_from_slice(input);
        self.waiting_len += input.len();
    }

    /// Returns the hash of everything appended so far, and leaves the stream as it was.
    ///
    /// Zig: `bun.Wyhash11.final`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_wyhash::Wyhash11;
    ///
    /// let mut hasher = Wyhash11::init(0);
    /// hasher.update(b"ab");
    /// assert_eq!(hasher.final_(), Wyhash11::hash(0, b"ab"));
    /// hasher.update(b"c");
    /// assert_eq!(hasher.final_(), Wyhash11::hash(0, b"abc"));
    /// ```
    #[doc(alias = "final")]
    #[doc(alias = "finish")]
    #[inline]
    #[must_use]
    pub const fn final_(&self) -> u64 {
        finish(self.seed, self.waiting.split_at(self.waiting_len).0, self.total_len)
    }

    /// Returns the hash of `input`.
    ///
    /// Zig: `bun.Wyhash11.hash`.
    ///
    /// # Examples
    ///
    /// ```
    /// const LOCK: u64 = bun_wyhash::Wyhash11::hash(1, b"a");
    ///
    /// assert_eq!(LOCK, 0xbed2_3517_7f41_d328);
    /// ```
    #[inline]
    #[must_use]
    pub const fn hash(seed: u64, input: &[u8]) -> u64 {
        let (seed, rest) = rounds(seed, input);
        finish(seed, rest, input.len() as u64)
    }
}
