//! [`HashMapMixin`]: what the sorted tables have in common.

use bun_alloc::AllocError;
use core::mem;

use super::entry::{self, Entry};
use crate::HashContext;

/// A value that was looked up, and put there if it was not.
#[derive(Debug)]
pub struct GetOrPutResult<'a, V> {
    /// The value; the default one when it is new.
    pub value_ptr: &'a mut V,
    /// Whether the key was there.
    pub found_existing: bool,
}

/// The methods of tables that are sorted by hash.
///
/// See the [module](super). Searches are expected O(1); putting and deleting move the entries
/// between the slot and the next empty one. When code of the context panics, nothing has changed.
///
/// Zig: `HashMapMixin`.
///
/// # Examples
///
/// ```
/// use bun_collections::static_hash_map::{AutoHashMap, HashMapMixin};
///
/// let mut map = AutoHashMap::<u32, u32>::init_capacity(8)?;
/// for key in [3, 1, 2, 3] {
///     *map.get_or_put(key)?.value_ptr += 1;
/// }
/// assert_eq!((map.len(), map.get(&3)), (3, Some(&2)));
/// assert!(map.has(&1) && !map.has(&4));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait HashMapMixin<K, V, Ctx> {
    /// Returns all slots, empty ones too, in the order of their hashes.
    fn entries(&self) -> &[Entry<K, V>];

    /// Returns all slots and the number of those in use, for the methods below.
    ///
    /// Slots that are not in the order of their hashes make a table that finds too little.
    fn entries_and_len_mut(&mut self) -> (&mut [Entry<K, V>], &mut usize);

    /// Returns the number of entries.
    fn len(&self) -> usize;

    /// Returns by how much a hash is shifted to get its first slot.
    fn shift(&self) -> u8;

    /// Returns the context.
    fn context(&self) -> &Ctx;

    /// Returns whether there are no entries.
    #[inline]
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns keys and values in the order of their hashes.
    #[inline]
    fn iter<'a>(&'a self) -> impl Iterator<Item = (&'a K, &'a V)>
    where
        K: 'a,
        V: 'a,
    {
        let used = self.entries().iter().filter(|entry| !entry.is_empty());
        used.map(|entry| (&entry.key, &entry.value))
    }

    /// Returns whether there is a key with this hash.
    ///
    /// Zig: `hasWithHash`.
    #[doc(alias = "hasWithHash")]
    #[inline]
    fn has_with_hash(&self, key_hash: u64) -> bool {
        let hash = entry::usable(key_hash);
        let place = entry::lower_bound(self.entries(), self.shift(), hash);
        self.entries().get(place).is_some_and(|entry| entry.hash == hash)
    }

    /// Returns whether `key` is there.
    #[inline]
    fn has(&self, key: &K) -> bool
    where
        Ctx: HashContext<K>,
    {
        self.get(key).is_some()
    }

    /// Returns the value of `key`.
    #[inline]
    fn get<'a>(&'a self, key: &K) -> Option<&'a V>
    where
        K: 'a,
        Ctx: HashContext<K>,
    {
        let place = find(self.entries(), self.shift(), self.context(), key).1.ok()?;
        Some(&self.entries()[place].value)
    }

    /// Returns the value of `key`, to be changed.
    #[inline]
    fn get_ptr<'a>(&'a mut self, key: &K) -> Option<&'a mut V>
    where
        K: 'a,
        Ctx: HashContext<K>,
    {
        let place = find(self.entries(), self.shift(), self.context(), key).1.ok()?;
        Some(&mut self.entries_and_len_mut().0[place].value)
    }

    /// Returns the value of `key`, and puts the default one there if there is none.
    ///
    /// # Errors
    ///
    /// `AllocError` when the key is new, and there is no empty slot behind its first one.
    #[inline]
    fn try_get_or_put<'a>(&'a mut self, key: K) -> Result<GetOrPutResult<'a, V>, AllocError>
    where
        K: 'a,
        Ctx: HashContext<K>,
        V: Default,
    {
        let (hash, found) = find(self.entries(), self.shift(), self.context(), &key);
        let value = V::default();
        let (entries, len) = self.entries_and_len_mut();
        let place = match found {
            Ok(place) => place,
            Err(place) => {
                let entry = Entry { hash, key, value };
                entry::insert(entries, place, entry).map_err(|_| AllocError)?;
                *len += 1;
                place
            }
        };
        let value_ptr = &mut entries[place].value;
        Ok(GetOrPutResult { value_ptr, found_existing: found.is_ok() })
    }

    /// Returns the value of `key`, and puts the default one there if there is none.
    ///
    /// Zig: `getOrPutAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is new, and there is no empty slot behind its first one.
    #[doc(alias = "getOrPutAssumeCapacity")]
    #[inline]
    #[track_caller]
    fn get_or_put_assume_capacity<'a>(&'a mut self, key: K) -> GetOrPutResult<'a, V>
    where
        K: 'a,
        Ctx: HashContext<K>,
        V: Default,
    {
        self.try_get_or_put(key).expect("no capacity for another entry")
    }

    /// Puts `value` there, unless `key` has a value already: then `value` is dropped.
    ///
    /// Zig: `putAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when the key is new, and there is no empty slot behind its first one.
    #[doc(alias = "putAssumeCapacity")]
    #[inline]
    #[track_caller]
    fn put_assume_capacity(&mut self, key: K, value: V)
    where
        Ctx: HashContext<K>,
        V: Default,
    {
        let result = self.get_or_put_assume_capacity(key);
        if !result.found_existing {
            *result.value_ptr = value;
        }
    }

    /// Removes `key` and returns its value.
    #[inline]
    fn delete(&mut self, key: &K) -> Option<V>
    where
        Ctx: HashContext<K>,
        K: Default,
        V: Default,
    {
        let place = find(self.entries(), self.shift(), self.context(), key).1.ok()?;
        let shift = self.shift();
        let (entries, len) = self.entries_and_len_mut();
        let removed = entry::remove(entries, shift, place);
        *len -= 1;
        Some(removed.value)
    }

    /// Drops all entries; the slots stay.
    ///
    /// Zig: `clearRetainingCapacity`.
    #[doc(alias = "clearRetainingCapacity")]
    fn clear_retaining_capacity(&mut self)
    where
        K: Default,
        V: Default,
    {
        let (entries, len) = self.entries_and_len_mut();
        // From the back: what is left when a destructor panics is still in its place.
        for entry in entries.iter_mut().rev().filter(|entry| !entry.is_empty()) {
            let removed = mem::take(entry);
            *len -= 1;
            drop(removed);
        }
    }
}

/// Returns the hash of `key`, and its place as [`entry::search`] does.
#[inline]
fn find<K, V, Ctx: HashContext<K>>(
    entries: &[Entry<K, V>],
    shift: u8,
    context: &Ctx,
    key: &K,
) -> (u64, Result<usize, usize>) {
    let hash = entry::usable(context.hash(key));
    (hash, entry::search(entries, shift, hash, |other| context.eql(key, other)))
}
