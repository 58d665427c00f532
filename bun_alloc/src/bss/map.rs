//! [`BSSMapInner`]: values by the hash of a key that is not stored.

use core::ptr::NonNull;

use alloc::boxed::Box;

use super::map_key::hash_key;
use super::overflow_list::OVERFLOW_BLOCK_MAX;
use super::slots::{Shape, Slots};
use super::{IndexType, NOT_FOUND, Result as Lookup, UNASSIGNED};
use crate::hash_index::HashIndex;
use crate::{AllocError, out_of_memory};

/// The first `COUNT` entries in one block, then blocks of a quarter of that.
#[derive(Debug)]
pub(super) struct MapShape<const COUNT: usize>;

impl<const COUNT: usize> Shape for MapShape<COUNT> {
    const FIRST_LEN: usize = COUNT;
    const BLOCK_LEN: usize = if COUNT < 4 { 1 } else { COUNT / 4 };
    const BLOCK_MAX: usize = OVERFLOW_BLOCK_MAX;
}

/// An append-only map whose keys are known by their 64-bit hash only.
///
/// The first `COUNT` values share one block, the next are in overflow blocks of `COUNT / 4`, of
/// which there are at most 4095. Values never move. With `REMOVE_TRAILING_SLASHES`, the path
/// separators at the end of a key do not count (`/` here, `\` on Windows).
///
/// **Two keys with the same Wyhash are the same key.** The bytes are not compared, and not kept:
/// [`BSSMap`](super::BSSMap) keeps them.
///
/// A key is first looked up with [`get_or_put`](Self::get_or_put), which makes an entry without a
/// value. The caller then finds out, without holding a lock, and either
/// [`put`](Self::put)s a value or [`mark_not_found`](Self::mark_not_found)s the key.
///
/// Methods that return a value come in two forms. The plain ones take `&mut self` and return
/// `&mut V`. Those ending in `_shared` work through a shared reference, from any thread, and never
/// overwrite a value: a second [`put_shared`](Self::put_shared) for a key takes a new place, and
/// who holds the former value keeps it. Finding an entry takes a lock; reading by index takes none.
///
/// Zig: `bun.allocators.BSSMap` with `store_keys = false`.
///
/// # Examples
///
/// ```
/// use bun_alloc::{BSSMapInner, ItemStatus};
/// use std::sync::Mutex;
///
/// static ENTRIES: Mutex<BSSMapInner<u32, 2048, true>> = Mutex::new(BSSMapInner::new());
///
/// let mut entries = ENTRIES.lock().unwrap();
/// let mut result = entries.get_or_put(b"/usr/lib/")?;
/// if !result.has_checked_if_exists() {
///     *entries.put(&mut result, 1)? += 1;
/// }
/// assert_eq!(entries.get(b"/usr/lib"), Some(&mut 2));
/// assert_eq!(entries.get_or_put(b"/usr/lib//")?.status, ItemStatus::Exists);
/// assert_eq!(entries.at_index(result.index), Some(&mut 2));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// A value cannot be overwritten while somebody reads it:
///
/// ```compile_fail,E0502
/// let mut map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
/// let mut result = map.get_or_put(b"key").unwrap();
/// let value = map.put_shared(&mut result, 1).unwrap();
/// map.put(&mut result, 2).unwrap();
/// assert_eq!(*value, 1);
/// ```
#[derive(Debug)]
pub struct BSSMapInner<V, const COUNT: usize, const REMOVE_TRAILING_SLASHES: bool> {
    slots: Slots<V, HashIndex, MapShape<COUNT>>,
}

