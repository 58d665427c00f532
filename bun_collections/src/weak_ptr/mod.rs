//! [`WeakPtr`]: a pointer that notices when its object has ended.
//!
//! The object lives in a box and has a [`WeakPtrData`] in it, which counts the weak pointers and
//! says whether the object has ended. Who ends it asks [`WeakPtrData::on_finalize`]: if weak
//! pointers are left the box stays, and the last of them drops it.
//!
//! Rejected: `rc::Weak`, which needs an `Rc` for an object that C++ or a count in the object owns.
#![expect(unsafe_code, reason = "keeps and frees boxes that are reached by raw pointers")]

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use core::cell::Cell;
use core::fmt;
use core::ptr::NonNull;

/// The number of weak pointers to the object around it, and whether the object has ended. Four
/// bytes, for one thread.
///
/// Zig: `bun.ptr.WeakPtrData`.
///
/// # Examples
///
/// See [`WeakPtr`].
#[repr(transparent)]
pub struct WeakPtrData(
    /// The count, with [`FINALIZED`] for an object that has ended.
    Cell<u32>,
);

const FINALIZED: u32 = 1 << 31;
const COUNT: u32 = FINALIZED - 1;

impl WeakPtrData {
    /// No weak pointers to a live object.
    #[expect(clippy::declare_interior_mutable_const, reason = "an initial value, never a place")]
    pub const EMPTY: Self = Self(Cell::new(0));

    /// Ends the object, and returns whether the caller has to free it, because there is no weak
    /// pointer.
    ///
    /// Otherwise the box belongs to the weak pointers from now on: the last of them drops it, with
    /// what is in it, so the caller closes and empties what should not wait for that.
    ///
    /// # Panics
    ///
    /// If the object has ended before.
    ///
    /// # Safety
    ///
    /// 1. The caller owns the box in which the object is, and, if the result is `false`, no longer
    ///    does after the call.
    /// 2. No borrow by a [`WeakPtr`] is in use.
    #[doc(alias = "onFinalize")]
    #[must_use = "if it is `true` the caller frees the object"]
    pub unsafe fn on_finalize(&self) -> bool {
        assert!(!self.is_finalized(), "an object ends once");
        self.0.set(self.0.get() | FINALIZED);
        self.count() == 0
    }

    /// Returns whether the object has ended.
    #[inline]
    #[must_use]
    pub const fn is_finalized(&self) -> bool {
        self.0.get() & FINALIZED != 0
    }

    /// Returns the number of weak pointers.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.0.get() & COUNT
    }

    fn increment(&self) {
        assert!(self.count() < COUNT, "too many weak pointers");
        self.0.set(self.0.get() + 1);
    }

    /// Returns whether the box has to be dropped: no pointer is left to an object that has ended.
    fn decrement(&self) -> bool {
        self.0.set(self.0.get() - 1);
        self.0.get() == FINALIZED
    }
}

impl Default for WeakPtrData {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

impl fmt::Debug for WeakPtrData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WeakPtrData")
            .field("count", &self.count())
            .field("finalized", &self.is_finalized())
            .finish()
    }
}

/// A struct with a [`WeakPtrData`] in it.
///
/// # Safety
///
/// [`weak_ptr_data`](Self::weak_ptr_data) returns the address of a field of `*this`, always the
/// same one, which starts as [`EMPTY`](WeakPtrData::EMPTY), and makes no `&mut`.
///
/// # Examples
///
/// See [`WeakPtr`].
///
/// ```compile_fail,E0200
/// use bun_collections::weak_ptr::{HasWeakPtrData, WeakPtrData};
///
/// struct Request;
/// impl HasWeakPtrData for Request {
///     unsafe fn weak_ptr_data(_: *mut Self) -> *mut WeakPtrData {
///         core::ptr::null_mut()
///     }
/// }
/// ```
pub unsafe trait HasWeakPtrData {
    /// Returns the address of the field.
    ///
    /// # Safety
    ///
    /// `this` points to a `Self` that has not been freed; it may have ended.
    #[must_use]
    unsafe fn weak_ptr_data(this: *mut Self) -> *mut WeakPtrData;
}

