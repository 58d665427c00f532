//! [`Core`]: the rows and their index, kept in step.
//!
//! Nothing here hashes or compares a key. Hashes come in as numbers, and where the hash of a row
//! that is already in the map is needed, a closure asks the map's context for it. That the code of
//! a context may panic therefore matters in few places, and each of them changes the map last.
//!
//! An index is made completely before it replaces the one before. Moving rows renames them in the
//! index, which needs no hashes at all.

use bun_alloc::AllocError;

use super::index::Index;
use super::rows::Rows;
use super::scan;
use crate::permutation::Permutation;

/// Rows, and an index once they are too many for a linear search.
pub(super) struct Core<K, V> {
    pub(super) rows: Rows<K, V>,
    pub(super) index: Option<Index>,
}

/// What a search found out, in two registers.
#[derive(Clone, Copy)]
pub(super) struct Probe {
    /// The row of the key, or [`scan::NONE`].
    found: usize,
    /// The hash of the key, or anything where it is not needed to insert the key.
    pub(super) hash: u32,
}

impl Probe {
    #[inline]
    pub(super) fn parts(self) -> (Option<usize>, u32) {
        (self.row(), self.hash)
    }

    /// Returns the row of the key, or one more than there can be: as a place in a column the check
    /// for either is one comparison.
    #[inline]
    pub(super) const fn place(self) -> usize {
        self.found
    }

    /// Returns the row of the key.
    #[inline]
    pub(super) fn row(self) -> Option<usize> {
        (self.found != scan::NONE).then_some(self.found)
    }
}

impl<K, V> Core<K, V> {
    #[inline]
    pub(super) const fn new(stores_hash: bool) -> Self {
        Self { rows: Rows::new(stores_hash), index: None }
    }

    /// The most rows that are searched without an index: as many keys, or hashes, as two cache
    /// lines hold.
    #[inline]
    const fn linear_max(&self) -> usize {
        const LINES: usize = 128;
        let by_hash = if self.rows.stores_hash() { LINES / 4 } else { LINES };
        let by_key = if size_of::<K>() == 0 { LINES } else { LINES / size_of::<K>() };
        let most = if by_hash < by_key { by_hash } else { by_key };
        if most == 0 { 1 } else { most }
    }

    /// Returns how many rows there may be before something has to grow.
    #[inline]
    pub(super) fn capacity(&self) -> usize {
        let most = self.index.as_ref().map_or(self.linear_max(), Index::capacity);
        most.min(self.rows.capacity())
    }

    /// Returns whether a row can be added without allocating.
    #[inline]
    pub(super) fn has_room(&self) -> bool {
        let len = self.rows.len();
        len < self.rows.capacity() && self.index.as_ref().is_none_or(|it| len < it.capacity())
    }

    /// Searches for a key with the hash that `hash` returns, for which `is_match`.
    ///
    /// `stores_hash` is `self.rows.stores_hash()`, a constant where the context is known.
    #[inline(always)]
    pub(super) fn find(
        &self,
        stores_hash: bool,
        hash: impl FnOnce() -> u32,
        is_match: impl Fn(&K, usize) -> bool,
    ) -> Probe {
        let keys = self.rows.keys();
        if let Some(index) = &self.index {
            let hash = hash();
            // A row with another hash is rare here: comparing hashes first costs every search a
            // cache line, to spare few of them a key.
            let row = index.find(hash, |row| keys.get(row).is_some_and(|key| is_match(key, row)));
            return Probe { found: row, hash };
        }
        self.scan(stores_hash, hash, is_match)
    }

    /// As [`find`](Self::find), and returns the value.
    #[inline(always)]
    pub(super) fn value(
        &self,
        stores_hash: bool,
        hash: impl FnOnce() -> u32,
        is_match: impl Fn(&K, usize) -> bool,
    ) -> Option<&V> {
        let (keys, values) = (self.rows.keys(), self.rows.values());
        if let Some(index) = &self.index {
            return index.find_map(hash(), |row| {
                let (key, value) = (keys.get(row)?, values.get(row)?);
                is_match(key, row).then_some(value)
            });
        }
        values.get(self.scan(stores_hash, hash, is_match).place())
    }

    /// As [`find`](Self::find), without an index.
    #[inline(always)]
    fn scan(
        &self,
        stores_hash: bool,
        hash: impl FnOnce() -> u32,
        is_match: impl Fn(&K, usize) -> bool,
    ) -> Probe {
        let keys = self.rows.keys();
        if stores_hash {
            let hash = hash();
            Probe { found: scan::by_hash(hash, self.rows.hashes(), keys, is_match), hash }
        } else {
            Probe { found: scan::by_key(keys, is_match), hash: 0 }
        }
    }

