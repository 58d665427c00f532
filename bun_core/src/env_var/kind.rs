//! The three kinds of values, each with the place where its first reading is kept.
//!
//! A value that fits in a word is kept in one atomic, text in a `OnceLock`; nothing is published in
//! two steps. Of several first readers one wins, and all return its value.

use core::fmt;
use core::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::OnceLock;

use super::accessor::Keys;
use super::parse::{Unparsable, is_truthy, parse_unsigned};
use crate::getenv_z;

/// How the bytes of a variable become a value.
///
/// Sealed: [`Text`], [`Boolean`] and [`Unsigned`] are all there are.
pub trait Kind: Sync + 'static + sealed::Kind {
    /// What reading returns.
    type Value: Copy + 'static;

    /// Returns the value of a variable, from the environment the first time.
    #[doc(hidden)]
    fn read(&self, keys: &Keys) -> Option<Self::Value>;
}

/// Bytes as they are: `&'static [u8]`.
///
/// Zig: `kind.string`.
#[derive(Debug)]
pub struct Text {
    value: OnceLock<Option<&'static [u8]>>,
}

/// `false` for nothing, `0`, `false`, `no` and `off` in any case; `true` for everything else.
///
/// Zig: `kind.boolean`.
#[derive(Debug)]
pub struct Boolean {
    state: AtomicU8,
}

/// A decimal `u64`, with an optional sign and underscores between the digits.
///
/// The two largest numbers are taken for "not read yet" and "not set": they count as errors.
///
/// Zig: `kind.unsigned`.
#[derive(Debug)]
pub struct Unsigned {
    state: AtomicU64,
    on_error: OnError,
    empty: Option<u64>,
}

/// What to make of a value that is not a number.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Count it as not set, and say so on standard error in debug builds.
    DebugWarn,
    /// Count it as not set.
    NotSet,
    /// Take the default, which the variable must have.
    DefaultFallback,
    /// One or zero, by the rule of [`Boolean`].
    TruthyCast,
}

impl Text {
    /// Makes one that has not been read.
    #[expect(clippy::new_without_default, reason = "a default could not initialise a static")]
    #[must_use]
    pub const fn new() -> Self {
        Self { value: OnceLock::new() }
    }
}

impl Kind for Text {
    type Value = &'static [u8];

    #[inline]
    fn read(&self, keys: &Keys) -> Option<&'static [u8]> {
        *self.value.get_or_init(|| getenv_z(keys.here()?))
    }
}

impl Boolean {
    const NOT_READ: u8 = 0;
    const NOT_SET: u8 = 1;
    const NO: u8 = 2;
    const YES: u8 = 3;

    /// Makes one that has not been read.
    #[expect(clippy::new_without_default, reason = "a default could not initialise a static")]
    #[must_use]
    pub const fn new() -> Self {
        Self { state: AtomicU8::new(Self::NOT_READ) }
    }

    #[cold]
    fn load(&self, keys: &Keys) -> u8 {
        let state = match keys.here().and_then(getenv_z) {
            None => Self::NOT_SET,
            Some(value) if is_truthy(value) => Self::YES,
            Some(_) => Self::NO,
        };
        match self.state.compare_exchange(
            Self::NOT_READ,
            state,
            Ordering::Relaxed,
            Ordering::Relaxed,
        ) {
            Ok(_) => state,
            Err(first) => first,
        }
    }
}

impl Kind for Boolean {
    type Value = bool;

    #[inline]
    fn read(&self, keys: &Keys) -> Option<bool> {
        // Relaxed: the state is all there is to see.
        let mut state = self.state.load(Ordering::Relaxed);
        if state == Self::NOT_READ {
            state = self.load(keys);
        }
        (state != Self::NOT_SET).then_some(state == Self::YES)
    }
}

impl Unsigned {
    const NOT_READ: u64 = u64::MAX;
    const NOT_SET: u64 = u64::MAX - 1;
    pub(super) const MAX: u64 = u64::MAX - 2;

    /// Makes one that has not been read and for which nothing stands in on errors.
    #[expect(clippy::new_without_default, reason = "a default could not initialise a static")]
    #[must_use]
    pub const fn new() -> Self {
        Self { state: AtomicU64::new(Self::NOT_READ), on_error: OnError::DebugWarn, empty: None }
    }

    /// Sets what to make of a value that is not a number.
    #[must_use]
    pub const fn on_error(mut self, on_error: OnError) -> Self {
        self.on_error = on_error;
        self
    }

    /// Sets what a variable without a value counts as; else it is an error.
    ///
    /// # Panics
    ///
    /// At compile time, if it is one of the two numbers that are taken.
    #[must_use]
    pub const fn empty_string_as(mut self, value: u64) -> Self {
        assert!(value <= Self::MAX, "the two largest numbers are taken");
        self.empty = Some(value);
        self
    }

    /// Checks the rules against each other.
    ///
    /// # Panics
    ///
    /// At compile time, if errors fall back to a default that there is not.
    #[must_use]
    pub const fn checked(self, has_default: bool) -> Self {
        assert!(
            has_default || !matches!(self.on_error, OnError::DefaultFallback),
            "`DefaultFallback` needs a default"
        );
        self
    }

    #[cold]
    fn load(&self, keys: &Keys) -> u64 {
        let parse = |key| self.parse(key, getenv_z(key)?);
        let state = keys.here().and_then(parse).unwrap_or(Self::NOT_SET);
        match self.state.compare_exchange(
            Self::NOT_READ,
            state,
            Ordering::Relaxed,
            Ordering::Relaxed,
        ) {
            Ok(_) => state,
            Err(first) => first,
        }
    }

    /// Returns the number that `value` stands for, nothing if it counts as not set.
    pub(super) fn parse(&self, key: &str, value: &[u8]) -> Option<u64> {
        if let Some(number) = self.empty
            && value.is_empty()
        {
            return Some(number);
        }
        let why = match parse_unsigned(value) {
            Ok(number) => return Some(number),
            Err(why) => why,
        };
        match self.on_error {
            OnError::DebugWarn => {
                warn(key, value, why);
                None
            }
            OnError::NotSet | OnError::DefaultFallback => None,
            OnError::TruthyCast => Some(u64::from(is_truthy(value))),
        }
    }
}

impl Kind for Unsigned {
    type Value = u64;

    #[inline]
    fn read(&self, keys: &Keys) -> Option<u64> {
        // Relaxed: the state is all there is to see.
        let mut state = self.state.load(Ordering::Relaxed);
        if state == Self::NOT_READ {
            state = self.load(keys);
        }
        (state != Self::NOT_SET).then_some(state)
    }
}

#[cold]
fn warn(key: &str, value: &[u8], why: Unparsable) {
    if crate::env::IS_DEBUG {
        let value = crate::fmt::lossy(value);
        crate::pretty_errorln!(
            "<yellow>debug warn<r><d>:<r> Environment variable '{key}' has value '{value}' \
             which {why}."
        );
        crate::Output::flush();
    }
}

impl fmt::Display for Unparsable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is an empty string",
            Self::Overflow => "overflows u64",
            Self::InvalidCharacter => "is not a valid integer",
            Self::Reserved => "is a reserved value",
        })
    }
}

mod sealed {
    pub trait Kind {}
    impl Kind for super::Text {}
    impl Kind for super::Boolean {}
    impl Kind for super::Unsigned {}
}
