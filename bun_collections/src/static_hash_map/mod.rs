//! [`StaticHashMap`]: a table of fixed size, sorted by hash.
//!
//! Slots are found by the upper bits of the hash and entries stand in the order of their hashes, so
//! the order of iteration depends on the hashes alone, not on the order of insertion nor on the
//! capacity. Behind the slots that a hash can name lies a tail for what is displaced from the last.
//!
//! | in Zig | here |
//! |---|---|
//! | `StaticHashMap(K, V, Context, capacity)` | [`StaticHashMap`] |
//! | `AutoStaticHashMap(K, V, capacity)` | [`AutoStaticHashMap`] |
//! | `HashMap(K, V, Context, max_load)` | [`HashMap`], on the heap, which grows |
//! | `AutoHashMap(K, V, max_load)` | [`AutoHashMap`] |
//! | `HashMapMixin` | the trait [`HashMapMixin`] |
//!
//! Zig's version leaves empty slots undefined; here they hold default keys and values, which is why
//! both have to be [`Default`]. It also compares keys before hashes, and loses one of two keys with
//! the same hash. Here both are found. What is kept: `put` does **not** overwrite.
//!
//! All of it is safe code: the worst that a wrong context does is not to find a key.

mod entry;
mod grow;
mod mixin;
#[cfg(test)]
mod tests;

pub use entry::Entry;
pub use grow::{AutoHashMap, HashMap};
pub use mixin::{GetOrPutResult, HashMapMixin};

use crate::AutoContext;
use core::fmt;

/// Returns the number of slots, with the tail, of a table of `capacity`, a power of two.
///
/// # Panics
///
/// Panics when `capacity` is no power of two, or larger than 2³¹.
///
/// # Examples
///
/// ```
/// use bun_collections::static_hash_map::static_slots;
///
/// assert_eq!([8, 16, 64, 512, 1024].map(static_slots), [14, 26, 88, 632, 1248]);
/// ```
#[must_use]
pub const fn static_slots(capacity: usize) -> usize {
    assert!(capacity.is_power_of_two(), "a capacity is a power of two");
    assert!(capacity <= 1 << 31, "a capacity is at most 2³¹");
    capacity + (capacity / 10 + capacity.ilog2() as usize) * 2
}

/// Returns by how much a hash is shifted in a table of `capacity`.
///
/// A table of one slot is shifted as one of two, whose second slot is the first of its tail.
const fn shift_of(capacity: usize) -> u8 {
    let bits = capacity.ilog2();
    64 - if bits == 0 { 1 } else { bits as u8 }
}

/// A map for up to `CAPACITY` entries that lives where it is declared.
///
/// `SLOTS` is [`static_slots(CAPACITY)`](static_slots), which stable Rust cannot compute in a type.
/// The methods are those of [`HashMapMixin`].
///
/// Zig: `bun.StaticHashMap`.
///
/// # Examples
///
/// ```
/// use bun_collections::static_hash_map::{AutoStaticHashMap, HashMapMixin, static_slots};
///
/// let mut map = AutoStaticHashMap::<u32, &str, 16, { static_slots(16) }>::default();
/// map.put_assume_capacity(1, "one");
/// map.put_assume_capacity(1, "another one");
/// assert_eq!(map.get(&1), Some(&"one"), "put does not overwrite");
/// assert_eq!(map.delete(&1), Some("one"));
/// assert!(map.is_empty());
/// ```
///
/// ```compile_fail,E0080
/// use bun_collections::static_hash_map::AutoStaticHashMap;
///
/// let map = AutoStaticHashMap::<u32, u32, 16, 16>::default();
/// ```
pub struct StaticHashMap<K, V, Ctx, const CAPACITY: usize, const SLOTS: usize> {
    entries: [Entry<K, V>; SLOTS],
    len: usize,
    context: Ctx,
}

/// A [`StaticHashMap`] for keys that are hashed as Zig's `autoHash` does.
///
/// Zig: `bun.AutoStaticHashMap`.
pub type AutoStaticHashMap<K, V, const CAPACITY: usize, const SLOTS: usize> =
    StaticHashMap<K, V, AutoContext, CAPACITY, SLOTS>;

impl<K, V, Ctx, const CAPACITY: usize, const SLOTS: usize>
    StaticHashMap<K, V, Ctx, CAPACITY, SLOTS>
{
    /// Returns an empty map.
    #[must_use]
    pub fn with_context(context: Ctx) -> Self
    where
        K: Default,
        V: Default,
    {
        const { assert!(SLOTS == static_slots(CAPACITY), "SLOTS is static_slots(CAPACITY)") };
        Self { entries: core::array::from_fn(|_| Entry::default()), len: 0, context }
    }
}

impl<K: Default, V: Default, Ctx: Default, const CAPACITY: usize, const SLOTS: usize> Default
    for StaticHashMap<K, V, Ctx, CAPACITY, SLOTS>
{
    fn default() -> Self {
        Self::with_context(Ctx::default())
    }
}

impl<K, V, Ctx, const CAPACITY: usize, const SLOTS: usize> HashMapMixin<K, V, Ctx>
    for StaticHashMap<K, V, Ctx, CAPACITY, SLOTS>
{
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
        const { shift_of(CAPACITY) }
    }

    #[inline]
    fn context(&self) -> &Ctx {
        &self.context
    }
}

impl<K: fmt::Debug, V: fmt::Debug, Ctx, const CAPACITY: usize, const SLOTS: usize> fmt::Debug
    for StaticHashMap<K, V, Ctx, CAPACITY, SLOTS>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
