//! Counts that manage nothing: for objects with a protocol of their own.

use core::cell::Cell;
use core::fmt;
use core::sync::atomic::{AtomicU32, Ordering, fence};

/// What is to be done after a decrement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum DecrementResult {
    /// Others are left.
    KeepAlive,
    /// It was the last one.
    ShouldDestroy,
}

/// A number of references on one thread, which destroys nothing.
///
/// Zig: `bun.ptr.RawRefCount(u32, .single_threaded)`.
///
/// # Examples
///
/// ```
/// use bun_collections::RawRefCount;
/// use bun_collections::ref_count::DecrementResult;
///
/// let count = RawRefCount::init(1);
/// count.increment();
/// assert_eq!(count.decrement(), DecrementResult::KeepAlive);
/// assert_eq!(count.decrement(), DecrementResult::ShouldDestroy);
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::RawRefCount::init(1));
/// ```
pub struct RawRefCount(Cell<u32>);

impl RawRefCount {
    /// Starts with a number of references, usually one.
    #[inline]
    #[must_use]
    pub const fn init(count: u32) -> Self {
        Self(Cell::new(count))
    }

    /// Adds one.
    ///
    /// # Panics
    ///
    /// If there are `u32::MAX`. The count is as before.
    #[inline]
    pub fn increment(&self) {
        self.0.set(self.0.get().checked_add(1).expect("too many references"));
    }

    /// Takes one away.
    ///
    /// # Panics
    ///
    /// If there is none. The count is as before.
    #[inline]
    pub fn decrement(&self) -> DecrementResult {
        let left = self.0.get().checked_sub(1).expect("no reference to release");
        self.0.set(left);
        if left == 0 { DecrementResult::ShouldDestroy } else { DecrementResult::KeepAlive }
    }

    /// Returns the number, for messages.
    ///
    /// Zig: `unsafeGetValue`.
    #[doc(alias = "unsafeGetValue")]
    #[inline]
    #[must_use]
    pub const fn unsafe_get_value(&self) -> u32 {
        self.0.get()
    }
}

/// A number of references on all threads, which destroys nothing.
///
/// What happened before other decrements happened before the one that says
/// [`ShouldDestroy`](DecrementResult::ShouldDestroy).
///
/// Zig: `bun.ptr.RawRefCount(u32, .thread_safe)`.
///
/// # Examples
///
/// ```
/// use bun_collections::ref_count::{DecrementResult, RawAtomicRefCount};
///
/// static COUNT: RawAtomicRefCount = RawAtomicRefCount::init(1);
/// COUNT.increment();
/// let other = std::thread::spawn(|| COUNT.decrement() == DecrementResult::ShouldDestroy);
/// let mine = COUNT.decrement() == DecrementResult::ShouldDestroy;
/// assert!(mine != other.join().unwrap());
/// ```
pub struct RawAtomicRefCount(AtomicU32);

impl RawAtomicRefCount {
    /// Starts with a number of references, usually one.
    #[inline]
    #[must_use]
    pub const fn init(count: u32) -> Self {
        Self(AtomicU32::new(count))
    }

    /// Adds one.
    ///
    /// # Panics
    ///
    /// If there are `u32::MAX`. The count is as before.
    #[inline]
    pub fn increment(&self) {
        let grown = |count: u32| count.checked_add(1);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, grown)
            .expect("too many references");
    }

    /// Takes one away.
    ///
    /// # Panics
    ///
    /// If there is none. The count is as before.
    #[inline]
    pub fn decrement(&self) -> DecrementResult {
        let shrunk = |count: u32| count.checked_sub(1);
        let before = self
            .0
            .fetch_update(Ordering::Release, Ordering::Relaxed, shrunk)
            .expect("no reference to release");
        if before > 1 {
            return DecrementResult::KeepAlive;
        }
        // Pairs with the releases of all other decrements.
        fence(Ordering::Acquire);
        DecrementResult::ShouldDestroy
    }

    /// Returns the number at some moment, for messages.
    #[inline]
    #[must_use]
    pub fn unsafe_get_value(&self) -> u32 {
        self.0.load(Ordering::Acquire)
    }
}

impl fmt::Debug for RawRefCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawRefCount").field(&self.unsafe_get_value()).finish()
    }
}

impl fmt::Debug for RawAtomicRefCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawAtomicRefCount").field(&self.unsafe_get_value()).finish()
    }
}