/// A pointer to an object that others own, which is `None` once they have ended it.
///
/// Reading it is `unsafe`: others use the object at any time, and who ends it does not ask the
/// pointers whether they are being read. It stays on its thread.
///
/// Zig: `bun.ptr.WeakPtr`.
///
/// # Examples
///
/// ```
/// use bun_collections::WeakPtr;
/// use bun_collections::weak_ptr::{HasWeakPtrData, WeakPtrData};
///
/// struct Request {
///     weak: WeakPtrData,
///     url: String,
/// }
/// // SAFETY: its field, which is empty in a new request.
/// unsafe impl HasWeakPtrData for Request {
///     unsafe fn weak_ptr_data(this: *mut Self) -> *mut WeakPtrData {
///         // SAFETY: it has not been freed.
///         unsafe { &raw mut (*this).weak }
///     }
/// }
///
/// let request =
///     Box::into_raw(Box::new(Request { weak: WeakPtrData::EMPTY, url: "/".into() }));
/// // SAFETY: a live box, used by this pointer only.
/// let mut weak = unsafe { WeakPtr::init_ref(request) };
/// // SAFETY: nobody else uses the request until the end of the line.
/// assert_eq!(unsafe { weak.get() }.map(|request| request.url.len()), Some(1));
///
/// // SAFETY: it lives.
/// let data = unsafe { &(*request).weak };
/// // SAFETY: ours, and from now on the weak pointer's.
/// assert!(!unsafe { data.on_finalize() });
/// // SAFETY: the request has ended, so that nothing is borrowed. This frees it.
/// assert!(unsafe { weak.get() }.is_none());
/// ```
///
/// ```compile_fail,E0133
/// # use bun_collections::weak_ptr::{HasWeakPtrData, WeakPtr};
/// fn read<T: HasWeakPtrData>(weak: &mut WeakPtr<T>) {
///     weak.get();
/// }
/// ```
///
/// ```compile_fail,E0277
/// # use bun_collections::weak_ptr::{HasWeakPtrData, WeakPtr};
/// fn send<T: Send>(_: T) {}
/// fn leave<T: HasWeakPtrData + Send + Sync>(weak: WeakPtr<T>) {
///     send(weak);
/// }
/// ```
pub struct WeakPtr<T: HasWeakPtrData> {
    /// An object in whose count this pointer is, so that its box is there.
    object: Option<NonNull<T>>,
}

impl<T: HasWeakPtrData> WeakPtr<T> {
    /// A pointer to nothing.
    pub const EMPTY: Self = Self { object: None };

    /// Points to an object.
    ///
    /// Zig: `initRef`.
    ///
    /// # Panics
    ///
    /// If the object has ended.
    ///
    /// # Safety
    ///
    /// 1. `object` is what `Box::into_raw` returned, of a box that has not been freed, or a copy.
    /// 2. The box is freed only by who got `true` from [`WeakPtrData::on_finalize`], or after all
    ///    weak pointers are gone.
    /// 3. No `&mut` to the object is in use, now or when the pointer is cloned, read or dropped.
    #[doc(alias = "initRef")]
    #[must_use]
    pub unsafe fn init_ref(object: *mut T) -> Self {
        // SAFETY: 1. A box is not at null.
        let object = unsafe { NonNull::new_unchecked(object) };
        // SAFETY: 1 and 3.
        let data = unsafe { data(object) };
        assert!(!data.is_finalized(), "the object has ended");
        data.increment();
        Self { object: Some(object) }
    }

    /// Returns the object, or `None` if it has ended, in which case this is empty from now on.
    ///
    /// # Safety
    ///
    /// While the result is used, the object does not end, and nobody else reads or writes it.
    ///
    /// # Examples
    ///
    /// See [`WeakPtr`].
    #[inline]
    #[must_use]
    pub unsafe fn get(&mut self) -> Option<&mut T> {
        // SAFETY: 1 of `init_ref`, and the caller's.
        self.as_ptr().map(|mut object| unsafe { object.as_mut() })
    }

    /// Returns the pointer, or `None` if the object has ended, in which case this is empty from now
    /// on.
    #[inline]
    #[must_use]
    pub fn as_ptr(&mut self) -> Option<NonNull<T>> {
        let object = self.object?;
        // SAFETY: the box is there, because this pointer is counted.
        if unsafe { data(object) }.is_finalized() {
            self.deref();
        }
        self.object
    }

    /// Points to nothing from now on. Drops the object's box if it has ended and this was the last
    /// pointer.
    pub fn deref(&mut self) {
        let Some(object) = self.object.take() else { return };
        // SAFETY: the box is there, because this pointer is counted until the next line.
        let is_last = unsafe { data(object) }.decrement();
        if is_last {
            // SAFETY: 1 of `init_ref`; by 1 of `on_finalize` the box belongs to the last pointer.
            drop(unsafe { Box::from_raw(object.as_ptr()) });
        }
    }
}

/// # Safety
///
/// `object` has not been freed, for as long as the result is used, and no `&mut` to it is in use.
unsafe fn data<'a, T: HasWeakPtrData>(object: NonNull<T>) -> &'a WeakPtrData {
    // SAFETY: the caller's.
    let data = unsafe { T::weak_ptr_data(object.as_ptr()) };
    // SAFETY: the caller's, and the promise of `HasWeakPtrData`.
    unsafe { &*data }
}

impl<T: HasWeakPtrData> Clone for WeakPtr<T> {
    fn clone(&self) -> Self {
        if let Some(object) = self.object {
            // SAFETY: the box is there, because this pointer is counted.
            unsafe { data(object) }.increment();
        }
        Self { object: self.object }
    }
}

impl<T: HasWeakPtrData> Drop for WeakPtr<T> {
    fn drop(&mut self) {
        self.deref();
    }
}

impl<T: HasWeakPtrData> Default for WeakPtr<T> {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Shows the address.
impl<T: HasWeakPtrData> fmt::Debug for WeakPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WeakPtr").field(&self.object).finish()
    }
}
