//! Ownership comes back exactly once, for sized and unsized values.
#![expect(unsafe_code, reason = "takes back what it gave away")]

use super::{alloc, alloc_nn, destroy, into_raw, into_raw_nn, release, take};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use core::cell::Cell;
use core::ptr::NonNull;

/// Counts its drops.
struct Counted(Rc<Cell<u32>>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn a_value_is_dropped_exactly_once() {
    let drops = Rc::new(Cell::new(0));
    let raw = alloc(Counted(Rc::clone(&drops)));
    // SAFETY: `raw` is from `alloc`.
    let boxed = unsafe { take(raw) };
    assert_eq!(drops.get(), 0);
    let again = into_raw_nn(boxed);
    // SAFETY: `again` is from `into_raw_nn`.
    unsafe { destroy(again.as_ptr()) };
    assert_eq!(drops.get(), 1);
    let node = alloc_nn(Counted(Rc::clone(&drops)));
    // SAFETY: `node` is from `alloc_nn`.
    unsafe { destroy(node.as_ptr()) };
    assert_eq!(drops.get(), 2);
}

#[test]
fn unsized_values_keep_their_metadata() {
    let bytes = into_raw::<[u8]>(Box::from([1, 2, 3]));
    // SAFETY: `bytes` is from `into_raw`.
    assert_eq!(&*unsafe { take(bytes) }, [1, 2, 3]);
    let object: *mut dyn core::fmt::Debug = into_raw(Box::new(String::from("x")));
    // SAFETY: `object` is from `into_raw`.
    assert_eq!(alloc::format!("{:?}", unsafe { take(object) }), "\"x\"");
    let empty = alloc(());
    // SAFETY: `empty` is from `alloc`.
    unsafe { destroy(empty) };
}

#[test]
fn what_is_released_can_be_written_and_reclaimed() {
    let released: &mut [u8; 2] = release(Box::new([1, 2]));
    released[0] = 9;
    assert_eq!(*released, [9, 2]);
    // SAFETY: the reference is the only one and is not used again.
    unsafe { destroy(released) };
}

/// An object that its last user frees, the way ported code counts references.
struct Shared {
    refs: Cell<u32>,
    sibling: Rc<Cell<u32>>,
}

impl Drop for Shared {
    fn drop(&mut self) {
        // A destructor that touches a neighbour: the object must be whole until the end of it.
        self.sibling.set(self.sibling.get() + self.refs.get() + 1);
    }
}

impl Shared {
    fn reference(this: NonNull<Self>) {
        // SAFETY: the test holds a reference, so the object lives.
        let refs = unsafe { &raw const (*this.as_ptr()).refs };
        // SAFETY: as above; the shared reference ends with the statement.
        let refs = unsafe { &*refs };
        refs.set(refs.get() + 1);
    }

    /// # Safety
    ///
    /// The caller owns one reference and gives it up.
    unsafe fn deref(this: NonNull<Self>) {
        let left = {
            // SAFETY: the caller's reference keeps the object alive; the borrow ends here.
            let shared = unsafe { this.as_ref() };
            shared.refs.set(shared.refs.get() - 1);
            shared.refs.get()
        };
        if left == 0 {
            // SAFETY: this was the last reference, and no Rust reference to the object is left.
            unsafe { destroy(this.as_ptr()) };
        }
    }
}

#[test]
fn the_last_reference_frees_through_the_pointer() {
    let sibling = Rc::new(Cell::new(0));
    let this = alloc_nn(Shared { refs: Cell::new(1), sibling: Rc::clone(&sibling) });
    Shared::reference(this);
    // SAFETY: two references are held.
    unsafe { Shared::deref(this) };
    assert_eq!(sibling.get(), 0);
    // SAFETY: one reference is held.
    unsafe { Shared::deref(this) };
    assert_eq!(sibling.get(), 1);
}
