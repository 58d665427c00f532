//! Handles cover no bytes, so C and Rust can touch the object at the same time.
#![expect(unsafe_code, reason = "plays the part of C")]

use super::{opaque_deref, opaque_deref_mut};
use core::cell::UnsafeCell;
use core::ptr::null;

crate::opaque_ffi! {
    /// A counter that C owns.
    struct Counter;
}
crate::opaque_extern!(First, Second);

/// The counter as C sees it.
struct Object {
    count: UnsafeCell<u32>,
}

/// # Safety
///
/// `counter` is the address of an `Object`.
unsafe extern "C" fn counter_next(counter: *mut Counter) -> u32 {
    // SAFETY: the caller's.
    let object = unsafe { &*counter.cast::<Object>() };
    let count = object.count.get();
    // SAFETY: one thread, and no reference to the count.
    let next = unsafe { count.read() } + 1;
    // SAFETY: as above.
    unsafe { count.write(next) };
    next
}

#[test]
fn c_changes_what_rust_holds_a_handle_of() {
    let object = crate::heap::alloc(Object { count: UnsafeCell::new(0) });
    // SAFETY: the object lives until the end of the test.
    let one = unsafe { opaque_deref::<Counter>(object.cast()) };
    // SAFETY: as above.
    let two = unsafe { Counter::opaque_mut(object.cast()) };
    // SAFETY: as above. The pointer that C made is used: a handle carries an address and no right
    // to the bytes behind it.
    assert_eq!(unsafe { counter_next(object.cast()) }, 1);
    assert_eq!(one.as_mut_ptr(), two.as_mut_ptr());
    // SAFETY: as above.
    assert_eq!(unsafe { Counter::opaque_ref(object.cast()) }.as_mut_ptr(), one.as_mut_ptr());
    assert_eq!(one.as_mut_ptr(), object.cast());
    // SAFETY: the object is from `alloc`.
    unsafe { crate::heap::destroy(object) };
}

#[test]
fn handles_have_no_bytes() {
    assert_eq!(size_of::<Counter>(), 0);
    assert_eq!((align_of::<First>(), align_of::<Second>()), (1, 1));
    let mut object = 0_u64;
    // SAFETY: the object lives.
    let handle = unsafe { First::opaque_ref((&raw const object).cast()) };
    assert_eq!(handle.as_mut_ptr().addr(), (&raw const object).addr());
    // SAFETY: as above.
    let second = unsafe { opaque_deref_mut::<Second>((&raw mut object).cast()) };
    assert_eq!(second.as_mut_ptr().addr(), (&raw const object).addr());
    // SAFETY: as above.
    let first = unsafe { First::opaque_mut(handle.as_mut_ptr()) };
    // SAFETY: as above.
    let second = unsafe { Second::opaque_mut(second.as_mut_ptr()) };
    // SAFETY: as above.
    let again = unsafe { Second::opaque_ref(second.as_mut_ptr()) };
    assert_eq!(first.as_mut_ptr().addr(), again.as_mut_ptr().addr());
}

#[test]
#[should_panic = "C returned null"]
fn null_is_noticed() {
    // SAFETY: null is tested for.
    let _ = unsafe { opaque_deref::<Counter>(null()) };
}
