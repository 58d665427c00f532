//! `std.AutoArrayHashMap` and `std.StringArrayHashMap` with `u64` values.

use crate::Oracle;
use crate::ffi::{self, ArrayMapHandle};
use crate::owned::Owned;

/// The key type of an [`ArrayMap`]. Keys cross as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum KeyKind {
    /// `u64`: eight bytes in memory order.
    Word64,
    /// `u32`: four bytes in memory order.
    Word32,
    /// `[]const u8`.
    String,
}

impl KeyKind {
    /// Panics when a key has not the length that its kind demands.
    pub(crate) fn check(self, key: &[u8]) {
        let len = match self {
            Self::Word64 => 8,
            Self::Word32 => 4,
            Self::String => return,
        };
        assert_eq!(key.len(), len, "a key of {self:?}");
    }
}

/// How a removal fills the hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// With the last entry.
    Swap,
    /// By moving every later entry forward.
    Ordered,
}

/// What a map is sorted by. All orders are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum SortBy {
    /// The keys, rising; strings byte by byte.
    Key,
    /// The values, rising.
    Value,
    /// The values, falling.
    ValueDescending,
    /// The values modulo four, which makes ties.
    ValueModulo4,
}

/// A function that puts a key in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum PutBy {
    /// `putNoClobber`.
    NoClobber,
    /// `putAssumeCapacity`.
    AssumeCapacity,
    /// `putAssumeCapacityNoClobber`.
    AssumeCapacityNoClobber,
    /// `fetchPutAssumeCapacity`.
    FetchAssumeCapacity,
    /// `getOrPutValue`.
    GetOrPutValue,
    /// `getOrPutAssumeCapacity`.
    GetOrPutAssumeCapacity,
    /// `getOrPutAdapted`.
    GetOrPutAdapted,
    /// `getOrPutAssumeCapacityAdapted`.
    GetOrPutAssumeCapacityAdapted,
}

/// A function that looks a key up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum LookUpBy {
    /// `get`.
    Get,
    /// `getPtr`.
    Ptr,
    /// `getEntry`.
    Entry,
    /// `getKey`.
    Key,
    /// `getKeyPtr`.
    KeyPtr,
    /// `contains`.
    Contains,
    /// `getAdapted`.
    GetAdapted,
    /// `getPtrAdapted`.
    PtrAdapted,
    /// `getEntryAdapted`.
    EntryAdapted,
    /// `getKeyAdapted`.
    KeyAdapted,
    /// `getKeyPtrAdapted`.
    KeyPtrAdapted,
    /// `containsAdapted`.
    ContainsAdapted,
}

/// A function that removes a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum RemoveBy {
    /// `swapRemove`.
    Swap,
    /// `orderedRemove`.
    Ordered,
    /// `swapRemoveAdapted`.
    SwapAdapted,
    /// `orderedRemoveAdapted`.
    OrderedAdapted,
    /// `fetchSwapRemoveAdapted`.
    FetchSwapAdapted,
    /// `fetchOrderedRemoveAdapted`.
    FetchOrderedAdapted,
}

/// What one call found under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct Found {
    /// The position of the entry; meaningless unless it was found, except for `get_or_put`.
    pub index: usize,
    /// The value of the entry, likewise.
    pub value: u64,
    /// Whether the entry existed before the call.
    pub found: bool,
}

impl Found {
    /// The position and value of an entry that existed.
    #[must_use]
    pub fn entry(self) -> Option<(usize, u64)> {
        self.found.then_some((self.index, self.value))
    }
}

/// One of Zig's insertion-ordered hash maps.
///
/// # Examples
///
/// ```
/// use zig_oracle::{ArrayMap, KeyKind, Oracle, Removal};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut map = ArrayMap::new(zig, KeyKind::String);
/// for (value, key) in [b"a", b"b", b"c"].into_iter().enumerate() {
///     map.put(key, value as u64);
/// }
/// assert_eq!(map.remove(b"a", Removal::Swap).entry(), Some((0, 0)));
/// assert_eq!(map.keys(), [b"c", b"b"]);
/// assert_eq!(map.values(), [2, 1]);
/// ```
#[derive(Debug)]
pub struct ArrayMap {
    handle: Owned<ArrayMapHandle>,
    kind: KeyKind,
}

