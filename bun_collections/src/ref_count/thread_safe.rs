//! [`ThreadSafeRefCount`]: references on all threads.
#![expect(unsafe_code, reason = "counts and frees objects that are reached by raw pointers")]

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use super::RefPtr;
use super::any::AnyRefCounted;
use super::count::{self, SharedCount};

/// A struct with a [`ThreadSafeRefCount`] in it.
///
/// `#[derive(ThreadSafeRefCounted)]` takes what `#[derive(RefCounted)]` takes, and implements
/// [`AnyRefCounted`] with it; beside an implementation by hand,
/// [`impl_thread_safe_any_ref_counted!`](crate::impl_thread_safe_any_ref_counted) does.
///
/// # Safety
///
/// 1. [`get_ref_count`](Self::get_ref_count) returns the address of a field of `*this`, always the
///    same one, and makes no `&mut`.
/// 2. [`destructor`](Self::destructor) may be given what `Box::into_raw` returned.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefPtr, ThreadSafeRefCount, ThreadSafeRefCounted};
///
/// #[derive(ThreadSafeRefCounted)]
/// struct Blob {
///     ref_count: ThreadSafeRefCount<Self>,
///     bytes: Vec<u8>,
/// }
///
/// let blob = RefPtr::new(Blob { ref_count: ThreadSafeRefCount::init(), bytes: vec![1, 2] });
/// let sum = std::thread::spawn({
///     let blob = blob.clone();
///     move || blob.bytes.iter().sum::<u8>()
/// });
/// assert_eq!((sum.join().unwrap(), blob.bytes.len()), (3, 2));
/// ```
pub unsafe trait ThreadSafeRefCounted: Sized {
    /// Returns how messages call the type.
    #[must_use]
    fn debug_name() -> &'static str {
        core::any::type_name::<Self>()
    }

    /// Returns the address of the count.
    ///
    /// # Safety
    ///
    /// `this` points to a live `Self`.
    #[must_use]
    unsafe fn get_ref_count(this: *mut Self) -> *mut ThreadSafeRefCount<Self>;

    /// Ends the object, whose last reference is gone. Frees it as a `Box` if not overridden.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live `Self` whose count is 0, with the rights of whoever allocated it.
    /// 2. It was allocated as the destructor expects: by default, as a `Box`.
    /// 3. Everything that was done with other references happened before.
    unsafe fn destructor(this: *mut Self) {
        // SAFETY: 1, 2.
        drop(unsafe { Box::from_raw(this) });
    }
}

/// The number of references to the object around it, on any thread.
///
/// A release is seen by whoever releases last, as with `Arc`; Zig's sequentially consistent order
/// is stronger, and nothing can tell the difference. Four bytes.
///
/// Zig: `bun.ptr.ThreadSafeRefCount`.
///
/// # Examples
///
/// See [`ThreadSafeRefCounted`].
///
/// What it counts changes threads only if its other fields do:
///
/// ```compile_fail,E0277
/// use bun_collections::{RefPtr, ThreadSafeRefCount, ThreadSafeRefCounted};
///
/// #[derive(ThreadSafeRefCounted)]
/// struct Local {
///     ref_count: ThreadSafeRefCount<Self>,
///     cell: core::cell::Cell<u8>,
/// }
/// fn send<T: Send>(_: T) {}
/// fn leave(local: RefPtr<Local>) {
///     send(local);
/// }
/// ```
pub struct ThreadSafeRefCount<T> {
    count: SharedCount,
    counted: PhantomData<fn(T)>,
}

impl<T> ThreadSafeRefCount<T> {
    /// The most references that an object may have.
    pub const COUNT_MAX: u32 = count::COUNT_MAX;

    /// One reference.
    #[inline]
    #[must_use]
    pub const fn init() -> Self {
        Self::init_exact_refs(1)
    }

    /// As many references as will be released.
    ///
    /// # Panics
    ///
    /// If `count` is 0, or more than [`COUNT_MAX`](Self::COUNT_MAX).
    #[inline]
    #[must_use]
    pub const fn init_exact_refs(count: u32) -> Self {
        Self { count: SharedCount::new(count), counted: PhantomData }
    }

    /// Returns the number of references at some moment: 0 once the destructor has been called.
    #[inline]
    #[must_use]
    pub fn get(&self) -> u32 {
        self.count.get()
    }

    /// Returns whether there was one reference. If it is the caller's, nobody can make another.
    #[inline]
    #[must_use]
    pub fn has_one_ref(&self) -> bool {
        self.get() == 1
    }

    /// Checks, in a debug build, that there is no reference.
    ///
    /// # Panics
    ///
    /// In a debug build, if there is one.
    #[inline]
    pub fn assert_no_refs(&self) {
        debug_assert_eq!(self.get(), 0, "an object has references left");
    }

    /// Sets the count to 0, for an object that is about to be freed by its owner.
    ///
    /// Whatever still counts as a reference ends the process when it is used as one.
    #[inline]
    pub fn clear_without_destructor(&self) {
        self.count.clear();
    }
}

impl<T: ThreadSafeRefCounted> ThreadSafeRefCount<T> {
    /// Adds a reference. Ends the process if there is none yet, or [`COUNT_MAX`](Self::COUNT_MAX).
    ///
    /// # Safety
    ///
    /// `this` points to an object that lives, because somebody owns a reference throughout the
    /// call, and of which no `&mut` is in use.
    #[inline]
    pub unsafe fn ref_(this: *mut T) {
        // SAFETY: the caller's.
        unsafe { Self::of(this) }.count.increment(T::debug_name);
    }

    /// Releases a reference, and calls the destructor if it was the last one.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live object, of which no `&mut` is in use, and has the rights of
    ///    whoever allocated it.
    /// 2. The caller owns the reference, and does not use the object after the call.
    /// 3. The object was allocated as its destructor expects, and may be destroyed on this thread.
    #[inline]
    pub unsafe fn deref(this: *mut T) {
        // SAFETY: 1, 2.
        if unsafe { Self::release(this) } {
            // SAFETY: 1 and 3; the count is 0, and `release` has acquired what others released.
            unsafe { T::destructor(this) };
        }
    }

    /// Releases a reference, and returns whether it was the last one, for the caller to destroy the
    /// object.
    ///
    /// # Safety
    ///
    /// 1. and 2. of [`deref`](Self::deref).
    #[inline]
    #[must_use]
    pub unsafe fn release(this: *mut T) -> bool {
        // SAFETY: the caller's. The borrow is not used after the count has changed.
        unsafe { Self::of(this) }.count.decrement(T::debug_name)
    }

    /// Adds a reference and returns its owner.
    ///
    /// # Safety
    ///
    /// As [`RefPtr::init_ref`].
    #[inline]
    #[must_use]
    pub unsafe fn dupe_ref(this: *mut T) -> RefPtr<T>
    where
        T: AnyRefCounted,
    {
        // SAFETY: the caller's.
        unsafe { RefPtr::init_ref(this) }
    }

    /// # Safety
    ///
    /// `this` points to an object that lives for all of `'a`, or until its count has changed.
    #[inline]
    unsafe fn of<'a>(this: *mut T) -> &'a Self {
        // SAFETY: the object lives.
        let count = unsafe { T::get_ref_count(this) };
        // SAFETY: 1 of `ThreadSafeRefCounted`. What is shared is an atomic.
        unsafe { &*count }
    }
}

impl<T> Default for ThreadSafeRefCount<T> {
    #[inline]
    fn default() -> Self {
        Self::init()
    }
}

impl<T> fmt::Debug for ThreadSafeRefCount<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ThreadSafeRefCount").field(&self.get()).finish()
    }
}
