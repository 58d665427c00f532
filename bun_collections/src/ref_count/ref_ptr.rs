//! [`RefPtr`]: the owner of one reference.
#![expect(unsafe_code, reason = "owns references to objects that are reached by raw pointers")]

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;
use core::ptr::NonNull;

use bun_alloc::AllocError;

use super::any::AnyRefCounted;

/// The owner of one reference to an object that counts them.
///
/// Cloning adds a reference, dropping releases one; the last one destroys the object. As large as a
/// pointer, also in an `Option`. It changes threads, and is shared by them, as an `Arc` is: if the
/// object is `Send` and `Sync`, which one with a [`RefCount`](super::RefCount) never is.
///
/// In Zig nothing is dropped, so that each `RefPtr` is released by `deref`; here that is the name
/// of a method that takes `self`, and forgetting it does no harm. Zig's field `data` is a pointer
/// that can be set, which would make this unsound: it is [`as_ptr`](Self::as_ptr).
///
/// Zig: `bun.ptr.RefPtr`.
///
/// # Examples
///
/// ```
/// use bun_collections::{RefCount, RefCounted, RefPtr};
///
/// #[derive(RefCounted)]
/// struct Config {
///     ref_count: RefCount<Self>,
///     port: u16,
/// }
///
/// let config = RefPtr::new(Config { ref_count: RefCount::init(), port: 80 });
/// let kept_by_c = config.clone().into_raw();
/// assert_eq!((config.port, config.ref_count.get()), (80, 2));
/// // SAFETY: the reference that `into_raw` gave away.
/// let back = unsafe { RefPtr::from_raw(kept_by_c) };
/// assert!(RefPtr::ptr_eq(&config, &back));
/// back.deref();
/// assert_eq!(config.ref_count.get(), 1);
/// ```
///
/// What has been released is gone:
///
/// ```compile_fail,E0382
/// use bun_collections::{AnyRefCounted, RefPtr};
///
/// fn release_twice<T: AnyRefCounted>(object: RefPtr<T>) {
///     object.deref();
///     object.deref();
/// }
/// ```
///
/// A borrow does not outlive the reference:
///
/// ```compile_fail,E0505
/// use bun_collections::{AnyRefCounted, RefPtr};
///
/// fn dangle<T: AnyRefCounted>(object: RefPtr<T>) -> bool {
///     let borrowed: &T = object.data();
///     drop(object);
///     core::ptr::eq(borrowed, borrowed)
/// }
/// ```
///
/// The object is shared, so it is not written:
///
/// ```compile_fail,E0594
/// # use bun_collections::{RefCount, RefCounted, RefPtr};
/// # #[derive(RefCounted)]
/// # struct Config {
/// #     ref_count: RefCount<Self>,
/// #     port: u16,
/// # }
/// fn write(config: &mut RefPtr<Config>) {
///     config.port = 81;
/// }
/// ```
///
/// One that counts on one thread stays there:
///
/// ```compile_fail,E0277
/// # use bun_collections::{RefCount, RefCounted, RefPtr};
/// # #[derive(RefCounted)]
/// # struct Config {
/// #     ref_count: RefCount<Self>,
/// # }
/// fn send<T: Send>(_: T) {}
/// fn leave(config: RefPtr<Config>) {
///     send(config);
/// }
/// ```
///
/// ```compile_fail,E0277
/// # use bun_collections::{RefCount, RefCounted, RefPtr};
/// # #[derive(RefCounted)]
/// # struct Config {
/// #     ref_count: RefCount<Self>,
/// # }
/// fn share<T: Sync>(_: T) {}
/// fn leave(config: &RefPtr<Config>) {
///     share::<&RefPtr<Config>>(config);
/// }
/// ```
///
/// ```compile_fail,E0277
/// # use bun_collections::{CellRefCounted, RefPtr};
/// # #[derive(CellRefCounted)]
/// # #[ref_count(unsafe)]
/// # struct Tunnel {
/// #     ref_count: core::cell::Cell<u32>,
/// # }
/// fn send<T: Send>(_: T) {}
/// fn leave(tunnel: RefPtr<Tunnel>) {
///     send(tunnel);
/// }
/// ```
///
/// Nor can one be made up, or its pointer be read:
///
/// ```compile_fail,E0133
/// # use bun_collections::{AnyRefCounted, RefPtr};
/// fn forge<T: AnyRefCounted>(object: *mut T) -> RefPtr<T> {
///     RefPtr::from_raw(object)
/// }
/// ```
///
/// ```compile_fail,E0616
/// # use bun_collections::{AnyRefCounted, RefPtr};
/// fn redirect<T: AnyRefCounted>(object: &mut RefPtr<T>) {
///     object.data = core::ptr::NonNull::dangling();
/// }
/// ```
#[repr(transparent)]
pub struct RefPtr<T: AnyRefCounted> {
    /// A live object, one of whose references is owned here, with the right to free it.
    data: NonNull<T>,
    owns: PhantomData<T>,
}

