//! [`FailingGlobal`]: a global allocator that fails on demand, for the current thread.

#![expect(unsafe_code, reason = "implements the global allocator interface by forwarding")]

use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use core::hint::black_box;
use core::marker::PhantomData;
use core::ptr;

use alloc::vec::Vec;
use std::alloc::System;

thread_local! {
    /// What this thread's requests meet. Without a destructor, so that it can be read whenever an
    /// allocator is called.
    static BUDGET: Cell<Budget> = const { Cell::new(Budget { left: None, has_failed: false }) };
}

#[derive(Clone, Copy)]
struct Budget {
    /// How many requests will yet succeed. `None` if all will.
    left: Option<usize>,
    has_failed: bool,
}

/// A global allocator for tests, which fails inside [`with_failure_after`] and [`each_failure`] and
/// otherwise forwards to `G`.
///
/// # Examples
///
/// ```
/// use bun_alloc::testing::{FailingGlobal, with_failure_after};
/// use bun_alloc::AllocError;
///
/// #[global_allocator]
/// static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;
///
/// let mut list = vec![1_u8];
/// let (result, has_failed) = with_failure_after(0, || {
///     list.try_reserve(100).map_err(AllocError::from)
/// });
/// assert_eq!((result, has_failed), (Err(AllocError), true));
/// assert_eq!(list, [1]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct FailingGlobal<G = System> {
    inner: G,
}

impl FailingGlobal {
    /// Forwards to the system's allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::{FailingGlobal, with_failure_after};
    ///
    /// #[global_allocator]
    /// static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;
    ///
    /// let reserve = || Vec::<u8>::new().try_reserve(100).is_ok();
    /// assert!(reserve());
    /// assert_eq!(with_failure_after(0, reserve), (false, true));
    /// ```
    pub const SYSTEM: Self = Self::new(System);
}

impl<G> FailingGlobal<G> {
    /// Returns an allocator that forwards to `inner`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::testing::{FailingGlobal, with_failure_after};
    /// use std::alloc::System;
    ///
    /// #[global_allocator]
    /// static ALLOC: FailingGlobal<System> = FailingGlobal::new(System);
    ///
    /// let reserve = || Vec::<u8>::new().try_reserve(100).is_ok();
    /// assert_eq!(with_failure_after(0, reserve), (false, true));
    /// ```
    #[must_use]
    pub const fn new(inner: G) -> Self {
        Self { inner }
    }
}

/// Returns whether this request succeeds, and counts it.
fn succeeds() -> bool {
    let Ok(mut budget) = BUDGET.try_with(Cell::get) else { return true };
    match &mut budget.left {
        None => return true,
        Some(0) => {
            // A panic allocates what it carries.
            if std::thread::panicking() {
                return true;
            }
            budget.has_failed = true;
        }
        Some(left) => *left -= 1,
    }
    BUDGET.set(budget);
    !budget.has_failed
}

/// Puts the former budget back, also when the operation panics.
struct Restore {
    former: Budget,
    /// The budget is this thread's.
    thread_bound: PhantomData<*mut ()>,
}

impl Drop for Restore {
    fn drop(&mut self) {
        BUDGET.set(self.former);
    }
}

/// Runs `operation` with only `succeed` allocations or reallocations of this thread succeeding,
/// and returns its result and whether one failed. May be nested; the inner number counts.
///
/// Needs [`FailingGlobal`] as the global allocator. Code that does not expect a failure ends the
/// process by `handle_alloc_error`; while the thread is panicking nothing fails.
///
/// # Examples
///
/// ```
/// use bun_alloc::testing::{FailingGlobal, with_failure_after};
///
/// #[global_allocator]
/// static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;
///
/// let reserve = || Vec::<u8>::new().try_reserve(100).is_ok();
/// assert_eq!(with_failure_after(1, || (reserve(), reserve())), ((true, false), true));
/// assert_eq!(with_failure_after(2, || (reserve(), reserve())), ((true, true), false));
/// ```
pub fn with_failure_after<R>(succeed: usize, operation: impl FnOnce() -> R) -> (R, bool) {
    let budget = Budget { left: Some(succeed), has_failed: false };
    let restore = Restore { former: BUDGET.replace(budget), thread_bound: PhantomData };
    let result = operation();
    let has_failed = BUDGET.get().has_failed;
    drop(restore);
    (result, has_failed)
}

/// How many allocations an operation may make under [`each_failure`].
const ALLOCATIONS_MAX: usize = 100_000;

/// Lets the first, then the second, then the third … allocation of an operation fail, until it
/// runs without failure.
///
/// Each round makes a fresh `subject` with `setup`, runs `operation` on it under
/// [`with_failure_after`], and then calls `check` with the subject, the result, and whether an
/// allocation failed. Only `operation` meets failures.
///
/// # Panics
///
/// If the operation allocates more than a hundred thousand times, or nothing ever fails because
/// [`FailingGlobal`] is not the global allocator.
///
/// # Examples
///
/// ```
/// use bun_alloc::testing::{FailingGlobal, each_failure};
///
/// #[global_allocator]
/// static ALLOC: FailingGlobal = FailingGlobal::SYSTEM;
///
/// each_failure(
///     || vec![1_u8],
///     |list| list.try_reserve(100),
///     |list, result, has_failed| {
///         assert_eq!(result.is_err(), has_failed);
///         assert_eq!(*list, [1], "a failure changes nothing");
///     },
/// );
/// ```
pub fn each_failure<S, R>(
    mut setup: impl FnMut() -> S,
    mut operation: impl FnMut(&mut S) -> R,
    mut check: impl FnMut(&mut S, R, bool),
) {
    let (_, is_installed) = with_failure_after(0, || {
        // Hidden from the optimiser, which may otherwise do without the allocation.
        black_box(Vec::<u8>::new()).try_reserve(black_box(1)).is_ok()
    });
    assert!(is_installed, "`FailingGlobal` is not the global allocator");
    for succeed in 0..ALLOCATIONS_MAX {
        let mut subject = setup();
        let (result, has_failed) = with_failure_after(succeed, || operation(&mut subject));
        check(&mut subject, result, has_failed);
        if !has_failed {
            return;
        }
    }
    panic!("the operation did not end within {ALLOCATIONS_MAX} allocations");
}

// SAFETY: requests are refused with null, which the interface allows at any time and which leaves
// a block that was to be reallocated alone, or forwarded unchanged.
unsafe impl<G: GlobalAlloc> GlobalAlloc for FailingGlobal<G> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !succeeds() {
            return ptr::null_mut();
        }
        // SAFETY: the caller's promises are those of `inner`.
        unsafe { self.inner.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !succeeds() {
            return ptr::null_mut();
        }
        // SAFETY: the caller's promises are those of `inner`.
        unsafe { self.inner.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises are those of `inner`.
        unsafe { self.inner.dealloc(ptr, layout) }
    }

    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if !succeeds() {
            return ptr::null_mut();
        }
        // SAFETY: the caller's promises are those of `inner`.
        unsafe { self.inner.realloc(ptr, layout, new_size) }
    }
}
