//! [`Slots`]: a [`RawTable`] with keys and values in it, safe to use.
//!
//! Entries are reached through [`Found`] and [`Vacant`], which know that their slot is in use or is
//! not; so the rest of the map needs neither indexes nor unsafe code.

#![expect(unsafe_code, reason = "keys and values in slots; argument in SAFETY.md")]

mod found;

use alloc::vec::Vec;
use bun_alloc::AllocError;
use core::marker::PhantomData;
use core::mem::{self, ManuallyDrop, MaybeUninit};
use core::ptr::NonNull;

pub(super) use self::found::{Found, Vacant};
use super::group::prefetch;
use super::raw::{Home, RawTable, UsedSlots};
use super::shape::Shape;
use super::walk::{Drain, Iter, Pointers, Unowned, Unread};

/// Keys and values in slots.
///
/// # Invariants
///
/// 1. The shape of `raw` is `Self::SHAPE`.
/// 2. The key and the value of every slot in use are initialised and owned by the slots.
pub(super) struct Slots<K, V> {
    raw: RawTable,
    owned: PhantomData<(K, V)>,
}

// SAFETY:
// 1. The entries are owned, so they may go where a `Vec<(K, V)>` may.
unsafe impl<K: Send, V: Send> Send for Slots<K, V> {}

// SAFETY:
// 1. Through shared slots only `&K` and `&V` are reachable.
unsafe impl<K: Sync, V: Sync> Sync for Slots<K, V> {}

