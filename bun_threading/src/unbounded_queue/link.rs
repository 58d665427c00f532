//! [`Link`], and following links.

#![expect(unsafe_code, reason = "follows links; see SAFETY.md")]

use core::fmt;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};

/// The place in an object where a queue keeps what comes behind it.
///
/// # Examples
///
/// ```
/// let link = bun_threading::Link::<u32>::new();
/// assert!(link.is_null());
/// ```
pub struct Link<T> {
    /// Atomic so that looking at it is not undefined, whoever does; not to share it.
    next: AtomicPtr<T>,
}

impl<T> Link<T> {
    /// Returns a link to nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { next: AtomicPtr::new(ptr::null_mut()) }
    }

    /// Returns whether nothing comes behind the object.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.next.load(Ordering::Relaxed).is_null()
    }

    /// Forgets what came behind the object. It must not be in a queue, or the queue forgets as
    /// well: then what is behind it is never taken.
    pub fn clear(&self) {
        self.next.store(ptr::null_mut(), Ordering::Relaxed);
    }
}

impl<T> Default for Link<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link").field("is_null", &self.is_null()).finish()
    }
}

/// An object with a [`Link`].
///
/// # Safety
///
/// `link` returns a pointer to a link in the object, always the same, which this trait alone uses.
///
/// # Examples
///
/// See [`UnboundedQueue`](crate::UnboundedQueue).
pub unsafe trait Linked: Sized {
    /// Returns the link of `*this`.
    ///
    /// # Safety
    ///
    /// `this` points to a valid object.
    unsafe fn link(this: *mut Self) -> *const Link<Self>;
}

/// Returns what comes behind an object.
///
/// # Safety
///
/// `item` points to a valid object, whose link nobody else changes.
pub(super) unsafe fn next<T: Linked>(item: *mut T) -> *mut T {
    // SAFETY: the caller's.
    let link = unsafe { T::link(item) };
    // SAFETY: the link is in the object, by the contract of the trait.
    unsafe { &*link }.next.load(Ordering::Relaxed)
}

/// Puts `next` behind an object.
///
/// # Safety
///
/// As [`next`].
pub(super) unsafe fn set_next<T: Linked>(item: *mut T, next: *mut T) {
    // SAFETY: the caller's.
    let link = unsafe { T::link(item) };
    // SAFETY: the link is in the object, by the contract of the trait.
    unsafe { &*link }.next.store(next, Ordering::Relaxed);
}

/// Turns the links from `first` to `last` round. Returns the new first and last.
///
/// # Safety
///
/// Links lead from `first` to `last`. The objects are valid, and nobody else uses their links.
pub(super) unsafe fn reverse<T: Linked>(first: *mut T, last: *mut T) -> (*mut T, *mut T) {
    let (mut item, mut behind) = (first, ptr::null_mut());
    loop {
        // SAFETY: the caller's: `item` is on the way to `last`.
        let ahead = unsafe { next(item) };
        // SAFETY: as above.
        unsafe { set_next(item, behind) };
        if ptr::eq(item, last) {
            return (last, first);
        }
        (item, behind) = (ahead, item);
    }
}

/// Turns the links from `first` down to null round. Returns the new first, and how many there are.
///
/// # Safety
///
/// `first` is null, or links lead from it to null. The objects are valid, and nobody else uses
/// their links.
pub(super) unsafe fn reverse_all<T: Linked>(first: *mut T) -> (*mut T, usize) {
    let (mut item, mut behind, mut count) = (first, ptr::null_mut(), 0);
    while !item.is_null() {
        // SAFETY: the caller's.
        let ahead = unsafe { next(item) };
        // SAFETY: the caller's.
        unsafe { set_next(item, behind) };
        (item, behind) = (ahead, item);
        count += 1;
    }
    (behind, count)
}

/// Returns the last object behind `first`, and how many there are.
///
/// # Safety
///
/// As [`reverse_all`], and `first` is not null.
pub(super) unsafe fn end<T: Linked>(first: *mut T) -> (*mut T, usize) {
    let (mut item, mut count) = (first, 1);
    loop {
        // SAFETY: the caller's.
        let ahead = unsafe { next(item) };
        if ahead.is_null() {
            return (item, count);
        }
        item = ahead;
        count += 1;
    }
}
