//! [`CellRefCounted`]: a count in a bare `Cell<u32>`.
#![expect(unsafe_code, reason = "counts and frees objects that are reached by raw pointers")]

use alloc::boxed::Box;
use core::cell::Cell;

use super::count;

/// A struct with a count of references in a `Cell<u32>`, all of them on one thread.
///
/// `#[derive(CellRefCounted)]` implements it, and [`AnyRefCounted`](super::AnyRefCounted), for a
/// struct with a field `ref_count`, or a field with the attribute `#[ref_count]`, and adds `ref_`
/// and `deref` to the struct. Any function that sees the field can set the cell, so the derive
/// wants `#[ref_count(unsafe)]` on the struct: the promise that none does, which is 2. below;
/// `#[ref_count(unsafe, destroy = path)]` calls `path(*mut Self)` at the end.
///
/// [`RefCount`](super::RefCount) needs no such promise.
///
/// # Safety
///
/// 1. [`ref_count`](Self::ref_count) returns a field of `self`, always the same one.
/// 2. The field is 1 in a new object, and only the functions of this trait change it.
/// 3. [`destroy`](Self::destroy) may be given what `Box::into_raw` returned.
/// 4. `Self` is not made `Sync`, which the field takes away.
///
/// # Examples
///
/// ```
/// use bun_collections::{CellRefCounted, RefPtr};
/// use core::cell::Cell;
///
/// #[derive(CellRefCounted)]
/// #[ref_count(unsafe)] // SAFETY: set to 1 below, and never again.
/// struct Tunnel {
///     ref_count: Cell<u32>,
/// }
///
/// let tunnel = Box::into_raw(Box::new(Tunnel { ref_count: Cell::new(1) }));
/// // SAFETY: `tunnel` lives.
/// unsafe { &*tunnel }.ref_();
/// // SAFETY: it has two references, of which `guard` gives back one.
/// let guard = unsafe { RefPtr::from_raw(tunnel) };
/// assert_eq!(guard.ref_count.get(), 2);
/// drop(guard);
/// // SAFETY: the last one, which frees the tunnel.
/// unsafe { Tunnel::deref(tunnel) };
/// ```
///
/// ```compile_fail
/// #[derive(bun_collections::CellRefCounted)] // `#[ref_count(unsafe)]` is missing
/// struct Tunnel {
///     ref_count: core::cell::Cell<u32>,
/// }
/// ```
///
/// The cell is not for everybody:
///
/// ```compile_fail,E0133
/// use bun_collections::CellRefCounted;
/// fn forge(object: &impl CellRefCounted) {
///     object.ref_count().set(1);
/// }
/// ```
pub unsafe trait CellRefCounted: Sized {
    /// Returns the count.
    ///
    /// # Safety
    ///
    /// The caller does not change it.
    #[must_use]
    unsafe fn ref_count(&self) -> &Cell<u32>;

    /// Ends the object, whose last reference is gone. Frees it as a `Box` if not overridden.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live `Self` whose count is 0, with the rights of whoever allocated it.
    /// 2. It was allocated as this function expects: by default, as a `Box`.
    unsafe fn destroy(this: *mut Self) {
        // SAFETY: 1, 2.
        drop(unsafe { Box::from_raw(this) });
    }

    /// Adds a reference. Ends the process if there is none yet, or `i32::MAX` of them.
    #[inline]
    fn ref_(&self) {
        // SAFETY: this is one of the functions that may.
        count::add_one(unsafe { self.ref_count() }, core::any::type_name::<Self>);
    }

    /// Releases a reference, and destroys the object if it was the last one.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live object, of which no `&mut` is in use, and has the rights of
    ///    whoever allocated it.
    /// 2. The caller owns the reference, and does not use the object after the call.
    /// 3. The object was allocated as [`destroy`](Self::destroy) expects.
    #[inline]
    unsafe fn deref(this: *mut Self) {
        // SAFETY: 1. The borrow ends before the object may be freed.
        let object = unsafe { &*this };
        // SAFETY: this is one of the functions that may.
        let count = unsafe { object.ref_count() };
        if count::subtract_one(count, core::any::type_name::<Self>) {
            // SAFETY: 1 and 3; the count is 0.
            unsafe { Self::destroy(this) };
        }
    }
}
