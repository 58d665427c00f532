//! A seeded generator of random decisions, the same on every machine and in every release.
//!
//! The `rand` crates promise no stable sequence across versions, and a failing seed has to fail
//! again next year. The algorithm is xoshiro256++, its state filled by splitmix64.

use core::ops::RangeInclusive;

/// The increment of splitmix64, odd and irregular: seeds that far apart share nothing.
pub const SEED_STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A stream of random decisions that its seed determines.
///
/// # Examples
///
/// ```
/// use bun_tests::prng::Prng;
///
/// let draw = |seed| {
///     let mut random = Prng::new(seed);
///     [random.below(6), random.below(6), random.below(6)]
/// };
/// assert_eq!(draw(1), draw(1));
/// assert!(draw(2).iter().all(|&side| side < 6));
/// ```
#[derive(Clone, Debug)]
pub struct Prng {
    state: [u64; 4],
}

impl Prng {
    /// Starts the stream that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut counter = seed;
        let state = core::array::from_fn(|_| {
            counter = counter.wrapping_add(SEED_STEP);
            let mut word = counter;
            word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            word ^ (word >> 31)
        });
        Self { state }
    }

    /// Returns 64 random bits.
    pub fn word(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let word = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        word
    }

    /// Returns a number below `bound`, as good as uniform.
    ///
    /// # Panics
    ///
    /// When `bound` is zero.
    pub fn below(&mut self, bound: usize) -> usize {
        assert!(bound > 0, "no number is below zero");
        ((u128::from(self.word()) * bound as u128) >> 64) as usize
    }

    /// Returns a number from `range`, as good as uniform.
    pub fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// Returns `true` in `part` of `whole` cases.
    pub fn ratio(&mut self, part: usize, whole: usize) -> bool {
        self.below(whole) < part
    }

    /// Returns one of `choices`.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn choose<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Returns a word in which edges are as likely as everything else: zero, all ones, small
    /// numbers, single bits, or any bits.
    pub fn edgy_word(&mut self) -> u64 {
        match self.below(6) {
            0 => self.choose(&[0, u64::MAX, u64::MAX >> 1, 1 << 63]),
            1 => self.below(300) as u64,
            2 => 1 << self.below(64),
            3 => u64::MAX << self.below(64),
            _ => self.word(),
        }
    }

    /// Returns `len` bytes: mostly any, sometimes all equal, counting up, or text.
    pub fn edgy_bytes(&mut self, len: usize) -> Vec<u8> {
        match self.below(8) {
            0 => vec![self.choose(&[0, 0xff, 0x80, b'a']); len],
            1 => (0..len).map(|index| index as u8).collect(),
            2 => (0..len).map(|_| b' ' + self.below(95) as u8).collect(),
            _ => {
                let mut bytes = Vec::with_capacity(len.next_multiple_of(8));
                while bytes.len() < len {
                    bytes.extend_from_slice(&self.word().to_le_bytes());
                }
                bytes.truncate(len);
                bytes
            }
        }
    }
}

/// Weights of the kinds of step in one sequence.
///
/// Each sequence draws its own: some kinds never occur in it, some dominate it. That reaches
/// states, a full container for one, that an even mix does not.
///
/// # Examples
///
/// ```
/// use bun_tests::prng::{Prng, Swarm};
///
/// let mut random = Prng::new(3);
/// let swarm = Swarm::draw(&mut random, &[10, 10, 0]);
/// assert!((0..100).all(|_| swarm.pick(&mut random) < 2));
/// ```
#[derive(Clone, Debug)]
pub struct Swarm {
    weights: Vec<usize>,
    total: usize,
}

impl Swarm {
    /// Draws weights around `base`: each is left out, or multiplied by one to eight.
    ///
    /// # Panics
    ///
    /// When every weight in `base` is zero.
    #[must_use]
    pub fn draw(random: &mut Prng, base: &[usize]) -> Self {
        assert!(base.iter().any(|&weight| weight > 0), "there is something to pick");
        loop {
            let weights: Vec<usize> = base
                .iter()
                .map(|&weight| if random.ratio(1, 4) { 0 } else { weight << random.below(4) })
                .collect();
            let total = weights.iter().sum();
            if total > 0 {
                return Self { weights, total };
            }
        }
    }

    /// Returns the index of a kind, by the weights.
    pub fn pick(&self, random: &mut Prng) -> usize {
        let mut left = random.below(self.total);
        for (index, &weight) in self.weights.iter().enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        unreachable!("the weights add up to the total")
    }
}
