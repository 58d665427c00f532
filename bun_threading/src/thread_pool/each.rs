//! [`ThreadPool::each`]: one function over every element of a slice.
//!
//! The caller works on the slice itself and invites workers to join in. An invitation that is
//! taken up after the work is done finds the door closed and does nothing, so the caller waits
//! only for those who are inside: never for the queue, and not for unrelated tasks. It can
//! therefore be called from a task, even on a pool whose every thread is doing the same.

#![expect(unsafe_code, reason = "workers borrow the caller's slice while the caller waits")]

use alloc::sync::Arc;
use core::any::Any;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::{catch_unwind, resume_unwind};

use parking_lot::{Condvar, Mutex};

use super::{Batch, ThreadPool, task};

/// What the caller and the workers share. It outlives the call as long as an invitation is queued.
struct Shared<T, F> {
    /// Valid, with exclusive access to the elements, as long as the door is open or someone is
    /// inside: the caller's borrows last until then.
    items: *mut T,
    len: usize,
    run: *const F,
    /// The first element that nobody has taken.
    next: AtomicUsize,
    door: Mutex<Door>,
    left: Condvar,
}

struct Door {
    is_open: bool,
    inside: usize,
    /// What the first element to panic panicked with.
    panic: Option<Box<dyn Any + Send>>,
}

// SAFETY: threads share `run` (`F: Sync`), and each takes different elements (`next`), which it
// uses mutably (`T: Send`).
unsafe impl<T: Send, F: Sync> Sync for Shared<T, F> {}
// SAFETY: as above; dropping it on another thread touches neither the elements nor the function.
unsafe impl<T: Send, F: Sync> Send for Shared<T, F> {}

impl ThreadPool {
    /// Calls `run` with each element and its index, on several threads at once, and returns when
    /// all calls have returned.
    ///
    /// The calling thread takes part, so this also works from within a task. Elements start in
    /// order. Allocates once for the call and once for each thread invited.
    ///
    /// Zig: `ThreadPool.each`, which runs the indices backwards and waits for all tasks of the
    /// pool.
    ///
    /// # Panics
    ///
    /// If a call panics: elements that were not started are left alone, the others finish, and the
    /// first panic continues in the caller.
    ///
    /// # Examples
    ///
    /// ```
    /// let pool = bun_threading::ThreadPool::new();
    /// let words = ["a", "bb", "ccc"];
    /// let mut lengths = [0; 3];
    /// pool.each(&mut lengths, |length, index| *length = words[index].len());
    /// assert_eq!(lengths, [1, 2, 3]);
    /// ```
    ///
    /// Elements and function must be fit for other threads:
    ///
    /// ```compile_fail,E0277
    /// let mut items = [std::rc::Rc::new(1)];
    /// bun_threading::ThreadPool::new().each(&mut items, |_, _| {});
    /// ```
    ///
    /// ```compile_fail,E0277
    /// let count = std::cell::Cell::new(0);
    /// bun_threading::ThreadPool::new().each(&mut [1], |_, _| count.set(1));
    /// ```
    pub fn each<T: Send, F: Fn(&mut T, usize) + Sync>(&self, items: &mut [T], run: F) {
        let helpers = items.len().saturating_sub(1).min(self.max_threads() as usize);
        let shared = Arc::new(Shared {
            items: items.as_mut_ptr(),
            len: items.len(),
            run: &raw const run,
            next: AtomicUsize::new(0),
            door: Mutex::new(Door { is_open: true, inside: 0, panic: None }),
            left: Condvar::new(),
        });
        let mut batch = Batch::new();
        for _ in 0..helpers {
            let shared = Arc::clone(&shared);
            // SAFETY: the closure owns its share of `shared`. What that points to is used only
            // inside the door, and `Closing` waits there before the borrows end.
            batch.push(unsafe { task::owned(move || shared.join_in()) });
        }
        let closing = Closing(&shared);
        self.schedule(batch);
        shared.work();
        drop(closing);
        let panic = shared.door.lock().panic.take();
        if let Some(payload) = panic {
            resume_unwind(payload);
        }
    }
}

/// Closes the door and waits until everyone is out, also when the caller unwinds.
struct Closing<'a, T, F>(&'a Shared<T, F>);

impl<T, F> Drop for Closing<'_, T, F> {
    fn drop(&mut self) {
        let mut door = self.0.door.lock();
        door.is_open = false;
        while door.inside != 0 {
            self.0.left.wait(&mut door);
        }
    }
}

impl<T, F: Fn(&mut T, usize)> Shared<T, F> {
    /// Works on the slice if the caller is still waiting.
    fn join_in(&self) {
        {
            let mut door = self.door.lock();
            if !door.is_open {
                return;
            }
            door.inside += 1;
        }
        self.work();
        let mut door = self.door.lock();
        door.inside -= 1;
        if door.inside == 0 {
            self.left.notify_all();
        }
    }

    /// Takes elements until there are none. The caller, or a thread inside the door. Does not
    /// unwind.
    fn work(&self) {
        let result = catch_unwind(AssertUnwindSafe(|| {
            loop {
                // Relaxed: the elements were published with the task, by the queue's lock. The
                // counter cannot wrap: each thread stops at the first index that is too large.
                let index = self.next.fetch_add(1, Ordering::Relaxed);
                if index >= self.len {
                    break;
                }
                // SAFETY: `index` is below the length of the slice.
                let item = unsafe { self.items.add(index) };
                // SAFETY: the borrow of the slice lasts while this runs (field `items`), and no
                // other thread gets this index.
                let item = unsafe { &mut *item };
                // SAFETY: the function lives in the frame of `each`, which waits for this.
                let run = unsafe { &*self.run };
                run(item, index);
            }
        }));
        if let Err(payload) = result {
            // Nobody takes another element.
            self.next.store(self.len, Ordering::Relaxed);
            self.door.lock().panic.get_or_insert(payload);
        }
    }
}
