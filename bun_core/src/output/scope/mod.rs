//! Logs of one part of the program, for whoever works on it.
//!
//! `declare_scope!` names a part, `scoped_log!` writes a line for it. They exist in builds with the
//! feature `debug_logs` of `bun_core`; in others a log is dead code that the compiler still checks,
//! and nothing of it, format string included, is in the program. Whether they exist is a constant
//! of this crate, because `cfg!` in a macro asks for the features of the crate that uses it.
//!
//! Which scopes are shown is asked once for each, in this order:
//!
//! | what | effect |
//! |---|---|
//! | `BUN_DEBUG_<name>`, in any case | `0` hides, anything else shows |
//! | `BUN_DEBUG_ALL` | shows, or hides if it means no |
//! | `BUN_DEBUG_QUIET_LOGS` | hides, if it means yes |
//! | `--debug-<name>`, `--debug-all` among the arguments | show |
//! | the declaration | `visible` or `hidden` |
//!
//! Lines go to standard output, or to the file that `BUN_DEBUG` names. A message whose arguments
//! log while they are formatted is written, and what they log is not. Nothing is written while the
//! thread panics. A scope whose line cannot be written falls silent.
//!
//! Zig: `bun.Output.scoped`.

mod file;
mod macros;

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt::{self, Write as _};
use core::sync::atomic::{AtomicU8, Ordering};

use super::environment::{bytes_any_case, switch};
use super::scratch::with_message;
use super::{STDOUT, enable_ansi_colors_stdout};
use crate::argv::argv;

/// Whether scoped logs are part of the program: the feature `debug_logs`.
///
/// Zig: `bun.Environment.enable_logs`.
pub use crate::env::ENABLE_LOGS;

/// Whether a scope is shown when nobody says otherwise.
///
/// # Examples
///
/// ```
/// use bun_core::Environment;
/// use bun_core::Output::Visibility;
///
/// let by_default = Visibility::visible_if(Environment::IS_WINDOWS);
/// assert_eq!(by_default == Visibility::Visible, Environment::IS_WINDOWS);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Only on request.
    Hidden,
    /// Unless it is turned off.
    Visible,
}

impl Visibility {
    /// Returns `Visible` if `condition` holds.
    #[doc(alias = "visibleIf")]
    #[must_use]
    pub const fn visible_if(condition: bool) -> Self {
        if condition { Self::Visible } else { Self::Hidden }
    }
}

/// A part of the program that logs; [`declare_scope!`](crate::declare_scope!) makes one.
///
/// Zig: `bun.Output.Scoped`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{ENABLE_LOGS, ScopedLogger, Visibility};
///
/// static WATCHER: ScopedLogger = ScopedLogger::new("Watcher", Visibility::Visible);
///
/// if WATCHER.is_visible() {
///     WATCHER.log(format_args!("{} events\n", 3)); // [watcher] 3 events
/// }
/// assert!(ENABLE_LOGS || !WATCHER.is_visible());
/// ```
#[derive(Debug)]
pub struct ScopedLogger {
    tagname: &'static str,
    default: Visibility,
    state: AtomicU8,
}

/// The states of a logger.
const UNDECIDED: u8 = 0;
const HIDDEN: u8 = 1;
const VISIBLE: u8 = 2;

impl ScopedLogger {
    /// Returns a logger; nothing is asked before the first log.
    #[must_use]
    pub const fn new(tagname: &'static str, visibility: Visibility) -> Self {
        Self { tagname, default: visibility, state: AtomicU8::new(UNDECIDED) }
    }

    /// Returns whether what is logged is shown. One load, after the first time.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Output::{ENABLE_LOGS, ScopedLogger, Visibility};
    ///
    /// static HIDDEN: ScopedLogger = ScopedLogger::new("Doc_Example", Visibility::Hidden);
    /// assert!(ENABLE_LOGS || !HIDDEN.is_visible());
    /// ```
    #[doc(alias = "isVisible")]
    #[inline]
    #[must_use]
    pub fn is_visible(&self) -> bool {
        ENABLE_LOGS
            && match self.state.load(Ordering::Relaxed) {
                UNDECIDED => self.decide(),
                state => state == VISIBLE,
            }
    }

