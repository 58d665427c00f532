//! A slot for one function that a higher crate provides.

use std::sync::OnceLock;

use super::linked;
use crate::global::fatal;

/// A process-wide slot of a low crate that a high crate fills once, usually with a function
/// pointer.
///
/// A hook can be filled while the program runs, by [`fill`](Hook::fill), or when it is linked, by
/// [`link_hook!`](crate::link_hook!): then it is full before anything can ask for it.
///
/// # Examples
///
/// ```
/// use bun_core::Hook;
///
/// // The low crate.
/// static SHUT_DOWN: Hook<fn(u8) -> u8> = Hook::new();
///
/// fn stop(code: u8) -> u8 {
///     SHUT_DOWN.get().map_or(code, |shut_down| shut_down(code))
/// }
///
/// // The high crate.
/// assert_eq!(stop(3), 3);
/// assert_eq!(SHUT_DOWN.fill(|code| code + 1), Ok(()));
/// assert_eq!(stop(3), 4);
/// // The first one stays.
/// assert!(SHUT_DOWN.fill(|code| code).is_err());
/// assert_eq!(stop(3), 4);
/// ```
#[derive(Debug)]
pub struct Hook<F> {
    slot: OnceLock<F>,
}

impl<F> Hook<F> {
    /// An empty slot, for a `static`.
    #[must_use]
    pub const fn new() -> Self {
        Self { slot: OnceLock::new() }
    }

    /// Fills the slot.
    ///
    /// # Errors
    ///
    /// Gives `function` back when the slot is full already.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Hook;
    ///
    /// static HOOK: Hook<fn() -> u8> = Hook::new();
    /// assert!(HOOK.fill(|| 1).is_ok());
    /// assert!(HOOK.fill(|| 2).is_err());
    /// assert_eq!(HOOK.get().map(|function| function()), Some(1));
    /// ```
    pub fn fill(&self, function: F) -> Result<(), F> {
        self.slot.set(function)
    }

    /// Fills the slot for [`link_hook!`](crate::link_hook!), of which there may be one for each
    /// hook.
    #[doc(hidden)]
    pub fn install(&self, function: F, name: &str) {
        if self.slot.set(function).is_err() {
            fatal(format_args!("bun_core: the hook {name} is filled twice"));
        }
    }
}

impl<F: Copy> Hook<F> {
    /// Returns what the slot holds, if it was filled. O(1), without a lock.
    #[inline]
    #[must_use]
    pub fn get(&self) -> Option<F> {
        match self.slot.get() {
            Some(&function) => Some(function),
            None => self.get_linked(),
        }
    }

    #[cold]
    fn get_linked(&self) -> Option<F> {
        linked::install_all();
        self.slot.get().copied()
    }
}

impl<F> Default for Hook<F> {
    fn default() -> Self {
        Self::new()
    }
}
