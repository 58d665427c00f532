//! Objects that count their own references: what Zig's `bun.ptr.RefCount` mixes into a struct.
//!
//! | the count is | field | trait and derive macro |
//! |---|---|---|
//! | of one thread | [`RefCount<Self>`](RefCount) | [`RefCounted`] |
//! | of all threads | [`ThreadSafeRefCount<Self>`](ThreadSafeRefCount) | [`ThreadSafeRefCounted`] |
//! | of one thread, in a bare cell | `Cell<u32>` | [`CellRefCounted`] |
//!
//! [`RefPtr`] owns one reference to any of them. The functions on raw pointers are for objects
//! whose address is also kept by C or by a queue; they take `*mut T`, because the last of them
//! frees the object, and a `&self` would have to outlive its own call.
//!
//! The count is 1 to begin with and never leaves 0: what asks for a reference to an object that is
//! being destroyed, what releases one too many, and what would overflow the count ends the process,
//! in release builds too. A debug build also panics when an object is freed that has references.
//!
//! Rejected: `Rc` and `Arc`, whose count lies outside of the object, so that `*T` alone cannot be
//! counted; Zig's table of the places that hold references, which a debugger or Miri replaces.
#![expect(unsafe_code, reason = "counts and frees objects that are reached by raw pointers")]

mod any;
mod atomic;
mod cell_ref_counted;
mod count;
#[cfg(test)]
mod models;
mod raw;
mod ref_ptr;
mod scoped_ref;
mod thread_safe;

#[cfg(test)]
mod tests;

pub use any::AnyRefCounted;
pub use cell_ref_counted::CellRefCounted;
pub use raw::{DecrementResult, RawAtomicRefCount, RawRefCount};
pub use ref_ptr::{IntrusiveArc, IntrusiveRc, RefPtr};
pub use scoped_ref::{ScopedRef, finalize_js_box, finalize_js_box_noop};
pub use thread_safe::{ThreadSafeRefCount, ThreadSafeRefCounted};

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use count::LocalCount;

/// A struct with a [`RefCount`] in it.
///
/// `#[derive(RefCounted)]` implements it for a struct with a field `ref_count`, or a field with the
/// attribute `#[ref_count]`. The object is then freed as the `Box` that it was made as;
/// `#[ref_count(unsafe, destroy = path)]` on the struct calls `path(*mut Self)` instead, which is
/// [`destructor`](Self::destructor), with its precondition; `debug_name = "…"` may follow.
///
/// # Safety
///
/// 1. [`get_ref_count`](Self::get_ref_count) returns the address of a field of `*this`, always the
///    same one, and makes no `&mut`.
/// 2. [`destructor`](Self::destructor) may be given what `Box::into_raw` returned.
/// 3. `Self` is not made `Send` or `Sync`, which the field takes away.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefCount, RefCounted, RefPtr};
///
/// #[derive(RefCounted)]
/// struct Route {
///     ref_count: RefCount<Self>,
///     path: String,
/// }
///
/// let route = RefPtr::new(Route { ref_count: RefCount::init(), path: "/".into() });
/// let also = route.clone();
/// drop(route);
/// assert_eq!((also.path.as_str(), also.ref_count.get()), ("/", 1));
/// ```
///
/// A destructor of its own, and the promise that comes with it:
///
/// ```
/// use bun_collections::{RefCount, RefCounted, RefPtr};
/// use core::cell::Cell;
///
/// #[derive(RefCounted)]
/// #[ref_count(unsafe, destroy = Task::deinit, debug_name = "Task")]
/// struct Task {
///     ref_count: RefCount<Task>,
///     done: *const Cell<bool>,
/// }
/// impl Task {
///     unsafe fn deinit(this: *mut Self) {
///         // SAFETY: the last reference is gone, and all tasks are made as boxes.
///         let this = unsafe { Box::from_raw(this) };
///         // SAFETY: the cell outlives the task.
///         unsafe { &*this.done }.set(true);
///     }
/// }
///
/// let done = Cell::new(false);
/// drop(RefPtr::new(Task { ref_count: RefCount::init(), done: &raw const done }));
/// assert!(done.get());
/// assert_eq!(Task::debug_name(), "Task");
/// ```
///
/// ```compile_fail
/// use bun_collections::{RefCount, RefCounted};
///
/// #[derive(RefCounted)]
/// #[ref_count(destroy = Task::deinit)] // `unsafe` is missing
/// struct Task {
///     ref_count: RefCount<Task>,
/// }
/// impl Task {
///     unsafe fn deinit(this: *mut Self) {}
/// }
/// ```
///
/// A count is aligned:
///
/// ```compile_fail,E0793
/// use bun_collections::{RefCount, RefCounted};
///
/// #[derive(RefCounted)]
/// #[repr(packed)]
/// struct Task {
///     done: bool,
///     ref_count: RefCount<Task>,
/// }
/// ```
///
/// By hand it takes `unsafe`, too:
///
/// ```compile_fail,E0200
/// use bun_collections::{RefCount, RefCounted};
///
/// struct Task {
///     ref_count: RefCount<Task>,
/// }
/// impl RefCounted for Task {
///     type DestructorCtx = ();
///     unsafe fn get_ref_count(this: *mut Self) -> *mut RefCount<Self> {
///         core::ptr::null_mut()
///     }
/// }
/// ```
pub unsafe trait RefCounted: Sized {
    /// What the destructor is told; `()` for most. [`RefPtr`] passes the default.
    type DestructorCtx: Default;

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
    unsafe fn get_ref_count(this: *mut Self) -> *mut RefCount<Self>;

