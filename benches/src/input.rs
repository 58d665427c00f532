//! Seeded inputs: every contender of a row, and every run on every machine, gets the same ones.
//!
//! Nothing is read from disk. Keys looked up are never the slices that were inserted: a comparison
//! that first compares addresses would be answered before it started.

/// SplitMix64: a step and three mixes, enough for inputs and the same in any language.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Returns the sequence of `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// Returns a number below `bound`, which must not be zero. The bias is below 2⁻³² for the
    /// bounds used here.
    pub const fn below(&mut self, bound: u32) -> u32 {
        (((self.next() >> 32) * bound as u64) >> 32) as u32
    }
}

/// Returns `count` random words.
#[must_use]
pub fn words(seed: u64, count: usize) -> Vec<u64> {
    let mut random = Random::new(seed);
    (0..count).map(|_| random.next()).collect()
}

/// Returns `len` random bytes.
#[must_use]
pub fn bytes(seed: u64, len: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> =
        words(seed, len.div_ceil(8)).into_iter().flat_map(u64::to_le_bytes).collect();
    bytes.truncate(len);
    bytes
}

/// Returns `count` allocation sizes from 8 to 64.
#[must_use]
pub fn sizes(seed: u64, count: usize) -> Vec<u32> {
    let mut random = Random::new(seed);
    (0..count).map(|_| 8 + random.below(57)).collect()
}

/// Random bytes that start on a cache line.
///
/// Keys below 49 bytes that start in the first 16 then touch one line, so that a row does not
/// measure where its buffer happened to land.
#[derive(Clone, Debug)]
pub struct Lines {
    storage: Vec<u8>,
    start: usize,
}

impl Lines {
    const LINE: usize = 64;

    /// Returns `len` bytes.
    #[must_use]
    pub fn new(seed: u64, len: usize) -> Self {
        let mut storage = vec![0; len + Self::LINE];
        let start = storage.as_ptr().align_offset(Self::LINE).min(Self::LINE);
        storage.truncate(start + len);
        storage[start..].copy_from_slice(&bytes(seed, len));
        Self { storage, start }
    }

    /// Returns the bytes after `change`, in the same place.
    #[must_use]
    pub fn map(mut self, change: impl Fn(u8) -> u8) -> Self {
        for byte in &mut self.storage[self.start..] {
            *byte = change(*byte);
        }
        self
    }

    /// Returns the bytes.
    #[must_use]
    pub fn get(&self) -> &[u8] {
        &self.storage[self.start..]
    }
}

/// Byte strings stored one behind the other.
#[derive(Clone, Debug, Default)]
pub struct KeySet {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl KeySet {
    /// Returns `count` keys of 3 to 40 bytes as a bundler meets them: identifiers, package names,
    /// paths.
    #[must_use]
    pub fn realistic(seed: u64, count: usize) -> Self {
        let mut random = Random::new(seed);
        let mut set = Self::default();
        while set.ends.len() < count {
            set.push_realistic(&mut random);
        }
        set
    }

    fn push_realistic(&mut self, random: &mut Random) {
        const LEN_MIN: usize = 3;
        const LEN_MAX: usize = 40;
        let start = self.bytes.len();
        let separator = [&b""[..], b"-", b"/", b"_", b"."][random.below(5) as usize];
        for position in 0..=random.below(5) {
            if position > 0 {
                self.bytes.extend_from_slice(separator);
            }
            let word = WORDS[random.below(WORDS.len() as u32) as usize].as_bytes();
            let first = self.bytes.len();
            self.bytes.extend_from_slice(word);
            if position > 0 && separator.is_empty() {
                // Words run together are camel case.
                self.bytes[first].make_ascii_uppercase();
            }
        }
        let len = self.bytes.len() - start;
        if len < LEN_MIN {
            self.bytes.truncate(start);
        } else {
            self.bytes.truncate(start + len.min(LEN_MAX));
            self.ends.push(self.bytes.len());
        }
    }

    /// Returns the keys in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = core::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.bytes[start..end])
    }

    /// Returns the sum of the lengths.
    #[must_use]
    pub fn byte_count(&self) -> usize {
        self.bytes.len()
    }
}

const WORDS: [&str; 48] = [
    "id",
    "on",
    "to",
    "key",
    "map",
    "src",
    "lib",
    "get",
    "set",
    "node",
    "type",
    "name",
    "path",
    "file",
    "item",
    "react",
    "index",
    "value",
    "state",
    "props",
    "utils",
    "types",
    "async",
    "fetch",
    "parse",
    "module",
    "import",
    "export",
    "string",
    "number",
    "object",
    "config",
    "render",
    "handle",
    "update",
    "content",
    "version",
    "options",
    "default",
    "request",
    "response",
    "children",
    "function",
    "callback",
    "component",
    "constructor",
    "prototype",
    "node_modules",
];

#[cfg(test)]
mod tests {
    use super::{KeySet, Lines, bytes, sizes, words};

    #[test]
    fn inputs_depend_on_the_seed_alone() {
        assert_eq!(words(0, 2), [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
        assert_eq!(bytes(7, 100), bytes(7, 100));
        assert_ne!(bytes(7, 100), bytes(8, 100));
        assert_eq!(bytes(7, 100)[..13], bytes(7, 13));
    }

    #[test]
    fn lines_start_on_a_line() {
        for len in [0, 1, 64, 1000] {
            let lines = Lines::new(1, len);
            assert_eq!(lines.get(), bytes(1, len));
            assert!(cfg!(miri) || lines.get().as_ptr().addr().is_multiple_of(64));
        }
    }

    #[test]
    fn keys_have_the_promised_lengths() {
        let keys = KeySet::realistic(1, 4096);
        let lengths: Vec<usize> = keys.iter().map(<[u8]>::len).collect();
        assert_eq!(lengths.len(), 4096);
        assert_eq!(lengths.iter().min(), Some(&3));
        assert_eq!(lengths.iter().max(), Some(&40));
        assert_eq!(lengths.iter().sum::<usize>(), keys.byte_count());
    }

    #[test]
    fn sizes_cover_their_range() {
        let sizes = sizes(1, 10_000);
        assert_eq!((sizes.iter().min(), sizes.iter().max()), (Some(&8), Some(&64)));
    }
}
