//! The owner of something that Zig made: it ends when its owner does.

use core::fmt::Debug;
use core::ops::{Deref, DerefMut};

use crate::ffi::{
    self, ArrayListHandle, ArrayMapHandle, BitSetHandle, FixedBufferHandle, HashMapHandle,
    MultiArrayHandle, PriorityQueueHandle,
};

/// What Zig destroys in a way of its own.
pub(crate) trait Destroy: Debug + 'static {
    /// Gives the value back to Zig.
    fn destroy(&'static mut self);
}

impl Destroy for FixedBufferHandle {
    fn destroy(&'static mut self) {
        ffi::fixed_buffer_destroy(self);
    }
}

impl Destroy for BitSetHandle {
    fn destroy(&'static mut self) {
        ffi::bit_set_destroy(self);
    }
}

impl Destroy for ArrayMapHandle {
    fn destroy(&'static mut self) {
        ffi::array_map_destroy(self);
    }
}

impl Destroy for HashMapHandle {
    fn destroy(&'static mut self) {
        ffi::hash_map_destroy(self);
    }
}

impl Destroy for MultiArrayHandle {
    fn destroy(&'static mut self) {
        ffi::multi_array_destroy(self);
    }
}

impl Destroy for ArrayListHandle {
    fn destroy(&'static mut self) {
        ffi::array_list_destroy(self);
    }
}

impl Destroy for PriorityQueueHandle {
    fn destroy(&'static mut self) {
        ffi::priority_queue_destroy(self);
    }
}

/// The only owner of a handle.
#[derive(Debug)]
pub(crate) struct Owned<T: Destroy> {
    /// Present until `drop`.
    handle: Option<&'static mut T>,
}

impl<T: Destroy> Owned<T> {
    pub(crate) const fn new(handle: &'static mut T) -> Self {
        Self { handle: Some(handle) }
    }
}

impl<T: Destroy> Deref for Owned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.handle.as_deref().expect("only `drop` takes the handle")
    }
}

impl<T: Destroy> DerefMut for Owned<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.handle.as_deref_mut().expect("only `drop` takes the handle")
    }
}

impl<T: Destroy> Drop for Owned<T> {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}
