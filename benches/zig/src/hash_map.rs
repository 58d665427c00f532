//! `std.AutoHashMap` and `std.StringHashMap` with `u64` values.

use crate::Oracle;
use crate::array_map::KeyKind;
use crate::ffi::{self, HashMapHandle};
use crate::owned::Owned;

/// What one call found under a key: see [`FoundValue::value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct FoundValue {
    value: u64,
    found: bool,
}

impl FoundValue {
    /// The value, if there was an entry before the call.
    #[must_use]
    pub fn value(self) -> Option<u64> {
        self.found.then_some(self.value)
    }

    /// The value after the call, and whether there was an entry before.
    #[must_use]
    pub fn found_or_put(self) -> (u64, bool) {
        (self.value, self.found)
    }
}

/// One of Zig's hash maps without an order of insertion.
///
/// Panics, here and in every method, when a key has not the length that its kind demands.
///
/// # Examples
///
/// ```
/// use zig_oracle::{HashMap, KeyKind, Oracle};
///
/// let Some(zig) = Oracle::find() else { return };
/// let mut map = HashMap::new(zig, KeyKind::String);
/// for (value, key) in [b"a", b"b", b"c"].into_iter().enumerate() {
///     map.put(key, value as u64);
/// }
/// assert_eq!(map.remove(b"a").value(), Some(0));
/// assert_eq!(map.entries().len(), 2);
/// ```
#[derive(Debug)]
pub struct HashMap {
    handle: Owned<HashMapHandle>,
    kind: KeyKind,
}

impl HashMap {
    /// Makes an empty map.
    #[must_use]
    pub fn new(_zig: Oracle, kind: KeyKind) -> Self {
        Self { handle: Owned::new(ffi::hash_map_create(kind as u32)), kind }
    }

    /// `put`.
    pub fn put(&mut self, key: &[u8], value: u64) {
        self.kind.check(key);
        ffi::hash_map_put(&mut self.handle, key.into(), value);
    }

    /// `fetchPut`: the entry from before.
    pub fn fetch_put(&mut self, key: &[u8], value: u64) -> FoundValue {
        self.kind.check(key);
        ffi::hash_map_fetch_put(&mut self.handle, key.into(), value)
    }

    /// `getOrPut`, with `value` for a new entry.
    pub fn get_or_put(&mut self, key: &[u8], value: u64) -> FoundValue {
        self.kind.check(key);
        ffi::hash_map_get_or_put(&mut self.handle, key.into(), value)
    }

    /// `get`.
    #[must_use]
    pub fn get(&self, key: &[u8]) -> FoundValue {
        self.kind.check(key);
        ffi::hash_map_get(&self.handle, key.into())
    }

    /// `fetchRemove`: the entry from before.
    pub fn remove(&mut self, key: &[u8]) -> FoundValue {
        self.kind.check(key);
        ffi::hash_map_remove(&mut self.handle, key.into(), false)
    }

    /// `removeByPtr` with what `getKeyPtr` answers: the entry from before.
    pub fn remove_by_ptr(&mut self, key: &[u8]) -> FoundValue {
        self.kind.check(key);
        ffi::hash_map_remove(&mut self.handle, key.into(), true)
    }

    /// `rehash`, unless there are no slots.
    pub fn rehash(&mut self) {
        ffi::hash_map_rehash(&mut self.handle);
    }

    /// `clearRetainingCapacity`.
    pub fn clear_retaining_capacity(&mut self) {
        ffi::hash_map_clear(&mut self.handle, false);
    }

    /// `clearAndFree`.
    pub fn clear_and_free(&mut self) {
        ffi::hash_map_clear(&mut self.handle, true);
    }

    /// `ensureTotalCapacity`.
    ///
    /// # Panics
    ///
    /// When `len` is above 2²⁴.
    pub fn ensure_total_capacity(&mut self, len: u32) {
        assert!(len <= 1 << 24);
        ffi::hash_map_ensure(&mut self.handle, len, false);
    }

    /// `ensureUnusedCapacity`.
    ///
    /// # Panics
    ///
    /// When `count` is above 2²⁴.
    pub fn ensure_unused_capacity(&mut self, count: u32) {
        assert!(count <= 1 << 24);
        ffi::hash_map_ensure(&mut self.handle, count, true);
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> usize {
        ffi::hash_map_count(&self.handle)
    }

    /// `capacity`.
    #[must_use]
    pub fn capacity(&self) -> usize {
        ffi::hash_map_capacity(&self.handle)
    }

    /// The bytes of the keys, with the values, in the order of `iterator()`.
    #[must_use]
    pub fn entries(&self) -> Vec<(Vec<u8>, u64)> {
        let (mut values, mut lens) = (vec![0; self.count()], vec![0; self.count()]);
        let mut bytes = vec![0; self.count() * 8];
        loop {
            let total = ffi::hash_map_entries(
                &self.handle,
                values.as_mut_slice().into(),
                lens.as_mut_slice().into(),
                bytes.as_mut_slice().into(),
            );
            if total <= bytes.len() {
                break;
            }
            bytes.resize(total, 0);
        }
        let mut rest = &bytes[..];
        let keys = lens.iter().map(|len| {
            let (key, after) = rest.split_at(*len);
            rest = after;
            key.to_vec()
        });
        keys.zip(values).collect()
    }
}

impl Clone for HashMap {
    /// `clone`.
    fn clone(&self) -> Self {
        Self { handle: Owned::new(ffi::hash_map_clone(&self.handle)), kind: self.kind }
    }
}
