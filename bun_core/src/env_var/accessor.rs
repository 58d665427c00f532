//! What stands behind the name of a variable: where it is found and what reading it returns.

use core::fmt;

use super::kind::Kind;
use crate::env;

/// The right to read one variable; two words, free to copy.
///
/// `K` is the kind of the value: [`Text`](super::Text), [`Boolean`](super::Boolean) or
/// [`Unsigned`](super::Unsigned). `F` says what there is when the variable is not set: see
/// [`Fallback`].
///
/// # Examples
///
/// ```
/// use bun_core::env_var;
///
/// let home: Option<&'static [u8]> = env_var::HOME.get();
/// let plain: bool = env_var::NO_COLOR.get();
/// let seconds: u64 = env_var::BUN_CONFIG_HTTP_IDLE_TIMEOUT.get();
/// assert_eq!(env_var::HOME.get(), home, "the value is kept by the first read");
/// # let _ = (plain, seconds);
/// ```
///
/// A variable that only one platform has is read anywhere, and has a key only there:
///
/// ```compile_fail,E0599
/// bun_core::env_var::SHELL.key();
/// ```
pub struct Accessor<K: Kind, F> {
    source: &'static Source<K>,
    fallback: F,
}

/// What reading a variable that is not set returns.
///
/// | `F` | [`get`](Accessor::get) returns |
/// |---|---|
/// | [`Optional`] | `Option<V>` |
/// | [`Defaulted`] | `V` |
/// | [`OnePlatform`] | `Option<V>`, always `None` on the other platforms |
///
/// Sealed: nothing else implements it.
pub trait Fallback<V>: Copy + sealed::Fallback {
    /// What [`Accessor::get`] returns.
    type Output;

    /// Returns the value, or what stands in for it.
    fn complete(self, value: Option<V>) -> Self::Output;

    /// Returns the value, or the default if there is one.
    fn or_default(self, value: Option<V>) -> Option<V>;
}

/// A variable with a name on every platform.
///
/// Sealed: nothing else implements it.
pub trait EveryPlatform: sealed::Fallback {}

/// There is nothing in its place.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Optional;

/// There is a default.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Defaulted<V>(pub V);

/// Only one platform has the variable, and there is nothing in its place.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct OnePlatform;

/// The name of a variable on each platform.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// On systems of the Unix family.
    pub posix: Option<&'static str>,
    /// On Windows.
    pub windows: Option<&'static str>,
}

/// The names of a variable and its value once read: the static behind an [`Accessor`].
pub struct Source<K> {
    keys: Keys,
    kind: K,
}

impl<K: Kind, F> Accessor<K, F> {
    /// Makes an accessor; [`define_env_vars!`](crate::define_env_vars) writes these.
    #[must_use]
    pub const fn new(source: &'static Source<K>, fallback: F) -> Self {
        Self { source, fallback }
    }

    /// Returns the name of the variable on this platform, if it has one.
    ///
    /// Zig: `platformKey`.
    #[doc(alias = "platformKey")]
    #[must_use]
    pub fn platform_key(self) -> Option<&'static str> {
        self.source.keys.here()
    }

    /// Returns the value on this platform.
    #[inline]
    fn read(&self) -> Option<K::Value> {
        self.source.kind.read(&self.source.keys)
    }
}

impl<K: Kind, F: Fallback<K::Value>> Accessor<K, F> {
    /// Returns the value, or what [`Fallback`] says when the variable is not set.
    ///
    /// The first call looks into the environment, later ones read the kept result: one load.
    /// Changes of the environment after that are not seen.
    ///
    /// A value that does not parse counts as not set, unless the variable has another
    /// [`OnError`](super::OnError).
    ///
    /// Zig: `get`.
    #[inline]
    #[must_use]
    pub fn get(self) -> F::Output {
        let value = self.read();
        self.fallback.complete(value)
    }

    /// Returns the value or the default; nothing if there is neither or no such variable on this
    /// platform.
    ///
    /// Zig: `platformGet`.
    #[doc(alias = "platformGet")]
    #[inline]
    #[must_use]
    pub fn platform_get(self) -> Option<K::Value> {
        let value = self.read();
        self.fallback.or_default(value)
    }
}

impl<F: Fallback<&'static [u8]>> Accessor<super::Text, F> {
    /// Returns the value or the default unless it is empty.
    ///
    /// Zig: `getNotEmpty`.
    #[doc(alias = "getNotEmpty")]
    #[inline]
    #[must_use]
    pub fn get_not_empty(self) -> Option<&'static [u8]> {
        self.platform_get().filter(|value| !value.is_empty())
    }
}

impl<K: Kind, F: EveryPlatform> Accessor<K, F> {
    /// Returns the name of the variable on this platform.
    ///
    /// On WebAssembly, which has no variables, the name for the Unix family.
    ///
    /// Zig: `key`.
    ///
    /// # Examples
    ///
    /// ```
    /// let key = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
    /// assert_eq!(bun_core::env_var::HOME.key(), key);
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        let keys = &self.source.keys;
        keys.here().or(keys.posix).unwrap_or_default()
    }
}

impl<K: Kind, F: Copy> Copy for Accessor<K, F> {}

impl<K: Kind, F: Copy> Clone for Accessor<K, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Kind, F: fmt::Debug> fmt::Debug for Accessor<K, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accessor")
            .field("keys", &self.source.keys)
            .field("fallback", &self.fallback)
            .finish_non_exhaustive()
    }
}

impl<K: fmt::Debug> fmt::Debug for Source<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("keys", &self.keys).field("kind", &self.kind).finish()
    }
}

impl<V> Fallback<V> for Optional {
    type Output = Option<V>;

    #[inline]
    fn complete(self, value: Option<V>) -> Option<V> {
        value
    }

    #[inline]
    fn or_default(self, value: Option<V>) -> Option<V> {
        value
    }
}

impl<V> Fallback<V> for OnePlatform {
    type Output = Option<V>;

    #[inline]
    fn complete(self, value: Option<V>) -> Option<V> {
        value
    }

    #[inline]
    fn or_default(self, value: Option<V>) -> Option<V> {
        value
    }
}

impl<V: Copy> Fallback<V> for Defaulted<V> {
    type Output = V;

    #[inline]
    fn complete(self, value: Option<V>) -> V {
        value.unwrap_or(self.0)
    }

    #[inline]
    fn or_default(self, value: Option<V>) -> Option<V> {
        Some(self.complete(value))
    }
}

impl EveryPlatform for Optional {}
impl<V> EveryPlatform for Defaulted<V> {}

impl Keys {
    /// The same name on every platform.
    #[must_use]
    pub const fn everywhere(key: &'static str) -> Self {
        Self { posix: Some(key), windows: Some(key) }
    }

    /// Returns the name on this platform, if there is one.
    pub(super) const fn here(&self) -> Option<&'static str> {
        if env::IS_WINDOWS {
            self.windows
        } else if env::IS_POSIX {
            self.posix
        } else {
            None
        }
    }
}

impl<K> Source<K> {
    /// Makes the static for a variable; [`define_env_vars!`](crate::define_env_vars) writes these.
    #[must_use]
    pub const fn new(keys: Keys, kind: K) -> Self {
        Self { keys, kind }
    }
}

mod sealed {
    pub trait Fallback {}
    impl Fallback for super::Optional {}
    impl Fallback for super::OnePlatform {}
    impl<V> Fallback for super::Defaulted<V> {}
}
