//! [`HashMap`]: a sorted table on the heap that grows.

use alloc::vec::Vec;
use bun_alloc::AllocError;
use core::fmt;

use super::entry::{Entry, home};
use super::mixin::{GetOrPutResult, HashMapMixin};
use super::{shift_of, static_slots};
use crate::{AutoContext, HashContext};

/// A table sorted by hash that doubles when more than `MAX_LOAD` percent of its capacity are used.
///
/// Most code wants [`bun_collections::HashMap`](crate::HashMap) instead; this one iterates in the
/// order of the hashes. The methods beside those below are in [`HashMapMixin`].
///
/// Zig: `bun.StaticHashMap`'s file, `HashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::static_hash_map::{AutoHashMap, HashMapMixin};
///
/// let mut map = AutoHashMap::<u64, u64>::init_capacity(8)?;
/// for key in 0..7 {
///     map.put(key, key * key)?;
/// }
/// assert_eq!(map.capacity(), 16, "the seventh is more than 80 % of eight");
/// assert_eq!(map.iter().count(), 7);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct HashMap<K, V, Ctx, const MAX_LOAD: usize = 80> {
    /// Invariant: `static_slots(capacity)` of them.
    entries: Vec<Entry<K, V>>,
    len: usize,
    /// Invariant: a power of two, at most 2³¹.
    capacity: usize,
    context: Ctx,
}

/// A [`HashMap`] for keys that are hashed as Zig's `autoHash` does.
///
/// Zig: `AutoHashMap`.
pub type AutoHashMap<K, V, const MAX_LOAD: usize = 80> = HashMap<K, V, AutoContext, MAX_LOAD>;

impl<K: Default, V: Default, Ctx, const MAX_LOAD: usize> HashMap<K, V, Ctx, MAX_LOAD> {
    /// Returns an empty map of `capacity` slots, a power of two.
    ///
    /// Zig: `initCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    ///
    /// # Panics
    ///
    /// Panics when `capacity` is no power of two, or larger than 2³¹.
    #[doc(alias = "initCapacity")]
    pub fn init_capacity(capacity: usize) -> Result<Self, AllocError>
    where
        Ctx: Default,
    {
        Self::with_context(capacity, Ctx::default())
    }

    /// Returns an empty map of `capacity` slots, a power of two.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    ///
    /// # Panics
    ///
    /// Panics when `capacity` is no power of two, or larger than 2³¹.
    pub fn with_context(capacity: usize, context: Ctx) -> Result<Self, AllocError> {
        const { assert!(MAX_LOAD > 0 && MAX_LOAD <= 100, "a load is a percentage") };
        Ok(Self { entries: empty(capacity)?, len: 0, capacity, context })
    }

    /// Returns the number of slots without the tail.
    #[inline]
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Makes room for `additional` entries.
    ///
    /// Zig: `ensureUnusedCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; nothing has changed.
    #[doc(alias = "ensureUnusedCapacity")]
    pub fn ensure_unused_capacity(&mut self, additional: usize) -> Result<(), AllocError> {
        let wanted = self.len.checked_add(additional).ok_or(AllocError)?;
        let mut capacity = self.capacity;
        while wanted > limit::<MAX_LOAD>(capacity) {
            capacity = doubled(capacity)?;
        }
        if capacity == self.capacity { Ok(()) } else { self.grow(capacity) }
    }

    /// Moves the entries into a table of at least `capacity` slots.
    fn grow(&mut self, mut capacity: usize) -> Result<(), AllocError> {
        while !fits(&self.entries, capacity) {
            capacity = doubled(capacity)?;
        }
        let mut entries = empty(capacity)?;
        let mut next = 0;
        for entry in self.entries.drain(..).filter(|entry| !entry.is_empty()) {
            let at = home(entry.hash, shift_of(capacity)).max(next);
            entries[at] = entry;
            next = at + 1;
        }
        self.entries = entries;
        self.capacity = capacity;
        Ok(())
    }

    /// Returns the value of `key`, and puts the default one there if there is none.
    ///
    /// Zig: `getOrPut`.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot; nothing has changed.
    #[doc(alias = "getOrPut")]
    pub fn get_or_put(&mut self, key: K) -> Result<GetOrPutResult<'_, V>, AllocError>
    where
        Ctx: HashContext<K>,
    {
        self.ensure_unused_capacity(1)?;
        // Displaced entries may fill the tail before the table is full. One of twice the size has
        // twice the tail, and a run half as long in it.
        while !self.has(&key) && self.entries.last().is_some_and(|last| !last.is_empty()) {
            self.grow(doubled(self.capacity)?)?;
        }
        self.try_get_or_put(key)
    }

    /// Puts `value` there, unless `key` has a value already: then `value` is dropped.
    ///
    /// # Errors
    ///
    /// `AllocError` when the map has to grow and cannot; nothing has changed.
    pub fn put(&mut self, key: K, value: V) -> Result<(), AllocError>
    where
        Ctx: HashContext<K>,
    {
        let result = self.get_or_put(key)?;
        if !result.found_existing {
            *result.value_ptr = value;
        }
        Ok(())
    }
}

/// Returns how many entries a table of `capacity` holds before it grows.
const fn limit<const MAX_LOAD: usize>(capacity: usize) -> usize {
    // In 64 bits: capacities are at most 2³¹.
    (capacity as u64 * MAX_LOAD as u64 / 100) as usize
}

fn doubled(capacity: usize) -> Result<usize, AllocError> {
    if capacity < 1 << 31 { Ok(capacity * 2) } else { Err(AllocError) }
}

/// Returns whether a table of `capacity` has a slot for all of `entries`, and one to spare.
fn fits<K, V>(entries: &[Entry<K, V>], capacity: usize) -> bool {
    let used = entries.iter().filter(|entry| !entry.is_empty());
    let end = used.fold(0, |next, entry| home(entry.hash, shift_of(capacity)).max(next) + 1);
    end < static_slots(capacity)
}

/// Returns the slots of an empty table.
fn empty<K: Default, V: Default>(capacity: usize) -> Result<Vec<Entry<K, V>>, AllocError> {
    let slots = static_slots(capacity);
    let mut entries = Vec::new();
    entries.try_reserve_exact(slots)?;
    entries.resize_with(slots, Entry::default);
    Ok(entries)
}

impl<K, V, Ctx, const MAX_LOAD: usize> HashMapMixin<K, V, Ctx> for HashMap<K, V, Ctx, MAX_LOAD> {
    #[inline]
    fn entries(&self) -> &[Entry<K, V>] {
        &self.entries
    }

    #[inline]
    fn entries_and_len_mut(&mut self) -> (&mut [Entry<K, V>], &mut usize) {
        (&mut self.entries, &mut self.len)
    }

    #[inline]
    fn len(&self) -> usize {
        self.len
    }

    #[inline]
    fn shift(&self) -> u8 {
        shift_of(self.capacity)
    }

    #[inline]
    fn context(&self) -> &Ctx {
        &self.context
    }
}

impl<K: fmt::Debug, V: fmt::Debug, Ctx, const MAX_LOAD: usize> fmt::Debug
    for HashMap<K, V, Ctx, MAX_LOAD>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
