//! Every interleaving of ring, overflow list and idle word, by loom, and that it would notice.

#![cfg(loom)]
#![expect(unsafe_code, reason = "schedules tasks by hand")]

use alloc::sync::Arc;

use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::thread;

use super::idle::{Idle, Waiter, Woken};
use super::overflow::Overflow;
use super::ring::Ring;
use super::task::{Batch, Node, Ready, Task};
use crate::primitive::Mutant;
use crate::primitive::models::{check, expect_killed};

/// A task that counts its runs. Loom lets a relaxed load return any value that is not ordered
/// away, so a task that arrives without its contents shows.
#[repr(C)]
struct Counted {
    task: Task,
    /// Written once before the task is handed over.
    contents: AtomicUsize,
    own_runs: AtomicUsize,
    runs: Arc<AtomicUsize>,
}

unsafe fn count(task: *mut Task) {
    // SAFETY: it is from `batch`, which leaks it: a broken algorithm may run it twice.
    let this = unsafe { &*task.cast::<Counted>() };
    assert_eq!(this.own_runs.fetch_add(1, Ordering::Relaxed), 0, "a task that runs twice");
    assert_eq!(this.contents.load(Ordering::Relaxed), 1, "a task without its contents");
    this.runs.fetch_add(1, Ordering::Relaxed);
}

fn batch(len: usize, runs: &Arc<AtomicUsize>) -> Batch {
    let mut batch = Batch::new();
    for _ in 0..len {
        let counted = Box::new(Counted {
            task: Task { node: Node::new(), callback: count },
            contents: AtomicUsize::new(0),
            own_runs: AtomicUsize::new(0),
            runs: Arc::clone(runs),
        });
        counted.contents.store(1, Ordering::Relaxed);
        // SAFETY: the box is nobody else's, and `count` fits it.
        batch.push(unsafe { Batch::from(Box::into_raw(counted).cast()) });
    }
    batch
}

fn run(task: Option<Ready>) -> usize {
    let Some(task) = task.map(Ready::into_raw) else { return 0 };
    assert!(!task.is_null(), "a slot without its task");
    // SAFETY: it was a task a moment ago.
    unsafe { Ready::from_raw(task) }.run();
    1
}

/// The owner puts three tasks in a ring of two, and takes; another steals.
fn owner_and_thief() {
    let runs = Arc::new(AtomicUsize::new(0));
    let (ring, overflow) = (Arc::new(Ring::new()), Arc::new(Overflow::new()));
    let victim = Arc::clone(&ring);
    let thief = thread::spawn(move || {
        let own = Ring::new();
        // SAFETY: `own` is this thread's, empty, and another.
        let stolen = unsafe { victim.steal(&own) };
        let mut done = run(stolen.map(|(task, _)| task));
        // SAFETY: `own` is this thread's.
        while let Some(task) = unsafe { own.pop() } {
            done += run(Some(task));
        }
        done
    });
    let mut tasks = batch(3, &runs);
    let mut done = 0;
    loop {
        // SAFETY: the ring is this thread's.
        unsafe { ring.fill(&mut tasks) };
        if tasks.is_empty() {
            break;
        }
        if let Some(mut half) = ring.take_half() {
            half.push(tasks);
            overflow.push(half);
            break;
        }
    }
    // SAFETY: the ring is this thread's.
    while let Some(task) = unsafe { ring.pop() } {
        done += run(Some(task));
    }
    if let Some(mut taken) = overflow.take() {
        while let Some(task) = taken.pop() {
            done += run(Some(task));
        }
        taken.give_back();
    }
    done += thief.join().unwrap();
    assert_eq!((done, runs.load(Ordering::Relaxed)), (3, 3));
}

/// Two threads add to a list while a third takes.
fn list_of_two_writers() {
    let runs = Arc::new(AtomicUsize::new(0));
    let list = Arc::new(Overflow::new());
    let writers = [1, 2].map(|len| {
        let (list, runs) = (Arc::clone(&list), Arc::clone(&runs));
        thread::spawn(move || list.push(batch(len, &runs)))
    });
    let mut done = 0;
    while done == 0 {
        if let Some(mut taken) = list.take() {
            done += run(taken.pop());
            taken.give_back();
        }
        thread::yield_now();
    }
    for writer in writers {
        writer.join().unwrap();
    }
    while let Some(mut taken) = list.take() {
        done += run(taken.pop());
        taken.give_back();
    }
    assert_eq!((done, runs.load(Ordering::Relaxed)), (3, 3));
}

