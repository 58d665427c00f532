//! Tasks of random sizes from random places, into pools that end at random points: each runs once.
//!
//! `BUN_STRESS_TASKS` is the number of tasks, `BUN_STRESS_SEED` the first seed.

#![expect(unsafe_code, reason = "schedules intrusive tasks")]
#![expect(clippy::disallowed_methods, reason = "the switches are the test's own")]

extern crate alloc;

use alloc::sync::Arc;
use core::hint::black_box;
use core::sync::atomic::{AtomicUsize, Ordering};

use bun_threading::thread_pool::Config;
use bun_threading::{Batch, IntrusiveWorkTask, Task, ThreadPool, intrusive_work_task};

struct Job {
    pool: Option<Arc<ThreadPool>>,
    finished: Arc<AtomicUsize>,
    seed: u64,
    /// Jobs that this one schedules when it runs, and theirs.
    children: usize,
    task: Task,
}
intrusive_work_task!(Job, task);

/// xorshift
fn next(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed as usize
}

/// Makes a batch of one job, which will be `1 + children` in all.
fn job(
    pool: Option<&Arc<ThreadPool>>,
    finished: &Arc<AtomicUsize>,
    seed: u64,
    children: usize,
) -> Batch {
    let job = Box::into_raw(Box::new(Job {
        pool: pool.cloned(),
        finished: Arc::clone(finished),
        seed,
        children,
        task: Task { callback: run, ..Task::default() },
    }));
    // SAFETY: it is a job.
    let task = unsafe { bun_core::IntrusiveField::<Task>::field_of(job) };
    // SAFETY: the box is nobody else's; `run` fits it, on any thread.
    unsafe { Batch::from(task) }
}

/// # Safety
///
/// `task` is in a leaked box of a job, which nobody uses again.
unsafe fn run(task: *mut Task) {
    // SAFETY: the precondition.
    let job_pointer = unsafe { Job::from_task_ptr(task) };
    // SAFETY: the precondition. It is freed before its children run, or after.
    let mut own = unsafe { Box::from_raw(job_pointer) };
    let mut work = next(&mut own.seed) % 200;
    while work > 0 {
        work = black_box(work) - 1;
    }
    let mut left = own.children;
    while left > 0 {
        let pool = own.pool.as_ref().expect("a job with children has a pool");
        let mut batch = Batch::new();
        for _ in 0..1 + next(&mut own.seed) % 400 {
            if left == 0 {
                break;
            }
            let children = (next(&mut own.seed) % 3).min(left - 1);
            left -= 1 + children;
            let seed = own.seed ^ left as u64 | 1;
            let parent = (children > 0).then_some(pool);
            batch.push(job(parent, &own.finished, seed, children));
        }
        if next(&mut own.seed).is_multiple_of(2) {
            pool.schedule(batch);
        } else {
            pool.schedule_inside_thread_pool(batch);
        }
    }
    own.finished.fetch_add(1, Ordering::Relaxed);
    if next(&mut own.seed).is_multiple_of(1009) {
        std::panic::resume_unwind(Box::new("a job gives up"));
    }
}

#[test]
fn every_task_runs_once() {
    let number = |name: &str, default: usize| {
        std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
    };
    let mut left = number("BUN_STRESS_TASKS", if cfg!(miri) { 60 } else { 300_000 });
    let mut seed = number("BUN_STRESS_SEED", 0x9E37_79B9) as u64;
    while left > 0 {
        let tasks = (1 + next(&mut seed) % 20_000).min(left);
        left -= tasks;
        let max_threads = 1 + (next(&mut seed) % 6) as u32;
        let pool = Arc::new(ThreadPool::init(Config { max_threads, ..Config::default() }));
        let finished = Arc::new(AtomicUsize::new(0));
        if next(&mut seed).is_multiple_of(3) {
            pool.warm(2);
        }
        let spawners = 1 + next(&mut seed) % 3;
        std::thread::scope(|scope| {
            for spawner in 0..spawners {
                let share = tasks / spawners + usize::from(spawner < tasks % spawners);
                let (pool, finished, mut seed) = (&pool, &finished, next(&mut seed) as u64 | 1);
                scope.spawn(move || {
                    let mut left = share;
                    while left > 0 {
                        let children = (next(&mut seed) % 1000).min(left - 1);
                        left -= 1 + children;
                        pool.schedule(job(Some(pool), finished, seed | 1, children));
                    }
                });
            }
        });
        if next(&mut seed).is_multiple_of(2) {
            pool.wait_for_all();
            assert_eq!(finished.load(Ordering::Relaxed), tasks);
        }
        // The last job to let go of the pool may be the one that drops it.
        drop(pool);
        while Arc::strong_count(&finished) > 1 {
            std::thread::yield_now();
        }
        assert_eq!(finished.load(Ordering::Relaxed), tasks);
    }
}
