//! The pool under panics, nesting, re-entry and shutdown.

#![cfg(not(loom))]
#![expect(unsafe_code, reason = "schedules intrusive tasks")]

use super::{Batch, Config, Node, THREADS_MAX, Task, Thread, ThreadPool};
use crate::WaitGroup;
use alloc::sync::Arc;
use core::panic::AssertUnwindSafe;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::catch_unwind;
use std::sync::mpsc::channel;

const MANY: usize = if cfg!(miri) { 20 } else { 20_000 };

fn pool(max_threads: u32) -> ThreadPool {
    ThreadPool::init(Config { max_threads, ..Config::default() })
}

/// Silences the panic hook's report of panics whose message starts with "expected", which these
/// tests cause on purpose.
fn quietly<R>(run: impl FnOnce() -> R) -> R {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !info.payload_as_str().is_some_and(|text| text.starts_with("expected")) {
                report(info);
            }
        }));
    });
    run()
}

#[test]
fn every_closure_runs_once() {
    for threads in [1, 2, 5] {
        let pool = pool(threads);
        let count = Arc::new(AtomicUsize::new(0));
        for _ in 0..MANY {
            let count = Arc::clone(&count);
            pool.spawn(move || {
                count.fetch_add(1, Ordering::Relaxed);
            });
        }
        pool.wait_for_all();
        assert_eq!(count.load(Ordering::Relaxed), MANY);
    }
}

#[repr(C)]
struct Item {
    task: Task,
    runs: usize,
    total: *const AtomicUsize,
}

/// # Safety
///
/// `task` is the front of an `Item` that nobody else uses, whose `total` is live.
unsafe fn count_run(task: *mut Task) {
    // SAFETY: the precondition; `Item` is `repr(C)` with the task in front.
    let item = unsafe { &mut *task.cast::<Item>() };
    item.runs += 1;
    // SAFETY: the precondition.
    unsafe { &*item.total }.fetch_add(1, Ordering::Relaxed);
}

#[test]
fn batches_of_intrusive_tasks_run_each_task_once_and_can_be_scheduled_again() {
    let total = AtomicUsize::new(0);
    let mut items: Vec<Item> = (0..MANY)
        .map(|_| Item {
            task: Task { node: Node::new(), callback: count_run },
            runs: 0,
            total: &raw const total,
        })
        .collect();
    let pool = pool(3);
    for round in 1..=2 {
        let first = items.as_mut_ptr();
        let (mut batch, mut tail) = (Batch::new(), Batch::default());
        for index in 0..MANY {
            // SAFETY: the index is in bounds.
            let item = unsafe { first.add(index) };
            // SAFETY: the item is not touched before the wait is over; `count_run` fits it.
            let one = unsafe { Batch::from(item.cast()) };
            if index % 2 == 0 { batch.push(one) } else { tail.push(one) }
        }
        batch.push(Batch::new());
        batch.push(tail);
        assert_eq!((batch.len(), batch.is_empty()), (MANY, false));
        pool.schedule(batch);
        pool.schedule(Batch::new());
        pool.wait_for_all();
        assert!(items.iter().all(|item| item.runs == round));
    }
    assert_eq!(total.load(Ordering::Relaxed), 2 * MANY);
}

#[test]
fn each_visits_every_element_once_with_its_index() {
    let pool = pool(4);
    for len in [0, 1, 2, 3, 10, MANY] {
        let mut items = vec![0; len];
        pool.for_each(&mut items, |item, index| *item += index + 1);
        assert!(items.iter().copied().eq(1..=len));
    }
}

#[test]
fn each_nests_on_a_pool_whose_threads_are_all_busy() {
    let pool = pool(2);
    let mut outer = vec![0; if cfg!(miri) { 3 } else { 50 }];
    pool.for_each(&mut outer, |sum, _| {
        let mut inner = [1; 7];
        pool.for_each(&mut inner, |value, index| *value += index);
        *sum = inner.iter().sum();
    });
    assert!(outer.iter().all(|&sum| sum == 7 + 21));
}

