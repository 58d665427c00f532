//! Boxes that leave Rust's hands as raw pointers and come back.
//!
//! Code ported from Zig keeps objects behind `*T` that somebody frees by hand. Here each such
//! pointer is born in a `Box` and dies in one, so that layout, destructor and allocator agree:
//!
//! | Zig | here |
//! |---|---|
//! | `bun.new(T, value)`, `allocator.create` + assignment | [`alloc()`], [`alloc_nn`] |
//! | keeping a `*T` that was owned | [`into_raw`], [`into_raw_nn`] |
//! | `bun.destroy(ptr)` | [`destroy`] |
//! | taking the object over again | [`take`] |
//! | an object that is never freed | [`release`] |
//!
//! Prefer a `Box` that stays one. These functions are for what must be a pointer: user data of C
//! callbacks, intrusive lists, objects whose last user frees them. Such a function is
//! `unsafe fn deref(this: NonNull<Self>)`, never `fn deref(&self)`: a reference that is still in
//! scope must not see its object die.
#![expect(unsafe_code, reason = "a box is remade from the pointer it became")]

use alloc::boxed::Box;
use core::ptr::NonNull;

#[cfg(test)]
mod tests;

/// Puts a value on the heap and returns a pointer that owns it.
///
/// Free it with [`destroy`], or turn it back into a box with [`take`]. Allocates once.
///
/// Zig: `bun.new`, `bun.create`.
///
/// # Examples
///
/// ```
/// use bun_core::heap;
///
/// let counter: *mut u32 = heap::alloc(1);
/// // SAFETY: `counter` is from `alloc`, and nobody else knows it.
/// let counter = unsafe { heap::take(counter) };
/// assert_eq!(*counter, 1);
/// ```
#[doc(alias = "new")]
#[doc(alias = "create")]
#[inline]
#[must_use = "the value leaks unless the pointer is given to `destroy` or `take`"]
pub fn alloc<T>(value: T) -> *mut T {
    Box::into_raw(Box::new(value))
}

/// As [`alloc()`], as a pointer that is known not to be null.
///
/// # Examples
///
/// ```
/// let node = bun_core::heap::alloc_nn([0_u8; 4]);
/// // SAFETY: `node` is from `alloc_nn` and not used again.
/// unsafe { bun_core::heap::destroy(node.as_ptr()) };
/// ```
#[inline]
#[must_use = "the value leaks unless the pointer is given to `destroy` or `take`"]
pub fn alloc_nn<T>(value: T) -> NonNull<T> {
    into_raw_nn(Box::new(value))
}

/// Turns a box into a pointer that owns its value.
///
/// Does not allocate. Works for slices, `str` and trait objects as well.
///
/// # Examples
///
/// ```
/// use bun_core::heap;
///
/// let bytes: *mut [u8] = heap::into_raw(Box::from(*b"abc"));
/// // SAFETY: the pointer is from `into_raw`, and nobody else uses it.
/// assert_eq!(&*unsafe { heap::take(bytes) }, b"abc");
/// ```
#[inline]
#[must_use = "the value leaks unless the pointer is given to `destroy` or `take`"]
pub fn into_raw<T: ?Sized>(boxed: Box<T>) -> *mut T {
    Box::into_raw(boxed)
}

/// As [`into_raw`], as a pointer that is known not to be null.
///
/// # Examples
///
/// ```
/// let text = bun_core::heap::into_raw_nn("abc".to_owned().into_boxed_str());
/// // SAFETY: the pointer is from `into_raw_nn` and not used again.
/// unsafe { bun_core::heap::destroy(text.as_ptr()) };
/// ```
#[inline]
#[must_use = "the value leaks unless the pointer is given to `destroy` or `take`"]
pub fn into_raw_nn<T: ?Sized>(boxed: Box<T>) -> NonNull<T> {
    NonNull::from(Box::leak(boxed))
}

/// Turns a pointer that owns its value back into a box.
///
/// # Safety
///
/// 1. `ptr` comes from this module, from `Box::into_raw`, or from an equal allocation with the
///    global allocator and the layout of `T`.
/// 2. It is given back once, and neither it nor a reference derived from it is used afterwards.
/// 3. The box is dropped on a thread on which a `T` may be: `T` is `Send`, or this is the thread on
///    which it was made.
///
/// # Examples
///
/// ```
/// use bun_core::heap;
///
/// let owned = heap::into_raw(Box::new(String::from("abc")));
/// // SAFETY: 1, 2. `owned` is from `into_raw` and not used again. 3. The same thread.
/// let boxed: Box<String> = unsafe { heap::take(owned) };
/// assert_eq!(*boxed, "abc");
/// ```
#[inline]
pub unsafe fn take<T: ?Sized>(ptr: *mut T) -> Box<T> {
    // SAFETY: the three preconditions are those of `Box::from_raw`, and its drop's.
    unsafe { Box::from_raw(ptr) }
}

/// Gives up ownership for good: the value lives as long as the process, or as `'a`.
///
/// For singletons. Memory that something frees later is [`into_raw`]'s.
///
/// # Examples
///
/// ```
/// let forever: &'static mut u32 = bun_core::heap::release(Box::new(1));
/// *forever += 1;
/// assert_eq!(*forever, 2);
/// # // SAFETY: the reference is not used again; this keeps leak checkers quiet.
/// # unsafe { bun_core::heap::destroy(forever) };
/// ```
#[inline]
pub fn release<'a, T: ?Sized + 'a>(boxed: Box<T>) -> &'a mut T {
    Box::leak(boxed)
}

/// Runs the destructor of the value behind `ptr` and frees its memory.
///
/// Zig: `bun.destroy`, `allocator.destroy`.
///
/// # Safety
///
/// As [`take`].
///
/// # Examples
///
/// ```
/// use bun_core::heap;
///
/// let owned = heap::alloc(vec![1, 2, 3]);
/// // SAFETY: `owned` is from `alloc`, on this thread, and not used again.
/// unsafe { heap::destroy(owned) };
/// ```
///
/// A reference does not free what it borrows:
///
/// ```compile_fail,E0308
/// struct Shared(u32);
/// impl Shared {
///     fn deref(&self) {
///         unsafe { bun_core::heap::destroy(self) };
///     }
/// }
/// ```
#[inline]
pub unsafe fn destroy<T: ?Sized>(ptr: *mut T) {
    // SAFETY: the preconditions are those of `take`.
    drop(unsafe { take(ptr) });
}
