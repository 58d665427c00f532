//! [`ThreadPool::for_each`]: one function over every element of a slice.
//!
//! The caller works on the slice itself and invites workers to join in. An invitation that is
//! taken up after the work is done finds the door closed and does nothing, so the caller waits
//! only for those who are inside: never for the queue, and not for unrelated tasks. It can
//! therefore be called from a task, even on a pool whose every thread is doing the same.
//!
//! Elements are handed out in runs that become shorter towards the end: few steps while there is
//! much to do, and nobody is left with a long run when there is not.

#![expect(unsafe_code, reason = "workers borrow the caller's slice while the caller waits")]

use alloc::sync::Arc;
use core::any::Any;
use core::ops::Range;
use core::panic::AssertUnwindSafe;
use core::slice;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::{catch_unwind, resume_unwind};

use parking_lot::{Condvar, Mutex};

use super::{Batch, ThreadPool, task};
use crate::spin::spin;

/// What the caller and the workers share. It outlives the call as long as an invitation is queued.
struct Shared<T, F> {
    /// Valid, with exclusive access to the elements, as long as the door is open or someone is
    /// inside: the caller's borrows last until then.
    items: *mut T,
    len: usize,
    run: *const F,
    /// The first element that nobody has taken.
    next: AtomicUsize,
    /// How many runs as long as the next one the rest would make.
    shares: usize,
    /// The fewest elements of a run, but for the last. Of many elements that cost next to nothing,
    /// handing out would cost more.
    shortest: usize,
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
    /// Calls `run` with the context, each value and its index, on several threads at once, and
    /// returns when all calls have returned.
    ///
    /// Zig: `ThreadPool.each`, which waits for all tasks of the pool.
    ///
    /// # Panics
    ///
    /// As [`for_each`](Self::for_each).
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU32, Ordering};
    ///
    /// let pool = bun_threading::ThreadPool::new();
    /// let sum = AtomicU32::new(0);
    /// pool.each(&sum, |sum, value, _index| { sum.fetch_add(value, Ordering::Relaxed); }, &[1, 2]);
    /// assert_eq!(sum.into_inner(), 3);
    /// ```
    pub fn each<C: Sync, T: Copy + Sync>(
        &self,
        context: C,
        run: impl Fn(&C, T, usize) + Sync,
        values: &[T],
    ) {
        self.for_each_index(values.len(), |index| run(&context, values[index], index));
    }

    /// As [`each`](Self::each), with each value where it is.
    ///
    /// Zig: `ThreadPool.eachPtr`.
    ///
    /// # Panics
    ///
    /// As [`for_each`](Self::for_each).
    #[doc(alias = "eachPtr")]
    pub fn each_ptr<C: Sync, T: Send>(
        &self,
        context: C,
        run: impl Fn(&C, &mut T, usize) + Sync,
        values: &mut [T],
    ) {
        self.for_each(values, |value, index| run(&context, value, index));
    }

    /// Calls `run` with each index below `len`; see [`for_each`](Self::for_each).
    ///
    /// # Panics
    ///
    /// As [`for_each`](Self::for_each).
    pub fn for_each_index(&self, len: usize, run: impl Fn(usize) + Sync) {
        // One element of no size for each index.
        let mut items = vec![(); len];
        self.for_each(&mut items, |(), index| run(index));
    }

    /// Calls `run` with each element and its index, on several threads at once, and returns when
    /// all calls have returned.
    ///
    /// The calling thread is one of as many as the pool may have, so this also works from within a
    /// task. Allocates once for the call and once for each thread invited.
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
    /// pool.for_each(&mut lengths, |length, index| *length = words[index].len());
    /// assert_eq!(lengths, [1, 2, 3]);
    /// ```
    ///
    /// Elements and function must be fit for other threads:
    ///
    /// ```compile_fail,E0277
    /// let mut items = [std::rc::Rc::new(1)];
    /// bun_threading::ThreadPool::new().for_each(&mut items, |_, _| {});
    /// ```
    ///
    /// ```compile_fail,E0277
    /// let count = std::cell::Cell::new(0);
    /// bun_threading::ThreadPool::new().for_each(&mut [1], |_, _| count.set(1));
    /// ```
    pub fn for_each<T: Send, F: Fn(&mut T, usize) + Sync>(&self, items: &mut [T], run: F) {
        // With the caller as many as the pool may have, which are as many as can run at once.
        let helpers = items.len().min(self.max_threads() as usize).saturating_sub(1);
        let shares = 4 * (helpers + 1);
        let shared = Arc::new(Shared {
            items: items.as_mut_ptr(),
            len: items.len(),
            run: &raw const run,
            next: AtomicUsize::new(0),
            shares,
            shortest: (items.len() / (64 * shares)).max(1),
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
        self.schedule_inside_thread_pool(batch);
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
        self.0.door.lock().is_open = false;
        // Whoever is inside has one of the last runs, which are short.
        spin(|| self.0.door.lock().inside == 0);
        let mut door = self.0.door.lock();
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

    /// Takes some of the elements that nobody has.
    fn take_run(&self) -> Option<Range<usize>> {
        let mut start = self.next.load(Ordering::Relaxed);
        loop {
            let rest = self.len - start;
            if rest == 0 {
                return None;
            }
            let end = start + rest.div_ceil(self.shares).max(self.shortest).min(rest);
            // Relaxed: the elements were published with the task.
            let order = Ordering::Relaxed;
            match self.next.compare_exchange_weak(start, end, order, order) {
                Ok(_) => return Some(start..end),
                Err(now) => start = now,
            }
        }
    }

    /// Takes elements until there are none. The caller, or a thread inside the door. Does not
    /// unwind.
    fn work(&self) {
        let result = catch_unwind(AssertUnwindSafe(|| {
            // SAFETY: the function lives in the frame of `for_each`, which waits for this.
            let run = unsafe { &*self.run };
            while let Some(indices) = self.take_run() {
                // SAFETY: the run is a part of the slice.
                let items = unsafe { self.items.add(indices.start) };
                // SAFETY: the borrow of the slice lasts while this runs (field `items`), and no
                // other thread gets these elements.
                let items = unsafe { slice::from_raw_parts_mut(items, indices.len()) };
                for (item, index) in items.iter_mut().zip(indices) {
                    run(item, index);
                }
            }
        }));
        if let Err(payload) = result {
            // Nobody takes another run.
            self.next.store(self.len, Ordering::Relaxed);
            self.door.lock().panic.get_or_insert(payload);
        }
    }
}
