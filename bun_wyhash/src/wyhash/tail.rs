//! What a stream must remember between updates: the last 1 to 48 bytes, and the 16 before them.
//!
//! ```text
//!  0              16                              16 + len         64
//!  ├── previous ──┼── bytes not yet in a round ──┼──── unused ─────┤
//! ```
//!
//! The finish mixes in the last 16 bytes of the *whole* input. When fewer than 16 are waiting it
//! needs the end of the round before; keeping that directly in front makes the last 16 bytes one
//! read at `len`, whatever `len` is.

use super::rounds::ROUND;
use crate::mix::block16;

/// Bytes remembered from before the waiting ones.
const PREVIOUS: usize = 16;

/// The tail of a stream.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    bytes: [u8; PREVIOUS + ROUND],
    /// At most `ROUND`.
    len: usize,
}

impl Tail {
    #[inline(always)]
    pub(super) const fn new() -> Self {
        Self { bytes: [0; PREVIOUS + ROUND], len: 0 }
    }

    /// Free room before a round is due.
    #[inline(always)]
    pub(super) const fn room(&self) -> usize {
        ROUND - self.len
    }

    #[inline(always)]
    pub(super) const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The waiting bytes.
    #[inline(always)]
    pub(super) const fn waiting(&self) -> &[u8] {
        self.bytes.split_at(PREVIOUS).1.split_at(self.len).0
    }

    /// The last 16 bytes of the whole input, once it has 16.
    #[inline(always)]
    pub(super) const fn last16(&self) -> &[u8; 16] {
        block16(&self.bytes, self.len)
    }

    /// Appends `input`, which must fit in `room`.
    #[inline(always)]
    pub(super) const fn append(&mut self, input: &[u8]) {
        copy_48(self.bytes.split_at_mut(PREVIOUS + self.len).1, input);
        self.len += input.len();
    }

    /// Forgets the waiting bytes and remembers the end of the round that consumed `block`.
    #[inline(always)]
    pub(super) const fn restart_after(&mut self, block: &[u8; 16]) {
        let Some(previous) = self.bytes.first_chunk_mut::<PREVIOUS>() else { unreachable!() };
        *previous = *block;
        self.len = 0;
    }
}

/// Copies `from`, at most 48 bytes, to the start of `to`.
///
/// Small chunks are what streams are made of, and a call to `memcpy` costs more than the copy:
/// fixed-size pieces from both ends that overlap in the middle cover every length.
#[inline(always)]
const fn copy_48(to: &mut [u8], from: &[u8]) {
    let to = to.split_at_mut(from.len()).0;
    match from.len() {
        0 => {}
        1..=3 => {
            let middle = from.len() >> 1;
            to[0] = from[0];
            to[middle] = from[middle];
            to[from.len() - 1] = from[from.len() - 1];
        }
        4..=7 => copy_ends::<4>(to, from),
        8..=15 => copy_ends::<8>(to, from),
        16..=32 => copy_ends::<16>(to, from),
        _ => {
            let Some(middle) = to.split_at_mut(16).1.first_chunk_mut() else { unreachable!() };
            *middle = *block16(from, 16);
            copy_ends::<16>(to, from);
        }
    }
}

/// Copies the first `N` and the last `N` bytes of two slices of one length, which is at least `N`.
#[inline(always)]
const fn copy_ends<const N: usize>(to: &mut [u8], from: &[u8]) {
    let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) else {
        unreachable!()
    };
    let Some(to_first) = to.first_chunk_mut::<N>() else { unreachable!() };
    *to_first = *first;
    let Some(to_last) = to.last_chunk_mut::<N>() else { unreachable!() };
    *to_last = *last;
}
