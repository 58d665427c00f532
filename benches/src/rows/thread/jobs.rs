//! Many intrusive jobs, each of which adds one to a counter.

#![expect(unsafe_code, reason = "schedules intrusive tasks")]

use core::sync::atomic::{AtomicU64, Ordering};

use bun_threading::{Batch, Link, Linked, Task, ThreadPool, UnboundedQueue, WaitGroup};
use core::ptr::NonNull;

#[repr(C)]
struct Job {
    task: Task,
    sum: *const AtomicU64,
    /// Null if nobody waits for this job alone.
    group: *const WaitGroup,
}

/// # Safety
///
/// `task` is the front of a live [`Job`] whose pointers are live, or null where that is allowed.
unsafe fn add_one(task: *mut Task) {
    // SAFETY: the precondition.
    let job = unsafe { &*task.cast::<Job>() };
    // SAFETY: the precondition.
    unsafe { &*job.sum }.fetch_add(1, Ordering::Relaxed);
    // SAFETY: the precondition.
    if let Some(group) = unsafe { job.group.as_ref() } {
        group.finish();
    }
}

/// Jobs that are scheduled again and again.
pub(super) struct Jobs {
    jobs: Box<[Job]>,
    sum: Box<AtomicU64>,
    group: Box<WaitGroup>,
}

impl Jobs {
    pub(super) fn new(len: usize) -> Self {
        let (sum, group) = (Box::new(AtomicU64::new(0)), Box::new(WaitGroup::new()));
        let job = || Job {
            task: Task { callback: add_one, ..Task::default() },
            sum: &raw const *sum,
            group: core::ptr::null(),
        };
        let jobs = (0..len).map(|_| job()).collect();
        Self { jobs, sum, group }
    }

    /// Schedules the jobs one by one, or together, and waits for the pool.
    pub(super) fn run(&mut self, pool: &ThreadPool, together: bool) {
        let first = self.jobs.as_mut_ptr();
        let mut all = Batch::new();
        for index in 0..self.jobs.len() {
            // SAFETY: the index is in bounds.
            let job = unsafe { first.add(index) };
            // SAFETY: the job lives until the wait is over, and `add_one` fits it.
            let one = unsafe { Batch::from(job.cast()) };
            if together { all.push(one) } else { pool.schedule(one) }
        }
        pool.schedule(all);
        pool.wait_for_all();
    }

    /// Schedules the first job and waits for it.
    pub(super) fn round_trip(&mut self, pool: &ThreadPool) {
        let group = &raw const *self.group;
        self.group.add_one();
        let first = self.jobs.as_mut_ptr();
        // SAFETY: there is a first job, which nobody uses now.
        unsafe { (*first).group = group };
        // SAFETY: the job lives until the wait is over, and `add_one` fits it.
        pool.schedule(unsafe { Batch::from(first.cast()) });
        self.group.wait();
    }

    /// How many jobs have run since this was last asked.
    pub(super) fn take_sum(&self) -> u64 {
        self.sum.swap(0, Ordering::Relaxed)
    }
}

struct Item {
    link: Link<Self>,
    value: u64,
}

// SAFETY: the link is the item's own.
unsafe impl Linked for Item {
    unsafe fn link(this: *mut Self) -> *const Link<Self> {
        // SAFETY: the precondition.
        unsafe { &raw const (*this).link }
    }
}

/// A queue and the items that go through it.
pub(super) struct Passing {
    queue: UnboundedQueue<Item>,
    items: Box<[Item]>,
}

impl Passing {
    pub(super) fn new(len: u64) -> Self {
        let items = (0..len).map(|value| Item { link: Link::new(), value }).collect();
        Self { queue: UnboundedQueue::new(), items }
    }

    /// Adds every item, then takes them all. Returns the sum of their values.
    pub(super) fn pass(&mut self, together: bool) -> u64 {
        let first = self.items.as_mut_ptr();
        for index in 0..self.items.len() {
            // SAFETY: the index is in bounds.
            let item = unsafe { first.add(index) };
            let item = NonNull::new(item).expect("a slice is not null");
            // SAFETY: the item is in no queue, and lives until it is taken below.
            unsafe { self.queue.push(item) };
        }
        // SAFETY: the item was taken, and lives.
        let value = |item: *mut Item| unsafe { (*item).value };
        if together {
            return self.queue.pop_batch().iterator().map(value).sum();
        }
        let mut consumer = self.queue.consumer();
        core::iter::from_fn(|| consumer.pop()).map(|item| value(item.as_ptr())).sum()
    }
}
