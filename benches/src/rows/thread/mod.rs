//! The thread pool, parallel loops, queues and what threads wait with.
//!
//! Pools have two workers unless the row says otherwise. They are started before the samples and
//! live as long as the program: what is timed is scheduling, not starting.

mod channels;
mod jobs;

use alloc::rc::Rc;
use alloc::sync::Arc;
use core::hint::black_box;
use core::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use bun_threading::thread_pool::Config;
use bun_threading::{Mutex, ResetEvent, ThreadPool};
use crossbeam_deque::{Injector, Worker};
use crossbeam_queue::SegQueue;
use crossbeam_utils::sync::{Parker, Unparker};
use rayon::prelude::*;

use self::jobs::{Jobs, Passing};
use super::zig;
use crate::row::{Contender, Row};

const GROUP: &str = "thread";
const JOBS: u64 = 100_000;
const ELEMENTS: usize = 1_000_000;
const ITEMS: u64 = 1000;
const TURNS: u64 = 1000;

pub(super) fn rows() -> Vec<Row> {
    let mut rows = vec![one_by_one(), batched(), closures(), round_trip(), mutex()];
    let without_zig = [inside(), parallel_for(), queue(), wake()];
    let without_zig = without_zig.into_iter().chain(channels::rows());
    let without_zig = without_zig.chain([4, 16, 64].map(many_threads));
    rows.extend(without_zig.map(|row| Row { no_zig: Some("Zig has nothing like it"), ..row }));
    rows
}

fn ours(threads: u32) -> Rc<ThreadPool> {
    let pool = ThreadPool::init(Config { max_threads: threads, ..Config::default() });
    pool.warm(threads);
    Rc::new(pool)
}

fn rayon(threads: usize) -> rayon::ThreadPool {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(threads);
    builder.build().expect("the system has threads")
}

fn add_one(sum: &AtomicU64) {
    sum.fetch_add(1, Ordering::Relaxed);
}

/// A row of jobs that each add one.
fn jobs_row(
    name: impl Into<String>,
    jobs: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    let input = format!("{jobs} jobs that add one to a counter");
    Row { ops_per_iteration: jobs, ..Row::new(GROUP, name, input, jobs, contenders) }
}

fn our_jobs(label: &'static str, threads: u32, together: bool) -> Contender {
    let (pool, mut jobs) = (ours(threads), Jobs::new(JOBS as usize));
    Contender::ours(label, move |n| {
        (0..n).for_each(|_| jobs.run(&pool, together));
        jobs.take_sum()
    })
}

fn zig_jobs(jobs: u64, target: f64) -> Option<Contender> {
    zig().map(|zig| {
        Contender::zig("Thread.Pool spawnWg", move |n| zig.pool_spawn(jobs, n)).target(target)
    })
}

fn rayon_jobs(threads: usize, target: f64) -> Contender {
    let pool = rayon(threads);
    Contender::rival("rayon scope spawn", move |n| {
        let sum = AtomicU64::new(0);
        for _ in 0..n {
            pool.in_place_scope(|scope| {
                for _ in 0..JOBS {
                    scope.spawn(|_| add_one(&sum));
                }
            });
        }
        sum.into_inner()
    })
    .target(target)
}

fn one_by_one() -> Row {
    jobs_row("spawn one by one", JOBS, || {
        let mut contenders = vec![our_jobs("schedule", 2, false)];
        contenders.extend(zig_jobs(JOBS, 1.0 / 3.0));
        contenders.push(rayon_jobs(2, 1.0));
        contenders
    })
}

fn batched() -> Row {
    jobs_row("spawn as one batch", JOBS, || {
        let mut contenders = vec![our_jobs("schedule", 2, true)];
        contenders.extend(zig_jobs(JOBS, 0.2));
        contenders.push(rayon_jobs(2, 0.5));
        contenders
    })
}

fn closures() -> Row {
    jobs_row("spawn closures", JOBS, || {
        let pool = ours(2);
        let mut contenders = vec![Contender::ours("spawn", move |n| {
            let sum = Arc::new(AtomicU64::new(0));
            for _ in 0..n {
                for _ in 0..JOBS {
                    let sum = Arc::clone(&sum);
                    pool.spawn(move || add_one(&sum));
                }
                pool.wait_for_all();
            }
            sum.load(Ordering::Relaxed)
        })];
        contenders.extend(zig_jobs(JOBS, 1.0));
        contenders.push(rayon_jobs(2, 1.0));
        contenders
    })
}

fn inside() -> Row {
    jobs_row("spawn closures from a task", JOBS, || {
        let (pool, rival) = (Arc::new(ours_shared(2)), rayon(2));
        vec![
            Contender::ours("spawn", move |n| {
                let sum = Arc::new(AtomicU64::new(0));
                for _ in 0..n {
                    let (own, own_sum) = (Arc::clone(&pool), Arc::clone(&sum));
                    pool.spawn(move || {
                        for _ in 0..JOBS {
                            let sum = Arc::clone(&own_sum);
                            own.spawn(move || add_one(&sum));
                        }
                    });
                    pool.wait_for_all();
                }
                sum.load(Ordering::Relaxed)
            }),
            Contender::rival("rayon scope spawn", move |n| {
                let sum = AtomicU64::new(0);
                for _ in 0..n {
                    rival.scope(|scope| {
                        for _ in 0..JOBS {
                            scope.spawn(|_| add_one(&sum));
                        }
                    });
                }
                sum.into_inner()
            })
            .target(1.0),
        ]
    })
}

fn ours_shared(threads: u32) -> ThreadPool {
    ThreadPool::init(Config { max_threads: threads, ..Config::default() })
}

