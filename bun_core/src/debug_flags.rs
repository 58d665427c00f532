//! Breakpoints of debug builds: names at which the resolver or the printer shall stop.
//!
//! Zig: `bun.cli.debug_flags`, which release builds do not have. Here they have it, and nothing is
//! ever found in it: [`SHOW_CRASH_TRACE`] is the switch.
//!
//! # Examples
//!
//! ```
//! use bun_core::{Environment, debug_flags};
//!
//! debug_flags::set_resolve_breakpoints(&[b"react"]);
//! let stops = debug_flags::has_resolve_breakpoint(b"node_modules/react/index.js");
//! assert_eq!(stops, Environment::SHOW_CRASH_TRACE);
//! assert!(!debug_flags::has_print_breakpoint(b"src/index.ts", b"/home/me/src/index.ts"));
//! ```

use std::sync::{PoisonError, RwLock};

use crate::env::SHOW_CRASH_TRACE;

type Names = &'static [&'static [u8]];

static RESOLVE: RwLock<Names> = RwLock::new(&[]);
static PRINT: RwLock<Names> = RwLock::new(&[]);

/// Has [`has_resolve_breakpoint`] find paths that contain one of `names`.
pub fn set_resolve_breakpoints(names: Names) {
    *RESOLVE.write().unwrap_or_else(PoisonError::into_inner) = names;
}

/// Has [`has_print_breakpoint`] find paths that contain one of `names`.
pub fn set_print_breakpoints(names: Names) {
    *PRINT.write().unwrap_or_else(PoisonError::into_inner) = names;
}

/// Returns whether the resolver shall stop at a path.
///
/// Zig: `hasResolveBreakpoint`.
///
/// # Examples
///
/// ```
/// use bun_core::{Environment, debug_flags};
///
/// debug_flags::set_resolve_breakpoints(&[b"lodash", b"react"]);
/// let stops = debug_flags::has_resolve_breakpoint(b"/a/react/index.js");
/// assert_eq!(stops, Environment::SHOW_CRASH_TRACE);
/// ```
#[doc(alias = "hasResolveBreakpoint")]
#[must_use]
pub fn has_resolve_breakpoint(path: &[u8]) -> bool {
    SHOW_CRASH_TRACE && is_named(&RESOLVE, path)
}

/// Returns whether the printer shall stop at a file, by either form of its path.
///
/// Zig: `hasPrintBreakpoint`.
///
/// # Examples
///
/// ```
/// use bun_core::{Environment, debug_flags};
///
/// debug_flags::set_print_breakpoints(&[b"/me/"]);
/// let stops = debug_flags::has_print_breakpoint(b"src/a.ts", b"/home/me/src/a.ts");
/// assert_eq!(stops, Environment::SHOW_CRASH_TRACE);
/// ```
#[doc(alias = "hasPrintBreakpoint")]
#[must_use]
pub fn has_print_breakpoint(pretty: &[u8], text: &[u8]) -> bool {
    SHOW_CRASH_TRACE && (is_named(&PRINT, pretty) || is_named(&PRINT, text))
}

fn is_named(names: &RwLock<Names>, path: &[u8]) -> bool {
    let names = *names.read().unwrap_or_else(PoisonError::into_inner);
    // A handful of names, in debug builds: the naive search is enough.
    names.iter().any(|name| name.is_empty() || path.windows(name.len()).any(|part| part == *name))
}
