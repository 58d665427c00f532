//! Eight bytes at a time: where the first of some bytes is.

/// Eight bytes, the first of which is the lowest.
#[derive(Copy, Clone)]
pub(super) struct Word(u64);

/// A byte in every place.
const fn spread(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// Each answer has the highest bit of each byte that it is about. Bytes above the lowest of these
/// may be wrong.
impl Word {
    #[inline]
    pub(super) const fn below(self, limit: u8) -> u64 {
        self.0.wrapping_sub(spread(limit)) & !self.0 & spread(0x80)
    }

    #[inline]
    pub(super) const fn equal(self, byte: u8) -> u64 {
        Self(self.0 ^ spread(byte)).below(1)
    }

    #[inline]
    pub(super) const fn not_ascii(self) -> u64 {
        self.0 & spread(0x80)
    }
}

/// Returns the position from `from` on of the first byte that `find` marks, or the length.
#[inline]
pub(super) fn first_of(bytes: &[u8], from: usize, find: impl Fn(Word) -> u64) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let marked = |word: [u8; 8]| find(Word(u64::from_le_bytes(word)));
    let (words, tail) = rest.as_chunks();
    let mut at = from;
    for &word in words {
        let found = marked(word);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    if tail.is_empty() {
        return bytes.len();
    }
    // The last eight bytes again, or the few that there are with something harmless behind.
    let (at, word) = match rest.last_chunk() {
        Some(&word) => (bytes.len() - 8, word),
        None => (at, core::array::from_fn(|index| tail.get(index).copied().unwrap_or(b'a'))),
    };
    bytes.len().min(at + marked(word).trailing_zeros() as usize / 8)
}
