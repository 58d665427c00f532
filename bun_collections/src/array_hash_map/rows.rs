//! [`Rows`]: the keys, values and perhaps hashes of a map, as columns of one allocation.
//!
//! ```text
//! | keys: [K; capacity] | values: [V; capacity] | hashes: [[u8; 4]; capacity] |
//! ```
//!
//! with the values first where they are aligned more strictly. Hashes are stored as bytes so that
//! they come last whatever the other types are: where keys and values start does then not depend
//! on whether there are hashes, and the type of a map needs no bound on its context.

#![expect(unsafe_code, reason = "keys and values in a column block; argument in SAFETY.md")]

use bun_alloc::AllocError;
use core::alloc::Layout;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use core::slice;

use crate::multi_array_list::{Column, RawColumns, first_capacity, grown_by_half};

/// A hash in its column.
pub(super) type StoredHash = [u8; 4];

/// Rows of a key, a value and, if `stores_hash`, the hash of the key.
///
/// # Invariants
///
/// 1. The table of `raw` is `Self::columns(stores_hash)`.
/// 2. The rows below `raw.len()` are initialised in every column and owned by the rows.
pub(super) struct Rows<K, V> {
    raw: RawColumns,
    stores_hash: bool,
    owned: PhantomData<(K, V)>,
}

// SAFETY:
// 1. The rows are owned, so they may go where a `Vec<(K, V)>` may.
unsafe impl<K: Send, V: Send> Send for Rows<K, V> {}

// SAFETY:
// 1. Through shared rows only `&K`, `&V` and hashes are reachable.
unsafe impl<K: Sync, V: Sync> Sync for Rows<K, V> {}

impl<K, V> Rows<K, V> {
    const TABLE: [Column; 3] =
        Column::table([Layout::new::<K>(), Layout::new::<V>(), Layout::new::<StoredHash>()]);
    const KEYS: Column = Self::TABLE[0];
    const VALUES: Column = Self::TABLE[1];
    const HASHES: Column = Self::TABLE[2];

