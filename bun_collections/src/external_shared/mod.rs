//! [`ExternalShared`]: the owner of a reference that is counted by somebody else, such as C++.
#![expect(unsafe_code, reason = "owns references to objects that are reached by raw pointers")]

#[cfg(test)]
mod tests;

use core::fmt;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

/// An object whose references are counted by functions of its own.
///
/// # Safety
///
/// 1. After [`ext_ref`](Self::ext_ref) the object lives until [`ext_deref`](Self::ext_deref) has
///    been called once more.
/// 2. Neither leaves the count changed if it unwinds.
///
/// # Examples
///
/// See [`ExternalShared`].
///
/// ```compile_fail,E0200
/// struct Peer;
/// impl bun_collections::ExternalSharedDescriptor for Peer {
///     unsafe fn ext_ref(_: *mut Self) {}
///     unsafe fn ext_deref(_: *mut Self) {}
/// }
/// ```
pub unsafe trait ExternalSharedDescriptor {
    /// Adds a reference.
    ///
    /// Zig: `external_shared_descriptor.ref`.
    ///
    /// # Safety
    ///
    /// `this` points to a live object.
    unsafe fn ext_ref(this: *mut Self);

    /// Releases a reference.
    ///
    /// Zig: `external_shared_descriptor.deref`.
    ///
    /// # Safety
    ///
    /// `this` points to a live object, and the caller owns the reference.
    unsafe fn ext_deref(this: *mut Self);
}

/// The owner of one reference to an object that counts them by functions of its own.
///
/// Cloning adds a reference, dropping releases one. It stays on its thread, and only hands out the
/// pointer: whether the object may be read is for its type to say.
///
/// Zig: `bun.ptr.ExternalShared`.
///
/// # Examples
///
/// ```
/// use bun_collections::{ExternalShared, ExternalSharedDescriptor};
///
/// struct Peer {
///     references: u32,
/// }
/// // SAFETY: 1. It is `main` that owns the object. 2. They do not unwind.
/// unsafe impl ExternalSharedDescriptor for Peer {
///     unsafe fn ext_ref(this: *mut Self) {
///         // SAFETY: it lives, on one thread.
///         unsafe { (*this).references += 1 };
///     }
///     unsafe fn ext_deref(this: *mut Self) {
///         // SAFETY: as above.
///         unsafe { (*this).references -= 1 };
///     }
/// }
///
/// let mut peer = Peer { references: 1 };
/// let address = &raw mut peer;
/// // SAFETY: the reference that `peer` was made with.
/// let first = unsafe { ExternalShared::adopt(address) };
/// let second = first.clone();
/// // SAFETY: `peer` lives.
/// assert_eq!(unsafe { (*second.get()).references }, 2);
/// drop((first, second));
/// assert_eq!(peer.references, 0);
/// ```
///
/// ```compile_fail,E0277
/// # use bun_collections::{ExternalShared, ExternalSharedDescriptor};
/// fn send<T: Send>(_: T) {}
/// fn leave<T: ExternalSharedDescriptor + Send + Sync>(shared: ExternalShared<T>) {
///     send(shared);
/// }
/// ```
///
/// ```compile_fail,E0133
/// # use bun_collections::{ExternalShared, ExternalSharedDescriptor};
/// fn forge<T: ExternalSharedDescriptor>(object: *mut T) -> ExternalShared<T> {
///     ExternalShared::adopt(object)
/// }
/// ```
#[repr(transparent)]
pub struct ExternalShared<T: ExternalSharedDescriptor>(
    /// A live object, one of whose references is owned here.
    NonNull<T>,
);

impl<T: ExternalSharedDescriptor> ExternalShared<T> {
    /// Owns a reference that was the caller's.
    ///
    /// # Safety
    ///
    /// `object` points to a live object, and the caller owns a reference, which is no longer the
    /// caller's after the call.
    #[inline]
    #[must_use]
    pub const unsafe fn adopt(object: *mut T) -> Self {
        // SAFETY: an object is not at null.
        Self(unsafe { NonNull::new_unchecked(object) })
    }

    /// Adds a reference and owns it.
    ///
    /// # Safety
    ///
    /// `object` points to a live object.
    #[inline]
    #[must_use]
    pub unsafe fn clone_from_raw(object: *mut T) -> Self {
        // SAFETY: the caller's.
        unsafe { T::ext_ref(object) };
        // SAFETY: the reference is new.
        unsafe { Self::adopt(object) }
    }