    /// Makes room for `capacity` rows in all. `hash_of` is asked where hashes are not stored.
    #[inline]
    pub(super) fn ensure_capacity(
        &mut self,
        capacity: usize,
        hash_of: impl FnMut(&K) -> u32,
    ) -> Result<(), AllocError> {
        let indexed = match &self.index {
            Some(index) => capacity <= index.capacity(),
            None => capacity <= self.linear_max(),
        };
        if indexed {
            self.rows.ensure_capacity(capacity)
        } else {
            self.grow_index(capacity, hash_of)
        }
    }

    #[cold]
    fn grow_index(
        &mut self,
        capacity: usize,
        hash_of: impl FnMut(&K) -> u32,
    ) -> Result<(), AllocError> {
        let index = self.new_index(capacity, hash_of)?;
        self.rows.ensure_capacity(capacity)?;
        self.index = Some(index);
        Ok(())
    }

    /// Returns an index of all rows with room for `capacity` of them.
    fn new_index(
        &self,
        capacity: usize,
        mut hash_of: impl FnMut(&K) -> u32,
    ) -> Result<Index, AllocError> {
        let index = Index::for_rows(capacity.max(self.rows.len()))?;
        Ok(self.filled(index, |_, key| hash_of(key)))
    }

    /// Returns `index` with all rows, for which it has room.
    fn filled(&self, mut index: Index, mut hash_of: impl FnMut(usize, &K) -> u32) -> Index {
        if self.rows.stores_hash() {
            index.insert_all(self.rows.hashes().iter().map(|hash| u32::from_ne_bytes(*hash)));
        } else {
            let keys = self.rows.keys().iter().enumerate();
            index.insert_all(keys.map(|(row, key)| hash_of(row, key)));
        }
        index
    }

    /// Hashes all keys again, and makes an index for all rows for which there is memory.
    pub(super) fn re_index(
        &mut self,
        mut hash_of: impl FnMut(&K) -> u32,
    ) -> Result<(), AllocError> {
        if self.rows.stores_hash() {
            for row in 0..self.rows.len() {
                let hash = hash_of(&self.rows.keys()[row]);
                self.rows.hashes_mut()[row] = hash.to_ne_bytes();
            }
        }
        if let Some(capacity) = self.rebuilt_capacity() {
            self.index = Some(self.new_index(capacity, hash_of)?);
        }
        Ok(())
    }

    /// Returns for how many rows Zig makes an index when it makes another one.
    fn rebuilt_capacity(&self) -> Option<usize> {
        if self.rows.capacity() > self.linear_max() {
            Some(self.rows.capacity())
        } else {
            self.index.as_ref().map(Index::capacity)
        }
    }

    /// Puts another key into a row, and returns the old one. On failure nothing has changed.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[track_caller]
    pub(super) fn set_key(
        &mut self,
        row: usize,
        key: K,
        hash_of: impl Fn(&K) -> u32,
    ) -> Result<K, AllocError> {
        self.assert_row(row);
        let hash = hash_of(&key);
        let old = self.indexed_hash(row, &hash_of);
        let capacity = self.rebuilt_capacity();
        match (&mut self.index, capacity) {
            (Some(index), Some(rows)) if Index::capacity_for(rows) == Some(index.capacity()) => {
                if let Some(old) = old {
                    index.remove(old, row);
                    index.insert(hash, row);
                }
            }
            (_, Some(rows)) => {
                let index = Index::for_rows(rows.max(self.rows.len()))?;
                if let Some(stored) = self.rows.hashes_mut().get_mut(row) {
                    *stored = hash.to_ne_bytes();
                }
                let hash_at = |at, key: &K| if at == row { hash } else { hash_of(key) };
                self.index = Some(self.filled(index, hash_at));
            }
            (_, None) => {}
        }
        if let Some(stored) = self.rows.hashes_mut().get_mut(row) {
            *stored = hash.to_ne_bytes();
        }
        Ok(core::mem::replace(&mut self.rows.columns_mut().0[row], key))
    }

    /// Drops the rows at `sorted`, which exist; the others keep their order.
    ///
    /// With `rebuild`, the index gets the size that Zig gives it. On failure nothing has changed.
    pub(super) fn remove_many(
        &mut self,
        sorted: &[usize],
        rebuild: bool,
        hash_of: impl Fn(&K) -> u32,
    ) -> Result<(), AllocError> {
        let capacity = if rebuild {
            self.rebuilt_capacity()
        } else {
            self.index.as_ref().map(Index::capacity)
        };
        let index = match capacity {
            Some(capacity) => {
                let mut index = Index::for_rows(capacity.max(self.rows.len()))?;
                let mut removed = sorted.iter().copied().peekable();
                let mut place = 0;
                for (row, key) in self.rows.keys().iter().enumerate() {
                    if removed.peek() == Some(&row) {
                        while removed.next_if_eq(&row).is_some() {}
                        continue;
                    }
                    let stored = self.rows.hashes().get(row);
                    let hash = stored.map_or_else(|| hash_of(key), |it| u32::from_ne_bytes(*it));
                    index.insert(hash, place);
                    place += 1;
                }
                Some(index)
            }
            None => None,
        };
        self.index = index;
        let kept = self.rows.move_to_end(sorted);
        self.rows.truncate(kept);
        Ok(())
    }

