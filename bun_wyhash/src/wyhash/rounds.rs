//! The 48-byte round: three independent lanes of 16 bytes each.
//!
//! A lane waits for its previous multiplication: load, multiply and fold are six cycles in a row,
//! so 48 bytes every six cycles is the most that three lanes allow, whatever the instruction set.
//! Two rounds a turn come close to that with plain `mul`. Run-time dispatch to `mulx` was measured
//! and rejected: it was no faster, and would have cost the crate its `forbid(unsafe_code)`.

use crate::mix::{SECRET, block16, mix, words16};

/// Bytes in one round.
pub(super) const ROUND: usize = 48;

/// Rounds done in one turn of the main loop, in bytes.
const TURN: usize = 2 * ROUND;

/// One lane of a round; also the step that folds what remains after the rounds.
#[inline(always)]
const fn lane<const LOWER: bool>(state: u64, secret: u64, block: &[u8; 16]) -> u64 {
    let (a, b) = words16::<LOWER>(block);
    mix(a ^ secret, b ^ state)
}

/// One round over the 48 bytes at `at`.
#[inline(always)]
pub(super) const fn round<const LOWER: bool>(
    [s0, s1, s2]: [u64; 3],
    bytes: &[u8],
    at: usize,
) -> [u64; 3] {
    [
        lane::<LOWER>(s0, SECRET[1], block16(bytes, at)),
        lane::<LOWER>(s1, SECRET[2], block16(bytes, at + 16)),
        lane::<LOWER>(s2, SECRET[3], block16(bytes, at + 32)),
    ]
}

/// Does every round that leaves something behind: the rest has 1 to 48 bytes, because the last
/// block belongs to the finish even when it is a whole one. An empty input stays empty.
#[inline(always)]
pub(super) const fn rounds<const LOWER: bool>(
    mut state: [u64; 3],
    bytes: &[u8],
) -> ([u64; 3], &[u8]) {
    let mut rest = bytes;
    while rest.len() > TURN {
        state = round::<LOWER>(state, rest, 0);
        state = round::<LOWER>(state, rest, ROUND);
        rest = rest.split_at(TURN).1;
    }
    if rest.len() > ROUND {
        state = round::<LOWER>(state, rest, 0);
        rest = rest.split_at(ROUND).1;
    }
    (state, rest)
}

/// Folds the lanes together and mixes in all of `rest`, at most 48 bytes, but its last 1 to 16.
#[inline(always)]
pub(super) const fn fold<const LOWER: bool>([s0, s1, s2]: [u64; 3], rest: &[u8]) -> u64 {
    let mut state = s0 ^ s1 ^ s2;
    if rest.len() > 16 {
        state = lane::<LOWER>(state, SECRET[1], block16(rest, 0));
    }
    if rest.len() > 32 {
        state = lane::<LOWER>(state, SECRET[1], block16(rest, 16));
    }
    state
}
