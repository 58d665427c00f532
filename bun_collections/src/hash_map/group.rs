//! [`Group`]: control bytes of neighbouring slots, compared all at once.
//!
//! SSE2 compares sixteen; elsewhere a word holds eight. The lanes of a group stand for its slots in
//! ascending order, so the first lane that matches is the slot that a scan from slot to slot would
//! find first.
//!
//! A loop over sixteen bytes that collects the bits of a mask was tried first: it compiles to forty
//! instructions where SSE2 has two.

#![expect(unsafe_code, reason = "loads of control bytes; argument in SAFETY.md")]

/// A slot that was never used since the table was last emptied around it.
pub(super) const FREE: u8 = 0;
/// A slot whose entry was removed, while entries after it may have probed over it.
pub(super) const TOMBSTONE: u8 = 1;

/// The control byte of a slot in use: its high bit, and seven bits of the hash.
#[inline]
pub(super) const fn used(hash: u64) -> u8 {
    0x80 | (hash >> 57) as u8
}

/// Returns whether a slot with this control byte has an entry.
#[inline]
pub(super) const fn is_used(control: u8) -> bool {
    control & 0x80 != 0
}

pub(crate) use self::word::{Group, Lanes, prefetch};

#[cfg(target_arch = "x86_64")]
mod word {
    use core::arch::x86_64::{
        __m128i, _MM_HINT_T0, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_prefetch,
        _mm_set1_epi8,
    };

    /// Has the processor fetch the cache line of an address, which need not be that of anything.
    #[inline]
    pub(crate) fn prefetch(address: *const u8) {
        // SAFETY:
        // 1. Every x86-64 processor has SSE, and the hint neither reads for us nor faults.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(address.cast()) }
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn high_bits(group: __m128i) -> i32 {
        _mm_movemask_epi8(group)
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn equal(group: __m128i, byte: i8) -> i32 {
        high_bits(_mm_cmpeq_epi8(group, _mm_set1_epi8(byte)))
    }

    /// The control bytes of sixteen slots.
    #[derive(Clone, Copy)]
    pub(crate) struct Group(__m128i);

    /// One bit a lane.
    #[derive(Clone, Copy)]
    pub(crate) struct Lanes(u32);

    impl Group {
        pub(crate) const WIDTH: usize = 16;

        /// Loads a group.
        ///
        /// # Safety
        ///
        /// 1. `WIDTH` initialised bytes may be read at `first`.
        #[inline]
        pub(crate) unsafe fn load(first: *const u8) -> Self {
            // SAFETY:
            // 1. Precondition 1; the load is an unaligned one.
            Self(unsafe { _mm_loadu_si128(first.cast()) })
        }

        /// Returns the group that these bytes are.
        #[inline]
        pub(crate) fn of(bytes: &[u8; Self::WIDTH]) -> Self {
            // SAFETY:
            // 1. The array is as long.
            unsafe { Self::load(bytes.as_ptr()) }
        }

        /// Returns the lanes that equal a control byte.
        #[inline]
        pub(crate) fn with(self, control: u8) -> Lanes {
            // SAFETY:
            // 1. Every x86-64 processor has SSE2.
            Lanes(unsafe { equal(self.0, control.cast_signed()) }.cast_unsigned())
        }

        /// Returns the lanes that are free.
        #[inline]
        pub(crate) fn free(self) -> Lanes {
            self.with(super::FREE)
        }

        /// Returns the lanes that are in use.
        #[inline]
        pub(crate) fn used(self) -> Lanes {
            // SAFETY:
            // 1. Every x86-64 processor has SSE2.
            Lanes(unsafe { high_bits(self.0) }.cast_unsigned())
        }
    }

    impl Lanes {
        pub(crate) const NONE: Self = Self(0);

        /// Returns the lanes that are not in the set.
        #[inline]
        pub(crate) fn inverse(self) -> Self {
            Self(self.0 ^ 0xffff)
        }

        /// Returns the first lane.
        #[inline]
        pub(crate) fn first(self) -> Option<usize> {
            (self.0 != 0).then(|| self.0.trailing_zeros() as usize)
        }

        /// Returns whether there is a lane.
        #[inline]
        pub(crate) fn any(self) -> bool {
            self.0 != 0
        }

        /// Takes the first lane out.
        #[inline]
        pub(crate) fn remove_first(&mut self) {
            self.0 &= self.0.wrapping_sub(1);
        }

        /// Returns whether a lane is in the set.
        #[inline]
        pub(crate) const fn has(self, lane: usize) -> bool {
            self.0 >> lane & 1 != 0
        }
    }
}

#[cfg(not(target_arch = "x86_64"))]
mod word {
    /// Does nothing: the hint is not to be had in stable Rust.
    #[inline]
    pub(crate) const fn prefetch(_address: *const u8) {}

    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = LOW << 7;

    /// The control bytes of eight slots, the first in the lowest byte.
    #[derive(Clone, Copy)]
    pub(crate) struct Group(u64);

    /// The high bit of each lane.
    #[derive(Clone, Copy)]
    pub(crate) struct Lanes(u64);

    impl Group {
        pub(crate) const WIDTH: usize = 8;

        /// Loads a group.
        ///
        /// # Safety
        ///
        /// 1. `WIDTH` initialised bytes may be read at `first`.
        #[inline]
        pub(crate) unsafe fn load(first: *const u8) -> Self {
            // SAFETY:
            // 1. Precondition 1; an array of bytes is aligned anywhere.
            Self(u64::from_le_bytes(unsafe { first.cast::<[u8; 8]>().read() }))
        }

        /// Returns the group that these bytes are.
        #[inline]
        pub(crate) fn of(bytes: &[u8; Self::WIDTH]) -> Self {
            Self(u64::from_le_bytes(*bytes))
        }

        /// Returns the lanes that equal a control byte.
        #[inline]
        pub(crate) fn with(self, control: u8) -> Lanes {
            let difference = self.0 ^ (u64::from(control) * LOW);
            // The sum sets the high bit of every lane with any of its lower bits, and carries
            // nothing into the next.
            Lanes(!(((difference & !HIGH) + !HIGH) | difference) & HIGH)
        }

        /// Returns the lanes that are free.
        #[inline]
        pub(crate) fn free(self) -> Lanes {
            // Neither the bit of a used slot nor that of a tombstone.
            Lanes(!(self.0 | self.0 << 7) & HIGH)
        }

        /// Returns the lanes that are in use.
        #[inline]
        pub(crate) fn used(self) -> Lanes {
            Lanes(self.0 & HIGH)
        }
    }

    impl Lanes {
        pub(crate) const NONE: Self = Self(0);

        /// Returns the lanes that are not in the set.
        #[inline]
        pub(crate) fn inverse(self) -> Self {
            Self(self.0 ^ HIGH)
        }

        /// Returns the first lane.
        #[inline]
        pub(crate) fn first(self) -> Option<usize> {
            (self.0 != 0).then(|| self.0.trailing_zeros() as usize / 8)
        }

        /// Returns whether there is a lane.
        #[inline]
        pub(crate) fn any(self) -> bool {
            self.0 != 0
        }

        /// Takes the first lane out.
        #[inline]
        pub(crate) fn remove_first(&mut self) {
            self.0 &= self.0.wrapping_sub(1);
        }

        /// Returns whether a lane is in the set.
        #[inline]
        pub(crate) const fn has(self, lane: usize) -> bool {
            self.0 >> (8 * lane + 7) & 1 != 0
        }
    }
}
