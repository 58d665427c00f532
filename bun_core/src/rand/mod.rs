//! Pseudo-random numbers: Zig's generator, and one for each thread.
//!
//! For what nobody may guess there is [`csprng`](crate::csprng()).

mod fast_random;

#[cfg(test)]
mod tests;

pub use fast_random::fast_random;

/// xoshiro256++ with the seeding of Zig 0.15.2: the same seed gives the same numbers.
///
/// Zig: `std.Random.DefaultPrng`.
///
/// # Examples
///
/// ```
/// use bun_core::rand::DefaultPrng;
///
/// let mut random = DefaultPrng::init(0);
/// assert_eq!(random.next_u64(), 0x53175d61490b23df);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultPrng {
    state: [u64; 4],
}

impl DefaultPrng {
    /// Starts from `seed`, spread over the state by splitmix64.
    #[must_use]
    pub const fn init(seed: u64) -> Self {
        let mut mixed = seed;
        Self {
            state: [
                split_mix(&mut mixed),
                split_mix(&mut mixed),
                split_mix(&mut mixed),
                split_mix(&mut mixed),
            ],
        }
    }

    /// Returns the next number.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::rand::DefaultPrng;
    ///
    /// let (mut one, mut other) = (DefaultPrng::init(7), DefaultPrng::init(7));
    /// assert_eq!(one.next_u64(), other.next_u64());
    /// assert_ne!(one.next_u64(), one.next_u64());
    /// ```
    #[inline]
    pub const fn next_u64(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// Fills `bytes`, eight from each number, the low byte first; what is left of the last is lost.
    ///
    /// Zig: `DefaultPrng.fill`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::rand::DefaultPrng;
    ///
    /// let mut bytes = [0; 3];
    /// DefaultPrng::init(0).fill(&mut bytes);
    /// assert_eq!(bytes, [0xdf, 0x23, 0x0b]);
    /// ```
    pub fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next_u64().to_le_bytes()[..chunk.len()]);
        }
    }
}

const fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
