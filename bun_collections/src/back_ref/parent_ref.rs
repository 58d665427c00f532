//! [`ParentRef`]: a pointer to a parent that may go before its children do.
#![expect(unsafe_code, reason = "follows pointers whose lifetime the caller vouches for")]

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ptr::NonNull;

/// A pointer from a child or task to a parent that is alive when the child calls it.
///
/// The same as [`BackRef`](crate::BackRef), which is for targets that outlive every holder. The two
/// names keep apart what ported code keeps apart: here each use has to say why the parent is still
/// there. What ends it is the same.
///
/// Zig: a field `*T`.
///
/// # Examples
///
/// ```
/// use bun_collections::ParentRef;
/// use core::cell::Cell;
///
/// struct Request {
///     pending: Cell<u32>,
/// }
/// struct Read {
///     request: ParentRef<Request>,
/// }
/// impl Read {
///     fn on_done(&self) {
///         // SAFETY: a request waits for its reads, and is only changed through its cells.
///         let request = unsafe { self.request.get() };
///         request.pending.set(request.pending.get() - 1);
///     }
/// }
///
/// let request = Request { pending: Cell::new(1) };
/// Read { request: ParentRef::new(&request) }.on_done();
/// assert_eq!(request.pending.get(), 0);
/// ```
///
/// ```compile_fail,E0133
/// use bun_collections::ParentRef;
///
/// let parent = Box::new(1);
/// let back = ParentRef::new(&*parent);
/// drop(parent);
/// back.get();
/// ```
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_collections::ParentRef::new(&1));
/// ```
///
/// ```compile_fail,E0277
/// fn share<T: Sync>(_: T) {}
/// share(bun_collections::ParentRef::new(&1));
/// ```
#[repr(transparent)]
pub struct ParentRef<T: ?Sized>(NonNull<T>);

impl<T: ?Sized> ParentRef<T> {
    /// Forgets the lifetime of `parent`. The result only reads.
    #[inline]
    #[must_use]
    pub const fn new(parent: &T) -> Self {
        Self(NonNull::from_ref(parent))
    }

    /// Wraps a pointer, which only reads.
    ///
    /// # Safety
    ///
    /// `parent` is not null.
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(parent: *const T) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { NonNull::new_unchecked(parent.cast_mut()) })
    }

    /// Wraps a pointer, which may write if `parent` may.
    ///
    /// # Safety
    ///
    /// `parent` is not null.
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw_mut(parent: *mut T) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { NonNull::new_unchecked(parent) })
    }

    /// Wraps a pointer, or returns `None` for null.
    #[inline]
    #[must_use]
    pub const fn from_nullable_mut(parent: *mut T) -> Option<Self> {
        match NonNull::new(parent) {
            Some(parent) => Some(Self(parent)),
            None => None,
        }
    }

    /// Returns the pointer.
    #[inline]
    #[must_use]
    pub const fn as_ptr(self) -> *const T {
        self.0.as_ptr().cast_const()
    }

    /// Returns the pointer, which may write if the one that was wrapped may.
    #[inline]
    #[must_use]
    pub const fn as_mut_ptr(self) -> *mut T {
        self.0.as_ptr()
    }

    /// Follows the pointer, for as long as this handle is borrowed.
    ///
    /// # Safety
    ///
    /// 1. The parent lives, where it was, for as long as the result is used.
    /// 2. Meanwhile nobody writes it except in its cells, and nobody has a `&mut` to it.
    /// 3. If this was made from a reference, nobody has made a `&mut` to the parent since.
    #[inline]
    #[must_use]
    pub const unsafe fn get(&self) -> &T {
        // SAFETY: 1 to 3.
        unsafe { self.0.as_ref() }
    }

    /// Follows the pointer to write, for a lifetime of the caller's choice.
    ///
    /// # Safety
    ///
    /// 1. The parent lives, where it was, for all of `'a`.
    /// 2. Meanwhile nobody else reads or writes it.
    /// 3. This was made from a pointer that may write; never by [`new`](Self::new) or
    ///    [`from_raw`](Self::from_raw).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::ParentRef;
    ///
    /// let mut parent = 1;
    /// let back = ParentRef::from_nullable_mut(&raw mut parent).expect("not null");
    /// // SAFETY: `parent` lives and is used by nobody else until the end of the line.
    /// *unsafe { back.assume_mut() } += 1;
    /// assert_eq!(parent, 2);
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn assume_mut<'a>(mut self) -> &'a mut T {
        // SAFETY: 1 to 3.
        unsafe { self.0.as_mut() }
    }
}

impl<T: ?Sized> Copy for ParentRef<T> {}

impl<T: ?Sized> Clone for ParentRef<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> From<NonNull<T>> for ParentRef<T> {
    #[inline]
    fn from(parent: NonNull<T>) -> Self {
        Self(parent)
    }
}

impl<T: ?Sized> From<&T> for ParentRef<T> {
    #[inline]
    fn from(parent: &T) -> Self {
        Self::new(parent)
    }
}

impl<T: ?Sized> From<ParentRef<T>> for NonNull<T> {
    #[inline]
    fn from(parent: ParentRef<T>) -> Self {
        parent.0
    }
}

impl<T: ?Sized> PartialEq for ParentRef<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        core::ptr::addr_eq(self.0.as_ptr(), other.0.as_ptr())
    }
}

impl<T: ?Sized> Eq for ParentRef<T> {}

impl<T: ?Sized> Hash for ParentRef<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.cast::<()>().hash(state);
    }
}

/// Shows the address: the parent may be gone.
impl<T: ?Sized> fmt::Debug for ParentRef<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParentRef({:p})", self.0)
    }
}