    /// Writes a line `[tag] message`, if the scope is visible; see the module for when it is not
    /// written all the same.
    ///
    /// The macro [`scoped_log!`](crate::scoped_log!) does not even evaluate the arguments of a
    /// scope that is not visible.
    pub fn log(&self, message: fmt::Arguments<'_>) {
        if !self.is_visible() || std::thread::panicking() {
            return;
        }
        let Some(_inside) = Inside::enter() else { return };
        let tag = Lowercase(self.tagname);
        let stream = file::stream().unwrap_or(&STDOUT);
        let write = |text: &[u8], ending: &[u8]| stream.print(text, ending, true);
        let written = if use_ansi() {
            with_message(format_args!("\x1b[0m\x1b[2m[{tag}]\x1b[0m {message}"), true, write)
        } else {
            with_message(format_args!("[{tag}] {message}"), true, write)
        };
        if written.is_err() {
            self.state.store(HIDDEN, Ordering::Relaxed);
        }
    }

    #[cold]
    fn decide(&self) -> bool {
        let is_visible =
            is_visible(self.tagname, self.default, bytes_any_case, switch, argv().into_iter());
        let decision = if is_visible { VISIBLE } else { HIDDEN };
        // A failure that came meanwhile wins.
        let exchanged =
            self.state.compare_exchange(UNDECIDED, decision, Ordering::Relaxed, Ordering::Relaxed);
        exchanged.err().unwrap_or(decision) == VISIBLE
    }
}

fn is_visible(
    tagname: &str,
    default: Visibility,
    value: impl Fn(&str) -> Option<Vec<u8>>,
    switch: impl Fn(&str) -> Option<bool>,
    mut arguments: impl Iterator<Item = &'static [u8]>,
) -> bool {
    if let Some(value) = value(&alloc::format!("BUN_DEBUG_{tagname}")) {
        return value != b"0";
    }
    if let Some(all) = switch("BUN_DEBUG_ALL") {
        return all;
    }
    if let Some(quiet) = switch("BUN_DEBUG_QUIET_LOGS") {
        return default == Visibility::Visible && !quiet;
    }
    let flag = alloc::format!("--debug-{tagname}");
    default == Visibility::Visible
        || arguments.any(|argument| {
            argument.eq_ignore_ascii_case(flag.as_bytes())
                || argument.eq_ignore_ascii_case(b"--debug-all")
        })
}

/// Returns whether lines are coloured: those on standard output, if that has colours.
pub fn use_ansi() -> bool {
    enable_ansi_colors_stdout() && file::stream().is_none()
}

/// Silences the scoped logs of the calling thread, up to as many [`enable_scoped_debug_writer`].
///
/// Zig: `bun.Output.disableScopedDebugWriter`.
///
/// # Examples
///
/// ```
/// bun_core::Output::disable_scoped_debug_writer();
/// // Nothing is logged here.
/// bun_core::Output::enable_scoped_debug_writer();
/// ```
#[doc(alias = "disableScopedDebugWriter")]
pub fn disable_scoped_debug_writer() {
    DEPTH.set(DEPTH.get().saturating_add(1));
}

/// Ends one [`disable_scoped_debug_writer`].
///
/// Zig: `bun.Output.enableScopedDebugWriter`.
#[doc(alias = "enableScopedDebugWriter")]
pub fn enable_scoped_debug_writer() {
    DEPTH.set(DEPTH.get().saturating_sub(1));
}

thread_local! {
    /// The number of logs this thread is inside of, and of times it was silenced.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A log that is being written: there is at most one on a thread.
struct Inside {
    _private: (),
}

impl Inside {
    fn enter() -> Option<Self> {
        (DEPTH.get() == 0).then(|| {
            DEPTH.set(1);
            Self { _private: () }
        })
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        enable_scoped_debug_writer();
    }
}

/// Writes a name in lower case.
struct Lowercase(&'static str);

impl fmt::Display for Lowercase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| f.write_char(letter.to_ascii_lowercase()))
    }
}