impl ArrayMap {
    /// Makes an empty map.
    #[must_use]
    pub fn new(_zig: Oracle, kind: KeyKind) -> Self {
        Self { handle: Owned::new(ffi::array_map_create(kind as u32)), kind }
    }

    /// `put`.
    ///
    /// # Panics
    ///
    /// Here and below, when `key` has not the length that its kind demands.
    pub fn put(&mut self, key: &[u8], value: u64) {
        self.kind.check(key);
        ffi::array_map_put(&mut self.handle, key.into(), value);
    }

    /// `fetchPut`: the entry from before.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    pub fn fetch_put(&mut self, key: &[u8], value: u64) -> Found {
        self.kind.check(key);
        ffi::array_map_fetch_put(&mut self.handle, key.into(), value)
    }

    /// `getOrPut`, with `value` for a new entry. `index` and `value` are those afterwards.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    pub fn get_or_put(&mut self, key: &[u8], value: u64) -> Found {
        self.kind.check(key);
        ffi::array_map_get_or_put(&mut self.handle, key.into(), value)
    }

    /// `getIndex` and `get`.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Found {
        self.kind.check(key);
        ffi::array_map_get(&self.handle, key.into())
    }

    /// `fetchSwapRemove` or `fetchOrderedRemove`: the entry from before.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    pub fn remove(&mut self, key: &[u8], removal: Removal) -> Found {
        self.kind.check(key);
        ffi::array_map_remove(&mut self.handle, key.into(), removal == Removal::Ordered)
    }

    /// Puts a key by the given function. The entry before a `fetch`, else the entry afterwards.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put). Where the function assumes that there is room, or no such key, the
    /// process ends when it is wrong.
    pub fn put_by(&mut self, by: PutBy, key: &[u8], value: u64) -> Found {
        self.kind.check(key);
        ffi::array_map_put_by(&mut self.handle, by as u32, key.into(), value)
    }

    /// Looks a key up by the given function, and its position by `getIndexAdapted`.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    #[must_use]
    pub fn look_up(&self, by: LookUpBy, key: &[u8]) -> Found {
        self.kind.check(key);
        ffi::array_map_look_up(&self.handle, by as u32, key.into())
    }

    /// Removes a key by the given function: the entry from before.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put).
    pub fn remove_by(&mut self, by: RemoveBy, key: &[u8]) -> Found {
        self.kind.check(key);
        ffi::array_map_remove_by(&mut self.handle, by as u32, key.into())
    }

    /// `orderedRemoveAtMany`; `false` where Zig would keep an index that is wrong.
    ///
    /// # Panics
    ///
    /// When the indexes are not ascending, or one is not below the count.
    pub fn remove_at_many(&mut self, sorted: &[usize]) -> bool {
        assert!(sorted.is_sorted() && sorted.last().is_none_or(|last| *last < self.count()));
        ffi::array_map_remove_at_many(&mut self.handle, sorted.into())
    }

    /// `setKey`; `false` where Zig would keep an index that is wrong.
    ///
    /// # Panics
    ///
    /// As [`put`](Self::put), and when `index` is not below the count.
    pub fn set_key(&mut self, index: usize, key: &[u8]) -> bool {
        self.kind.check(key);
        assert!(index < self.count());
        ffi::array_map_set_key(&mut self.handle, index, key.into())
    }

    /// Fewer rows and `reIndex`; `false` where Zig would keep an index that is wrong.
    ///
    /// # Panics
    ///
    /// When `len` is above the count.
    pub fn set_len(&mut self, len: usize) -> bool {
        assert!(len <= self.count());
        ffi::array_map_set_len(&mut self.handle, len)
    }

    /// `reinit` with the entries backwards; `false` where Zig would keep an index that is wrong.
    pub fn reinit_backwards(&mut self) -> bool {
        ffi::array_map_reinit(&mut self.handle)
    }

    /// `move`, and back.
    pub fn move_and_back(&mut self) {
        ffi::array_map_move(&mut self.handle);
    }

    /// Adds twice `add` to every value, through the iterator.
    pub fn iterate(&mut self, add: u64) {
        ffi::array_map_iterate(&mut self.handle, add);
    }

    /// `sortUnstable` by key.
    pub fn sort_unstable_by_key(&mut self) {
        ffi::array_map_sort_unstable(&mut self.handle);
    }

    /// `swapRemoveAt` or `orderedRemoveAt`.
    ///
    /// # Panics
    ///
    /// When `index` is not below the count.
    pub fn remove_at(&mut self, index: usize, removal: Removal) {
        assert!(index < self.count());
        ffi::array_map_remove_at(&mut self.handle, index, removal == Removal::Ordered);
    }

    /// `pop`: the entry that was last.
    pub fn pop(&mut self) -> Found {
        ffi::array_map_pop(&mut self.handle)
    }

    /// `sort`.
    pub fn sort(&mut self, by: SortBy) {
        ffi::array_map_sort(&mut self.handle, by as u32);
    }

    /// `reIndex`.
    pub fn reindex(&mut self) {
        ffi::array_map_reindex(&mut self.handle);
    }

    /// `shrinkRetainingCapacity`.
    ///
    /// # Panics
    ///
    /// When `len` is above the count.
    pub fn shrink_retaining_capacity(&mut self, len: usize) {
        assert!(len <= self.count());
        ffi::array_map_shrink(&mut self.handle, len, false);
    }

    /// `shrinkAndFree`.
    ///
    /// # Panics
    ///
    /// When `len` is above the count.
    pub fn shrink_and_free(&mut self, len: usize) {
        assert!(len <= self.count());
        ffi::array_map_shrink(&mut self.handle, len, true);
    }

    /// `clearRetainingCapacity`.
    pub fn clear_retaining_capacity(&mut self) {
        ffi::array_map_clear(&mut self.handle, false);
    }

    /// `clearAndFree`.
    pub fn clear_and_free(&mut self) {
        ffi::array_map_clear(&mut self.handle, true);
    }

    /// `ensureTotalCapacity`.
    ///
    /// # Panics
    ///
    /// When `capacity` is above 2²⁴.
    pub fn ensure_total_capacity(&mut self, capacity: usize) {
        assert!(capacity <= 1 << 24);
        ffi::array_map_ensure(&mut self.handle, capacity, false);
    }

    /// `ensureUnusedCapacity`.
    ///
    /// # Panics
    ///
    /// When `count` is above 2²⁴.
    pub fn ensure_unused_capacity(&mut self, count: usize) {
        assert!(count <= 1 << 24);
        ffi::array_map_ensure(&mut self.handle, count, true);
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> usize {
        ffi::array_map_count(&self.handle)
    }

    /// `capacity`.
    #[must_use]
    pub fn capacity(&self) -> usize {
        ffi::array_map_capacity(&self.handle)
    }

    /// A copy of `values()`.
    #[must_use]
    pub fn values(&self) -> Vec<u64> {
        let mut values = vec![0; self.count()];
        ffi::array_map_values(&self.handle, values.as_mut_slice().into());
        values
    }

    /// The bytes of each of `keys()`.
    #[must_use]
    pub fn keys(&self) -> Vec<Vec<u8>> {
        (0..self.count()).map(|index| self.key(index)).collect()
    }

    fn key(&self, index: usize) -> Vec<u8> {
        let mut bytes = vec![0; 32];
        let len = ffi::array_map_key(&self.handle, index, bytes.as_mut_slice().into());
        bytes.resize(len, 0);
        if len > 32 {
            ffi::array_map_key(&self.handle, index, bytes.as_mut_slice().into());
        }
        bytes
    }
}

impl Clone for ArrayMap {
    /// `clone`.
    fn clone(&self) -> Self {
        Self { handle: Owned::new(ffi::array_map_clone(&self.handle)), kind: self.kind }
    }
}
