//! Slices in the shape in which they cross to Zig: an address and a length.

use core::fmt;
use core::marker::PhantomData;
use core::ptr;

/// A borrowed slice that Zig reads.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct View<'a, T> {
    start: *const T,
    len: usize,
    borrow: PhantomData<&'a [T]>,
}

/// A borrowed slice that Zig writes.
#[repr(C)]
pub(crate) struct ViewMut<'a, T> {
    start: *mut T,
    len: usize,
    borrow: PhantomData<&'a mut [T]>,
}

impl<'a, T> From<&'a [T]> for View<'a, T> {
    fn from(slice: &'a [T]) -> Self {
        Self { start: slice.as_ptr(), len: slice.len(), borrow: PhantomData }
    }
}

impl<'a, T> From<&'a mut [T]> for ViewMut<'a, T> {
    fn from(slice: &'a mut [T]) -> Self {
        Self { start: slice.as_mut_ptr(), len: slice.len(), borrow: PhantomData }
    }
}

impl<T> fmt::Debug for View<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        ptr::slice_from_raw_parts(self.start, self.len).fmt(formatter)
    }
}

impl<T> fmt::Debug for ViewMut<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        ptr::slice_from_raw_parts(self.start, self.len).fmt(formatter)
    }
}