#[test]
fn each_ends_while_others_keep_the_queue_full() {
    fn forever(pool: &Arc<ThreadPool>, stop: &Arc<AtomicUsize>) {
        if stop.load(Ordering::Relaxed) == 0 {
            let (pool, stop) = (Arc::clone(pool), Arc::clone(stop));
            Arc::clone(&pool).spawn(move || forever(&pool, &stop));
        }
    }
    let (pool, stop) = (Arc::new(pool(2)), Arc::new(AtomicUsize::new(0)));
    for _ in 0..4 {
        forever(&pool, &stop);
    }
    let mut items = vec![1; 100];
    pool.for_each(&mut items, |item, _| *item += 1);
    stop.store(1, Ordering::Relaxed);
    pool.wait_for_all();
    assert!(items.iter().all(|&item| item == 2));
}

#[test]
fn a_panic_in_each_reaches_the_caller_after_everyone_is_out() {
    let pool = pool(3);
    let running = AtomicUsize::new(0);
    let mut items = vec![0; 100];
    let result = quietly(|| {
        catch_unwind(AssertUnwindSafe(|| {
            pool.for_each(&mut items, |item, index| {
                running.fetch_add(1, Ordering::SeqCst);
                let leave = Leave(&running);
                assert!(index != 5, "expected");
                *item = 1;
                drop(leave);
            });
        }))
    });
    assert_eq!(running.load(Ordering::SeqCst), 0);
    let payload = result.expect_err("the panic continues in the caller");
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"expected"));
    assert_eq!(items[5], 0);
    assert_eq!(items[..5], [1; 5]);
    pool.for_each(&mut items, |item, _| *item = 2);
    assert!(items.iter().all(|&item| item == 2));
}

struct Leave<'a>(&'a AtomicUsize);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[test]
fn panicking_tasks_cost_no_worker_and_no_waiter() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("expected, in a payload");
        }
    }
    let pool = pool(2);
    let count = Arc::new(AtomicUsize::new(0));
    quietly(|| {
        for index in 0..30 {
            let count = Arc::clone(&count);
            pool.spawn(move || {
                count.fetch_add(1, Ordering::Relaxed);
                match index % 3 {
                    0 => panic!("expected"),
                    1 => std::panic::resume_unwind(Box::new(Bomb)),
                    _ => {}
                }
            });
        }
        pool.wait_for_all();
    });
    assert_eq!(count.load(Ordering::Relaxed), 30);
}