fn many_threads(threads: u32) -> Row {
    jobs_row(format!("spawn on {threads} threads"), JOBS, move || {
        vec![our_jobs("schedule", threads, true), rayon_jobs(threads as usize, 1.0)]
    })
}

fn round_trip() -> Row {
    jobs_row("one job and back", 1, || {
        let (pool, mut jobs) = (ours(2), Jobs::new(1));
        let mut contenders = vec![Contender::ours("schedule, WaitGroup", move |n| {
            (0..n).for_each(|_| jobs.round_trip(&pool));
            jobs.take_sum()
        })];
        contenders.extend(zig_jobs(1, 0.55));
        let rival = rayon(2);
        contenders.push(
            Contender::rival("rayon install", move |n| {
                let sum = AtomicU64::new(0);
                for _ in 0..n {
                    rival.install(|| add_one(&sum));
                }
                sum.into_inner()
            })
            .target(1.0),
        );
        contenders
    })
}

fn mix(value: u64) -> u64 {
    (value ^ (value >> 7)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn parallel_for() -> Row {
    let input = format!("{ELEMENTS} words, each mixed in place");
    let contenders = || {
        let (pool, rival) = (ours(2), rayon(2));
        let mut own = vec![1_u64; ELEMENTS];
        let mut others = own.clone();
        vec![
            Contender::ours("for_each", move |n| {
                own.fill(1);
                for _ in 0..n {
                    pool.for_each(&mut own, |value, _| *value = mix(*value));
                }
                own[ELEMENTS / 2]
            }),
            Contender::rival("rayon par_iter_mut", move |n| {
                others.fill(1);
                for _ in 0..n {
                    rival.install(|| others.par_iter_mut().for_each(|value| *value = mix(*value)));
                }
                others[ELEMENTS / 2]
            })
            .target(1.05),
        ]
    };
    Row {
        ops_per_iteration: ELEMENTS as u64,
        ..Row::new(GROUP, "parallel for", input, mix(1), contenders)
    }
}

fn queue() -> Row {
    let input = format!("{ITEMS} items in, then out, on one thread");
    let contenders = || {
        let (mut single, mut together) = (Passing::new(ITEMS), Passing::new(ITEMS));
        let rival = SegQueue::new();
        let (injector, worker) = (Injector::new(), Worker::new_fifo());
        vec![
            Contender::ours("UnboundedQueue", move |n| (0..n).map(|_| single.pass(false)).sum()),
            Contender::with_role("pop_batch", crate::row::Role::Variant, move |n| {
                (0..n).map(|_| together.pass(true)).sum()
            }),
            Contender::rival("crossbeam SegQueue", move |n| {
                let mut sum = 0;
                for _ in 0..n {
                    (0..ITEMS).for_each(|value| rival.push(black_box(value)));
                    sum += core::iter::from_fn(|| rival.pop()).sum::<u64>();
                }
                sum
            })
            .target(1.0),
            // What a pool over `crossbeam-deque` does with tasks from outside.
            Contender::rival("crossbeam Injector, Worker", move |n| {
                let take = || {
                    let own = worker.pop();
                    own.or_else(|| injector.steal_batch_and_pop(&worker).success())
                };
                let mut sum = 0;
                for _ in 0..n {
                    (0..ITEMS).for_each(|value| injector.push(black_box(value)));
                    sum += core::iter::from_fn(take).sum::<u64>();
                }
                sum
            })
            .target(1.0),
        ]
    };
    let sum = ITEMS * (ITEMS - 1) / 2;
    Row {
        ops_per_iteration: ITEMS,
        ..Row::new(GROUP, "queue push and pop", input, sum, contenders)
    }
}

fn mutex() -> Row {
    Row::new(GROUP, "mutex lock and unlock", "nobody else wants it", 1, || {
        let (own, rival) = (Mutex::new(), parking_lot::Mutex::new(()));
        let mut contenders = vec![Contender::ours("Mutex", move |n| {
            let mut sum = 0;
            for _ in 0..n {
                let guard = black_box(&own).lock_guard();
                sum += black_box(1);
                drop(guard);
            }
            sum
        })];
        contenders.extend(
            zig().map(|zig| Contender::zig("Thread.Mutex", move |n| zig.mutex(n)).target(1.0)),
        );
        contenders.push(
            Contender::rival("parking_lot", move |n| {
                let mut sum = 0;
                for _ in 0..n {
                    let guard = black_box(&rival).lock();
                    sum += black_box(1);
                    drop(guard);
                }
                sum
            })
            .target(1.0),
        );
        contenders
    })
}

/// Two threads that wake each other in turn.
fn wake() -> Row {
    let input = format!("two threads that wake each other, {TURNS} turns, and their start");
    let contenders = || {
        vec![
            Contender::ours("ResetEvent", |n| {
                let events = [ResetEvent::new(), ResetEvent::new()];
                thread::scope(|scope| {
                    scope.spawn(|| {
                        for _ in 0..n * TURNS {
                            events[0].wait();
                            events[0].reset();
                            events[1].set();
                        }
                    });
                    for _ in 0..n * TURNS {
                        events[0].set();
                        events[1].wait();
                        events[1].reset();
                    }
                });
                n
            }),
            Contender::rival("crossbeam Parker", |n| {
                let (here, there) = (Parker::new(), Parker::new());
                let wake_here: Unparker = here.unparker().clone();
                let wake_there = there.unparker().clone();
                thread::scope(|scope| {
                    scope.spawn(move || {
                        for _ in 0..n * TURNS {
                            there.park();
                            wake_here.unpark();
                        }
                    });
                    for _ in 0..n * TURNS {
                        wake_there.unpark();
                        here.park();
                    }
                });
                n
            })
            .target(1.0),
        ]
    };
    Row { ops_per_iteration: TURNS, ..Row::new(GROUP, "wake and be woken", input, 1, contenders) }
}