    /// Returns the pointer, which is live for as long as somebody owns a reference.
    #[inline]
    #[must_use]
    pub const fn get(&self) -> *mut T {
        self.0.as_ptr()
    }

    /// Gives the reference away: somebody has to release it.
    #[inline]
    #[must_use]
    pub fn leak(self) -> *mut T {
        ManuallyDrop::new(self).get()
    }

    /// Moves the reference into a place that may be empty.
    #[inline]
    #[must_use]
    pub const fn into_optional(self) -> ExternalSharedOptional<T> {
        ExternalSharedOptional(Some(self))
    }
}

impl<T: ExternalSharedDescriptor> Clone for ExternalShared<T> {
    #[inline]
    fn clone(&self) -> Self {
        // SAFETY: the invariant of the field.
        unsafe { Self::clone_from_raw(self.get()) }
    }
}

impl<T: ExternalSharedDescriptor> Drop for ExternalShared<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the invariant of the field; the reference is given up here.
        unsafe { T::ext_deref(self.get()) };
    }
}

/// Shows the address.
impl<T: ExternalSharedDescriptor> fmt::Debug for ExternalShared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ExternalShared({:p})", self.0)
    }
}

/// An [`ExternalShared`] that may be absent: as large as a pointer, and null then.
///
/// Zig: `bun.ptr.ExternalShared(T).Optional`.
///
/// # Examples
///
/// ```
/// use bun_collections::{ExternalSharedDescriptor, ExternalSharedOptional};
///
/// fn is_empty<T: ExternalSharedDescriptor>(mut place: ExternalSharedOptional<T>) -> bool {
///     place.take().is_none() && place.get().is_none()
/// }
/// # struct Peer;
/// # // SAFETY: never called.
/// # unsafe impl ExternalSharedDescriptor for Peer {
/// #     unsafe fn ext_ref(_: *mut Self) {}
/// #     unsafe fn ext_deref(_: *mut Self) {}
/// # }
/// assert!(is_empty(ExternalSharedOptional::<Peer>::init_null()));
/// ```
#[repr(transparent)]
pub struct ExternalSharedOptional<T: ExternalSharedDescriptor>(Option<ExternalShared<T>>);

impl<T: ExternalSharedDescriptor> ExternalSharedOptional<T> {
    /// Nothing.
    #[inline]
    #[must_use]
    pub const fn init_null() -> Self {
        Self(None)
    }

    /// Owns a reference that was the caller's, or nothing if the pointer is null.
    ///
    /// # Safety
    ///
    /// As [`ExternalShared::adopt`], unless it is null.
    #[inline]
    #[must_use]
    pub unsafe fn adopt(object: *mut T) -> Self {
        // SAFETY: the caller's.
        Self((!object.is_null()).then(|| unsafe { ExternalShared::adopt(object) }))
    }

    /// Adds a reference and owns it, or nothing if the pointer is null.
    ///
    /// # Safety
    ///
    /// As [`ExternalShared::clone_from_raw`], unless it is null.
    #[inline]
    #[must_use]
    pub unsafe fn clone_from_raw(object: *mut T) -> Self {
        // SAFETY: the caller's.
        Self((!object.is_null()).then(|| unsafe { ExternalShared::clone_from_raw(object) }))
    }

    /// Returns the pointer.
    #[inline]
    #[must_use]
    pub fn get(&self) -> Option<*mut T> {
        self.0.as_ref().map(ExternalShared::get)
    }

    /// Moves the reference out.
    #[inline]
    #[must_use]
    pub const fn take(&mut self) -> Option<ExternalShared<T>> {
        self.0.take()
    }

    /// Gives the reference away: somebody has to release it.
    #[inline]
    #[must_use]
    pub fn leak(self) -> Option<*mut T> {
        self.0.map(ExternalShared::leak)
    }
}

impl<T: ExternalSharedDescriptor> Clone for ExternalSharedOptional<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ExternalSharedDescriptor> Default for ExternalSharedOptional<T> {
    #[inline]
    fn default() -> Self {
        Self::init_null()
    }
}

impl<T: ExternalSharedDescriptor> fmt::Debug for ExternalSharedOptional<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
