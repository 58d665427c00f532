//! The way to the parent while other fields of it are borrowed, under both borrow models.
#![expect(unsafe_code, reason = "follows raw pointers between fields")]

use super::{IntrusiveField, callback_ctx, container_of_const};
use crate::heap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ptr::NonNull;

/// A node of a list that knows nothing of what it is in.
struct Node {
    next: *mut Node,
    run: unsafe fn(*mut Node),
}

struct Job {
    log: Vec<u32>,
    node: Node,
    name: String,
    done: Cell<u32>,
}
crate::intrusive_field!(Job, node: Node);
crate::impl_field_parent! { Node => Job.node; fn job; fn job_mut; }

/// # Safety
///
/// `node` was derived from a pointer to a whole `Job`.
unsafe fn run(node: *mut Node) {
    // SAFETY: the caller's.
    let job = unsafe { crate::from_field_ptr!(Job, node, node) };
    // SAFETY: the job lives; other fields are borrowed elsewhere, this one is a cell.
    let done = unsafe { &(*job).done };
    done.set(done.get() + 1);
}

#[test]
fn a_task_completes_while_its_parent_is_borrowed() {
    let new = |id| Job {
        log: vec![id],
        node: Node { next: core::ptr::null_mut(), run },
        name: String::from("job"),
        done: Cell::new(0),
    };
    let jobs = [heap::alloc(new(1)), heap::alloc(new(2))];
    // SAFETY: both live.
    let nodes = jobs.map(|job| unsafe { Job::field_of(job) });
    // SAFETY: the node lives, and nobody refers to it.
    unsafe { (*nodes[0]).next = nodes[1] };
    // SAFETY: the field lives, and only this reference to it.
    let name: &mut String = unsafe { &mut (*jobs[0]).name };
    // SAFETY: as above.
    let log: &Vec<u32> = unsafe { &(*jobs[0]).log };
    let mut node = nodes[0];
    while !node.is_null() {
        // SAFETY: the node lives.
        let run = unsafe { (*node).run };
        // SAFETY: `field_of` derived the node from its job.
        unsafe { run(node) };
        // SAFETY: the node lives.
        node = unsafe { (*node).next };
    }
    name.push('!');
    assert_eq!((name.as_str(), log.as_slice()), ("job!", &[1][..]));
    for (job, node) in jobs.into_iter().zip(nodes) {
        // SAFETY: derived from `job`.
        assert_eq!(unsafe { Job::from_field_ptr(node) }, job);
        // SAFETY: derived from `job`.
        assert_eq!(unsafe { Node::job(node) }, job.cast_const());
        // SAFETY: derived from `job`.
        assert_eq!(unsafe { Node::job_mut(node) }, job);
        // SAFETY: from `alloc`, not used again.
        let mut job = unsafe { heap::take(job) };
        assert_eq!(job.done.get(), 1);
        assert!(job.field_mut().next.is_null() || job.log == [1]);
    }
}

struct Child(u8);
struct Parent<T> {
    _value: T,
    child: Child,
}
crate::intrusive_field!([T: Copy] Parent<T>, child: Child);

type Words = Parent<u64>;
crate::impl_field_parent! { Child => Words.child; fn nonnull words; }

#[test]
fn generic_parents_and_non_null_pointers_work() {
    let parent = heap::alloc_nn(Words { _value: 5, child: Child(7) });
    // SAFETY: the parent lives.
    let child = unsafe { Words::field_of(parent.as_ptr()) };
    // SAFETY: the child lives.
    assert_eq!(unsafe { (*child).0 }, 7);
    let child = NonNull::new(child).expect("in the parent");
    // SAFETY: derived from `parent`.
    assert_eq!(unsafe { Child::words(child) }, parent);
    // SAFETY: derived from `parent`.
    let read = unsafe {
        container_of_const::<Words, _>(child.as_ptr(), core::mem::offset_of!(Words, child))
    };
    assert_eq!(read, parent.as_ptr().cast_const());
    // SAFETY: from `alloc_nn`, not used again.
    unsafe { heap::destroy(parent.as_ptr()) };
}

#[test]
fn a_callback_gets_its_object_back() {
    extern "C" fn add(ctx: *mut core::ffi::c_void, amount: u32) {
        // SAFETY: the test registers a vector and waits.
        let log: &mut Vec<u32> = unsafe { callback_ctx(ctx) };
        log.push(amount);
    }
    let mut log: Vec<u32> = Vec::new();
    let ctx = (&raw mut log).cast();
    add(ctx, 1);
    add(ctx, 2);
    assert_eq!(log, [1, 2]);
}
