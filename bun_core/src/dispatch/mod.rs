//! How a low crate calls code that only a high crate has, in three shapes.
//!
//! In one Zig compilation everything can import everything. Crates cannot import upwards, so a call
//! that went up becomes one of these. Which one follows from what the low code knows:
//!
//! | the low crate | use | a call costs |
//! |---|---|---|
//! | stores one function for the whole process | [`Hook`] | an atomic load, an indirect call |
//! | holds an object, on a path that is not hot | a table of functions | an indirect call |
//! | holds an object of a known set of types, hot | a tag and a pointer | nothing: see below |
//!
//! # Cold: a table of functions
//!
//! The low crate defines the table, a `'static` struct of function pointers; the high crate fills
//! one per type. In Rust the compiler writes that table when the interface is a trait, so the port
//! of a Zig vtable is `&dyn Trait`, or `Box<dyn Trait>` when it owns:
//!
//! ```
//! // The low crate: a resolver that can report, and does not know to whom.
//! trait Log {
//!     fn warn(&mut self, text: &str);
//! }
//!
//! fn resolve(path: &str, log: &mut dyn Log) -> bool {
//!     if path.contains('\\') {
//!         log.warn("backslash in a path");
//!     }
//!     !path.is_empty()
//! }
//!
//! // The high crate.
//! #[derive(Default)]
//! struct Console(Vec<String>);
//!
//! impl Log for Console {
//!     fn warn(&mut self, text: &str) {
//!         self.0.push(format!("warn: {text}"));
//!     }
//! }
//!
//! let mut console = Console::default();
//! assert!(resolve(r"a\b", &mut console));
//! assert_eq!(console.0, ["warn: backslash in a path"]);
//! ```
//!
//! # Hot: a tag and a pointer, with the match in the high crate
//!
//! An event loop moves millions of tasks that it never looks into. The low crate stores a tag and
//! an opaque handle and gives both back; only the high crate, which knows every type, matches on
//! the tag. That match is direct calls which the compiler can inline; no function pointer is
//! loaded.
//!
//! ```
//! use std::collections::VecDeque;
//!
//! // The low crate: a queue of tasks. `T` is the high crate's tagged handle, moved and never read.
//! struct EventLoop<T> {
//!     tasks: VecDeque<T>,
//! }
//!
//! impl<T> EventLoop<T> {
//!     fn enqueue(&mut self, task: T) {
//!         self.tasks.push_back(task);
//!     }
//!
//!     // `#[inline]`, so that the caller's match becomes part of this loop.
//!     #[inline]
//!     fn tick(&mut self, mut run: impl FnMut(T)) -> usize {
//!         let due = self.tasks.len();
//!         for task in self.tasks.drain(..) {
//!             run(task);
//!         }
//!         due
//!     }
//! }
//!
//! // The high crate: the closed set of tasks, and the one match.
//! struct Timer { id: u32 }
//! struct Read { bytes: usize }
//!
//! enum Task {
//!     Timer(Box<Timer>),
//!     Read(Box<Read>),
//! }
//! assert_eq!(size_of::<Task>(), 16, "a tag and a pointer");
//!
//! let mut event_loop = EventLoop { tasks: VecDeque::new() };
//! event_loop.enqueue(Task::Timer(Box::new(Timer { id: 7 })));
//! event_loop.enqueue(Task::Read(Box::new(Read { bytes: 64 })));
//!
//! let (mut timers, mut total) = (Vec::new(), 0);
//! let ran = event_loop.tick(|task| match task {
//!     Task::Timer(timer) => timers.push(timer.id),
//!     Task::Read(read) => total += read.bytes,
//! });
//! assert_eq!((ran, timers, total), (2, vec![7], 64));
//! ```
//!
//! Where the sixteen bytes are too many, `bun_collections::TaggedPtrUnion` packs both words into
//! eight.
//!
//! Rejected: symbols declared `extern "Rust"` below and defined above. A missing definition is a
//! link error without a name, a wrong signature is undefined behaviour, and each is `unsafe` to
//! call.

mod hook;
mod linked;

#[cfg(test)]
mod tests;

pub use hook::Hook;
#[cfg(not(miri))]
pub use linked::INSTALLERS;
