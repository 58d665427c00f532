//! [`AnyRefCounted`]: what [`RefPtr`](super::RefPtr) needs to know of an object.
#![expect(unsafe_code, reason = "counts and frees objects that are reached by raw pointers")]

use super::{RefCount, RefCounted};

/// An object that counts its references, in whichever way.
///
/// Implemented for all [`RefCounted`] types, and by the derive macros of the other two traits. By
/// hand it is for objects with a count of another kind, such as one that C++ keeps.
///
/// # Safety
///
/// 1. After [`rc_ref`](Self::rc_ref) the object lives until `rc_deref` has been called once more;
///    a new object may be released once.
/// 2. If the object is made by `Box::new`, releasing the last reference frees it right.
/// 3. If `Self` is `Send` and `Sync`, all functions may be called on several threads at a time, and
///    the destructor has seen all that happened before the releases.
pub unsafe trait AnyRefCounted: Sized {
    /// What the destructor is told; `()` for most.
    type DestructorCtx: Default;

    /// Adds a reference.
    ///
    /// # Safety
    ///
    /// `this` points to a live object, of which no `&mut` is in use.
    unsafe fn rc_ref(this: *mut Self);

    /// Releases a reference, and destroys the object if it was the last one.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live object, of which no `&mut` is in use, and has the rights of
    ///    whoever allocated it.
    /// 2. The caller owns the reference, and does not use the object after the call.
    /// 3. The object was allocated as its destructor expects, and may be destroyed on this thread.
    unsafe fn rc_deref_with_context(this: *mut Self, context: Self::DestructorCtx);

    /// [`rc_deref_with_context`](Self::rc_deref_with_context) with the default.
    ///
    /// # Safety
    ///
    /// As there.
    #[inline]
    unsafe fn rc_deref(this: *mut Self) {
        // SAFETY: the caller's.
        unsafe { Self::rc_deref_with_context(this, Self::DestructorCtx::default()) };
    }

    /// Returns whether there is one reference.
    ///
    /// # Safety
    ///
    /// `this` points to a live object, of which no `&mut` is in use.
    #[must_use]
    unsafe fn rc_has_one_ref(this: *const Self) -> bool;

    /// Checks, in a debug build, that there is no reference.
    ///
    /// # Safety
    ///
    /// As [`rc_has_one_ref`](Self::rc_has_one_ref).
    unsafe fn rc_assert_no_refs(this: *const Self);
}

// SAFETY:
// 1. `RefCount` counts.
// 2. 2 of `RefCounted`.
// 3. 3 of `RefCounted`: it is neither.
unsafe impl<T: RefCounted> AnyRefCounted for T {
    type DestructorCtx = T::DestructorCtx;

    #[inline]
    unsafe fn rc_ref(this: *mut Self) {
        // SAFETY: the caller's.
        unsafe { RefCount::ref_(this) };
    }

    #[inline]
    unsafe fn rc_deref_with_context(this: *mut Self, context: Self::DestructorCtx) {
        // SAFETY: the caller's.
        unsafe { RefCount::deref_with_context(this, context) };
    }

    #[inline]
    unsafe fn rc_has_one_ref(this: *const Self) -> bool {
        // SAFETY: the object lives.
        let count = unsafe { T::get_ref_count(this.cast_mut()) };
        // SAFETY: 1 of `RefCounted`.
        unsafe { &*count }.has_one_ref()
    }

    #[inline]
    unsafe fn rc_assert_no_refs(this: *const Self) {
        // SAFETY: the object lives.
        let count = unsafe { T::get_ref_count(this.cast_mut()) };
        // SAFETY: 1 of `RefCounted`.
        unsafe { &*count }.assert_no_refs();
    }
}

