//! [`Block`]: one allocation for the keys, the values and perhaps the hashes of a map.
//!
//! ```text
//! | keys: [K; capacity] | values: [V; capacity] | hashes: [[u8; 4]; capacity] |
//! ```
//!
//! with the values first where they are aligned more strictly. Hashes are stored as bytes so that
//! they come last whatever the other types are: where keys and values start does then not depend
//! on whether there are hashes.
//!
//! Rejected: the column block of [`MultiArrayList`](crate::MultiArrayList), whose table of columns
//! is an argument. Small maps are made and dropped so often that its arithmetic was half of their
//! cost; here sizes are constants where the code is compiled.

#![expect(unsafe_code, reason = "the allocation behind rows; argument in SAFETY.md")]

use alloc::alloc::{alloc, dealloc};
use bun_alloc::AllocError;
use core::alloc::Layout;
use core::marker::PhantomData;
use core::num::NonZero;
use core::ptr::NonNull;

/// A hash in its column.
pub(super) type StoredHash = [u8; 4];

/// Memory for `capacity` keys, values and, if `stores_hash`, hashes.
///
/// Which of them are initialised, and who drops them, is the owner's business.
///
/// # Invariants
///
/// 1. `base` is aligned for keys and values. It is the start of an allocation of
///    `Self::layout(hash_size, capacity)`, or dangles when that has no bytes.
pub(super) struct Block<K, V> {
    base: NonNull<u8>,
    capacity: usize,
    /// The size of a hash, or zero. A whole word: a `bool` would be moved byte by byte.
    hash_size: usize,
    columns: PhantomData<(K, V)>,
}

impl<K, V> Block<K, V> {
    const KEYS_FIRST: bool = align_of::<K>() >= align_of::<V>();
    const ALIGN: usize = if Self::KEYS_FIRST { align_of::<K>() } else { align_of::<V>() };
    /// Bytes of a row before its key, before its value, and before its hash, if every row had its
    /// columns side by side: times the capacity, where a column starts.
    const BEFORE_KEY: usize = if Self::KEYS_FIRST { 0 } else { size_of::<V>() };
    const BEFORE_VALUE: usize = if Self::KEYS_FIRST { size_of::<K>() } else { 0 };
    const BEFORE_HASH: usize = size_of::<K>() + size_of::<V>();

    /// Returns a block without memory.
    #[inline]
    pub(super) const fn new(stores_hash: bool) -> Self {
        let base = match NonZero::new(Self::ALIGN) {
            Some(align) => NonNull::without_provenance(align),
            None => NonNull::dangling(),
        };
        let hash_size = if stores_hash { size_of::<StoredHash>() } else { 0 };
        Self { base, capacity: 0, hash_size, columns: PhantomData }
    }

    #[inline]
    pub(super) const fn capacity(&self) -> usize {
        self.capacity
    }

    #[inline]
    pub(super) const fn stores_hash(&self) -> bool {
        self.hash_size != 0
    }

    #[inline]
    fn layout(hash_size: usize, capacity: usize) -> Option<Layout> {
        let bytes = capacity.checked_mul(Self::BEFORE_HASH.checked_add(hash_size)?)?;
        Layout::from_size_align(bytes, Self::ALIGN).ok()
    }

    /// Returns memory for exactly `capacity` rows.
    #[inline]
    pub(super) fn with_capacity(stores_hash: bool, capacity: usize) -> Result<Self, AllocError> {
        let mut block = Self::new(stores_hash);
        let layout = Self::layout(block.hash_size, capacity).ok_or(AllocError)?;
        if layout.size() != 0 {
            // SAFETY:
            // 1. The size is not zero.
            block.base = NonNull::new(unsafe { alloc(layout) }).ok_or(AllocError)?;
        }
        block.capacity = capacity;
        Ok(block)
    }

    /// Returns the first key, aligned.
    #[inline]
    pub(super) fn keys(&self) -> NonNull<K> {
        // SAFETY:
        // 1. The columns lie one behind the other in the block (`layout`), so the keys start in it,
        //    or the offset is zero.
        unsafe { self.base.add(Self::BEFORE_KEY * self.capacity) }.cast()
    }

    /// Returns the first value, aligned.
    #[inline]
    pub(super) fn values(&self) -> NonNull<V> {
        // SAFETY:
        // 1. As for the keys.
        unsafe { self.base.add(Self::BEFORE_VALUE * self.capacity) }.cast()
    }

    /// Returns the first hash, or where it would be if hashes were stored.
    #[inline]
    pub(super) fn hashes(&self) -> NonNull<StoredHash> {
        // SAFETY:
        // 1. The hashes start behind the other columns, in the block or at its end.
        unsafe { self.base.add(Self::BEFORE_HASH * self.capacity) }.cast()
    }

    /// Moves the first `len` rows to `to`.
    ///
    /// # Safety
    ///
    /// 1. Both blocks have room for `len` rows, and both store hashes or neither does.
    /// 2. The rows here are not used again unless they were `Copy`.
    pub(super) unsafe fn move_to(&self, to: &Self, len: usize) {
        // SAFETY:
        // 1. Both columns have room (precondition 1).
        // 2. The blocks are different allocations, or have no bytes.
        unsafe { self.keys().copy_to_nonoverlapping(to.keys(), len) };
        // SAFETY:
        // 1. and 2. as for the keys.
        unsafe { self.values().copy_to_nonoverlapping(to.values(), len) };
        if self.stores_hash() {
            // SAFETY:
            // 1. and 2. as for the keys; hashes are stored.
            unsafe { self.hashes().copy_to_nonoverlapping(to.hashes(), len) };
        }
    }
}

impl<K, V> Drop for Block<K, V> {
    #[inline]
    fn drop(&mut self) {
        match Self::layout(self.hash_size, self.capacity) {
            Some(layout) if layout.size() != 0 => {
                // SAFETY:
                // 1. `base` is an allocation of this layout (invariant 1), and this is its end.
                unsafe { dealloc(self.base.as_ptr(), layout) }
            }
            // A block without bytes was never allocated.
            _ => {}
        }
    }
}
