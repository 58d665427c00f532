//! [`HiveRefHandle`]: a counted reference to a value in a [`Fallback`].

#![expect(unsafe_code, reason = "counts references to a slot; argument in SAFETY.md")]

use core::cell::Cell;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::Deref;
use core::ptr::NonNull;

use super::Fallback;

/// A value in a pool together with the number of its handles.
///
/// Zig: `bun.HiveRef`.
pub struct HiveRef<T, const N: usize> {
    handles: Cell<u32>,
    pool: NonNull<Fallback<HiveRef<T, N>, N>>,
    /// The value.
    pub value: T,
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for HiveRef<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HiveRef")
            .field("handles", &self.handles.get())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

/// One of the owners of a value in a pool; the last one drops it and frees its slot.
///
/// It is what `Rc` is to the heap. The count is not atomic, so a handle stays on its thread:
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::HiveRefHandle<u32, 4>>();
/// ```
///
/// Zig: `*bun.HiveRef` with `ref` and `unref`.
///
/// # Examples
///
/// ```
/// use bun_collections::hive_array::{Fallback, HiveRefHandle};
///
/// let pool = Fallback::<_, 4>::init();
/// // SAFETY: the pool stays where it is, and outlives both handles.
/// let first = unsafe { HiveRefHandle::new("value", &raw const pool) };
/// let second = first.clone();
/// drop(first);
/// assert_eq!(*second, "value");
/// drop(second);
/// assert_eq!(pool.hive.in_use(), 0);
/// ```
pub struct HiveRefHandle<T, const N: usize> {
    /// Invariant: in a pool that outlives all handles, and counted once for this one.
    counted: NonNull<HiveRef<T, N>>,
}

impl<T, const N: usize> HiveRefHandle<T, N> {
    /// Moves `value` into `pool` and returns its first handle.
    ///
    /// Stops the process when there is no memory.
    ///
    /// # Panics
    ///
    /// Panics when `pool` is null.
    ///
    /// # Safety
    ///
    /// 1. `pool` points to a pool that neither moves nor goes, and to which there is no `&mut`, as
    ///    long as this handle or a clone of it exists.
    #[inline]
    #[must_use]
    pub unsafe fn new(value: T, pool: *const Fallback<HiveRef<T, N>, N>) -> Self {
        let pool = NonNull::new(pool.cast_mut()).expect("a pool has an address");
        let counted = HiveRef { handles: Cell::new(1), pool, value };
        // SAFETY:
        // 1. It is a live pool, which may be shared (precondition 1).
        let counted = unsafe { pool.as_ref() }.get_init(counted);
        Self { counted }
    }

    /// Returns where the value and its count are. The handle keeps its share.
    #[inline]
    #[must_use]
    pub fn as_ptr(&self) -> *mut HiveRef<T, N> {
        self.counted.as_ptr()
    }

    /// Gives the share of this handle up to whoever calls [`from_raw`](Self::from_raw).
    #[inline]
    #[must_use = "only `from_raw` takes the share back"]
    pub fn into_raw(self) -> *mut HiveRef<T, N> {
        ManuallyDrop::new(self).counted.as_ptr()
    }

    /// Takes over the share that [`into_raw`](Self::into_raw) gave up.
    ///
    /// # Panics
    ///
    /// Panics when `counted` is null.
    ///
    /// # Safety
    ///
    /// 1. `counted` came from `into_raw`, and this is the only call for that share.
    #[inline]
    #[must_use]
    pub unsafe fn from_raw(counted: *mut HiveRef<T, N>) -> Self {
        Self { counted: NonNull::new(counted).expect("a value has an address") }
    }

    #[inline]
    fn counted(&self) -> &HiveRef<T, N> {
        // SAFETY:
        // 1. The value lives as long as a handle does, and handles give out `&` only.
        unsafe { self.counted.as_ref() }
    }
}

impl<T, const N: usize> Clone for HiveRefHandle<T, N> {
    /// Returns another handle of the same value.
    ///
    /// # Panics
    ///
    /// Panics when there are 2³² - 1 already.
    #[inline]
    fn clone(&self) -> Self {
        let handles = &self.counted().handles;
        handles.set(handles.get().checked_add(1).expect("too many handles"));
        Self { counted: self.counted }
    }
}

impl<T, const N: usize> Deref for HiveRefHandle<T, N> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.counted().value
    }
}

impl<T, const N: usize> Drop for HiveRefHandle<T, N> {
    #[inline]
    fn drop(&mut self) {
        let counted = self.counted();
        let left = counted.handles.get() - 1;
        counted.handles.set(left);
        if left == 0 {
            let pool = counted.pool;
            // SAFETY:
            // 1. The pool is alive and shared as long as a handle exists (`new`).
            let pool = unsafe { pool.as_ref() };
            // SAFETY:
            // 1. The value came from this pool, and the last handle goes.
            unsafe { pool.put(self.counted.as_ptr()) };
        }
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for HiveRefHandle<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