    /// Ends the object, whose last reference is gone. Frees it as a `Box` if not overridden.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live `Self` whose count is 0, with the rights of whoever allocated it.
    /// 2. It was allocated as the destructor expects: by default, as a `Box`.
    unsafe fn destructor(this: *mut Self, context: Self::DestructorCtx) {
        let _ = context;
        // SAFETY: 1, 2.
        drop(unsafe { Box::from_raw(this) });
    }
}

/// The number of references to the object around it, all of them on one thread.
///
/// It is neither `Send` nor `Sync`, so neither is the object. Four bytes.
///
/// Zig: `bun.ptr.RefCount(T, "ref_count", T.deinit, .{})`.
///
/// # Examples
///
/// By raw pointers, as with an object that C knows by its address:
///
/// ```
/// use bun_collections::{RefCount, RefCounted};
///
/// #[derive(RefCounted)]
/// struct Timer {
///     ref_count: RefCount<Timer>,
/// }
///
/// let timer = Box::into_raw(Box::new(Timer { ref_count: RefCount::init() }));
/// // SAFETY: `timer` lives, with one reference, which is ours.
/// unsafe { RefCount::ref_(timer) };
/// // SAFETY: it has two, of which this gives back one.
/// unsafe { RefCount::deref(timer) };
/// // SAFETY: it lives, as the last one is left.
/// assert!(unsafe { &*timer }.ref_count.has_one_ref());
/// // SAFETY: the last one. It frees the timer, as a box.
/// unsafe { RefCount::deref(timer) };
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::RefCount::<u8>::init());
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::RefCount::<u8>::init());
/// ```
///
/// What a function with `&self` cannot do is to release:
///
/// ```compile_fail,E0308
/// use bun_collections::{RefCount, RefCounted};
///
/// #[derive(RefCounted)]
/// struct Timer {
///     ref_count: RefCount<Timer>,
/// }
/// fn release(timer: &Timer) {
///     unsafe { RefCount::deref(timer) };
/// }
/// ```
pub struct RefCount<T> {
    count: LocalCount,
    counted: PhantomData<*const T>,
}

impl<T> RefCount<T> {
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
        Self { count: LocalCount::new(count), counted: PhantomData }
    }

    /// The most references that an object may have.
    pub const COUNT_MAX: u32 = count::COUNT_MAX;

    /// Returns the number of references: 0 once the destructor has been called.
    #[inline]
    #[must_use]
    pub fn get(&self) -> u32 {
        self.count.get()
    }

    /// Returns whether there is one reference.
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

impl<T: RefCounted> RefCount<T> {
    /// Adds a reference. Ends the process if there is none yet, or [`COUNT_MAX`](Self::COUNT_MAX).
    ///
    /// # Safety
    ///
    /// `this` points to a live object, of which no `&mut` is in use.
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
    /// 3. The object was allocated as its destructor expects.
    #[inline]
    pub unsafe fn deref(this: *mut T) {
        // SAFETY: 1 to 3.
        unsafe { Self::deref_with_context(this, T::DestructorCtx::default()) };
    }

    /// As [`deref`](Self::deref), with something to tell the destructor.
    ///
    /// # Safety
    ///
    /// As [`deref`](Self::deref).
    #[inline]
    pub unsafe fn deref_with_context(this: *mut T, context: T::DestructorCtx) {
        // SAFETY: 1, 2.
        if unsafe { Self::of(this) }.count.decrement() {
            // SAFETY: 1 and 3.
            unsafe { destroy(this, context) };
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
        // SAFETY: the caller's.
        let count = &unsafe { Self::of(this) }.count;
        let is_last = count.decrement();
        if is_last {
            count.close(T::debug_name);
        }
        is_last
    }

    /// Adds a reference and returns its owner.
    ///
    /// # Safety
    ///
    /// As [`RefPtr::init_ref`].
    #[inline]
    #[must_use]
    pub unsafe fn dupe_ref(this: *mut T) -> RefPtr<T> {
        // SAFETY: the caller's.
        unsafe { RefPtr::init_ref(this) }
    }

    /// # Safety
    ///
    /// `this` points to an object that lives for all of `'a`.
    #[inline]
    unsafe fn of<'a>(this: *mut T) -> &'a Self {
        // SAFETY: the object lives.
        let count = unsafe { T::get_ref_count(this) };
        // SAFETY: 1 of `RefCounted`. What is shared is a cell, which others may share.
        unsafe { &*count }
    }
}

/// Closes the count and destroys the object.
///
/// Not inlined, so that giving a reference back stays small where it is done.
///
/// # Safety
///
/// As [`RefCounted::destructor`], but that the count has just been decremented: it is 0, or this
/// ends the process.
#[inline(never)]
unsafe fn destroy<T: RefCounted>(this: *mut T, context: T::DestructorCtx) {
    // SAFETY: the object lives.
    unsafe { RefCount::of(this) }.count.close(T::debug_name);
    // SAFETY: the caller's.
    unsafe { T::destructor(this, context) };
}

impl<T> Default for RefCount<T> {
    #[inline]
    fn default() -> Self {
        Self::init()
    }
}

impl<T> fmt::Debug for RefCount<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RefCount").field(&self.get()).finish()
    }
}
