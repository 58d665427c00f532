//! [`BSSMap`]: a [`BSSMapInner`] that keeps its keys.

use core::ptr::NonNull;

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::map::{BSSMapInner, MapShape};
use super::map_key::trim_end;
use super::text_store::{Draft, TextStore};
use super::{IndexType, Result as Lookup};
use crate::AllocError;

/// What must remain free behind a key in the buffer.
const SPARE: usize = 1;

/// Which string is the key of which value.
#[derive(Debug)]
struct KeyTable {
    first: Vec<Option<IndexType>>,
    overflow: Vec<Option<IndexType>>,
}

impl KeyTable {
    const fn new() -> Self {
        Self { first: Vec::new(), overflow: Vec::new() }
    }

    fn get(&self, index: IndexType) -> Option<IndexType> {
        let keys = if index.is_overflow() { &self.overflow } else { &self.first };
        keys.get(index.index() as usize).copied().flatten()
    }

    /// Makes `key` the key of the value at `index`.
    fn set(&mut self, index: IndexType, key: IndexType) -> Result<(), AllocError> {
        let keys = if index.is_overflow() { &mut self.overflow } else { &mut self.first };
        let at = index.index() as usize;
        if let Some(missing) = (at + 1).checked_sub(keys.len()) {
            keys.try_reserve(missing)?;
            keys.resize(at + 1, None);
        }
        keys[at] = Some(key);
        Ok(())
    }
}

/// A [`BSSMapInner`] that also keeps the keys it is told to, to be found by index.
///
/// Keys go one after the other into a buffer of `COUNT * KEY_LENGTH` bytes; what no longer fits
/// goes to the heap. With `REMOVE_TRAILING_SLASHES` they are kept without the `/`s at their end.
/// Still only the hash of a key decides which entry is meant.
///
/// Zig: `bun.allocators.BSSMap` with `store_keys = true`.
///
/// # Examples
///
/// ```
/// use bun_alloc::BSSMap;
///
/// let mut dirs = BSSMap::<u32, 1024, 128, true>::new();
/// let mut result = dirs.get_or_put(b"/usr/lib/")?;
/// dirs.put(b"/usr/lib/", true, &mut result, 7)?;
/// assert_eq!(dirs.get(b"/usr/lib"), Some(&mut 7));
/// assert_eq!(dirs.key_at_index(result.index), Some(&b"/usr/lib"[..]));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct BSSMap<
    V,
    const COUNT: usize,
    const KEY_LENGTH: usize,
    const REMOVE_TRAILING_SLASHES: bool,
> {
    map: BSSMapInner<V, COUNT, REMOVE_TRAILING_SLASHES>,
    /// Its lock is taken while the map's is held, never the other way round.
    keys: TextStore<KeyTable, MapShape<COUNT>>,
}

