//! Zig's hashes of bytes, integers and keys.

use crate::{Oracle, ffi};

/// One input of a batch: a range of the shared bytes, and a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct Span {
    /// Where the input starts.
    pub start: usize,
    /// How many bytes it has.
    pub len: usize,
    /// The seed to hash it with.
    pub seed: u64,
}

/// What Zig's automatic hashing makes of one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct AutoHashes {
    /// `std.hash.autoHash` into a `Wyhash` of seed zero.
    pub auto: u64,
    /// The hash that `std.AutoHashMap` uses.
    pub map: u64,
    /// The hash that `std.AutoArrayHashMap` uses.
    pub array_map: u32,
}

/// A key type that the oracle can hash, in the order of the table in `auto_hash.zig`.
///
/// A key is given as four words. An integer takes the next word (two, low first, above 64 bits)
/// and keeps its low bits; a `bool` is the lowest bit; an enum is the variant whose position is
/// the word modulo the number of variants; an optional is absent when the word is a multiple of
/// four, and is followed by its payload otherwise; arrays and structs are their parts in turn; a
/// union takes a word for its tag as an enum does. The fifth word is the first again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum AutoKind {
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
    /// `u128`.
    U128,
    /// `usize`.
    Usize,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `i128`.
    I128,
    /// `bool`.
    Bool,
    /// `enum(u8) { one = 1, seven = 7, many = 200 }`.
    Sized,
    /// `enum { x, y, z }`.
    Bare,
    /// `?u32`.
    OptionalU32,
    /// `[4]u8`.
    FourBytes,
    /// `[3]u32`.
    ThreeWords,
    /// `struct { a: u8, b: u32 }`.
    Padded,
    /// `struct { a: u32, b: u64, c: u32 }`: without padding, stored as `b`, `a`, `c`.
    Reordered,
    /// `struct { head: u8, inner: Reordered, tail: u16 }`.
    Nested,
    /// `struct { id: u64, extra: ?u32 }`.
    WithOptional,
    /// `struct { a: bool, b: bool, count: u8 }`.
    Flags,
    /// `union(enum) { none, small: u8, word: u32, wide: Reordered }`.
    Union,
    /// `[2]Padded`.
    TwoPadded,
    /// `?Bare`.
    OptionalBare,
    /// `[2]?u16`.
    TwoOptionals,
    /// `struct { u32, u8 }`.
    PaddedTuple,
    /// `struct { u64, u64 }`.
    WordTuple,
    /// `struct { u32, u64, u32 }`.
    MixedTuple,
    /// `struct { column: u16, file: u32, kind: Sized, flags: u8 }`.
    Location,
    /// `struct { column: u16, file: u32, kind: Bare, flags: u8 }`.
    BareLocation,
    /// `enum { only }`.
    Lonely,
    /// `enum(u16) { low = 3, high = 40000 }`.
    Wide,
    /// `struct { wide: Wide, inner: [2]Reordered, lonely: Lonely, pair: struct { ?u8, Bare } }`.
    Holder,
    /// `extern struct { a: u32, b: u32, c: u64 }`.
    Extern,
    /// `[3]bool`.
    Bools,
    /// `[0]u32`.
    NoElements,
    /// `void`.
    Nothing,
}

impl AutoKind {
    /// Every kind.
    pub const ALL: [Self; 38] = [
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::U128,
        Self::Usize,
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
        Self::I128,
        Self::Bool,
        Self::Sized,
        Self::Bare,
        Self::OptionalU32,
        Self::FourBytes,
        Self::ThreeWords,
        Self::Padded,
        Self::Reordered,
        Self::Nested,
        Self::WithOptional,
        Self::Flags,
        Self::Union,
        Self::TwoPadded,
        Self::OptionalBare,
        Self::TwoOptionals,
        Self::PaddedTuple,
        Self::WordTuple,
        Self::MixedTuple,
        Self::Location,
        Self::BareLocation,
        Self::Lonely,
        Self::Wide,
        Self::Holder,
        Self::Extern,
        Self::Bools,
        Self::NoElements,
        Self::Nothing,
    ];
}

impl Oracle {
    /// `std.hash.Wyhash.hash(seed, bytes)`.
    #[must_use]
    pub fn wyhash(self, seed: u64, bytes: &[u8]) -> u64 {
        ffi::wyhash(seed, bytes.into())
    }