#[test]
fn dropping_the_pool_runs_what_was_scheduled() {
    let count = Arc::new(AtomicUsize::new(0));
    let pool = pool(2);
    let (sender, receiver) = channel();
    pool.spawn(move || receiver.recv().unwrap());
    for _ in 0..MANY {
        let count = Arc::clone(&count);
        pool.spawn(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
    }
    sender.send(()).unwrap();
    pool.shutdown();
    assert_eq!(count.load(Ordering::Relaxed), MANY);
}

#[test]
fn a_task_may_drop_the_pool_that_runs_it() {
    let (pool, group) = (Arc::new(pool(2)), Arc::new(WaitGroup::new()));
    let (sender, receiver) = channel::<()>();
    group.add_one();
    let (own, done) = (Arc::clone(&pool), Arc::clone(&group));
    pool.spawn(move || {
        receiver.recv().unwrap();
        drop(own);
        done.finish();
    });
    drop(pool);
    sender.send(()).unwrap();
    group.wait();
}

#[test]
fn waiting_for_all_from_a_task_is_refused() {
    let pool = Arc::new(pool(1));
    let (sender, receiver) = channel();
    let own = Arc::clone(&pool);
    quietly(|| {
        pool.spawn(move || {
            let refused = catch_unwind(AssertUnwindSafe(|| own.wait_for_all())).is_err();
            sender.send(refused).unwrap();
        });
    });
    assert!(receiver.recv().unwrap());
    pool.wait_for_all();
}

#[test]
fn limits_are_kept_and_threads_warmed() {
    assert_eq!(pool(1).max_threads(), 1);
    // Each has room for all its threads at once, which takes Miri seconds to build.
    let too_many = [THREADS_MAX, 16_384, u32::MAX];
    for given in if cfg!(miri) { &too_many[2..] } else { &too_many } {
        assert_eq!(pool(*given).max_threads(), THREADS_MAX);
    }
    assert!(ThreadPool::new().max_threads() >= 1);
    let pool = ThreadPool::init(Config { max_threads: 3, stack_size: 1 << 20 });
    pool.warm(10);
    assert_eq!(pool.shared.threads.lock().len(), 3);
    pool.warm(10);
    pool.spawn(|| {});
    pool.wait_for_all();
    assert_eq!(pool.shared.threads.lock().len(), 3);
}

#[test]
fn as_many_blocking_tasks_as_threads_all_start() {
    let pool = pool(4);
    for _ in 0..if cfg!(miri) { 1 } else { 50 } {
        let barrier = Arc::new(std::sync::Barrier::new(5));
        for _ in 0..4 {
            let barrier = Arc::clone(&barrier);
            pool.spawn(move || {
                barrier.wait();
            });
        }
        barrier.wait();
    }
    pool.wait_for_all();
}

#[test]
fn a_burst_from_a_task_overflows_its_ring_and_is_shared() {
    let burst = if cfg!(miri) { 300 } else { 5000 };
    let pool = Arc::new(pool(3));
    let count = Arc::new(AtomicUsize::new(0));
    let (own, own_count) = (Arc::clone(&pool), Arc::clone(&count));
    pool.spawn(move || {
        for _ in 0..burst {
            let count = Arc::clone(&own_count);
            own.spawn(move || {
                count.fetch_add(1, Ordering::Relaxed);
            });
        }
    });
    pool.wait_for_all();
    assert_eq!(count.load(Ordering::Relaxed), burst);
}

#[test]
fn tasks_from_outside_run_while_others_schedule_for_ever() {
    fn again(pool: &Arc<ThreadPool>, is_over: &Arc<AtomicUsize>) {
        if is_over.load(Ordering::Relaxed) == 0 {
            let (own, own_over) = (Arc::clone(pool), Arc::clone(is_over));
            pool.spawn(move || again(&own, &own_over));
        }
    }
    let pool = Arc::new(pool(1));
    let is_over = Arc::new(AtomicUsize::new(0));
    again(&pool, &is_over);
    let (sender, receiver) = channel();
    pool.spawn(move || sender.send(()).unwrap());
    receiver.recv().unwrap();
    is_over.store(1, Ordering::Relaxed);
    pool.wait_for_all();
}

#[test]
fn idle_tasks_run_when_there_is_nothing_else_to_do() {
    let pool = pool(1);
    let (total, mut item) = (
        AtomicUsize::new(0),
        Item { task: Task { node: Node::new(), callback: count_run }, runs: 0, total: ptr::null() },
    );
    item.total = &raw const total;
    let task = SendPtr((&raw mut item).cast());
    let (sender, receiver) = channel();
    pool.spawn(move || {
        let task = task;
        let thread = Thread::current().expect("a task runs on a thread of a pool");
        // SAFETY: `item` outlives the pool and is not touched before its end.
        unsafe { thread.push_idle_task(task.0) };
        sender.send(()).unwrap();
    });
    receiver.recv().unwrap();
    pool.wake_for_idle_events();
    drop(pool);
    assert_eq!((item.runs, total.into_inner()), (1, 1));
}

/// A pointer that may change threads: see where it is made.
struct SendPtr(*mut Task);
// SAFETY: what it points to is used by one thread at a time.
unsafe impl Send for SendPtr {}

#[test]
fn panics_are_counted() {
    let pool = pool(2);
    quietly(|| {
        for _ in 0..3 {
            pool.spawn(|| panic!("expected"));
        }
        pool.wait_for_all();
    });
    let stats = pool.stats();
    assert_eq!((stats.panicked, stats.threads <= 2), (3, true));
}

#[test]
fn a_batch_gives_its_tasks_back_in_order() {
    let mut tasks = [const { Task { node: Node::new(), callback: count_run } }; 3];
    let first = tasks.as_mut_ptr();
    let mut batch = Batch::new();
    for index in 0..3 {
        // SAFETY: the index is in bounds, and the tasks are not scheduled.
        batch.push(unsafe { Batch::from(first.wrapping_add(index)) });
    }
    for index in 0..3 {
        let task = batch.pop().map(|task| task.as_ptr());
        assert_eq!((task, batch.len()), (Some(first.wrapping_add(index)), 2 - index));
    }
    assert_eq!(batch.pop(), None);
}