/// Whoever finds the list in use, after a task was added, can rely on the other to tell.
fn list_in_use() {
    let runs = Arc::new(AtomicUsize::new(0));
    let list = Arc::new(Overflow::new());
    list.push(batch(1, &runs));
    let other = Arc::clone(&list);
    let first = thread::spawn(move || {
        let Some(mut taken) = other.take() else { return (0, false) };
        let done = run(taken.pop()) + run(taken.pop());
        (done, taken.give_back())
    });
    list.push(batch(1, &runs));
    let mut done = 0;
    let is_turned_away = match list.take() {
        Some(mut taken) => {
            while let Some(task) = taken.pop() {
                done += run(Some(task));
            }
            taken.give_back();
            false
        }
        None => true,
    };
    let (others, must_tell) = first.join().unwrap();
    assert!(done + others == 2 || (is_turned_away && must_tell), "a task that nobody looks for");
    while let Some(mut taken) = list.take() {
        run(taken.pop());
        taken.give_back();
    }
}

/// A worker that ends after one task, which it does not keep from waking the next.
fn worker_of_one_task(idle: &Idle, tasks: &Overflow) {
    let (mut waiter, mut is_waking) = (Waiter::default(), false);
    loop {
        if let Woken::Work { is_waking: now } = idle.wait(&mut waiter, is_waking, None) {
            is_waking = now;
        }
        let Some((task, has_more)) = super::shared::take_one(tasks) else { continue };
        let starts = match (is_waking, has_more) {
            (true, _) => idle.hand_on(has_more || !tasks.is_empty()),
            (false, true) => idle.notify(),
            (false, false) => false,
        };
        assert!(!starts);
        run(Some(task));
        return;
    }
}

/// Two tasks are scheduled one after the other, for two workers that sleep or are about to. Both
/// run, though each worker ends after one: neither waits for the other, and loom reports whoever
/// waits for ever.
fn as_many_tasks_as_workers() {
    let runs = Arc::new(AtomicUsize::new(0));
    let shared = Arc::new((Idle::new(2), Overflow::new()));
    assert_eq!(shared.0.reserve(2), 2);
    let own = Arc::clone(&shared);
    let other = thread::spawn(move || worker_of_one_task(&own.0, &own.1));
    let (own, own_runs) = (Arc::clone(&shared), Arc::clone(&runs));
    let scheduler = thread::spawn(move || {
        for _ in 0..2 {
            own.1.push(batch(1, &own_runs));
            assert!(!own.0.notify());
        }
    });
    // Runs first: this thread, which sleeps before the others come to it.
    worker_of_one_task(&shared.0, &shared.1);
    other.join().unwrap();
    scheduler.join().unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 2);
}

/// One worker, one task: it wakes, and finds the task whole.
fn one_worker() {
    let runs = Arc::new(AtomicUsize::new(0));
    let shared = Arc::new((Idle::new(1), Overflow::new()));
    assert_eq!(shared.0.reserve(1), 1);
    let own = Arc::clone(&shared);
    let worker = thread::spawn(move || {
        let mut waiter = Waiter::default();
        loop {
            let woken = own.0.wait(&mut waiter, false, None);
            let found = super::shared::take_one(&own.1);
            if woken == Woken::Closed {
                return run(found.map(|(task, _)| task));
            }
            // After it was told, the task is there.
            return run(Some(found.expect("a task that nobody looks for").0));
        }
    });
    shared.1.push(batch(1, &runs));
    assert!(!shared.0.notify());
    assert_eq!(worker.join().unwrap(), 1);
}

/// A pool that closes lets everyone go.
fn closing() {
    let idle = Arc::new(Idle::new(2));
    assert_eq!(idle.reserve(2), 2);
    let workers = [0, 1].map(|_| {
        let idle = Arc::clone(&idle);
        thread::spawn(move || {
            let mut waiter = Waiter::default();
            while idle.wait(&mut waiter, false, None) != Woken::Closed {}
        })
    });
    assert!(!idle.notify());
    idle.close();
    for worker in workers {
        worker.join().unwrap();
    }
}

#[test]
fn ring() {
    check(owner_and_thief);
    expect_killed(Mutant::RingPublish, owner_and_thief);
    expect_killed(Mutant::RingSteal, owner_and_thief);
}

#[test]
fn overflow() {
    check(list_of_two_writers);
    check(list_in_use);
    expect_killed(Mutant::OverflowPush, list_of_two_writers);
    expect_killed(Mutant::OverflowTake, list_of_two_writers);
    expect_killed(Mutant::OverflowMissed, list_in_use);
}

#[test]
fn idle() {
    check(one_worker);
    check(as_many_tasks_as_workers);
    check(closing);
    expect_killed(Mutant::NotifyLoad, as_many_tasks_as_workers);
    expect_killed(Mutant::HandOnBlind, as_many_tasks_as_workers);
    expect_killed(Mutant::WatchForgotten, one_worker);
    expect_killed(Mutant::WaitAcquire, one_worker);
    expect_killed(Mutant::EventLost, one_worker);
}
