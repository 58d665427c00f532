//! A global that belongs to one thread, and notices another.
#![expect(unsafe_code, reason = "shared between threads on the word of whoever dereferences")]

use super::thread_id::{self, NO_THREAD};
use core::cell::UnsafeCell;
use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};

/// A value in a `static` that only one thread may touch.
///
/// The first thread that calls [`claim`](Self::claim) or [`get`](Self::get) owns it for good. Any
/// other one panics there, in release builds too: a wrong thread is a bug that must not turn into
/// a race.
///
/// As with [`RacyCell`](crate::RacyCell), what comes out is a pointer, and using it is `unsafe`:
/// the owner may hold two references as well as two threads may.
///
/// # Examples
///
/// ```
/// use bun_core::ThreadCell;
///
/// static BUFFER: ThreadCell<Vec<u8>> = ThreadCell::new(Vec::new());
///
/// // SAFETY: `get` has checked the thread, and no other reference is in use.
/// unsafe { (*BUFFER.get()).push(1) };
/// assert!(std::thread::spawn(|| BUFFER.get().is_null()).join().is_err());
/// ```
///
/// Sending one moves the value to another thread:
///
/// ```compile_fail,E0277
/// fn send<T: Send>(_: T) {}
/// send(bun_core::ThreadCell::new(std::rc::Rc::new(1)));
/// ```
pub struct ThreadCell<T: ?Sized> {
    /// The number of the thread; it changes once, from `NO_THREAD`.
    owner: AtomicU64,
    value: UnsafeCell<T>,
}

// SAFETY: through a shared reference there are only pointers to the value, which touch nothing;
// each use of one is `unsafe` and answers for the other threads.
unsafe impl<T: ?Sized> Sync for ThreadCell<T> {}

impl<T> ThreadCell<T> {
    /// Makes a cell that nobody owns yet.
    #[inline]
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self { owner: AtomicU64::new(NO_THREAD), value: UnsafeCell::new(value) }
    }

    /// Takes the value out.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> ThreadCell<T> {
    /// Makes this thread the owner, if nobody is yet.
    ///
    /// # Panics
    ///
    /// If another thread is the owner.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::ThreadCell;
    ///
    /// static MAIN: ThreadCell<u8> = ThreadCell::new(0);
    ///
    /// MAIN.claim();
    /// MAIN.claim(); // It is ours already.
    /// assert!(std::thread::spawn(|| MAIN.claim()).join().is_err());
    /// ```
    #[track_caller]
    pub fn claim(&self) {
        let me = thread_id::current();
        // Relaxed: each thread only asks whether the number is its own, which it alone stores.
        if self.owner.load(Ordering::Relaxed) == me {
            return;
        }
        let claimed =
            self.owner.compare_exchange(NO_THREAD, me, Ordering::Relaxed, Ordering::Relaxed);
        assert!(claimed.is_ok(), "this value belongs to another thread");
    }

    /// Returns a pointer to the value; a thread that comes first becomes the owner.
    ///
    /// # Panics
    ///
    /// If another thread is the owner.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn get(&self) -> *mut T {
        self.claim();
        self.value.get()
    }

    /// Returns a pointer to the value without asking which thread this is.
    ///
    /// For where the owner has just been checked, or has ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::ThreadCell;
    ///
    /// static COUNT: ThreadCell<u32> = ThreadCell::new(1);
    ///
    /// COUNT.claim();
    /// // SAFETY: this thread has just claimed it, and no reference is in use.
    /// unsafe { *COUNT.get_unchecked() += 1 };
    /// // SAFETY: as above.
    /// assert_eq!(unsafe { *COUNT.get_unchecked() }, 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get_unchecked(&self) -> *mut T {
        self.value.get()
    }

    /// Returns the value, which nobody else can reach meanwhile.
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

/// Shows no value: reading it takes a promise.
impl<T: ?Sized> fmt::Debug for ThreadCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ThreadCell(..)")
    }
}
