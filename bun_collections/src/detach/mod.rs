//! Borrows whose lifetime the caller chooses, and `self` as the context of a callback.
//!
//! For code in which a field is read while its neighbour is written through `self`, or in which a
//! callback comes back to the object that called it. Each function is `unsafe` and one line: the
//! name marks the place, and the comment beside the call carries the argument.
#![expect(unsafe_code, reason = "chooses lifetimes that the caller vouches for")]

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;

/// Returns the slice for a lifetime of the caller's choice.
///
/// # Safety
///
/// For all of `'a`, the elements live where they are, and nobody writes them except in their cells
/// or has a `&mut` to them.
///
/// # Examples
///
/// ```
/// use bun_collections::detach_lifetime;
///
/// struct Parser {
///     source: Vec<u8>,
///     at: usize,
/// }
/// impl Parser {
///     fn advance(&mut self, by: usize) {
///         self.at += by;
///     }
///     fn skip_spaces(&mut self) {
///         // SAFETY: nothing below changes `source`.
///         let source = unsafe { detach_lifetime(&self.source) };
///         for _ in source[self.at..].iter().take_while(|&&byte| byte == b' ') {
///             self.advance(1);
///         }
///     }
/// }
/// let mut parser = Parser { source: b"  x".to_vec(), at: 0 };
/// parser.skip_spaces();
/// assert_eq!(parser.at, 2);
/// ```
///
/// ```compile_fail,E0133
/// let longer: &'static [u8] = bun_collections::detach_lifetime(&vec![1]);
/// ```
#[inline]
#[must_use]
pub const unsafe fn detach_lifetime<'a, T>(slice: &[T]) -> &'a [T] {
    // SAFETY: the caller's.
    unsafe { detach_lifetime_ref(slice) }
}

/// Returns the reference for a lifetime of the caller's choice.
///
/// # Safety
///
/// For all of `'a`, the target lives where it is, and nobody writes it except in its cells or has
/// a `&mut` to it.
///
/// # Examples
///
/// ```
/// let name = String::from("bun");
/// // SAFETY: `name` lives and is not changed until the end.
/// let same: &str = unsafe { bun_collections::detach_lifetime_ref(name.as_str()) };
/// assert_eq!(same, "bun");
/// ```
///
/// ```compile_fail,E0133
/// let longer: &'static str = bun_collections::detach_lifetime_ref(&*String::new());
/// ```
#[inline]
#[must_use]
pub const unsafe fn detach_lifetime_ref<'a, T: ?Sized>(target: &T) -> &'a T {
    // SAFETY: the caller's.
    unsafe { &*core::ptr::from_ref(target) }
}

/// Returns the reference for a lifetime of the caller's choice.
///
/// # Safety
///
/// For all of `'a`, the target lives where it is, and is used only through the result.
///
/// # Examples
///
/// ```
/// let mut pair = (1, 2);
/// // SAFETY: `pair.0` is used only through `first` until `first` is gone.
/// let first = unsafe { bun_collections::detach_lifetime_mut(&mut pair.0) };
/// *first += pair.1;
/// assert_eq!(pair.0, 3);
/// ```
///
/// ```compile_fail,E0133
/// let longer: &'static mut u8 = bun_collections::detach_lifetime_mut(&mut *Box::new(1));
/// ```
#[inline]
#[must_use]
pub const unsafe fn detach_lifetime_mut<'a, T: ?Sized>(target: &mut T) -> &'a mut T {
    // SAFETY: the caller's.
    unsafe { &mut *core::ptr::from_mut(target) }
}

pub use detach_lifetime_ref as detach_ref;

/// A type whose methods reach themselves again after a callback that may have changed them.
///
/// A method that calls out takes its own address first, calls, and then goes on through
/// [`r`](Self::r) with what the callback has left behind.
///
/// # Safety
///
/// Whoever implements it promises that the methods of the type that take `&mut self`
///
/// 1. take their address once, before the first callback, with `&raw mut *self`, and
/// 2. use `self` no more after that, but only the results of `r`, each up to the next callback.
///
/// # Examples
///
/// ```
/// use bun_collections::LaunderedSelf;
///
/// struct Stream {
///     chunks: Vec<u8>,
/// }
/// // SAFETY: `pump` is the only method that calls out, and uses `r` from then on.
/// unsafe impl LaunderedSelf for Stream {}
///
/// impl Stream {
///     fn pump(&mut self, on_chunk: impl Fn(*mut Self, u8)) {
///         let this = &raw mut *self;
///         // SAFETY: `this` is `self`, and nothing that `r` returned is in use.
///         while let Some(chunk) = unsafe { Self::r(this) }.chunks.pop() {
///             on_chunk(this, chunk);
///         }
///     }
/// }
///
/// let mut stream = Stream { chunks: vec![2] };
/// stream.pump(|stream, chunk| {
///     if chunk > 0 {
///         // SAFETY: `pump` holds no borrow while it calls out.
///         unsafe { Stream::r(stream) }.chunks.push(chunk - 1);
///     }
/// });
/// assert!(stream.chunks.is_empty());
/// ```
///
/// Any pointer fits, so it is not safe to call:
///
/// ```compile_fail,E0133
/// struct Stream;
/// unsafe impl bun_collections::LaunderedSelf for Stream {}
/// let stream = <Stream as bun_collections::LaunderedSelf>::r(core::ptr::null_mut());
/// ```
pub unsafe trait LaunderedSelf: Sized {
    /// Borrows the object again.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a `Self` that lives for all of `'a`, and may write it.
    /// 2. For all of `'a`, it is used only through the result.
    #[inline]
    #[must_use]
    unsafe fn r<'a>(this: *mut Self) -> &'a mut Self {
        // SAFETY: 1, 2.
        unsafe { &mut *this }
    }
}

/// The address of anything as the context of a C callback.
///
/// # Examples
///
/// ```
/// use bun_collections::AsCtxPtr;
/// use core::cell::Cell;
///
/// let calls = Cell::new(0);
/// let context: *mut Cell<u32> = calls.as_ctx_ptr();
/// // … registered, and later called with …
/// // SAFETY: `calls` lives, and is shared.
/// let this = unsafe { &*context };
/// this.set(this.get() + 1);
/// assert_eq!(calls.get(), 1);
/// ```
pub trait AsCtxPtr {
    /// Returns the address of `self`. It is `*mut` because C has no other, and only reads: whoever
    /// gets it makes a `&Self` of it, and writes cells.
    #[inline]
    #[must_use]
    fn as_ctx_ptr(&self) -> *mut Self
    where
        Self: Sized,
    {
        core::ptr::from_ref(self).cast_mut()
    }
}

impl<T: ?Sized> AsCtxPtr for T {}

/// Returns slices that borrow from boxes.
///
/// It allocates one pointer and length for each box: the layout of a `Box` of a slice is not
/// promised to be that of a reference, so that the boxes cannot be reinterpreted.
///
/// # Examples
///
/// ```
/// let boxes: [Box<[u8]>; 2] = [Box::new(*b"ab"), Box::new([])];
/// assert_eq!(bun_collections::boxed_slices_as_borrowed(&boxes), [&b"ab"[..], b""]);
/// ```
///
/// ```compile_fail,E0505
/// let boxes = vec![Box::<[u8]>::default()];
/// let borrowed = bun_collections::boxed_slices_as_borrowed(&boxes);
/// drop(boxes);
/// assert!(borrowed[0].is_empty());
/// ```
#[must_use]
pub fn boxed_slices_as_borrowed<T>(boxes: &[Box<[T]>]) -> Vec<&[T]> {
    boxes.iter().map(|boxed| &**boxed).collect()
}
