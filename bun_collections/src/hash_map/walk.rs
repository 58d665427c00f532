//! Iterators over the entries, in the order of the slots.

#![expect(unsafe_code, reason = "keys and values in slots; argument in SAFETY.md")]

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem::{self, ManuallyDrop};
use core::ptr::NonNull;

use super::raw::UsedSlots;
use super::slots::Slots;

/// Pointers to the entries. Invariant: the slots exist as long as this does.
pub(super) struct Pointers<K, V> {
    entries: NonNull<u8>,
    capacity: usize,
    used: UsedSlots,
    entry: PhantomData<(K, V)>,
}

impl<K, V> Pointers<K, V> {
    #[inline]
    pub(super) const fn new(entries: NonNull<u8>, capacity: usize, used: UsedSlots) -> Self {
        Self { entries, capacity, used, entry: PhantomData }
    }

    #[inline]
    fn copy(&self) -> Self {
        Self::new(self.entries, self.capacity, self.used.clone())
    }

    #[inline]
    fn next(&mut self) -> Option<(NonNull<K>, NonNull<V>)> {
        let slot = self.used.next()?;
        // SAFETY:
        // 1. The slot is one of the block that `entries` starts (invariant).
        let key = unsafe { Slots::<K, V>::key_in(self.entries, slot) };
        // SAFETY:
        // 1. The slot is one of the block that `entries` starts (invariant).
        let value = unsafe { Slots::<K, V>::value_in(self.entries, self.capacity, slot) };
        Some((key, value))
    }
}

/// Slots whose entries belong to somebody else: frees the block only.
pub(super) struct Unowned<K, V>(pub(super) ManuallyDrop<Slots<K, V>>);

impl<K, V> Drop for Unowned<K, V> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY:
        // 1. The slots are not dropped themselves, and this is the end of them.
        unsafe { self.0.free() }
    }
}

/// The keys and values of a map, in the order of its slots.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let map: HashMap<u32, u32> = [(1, 10), (2, 20)].into_iter().collect();
/// let sum: u32 = map.iter().map(|(key, value)| key + value).sum();
/// assert_eq!((map.iter().len(), sum), (2, 33));
/// ```
pub struct Iter<'a, K, V> {
    pointers: Pointers<K, V>,
    borrowed: PhantomData<&'a (K, V)>,
}

/// The keys and values of a map, in the order of its slots, with exclusive access to both.
pub(super) struct IterMut<'a, K, V> {
    pointers: Pointers<K, V>,
    borrowed: PhantomData<&'a mut (K, V)>,
}

// SAFETY:
// 1. It is a reference to keys and values.
unsafe impl<K: Sync, V: Sync> Send for Iter<'_, K, V> {}
// SAFETY:
// 1. As for `Send`.
unsafe impl<K: Sync, V: Sync> Sync for Iter<'_, K, V> {}
// SAFETY:
// 1. It is an exclusive reference to keys and values.
unsafe impl<K: Send, V: Send> Send for IterMut<'_, K, V> {}
// SAFETY:
// 1. A shared one lends nothing.
unsafe impl<K: Sync, V: Sync> Sync for IterMut<'_, K, V> {}

impl<'a, K, V> Iter<'a, K, V> {
    #[inline]
    pub(super) fn new(slots: &'a Slots<K, V>) -> Self {
        Self { pointers: slots.pointers(), borrowed: PhantomData }
    }
}

impl<'a, K, V> IterMut<'a, K, V> {
    #[inline]
    pub(super) fn new(slots: &'a mut Slots<K, V>) -> Self {
        Self { pointers: slots.pointers(), borrowed: PhantomData }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (key, value) = self.pointers.next()?;
        // SAFETY:
        // 1. The slot is in use, and borrowed for `'a`.
        let key = unsafe { key.as_ref() };
        // SAFETY:
        // 1. The slot is in use, and borrowed for `'a`.
        Some((key, unsafe { value.as_ref() }))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.pointers.used.len(), Some(self.pointers.used.len()))
    }
}

impl<'a, K, V> Iterator for IterMut<'a, K, V> {
    type Item = (&'a mut K, &'a mut V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (mut key, mut value) = self.pointers.next()?;
        // SAFETY:
        // 1. The slot is in use, borrowed exclusively for `'a`, and named once.
        let key = unsafe { key.as_mut() };
        // SAFETY:
        // 1. The slot is in use, borrowed exclusively for `'a`, and named once.
        // 2. The value is not part of the key.
        Some((key, unsafe { value.as_mut() }))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.pointers.used.len(), Some(self.pointers.used.len()))
    }
}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self { pointers: self.pointers.copy(), borrowed: PhantomData }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Iter<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}
impl<K, V> FusedIterator for Iter<'_, K, V> {}
impl<K, V> ExactSizeIterator for IterMut<'_, K, V> {}
impl<K, V> FusedIterator for IterMut<'_, K, V> {}