/// Implements [`AnyRefCounted`](crate::AnyRefCounted) for a type that implements
/// [`ThreadSafeRefCounted`](crate::ThreadSafeRefCounted) by hand. The derive macro does both.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefPtr, ThreadSafeRefCount, ThreadSafeRefCounted};
///
/// struct Blob {
///     count: ThreadSafeRefCount<Blob>,
/// }
/// // SAFETY: 1. Its field. 2. Boxes are freed as boxes.
/// unsafe impl ThreadSafeRefCounted for Blob {
///     unsafe fn get_ref_count(this: *mut Self) -> *mut ThreadSafeRefCount<Self> {
///         // SAFETY: the object lives.
///         unsafe { &raw mut (*this).count }
///     }
/// }
/// bun_collections::impl_thread_safe_any_ref_counted!(Blob);
///
/// let blob = RefPtr::new(Blob { count: ThreadSafeRefCount::init() });
/// assert_eq!(blob.clone().count.get(), 2);
/// ```
#[macro_export]
macro_rules! impl_thread_safe_any_ref_counted {
    ({$($generics:tt)*} {$($T:tt)*} {$($bounds:tt)*}) => {
        // SAFETY:
        // 1, 3. `ThreadSafeRefCount` counts, on all threads.
        // 2. 2 of `ThreadSafeRefCounted`.
        unsafe impl $($generics)* $crate::AnyRefCounted for $($T)* $($bounds)* {
            type DestructorCtx = ();

            #[inline]
            unsafe fn rc_ref(this: *mut Self) {
                // SAFETY: the caller's.
                unsafe { $crate::ThreadSafeRefCount::ref_(this) };
            }

            #[inline]
            unsafe fn rc_deref_with_context(this: *mut Self, (): ()) {
                // SAFETY: the caller's.
                unsafe { $crate::ThreadSafeRefCount::deref(this) };
            }

            #[inline]
            unsafe fn rc_has_one_ref(this: *const Self) -> bool {
                let this = this.cast_mut();
                // SAFETY: the object lives.
                let count = unsafe { $crate::ThreadSafeRefCounted::get_ref_count(this) };
                // SAFETY: 1 of `ThreadSafeRefCounted`.
                unsafe { &*count }.has_one_ref()
            }

            #[inline]
            unsafe fn rc_assert_no_refs(this: *const Self) {
                let this = this.cast_mut();
                // SAFETY: the object lives.
                let count = unsafe { $crate::ThreadSafeRefCounted::get_ref_count(this) };
                // SAFETY: 1 of `ThreadSafeRefCounted`.
                unsafe { &*count }.assert_no_refs();
            }
        }
    };
    ($T:ty) => {
        $crate::impl_thread_safe_any_ref_counted! { {} {$T} {} }
    };
}

/// Implements [`AnyRefCounted`](crate::AnyRefCounted) for a type that implements
/// [`CellRefCounted`](crate::CellRefCounted) by hand. The derive macro does both.
///
/// # Examples
///
/// See [`CellRefCounted`](crate::CellRefCounted).
#[macro_export]
macro_rules! impl_cell_any_ref_counted {
    ({$($generics:tt)*} {$($T:tt)*} {$($bounds:tt)*}) => {
        // SAFETY:
        // 1. `CellRefCounted` counts.
        // 2. 3 of `CellRefCounted`.
        // 3. 4 of `CellRefCounted`: it is not `Sync`.
        unsafe impl $($generics)* $crate::AnyRefCounted for $($T)* $($bounds)* {
            type DestructorCtx = ();

            #[inline]
            unsafe fn rc_ref(this: *mut Self) {
                // SAFETY: the object lives.
                $crate::CellRefCounted::ref_(unsafe { &*this });
            }

            #[inline]
            unsafe fn rc_deref_with_context(this: *mut Self, (): ()) {
                // SAFETY: the caller's.
                unsafe { $crate::CellRefCounted::deref(this) };
            }

            #[inline]
            unsafe fn rc_has_one_ref(this: *const Self) -> bool {
                // SAFETY: the object lives.
                let this = unsafe { &*this };
                // SAFETY: read only.
                unsafe { $crate::CellRefCounted::ref_count(this) }.get() == 1
            }

            #[inline]
            unsafe fn rc_assert_no_refs(this: *const Self) {
                // SAFETY: the object lives.
                let this = unsafe { &*this };
                // SAFETY: read only.
                let count = unsafe { $crate::CellRefCounted::ref_count(this) }.get();
                ::core::debug_assert_eq!(count, 0, "an object has references left");
            }
        }
    };
    ($T:ty) => {
        $crate::impl_cell_any_ref_counted! { {} {$T} {} }
    };
}
