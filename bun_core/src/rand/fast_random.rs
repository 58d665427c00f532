//! `fast_random`: a number that differs from the last.

use core::cell::RefCell;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::OnceLock;

use super::DefaultPrng;
use crate::csprng;

static SEED: OnceLock<u64> = OnceLock::new();
/// How many threads have asked.
static THREADS: AtomicU64 = AtomicU64::new(0);

thread_local! {
    static PRNG: RefCell<DefaultPrng> = RefCell::new(of_this_thread());
}

/// Returns a random number: quick, without a lock, and not for secrets.
///
/// Each thread has a generator of its own, from a seed that [`csprng`](crate::csprng()) gives the
/// process. In debug builds the decimal number in `BUN_DEBUG_HASH_RANDOM_SEED` is that seed, so
/// that a run can be repeated.
///
/// Zig: `bun.fastRandom`, which gives every thread the same numbers.
///
/// # Examples
///
/// ```
/// use bun_core::fast_random;
///
/// assert_ne!(fast_random(), fast_random());
/// ```
#[doc(alias = "fastRandom")]
#[must_use]
pub fn fast_random() -> u64 {
    PRNG.try_with(|prng| prng.borrow_mut().next_u64()).unwrap_or_else(|_| {
        // A destructor that runs after this thread's generator is gone.
        of_this_thread().next_u64()
    })
}

fn of_this_thread() -> DefaultPrng {
    // Relaxed: only the count matters.
    let thread = THREADS.fetch_add(1, Ordering::Relaxed);
    // The first thread has the seed itself. The others' differ in the high bits first, where the
    // seeds that people write do not.
    DefaultPrng::init(*SEED.get_or_init(seed) ^ thread.reverse_bits())
}

fn seed() -> u64 {
    if cfg!(debug_assertions)
        && let Some(seed) = crate::env_var::BUN_DEBUG_HASH_RANDOM_SEED.get()
    {
        return seed;
    }
    let mut bytes = [0; 8];
    csprng(&mut bytes);
    u64::from_ne_bytes(bytes)
}
