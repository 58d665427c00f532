//! A task on the line.

use alloc::borrow::Cow;
use alloc::sync::{Arc, Weak};
use core::sync::atomic::Ordering;

use super::item::{Counter, Item, Label};
use super::screen::Screen;
use super::{Context, lock};

/// A task on the line, or a part of one; dropping it is its [`end`](Node::end).
///
/// Shared between threads by reference: the methods take `&self`.
///
/// # Examples
///
/// ```
/// use bun_core::Progress::{Progress, Unit};
///
/// let mut progress = Progress::new();
/// let install = progress.start(b"Install", 2);
/// let mut download = install.start(b"download", 0);
/// download.unit = Unit::Bytes;
/// std::thread::scope(|scope| {
///     for _ in 0..2 {
///         scope.spawn(|| download.complete_one());
///     }
/// });
/// assert_eq!(download.completed_items(), 2);
/// download.end();
/// assert_eq!(install.completed_items(), 1);
/// ```
#[derive(Debug)]
#[must_use = "a node ends when it is dropped"]
pub struct Node {
    /// The name. What is assigned shows from the next call of a method of this node on;
    /// [`set_name`](Self::set_name) takes names that are not static.
    pub name: &'static [u8],
    /// What is counted. As for the name, it shows from the next call on.
    pub unit: Unit,
    /// The number of items there are; zero for "unknown".
    pub unprotected_estimated_total_items: Counter,
    /// The number of items that are done.
    pub unprotected_completed_items: Counter,
    item: Arc<Item>,
    context: Arc<Context>,
    has_ended: bool,
}

/// What a node counts.
///
/// # Examples
///
/// ```
/// use bun_core::Progress::{Node, Unit};
///
/// let mut download = Node::default();
/// assert_eq!(download.unit, Unit::None);
/// download.unit = Unit::Bytes; // [1024/4096B] from the next call on
/// download.set_completed_items(1024);
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Nothing in particular.
    #[default]
    None,
    /// Files: shown as ` files`.
    Files,
    /// Bytes: shown as `B`.
    Bytes,
}

/// A node that is part of no line: it counts, and draws nothing.
impl Default for Node {
    fn default() -> Self {
        Self::idle(&Arc::new(Context::new(Screen::none())))
    }
}

impl Node {
    pub(super) fn new(
        name: Cow<'static, [u8]>,
        estimated_total_items: usize,
        parent: Option<Arc<Item>>,
        context: &Arc<Context>,
    ) -> Self {
        let field = match &name {
            Cow::Borrowed(name) => name,
            Cow::Owned(_) => &[][..],
        };
        let label = Label { name, unit: Unit::None, seen: (field, Unit::None) };
        let item = Arc::new(Item::new(label, estimated_total_items, parent));
        Self {
            name: field,
            unit: Unit::None,
            unprotected_estimated_total_items: item.estimated_total.clone(),
            unprotected_completed_items: item.completed.clone(),
            item,
            context: Arc::clone(context),
            has_ended: false,
        }
    }

    /// Returns a node that has not been started.
    pub(super) fn idle(context: &Arc<Context>) -> Self {
        let mut node = Self::new(Cow::Borrowed(b""), 0, None, context);
        node.has_ended = true;
        node
    }

    pub(super) fn downgrade(&self) -> Weak<Item> {
        Arc::downgrade(&self.item)
    }

    /// Hands on what may have been assigned to the fields.
    pub(super) fn publish(&self) {
        let mut label = lock(&self.item.label);
        let (name, unit) = label.seen;
        // By address: that is what an assignment changes.
        if !core::ptr::eq(name, self.name) {
            label.name = Cow::Borrowed(self.name);
        }
        if unit != self.unit {
            label.unit = self.unit;
        }
        label.seen = (self.name, self.unit);
    }

