//! Byte shuffles of the SSE4.1 kernels, computed while compiling.

/// A byte shuffle: the source of each byte, or a number with the high bit for zero.
pub(super) type Shuffle = [u8; 16];

/// No source.
const ZERO: u8 = 0x80;

/// How twelve bytes of UTF-8 are taken apart.
#[derive(Clone, Copy)]
pub(super) struct Split {
    /// Bytes of the characters that are taken.
    pub(super) len: u8,
    /// Which shuffle brings each character into a lane of its own.
    pub(super) shuffle: u8,
}

/// Shuffles below this one make six lanes of 16 bits, of characters of one or two bytes.
pub(super) const SIX: u8 = 64;
/// Shuffles below this one make four lanes of 32 bits, of characters of up to three bytes; the
/// others make three lanes, of up to four.
pub(super) const FOUR: u8 = SIX + 81;

/// The number of shuffles.
const COUNT: usize = FOUR as usize + 64;

/// By the set of last bytes among twelve.
pub(super) static SPLITS: [Split; 4096] = splits();

/// By [`Split::shuffle`].
pub(super) static SHUFFLES: [Shuffle; COUNT] = shuffles();

/// Lengths of up to six characters that end where `ends` has a bit, as a number in base `base`
/// (length less one a digit), their total, and whether all are at most `base`.
const fn lengths(ends: usize, count: usize, base: usize) -> (usize, usize, bool) {
    let (mut code, mut scale, mut total, mut character) = (0, 1, 0, 0);
    while character < count {
        let mut len = 1;
        while total + len <= 12 && ends >> (total + len - 1) & 1 == 0 {
            len += 1;
        }
        if total + len > 12 || len > base {
            return (0, 0, false);
        }
        code += (len - 1) * scale;
        scale *= base;
        total += len;
        character += 1;
    }
    (code, total, true)
}

const fn splits() -> [Split; 4096] {
    let mut splits = [Split { len: 0, shuffle: 0 }; 4096];
    let mut ends = 0;
    while ends < 4096 {
        let (six, six_len, is_six) = lengths(ends, 6, 2);
        let (four, four_len, is_four) = lengths(ends, 4, 3);
        let (three, three_len, is_three) = lengths(ends, 3, 4);
        splits[ends] = if is_six {
            Split { len: six_len as u8, shuffle: six as u8 }
        } else if is_four {
            Split { len: four_len as u8, shuffle: SIX + four as u8 }
        } else if is_three {
            Split { len: three_len as u8, shuffle: FOUR + three as u8 }
        } else {
            // No well-formed text ends its characters so.
            Split { len: 0, shuffle: 0 }
        };
        ends += 1;
    }
    splits
}

/// The last byte of each character in the low byte of its lane, the others above it.
const fn shuffle(mut code: usize, count: usize, base: usize, lane: usize) -> Shuffle {
    let mut shuffle = [ZERO; 16];
    let (mut start, mut character) = (0, 0);
    while character < count {
        let len = code % base + 1;
        code /= base;
        let mut byte = 0;
        while byte < len {
            shuffle[character * lane + byte] = (start + len - 1 - byte) as u8;
            byte += 1;
        }
        start += len;
        character += 1;
    }
    shuffle
}

const fn shuffles() -> [Shuffle; COUNT] {
    let mut shuffles = [[ZERO; 16]; COUNT];
    let mut index = 0;
    while index < COUNT {
        let (six, four) = (SIX as usize, FOUR as usize);
        shuffles[index] = if index < six {
            shuffle(index, 6, 2, 2)
        } else if index < four {
            shuffle(index - six, 4, 3, 4)
        } else {
            shuffle(index - four, 3, 4, 4)
        };
        index += 1;
    }
    shuffles
}

/// Packs eight lanes of two bytes; bit `n` says that the first byte of lane `n` counts too.
pub(super) static PACK_TWO: [Shuffle; 256] = {
    let mut table = [[ZERO; 16]; 256];
    let mut mask = 0;
    while mask < 256 {
        let (mut to, mut lane) = (0, 0);
        while lane < 8 {
            if mask >> lane & 1 == 1 {
                table[mask][to] = 2 * lane;
                to += 1;
            }
            table[mask][to] = 2 * lane + 1;
            to += 1;
            lane += 1;
        }
        mask += 1;
    }
    table
};

/// Packs four lanes of three bytes (the fourth is not used); bit `n` says that the second byte of
/// lane `n` counts, bit `4 + n` that the first does.
pub(super) static PACK_THREE: [Shuffle; 256] = {
    let mut table = [[ZERO; 16]; 256];
    let mut mask = 0;
    while mask < 256 {
        let (mut to, mut lane) = (0, 0);
        while lane < 4 {
            if mask >> (4 + lane) & 1 == 1 {
                table[mask][to] = 4 * lane;
                to += 1;
            }
            if mask >> lane & 1 == 1 {
                table[mask][to] = 4 * lane + 1;
                to += 1;
            }
            table[mask][to] = 4 * lane + 2;
            to += 1;
            lane += 1;
        }
        mask += 1;
    }
    table
};