/// Where a key is, or where it would go.
pub(super) enum Search<'a, K, V> {
    Found(Found<'a, K, V>),
    Vacant(Vacant<'a, K, V>),
}

impl<K, V> Slots<K, V> {
    const SHAPE: Shape = Shape::new::<K, V>();

    #[inline]
    pub(super) const fn new() -> Self {
        Self { raw: RawTable::new(), owned: PhantomData }
    }

    /// Returns free slots.
    pub(super) fn with_capacity(capacity: u32) -> Result<Self, AllocError> {
        Ok(Self { raw: RawTable::allocate(Self::SHAPE, capacity)?, owned: PhantomData })
    }

    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.raw.len()
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.raw.capacity()
    }

    /// Returns a pointer to the key of a slot.
    ///
    /// # Safety
    ///
    /// 1. `entries` is the start of a block of this shape, and the slot exists in it.
    #[inline]
    pub(super) unsafe fn key_in(entries: NonNull<u8>, slot: usize) -> NonNull<K> {
        let (stride, offset) = if Self::SHAPE.is_paired() {
            (size_of::<(K, V)>(), mem::offset_of!((K, V), 0))
        } else {
            (size_of::<K>(), 0)
        };
        // SAFETY:
        // 1. Keys of slots are inside the block (precondition 1).
        unsafe { entries.add(slot * stride + offset) }.cast()
    }

    /// Returns a pointer to the value of a slot.
    ///
    /// # Safety
    ///
    /// 1. `entries` is the start of a block of this shape for `capacity` slots, and the slot is one
    ///    of them.
    #[inline]
    pub(super) unsafe fn value_in(
        entries: NonNull<u8>,
        capacity: usize,
        slot: usize,
    ) -> NonNull<V> {
        let (stride, offset) = if Self::SHAPE.is_paired() {
            (size_of::<(K, V)>(), mem::offset_of!((K, V), 1))
        } else {
            (size_of::<V>(), Self::SHAPE.values_at(capacity))
        };
        // SAFETY:
        // 1. Values of slots are inside the block (precondition 1).
        unsafe { entries.add(slot * stride + offset) }.cast()
    }

    /// Returns a pointer to the key of a slot.
    ///
    /// # Safety
    ///
    /// 1. The slot exists.
    #[inline]
    unsafe fn key(&self, slot: usize) -> NonNull<K> {
        // SAFETY:
        // 1. The block has this shape (invariant 1), and the slot exists (precondition 1).
        unsafe { Self::key_in(self.raw.entries(), slot) }
    }

    /// Returns a pointer to the value of a slot.
    ///
    /// # Safety
    ///
    /// 1. The slot exists.
    #[inline]
    unsafe fn value(&self, slot: usize) -> NonNull<V> {
        // SAFETY:
        // 1. The block has this shape (invariant 1), and the slot exists (precondition 1).
        unsafe { Self::value_in(self.raw.entries(), self.capacity(), slot) }
    }

    /// Returns the key of a slot.
    ///
    /// # Safety
    ///
    /// 1. The slot is in use.
    #[inline]
    unsafe fn key_ref(&self, slot: usize) -> &K {
        // SAFETY:
        // 1. A slot in use exists.
        let key = unsafe { self.key(slot) };
        // SAFETY:
        // 1. The key is initialised (invariant 2), and borrowed with the slots.
        unsafe { key.as_ref() }
    }

    /// Moves the entry of a slot out.
    ///
    /// # Safety
    ///
    /// 1. The key and the value are initialised, and are not used again.
    #[inline]
    unsafe fn read(&self, slot: usize) -> (K, V) {
        // SAFETY:
        // 1. The slot has an entry, so it exists.
        let key = unsafe { self.key(slot) };
        // SAFETY:
        // 1. The slot has an entry, so it exists.
        let value = unsafe { self.value(slot) };
        // SAFETY:
        // 1. Initialised and not used again (precondition 1).
        let key = unsafe { key.read() };
        // SAFETY:
        // 1. Initialised and not used again (precondition 1).
        (key, unsafe { value.read() })
    }

    /// Moves an entry into a slot.
    ///
    /// # Safety
    ///
    /// 1. The slot exists and is not in use.
    #[inline]
    unsafe fn write(&mut self, slot: usize, key: K, value: V) {
        // SAFETY:
        // 1. Precondition 1.
        let key_slot = unsafe { self.key(slot) };
        // SAFETY:
        // 1. Precondition 1.
        let value_slot = unsafe { self.value(slot) };
        // SAFETY:
        // 1. The slot is aligned and holds no key.
        unsafe { key_slot.write(key) };
        // SAFETY:
        // 1. The slot is aligned and holds no value.
        unsafe { value_slot.write(value) };
    }

    /// Has the processor fetch the entry that a search for this hash looks at first, while it waits
    /// for the control bytes.
    #[inline]
    fn prefetch(&self, hash: u64) {
        let stride = if Self::SHAPE.is_paired() { size_of::<(K, V)>() } else { size_of::<K>() };
        // Without slots this is any address, and a hint all the same.
        let offset = self.raw.home(hash).wrapping_mul(stride);
        prefetch(self.raw.entries().as_ptr().wrapping_add(offset));
    }

    /// Returns the key and the value with this hash for whose key `is_match`.
    ///
    /// Without a prefetch: a search among a thousand entries took a tenth longer with one, a search
    /// among a million hardly less, for it need not wait for the search before it.
    #[inline]
    pub(super) fn get(&self, hash: u64, mut is_match: impl FnMut(&K) -> bool) -> Option<(&K, &V)> {
        // SAFETY:
        // 1. `find` asks about slots in use only.
        let slot = self.raw.find(hash, |slot| is_match(unsafe { self.key_ref(slot) }))?;
        // SAFETY:
        // 1. The slot was found, so it is in use.
        let key = unsafe { self.key_ref(slot) };
        // SAFETY:
        // 1. The slot is in use, so it exists.
        let value = unsafe { self.value(slot) };
        // SAFETY:
        // 1. The value is initialised (invariant 2), and borrowed with the slots.
        Some((key, unsafe { value.as_ref() }))
    }

    /// Returns the slot in use with this hash for whose key `is_match`.
    #[inline]
    pub(super) fn find(
        &mut self,
        hash: u64,
        mut is_match: impl FnMut(&K) -> bool,
    ) -> Option<Found<'_, K, V>> {
        self.prefetch(hash);
        // SAFETY:
        // 1. `find` asks about slots in use only.
        let slot = self.raw.find(hash, |slot| is_match(unsafe { self.key_ref(slot) }))?;
        Some(Found { slots: self, slot })
    }

    /// As [`find`](Self::find), or returns the slot for a new entry.
    ///
    /// # Panics
    ///
    /// Panics when there is nothing and no slots.
    #[inline]
    #[track_caller]
    pub(super) fn search(
        &mut self,
        hash: u64,
        mut is_match: impl FnMut(&K) -> bool,
    ) -> Search<'_, K, V> {
        self.prefetch(hash);
        // SAFETY:
        // 1. `find_or_vacant` asks about slots in use only.
        match self.raw.find_or_vacant(hash, |slot| is_match(unsafe { self.key_ref(slot) })) {
            Ok(slot) => Search::Found(Found { slots: self, slot }),
            Err(slot) => Search::Vacant(Vacant { slots: self, slot, hash }),
        }
    }

    /// As [`search`](Self::search) in the first group; `None` when that has no answer, or no entry
    /// may be added.
    #[inline]
    pub(super) fn search_at_home(
        &mut self,
        hash: u64,
        mut is_match: impl FnMut(&K) -> bool,
    ) -> Option<Search<'_, K, V>> {
        if self.raw.available() == 0 {
            return None;
        }
        self.prefetch(hash);
        // SAFETY:
        // 1. `look_at_home` asks about slots in use only.
        match self.raw.look_at_home(hash, |slot| is_match(unsafe { self.key_ref(slot) })) {
            Home::Found(slot) => Some(Search::Found(Found { slots: self, slot })),
            Home::Vacant(slot) => Some(Search::Vacant(Vacant { slots: self, slot, hash })),
            Home::Further { .. } => None,
        }
    }

    /// Returns the slot for a new entry, without a look for one that is there.
    #[inline]
    #[track_caller]
    pub(super) fn vacant(&mut self, hash: u64) -> Vacant<'_, K, V> {
        let slot = self.raw.vacant(hash);
        Vacant { slots: self, slot, hash }
    }

    /// Returns the entry whose key is at `key`, if that is where a key of the slots is.
    pub(super) fn at(&mut self, key: *const K) -> Option<Found<'_, K, V>> {
        let stride = if Self::SHAPE.is_paired() { size_of::<(K, V)>() } else { size_of::<K>() };
        // Without slots there is no entry to compare with, and the base dangles.
        let base = (self.len() != 0).then(|| {
            // SAFETY:
            // 1. There are slots, so the first exists.
            unsafe { self.key(0) }
        })?;
        let offset = key.addr().checked_sub(base.addr().get())?;
        let slot = offset.checked_div(stride).unwrap_or_else(|| self.first_used());
        let is_aligned = offset.checked_rem(stride).unwrap_or(offset) == 0;
        (is_aligned && self.raw.is_used(slot)).then_some(Found { slots: self, slot })
    }

    /// Returns the first slot in use, for entries that all have the same address.
    fn first_used(&self) -> usize {
        (0..self.capacity()).find(|slot| self.raw.is_used(*slot)).unwrap_or(0)
    }

    /// Makes room for `additional` more entries.
    #[inline]
    pub(super) fn reserve(
        &mut self,
        additional: usize,
        hash: impl Fn(&K) -> u64,
    ) -> Result<(), AllocError> {
        if additional <= self.raw.available() { Ok(()) } else { self.grow(additional, hash) }
    }

    #[cold]
    fn grow(&mut self, additional: usize, hash: impl Fn(&K) -> u64) -> Result<(), AllocError> {
        let capacity = self.raw.grown(additional)?;
        // Until the end the entries belong to the old block: nothing has moved if `hash` panics.
        let mut new = Unowned(ManuallyDrop::new(Self::with_capacity(capacity)?));
        for slot in self.used() {
            // SAFETY:
            // 1. `used` names slots in use.
            let hash = hash(unsafe { self.key_ref(slot) });
            let to = new.0.raw.vacant(hash);
            // SAFETY:
            // 1. The slot is in use. One of the two blocks is freed without its entries.
            let (key, value) = unsafe { self.read(slot) };
            // SAFETY:
            // 1. `vacant` returns a slot that exists and is not in use.
            unsafe { new.0.write(to, key, value) };
            // SAFETY:
            // 1. The slot exists and is not in use.
            // 2. There is room for all entries of this block, and for more.
            unsafe { new.0.raw.fill(to, hash) };
        }
        mem::swap(self, &mut new.0);
        Ok(())
    }

    /// Puts every entry where its hash wants it, in this block.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for the hashes; nothing has changed.
    pub(super) fn rehash(&mut self, hash: impl Fn(&K) -> u64) -> Result<(), AllocError> {
        // All of them first: nothing has moved if `hash` panics.
        let mut hashes = Vec::new();
        hashes.try_reserve_exact(self.capacity())?;
        hashes.resize(self.capacity(), 0);
        for slot in self.used() {
            // SAFETY:
            // 1. `used` names slots in use.
            hashes[slot] = hash(unsafe { self.key_ref(slot) });
        }
        let (entries, capacity) = (self.raw.entries(), self.capacity());
        self.raw.rehash(&mut hashes, |a, b| {
            // SAFETY:
            // 1. `rehash` names slots that exist.
            let key = |slot| unsafe { Self::key_in(entries, slot) }.cast::<MaybeUninit<K>>();
            // SAFETY:
            // 1. `rehash` names slots that exist.
            let value = |slot| unsafe { Self::value_in(entries, capacity, slot) }.cast();
            // SAFETY:
            // 1. Both are slots of the block that nothing else refers to. They differ.
            unsafe { key(a).swap(key(b)) };
            let (a, b): (NonNull<MaybeUninit<V>>, _) = (value(a), value(b));
            // SAFETY:
            // 1. Both are slots of the block that nothing else refers to. They differ.
            unsafe { a.swap(b) };
        });
        Ok(())
    }

    /// Returns the slots in use, in ascending order.
    #[inline]
    fn used(&self) -> UsedSlots {
        // SAFETY:
        // 1. The callers let go of the iterator before the block is freed.
        unsafe { self.raw.used_slots() }
    }

    /// Returns pointers to the entries; they may not outlive the block.
    #[inline]
    pub(super) fn pointers(&self) -> Pointers<K, V> {
        Pointers::new(self.raw.entries(), self.capacity(), self.used())
    }

    /// Forgets the entries, which have been moved out.
    pub(super) fn forget_entries(&mut self) {
        self.raw.clear();
    }

    /// Frees the block without its entries.
    ///
    /// # Safety
    ///
    /// 1. The slots are not used again, and not dropped.
    #[inline]
    pub(super) unsafe fn free(&mut self) {
        // SAFETY:
        // 1. Invariant 1.
        // 2. Precondition 1.
        unsafe { self.raw.deallocate(Self::SHAPE) }
    }

    /// Drops all entries, and keeps the block.
    pub(super) fn clear(&mut self) {
        drop(Drain::new(self));
    }

    /// Removes the entries that `keep` does not want, in the order of the slots.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        for slot in self.used() {
            // SAFETY:
            // 1. The slot is in use: only this loop takes entries out, each when it is named.
            let key = unsafe { self.key(slot) };
            // SAFETY:
            // 1. The slot is in use.
            let mut value = unsafe { self.value(slot) };
            // SAFETY:
            // 1. The key is initialised (invariant 2), and borrowed with the slots.
            let key = unsafe { key.as_ref() };
            // SAFETY:
            // 1. The value is initialised (invariant 2), and borrowed with the slots.
            if !keep(key, unsafe { value.as_mut() }) {
                drop(Found { slots: self, slot }.remove());
            }
        }
    }

    /// Returns a copy in as small a block as will do.
    pub(super) fn try_clone(&self, hash: impl Fn(&K) -> u64) -> Result<Self, AllocError>
    where
        K: Clone,
        V: Clone,
    {
        if self.len() == 0 {
            return Ok(Self::new());
        }
        let mut copy = Self::with_capacity(self.raw.fitting()?)?;
        for (key, value) in Iter::new(self) {
            let (key, value) = (key.clone(), value.clone());
            copy.vacant(hash(&key)).fill(key, value);
        }
        Ok(copy)
    }
}

impl<K, V> Drop for Slots<K, V> {
    #[inline]
    fn drop(&mut self) {
        drop(Unread::new(mem::replace(self, Self::new())));
    }
}