impl<V, const COUNT: usize, const KEY_LENGTH: usize, const REMOVE_TRAILING_SLASHES: bool>
    BSSMap<V, COUNT, KEY_LENGTH, REMOVE_TRAILING_SLASHES>
{
    /// Returns an empty map. Allocates nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// static DIRS: bun_alloc::BSSMap<u32, 64, 128, true> = bun_alloc::BSSMap::new();
    ///
    /// assert!(DIRS.is_empty());
    /// assert_eq!(DIRS.key_bytes_used(), 0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { map: BSSMapInner::new(), keys: TextStore::new(COUNT * KEY_LENGTH, KeyTable::new()) }
    }

    /// Returns an empty map on the heap that is never freed. For singletons, prefer a `static` or
    /// [`bss_map!`](crate::bss_map).
    ///
    /// Zig: `BSSMap.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::init();
    /// // SAFETY: the map is never freed, and from here on only shared.
    /// assert!(unsafe { map.as_ref() }.is_empty());
    /// ```
    #[must_use]
    pub fn init() -> NonNull<Self> {
        NonNull::from(Box::leak(Box::new(Self::new())))
    }

    /// As [`BSSMapInner::len`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.get_or_put(b"a")?;
    /// map.mark_not_found(map.get_or_put(b"b")?);
    /// assert_eq!(map.len(), 2);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// As [`BSSMapInner::is_empty`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// assert!(map.is_empty());
    /// map.get_or_put(b"key")?;
    /// assert!(!map.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// As [`BSSMapInner::is_overflowing`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 1, 32, false>::new();
    /// assert!(!map.is_overflowing());
    /// map.put_shared(b"key", true, &mut map.get_or_put(b"key")?, 7)?;
    /// assert!(map.is_overflowing());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn is_overflowing(&self) -> bool {
        self.map.is_overflowing()
    }

    /// As [`BSSMapInner::get_or_put`].
    ///
    /// # Errors
    ///
    /// [`AllocError`] if the key is new and there is no memory for it.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert!(!result.has_checked_if_exists());
    /// map.put_shared(b"key", true, &mut result, 7)?;
    /// assert_eq!(map.get_or_put(b"key")?.index, result.index);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn get_or_put(&self, key: &[u8]) -> Result<Lookup, AllocError> {
        self.map.get_or_put(key)
    }

    /// As [`BSSMapInner::get`].
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.put(b"key", true, &mut map.get_or_put(b"key")?, 7)?;
    /// assert_eq!(map.get(b"key"), Some(&mut 7));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn get(&mut self, key: &[u8]) -> Option<&mut V> {
        self.map.get(key)
    }

    /// As [`BSSMapInner::get_shared`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.put_shared(b"key", false, &mut map.get_or_put(b"key")?, 7)?;
    /// assert_eq!((map.get_shared(b"key"), map.get_shared(b"other")), (Some(&7), None));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn get_shared(&self, key: &[u8]) -> Option<&V> {
        self.map.get_shared(key)
    }

    /// As [`BSSMapInner::at_index`].
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// map.put(b"key", true, &mut result, 7)?;
    /// assert_eq!(map.at_index(result.index), Some(&mut 7));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn at_index(&mut self, index: IndexType) -> Option<&mut V> {
        self.map.at_index(index)
    }

    /// As [`BSSMapInner::at_index_shared`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// let value = map.put_shared(b"key", true, &mut result, 7)?;
    /// assert_eq!(map.at_index_shared(result.index), Some(value));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn at_index_shared(&self, index: IndexType) -> Option<&V> {
        self.map.at_index_shared(index)
    }

    /// As [`BSSMapInner::values`].
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.put_shared(b"key", true, &mut map.get_or_put(b"key")?, 7)?;
    /// map.values()[0] += 1;
    /// assert_eq!(map.get(b"key"), Some(&mut 8));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn values(&mut self) -> &mut [V] {
        self.map.values()
    }

    /// As [`BSSMapInner::values_shared`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.put_shared(b"a", true, &mut map.get_or_put(b"a")?, 1)?;
    /// map.put_shared(b"b", true, &mut map.get_or_put(b"b")?, 2)?;
    /// assert_eq!(map.values_shared(), [1, 2]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn values_shared(&self) -> &[V] {
        self.map.values_shared()
    }

    /// As [`BSSMapInner::put`], and keeps `key` if `store_key`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the value or the key. The value is dropped, and
    /// neither is there.
    ///
    /// # Panics
    ///
    /// If `result` has an index that this map never gave out.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// assert_eq!(map.put(b"key", true, &mut result, 7), Ok(&mut 7));
    /// assert_eq!(map.key_at_index(result.index), Some(&b"key"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn put(
        &mut self,
        key: &[u8],
        store_key: bool,
        result: &mut Lookup,
        value: V,
    ) -> Result<&mut V, AllocError> {
        if result.index.is_assigned() {
            self.map.assert_place(result.index);
            if store_key {
                self.put_key(key, result)?;
            }
            return self.map.put(result, value);
        }
        self.put_shared(key, store_key, result, value)?;
        self.map.at_index(result.index).ok_or(AllocError)
    }

    /// As [`BSSMapInner::put_shared`], and keeps `key` if `store_key`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the value or the key. The value is dropped, and
    /// neither is there.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let (mut a, mut b) = (map.get_or_put(b"a")?, map.get_or_put(b"b")?);
    /// map.put_shared(b"a", true, &mut a, 1)?;
    /// map.put_shared(b"b", false, &mut b, 2)?;
    /// assert_eq!(map.key_at_index(a.index), Some(&b"a"[..]));
    /// assert_eq!(map.key_at_index(b.index), None);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn put_shared(
        &self,
        key: &[u8],
        store_key: bool,
        result: &mut Lookup,
        value: V,
    ) -> Result<&V, AllocError> {
        let draft = if store_key { Some(self.draft(key)?) } else { None };
        let (index, value) = self.map.append(result.hash, value, |index| match draft {
            Some(draft) => publish(draft, index),
            None => Ok(()),
        })?;
        result.index = index;
        Ok(value)
    }

    /// Keeps `key` as the key of the value that `result` points at, in place of the one before,
    /// which stays readable to who holds it. Nothing is copied if they are equal.
    ///
    /// Zig: `BSSMap.putKey`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory for the key.
    ///
    /// # Panics
    ///
    /// If `result` has no index yet, or one that this map never gave out.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// map.put_shared(b"key", false, &mut result, 7)?;
    /// map.put_key(b"key", &result)?;
    /// assert_eq!(map.key_at_index(result.index), Some(&b"key"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "putKey")]
    pub fn put_key(&self, key: &[u8], result: &Lookup) -> Result<(), AllocError> {
        self.map.assert_place(result.index);
        if self.key_at_index(result.index) == Some(Self::trim(key)) {
            return Ok(());
        }
        publish(self.draft(key)?, result.index)
    }

    /// Returns the key of the value at `index`. `None` if it was not kept, or there is no value.
    ///
    /// Zig: `BSSMap.keyAtIndex`.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, true>::new();
    /// let mut result = map.get_or_put(b"/etc/")?;
    /// map.put_shared(b"/etc/", true, &mut result, 7)?;
    /// assert_eq!(map.key_at_index(result.index), Some(&b"/etc"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "keyAtIndex")]
    #[must_use]
    pub fn key_at_index(&self, index: IndexType) -> Option<&[u8]> {
        if !index.is_assigned() {
            return None;
        }
        self.keys.get(self.keys.with_state(|keys| keys.get(index))?)
    }

    /// Returns whether `key` lies in the buffer, by its address.
    ///
    /// Zig: `BSSMap.isKeyStaticallyAllocated`.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// map.put_shared(b"key", true, &mut result, 7)?;
    /// let key = map.key_at_index(result.index).unwrap_or_default();
    /// assert!(map.is_key_statically_allocated(key) && !map.is_key_statically_allocated(b"key"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "isKeyStaticallyAllocated")]
    #[must_use]
    pub fn is_key_statically_allocated(&self, key: &[u8]) -> bool {
        self.keys.contains(key)
    }

    /// Returns how many bytes of the buffer for keys are in use.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.put_shared(b"key", true, &mut map.get_or_put(b"key")?, 7)?;
    /// map.put_shared(b"other", false, &mut map.get_or_put(b"other")?, 8)?;
    /// assert_eq!(map.key_bytes_used(), 3);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn key_bytes_used(&self) -> usize {
        self.keys.used()
    }

    /// As [`BSSMapInner::mark_not_found`].
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// map.mark_not_found(map.get_or_put(b"key")?);
    /// assert_eq!(map.get_or_put(b"key")?.index, bun_alloc::NOT_FOUND);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn mark_not_found(&self, result: Lookup) {
        self.map.mark_not_found(result);
    }

    /// As [`BSSMapInner::remove`]. The key at the index of its value stays as well.
    ///
    /// # Examples
    ///
    /// ```
    /// let map = bun_alloc::BSSMap::<u32, 8, 32, false>::new();
    /// let mut result = map.get_or_put(b"key")?;
    /// map.put_shared(b"key", true, &mut result, 7)?;
    /// assert!(map.remove(b"key") && map.get_shared(b"key").is_none());
    /// assert_eq!(map.key_at_index(result.index), Some(&b"key"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn remove(&self, key: &[u8]) -> bool {
        self.map.remove(key)
    }

    fn trim(key: &[u8]) -> &[u8] {
        if REMOVE_TRAILING_SLASHES { trim_end(key, b'/') } else { key }
    }

    /// Copies `key`.
    fn draft(&self, key: &[u8]) -> Result<KeyDraft<'_, COUNT>, AllocError> {
        let key = Self::trim(key);
        let mut draft = self.keys.draft(key.len(), SPARE)?;
        draft.push(key);
        Ok(draft)
    }
}

type KeyDraft<'a, const COUNT: usize> = Draft<'a, KeyTable, MapShape<COUNT>>;

fn publish<const COUNT: usize>(
    draft: KeyDraft<'_, COUNT>,
    index: IndexType,
) -> Result<(), AllocError> {
    draft.publish(|keys, key| keys.set(index, key))?;
    Ok(())
}

impl<V, const COUNT: usize, const KEY_LENGTH: usize, const REMOVE_TRAILING_SLASHES: bool> Default
    for BSSMap<V, COUNT, KEY_LENGTH, REMOVE_TRAILING_SLASHES>
{
    fn default() -> Self {
        Self::new()
    }
}
