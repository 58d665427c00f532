//! From a field to the struct around it: `@fieldParentPtr`.
//!
//! All of it takes a raw pointer and yields a raw pointer. A reference to the field would not do:
//! it gives the right to the field's bytes and to no others, so that reading the parent through it
//! is undefined. The field's pointer must come from the parent's, by `&raw mut (*parent).field`.
#![expect(unsafe_code, reason = "steps from a field to what surrounds it")]

mod field_parent;
mod intrusive_field;

#[cfg(test)]
mod tests;

pub use intrusive_field::IntrusiveField;

use core::ffi::c_void;
use core::ptr::NonNull;

/// Returns the struct that has `field` at `offset` bytes.
///
/// [`from_field_ptr!`](crate::from_field_ptr) finds the offset by the name of the field.
///
/// Zig: `@fieldParentPtr`.
///
/// # Safety
///
/// 1. `field` was derived from a pointer to a whole `P`, and not by way of a reference to the
///    field.
/// 2. `offset` is that of the field in `P`.
///
/// The result has the rights of the pointer that `field` was derived from: it may be written if
/// that one may.
///
/// # Examples
///
/// ```
/// use core::mem::offset_of;
///
/// #[repr(C)]
/// struct Parent {
///     before: u64,
///     field: u32,
/// }
/// let mut parent = Parent { before: 7, field: 1 };
/// let whole = &raw mut parent;
/// // SAFETY: in the parent.
/// let field = unsafe { &raw mut (*whole).field };
/// // SAFETY: 1. From `whole`. 2. By `offset_of!`.
/// let found: *mut Parent = unsafe { bun_core::container_of(field, offset_of!(Parent, field)) };
/// assert_eq!(found, whole);
/// ```
#[doc(alias = "fieldParentPtr")]
#[inline]
#[must_use]
pub const unsafe fn container_of<P, F>(field: *const F, offset: usize) -> *mut P {
    // SAFETY: by 1 and 2 the result is the start of the allocation's `P`.
    unsafe { field.byte_sub(offset) }.cast::<P>().cast_mut()
}

/// As [`container_of`], for a parent that is only read.
///
/// # Safety
///
/// As [`container_of`].
///
/// # Examples
///
/// ```
/// let pair = (1_u8, 2_u8);
/// let whole = &raw const pair;
/// // SAFETY: in the pair.
/// let second = unsafe { &raw const (*whole).1 };
/// let offset = core::mem::offset_of!((u8, u8), 1);
/// // SAFETY: `second` is from `whole`, at that offset.
/// assert_eq!(unsafe { bun_core::container_of_const::<(u8, u8), _>(second, offset) }, whole);
/// ```
#[inline]
#[must_use]
pub const unsafe fn container_of_const<P, F>(field: *const F, offset: usize) -> *const P {
    // SAFETY: the caller's, unchanged.
    unsafe { container_of::<P, F>(field, offset) }.cast_const()
}

/// Returns the struct around a field: `from_field_ptr!(Parent, field, pointer)` is a `*mut Parent`.
///
/// The pointer is `*mut`, `*const` or `NonNull`; a reference does not compile. The expansion calls
/// [`container_of`](crate::container_of), so it stands in an `unsafe` block and has its
/// preconditions, of which the compiler answers the second.
///
/// Zig: `@fieldParentPtr`.
///
/// # Examples
///
/// ```
/// use bun_core::{from_field_ptr, heap};
///
/// struct Task {
///     next: Option<core::ptr::NonNull<Task>>,
/// }
/// struct Job {
///     input: u32,
///     task: Task,
/// }
///
/// let job = heap::alloc(Job { input: 7, task: Task { next: None } });
/// // SAFETY: `job` lives.
/// let task: *mut Task = unsafe { &raw mut (*job).task };
/// // … a queue passes `task` around …
/// // SAFETY: `task` was derived from `job`.
/// let found: *mut Job = unsafe { from_field_ptr!(Job, task, task) };
/// // SAFETY: `job` is from `alloc` and not used again.
/// assert_eq!(unsafe { heap::take(found) }.input, 7);
/// ```
///
/// A reference to the field knows nothing about its surroundings:
///
/// ```compile_fail,E0277
/// struct Parent { field: u32 }
/// let mut parent = Parent { field: 1 };
/// let field: &mut u32 = &mut parent.field;
/// let found = unsafe { bun_core::from_field_ptr!(Parent, field, field) };
/// ```
///
/// ```compile_fail,E0133
/// struct Parent { field: u32 }
/// let mut parent = Parent { field: 1 };
/// let found = bun_core::from_field_ptr!(Parent, field, &raw mut parent.field);
/// ```
#[macro_export]
macro_rules! from_field_ptr {
    ($Parent:ty, $field:ident, $pointer:expr $(,)?) => {
        $crate::container_of::<$Parent, _>(
            $crate::__private::FieldPointer::address($pointer),
            ::core::mem::offset_of!($Parent, $field),
        )
    };
}

/// Pointers that [`from_field_ptr!`](crate::from_field_ptr) takes. References are left out.
#[doc(hidden)]
pub trait FieldPointer: Copy {
    type Field;
    fn address(self) -> *const Self::Field;
}

impl<F> FieldPointer for *mut F {
    type Field = F;
    #[inline]
    fn address(self) -> *const F {
        self.cast_const()
    }
}

impl<F> FieldPointer for *const F {
    type Field = F;
    #[inline]
    fn address(self) -> *const F {
        self
    }
}

impl<F> FieldPointer for NonNull<F> {
    type Field = F;
    #[inline]
    fn address(self) -> *const F {
        self.as_ptr().cast_const()
    }
}

/// Returns the object that was registered with a C callback, from the callback's `void *`.
///
/// # Safety
///
/// 1. `ctx` is the pointer to a `T` that was registered, not null, and the object lives during
///    `'a`.
/// 2. Nobody else uses the object during `'a`. Whatever the callback calls that may come back to
///    the same object ends `'a` first.
///
/// # Examples
///
/// ```
/// use core::ffi::c_void;
///
/// extern "C" fn on_data(ctx: *mut c_void, amount: u32) {
///     // SAFETY: 1. `main` registered its counter. 2. It waits for this call.
///     let total: &mut u32 = unsafe { bun_core::callback_ctx(ctx) };
///     *total += amount;
/// }
///
/// let mut total = 0_u32;
/// on_data((&raw mut total).cast(), 5);
/// assert_eq!(total, 5);
/// ```
#[inline]
#[must_use]
#[track_caller]
pub unsafe fn callback_ctx<'a, T>(ctx: *mut c_void) -> &'a mut T {
    debug_assert!(!ctx.is_null(), "the callback got no context");
    // SAFETY: 1, 2. The caller's.
    unsafe { &mut *ctx.cast::<T>() }
}
