//! [`Rows`]: the keys, values and perhaps hashes of a map, as columns of one allocation.

#![expect(unsafe_code, reason = "keys and values in a column block; argument in SAFETY.md")]

use bun_alloc::AllocError;
use core::marker::PhantomData;
use core::mem::needs_drop;
use core::ptr;
use core::slice;

use super::block::Block;
pub(super) use super::block::StoredHash;
use crate::multi_array_list::grown_by_half;

/// Rows of a key, a value and, if `stores_hash`, the hash of the key.
///
/// # Invariants
///
/// 1. `len <= block.capacity()`.
/// 2. The rows below `len` are initialised in every column and owned by the rows.
pub(super) struct Rows<K, V> {
    block: Block<K, V>,
    len: usize,
    owned: PhantomData<(K, V)>,
}

// SAFETY:
// 1. The rows are owned, so they may go where a `Vec<(K, V)>` may.
unsafe impl<K: Send, V: Send> Send for Rows<K, V> {}

// SAFETY:
// 1. Through shared rows only `&K`, `&V` and hashes are reachable.
unsafe impl<K: Sync, V: Sync> Sync for Rows<K, V> {}

impl<K, V> Rows<K, V> {
    #[inline]
    pub(super) const fn new(stores_hash: bool) -> Self {
        Self { block: Block::new(stores_hash), len: 0, owned: PhantomData }
    }

    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.block.capacity()
    }

    #[inline]
    pub(super) const fn stores_hash(&self) -> bool {
        self.block.stores_hash()
    }

    #[inline]
    pub(super) fn keys(&self) -> &[K] {
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(self.block.keys().as_ptr(), self.len()) }
    }

    #[inline]
    pub(super) fn values(&self) -> &[V] {
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(self.block.values().as_ptr(), self.len()) }
    }

    /// Returns both columns, exclusively.
    #[inline]
    pub(super) fn columns_mut(&mut self) -> (&mut [K], &mut [V]) {
        let len = self.len();
        // SAFETY:
        // 1. The column is aligned and its first `len` elements are initialised (invariant 2).
        // 2. The rows are borrowed exclusively for the lifetime of the slice.
        let keys = unsafe { slice::from_raw_parts_mut(self.block.keys().as_ptr(), len) };
        // SAFETY:
        // 1. and 2. as for the keys.
        // 3. Columns do not overlap.
        let values = unsafe { slice::from_raw_parts_mut(self.block.values().as_ptr(), len) };
        (keys, values)
    }

    /// Returns the hashes; none when they are not stored.
    #[inline]
    pub(super) fn hashes(&self) -> &[StoredHash] {
        let len = if self.stores_hash() { self.len } else { 0 };
        // SAFETY:
        // 1. Bytes are aligned anywhere, and the first `len` are initialised (invariant 2).
        // 2. The rows are borrowed for the lifetime of the slice.
        unsafe { slice::from_raw_parts(self.block.hashes().as_ptr(), len) }
    }

    /// Returns the hashes, exclusively; none when they are not stored.
    #[inline]
    pub(super) fn hashes_mut(&mut self) -> &mut [StoredHash] {
        let len = if self.stores_hash() { self.len } else { 0 };
        // SAFETY:
        // 1. Bytes are aligned anywhere, and the first `len` are initialised (invariant 2).
        // 2. The rows are borrowed exclusively for the lifetime of the slice.
        unsafe { slice::from_raw_parts_mut(self.block.hashes().as_ptr(), len) }
    }

    /// Makes room for at least `capacity` rows, in the steps that code written for Zig observes.
    #[inline]
    pub(super) fn ensure_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        if capacity <= self.capacity() { Ok(()) } else { self.grow(capacity) }
    }

    /// The capacity of the first allocation: as many of the widest column as two cache lines hold.
    const FIRST_CAPACITY: [usize; 2] = {
        const LINES: usize = 128;
        let widest = if size_of::<K>() > size_of::<V>() { size_of::<K>() } else { size_of::<V>() };
        let widest = if widest == 0 { 1 } else { widest };
        let stored =
            if widest < size_of::<StoredHash>() { size_of::<StoredHash>() } else { widest };
        [
            if LINES > widest { LINES / widest } else { 1 },
            if LINES > stored { LINES / stored } else { 1 },
        ]
    };

    #[cold]
    #[inline(never)]
    fn grow(&mut self, capacity: usize) -> Result<(), AllocError> {
        self.set_capacity(self.capacity_for(capacity))
    }

    /// Returns the capacity after making room for at least `rows`.
    pub(super) fn capacity_for(&self, rows: usize) -> usize {
        let first = Self::FIRST_CAPACITY[usize::from(self.stores_hash())];
        grown_by_half(self.capacity(), rows, first)
    }

    /// Makes room for exactly `capacity` rows; panics when there are more.
    pub(super) fn set_capacity(&mut self, capacity: usize) -> Result<(), AllocError> {
        assert!(capacity >= self.len, "the capacity cannot be less than the number of rows");
        let block = Block::with_capacity(self.stores_hash(), capacity)?;
        // SAFETY:
        // 1. `len` is at most both capacities (invariant 1 and the assertion); the new block was
        //    made for the same columns.
        // 2. The old block is dropped, which leaves what was in it alone.
        unsafe { self.block.move_to(&block, self.len) };
        self.block = block;
        Ok(())
    }

    /// Appends a row; panics when there is no room. `hash` is ignored when hashes are not stored.
    #[inline]
    #[track_caller]
    pub(super) fn push(&mut self, hash: u32, key: K, value: V) {
        let row = self.len;
        assert!(row < self.capacity(), "no capacity for another entry");
        // SAFETY:
        // 1. `row < capacity`, so the element is inside the column.
        let key_slot = unsafe { self.block.keys().add(row) };
        // SAFETY:
        // 1. It is aligned, and holds no value (invariant 2).
        unsafe { key_slot.write(key) };
        // SAFETY:
        // 1. `row < capacity`, so the element is inside the column.
        let value_slot = unsafe { self.block.values().add(row) };
        // SAFETY:
        // 1. It is aligned, and holds no value (invariant 2).
        unsafe { value_slot.write(value) };
        if self.stores_hash() {
            // SAFETY:
            // 1. `row < capacity` and hashes are stored, so the element is inside the column.
            let slot = unsafe { self.block.hashes().add(row) };
            // SAFETY:
            // 1. Bytes are aligned anywhere.
            unsafe { slot.write(hash.to_ne_bytes()) };
        }
        // `row < capacity`, and every column of the new row has been written.
        self.len = row + 1;
    }

    /// Returns rows of what `clone` makes of these.
    ///
    /// Inlined, so that what the closure clones is known, and the rows are made where they stay.
    #[inline(always)]
    pub(super) fn try_clone(
        &self,
        mut clone: impl FnMut(&K, &V) -> Result<(K, V), AllocError>,
    ) -> Result<Self, AllocError> {
        let mut copy = Self::new(self.stores_hash());
        if self.len != 0 {
            let capacity = copy.capacity_for(self.len);
            copy.block = Block::with_capacity(self.stores_hash(), capacity)?;
        }
        if self.stores_hash() {
            // SAFETY:
            // 1. There is room for `len` hashes in both, and the blocks are different ones.
            unsafe { self.block.hashes().copy_to_nonoverlapping(copy.block.hashes(), self.len) };
        }
        for (row, (key, value)) in self.keys().iter().zip(self.values()).enumerate() {
            let (key, value) = clone(key, value)?;
            // SAFETY:
            // 1. `row < self.len <= copy.capacity()`, so the element is inside the column.
            let key_slot = unsafe { copy.block.keys().add(row) };
            // SAFETY:
            // 1. It is aligned, and holds no value (invariant 2).
            unsafe { key_slot.write(key) };
            // SAFETY:
            // 1. As for the key.
            let value_slot = unsafe { copy.block.values().add(row) };
            // SAFETY:
            // 1. As for the key.
            unsafe { value_slot.write(value) };
            // The hash was copied before. What has no destructor is counted once, at the end.
            if needs_drop::<(K, V)>() {
                copy.len = row + 1;
            }
        }
        copy.len = self.len;
        Ok(copy)
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
        let key = unsafe { self.block.keys().add(row) };
        // SAFETY:
        // 1. The row is initialised, so it is inside the column.
        let value = unsafe { self.block.values().add(row) };
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
        // SAFETY:
        // 1. `row <= last < len` (invariant 2); it is overwritten, or is the last, counted out.
        let removed = unsafe { self.read(row) };
        /// Moves the last element of a column to row `$row`.
        macro_rules! move_last {
            ($first:expr) => {
                // SAFETY:
                // 1. `row < len <= capacity`, so the element is inside the column.
                let to = unsafe { $first.add(row) };
                // SAFETY:
                // 1. As for `row`.
                let from = unsafe { $first.add(last) };
                // SAFETY:
                // 1. Both are elements of the column. They may be one.
                unsafe { from.copy_to(to, 1) };
            };
        }
        move_last!(self.block.keys());
        move_last!(self.block.values());
        if self.stores_hash() {
            move_last!(self.block.hashes());
        }
        self.len = last;
        removed
    }

    /// Takes a row out and closes the gap; panics when there is no such row.
    #[track_caller]
    pub(super) fn ordered_remove(&mut self, row: usize) -> (K, V) {
        assert!(row < self.len(), "the entry exists");
        // SAFETY:
        // 1. `row < len` (invariant 2); `close_gap` overwrites it or counts it out.
        let removed = unsafe { self.read(row) };
        let after = self.len - row - 1;
        /// Moves `$after` elements of a column one place down, to row `$row`.
        macro_rules! close_gap {
            ($first:expr) => {
                // SAFETY:
                // 1. `row < len <= capacity`, so the element is inside the column.
                let to = unsafe { $first.add(row) };
                // SAFETY:
                // 1. Row `row + 1 <= len` is inside the column or at its end.
                let from = unsafe { to.add(1) };
                // SAFETY:
                // 1. Rows `row .. len` are inside the column.
                unsafe { from.copy_to(to, after) };
            };
        }
        close_gap!(self.block.keys());
        close_gap!(self.block.values());
        if self.stores_hash() {
            close_gap!(self.block.hashes());
        }
        self.len -= 1;
        removed
    }

    /// Moves the rows at `sorted`, which exist, behind the others, and returns how many those are.
    pub(super) fn move_to_end(&mut self, sorted: &[usize]) -> usize {
        let Some(first) = sorted.first() else { return self.len };
        let mut removed = sorted.iter().copied().peekable();
        let mut place = *first;
        for row in *first..self.len {
            if removed.peek() == Some(&row) {
                while removed.next_if_eq(&row).is_some() {}
            } else {
                self.swap(place, row);
                place += 1;
            }
        }
        place
    }

    /// Exchanges two rows; panics when one does not exist.
    pub(super) fn swap(&mut self, a: usize, b: usize) {
        let (keys, values) = self.columns_mut();
        keys.swap(a, b);
        values.swap(a, b);
        if self.stores_hash() {
            self.hashes_mut().swap(a, b);
        }
    }

    /// Drops the rows from `len` on, and keeps the memory; nothing if there are none.
    #[inline]
    pub(super) fn truncate(&mut self, len: usize) {
        let (keys, values) = self.columns_mut();
        let (Some(keys), Some(values)) = (keys.get_mut(len..), values.get_mut(len..)) else {
            return;
        };
        let (keys, values) = (ptr::from_mut(keys), ptr::from_mut(values));
        // The count goes first: a destructor that panics finds the rows gone.
        self.len = len;
        let values = DropInPlace(values);
        // SAFETY:
        // 1. The keys were initialised (invariant 2) and are no longer counted.
        unsafe { keys.drop_in_place() };
        drop(values);
    }

    /// Gives the rows away, to be read one by one.
    pub(super) fn into_unread(mut self) -> Unread<K, V> {
        let end = core::mem::take(&mut self.len);
        Unread { rows: self, start: 0, end }
    }

    /// Adds zeroed rows, or forgets rows, until there are `len`; panics when there is no room.
    ///
    /// # Safety
    ///
    /// 1. If `len` is more than `self.len()`, keys and values may be all zero bytes.
    pub(super) unsafe fn set_len(&mut self, len: usize) {
        assert!(len <= self.capacity(), "no capacity for {len} entries");
        if let Some(more) = len.checked_sub(self.len) {
            // SAFETY:
            // 1. `self.len <= capacity`, so this is inside the column or at its end.
            let keys = unsafe { self.block.keys().add(self.len) };
            // SAFETY:
            // 1. `self.len + more <= capacity` was asserted.
            unsafe { keys.write_bytes(0, more) };
            // SAFETY:
            // 1. As for the keys.
            let values = unsafe { self.block.values().add(self.len) };
            // SAFETY:
            // 1. As for the keys.
            unsafe { values.write_bytes(0, more) };
            if self.stores_hash() {
                // SAFETY:
                // 1. As for the keys; hashes are stored.
                let hashes = unsafe { self.block.hashes().add(self.len) };
                // SAFETY:
                // 1. As for the keys.
                unsafe { hashes.write_bytes(0, more) };
            }
        }
        // `len <= capacity`, and the rows are initialised (precondition 1).
        self.len = len;
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
    #[inline]
    fn drop(&mut self) {
        // The block frees itself afterwards, also when a destructor panics.
        self.truncate(0);
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

    /// Drops the rows that are left, and returns the memory.
    pub(super) fn finish(&mut self) -> Rows<K, V> {
        while self.next().is_some() {}
        let stores_hash = self.rows.stores_hash();
        core::mem::replace(&mut self.rows, Rows::new(stores_hash))
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
