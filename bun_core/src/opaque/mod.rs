//! Types that only C knows: handles whose address is all that Rust sees.
//!
//! A handle type has no bytes here, so a reference to it promises nothing about memory, and C may
//! do with the object what it likes. What remains to be promised is that the address is the one of
//! a live object, because the safe methods of the handle pass it on: that is why [`opaque_deref`]
//! is `unsafe`. Extern types would be the language's answer; they are unstable.
#![expect(unsafe_code, reason = "a pointer from C becomes a reference")]

#[cfg(test)]
mod tests;

/// Declares handle types: `opaque_ffi! { pub struct SSL; }`.
///
/// Each type is neither `Send`, `Sync` nor `Unpin`, has no bytes, and is changed through shared
/// references, as C does it. It gets
///
/// * `as_mut_ptr(&self) -> *mut Self`, to hand the object back to C,
/// * `unsafe opaque_ref(*const Self) -> &Self` and `unsafe opaque_mut(*mut Self) -> &mut Self`,
///   which are [`opaque_deref`](crate::opaque_deref) and
///   [`opaque_deref_mut`](crate::opaque_deref_mut).
///
/// Zig: `opaque {}`.
///
/// # Examples
///
/// ```
/// bun_core::opaque_ffi! {
///     /// A connection of some C library.
///     pub struct Connection;
///     pub struct Session;
/// }
///
/// extern "C" fn connection_id(connection: *mut Connection) -> usize {
///     connection.addr()
/// }
///
/// impl Connection {
///     fn id(&self) -> usize {
///         connection_id(self.as_mut_ptr())
///     }
/// }
///
/// # let mut object = 0_u64;
/// # let from_c: *mut Connection = (&raw mut object).cast();
/// // SAFETY: C says that the connection is open.
/// let connection = unsafe { bun_core::opaque_deref(from_c) };
/// assert_eq!(connection.id(), from_c.addr());
/// ```
///
/// What belongs to C stays on its thread and at its place:
///
/// ```compile_fail,E0277
/// bun_core::opaque_ffi! { pub struct Handle; }
/// fn send<T: Send>() {}
/// send::<Handle>();
/// ```
///
/// ```compile_fail,E0277
/// bun_core::opaque_ffi! { pub struct Handle; }
/// fn share<T: Sync>() {}
/// share::<Handle>();
/// ```
///
/// ```compile_fail,E0277
/// bun_core::opaque_ffi! { pub struct Handle; }
/// fn may_move<T: Unpin>() {}
/// may_move::<Handle>();
/// ```
#[macro_export]
macro_rules! opaque_ffi {
    ($( $(#[$meta:meta])* $visibility:vis struct $Name:ident; )+) => {$(
        $(#[$meta])*
        #[repr(C)]
        $visibility struct $Name {
            _p: ::core::cell::UnsafeCell<[u8; 0]>,
            _m: ::core::marker::PhantomData<(*mut u8, ::core::marker::PhantomPinned)>,
        }

        impl $Name {
            /// Returns the address of the object, to hand it to C.
            #[inline]
            $visibility const fn as_mut_ptr(&self) -> *mut Self {
                self._p.get().cast()
            }

            /// Returns the object behind a pointer from C.
            ///
            /// # Safety
            ///
            /// As `bun_core::opaque_deref`.
            #[inline]
            $visibility unsafe fn opaque_ref<'a>(p: *const Self) -> &'a Self {
                // SAFETY: the caller's, unchanged.
                unsafe { $crate::opaque_deref(p) }
            }

            /// Returns the object behind a pointer from C, for methods that take `&mut self`.
            ///
            /// # Safety
            ///
            /// As `bun_core::opaque_deref_mut`.
            #[inline]
            $visibility unsafe fn opaque_mut<'a>(p: *mut Self) -> &'a mut Self {
                // SAFETY: the caller's, unchanged.
                unsafe { $crate::opaque_deref_mut(p) }
            }
        }
    )+};
}

/// [`opaque_ffi!`](crate::opaque_ffi) with a list of names: `opaque_extern!(pub SSL, pub BIO);`.
///
/// # Examples
///
/// ```
/// bun_core::opaque_extern!(pub Context, pub Key);
/// assert_eq!(size_of::<Context>() + size_of::<Key>(), 0);
/// ```
#[macro_export]
macro_rules! opaque_extern {
    ($( $(#[$meta:meta])* $visibility:vis struct $Name:ident; )+) => {
        $crate::opaque_ffi! { $( $(#[$meta])* $visibility struct $Name; )+ }
    };
    ($( $(#[$meta:meta])* $visibility:vis $Name:ident ),+ $(,)?) => {
        $crate::opaque_ffi! { $( $(#[$meta])* $visibility struct $Name; )+ }
    };
}

/// Returns the object behind a pointer from C, of a type that only C knows.
///
/// A type with bytes, or with an alignment, does not compile.
///
/// # Safety
///
/// During `'a` the object lives, and this thread may use it in every way in which the safe methods
/// of `T` do.
///
/// # Panics
///
/// If `p` is null.
///
/// # Examples
///
/// ```
/// bun_core::opaque_ffi! { struct Handle; }
/// # let mut object = 0_u64;
/// # let from_c: *const Handle = (&raw const object).cast();
/// // SAFETY: C says that the object lives.
/// let handle: &Handle = unsafe { bun_core::opaque_deref(from_c) };
/// assert_eq!(handle.as_mut_ptr().cast_const(), from_c);
/// ```
///
/// ```compile_fail,E0133
/// bun_core::opaque_ffi! { struct Handle; }
/// let made_up: &Handle = bun_core::opaque_deref(core::ptr::dangling());
/// ```
///
/// ```compile_fail,E0080
/// let word: &u32 = unsafe { bun_core::opaque_deref(&raw const *Box::new(1)) };
/// ```
#[inline]
#[must_use]
#[track_caller]
pub unsafe fn opaque_deref<'a, T>(p: *const T) -> &'a T {
    const { assert!(size_of::<T>() == 0 && align_of::<T>() == 1, "not an opaque type") };
    // SAFETY: a type without bytes and alignment asks only for a pointer that is not null.
    unsafe { p.as_ref() }.expect("C returned null")
}

/// As [`opaque_deref`], for methods that take `&mut self`.
///
/// Two such references to one object are no aliasing, since they cover no bytes; whether they are
/// harmless is a question to the C library.
///
/// # Safety
///
/// As [`opaque_deref`].
///
/// # Panics
///
/// If `p` is null.
///
/// # Examples
///
/// ```
/// bun_core::opaque_ffi! { struct Handle; }
/// # let mut object = 0_u64;
/// # let from_c: *mut Handle = (&raw mut object).cast();
/// // SAFETY: C says that the object lives.
/// let handle: &mut Handle = unsafe { bun_core::opaque_deref_mut(from_c) };
/// assert_eq!(handle.as_mut_ptr(), from_c);
/// ```
#[inline]
#[must_use]
#[track_caller]
pub unsafe fn opaque_deref_mut<'a, T>(p: *mut T) -> &'a mut T {
    const { assert!(size_of::<T>() == 0 && align_of::<T>() == 1, "not an opaque type") };
    // SAFETY: as in `opaque_deref`.
    unsafe { p.as_mut() }.expect("C returned null")
}
