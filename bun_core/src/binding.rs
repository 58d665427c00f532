//! A trace of which native function a script called.

use crate::output;
use core::fmt;
use std::sync::OnceLock;

/// Notes that a native function was entered: `mark_binding!("Server.stop")`.
///
/// Prints `[jsc] name (file:line)` to standard error if the environment variable `BUN_DEBUG_JSC` is
/// `1`, or `BUN_DEBUG_ALL` is set, in builds with debug assertions. Without them nothing is
/// computed. Without a name it is the module that is named.
///
/// Zig: `jsc.markBinding(@src())`.
///
/// # Examples
///
/// ```
/// fn stop() -> u32 {
///     bun_core::mark_binding!("Server.stop");
///     bun_core::mark_binding!();
///     1
/// }
/// assert_eq!(stop(), 1);
/// ```
#[macro_export]
macro_rules! mark_binding {
    () => {
        $crate::mark_binding!(::core::module_path!())
    };
    ($name:expr) => {
        if ::core::cfg!(debug_assertions) {
            $crate::__private::mark_binding(&$name, ::core::file!(), ::core::line!());
        }
    };
}

#[doc(hidden)]
pub fn mark_binding(name: &dyn fmt::Display, file: &str, line: u32) {
    static ENABLED: OnceLock<bool> = OnceLock::new();
    let enabled = ENABLED.get_or_init(|| {
        std::env::var_os("BUN_DEBUG_ALL").is_some()
            || std::env::var_os("BUN_DEBUG_JSC").is_some_and(|value| value != "0")
    });
    if *enabled {
        output::print_errorln(format_args!("[jsc] {name} ({file}:{line})"));
    }
}
