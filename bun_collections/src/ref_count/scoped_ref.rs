//! [`ScopedRef`]: a reference that is held while something else may release the last one.
#![expect(unsafe_code, reason = "owns references to objects that are reached by raw pointers")]

use alloc::boxed::Box;
use core::fmt;

use super::RefPtr;
use super::any::AnyRefCounted;

/// Keeps an object alive until the end of the scope: `this.ref(); defer this.deref();`.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefCount, RefCounted, ScopedRef};
///
/// #[derive(RefCounted)]
/// struct Socket {
///     ref_count: RefCount<Self>,
/// }
///
/// let socket = Box::into_raw(Box::new(Socket { ref_count: RefCount::init() }));
/// {
///     // SAFETY: `socket` lives, and is only shared.
///     let _alive = unsafe { ScopedRef::new(socket) };
///     // SAFETY: our reference. The object lives on, by `_alive`.
///     unsafe { RefCount::deref(socket) };
///     // SAFETY: as said.
///     assert!(unsafe { &*socket }.ref_count.has_one_ref());
/// }
/// // Here it has been freed.
/// ```
///
/// ```compile_fail,E0277
/// # use bun_collections::{RefCount, RefCounted, ScopedRef};
/// # #[derive(RefCounted)]
/// # struct Socket {
/// #     ref_count: RefCount<Self>,
/// # }
/// fn send<T: Send>(_: T) {}
/// fn leave(guard: ScopedRef<Socket>) {
///     send(guard);
/// }
/// ```
#[must_use = "dropping it releases the reference"]
pub struct ScopedRef<T: AnyRefCounted>(RefPtr<T>);

impl<T: AnyRefCounted> ScopedRef<T> {
    /// Adds a reference, to be released by the drop.
    ///
    /// # Safety
    ///
    /// 1. `object` points to a live object, of which no `&mut` is in use, and has the rights of
    ///    whoever allocated it.
    /// 2. The object was allocated as its destructor expects.
    /// 3. No `&mut` to it is in use when the guard is dropped.
    #[inline]
    pub unsafe fn new(object: *mut T) -> Self {
        // SAFETY: 1 to 3. The guard makes no borrow, so it asks for less than a `RefPtr`.
        Self(unsafe { RefPtr::init_ref(object) })
    }

    /// Takes over a reference of the caller's, to be released by the drop.
    ///
    /// # Safety
    ///
    /// 1. to 3. of [`new`](Self::new), and
    /// 4. the caller owns a reference, which is no longer the caller's after the call.
    #[inline]
    pub unsafe fn adopt(object: *mut T) -> Self {
        // SAFETY: 1 to 4, as in `new`.
        Self(unsafe { RefPtr::take_ref(object) })
    }
}

/// Shows the address.
impl<T: AnyRefCounted> fmt::Debug for ScopedRef<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScopedRef({:p})", self.0)
    }
}

/// Gives up the reference that a garbage-collected wrapper had, which its finalizer gets as a box.
///
/// The box is not dropped: others may have references. If it was the last one, the object ends as
/// it always does. Should `before` panic, the reference is released all the same.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefCount, RefCounted, finalize_js_box};
///
/// #[derive(RefCounted)]
/// struct Query {
///     ref_count: RefCount<Self>,
///     text: String,
/// }
/// let query = Box::new(Query { ref_count: RefCount::init(), text: "select".into() });
/// let mut seen = String::new();
/// finalize_js_box(query, |query| seen.push_str(&query.text));
/// assert_eq!(seen, "select");
/// ```
pub fn finalize_js_box<T, F>(boxed: Box<T>, before: F)
where
    T: AnyRefCounted,
    F: FnOnce(&T),
{
    // SAFETY: 1, 4. A box owns what is in it; that it has a reference is 1 of `AnyRefCounted`.
    // 2. 2 of `AnyRefCounted`.
    // 3. The box is gone.
    let object = unsafe { RefPtr::take_ref(Box::into_raw(boxed)) };
    before(object.data());
}

/// [`finalize_js_box`] with nothing to do before.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefCount, RefCounted, finalize_js_box_noop};
///
/// #[derive(RefCounted)]
/// struct Glob {
///     ref_count: RefCount<Self>,
/// }
/// impl Glob {
///     fn finalize(self: Box<Self>) {
///         finalize_js_box_noop(self);
///     }
/// }
/// Box::new(Glob { ref_count: RefCount::init() }).finalize();
/// ```
#[inline]
pub fn finalize_js_box_noop<T: AnyRefCounted>(boxed: Box<T>) {
    finalize_js_box(boxed, |_| ());
}
