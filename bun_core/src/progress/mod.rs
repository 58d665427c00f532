//! How far a task is, on one line of the terminal.
//!
//! Draws to standard error, only when that is a terminal that understands escape sequences, at
//! most every 50 ms and not during the first 500 ms: a short task shows nothing. The line goes
//! when the first node ends.
//!
//! Nodes own shared state instead of pointing at each other, so they may be moved, sent to threads
//! and dropped in any order. The public fields of [`Progress`] and [`Node`] are the side of that
//! state that the owner may assign to; what is assigned shows from the next call of a method on.
//!
//! Zig: `bun.Progress`.

mod item;
mod line;
mod node;
mod screen;

#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::sync::{Arc, Weak};
use core::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use crate::output;
use crate::time::Timer;
use item::Item;
use screen::Screen;

pub use item::Counter;
pub use node::{Node, Unit};

/// A line on the terminal, to which nodes contribute.
///
/// # Examples
///
/// ```
/// use bun_core::Progress::Progress;
///
/// let mut progress = Progress::new();
/// let files = progress.start(b"Hashing", 3);
/// for _ in 0..3 {
///     files.complete_one();
/// }
/// progress.root.end();
/// ```
#[derive(Debug)]
pub struct Progress {
    /// Whether the terminal understands escape sequences: nothing is drawn without.
    ///
    /// [`start`](Self::start) sets it if standard error is such a terminal, and may be overruled
    /// after that. Setting it does not make a terminal of anything else.
    pub supports_ansi_escape_codes: bool,
    /// The first node of the line, after [`start`](Self::start).
    pub root: Node,
    /// The nanoseconds between two drawings; 50 million.
    pub refresh_rate_ns: u64,
    /// The nanoseconds before the first drawing; 500 million.
    pub initial_delay_ns: u64,
    context: Arc<Context>,
}

/// What all nodes of a line have in common; see [`Node::context_ptr`].
///
/// # Examples
///
/// ```
/// use bun_core::Progress::{Context, Node};
///
/// let node = Node::default();
/// let line: &Context = node.context_ptr();
/// line.log(format_args!("checked {} files\n", 2));
/// line.refresh();
/// assert_eq!(node.completed_items(), 0, "drawing counts nothing");
/// ```
#[derive(Debug)]
pub struct Context {
    screen: Mutex<Screen>,
    timer: Timer,
    /// The node the line starts with.
    root: Mutex<Weak<Item>>,
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

    fn on(screen: Screen) -> Self {
        let context = Arc::new(Context::new(screen));
        Self {
            supports_ansi_escape_codes: false,
            root: Node::idle(&context),
            refresh_rate_ns: screen::REFRESH_INTERVAL_NS,
            initial_delay_ns: screen::INITIAL_DELAY_NS,
            context,
        }
    }

    /// Starts the first node of the line. `estimated_total_items` may be zero for "unknown".
    ///
    /// The node before, if there was one, ends.
    ///
    /// Zig: `Progress.start`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Progress::Progress;
    ///
    /// let mut progress = Progress::new();
    /// progress.start(b"Resolving", 0).complete_one();
    /// let root = progress.start(b"Downloading", 3);
    /// assert_eq!((root.completed_items(), root.estimated_total_items()), (0, 3));
    /// ```
    pub fn start(
        &mut self,
        name: impl Into<Cow<'static, [u8]>>,
        estimated_total_items: usize,
    ) -> &mut Node {
        self.supports_ansi_escape_codes |= lock(&self.context.screen).is_terminal;
        self.publish();
        self.root.end();
        self.root = Node::new(name.into(), estimated_total_items, None, &self.context);
        *lock(&self.context.root) = self.root.downgrade();
        &mut self.root
    }

    /// Draws the line now.
    pub fn refresh(&self) {
        self.publish();
        self.context.refresh();
    }

    /// Draws the line if it is time to.
    #[doc(alias = "maybeRefresh")]
    pub fn maybe_refresh(&self) {
        self.publish();
        self.context.maybe_refresh();
    }

    /// Prints a message to standard error in place of the line, which comes back below it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Progress::Progress;
    ///
    /// let mut progress = Progress::new();
    /// progress.start(b"Building", 2).complete_one();
    /// progress.log(format_args!("one of two is built\n"));
    /// assert_eq!(progress.root.completed_items(), 1);
    /// ```
    pub fn log(&self, message: fmt::Arguments<'_>) {
        self.publish();
        self.context.log(message);
    }

    /// Hands on what may have been assigned to the fields.
    fn publish(&self) {
        self.root.publish();
        let mut screen = lock(&self.context.screen);
        screen.understands_sequences = self.supports_ansi_escape_codes;
        screen.refresh_interval_ns = self.refresh_rate_ns;
        screen.initial_delay_ns = self.initial_delay_ns;
    }
}

impl Context {
    fn new(screen: Screen) -> Self {
        Self { screen: Mutex::new(screen), timer: Timer::started(), root: Mutex::default() }
    }

    /// As [`Progress::refresh`].
    pub fn refresh(&self) {
        self.draw(&mut lock(&self.screen));
    }

    /// As [`Progress::maybe_refresh`].
    #[doc(alias = "maybeRefresh")]
    pub fn maybe_refresh(&self) {
        // Another thread is drawing: that will do.
        let mut screen = match self.screen.try_lock() {
            Ok(screen) => screen,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        if screen.draws() && screen.is_due(self.timer.read()) {
            self.draw(&mut screen);
        }
    }

    /// As [`Progress::log`].
    pub fn log(&self, message: fmt::Arguments<'_>) {
        self.clear();
        output::print_error(message);
        output::flush();
    }

    /// Removes the line, and with it what it is about if that is `root`.
    fn end(&self, root: &Weak<Item>) {
        let mut known = lock(&self.root);
        if known.ptr_eq(root) {
            *known = Weak::new();
            drop(known);
            self.clear();
        }
    }

    fn clear(&self) {
        lock(&self.screen).clear();
    }

    fn draw(&self, screen: &mut Screen) {
        if screen.draws()
            && let Some(root) = lock(&self.root).upgrade()
        {
            screen.draw(line::text(&root).as_bytes(), self.timer.read());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panicking thread leaves is a name, a count or a link: all valid on their own.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
