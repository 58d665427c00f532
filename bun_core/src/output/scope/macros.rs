//! The macros that name scopes and write their lines.

/// Names a part of the program whose logs are shown (`visible`) or not (`hidden`) by default.
///
/// Zig: `const log = bun.Output.scoped(.Name, .hidden);`
///
/// # Examples
///
/// ```
/// bun_core::declare_scope!(EventLoop, hidden);
///
/// bun_core::scoped_log!(EventLoop, "tick {}", 1);
/// ```
#[macro_export]
macro_rules! declare_scope {
    ($name:ident, hidden) => {
        $crate::__declare_scope!($name, Hidden);
    };
    ($name:ident, visible) => {
        $crate::__declare_scope!($name, Visible);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __declare_scope {
    ($name:ident, $visibility:ident) => {
        #[allow(
            non_upper_case_globals,
            unreachable_pub,
            dead_code,
            reason = "scopes keep their names, and may be without a log"
        )]
        /// A scope of logs.
        pub static $name: $crate::output::ScopedLogger = $crate::output::ScopedLogger::new(
            ::core::stringify!($name),
            $crate::output::Visibility::$visibility,
        );
    };
}

/// Writes a line for a scope: `scoped_log!(EventLoop, "tick {}", n)`; the template may have tags.
///
/// The arguments are evaluated only if `bun_core` has the feature `debug_logs` and the scope is
/// visible; without the feature nothing of the log is in the program.
///
/// Zig: `log("tick {d}", .{n})`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::ENABLE_LOGS;
///
/// bun_core::declare_scope!(Parser, hidden);
///
/// let mut evaluated = 0;
/// bun_core::scoped_log!(Parser, "<b>{}<r> tokens", {
///     evaluated += 1;
///     evaluated
/// });
/// assert!(ENABLE_LOGS || evaluated == 0);
/// ```
#[macro_export]
macro_rules! scoped_log {
    ($scope:path, $($message:tt)+) => {
        if $crate::output::ENABLE_LOGS && $scope.is_visible() {
            if $crate::output::use_ansi() {
                $scope.log($crate::__private::pretty_args!(true line $($message)+))
            } else {
                $scope.log($crate::__private::pretty_args!(false line $($message)+))
            }
        }
    };
}

/// Names a scope and defines a macro that writes its lines; without a visibility, only the macro.
///
/// # Examples
///
/// ```
/// mod redis {
///     bun_core::define_scoped_log!(debug, Redis, hidden);
///
///     pub fn connect(port: u16) {
///         debug!("connecting to {}", port);
///     }
/// }
///
/// bun_core::define_scoped_log!(log, redis::Redis);
///
/// redis::connect(6379);
/// log!("done");
/// ```
#[macro_export]
macro_rules! define_scoped_log {
    ($macro:ident, $scope:ident, $visibility:tt) => {
        $crate::declare_scope!($scope, $visibility);
        $crate::define_scoped_log!(@with_dollar $macro, $scope, $);
    };
    ($macro:ident, $scope:path) => {
        $crate::define_scoped_log!(@with_dollar $macro, $scope, $);
    };
    // A macro can write the `$` of an inner one only if it is handed in.
    (@with_dollar $macro:ident, $scope:path, $dollar:tt) => {
        #[allow(unused_macros, reason = "a scope may be without a log")]
        macro_rules! $macro {
            ($dollar($dollar message:tt)+) => {
                $crate::scoped_log!($scope, $dollar($dollar message)+)
            };
        }
    };
}

/// Returns whether the logs of a scope are shown; `false` as a constant without `debug_logs`.
///
/// # Examples
///
/// ```
/// bun_core::declare_scope!(Resolver, hidden);
///
/// if bun_core::scope_is_visible!(Resolver) {
///     // Work that only a log needs.
/// }
/// ```
#[macro_export]
macro_rules! scope_is_visible {
    ($scope:path) => {
        $crate::output::ENABLE_LOGS && $scope.is_visible()
    };
}