    /// Starts a part of this node; its end completes one item of this one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Progress::Node;
    ///
    /// let install = Node::default();
    /// drop(install.start(b"left-pad", 0));
    /// drop(install.start(format!("react@{}", 19).into_bytes(), 0));
    /// assert_eq!(install.completed_items(), 2);
    /// ```
    pub fn start(&self, name: impl Into<Cow<'static, [u8]>>, estimated_total_items: usize) -> Self {
        self.publish();
        let parent = Some(Arc::clone(&self.item));
        Self::new(name.into(), estimated_total_items, parent, &self.context)
    }

    /// Counts one item as done.
    #[doc(alias = "completeOne")]
    pub fn complete_one(&self) {
        self.item.completed.fetch_add(1, Ordering::Relaxed);
        self.activate();
    }

    /// Shows this node rather than its siblings.
    pub fn activate(&self) {
        self.item.show();
        self.changed();
    }

    /// Returns the number of items that are done.
    #[must_use]
    pub fn completed_items(&self) -> usize {
        self.item.completed.load(Ordering::Relaxed)
    }

    /// Sets the number of items that are done.
    #[doc(alias = "setCompletedItems")]
    pub fn set_completed_items(&self, completed_items: usize) {
        self.item.completed.store(completed_items, Ordering::Relaxed);
        self.changed();
    }

    /// Returns the number of items there are; zero for "unknown".
    #[must_use]
    pub fn estimated_total_items(&self) -> usize {
        self.item.estimated_total.load(Ordering::Relaxed)
    }

    /// Sets the number of items there are; zero for "unknown".
    #[doc(alias = "setEstimatedTotalItems")]
    pub fn set_estimated_total_items(&self, count: usize) {
        self.item.estimated_total.store(count, Ordering::Relaxed);
        self.changed();
    }

    /// Sets the name.
    #[doc(alias = "setName")]
    pub fn set_name(&self, name: impl Into<Cow<'static, [u8]>>) {
        self.publish();
        lock(&self.item.label).name = name.into();
        self.changed();
    }

    /// Sets the name to several pieces, one after the other.
    pub fn set_name_parts(&self, parts: &[&[u8]]) {
        self.set_name(parts.concat());
    }

    /// Sets what is being counted.
    #[doc(alias = "setUnit")]
    pub fn set_unit(&self, unit: Unit) {
        self.publish();
        lock(&self.item.label).unit = unit;
        self.changed();
    }

    /// Ends the node: one item of its parent is done, or the line goes. Once; more has no effect.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Progress::Progress;
    ///
    /// let mut progress = Progress::new();
    /// let root = progress.start(b"Install", 2);
    /// let mut part = root.start(b"resolve", 0);
    /// part.end();
    /// part.end();
    /// assert_eq!(root.completed_items(), 1);
    /// ```
    pub fn end(&mut self) {
        if core::mem::replace(&mut self.has_ended, true) {
            return;
        }
        match &self.item.parent {
            Some(parent) => {
                {
                    let mut recent = lock(&parent.recent_child);
                    if core::ptr::eq(recent.as_ptr(), Arc::as_ptr(&self.item)) {
                        *recent = Weak::new();
                    }
                }
                parent.completed.fetch_add(1, Ordering::Relaxed);
                parent.show();
                self.changed();
            }
            None => self.context.end(&self.downgrade()),
        }
    }

    /// Returns what draws the line of this node: `node.context_ptr().refresh()`.
    ///
    /// In Zig a pointer to the [`Progress`](super::Progress), which may have moved by now; hence a
    /// reference to what nodes share instead.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Progress::Node;
    ///
    /// let node = Node::default();
    /// let part = node.start(b"part", 1);
    /// assert!(core::ptr::eq(node.context_ptr(), part.context_ptr()));
    /// ```
    #[doc(alias = "context")]
    #[must_use]
    pub fn context_ptr(&self) -> &Context {
        &self.context
    }

    fn changed(&self) {
        self.publish();
        self.context.maybe_refresh();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
    }
}
