//! Whether messages wait in the buffers, and when they are written out.

use core::sync::atomic::{AtomicBool, Ordering};

use super::flush;

static IS_BUFFERING: AtomicBool = AtomicBool::new(true);

/// Returns whether every message is written out at once.
pub(crate) fn is_unbuffered() -> bool {
    !IS_BUFFERING.load(Ordering::Relaxed)
}

/// Flushes when the result is dropped: the first line of a `main` that returns.
///
/// Zig: `defer bun.Output.flush()`.
///
/// # Examples
///
/// ```
/// let _flush = bun_core::Output::flush_guard();
/// bun_core::Output::println(format_args!("seen"));
/// ```
pub fn flush_guard() -> FlushGuard {
    FlushGuard { _private: () }
}

/// Calls [`flush`] on drop; see [`flush_guard`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, FlushGuard};
///
/// fn main() {
///     let _flush: FlushGuard = Output::flush_guard();
///     assert!(Output::try_flush().is_ok());
///     Output::print(format_args!("written when `main` returns"));
/// }
/// ```
#[derive(Debug)]
#[must_use = "it flushes when it is dropped"]
pub struct FlushGuard {
    _private: (),
}

impl Drop for FlushGuard {
    fn drop(&mut self) {
        flush();
    }
}

/// Keeps messages in the buffers until they are full or flushed, which is the default.
///
/// Zig: `bun.Output.enableBuffering`.
#[doc(alias = "enableBuffering")]
pub fn enable_buffering() {
    IS_BUFFERING.store(true, Ordering::Relaxed);
}

/// Flushes, and from now on writes every message out at once.
///
/// Zig: `bun.Output.disableBuffering`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// Output::disable_buffering();
/// Output::print(format_args!("seen at once"));
/// assert!(Output::try_flush().is_ok());
/// Output::enable_buffering();
/// ```
#[doc(alias = "disableBuffering")]
pub fn disable_buffering() {
    IS_BUFFERING.store(false, Ordering::Relaxed);
    flush();
}

/// Keeps messages in the buffers for as long as the result lives; then it is as before.
///
/// Does not flush.
///
/// Zig: `bun.Output.enableBufferingScope`.
///
/// # Examples
///
/// ```
/// use bun_core::Output;
///
/// {
///     let _scope = Output::enable_buffering_scope();
///     Output::print(format_args!("many small "));
///     Output::print(format_args!("pieces\n"));
/// }
/// Output::flush();
/// ```
#[doc(alias = "enableBufferingScope")]
pub fn enable_buffering_scope() -> EnableBufferingScope {
    EnableBufferingScope { before: IS_BUFFERING.swap(true, Ordering::Relaxed) }
}

/// Writes every message out at once for as long as the result lives, flushing first; then it is as
/// before.
///
/// For as long as a child process writes to the same terminal.
///
/// Zig: `Output.disableBuffering(); defer Output.enableBuffering();`.
///
/// # Examples
///
/// ```
/// {
///     let _scope = bun_core::Output::disable_buffering_scope();
///     // A child process prints here.
/// }
/// ```
pub fn disable_buffering_scope() -> DisableBufferingScope {
    let before = IS_BUFFERING.swap(false, Ordering::Relaxed);
    flush();
    DisableBufferingScope { before }
}

/// Ends on drop; see [`enable_buffering_scope`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, EnableBufferingScope};
///
/// let table: EnableBufferingScope = Output::enable_buffering_scope();
/// for row in 0..3 {
///     Output::print(format_args!("{row}\n"));
/// }
/// drop(table);
/// assert!(Output::try_flush().is_ok());
/// ```
#[derive(Debug)]
#[must_use = "it ends when it is dropped"]
pub struct EnableBufferingScope {
    before: bool,
}

impl Drop for EnableBufferingScope {
    fn drop(&mut self) {
        IS_BUFFERING.store(self.before, Ordering::Relaxed);
    }
}

/// Ends on drop; see [`disable_buffering_scope`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, DisableBufferingScope};
///
/// let child: DisableBufferingScope = Output::disable_buffering_scope();
/// Output::print(format_args!("before what the child prints\n"));
/// drop(child);
/// assert!(Output::try_flush().is_ok());
/// ```
#[derive(Debug)]
#[must_use = "it ends when it is dropped"]
pub struct DisableBufferingScope {
    before: bool,
}

impl Drop for DisableBufferingScope {
    fn drop(&mut self) {
        IS_BUFFERING.store(self.before, Ordering::Relaxed);
    }
}