    /// The columns there are; leaving the last one out does not move the others.
    #[inline]
    const fn columns(stores_hash: bool) -> &'static [Column] {
        let table: &'static [Column; 3] = &Self::TABLE;
        if stores_hash { table } else { table.split_at(2).0 }
    }

    #[inline]
    pub(super) const fn new(stores_hash: bool) -> Self {
        let raw = RawColumns::new(Self::columns(stores_hash));
        Self { raw, stores_hash, owned: PhantomData }
    }

    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.raw.len()
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.raw.capacity()
    }

    #[inline]
    pub(super) const fn stores_hash(&self) -> bool {
        self.stores_hash
    }

    #[inline]
    fn first_key(&self) -> NonNull<K> {
        // SAFETY:
        // 1. The keys are in the table (invariant 1).
        unsafe { self.raw.column(Self::KEYS) }.cast()
    }

    #[inline]
    fn first_value(&self) -> NonNull<V> {
        // SAFETY:
        // 1. The values are in the table (invariant 1).
        unsafe { self.raw.column(Self::VALUES) }.cast()
    }

    #[inline]
    pub(super) fn keys(&self) -> &[K] {
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(self.first_key().as_ptr(), self.len()) }
    }

    #[inline]
    pub(super) fn values(&self) -> &[V] {
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(self.first_value().as_ptr(), self.len()) }
    }

    /// Returns both columns, exclusively.
    #[inline]
    pub(super) fn columns_mut(&mut self) -> (&mut [K], &mut [V]) {
        let len = self.len();
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed exclusively for the lifetime of the slice.
        let keys = unsafe { slice::from_raw_parts_mut(self.first_key().as_ptr(), len) };
        // SAFETY:
        // 1. and 2. as for the keys.
        // 3. Columns do not overlap.
        let values = unsafe { slice::from_raw_parts_mut(self.first_value().as_ptr(), len) };
        (keys, values)
    }

    /// Returns the hashes; none when they are not stored.
    #[inline]
    pub(super) fn hashes(&self) -> &[StoredHash] {
        if !self.stores_hash {
            return &[];
        }
        // SAFETY:
        // 1. Hashes are stored, so they are in the table (invariant 1).
        let first = unsafe { self.raw.column(Self::HASHES) }.cast::<StoredHash>();
        // SAFETY:
        // 1. Bytes are aligned anywhere, and the first `len` are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(first.as_ptr(), self.len()) }
    }

    /// Returns the hashes, exclusively; none when they are not stored.
    #[inline]
    pub(super) fn hashes_mut(&mut self) -> &mut [StoredHash] {
        if !self.stores_hash {
            return &mut [];
        }
        // SAFETY:
        // 1. Hashes are stored, so they are in the table (invariant 1).
        let first = unsafe { self.raw.column(Self::HASHES) }.cast::<StoredHash>();
        // SAFETY:
        // 1. Bytes are aligned anywhere, and the first `len` are initialised (invariant 2).
        // 2. The rows are borrowed exclusively for the lifetime of the slice.
        unsafe { slice::from_raw_parts_mut(first.as_ptr(), self.len()) }
    }

    /// Makes room for at least `capacity` rows, in the steps that code written for Zig observes.
    #[inline]
    pub(super) fn ensure_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        if capacity <= self.capacity() { Ok(()) } else { self.grow(capacity) }
    }

    #[cold]
    fn grow(&mut self, capacity: usize) -> Result<(), AllocError> {
        // A stored hash is as wide as four bytes in Zig too, so this is its first capacity.
        let first = first_capacity(Self::columns(self.stores_hash));
        self.set_capacity(grown_by_half(self.capacity(), capacity, first))
    }

    /// Makes room for exactly `capacity` rows; panics when there are more.
    pub(super) fn set_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        let columns = Self::columns(self.stores_hash);
        // SAFETY:
        // 1. Invariant 1.
        unsafe { self.raw.set_capacity(columns, capacity) }
    }

    /// Appends a row; panics when there is no room. `hash` is ignored when hashes are not stored.
    #[inline]
    #[track_caller]
    pub(super) fn push(&mut self, hash: u32, key: K, value: V) {
        let row = self.len();
        assert!(row < self.capacity(), "no capacity for another entry");
        // SAFETY:
        // 1. `row < capacity`, so the element is inside the column.
        let key_slot = unsafe { self.first_key().add(row) };
        // SAFETY:
        // 1. It is aligned, and holds no value (invariant 2).
        unsafe { key_slot.write(key) };
        // SAFETY:
        // 1. `row < capacity`, so the element is inside the column.
        let value_slot = unsafe { self.first_value().add(row) };
        // SAFETY:
        // 1. It is aligned, and holds no value (invariant 2).
        unsafe { value_slot.write(value) };
        if self.stores_hash {
            // SAFETY:
            // 1. Hashes are stored, so they are in the table (invariant 1).
            let first = unsafe { self.raw.column(Self::HASHES) }.cast::<StoredHash>();
            // SAFETY:
            // 1. `row < capacity`, so the element is inside the column.
            let slot = unsafe { first.add(row) };
            // SAFETY:
            // 1. Bytes are aligned anywhere.
            unsafe { slot.write(hash.to_ne_bytes()) };
        }
        // SAFETY:
        // 1. `row < capacity`; every column of the new row has been written (invariant 2).
        unsafe { self.raw.set_len(row + 1) };
    }

    /// Moves the key and the value of a row out.
    ///
    /// # Safety
    ///
    /// 1. `row` is initialised, and is not used as a row again.
    #[inline]
    unsafe fn read(&self, row: usize) -> (K, V) {
        // SAFETY:
        // 1. The row is initialised, so it is inside the column.
        let key = unsafe { self.first_key().add(row) };
        // SAFETY:
        // 1. The row is initialised, so it is inside the column.
        let value = unsafe { self.first_value().add(row) };
        // SAFETY:
        // 1. The key is initialised and is not used again.
        let key = unsafe { key.read() };
        // SAFETY:
        // 1. The value is initialised and is not used again.
        (key, unsafe { value.read() })
    }

    /// Takes a row out, and puts the last in its place; panics when there is no such row.
    #[inline]
    #[track_caller]
    pub(super) fn swap_remove(&mut self, row: usize) -> (K, V) {
        let last = self.len().checked_sub(1).filter(|last| row <= *last);
        let last = last.expect("the entry exists");
        let (keys, values) = self.columns_mut();
        keys.swap(row, last);
        values.swap(row, last);
        if self.stores_hash {
            self.hashes_mut().swap(row, last);
        }
        // SAFETY:
        // 1. `last < len <= capacity`; the rows below it are initialised.
        unsafe { self.raw.set_len(last) };
        // SAFETY:
        // 1. The row was initialised (invariant 2) and has just been counted out.
        unsafe { self.read(last) }
    }

    /// Takes a row out and closes the gap; panics when there is no such row.
    #[track_caller]
    pub(super) fn ordered_remove(&mut self, row: usize) -> (K, V) {
        assert!(row < self.len(), "the entry exists");
        // SAFETY:
        // 1. `row < len` (invariant 2); `close_gap` overwrites it or counts it out.
        let removed = unsafe { self.read(row) };
        let columns = Self::columns(self.stores_hash);
        // SAFETY:
        // 1. Invariant 1.
        // 2. `row < len` was asserted.
        unsafe { self.raw.close_gap(columns, row) };
        removed
    }

    /// Exchanges two rows; panics when one does not exist.
    pub(super) fn swap(&mut self, a: usize, b: usize) {
        let (keys, values) = self.columns_mut();
        keys.swap(a, b);
        values.swap(a, b);
        if self.stores_hash {
            self.hashes_mut().swap(a, b);
        }
    }

    /// Drops all rows, and keeps the memory.
    pub(super) fn clear(&mut self) {
        let (keys, values) = self.columns_mut();
        let (keys, values) = (ptr::from_mut(keys), ptr::from_mut(values));
        // The count goes first: a destructor that panics finds the rows gone.
        // SAFETY:
        // 1. Zero is no more than the capacity, and leaves no row to be initialised.
        unsafe { self.raw.set_len(0) };
        let values = DropInPlace(values);
        // SAFETY:
        // 1. The keys were initialised (invariant 2) and are no longer counted.
        unsafe { keys.drop_in_place() };
        drop(values);
    }

    /// Gives the rows away, to be read one by one.
    pub(super) fn into_unread(self) -> Unread<K, V> {
        let end = self.len();
        let mut rows = self;
        // SAFETY:
        // 1. Zero is no more than the capacity. The rows belong to `Unread` from now on.
        unsafe { rows.raw.set_len(0) };
        Unread { rows, start: 0, end }
    }
}

