//! Assertions by Zig's names.
//!
//! | Zig | here | without debug assertions |
//! |---|---|---|
//! | `bun.assert(ok)`, `bun.debugAssert(ok)` | [`assert`](fn@assert), [`debug_assert`](fn@debug_assert) | the argument is computed, nothing is checked |
//! | `bun.assertf(ok, fmt, args)` | [`assertf!`](crate::assertf) | nothing is computed |
//! | `bun.releaseAssert(ok, fmt, args)` | [`release_assert!`](crate::release_assert) | the same |
//!
//! `bun.unsafeAssert` has no counterpart: a safe function that is undefined when its argument is
//! false is not one. `core::hint::assert_unchecked` is the `unsafe` one.

#[cfg(test)]
mod tests;

use core::fmt;

/// Panics if `ok` is false, with debug assertions.
///
/// An ordinary function: its argument is computed in every build. Where that is too much,
/// `debug_assert!` of `core` leaves it out.
///
/// Zig: `bun.assert`.
///
/// # Panics
///
/// If `ok` is false, with debug assertions.
///
/// # Examples
///
/// ```
/// bun_core::assert(1 + 1 == 2);
/// ```
#[inline(always)]
#[track_caller]
pub const fn assert(ok: bool) {
    if cfg!(debug_assertions) && !ok {
        failed();
    }
}

/// [`assert`](fn@assert) by its other name.
///
/// Zig: `bun.debugAssert`.
///
/// # Panics
///
/// As [`assert`](fn@assert).
///
/// # Examples
///
/// ```
/// bun_core::debug_assert(true);
/// ```
#[doc(alias = "debugAssert")]
#[inline(always)]
#[track_caller]
pub const fn debug_assert(ok: bool) {
    assert(ok);
}

/// Panics with a message if a condition is false, with debug assertions.
///
/// Neither the condition nor the message is computed without them.
///
/// Zig: `bun.assertf`.
///
/// # Examples
///
/// ```
/// let (used, room) = (1, 2);
/// bun_core::assertf!(used <= room, "{used} of {room}");
/// ```
#[macro_export]
macro_rules! assertf {
    ($condition:expr, $($message:tt)+) => {
        ::core::debug_assert!($condition, $($message)+)
    };
}

/// Panics with a message if a condition is false, in every build.
///
/// Zig: `bun.releaseAssert`.
///
/// # Examples
///
/// ```
/// let handles = [3, 4];
/// bun_core::release_assert!(!handles.is_empty(), "no handle in {handles:?}");
/// bun_core::release_assert!(handles.len() == 2);
/// ```
#[doc(alias = "releaseAssert")]
#[macro_export]
macro_rules! release_assert {
    ($($assertion:tt)+) => {
        ::core::assert!($($assertion)+)
    };
}

#[cold]
#[track_caller]
const fn failed() -> ! {
    panic!("assertion failure");
}

/// A value that exists with debug assertions only.
///
/// Without them it has no size, and nothing is ever read back.
///
/// Zig: `bun.DebugOnly`.
///
/// # Examples
///
/// ```
/// use bun_core::DebugOnly;
///
/// let mut calls = DebugOnly::new(0_u32);
/// calls.set(1);
/// if let Some(calls) = calls.get_mut() {
///     *calls += 1;
/// }
/// assert_eq!(calls.get().copied(), cfg!(debug_assertions).then_some(2));
/// ```
#[derive(Copy, Clone, Default)]
pub struct DebugOnly<T> {
    #[cfg(debug_assertions)]
    value: T,
    #[cfg(not(debug_assertions))]
    value: core::marker::PhantomData<T>,
}

impl<T> DebugOnly<T> {
    /// Keeps the value, or forgets it at once.
    #[inline]
    #[must_use]
    pub fn new(value: T) -> Self {
        #[cfg(debug_assertions)]
        return Self { value };
        #[cfg(not(debug_assertions))]
        {
            drop(value);
            Self { value: core::marker::PhantomData }
        }
    }

    /// Returns the value, if it is kept.
    #[inline]
    #[must_use]
    pub const fn get(&self) -> Option<&T> {
        #[cfg(debug_assertions)]
        return Some(&self.value);
        #[cfg(not(debug_assertions))]
        None
    }

    /// Returns the value to change it, if it is kept.
    #[inline]
    #[must_use]
    pub const fn get_mut(&mut self) -> Option<&mut T> {
        #[cfg(debug_assertions)]
        return Some(&mut self.value);
        #[cfg(not(debug_assertions))]
        None
    }

    /// Replaces the value, if it is kept.
    #[inline]
    pub fn set(&mut self, value: T) {
        *self = Self::new(value);
    }
}

impl<T: fmt::Debug> fmt::Debug for DebugOnly<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DebugOnly").field(&self.get()).finish()
    }
}
