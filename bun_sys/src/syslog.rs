//! `syslog!`: the log of system calls.

bun_core::declare_scope!(SYS, visible);

/// Writes a line to the log of system calls, which `BUN_DEBUG_SYS=1` shows.
///
/// As [`bun_core::scoped_log!`]: without the feature `debug_logs` of `bun_core` nothing of it is in
/// the program, and the arguments are not evaluated.
///
/// Zig: `bun.sys.syslog`.
///
/// # Examples
///
/// ```
/// bun_sys::syslog!("open({}) = {}", "/etc/hosts", 3);
/// ```
#[macro_export]
macro_rules! syslog {
    ($($message:tt)+) => {
        $crate::__private::scoped_log!($crate::__private::SYS, $($message)+)
    };
}