    /// `std.hash.Wyhash` of many ranges of `bytes` in one call, into the slots of `out`.
    ///
    /// # Panics
    ///
    /// When a span leaves `bytes`, or `out` has another length than `spans`.
    pub fn wyhash_batch(self, bytes: &[u8], spans: &[Span], out: &mut [u64]) {
        check_batch(bytes, spans, out);
        ffi::wyhash_batch(bytes.into(), spans.into(), out.into());
    }

    /// Feeds `bytes` to a `std.hash.Wyhash` in chunks of the given lengths. Returns its `final` of
    /// nothing, then its `final` after each chunk, without starting again.
    ///
    /// # Panics
    ///
    /// When the chunks are together longer than `bytes`.
    #[must_use]
    pub fn wyhash_stream(self, seed: u64, bytes: &[u8], chunks: &[usize]) -> Vec<u64> {
        check_chunks(bytes, chunks);
        let mut out = vec![0; chunks.len() + 1];
        ffi::wyhash_stream(seed, bytes.into(), chunks.into(), out.as_mut_slice().into());
        out
    }

    /// The wyhash from before Zig 0.11 (`bun.Wyhash11`).
    #[must_use]
    pub fn wyhash11(self, seed: u64, bytes: &[u8]) -> u64 {
        ffi::wyhash11(seed, bytes.into())
    }

    /// [`Self::wyhash_batch`] for the older variant.
    ///
    /// # Panics
    ///
    /// When a span leaves `bytes`, or `out` has another length than `spans`.
    pub fn wyhash11_batch(self, bytes: &[u8], spans: &[Span], out: &mut [u64]) {
        check_batch(bytes, spans, out);
        ffi::wyhash11_batch(bytes.into(), spans.into(), out.into());
    }

    /// [`Self::wyhash_stream`] for the older variant.
    ///
    /// # Panics
    ///
    /// When the chunks are together longer than `bytes`.
    #[must_use]
    pub fn wyhash11_stream(self, seed: u64, bytes: &[u8], chunks: &[usize]) -> Vec<u64> {
        check_chunks(bytes, chunks);
        let mut out = vec![0; chunks.len() + 1];
        ffi::wyhash11_stream(seed, bytes.into(), chunks.into(), out.as_mut_slice().into());
        out
    }

    /// `std.hash.Wyhash` of the bytes with ASCII letters lowercased.
    #[must_use]
    pub fn ascii_lowercase_wyhash(self, seed: u64, bytes: &[u8]) -> u64 {
        ffi::ascii_lowercase_wyhash(seed, bytes.into())
    }

    /// `std.hash.int` of the low `bits` bits of `value`: 1, 2, 3, 8, 16, 24, 32, 40, 48, 56 or 64.
    ///
    /// # Panics
    ///
    /// For any other width.
    #[must_use]
    pub fn hash_int(self, bits: u32, value: u64) -> u64 {
        assert!(matches!(bits, 1 | 2 | 3 | 8 | 16 | 24 | 32 | 40 | 48 | 56 | 64));
        ffi::hash_int(bits, value)
    }

    /// `std.hash.int` of a `u128`.
    #[must_use]
    pub fn hash_int_128(self, value: u128) -> u128 {
        let mut halves = [0; 2];
        ffi::hash_int_128(value as u64, (value >> 64) as u64, &mut halves);
        u128::from(halves[1]) << 64 | u128::from(halves[0])
    }

    /// The automatic hashes of the key that `words` gives for a type.
    #[must_use]
    pub fn auto_hash(self, kind: AutoKind, words: &[u64; 4]) -> AutoHashes {
        ffi::auto_hash(kind as u32, words)
    }
}

fn check_batch(bytes: &[u8], spans: &[Span], out: &[u64]) {
    assert_eq!(spans.len(), out.len());
    for span in spans {
        let end = span.start.checked_add(span.len);
        assert!(end.is_some_and(|end| end <= bytes.len()), "{span:?} of {}", bytes.len());
    }
}

fn check_chunks(bytes: &[u8], chunks: &[usize]) {
    let total = chunks.iter().try_fold(0_usize, |total, &len| total.checked_add(len));
    assert!(total.is_some_and(|total| total <= bytes.len()));
}
