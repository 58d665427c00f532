//! [`HashIndex`]: from a hash to the position of what was hashed.
//!
//! Open addressing with linear probing. The keys are good 64-bit hashes already, so their low
//! bits are the place to start. Removal moves the entries behind it forward, so there are no
//! tombstones. 12 bytes a slot, at most 80 % of them in use.

use alloc::vec::Vec;

use crate::AllocError;

/// The slot holds nothing.
const EMPTY: u32 = u32::MAX;

const CAPACITY_MIN: usize = 8;

/// A hash map whose keys are their own hash.
#[derive(Debug)]
pub(crate) struct HashIndex {
    /// As long as `indices`. What is in an empty slot does not matter.
    hashes: Vec<u64>,
    /// Of a length that is zero or a power of two; at least one slot is empty.
    indices: Vec<u32>,
    len: usize,
}

impl HashIndex {
    pub(crate) const fn new() -> Self {
        Self { hashes: Vec::new(), indices: Vec::new(), len: 0 }
    }

    /// Returns how many hashes there are.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// Returns the slot where probing for `hash` starts.
    #[expect(clippy::cast_possible_truncation, reason = "only the low bits are wanted")]
    const fn home(&self, hash: u64) -> usize {
        hash as usize & (self.indices.len() - 1)
    }

    const fn next(&self, slot: usize) -> usize {
        (slot + 1) & (self.indices.len() - 1)
    }

    /// Returns the slot of `hash`, or the empty slot where it would go. There is an empty slot.
    fn find(&self, hash: u64) -> (usize, bool) {
        let mut slot = self.home(hash);
        while self.indices[slot] != EMPTY {
            if self.hashes[slot] == hash {
                return (slot, true);
            }
            slot = self.next(slot);
        }
        (slot, false)
    }

    /// Returns the index of `hash`.
    pub(crate) fn get(&self, hash: u64) -> Option<u32> {
        if self.len == 0 {
            return None;
        }
        let (slot, found) = self.find(hash);
        found.then(|| self.indices[slot])
    }

    /// Makes room for `additional` more hashes.
    pub(crate) fn reserve(&mut self, additional: usize) -> Result<(), AllocError> {
        let len = self.len.checked_add(additional).ok_or(AllocError)?;
        let needed = len.checked_mul(5).ok_or(AllocError)?.div_ceil(4);
        if needed <= self.indices.len() {
            return Ok(());
        }
        let capacity = needed.checked_next_power_of_two().ok_or(AllocError)?.max(CAPACITY_MIN);
        let mut larger = Self::new();
        larger.hashes.try_reserve_exact(capacity)?;
        larger.indices.try_reserve_exact(capacity)?;
        larger.hashes.resize(capacity, 0);
        larger.indices.resize(capacity, EMPTY);
        for (&hash, &index) in self.hashes.iter().zip(&self.indices) {
            if index != EMPTY {
                let (slot, _) = larger.find(hash);
                larger.hashes[slot] = hash;
                larger.indices[slot] = index;
            }
        }
        larger.len = self.len;
        *self = larger;
        Ok(())
    }

    /// Sets the index of `hash`. It is not `u32::MAX`.
    ///
    /// Does not fail if the hash is there, or after [`reserve`](Self::reserve).
    pub(crate) fn insert(&mut self, hash: u64, index: u32) -> Result<(), AllocError> {
        debug_assert_ne!(index, EMPTY);
        if self.get(hash).is_none() {
            self.reserve(1)?;
        }
        let (slot, found) = self.find(hash);
        self.hashes[slot] = hash;
        self.indices[slot] = index;
        self.len += usize::from(!found);
        Ok(())
    }

    /// Removes `hash` and returns whether it was there.
    pub(crate) fn remove(&mut self, hash: u64) -> bool {
        if self.len == 0 {
            return false;
        }
        let (mut hole, found) = self.find(hash);
        if !found {
            return false;
        }
        let mut slot = self.next(hole);
        while self.indices[slot] != EMPTY {
            // An entry may fill the hole unless it starts behind it.
            let mask = self.indices.len() - 1;
            let home = self.home(self.hashes[slot]);
            if slot.wrapping_sub(home) & mask >= slot.wrapping_sub(hole) & mask {
                self.hashes[hole] = self.hashes[slot];
                self.indices[hole] = self.indices[slot];
                hole = slot;
            }
            slot = self.next(slot);
        }
        self.indices[hole] = EMPTY;
        self.len -= 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 1 } else { 256 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        /// Hashes that share their low bits, so that runs wrap around and removals have to move
        /// entries of several homes.
        #[test]
        fn behaves_like_a_map(
            ops in prop::collection::vec(
                (0_u8..3, 0_u64..24, 0_u32..9),
                1..if cfg!(miri) { 20 } else { 100 },
            ),
        ) {
            let mut index = HashIndex::new();
            let mut model = BTreeMap::new();
            for (op, seed, value) in ops {
                let hash = (seed << 32) | (seed % 3) | 6;
                match op {
                    0 | 1 => {
                        index.insert(hash, value).unwrap();
                        model.insert(hash, value);
                    }
                    _ => prop_assert_eq!(index.remove(hash), model.remove(&hash).is_some()),
                }
                prop_assert_eq!(index.len(), model.len());
                for seed in 0..24 {
                    let hash = (seed << 32) | (seed % 3) | 6;
                    prop_assert_eq!(index.get(hash), model.get(&hash).copied());
                }
            }
        }
    }
}
