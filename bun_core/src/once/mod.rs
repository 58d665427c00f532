//! What happens once in a process.
//!
//! `std::sync::OnceLock` does the work. A spin lock of our own, as other ports have, was rejected:
//! a thread that waits for another one's start-up must not burn a core.

use core::fmt;
use std::sync::OnceLock;

#[cfg(test)]
mod tests;

/// A value that is computed by the first call and kept.
///
/// Threads that call at the same time wait for the first one. If it panics, the next call computes
/// again. A computation must not call the same `Once` again; that may hang or panic.
///
/// Zig: `bun.once`.
///
/// # Examples
///
/// ```
/// use bun_core::Once;
///
/// fn answer() -> u32 {
///     static ANSWER: Once<u32> = Once::new();
///     ANSWER.call(|| 6 * 7)
/// }
/// assert_eq!(answer() + answer(), 84);
/// ```
///
/// The function can also be part of it, with an argument that only the first call uses:
///
/// ```
/// use bun_core::Once;
///
/// fn parse(text: &str) -> Vec<u8> {
///     text.bytes().collect()
/// }
/// static PARSED: Once<Vec<u8>, fn(&'static str) -> Vec<u8>> = Once::with_fn(parse);
/// assert_eq!(PARSED.call("ab"), b"ab");
/// assert_eq!(PARSED.call("ignored"), b"ab");
/// ```
///
/// It is shared only if its value can be:
///
/// ```compile_fail,E0277
/// use std::cell::Cell;
/// static CELL: bun_core::Once<Cell<u8>> = bun_core::Once::new();
/// ```
pub struct Once<T, F = ()> {
    value: OnceLock<T>,
    function: F,
}

impl<T> Once<T> {
    /// Makes one that has not been called.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { value: OnceLock::new(), function: () }
    }

    /// Returns the value; the first call computes it.
    #[inline]
    pub fn call(&self, f: impl FnOnce() -> T) -> T
    where
        T: Copy,
    {
        *self.get_or_init(f)
    }
}

impl<T, A> Once<T, fn(A) -> T> {
    /// Makes one that will call `function`.
    #[inline]
    #[must_use]
    pub const fn with_fn(function: fn(A) -> T) -> Self {
        Self { value: OnceLock::new(), function }
    }

    /// Returns the value; the first call computes it from `argument`.
    #[inline]
    pub fn call(&self, argument: A) -> &T {
        self.get_or_init(|| (self.function)(argument))
    }
}

impl<T, F> Once<T, F> {
    /// Returns the value if it has been computed.
    #[inline]
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.value.get()
    }

    /// Returns whether the value has been computed.
    #[inline]
    #[must_use]
    pub fn done(&self) -> bool {
        self.get().is_some()
    }

    /// Returns the value; the first call computes it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Once;
    ///
    /// static WORDS: Once<Vec<&str>> = Once::new();
    /// assert_eq!(WORDS.get_or_init(|| "a b".split(' ').collect()), &["a", "b"]);
    /// assert_eq!(WORDS.get().map(Vec::len), Some(2));
    /// ```
    #[inline]
    pub fn get_or_init(&self, f: impl FnOnce() -> T) -> &T {
        self.value.get_or_init(f)
    }

    /// Stores the value, if there is none yet.
    ///
    /// # Errors
    ///
    /// The value, if there is one already.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Once;
    ///
    /// let flags = Once::<u8>::new();
    /// assert_eq!(flags.set(1), Ok(()));
    /// assert_eq!(flags.set(2), Err(2));
    /// assert_eq!(flags.call(|| 3), 1);
    /// ```
    #[inline]
    pub fn set(&self, value: T) -> Result<(), T> {
        self.value.set(value)
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug, F> fmt::Debug for Once<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Once").field(&self.get()).finish()
    }
}

/// Runs a block the first time this place is reached, and never again.
///
/// Other threads wait until it is done. If it panics, so does every later visit: half a start-up
/// is none.
///
/// Zig: `bun.once`, of a function without result.
///
/// # Examples
///
/// ```
/// let mut runs = 0;
/// for _ in 0..3 {
///     bun_core::run_once! {{
///         runs += 1;
///     }}
/// }
/// assert_eq!(runs, 1);
/// ```
#[macro_export]
macro_rules! run_once {
    ($body:block) => {{
        static ONCE: ::std::sync::Once = ::std::sync::Once::new();
        ONCE.call_once(|| $body);
    }};
}
