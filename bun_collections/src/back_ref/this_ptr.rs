//! [`ThisPtr`]: the `self` of a callback that may free what it belongs to.
#![expect(unsafe_code, reason = "follows a pointer whose lifetime the caller vouches for")]

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::NonNull;

/// The object that a C callback was registered with, for as long as the callback runs.
///
/// It is a pointer that reads like a reference: each field access makes a new `&T`, which ends with
/// the access, so that the object may be changed, and even freed, in between. The lifetime is that
/// of the callback; it keeps the handle, and copies of it, out of longer-lived structs.
///
/// Zig: `this: *T` in a callback.
///
/// # Examples
///
/// ```
/// use bun_collections::ThisPtr;
/// use core::cell::Cell;
/// use core::ffi::c_void;
///
/// struct Socket {
///     bytes: Cell<usize>,
/// }
/// impl Socket {
///     fn on_data(this: ThisPtr<'_, Self>, data: &[u8]) {
///         this.bytes.set(this.bytes.get() + data.len());
///     }
/// }
/// unsafe extern "C" fn on_data(context: *mut c_void) {
///     // SAFETY: registered with a socket, which lives until its callbacks have returned.
///     Socket::on_data(unsafe { ThisPtr::new(context.cast()) }, b"abc");
/// }
///
/// let mut socket = Socket { bytes: Cell::new(0) };
/// // SAFETY: as registered.
/// unsafe { on_data((&raw mut socket).cast()) };
/// assert_eq!(socket.bytes.get(), 3);
/// ```
///
/// It cannot be kept:
///
/// ```compile_fail,E0597
/// use bun_collections::ThisPtr;
///
/// let kept: ThisPtr<'_, u32>;
/// {
///     let value = 1;
///     kept = ThisPtr::from(&value);
/// }
/// assert_eq!(*kept, 1);
/// ```
///
/// Nor does it cross threads:
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::ThisPtr::from(&1));
/// ```
///
/// ```compile_fail,E0133
/// let forged: bun_collections::ThisPtr<'_, u32> = bun_collections::ThisPtr::new(&mut 1);
/// ```
#[repr(transparent)]
pub struct ThisPtr<'a, T>(NonNull<T>, PhantomData<&'a T>);

impl<T> ThisPtr<'_, T> {
    /// Wraps the pointer that a callback was called with.
    ///
    /// # Safety
    ///
    /// 1. `this` is not null, and points to a `T` that lives whenever the result, or a copy of it,
    ///    is followed.
    /// 2. Nobody has a `&mut` to it, or writes it except in its cells, while such a borrow is in
    ///    use.
    #[inline]
    #[must_use]
    pub const unsafe fn new(this: *mut T) -> Self {
        // SAFETY: 1.
        Self(unsafe { NonNull::new_unchecked(this) }, PhantomData)
    }

    /// Returns the pointer, with the rights of the one that was wrapped.
    #[inline]
    #[must_use]
    pub const fn as_ptr(self) -> *mut T {
        self.0.as_ptr()
    }

    /// Follows the pointer.
    #[inline]
    #[must_use]
    pub const fn get(&self) -> &T {
        // SAFETY: 1 and 2 of `new`, or this was made from a `&'a T`, and `'a` goes on.
        unsafe { self.0.as_ref() }
    }
}

/// The result only reads.
impl<'a, T> From<&'a T> for ThisPtr<'a, T> {
    #[inline]
    fn from(this: &'a T) -> Self {
        Self(NonNull::from_ref(this), PhantomData)
    }
}

impl<T> Copy for ThisPtr<'_, T> {}

impl<T> Clone for ThisPtr<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Deref for ThisPtr<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.get()
    }
}

/// Shows the address.
impl<T> fmt::Debug for ThisPtr<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ThisPtr({:p})", self.0)
    }
}