/// Entries that are handed out one by one, with their block.
///
/// Invariant: the entries that `pointers` has not named are initialised and owned.
pub(super) struct Unread<K, V> {
    pointers: Pointers<K, V>,
    block: Unowned<K, V>,
}

// SAFETY:
// 1. The entries are owned.
unsafe impl<K: Send, V: Send> Send for Unread<K, V> {}
// SAFETY:
// 1. A shared one lends nothing.
unsafe impl<K: Sync, V: Sync> Sync for Unread<K, V> {}

impl<K, V> Unread<K, V> {
    #[inline]
    pub(super) fn new(slots: Slots<K, V>) -> Self {
        let block = Unowned(ManuallyDrop::new(slots));
        Self { pointers: block.0.pointers(), block }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.pointers.used.len()
    }

    #[inline]
    pub(super) fn next(&mut self) -> Option<(K, V)> {
        let (key, value) = self.pointers.next()?;
        // SAFETY:
        // 1. The entry is initialised, owned, and named once.
        let key = unsafe { key.read() };
        // SAFETY:
        // 1. The entry is initialised, owned, and named once.
        Some((key, unsafe { value.read() }))
    }

    /// Drops the rest, going on when a destructor panics.
    #[inline]
    fn drop_rest(&mut self) {
        struct Rest<'a, K, V>(&'a mut Unread<K, V>);

        impl<K, V> Drop for Rest<'_, K, V> {
            fn drop(&mut self) {
                while self.0.next().is_some() {}
            }
        }

        if mem::needs_drop::<(K, V)>() {
            let rest = Rest(self);
            while rest.0.next().is_some() {}
        }
    }
}

impl<K, V> Drop for Unread<K, V> {
    #[inline]
    fn drop(&mut self) {
        self.drop_rest();
    }
}

/// The entries of a map that is being emptied, in the order of its slots.
///
/// Those that are not taken are dropped with the iterator. If it is leaked, the map is empty and
/// has no memory.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let mut map: HashMap<u32, char> = [(1, 'a'), (2, 'b')].into_iter().collect();
/// drop(map.drain());
/// assert!(map.is_empty());
/// ```
pub struct Drain<'a, K, V> {
    unread: Unread<K, V>,
    home: &'a mut Slots<K, V>,
}

impl<'a, K, V> Drain<'a, K, V> {
    pub(super) fn new(slots: &'a mut Slots<K, V>) -> Self {
        let unread = Unread::new(mem::replace(slots, Slots::new()));
        Self { unread, home: slots }
    }
}

impl<K, V> Iterator for Drain<'_, K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.unread.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.unread.len(), Some(self.unread.len()))
    }
}

impl<K, V> ExactSizeIterator for Drain<'_, K, V> {}
impl<K, V> FusedIterator for Drain<'_, K, V> {}

impl<K, V> fmt::Debug for Drain<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drain").field("len", &self.unread.len()).finish_non_exhaustive()
    }
}

impl<K, V> Drop for Drain<'_, K, V> {
    fn drop(&mut self) {
        /// Gives the block back even when a destructor panics.
        struct GiveBack<'a, 'b, K, V>(&'a mut Drain<'b, K, V>);

        impl<K, V> Drop for GiveBack<'_, '_, K, V> {
            fn drop(&mut self) {
                let Drain { unread, home } = self.0;
                unread.pointers.used.stop();
                unread.block.0.forget_entries();
                mem::swap(*home, &mut unread.block.0);
            }
        }

        GiveBack(self).0.unread.drop_rest();
    }
}

/// The entries of a map that was given up, in the order of its slots.
///
/// # Examples
///
/// ```
/// use bun_collections::HashMap;
///
/// let map: HashMap<u32, String> = [(1, "a".to_owned())].into_iter().collect();
/// let owned: Vec<String> = map.into_iter().map(|(_, value)| value).collect();
/// assert_eq!(owned, ["a"]);
/// ```
pub struct IntoIter<K, V> {
    unread: Unread<K, V>,
}

impl<K, V> IntoIter<K, V> {
    #[inline]
    pub(super) fn new(slots: Slots<K, V>) -> Self {
        Self { unread: Unread::new(slots) }
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.unread.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.unread.len(), Some(self.unread.len()))
    }
}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
impl<K, V> FusedIterator for IntoIter<K, V> {}

impl<K, V> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").field("len", &self.unread.len()).finish_non_exhaustive()
    }
}