/// Drops a slice in its destructor.
///
/// Invariant: the elements are initialised, and nothing else uses them again.
struct DropInPlace<T>(*mut [T]);

impl<T> Drop for DropInPlace<T> {
    fn drop(&mut self) {
        // SAFETY:
        // 1. The invariant.
        unsafe { self.0.drop_in_place() }
    }
}

impl<K, V> Drop for Rows<K, V> {
    fn drop(&mut self) {
        /// Frees the block even when a destructor panics.
        struct Free<'a, K, V>(&'a mut Rows<K, V>);

        impl<K, V> Drop for Free<'_, K, V> {
            fn drop(&mut self) {
                let columns = Rows::<K, V>::columns(self.0.stores_hash);
                // SAFETY:
                // 1. Invariant 1.
                // 2. The rows are being dropped.
                unsafe { self.0.raw.deallocate(columns) }
            }
        }

        Free(self).0.clear();
    }
}

/// Rows that are handed out from both ends.
///
/// Invariant: the rows `start..end` are initialised and owned; `rows.len()` is zero.
pub(super) struct Unread<K, V> {
    rows: Rows<K, V>,
    start: usize,
    end: usize,
}

impl<K, V> Unread<K, V> {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    #[inline]
    pub(super) fn next(&mut self) -> Option<(K, V)> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        // SAFETY:
        // 1. The row was in `start..end` and is no longer.
        Some(unsafe { self.rows.read(self.start - 1) })
    }

    #[inline]
    pub(super) fn next_back(&mut self) -> Option<(K, V)> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        // SAFETY:
        // 1. The row was in `start..end` and is no longer.
        Some(unsafe { self.rows.read(self.end) })
    }
}

impl<K, V> Drop for Unread<K, V> {
    fn drop(&mut self) {
        /// Goes on with the rest when a destructor panics.
        struct Rest<'a, K, V>(&'a mut Unread<K, V>);

        impl<K, V> Drop for Rest<'_, K, V> {
            fn drop(&mut self) {
                while self.0.next().is_some() {}
            }
        }

        let rest = Rest(self);
        while rest.0.next().is_some() {}
    }
}