    /// Forgets where rows are, until they are indexed again.
    pub(super) fn clear_index(&mut self) {
        if let Some(index) = &mut self.index {
            index.clear();
        }
    }

    /// Adds a row whose key has `hash`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[inline]
    #[track_caller]
    pub(super) fn push(&mut self, hash: u32, key: K, value: V) {
        assert!(self.has_room(), "no capacity for another entry");
        let row = self.rows.len();
        self.rows.push(hash, key, value);
        if let Some(index) = &mut self.index {
            index.insert(hash, row);
        }
    }

    /// Returns the hash of a row, if there is an index to want it.
    fn indexed_hash(&self, row: usize, hash_of: impl Fn(&K) -> u32) -> Option<u32> {
        self.index.as_ref()?;
        Some(match self.rows.hashes().get(row) {
            Some(hash) => u32::from_ne_bytes(*hash),
            None => hash_of(&self.rows.keys()[row]),
        })
    }

    /// Takes a row out, and puts the last in its place.
    ///
    /// `hash` is the hash of the row where a search has just computed it.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[inline]
    #[track_caller]
    pub(super) fn swap_remove(
        &mut self,
        row: usize,
        hash: Option<u32>,
        hash_of: impl Fn(&K) -> u32,
    ) -> (K, V) {
        self.assert_row(row);
        let last = self.rows.len() - 1;
        let hash = hash.or_else(|| self.indexed_hash(row, &hash_of));
        let hash_of_last = if row == last { hash } else { self.indexed_hash(last, &hash_of) };
        if let (Some(index), Some(hash), Some(hash_of_last)) = (&mut self.index, hash, hash_of_last)
        {
            index.swap_remove(hash, row, hash_of_last, last);
        }
        self.rows.swap_remove(row)
    }

    /// Takes a row out; the rows after it move down.
    ///
    /// `hash` is the hash of the row where a search has just computed it.
    ///
    /// # Panics
    ///
    /// Panics when there is no such row.
    #[track_caller]
    pub(super) fn ordered_remove(
        &mut self,
        row: usize,
        hash: Option<u32>,
        hash_of: impl Fn(&K) -> u32,
    ) -> (K, V) {
        self.assert_row(row);
        let hash = hash.or_else(|| self.indexed_hash(row, hash_of));
        if let (Some(index), Some(hash)) = (&mut self.index, hash) {
            index.remove(hash, row);
            index.close_gap(row);
        }
        self.rows.ordered_remove(row)
    }

    /// Exchanges two rows.
    ///
    /// # Panics
    ///
    /// Panics when one does not exist.
    #[track_caller]
    pub(super) fn swap(&mut self, a: usize, b: usize, hash_of: impl Fn(&K) -> u32) {
        self.assert_row(a);
        self.assert_row(b);
        let hashes = self.indexed_hash(a, &hash_of).zip(self.indexed_hash(b, &hash_of));
        if let (Some(index), Some((hash_a, hash_b))) = (&mut self.index, hashes)
            && a != b
        {
            index.remove(hash_a, a);
            index.replace(hash_b, b, a);
            index.insert(hash_a, b);
        }
        self.rows.swap(a, b);
    }

    /// Puts the rows in order.
    pub(super) fn permute(&mut self, mut order: Permutation) {
        if let Some(index) = &mut self.index {
            index.permute(order.places());
        }
        order.apply(|a, b| self.rows.swap(a, b));
    }

    /// Drops all rows and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.clear_index();
        self.rows.truncate(0);
    }

    /// Returns a copy of the rows, made by `clone`, with a copy of the index.
    pub(super) fn try_clone(
        &self,
        clone: impl FnMut(&K, &V) -> Result<(K, V), AllocError>,
    ) -> Result<Self, AllocError> {
        let rows = self.rows.try_clone(clone)?;
        let index = self.index.as_ref().map(Index::try_clone).transpose()?;
        Ok(Self { rows, index })
    }

    #[inline]
    #[track_caller]
    fn assert_row(&self, row: usize) {
        assert!(row < self.rows.len(), "entry {row} is not among the {}", self.rows.len());
    }
}
