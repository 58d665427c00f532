//! How far a task is, on one line of the terminal.
//!
//! Draws to standard error, only when that is a terminal that understands escape sequences, at
//! most every 50 ms and not during the first 500 ms: a short task shows nothing. The line goes
//! when the first node ends.
//!
//! Nodes own shared state instead of pointing at each other, so they may be moved, sent to threads
//! and dropped in any order.
//!
//! Zig: `bun.Progress`.

mod line;
mod screen;

#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::sync::{Arc, Weak};
use core::fmt;
use core::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use crate::output;
use crate::time::Timer;
use screen::Screen;

/// A line on the terminal, to which nodes contribute.
///
/// # Examples
///
/// ```
/// use bun_core::Progress::Progress;
///
/// let progress = Progress::new();
/// let files = progress.start(b"Hashing", 3);
/// for _ in 0..3 {
///     files.complete_one();
/// }
/// files.end();
/// ```
#[derive(Clone, Debug)]
pub struct Progress {
    shared: Arc<Shared>,
}

/// A task on the line, or a part of one; dropping it is its [`end`](Node::end).
///
/// Shared between threads by reference: every method takes `&self`.
///
/// # Examples
///
/// ```
/// use bun_core::Progress::{Progress, Unit};
///
/// let progress = Progress::new();
/// let install = progress.start(b"Install", 2);
/// let download = install.start(b"download", 0);
/// download.set_unit(Unit::Bytes);
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
    item: Arc<Item>,
    shared: Arc<Shared>,
}

/// What a node counts.
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

/// What all nodes of a line have in common.
#[derive(Debug)]
struct Shared {
    /// `None` when there is no terminal to draw on.
    screen: Option<Mutex<Screen>>,
    timer: Timer,
    /// The node the line starts with.
    root: Mutex<Weak<Item>>,
}

#[derive(Debug)]
struct Item {
    name: Mutex<Cow<'static, [u8]>>,
    unit: AtomicU8,
    /// Zero when the number is not known.
    estimated_total: AtomicUsize,
    completed: AtomicUsize,
    parent: Option<Arc<Self>>,
    /// The part that moved last: the one of its siblings that is shown.
    recent_child: Mutex<Weak<Self>>,
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl Progress {
    /// Returns a line; nothing is drawn before a node is started.
    #[must_use]
    pub fn new() -> Self {
        Self::on(Screen::of_stderr())
    }

    fn on(screen: Option<Screen>) -> Self {
        Self {
            shared: Arc::new(Shared {
                screen: screen.map(Mutex::new),
                timer: Timer::started(),
                root: Mutex::default(),
            }),
        }
    }

    /// Starts the first node of the line. `estimated_total_items` may be zero for "unknown".
    ///
    /// Zig: `Progress.start`.
    pub fn start(&self, name: impl Into<Cow<'static, [u8]>>, estimated_total_items: usize) -> Node {
        let item = Arc::new(Item::new(name.into(), estimated_total_items, None));
        *lock(&self.shared.root) = Arc::downgrade(&item);
        Node { item, shared: Arc::clone(&self.shared) }
    }

    /// Draws the line now.
    pub fn refresh(&self) {
        self.shared.refresh();
    }

    /// Draws the line if it is time to.
    #[doc(alias = "maybeRefresh")]
    pub fn maybe_refresh(&self) {
        self.shared.maybe_refresh();
    }

    /// Prints a message to standard error in place of the line, which comes back below it.
    pub fn log(&self, message: fmt::Arguments<'_>) {
        if let Some(screen) = &self.shared.screen {
            lock(screen).clear();
        }
        output::print_error(message);
        output::flush();
    }
}

impl Node {
    /// Starts a part of this node; its end completes one item of this one.
    pub fn start(&self, name: impl Into<Cow<'static, [u8]>>, estimated_total_items: usize) -> Self {
        let parent = Some(Arc::clone(&self.item));
        Self {
            item: Arc::new(Item::new(name.into(), estimated_total_items, parent)),
            shared: Arc::clone(&self.shared),
        }
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
        self.shared.maybe_refresh();
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
        self.shared.maybe_refresh();
    }

    /// Sets the number of items there are; zero for "unknown".
    #[doc(alias = "setEstimatedTotalItems")]
    pub fn set_estimated_total_items(&self, count: usize) {
        self.item.estimated_total.store(count, Ordering::Relaxed);
        self.shared.maybe_refresh();
    }

    /// Sets the name.
    #[doc(alias = "setName")]
    pub fn set_name(&self, name: impl Into<Cow<'static, [u8]>>) {
        *lock(&self.item.name) = name.into();
        self.shared.maybe_refresh();
    }

    /// Sets what is being counted.
    #[doc(alias = "setUnit")]
    pub fn set_unit(&self, unit: Unit) {
        self.item.unit.store(unit as u8, Ordering::Relaxed);
        self.shared.maybe_refresh();
    }

    /// Ends the node: one item of its parent is done, or the line goes.
    pub fn end(self) {
        drop(self);
    }
}

impl Drop for Node {
    fn drop(&mut self) {
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
                self.shared.maybe_refresh();
            }
            None => {
                if let Some(screen) = &self.shared.screen {
                    lock(screen).clear();
                }
            }
        }
    }
}

impl Shared {
    fn refresh(&self) {
        if let Some(screen) = &self.screen {
            self.draw(&mut lock(screen));
        }
    }

    fn maybe_refresh(&self) {
        let Some(screen) = &self.screen else { return };
        // Another thread is drawing: that will do.
        let mut screen = match screen.try_lock() {
            Ok(screen) => screen,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        if screen.is_due(self.timer.read()) {
            self.draw(&mut screen);
        }
    }

    fn draw(&self, screen: &mut Screen) {
        if let Some(root) = lock(&self.root).upgrade() {
            screen.draw(line::text(&root).as_bytes(), self.timer.read());
        }
    }
}

impl Item {
    fn new(name: Cow<'static, [u8]>, estimated_total: usize, parent: Option<Arc<Self>>) -> Self {
        Self {
            name: Mutex::new(name),
            unit: AtomicU8::new(Unit::None as u8),
            estimated_total: AtomicUsize::new(estimated_total),
            completed: AtomicUsize::new(0),
            parent,
            recent_child: Mutex::default(),
        }
    }

    fn show(self: &Arc<Self>) {
        if let Some(parent) = &self.parent {
            *lock(&parent.recent_child) = Arc::downgrade(self);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panicking thread leaves is a name, a count or a link: all valid on their own.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
