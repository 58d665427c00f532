//! [`Found`] and [`Vacant`]: what a search in the slots ends at.

#![expect(unsafe_code, reason = "keys and values in slots; argument in SAFETY.md")]

use super::Slots;

/// A slot in use. Invariant: `slot` is in use.
pub(in super::super) struct Found<'a, K, V> {
    pub(super) slots: &'a mut Slots<K, V>,
    pub(super) slot: usize,
}

/// The slot for a new entry. Invariants: `slot` exists and is not in use, and is the first such
/// slot from where a search for `hash` begins.
pub(in super::super) struct Vacant<'a, K, V> {
    pub(super) slots: &'a mut Slots<K, V>,
    pub(super) slot: usize,
    pub(super) hash: u64,
}

impl<'a, K, V> Found<'a, K, V> {
    /// Returns the entry.
    #[inline]
    pub(in super::super) fn get(&self) -> (&K, &V) {
        // SAFETY:
        // 1. The slot is in use (invariant).
        let key = unsafe { self.slots.key_ref(self.slot) };
        // SAFETY:
        // 1. The slot is in use, so it exists.
        let value = unsafe { self.slots.value(self.slot) };
        // SAFETY:
        // 1. The value is initialised, and borrowed with the slots.
        (key, unsafe { value.as_ref() })
    }

    /// Returns the entry, exclusively.
    #[inline]
    pub(in super::super) fn get_mut(&mut self) -> (&mut K, &mut V) {
        Found { slots: self.slots, slot: self.slot }.into_mut()
    }

    /// Returns the entry for as long as the slots are borrowed.
    #[inline]
    pub(in super::super) fn into_mut(self) -> (&'a mut K, &'a mut V) {
        // SAFETY:
        // 1. The slot is in use, so it exists.
        let mut key = unsafe { self.slots.key(self.slot) };
        // SAFETY:
        // 1. The slot is in use, so it exists.
        let mut value = unsafe { self.slots.value(self.slot) };
        // SAFETY:
        // 1. The key is initialised, and borrowed with the slots.
        let key = unsafe { key.as_mut() };
        // SAFETY:
        // 1. The value is initialised, and borrowed with the slots; it is not part of the key.
        (key, unsafe { value.as_mut() })
    }

    /// Takes the entry out.
    #[inline]
    pub(in super::super) fn remove(self) -> (K, V) {
        // SAFETY:
        // 1. The slot is in use.
        unsafe { self.slots.raw.erase(self.slot) };
        // SAFETY:
        // 1. The slot was in use and has just been counted out.
        unsafe { self.slots.read(self.slot) }
    }
}

impl<'a, K, V> Vacant<'a, K, V> {
    /// Puts an entry in.
    ///
    /// # Panics
    ///
    /// Panics when the slots are as full as they may be.
    #[inline]
    #[track_caller]
    pub(in super::super) fn fill(self, key: K, value: V) -> Found<'a, K, V> {
        let Self { slots, slot, hash } = self;
        assert!(slots.raw.available() != 0, "no capacity for another entry");
        // SAFETY:
        // 1. The slot exists and is not in use (invariant).
        unsafe { slots.write(slot, key, value) };
        // SAFETY:
        // 1. The slot exists and is not in use (invariant).
        // 2. Asserted above.
        unsafe { slots.raw.fill(slot, hash) };
        Found { slots, slot }
    }
}
