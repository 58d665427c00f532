//! What a count of all threads is made of, from `core` or from `loom`.
//!
//! The only file of the crate that knows of `cfg(loom)`. A model is worth what it would notice, so
//! under loom every edge that the count relies on can be broken on purpose: see [`Mutant`].

#[cfg(not(loom))]
pub(super) use core::sync::atomic::{AtomicU32, Ordering, fence};

#[cfg(loom)]
pub(super) use loom::sync::atomic::{Ordering, fence};

/// One way to break a count that a model must notice. None is ever active outside of the models,
/// where this is nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutant {
    /// What was done with a reference is not visible once it is released.
    Release,
    /// Who releases last does not look at what was done before other releases.
    Acquire,
    /// Who reads that there is one reference does not see what was done with others.
    Get,
}

#[cfg(not(loom))]
impl Mutant {
    /// Returns the ordering, or none at all if this edge is to be broken.
    #[inline(always)]
    pub(super) const fn order(self, ordering: Ordering) -> Ordering {
        ordering
    }

    /// Returns whether the count is to be broken in this way.
    #[inline(always)]
    pub(super) const fn is_active(self) -> bool {
        false
    }
}

#[cfg(loom)]
std::thread_local! {
    /// Loom runs all threads of a model on one.
    pub(super) static ACTIVE: core::cell::Cell<Option<Mutant>> = const {
        core::cell::Cell::new(None)
    };
}

#[cfg(loom)]
impl Mutant {
    pub(super) fn order(self, ordering: Ordering) -> Ordering {
        if self.is_active() { Ordering::Relaxed } else { ordering }
    }

    pub(super) fn is_active(self) -> bool {
        ACTIVE.get() == Some(self)
    }
}

/// loom's, which registers itself when it is made, behind a constructor that is `const`: it is made
/// when it is first used, which [`RefPtr::new`](super::RefPtr::new) does in debug builds.
#[cfg(loom)]
pub(super) struct AtomicU32 {
    initial: u32,
    atomic: std::sync::OnceLock<loom::sync::atomic::AtomicU32>,
}

#[cfg(loom)]
impl AtomicU32 {
    pub(super) const fn new(initial: u32) -> Self {
        Self { initial, atomic: std::sync::OnceLock::new() }
    }
}

#[cfg(loom)]
impl core::ops::Deref for AtomicU32 {
    type Target = loom::sync::atomic::AtomicU32;

    fn deref(&self) -> &Self::Target {
        self.atomic.get_or_init(|| Self::Target::new(self.initial))
    }
}
