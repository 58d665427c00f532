//! Rehashing in place.

#![expect(unsafe_code, reason = "sets control bytes; argument in SAFETY.md")]

use super::super::group::{FREE, used};
use super::RawTable;

impl RawTable {
    /// Puts every entry where its hash wants it, in this block, and forgets the tombstones.
    ///
    /// `hashes` has the hash of the entry of each slot in use. `exchange` exchanges the bytes of
    /// two entries, one of which may not be there.
    pub(in super::super) fn rehash(
        &mut self,
        hashes: &mut [u64],
        mut exchange: impl FnMut(usize, usize),
    ) {
        /// An entry that was put ahead of the cursor and stays where it is.
        const PLACED: u8 = 0x81;
        const PENDING: u8 = 0x80;

        assert_eq!(hashes.len(), self.capacity(), "one hash a slot");
        let set = |table: &mut Self, slot: usize, byte| {
            // SAFETY:
            // 1. Every slot below is masked or less than the capacity.
            unsafe { table.set_control(slot, byte) };
        };
        for slot in 0..self.capacity() {
            let byte = if self.is_used(slot) { PENDING } else { FREE };
            set(self, slot, byte);
        }
        self.reach = 0;
        let mut cursor = 0;
        while cursor < self.capacity() {
            if !self.is_used(cursor) {
                cursor += 1;
                continue;
            }
            let hash = hashes[cursor];
            let mut slot = self.home(hash);
            // SAFETY:
            // 1. Every slot below is masked.
            let placed = |slot| unsafe { self.control(slot) } == PLACED;
            while (slot < cursor && self.is_used(slot)) || (slot > cursor && placed(slot)) {
                slot = (slot + 1) & self.mask();
            }
            self.extend_reach(slot, hash);
            if slot == cursor {
                set(self, cursor, used(hash));
                cursor += 1;
                continue;
            }
            let was_used = self.is_used(slot);
            exchange(cursor, slot);
            hashes.swap(cursor, slot);
            set(self, slot, if slot < cursor { used(hash) } else { PLACED });
            if !was_used {
                set(self, cursor, FREE);
                cursor += 1;
            }
        }
    }
}
