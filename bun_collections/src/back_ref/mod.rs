//! Pointers from a part to its whole, without a lifetime: what a field `parent: *Parent` becomes.
//!
//! Making one is safe and following one is not, because only who follows it can know that the whole
//! still lives. Rejected: a safe `Deref` behind an `unsafe` constructor. The types are `Copy`, so
//! one promise would cover copies that nobody had in mind.
//!
//! Where a lifetime can be written use `&'a T`; where the whole can go first, `Rc` with `Weak`, or
//! [`RefPtr`](crate::RefPtr).
#![expect(unsafe_code, reason = "follows pointers whose lifetime the caller vouches for")]

mod parent_ref;
mod this_ptr;

#[cfg(test)]
mod tests;

pub use parent_ref::ParentRef;
pub use this_ptr::ThisPtr;

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ptr::NonNull;

/// A pointer to something that outlives the struct in which the pointer is.
///
/// It dies when its target is dropped, moved or freed; one from [`new`](Self::new) or
/// [`new_mut`](Self::new_mut) also dies when the target is borrowed again as `&mut`, because that
/// borrow ends the one that it was made from. For a target that is still changed through its owner
/// use the pointer that the owner itself uses: `BackRef::from(owner)` with a `NonNull`.
///
/// As large as a pointer, also in an `Option`. Two are equal if the addresses are.
///
/// Zig: a field `*T`.
///
/// # Examples
///
/// ```
/// use bun_collections::BackRef;
/// use core::cell::Cell;
///
/// struct Server {
///     open: Cell<u32>,
/// }
/// struct Connection {
///     server: BackRef<Server>,
/// }
/// impl Drop for Connection {
///     fn drop(&mut self) {
///         // SAFETY: a server outlives its connections, and is only changed through its cells.
///         let server = unsafe { self.server.get() };
///         server.open.set(server.open.get() - 1);
///     }
/// }
///
/// let server = Server { open: Cell::new(1) };
/// drop(Connection { server: BackRef::new(&server) });
/// assert_eq!(server.open.get(), 0);
/// assert_eq!(size_of::<Option<BackRef<Server>>>(), size_of::<usize>());
/// ```
///
/// Following it takes `unsafe`, so that this does not compile:
///
/// ```compile_fail,E0133
/// use bun_collections::BackRef;
///
/// let owner = Box::new(1);
/// let back = BackRef::new(&*owner);
/// drop(owner);
/// back.get();
/// ```
///
/// It does not cross threads by itself:
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::BackRef::new(&1));
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::BackRef::new(&1));
/// ```
#[repr(transparent)]
pub struct BackRef<T: ?Sized>(NonNull<T>);

impl<T: ?Sized> BackRef<T> {
    /// Forgets the lifetime of `target`. The result only reads.
    #[inline]
    #[must_use]
    pub const fn new(target: &T) -> Self {
        Self(NonNull::from_ref(target))
    }

    /// Forgets the lifetime of `target`. The result reads and writes.
    #[inline]
    #[must_use]
    pub const fn new_mut(target: &mut T) -> Self {
        Self(NonNull::from_mut(target))
    }

    /// Wraps a pointer, which may write if `target` may.
    ///
    /// # Safety
    ///
    /// `target` is not null.
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(target: *mut T) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { NonNull::new_unchecked(target) })
    }

    /// Returns the pointer, which may write if the one that was wrapped may.
    #[inline]
    #[must_use]
    pub const fn as_ptr(self) -> *mut T {
        self.0.as_ptr()
    }

    /// Returns the pointer, which is not null.
    #[inline]
    #[must_use]
    pub const fn as_non_null(self) -> NonNull<T> {
        self.0
    }

    /// Follows the pointer, for as long as this handle is borrowed.
    ///
    /// # Safety
    ///
    /// 1. The target lives, where it was, for as long as the result is used.
    /// 2. Meanwhile nobody writes it except in its cells, and nobody has a `&mut` to it.
    /// 3. If this was made from a reference, nobody has made a `&mut` to the target since.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::BackRef;
    ///
    /// let name = String::from("bun");
    /// let back = BackRef::new(name.as_str());
    /// // SAFETY: `name` lives until the end, and is not changed.
    /// assert_eq!(unsafe { back.get() }, "bun");
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn get(&self) -> &T {
        // SAFETY: 1 to 3.
        unsafe { self.0.as_ref() }
    }

    /// Follows the pointer to write.
    ///
    /// # Safety
    ///
    /// 1. The target lives, where it was, for as long as the result is used.
    /// 2. Meanwhile nobody else reads or writes it.
    /// 3. This was made by [`new_mut`](Self::new_mut), and nobody has used the target other than
    ///    through this and its copies since, or it was made from a pointer that may write.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::BackRef;
    ///
    /// let mut count = 1;
    /// let mut back = BackRef::new_mut(&mut count);
    /// // SAFETY: `count` lives and is used by nobody else until the end of the line.
    /// *unsafe { back.get_mut() } += 1;
    /// assert_eq!(count, 2);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn get_mut(&mut self) -> &mut T {
        // SAFETY: 1 to 3.
        unsafe { self.0.as_mut() }
    }
}

impl<T: ?Sized> Copy for BackRef<T> {}

impl<T: ?Sized> Clone for BackRef<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> From<NonNull<T>> for BackRef<T> {
    #[inline]
    fn from(target: NonNull<T>) -> Self {
        Self(target)
    }
}

impl<T: ?Sized> From<&T> for BackRef<T> {
    #[inline]
    fn from(target: &T) -> Self {
        Self::new(target)
    }
}

impl<T: ?Sized> From<&mut T> for BackRef<T> {
    #[inline]
    fn from(target: &mut T) -> Self {
        Self::new_mut(target)
    }
}

impl<T: ?Sized> From<BackRef<T>> for NonNull<T> {
    #[inline]
    fn from(back: BackRef<T>) -> Self {
        back.0
    }
}

impl<T: ?Sized> PartialEq for BackRef<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        core::ptr::addr_eq(self.0.as_ptr(), other.0.as_ptr())
    }
}

impl<T: ?Sized> Eq for BackRef<T> {}

impl<T: ?Sized> Hash for BackRef<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.cast::<()>().hash(state);
    }
}

/// Shows the address: the target may be gone.
impl<T: ?Sized> fmt::Debug for BackRef<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BackRef({:p})", self.0)
    }
}
