//! [`Words`]: what is compared instead of a key.

/// The length of a key and both of its ends. Up to 16 bytes, that is the whole key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    first: u64,
    last: u64,
    len: usize,
}

/// Up to this length, equal words are equal keys.
pub(super) const WHOLE_MAX: usize = 16;

impl Words {
    #[inline]
    pub(super) const fn of(key: &[u8]) -> Self {
        let len = key.len();
        if let (Some(first), Some(last)) = (key.first_chunk(), key.last_chunk()) {
            return Self {
                first: u64::from_le_bytes(*first),
                last: u64::from_le_bytes(*last),
                len,
            };
        }
        if let (Some(first), Some(last)) = (key.first_chunk(), key.last_chunk()) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            return Self { first: first as u64, last: last as u64, len };
        }
        if len == 0 {
            return Self { first: 0, last: 0, len };
        }
        // The first, the middle and the last byte are all there are.
        let ends = key[0] as u64 | (key[len - 1] as u64) << 8;
        Self { first: ends, last: key[len / 2] as u64, len }
    }

    /// Returns where the search in a table of `1 << bits` slots begins.
    #[inline]
    pub(super) const fn home(self, bits: u32) -> usize {
        // Odd numbers without a pattern. The high bits of a product depend on all bits.
        let first = self.first.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let last = self.last.wrapping_mul(0xd6e8_feb8_6659_fd93);
        let len = (self.len as u64).wrapping_mul(0xa076_1d64_78bd_642f);
        // Shifted in two steps because `bits` may be zero.
        let hash = first.wrapping_add(last).wrapping_add(len);
        (hash >> 1 >> (63 - bits)) as usize
    }

    /// As `==`, in a constant.
    #[inline]
    pub(super) const fn eql(self, other: Self) -> bool {
        self.first == other.first && self.last == other.last && self.len == other.len
    }
}
