//! What the loops take, in the shape in which Zig reads it.

#![expect(unsafe_code, reason = "a pair of functions that somebody vouches for; as ffi.rs")]

use core::ffi::c_void;
use core::fmt;

use crate::view::View;

/// Byte strings in the shape in which Zig reads a `[]const []const u8`; as many as a power of two.
#[derive(Clone, Debug)]
pub struct Keys<'a>(pub(super) Vec<View<'a, u8>>);

impl<'a> FromIterator<&'a [u8]> for Keys<'a> {
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(keys: I) -> Self {
        let keys: Vec<View<'a, u8>> = keys.into_iter().map(View::from).collect();
        assert!(keys.len().is_power_of_two(), "the loops visit the keys by an odd stride");
        Self(keys)
    }
}

/// Allocation sizes, none of them zero.
#[derive(Clone, Copy, Debug)]
pub struct Sizes<'a>(pub(super) &'a [u32]);

impl<'a> Sizes<'a> {
    /// Returns `sizes` as they are.
    ///
    /// # Panics
    ///
    /// When one of them is zero: the loops write the first byte of each allocation.
    #[must_use]
    pub fn new(sizes: &'a [u32]) -> Self {
        assert!(sizes.iter().all(|&size| size > 0), "no size is zero");
        Self(sizes)
    }

    /// Returns the sizes.
    #[must_use]
    pub fn get(self) -> &'a [u32] {
        self.0
    }
}

/// An allocator of C, for the rows in which Zig allocates through a vtable.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CAllocator {
    /// Invariant: returns null, or memory of that size aligned to 8, which `free` takes back.
    malloc: unsafe extern "C" fn(usize) -> *mut c_void,
    /// Invariant: the counterpart of `malloc`.
    free: unsafe extern "C" fn(*mut c_void),
}

impl CAllocator {
    /// Returns the pair of functions.
    ///
    /// # Safety
    ///
    /// 1. `malloc` may be called with any size above zero. It returns null or unshared memory of
    ///    that size, aligned to 8 or more.
    /// 2. `free` may be called once, on the same thread, with each pointer `malloc` returned.
    #[must_use]
    pub const unsafe fn new(
        malloc: unsafe extern "C" fn(usize) -> *mut c_void,
        free: unsafe extern "C" fn(*mut c_void),
    ) -> Self {
        Self { malloc, free }
    }
}

impl fmt::Debug for CAllocator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CAllocator").finish_non_exhaustive()
    }
}