/// What ported code calls a [`RefPtr`] of one thread.
pub type IntrusiveRc<T> = RefPtr<T>;

/// What ported code calls a [`RefPtr`] of all threads.
pub type IntrusiveArc<T> = RefPtr<T>;

// SAFETY: as `Arc`: a `RefPtr` on another thread shares the object with this one, and may be what
// destroys it; 3 of `AnyRefCounted` lets the count be used there.
unsafe impl<T: AnyRefCounted + Send + Sync> Send for RefPtr<T> {}

// SAFETY: as above; a shared `RefPtr` can be cloned.
unsafe impl<T: AnyRefCounted + Send + Sync> Sync for RefPtr<T> {}

impl<T: AnyRefCounted> RefPtr<T> {
    /// Moves an object to the heap. Its count has to be as it starts, which is 1.
    ///
    /// It stops the process if there is no memory.
    ///
    /// # Panics
    ///
    /// In a debug build, if the count is not 1. In a release build, what is more is never
    /// released.
    #[inline]
    #[must_use]
    pub fn new(object: T) -> Self {
        let object = Box::into_raw(Box::new(object));
        // SAFETY: 1 and 2 of `AnyRefCounted`: new, from a box, and not released before.
        unsafe { Self::adopt_ref(object) }
    }

    /// Moves an object to the heap. Its count has to be as it starts, which is 1.
    ///
    /// # Errors
    ///
    /// There is no memory. The object has been dropped.
    ///
    /// # Panics
    ///
    /// As [`new`](Self::new).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{RefCount, RefCounted, RefPtr};
    ///
    /// #[derive(RefCounted)]
    /// struct Object {
    ///     ref_count: RefCount<Self>,
    /// }
    /// let object = RefPtr::try_new(Object { ref_count: RefCount::init() })?;
    /// assert!(object.ref_count.has_one_ref());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn try_new(object: T) -> Result<Self, AllocError> {
        let layout = const {
            assert!(size_of::<T>() > 0, "an object without bytes has no count");
            Layout::new::<T>()
        };
        // SAFETY: the layout is not empty.
        let block = unsafe { alloc(layout) }.cast::<T>();
        if block.is_null() {
            return Err(AllocError);
        }
        // SAFETY: `block` is as long and as aligned as a `T`, and nobody else's.
        unsafe { block.write(object) };
        // SAFETY: as in `new`; a box is a block of the global allocator with the layout of its
        // content.
        Ok(unsafe { Self::adopt_ref(block) })
    }

    /// Adds a reference and owns it.
    ///
    /// Zig: `initRef`.
    ///
    /// # Safety
    ///
    /// 1. `object` points to a live object, of which no `&mut` is in use, and has the rights of
    ///    whoever allocated it.
    /// 2. The object was allocated as its destructor expects.
    /// 3. While the result and its clones live, no `&mut` to the object is made, and nobody writes
    ///    it except in its cells.
    #[doc(alias = "initRef")]
    #[inline]
    #[must_use]
    pub unsafe fn init_ref(object: *mut T) -> Self {
        // SAFETY: 1.
        unsafe { T::rc_ref(object) };
        // SAFETY: 1 to 3; the reference is new.
        unsafe { Self::take_ref(object) }
    }

    /// Owns the only reference to a new object.
    ///
    /// Zig: `adoptRef`.
    ///
    /// # Panics
    ///
    /// In a debug build, if it is not the only one.
    ///
    /// # Safety
    ///
    /// As [`take_ref`](Self::take_ref).
    #[doc(alias = "adoptRef")]
    #[inline]
    #[must_use]
    pub unsafe fn adopt_ref(object: *mut T) -> Self {
        // SAFETY: 1 to 4.
        let adopted = unsafe { Self::take_ref(object) };
        // SAFETY: the object lives, as `adopted` does.
        let is_new = !cfg!(debug_assertions) || unsafe { T::rc_has_one_ref(object) };
        assert!(is_new, "an adopted object has one reference");
        adopted
    }

    /// Owns a reference that was the caller's.
    ///
    /// Zig: `takeRef`.
    ///
    /// # Safety
    ///
    /// 1. to 3. of [`init_ref`](Self::init_ref), and
    /// 4. the caller owns a reference, which is no longer the caller's after the call.
    #[doc(alias = "takeRef")]
    #[inline]
    #[must_use]
    pub unsafe fn take_ref(object: *mut T) -> Self {
        // SAFETY: 1: an object is not at null.
        Self { data: unsafe { NonNull::new_unchecked(object) }, owns: PhantomData }
    }

    /// Owns what [`into_raw`](Self::into_raw) gave away: [`take_ref`](Self::take_ref).
    ///
    /// # Safety
    ///
    /// As [`take_ref`](Self::take_ref).
    #[inline]
    #[must_use]
    pub unsafe fn from_raw(object: *mut T) -> Self {
        // SAFETY: the caller's.
        unsafe { Self::take_ref(object) }
    }

    /// [`take_ref`](Self::take_ref), as Zig's tracker of references calls it.
    ///
    /// # Safety
    ///
    /// As [`take_ref`](Self::take_ref).
    #[inline]
    #[must_use]
    pub unsafe fn unchecked_and_unsafe_init(object: *mut T, _return_address: usize) -> Self {
        // SAFETY: the caller's.
        unsafe { Self::take_ref(object) }
    }

    /// Gives the reference away: somebody has to release it.
    #[inline]
    #[must_use]
    pub fn into_raw(self) -> *mut T {
        ManuallyDrop::new(self).data.as_ptr()
    }

    /// Gives the reference away: [`into_raw`](Self::into_raw).
    #[inline]
    #[must_use]
    pub fn leak(self) -> *mut T {
        self.into_raw()
    }

    /// Adds a reference and owns it: `clone`.
    ///
    /// Zig: `dupeRef`.
    #[doc(alias = "dupeRef")]
    #[inline]
    #[must_use]
    pub fn dupe_ref(&self) -> Self {
        self.clone()
    }

    /// Releases the reference: `drop`. To borrow the object, use [`data`](Self::data) or `*`.
    #[inline]
    pub fn deref(self) {
        drop(self);
    }

    /// Releases the reference, with something to tell the destructor.
    ///
    /// Zig: `derefWithContext`.
    #[doc(alias = "derefWithContext")]
    #[inline]
    pub fn deref_with_context(self, context: T::DestructorCtx) {
        // SAFETY: the invariant of `data`; the reference is given up here.
        unsafe { T::rc_deref_with_context(self.into_raw(), context) };
    }

    /// Returns the pointer, which has the rights of whoever allocated the object.
    #[inline]
    #[must_use]
    pub const fn as_ptr(&self) -> *mut T {
        self.data.as_ptr()
    }

    /// Borrows the object.
    #[inline]
    #[must_use]
    pub const fn data(&self) -> &T {
        // SAFETY: the object lives as long as the reference. 3 of `init_ref`: it is only shared.
        unsafe { self.data.as_ref() }
    }

    /// Returns whether both are references to the same object.
    #[inline]
    #[must_use]
    pub fn ptr_eq(a: &Self, b: &Self) -> bool {
        a.data == b.data
    }
}

impl<T: AnyRefCounted> Clone for RefPtr<T> {
    #[inline]
    fn clone(&self) -> Self {
        // SAFETY: the invariant of `data`, and what its maker promised of it.
        unsafe { Self::init_ref(self.data.as_ptr()) }
    }
}

impl<T: AnyRefCounted> Drop for RefPtr<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the invariant of `data`; the reference is given up here.
        unsafe { T::rc_deref(self.data.as_ptr()) };
    }
}

impl<T: AnyRefCounted> Deref for RefPtr<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.data()
    }
}

impl<T: AnyRefCounted> AsRef<T> for RefPtr<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        self.data()
    }
}

impl<T: AnyRefCounted + fmt::Debug> fmt::Debug for RefPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data().fmt(f)
    }
}

/// Shows the address.
impl<T: AnyRefCounted> fmt::Pointer for RefPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}
