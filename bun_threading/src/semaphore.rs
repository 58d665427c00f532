//! [`Semaphore`]: a number of permits.

use core::time::Duration;
use std::time::Instant;

use parking_lot::{Condvar, Mutex};

use crate::TimeoutError;

/// A number of permits that threads take and give back.
///
/// Zig: `std.Thread.Semaphore`.
///
/// # Examples
///
/// ```
/// let permits = bun_threading::Semaphore::new(1);
/// permits.wait();
/// assert!(permits.timed_wait(0).is_err());
/// permits.post();
/// permits.wait();
/// ```
#[derive(Debug)]
pub struct Semaphore {
    permits: Mutex<usize>,
    posted: Condvar,
}

impl Semaphore {
    /// Returns a semaphore with so many permits.
    #[must_use]
    pub const fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), posted: Condvar::new() }
    }

    /// Blocks until there is a permit, and takes it.
    ///
    /// Zig: `Semaphore.wait`.
    pub fn wait(&self) {
        let mut permits = self.permits.lock();
        while *permits == 0 {
            self.posted.wait(&mut permits);
        }
        *permits -= 1;
        if *permits > 0 {
            self.posted.notify_one();
        }
    }

    /// As [`wait`](Self::wait), for at most that many nanoseconds.
    ///
    /// Zig: `Semaphore.timedWait`.
    ///
    /// # Errors
    ///
    /// [`TimeoutError`] when the time is up and there is no permit.
    #[doc(alias = "timedWait")]
    pub fn timed_wait(&self, timeout_ns: u64) -> Result<(), TimeoutError> {
        let end = Instant::now().checked_add(Duration::from_nanos(timeout_ns));
        let mut permits = self.permits.lock();
        while *permits == 0 {
            let is_late = match end {
                Some(end) => self.posted.wait_until(&mut permits, end).timed_out(),
                None => {
                    self.posted.wait(&mut permits);
                    false
                }
            };
            if is_late && *permits == 0 {
                return Err(TimeoutError);
            }
        }
        *permits -= 1;
        Ok(())
    }

    /// Adds a permit and wakes one waiter.
    ///
    /// Zig: `Semaphore.post`.
    ///
    /// # Panics
    ///
    /// If there are `usize::MAX` permits.
    pub fn post(&self) {
        let mut permits = self.permits.lock();
        *permits = permits.checked_add(1).expect("Semaphore: too many permits");
        self.posted.notify_one();
    }
}

impl Default for Semaphore {
    /// Returns a semaphore without permits.
    fn default() -> Self {
        Self::new(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Semaphore;
    use crate::TimeoutError;
    use core::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn as_many_are_inside_as_there_are_permits() {
        let (permits, inside, most) = (Semaphore::new(2), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..if cfg!(miri) { 3 } else { 500 } {
                        permits.wait();
                        let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                        most.fetch_max(now, Ordering::SeqCst);
                        inside.fetch_sub(1, Ordering::SeqCst);
                        permits.post();
                    }
                });
            }
        });
        assert!((1..=2).contains(&most.into_inner()));
        permits.wait();
        permits.wait();
        assert_eq!(permits.timed_wait(1), Err(TimeoutError));
    }
}