impl<V, const COUNT: usize, const REMOVE_TRAILING_SLASHES: bool>
    BSSMapInner<V, COUNT, REMOVE_TRAILING_SLASHES>
{
    /// Returns an empty map. Allocates nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::BSSMapInner;
    ///
    /// static SIZES: BSSMapInner<u32, 64, false> = BSSMapInner::new();
    ///
    /// SIZES.put_shared(&mut SIZES.get_or_put(b"a.js")?, 120)?;
    /// assert_eq!(SIZES.get_shared(b"a.js"), Some(&120));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: Slots::new(HashIndex::new()) }
    }

    /// Returns an empty map on the heap that is never freed. For singletons, prefer a `static` or
    /// [`bss_map_inner!`](crate::bss_map_inner).
    ///
    /// Zig: `BSSMap.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::BSSMapInner;
    ///
    /// let map = BSSMapInner::<u32, 8, false>::init();
    /// // SAFETY: the map is never freed, and from here on only shared.
    /// let map: &'static BSSMapInner<u32, 8, false> = unsafe { map.as_ref() };
    /// assert!(map.is_empty());
    /// ```
    #[must_use]
    pub fn init() -> NonNull<Self> {
        NonNull::from(Box::leak(Box::new(Self::new())))
    }

    /// Returns how many keys there are, with or without a value.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// map.get_or_put(b"a")?;
    /// map.mark_not_found(map.get_or_put(b"b")?);
    /// map.put_shared(&mut map.get_or_put(b"c")?, 7)?;
    /// assert_eq!(map.len(), 3);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.lock().state().len()
    }

    /// Returns whether there are no keys.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// assert!(map.is_empty());
    /// map.get_or_put(b"key")?;
    /// // A key without a value is a key.
    /// assert!(!map.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the first block of values is full.
    ///
    /// Zig: `BSSMap.isOverflowing`.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 1, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert!(!map.is_overflowing());
    /// map.put_shared(&mut result, 7)?;
    /// assert!(map.is_overflowing());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "isOverflowing")]
    #[must_use]
    pub fn is_overflowing(&self) -> bool {
        self.slots.len() >= COUNT
    }

    fn hash(key: &[u8]) -> u64 {
        hash_key::<REMOVE_TRAILING_SLASHES>(key)
    }

    /// Returns what is known about `key`, and from now on knows that it has been asked for.
    ///
    /// A new key is [`Unknown`](super::ItemStatus::Unknown) and [`UNASSIGNED`], and stays so until
    /// it gets a value or is marked.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the key is new and there is no memory for it.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert!(!result.has_checked_if_exists());
    /// map.put_shared(&mut result, 7)?;
    /// let again = map.get_or_put(b"key")?;
    /// assert_eq!((again.hash, again.index), (result.hash, result.index));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "getOrPut")]
    pub fn get_or_put(&self, key: &[u8]) -> Result<Lookup, AllocError> {
        let hash = Self::hash(key);
        let mut writer = self.slots.lock();
        let index = if let Some(index) = writer.state().get(hash) {
            IndexType::from_raw(index)
        } else {
            writer.state().insert(hash, UNASSIGNED.raw())?;
            UNASSIGNED
        };
        Ok(Lookup::new(hash, index))
    }

    /// Returns the index of `key`. `None` if it has not been asked for.
    fn index_of(&self, key: &[u8]) -> Option<IndexType> {
        self.slots.lock().state().get(Self::hash(key)).map(IndexType::from_raw)
    }

    /// Returns the value of `key`. `None` if it has none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert_eq!(map.get(b"key"), None);
    /// map.put(&mut result, 7)?;
    /// if let Some(value) = map.get(b"key") {
    ///     *value += 1;
    /// }
    /// assert_eq!(map.get(b"key"), Some(&mut 8));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn get(&mut self, key: &[u8]) -> Option<&mut V> {
        let index = self.slots.state_mut().get(Self::hash(key))?;
        self.at_index(IndexType::from_raw(index))
    }

    /// Returns the value of `key`. `None` if it has none.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// map.put_shared(&mut map.get_or_put(b"key")?, 7)?;
    /// assert_eq!(map.get_shared(b"key"), Some(&7));
    /// assert_eq!(map.get_shared(b"other"), None);
    /// // It asks without leaving a trace.
    /// assert_eq!(map.len(), 1);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn get_shared(&self, key: &[u8]) -> Option<&V> {
        self.at_index_shared(self.index_of(key)?)
    }

    /// Returns the value at `index`. `None` if there is none.
    ///
    /// The value of a removed key keeps its index.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert_eq!(map.at_index(result.index), None);
    /// map.put(&mut result, 7)?;
    /// map.remove(b"key");
    /// assert_eq!(map.at_index(result.index), Some(&mut 7));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "atIndex")]
    #[must_use]
    pub fn at_index(&mut self, index: IndexType) -> Option<&mut V> {
        self.slots.get_mut(index)
    }

    /// Returns the value at `index`. `None` if there is none. Takes no lock.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// map.put_shared(&mut result, 7)?;
    /// assert_eq!(map.at_index_shared(result.index), Some(&7));
    /// assert_eq!(map.at_index_shared(bun_alloc::NOT_FOUND), None);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn at_index_shared(&self, index: IndexType) -> Option<&V> {
        self.slots.get(index)
    }

    /// Returns the values of the first block, in the order they were put, those of removed keys
    /// included.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// for (key, value) in [(b"a", 1), (b"b", 2)] {
    ///     map.put_shared(&mut map.get_or_put(key)?, value)?;
    /// }
    /// map.values().iter_mut().for_each(|value| *value *= 10);
    /// assert_eq!(map.get(b"b"), Some(&mut 20));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn values(&mut self) -> &mut [V] {
        self.slots.first_mut()
    }

    /// Returns the values of the first block, as [`values`](Self::values).
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// for (key, value) in [(b"a", 1), (b"b", 2)] {
    ///     map.put_shared(&mut map.get_or_put(key)?, value)?;
    /// }
    /// map.remove(b"a");
    /// assert_eq!(map.values_shared(), [1, 2]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn values_shared(&self) -> &[V] {
        self.slots.first()
    }

    /// Gives the key of `result` the value, and returns it where it now is.
    ///
    /// If `result` has no place yet, it gets the next one and its index says so. Otherwise the
    /// value there is dropped and overwritten. The status of `result` stays as it was.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the value, or no place. The value is dropped.
    ///
    /// # Panics
    ///
    /// If `result` has an index that this map never gave out.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// *map.put(&mut result, 7)? += 1;
    /// assert_eq!(map.at_index(result.index), Some(&mut 8));
    /// map.put(&mut result, 9)?;
    /// assert_eq!(map.values(), [9]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn put(&mut self, result: &mut Lookup, value: V) -> Result<&mut V, AllocError> {
        if result.index.is_assigned() {
            self.assert_place(result.index);
            self.slots.state_mut().insert(result.hash, result.index.raw())?;
        } else {
            let index = self.append(result.hash, value, |_| Ok(()))?.0;
            result.index = index;
            return self.slots.get_mut(index).ok_or(AllocError);
        }
        let place = self.slots.get_mut(result.index).ok_or(AllocError)?;
        *place = value;
        Ok(place)
    }

    /// Gives the key of `result` the value at the next place, sets the index of `result`, and
    /// returns the value where it now is.
    ///
    /// If `result` had a place before, the value there is no longer the key's, and stays as it is.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the value, or no place. The value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// let former = map.put_shared(&mut result, 7)?;
    /// let latest = map.put_shared(&mut result, 8)?;
    /// assert_eq!((*former, *latest), (7, 8));
    /// assert_eq!(map.get_shared(b"key"), Some(&8));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn put_shared(&self, result: &mut Lookup, value: V) -> Result<&V, AllocError> {
        let (index, value) = self.append(result.hash, value, |_| Ok(()))?;
        result.index = index;
        Ok(value)
    }

    /// Appends `value` for the key with this hash. `commit` gets the index before anything can be
    /// seen; if it fails, nothing can.
    pub(super) fn append(
        &self,
        hash: u64,
        value: V,
        commit: impl FnOnce(IndexType) -> Result<(), AllocError>,
    ) -> Result<(IndexType, &V), AllocError> {
        let mut writer = self.slots.lock();
        // The value is dropped after the lock is released, should anything fail.
        let mut slot = writer.reserve()?;
        slot.state().reserve(1)?;
        let index = slot.index();
        commit(index)?;
        slot.state().insert(hash, index.raw())?;
        Ok((index, slot.fill(value)))
    }

    /// Remembers that the key of `result` does not exist.
    ///
    /// Aborts by [`out_of_memory`] if the key has been removed since it was looked up and there is
    /// no memory to add it again.
    ///
    /// Zig: `BSSMap.markNotFound`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{BSSMapInner, ItemStatus};
    ///
    /// let map = BSSMapInner::<u32, 8, false>::new();
    /// map.mark_not_found(map.get_or_put(b"/no/such/dir")?);
    /// assert_eq!(map.get_or_put(b"/no/such/dir")?.status, ItemStatus::NotFound);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "markNotFound")]
    pub fn mark_not_found(&self, result: Lookup) {
        if self.slots.lock().state().insert(result.hash, NOT_FOUND.raw()).is_err() {
            out_of_memory();
        }
    }

    /// Forgets `key` and returns whether it was known. Its value stays in its place.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMapInner::<u32, 8, false>::new();
    /// map.put_shared(&mut map.get_or_put(b"key")?, 7)?;
    /// assert!(map.remove(b"key"));
    /// assert_eq!(map.get_shared(b"key"), None);
    /// assert!(!map.remove(b"key"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn remove(&self, key: &[u8]) -> bool {
        self.slots.lock().state().remove(Self::hash(key))
    }

    /// Panics unless there is a value at `index`.
    pub(super) fn assert_place(&self, index: IndexType) {
        assert!(self.slots.get(index).is_some(), "an index that this map never gave out");
    }
}

impl<V, const COUNT: usize, const REMOVE_TRAILING_SLASHES: bool> Default
    for BSSMapInner<V, COUNT, REMOVE_TRAILING_SLASHES>
{
    fn default() -> Self {
        Self::new()
    }
}
