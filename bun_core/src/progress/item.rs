//! The shared side of a node.

use alloc::borrow::Cow;
use alloc::sync::{Arc, Weak};
use core::fmt;
use core::ops::Deref;
use core::sync::atomic::AtomicUsize;
use std::sync::Mutex;

use super::{Unit, lock};

/// What a node shows, as every thread sees it.
pub(super) struct Item {
    pub(super) label: Mutex<Label>,
    /// Zero when the number is not known.
    pub(super) estimated_total: Counter,
    pub(super) completed: Counter,
    pub(super) parent: Option<Arc<Self>>,
    /// The part that moved last: the one of its siblings that is shown.
    pub(super) recent_child: Mutex<Weak<Self>>,
}

/// A name and a unit.
pub(super) struct Label {
    pub(super) name: Cow<'static, [u8]>,
    pub(super) unit: Unit,
    /// The fields of the node when they were looked at last: they count once they differ.
    pub(super) seen: (&'static [u8], Unit),
}

/// A number that several threads change: an [`AtomicUsize`] that a node shares.
///
/// # Examples
///
/// ```
/// use core::sync::atomic::Ordering;
///
/// let mut progress = bun_core::Progress::Progress::new();
/// let node = progress.start(b"files", 3);
/// let total = node.unprotected_estimated_total_items.load(Ordering::Relaxed);
/// node.set_completed_items(total);
/// assert_eq!(node.unprotected_completed_items.load(Ordering::Relaxed), 3);
/// ```
#[derive(Clone, Default)]
pub struct Counter {
    number: Arc<AtomicUsize>,
}

impl Counter {
    pub(super) fn new(number: usize) -> Self {
        Self { number: Arc::new(AtomicUsize::new(number)) }
    }
}

impl Deref for Counter {
    type Target = AtomicUsize;

    fn deref(&self) -> &AtomicUsize {
        &self.number
    }
}

impl fmt::Debug for Counter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl Item {
    pub(super) fn new(label: Label, estimated_total: usize, parent: Option<Arc<Self>>) -> Self {
        Self {
            label: Mutex::new(label),
            estimated_total: Counter::new(estimated_total),
            completed: Counter::new(0),
            parent,
            recent_child: Mutex::default(),
        }
    }

    /// Shows this item rather than its siblings.
    pub(super) fn show(self: &Arc<Self>) {
        if let Some(parent) = &self.parent {
            *lock(&parent.recent_child) = Arc::downgrade(self);
        }
    }
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item")
            .field("estimated_total", &self.estimated_total)
            .field("completed", &self.completed)
            .finish_non_exhaustive()
    }
}
