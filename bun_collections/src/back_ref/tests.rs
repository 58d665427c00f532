//! The events that end a back reference, and those that do not: for Miri, in both borrow models.
#![expect(unsafe_code, reason = "follows back references to objects of its own")]

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ptr::NonNull;

use crate::{BackRef, ParentRef, ThisPtr};

struct Parent {
    seen: Cell<u32>,
    name: String,
    children: Vec<Child>,
}

struct Child {
    back: BackRef<Parent>,
    parent: ParentRef<Parent>,
}

/// A parent whose owner keeps a pointer, from which all others come.
fn family(children: usize) -> NonNull<Parent> {
    let parent = Box::new(Parent { seen: Cell::new(0), name: "p".into(), children: Vec::new() });
    let root = NonNull::from(Box::leak(parent));
    for _ in 0..children {
        let child = Child { back: root.into(), parent: root.into() };
        // SAFETY: nobody else uses the parent.
        unsafe { &mut *root.as_ptr() }.children.push(child);
    }
    root
}

#[test]
fn the_owner_may_write_in_between() {
    let root = family(3);
    for round in 0..3 {
        // SAFETY: no borrow of the parent is in use.
        unsafe { &mut *root.as_ptr() }.name.push('x');
        // SAFETY: as above, and only the cell is written until the loop ends.
        for child in &unsafe { root.as_ref() }.children {
            // SAFETY: the parent owns its children; only its cell is written.
            let back = unsafe { child.back.get() };
            back.seen.set(back.seen.get() + 1);
            // SAFETY: as above.
            let parent = unsafe { child.parent.get() };
            assert_eq!((parent.name.len(), parent.seen.get() > round), (round as usize + 2, true));
        }
    }
    // SAFETY: from a `Box`, and not used again.
    let parent = unsafe { Box::from_raw(root.as_ptr()) };
    assert_eq!(parent.seen.get(), 9);
}

#[test]
fn a_pointer_that_may_write_writes() {
    let root = family(1);
    // SAFETY: nobody else uses the parent.
    let child = unsafe { root.as_ref() }.children[0].back;
    let mut copy = child;
    // SAFETY: nobody else uses the parent until the line ends.
    unsafe { copy.get_mut() }.name.push('!');
    // SAFETY: not null.
    let parent = unsafe { ParentRef::from_raw_mut(child.as_ptr()) };
    // SAFETY: as above.
    unsafe { parent.assume_mut() }.name.push('?');
    // SAFETY: from a `Box`, and not used again.
    assert_eq!(unsafe { Box::from_raw(root.as_ptr()) }.name, "p!?");
}

#[test]
fn a_borrow_ends_and_the_next_one_starts() {
    let mut value = 1;
    let mut back = BackRef::new_mut(&mut value);
    // SAFETY: `value` lives and is used by nobody else.
    *unsafe { back.get_mut() } = 2;
    value += 1;
    let back = BackRef::new(&value);
    // SAFETY: `value` lives, and has not been written since.
    assert_eq!(unsafe { *back.get() }, 3);
}

#[test]
fn a_dead_one_is_compared_and_shown() {
    let owner = Box::new(5_u8);
    let back = BackRef::new(&*owner);
    let parent = ParentRef::new(&*owner);
    drop(owner);
    assert_eq!(back, back.clone());
    assert_eq!(parent, ParentRef::from(back.as_non_null()));
    assert_eq!(alloc::format!("{back:?}"), alloc::format!("BackRef({:p})", back.as_ptr()));
    assert_eq!(alloc::format!("{parent:?}"), alloc::format!("ParentRef({:p})", parent.as_ptr()));
    assert_ne!(back, BackRef::from(NonNull::dangling()));
}

#[test]
fn targets_without_a_size_work() {
    let bytes = [1_u8, 2, 3];
    let back = BackRef::<[u8]>::new(&bytes);
    // SAFETY: `bytes` lives and is not written.
    assert_eq!(unsafe { back.get() }, [1, 2, 3]);
    let shown: ParentRef<dyn core::fmt::Display> = ParentRef::new(&7);
    // SAFETY: a constant.
    assert_eq!(alloc::format!("{}", unsafe { shown.get() }), "7");
    assert!(ParentRef::<u8>::from_nullable_mut(core::ptr::null_mut()).is_none());
}

#[test]
fn a_callback_may_free_what_it_was_called_on() {
    fn on_close(this: ThisPtr<'_, Parent>) -> usize {
        let len = this.name.len();
        this.seen.set(1);
        let copy = this;
        assert_eq!(copy.get().seen.get(), 1);
        // SAFETY: from a `Box`, which nobody uses again.
        drop(unsafe { Box::from_raw(this.as_ptr()) });
        len
    }
    // SAFETY: the parent lives until `on_close` frees it, which uses it no more.
    assert_eq!(on_close(unsafe { ThisPtr::new(family(2).as_ptr()) }), 1);
}
