//! Hooks that are filled because a crate is part of the program, without a call by anyone.
//!
//! The linker collects one installer for each [`link_hook!`](crate::link_hook!); the first look into
//! an empty hook runs them all. Rejected: running them before `main`, which would cost every start
//! of every program for hooks that few of them look into.

#[cfg(not(miri))]
use std::sync::Once;

/// The installers of the program.
#[cfg(not(miri))]
#[linkme::distributed_slice]
pub static INSTALLERS: [fn()];

/// Runs every installer, once.
#[cfg(not(miri))]
pub(super) fn install_all() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        for install in INSTALLERS.iter() {
            install();
        }
    });
}

/// Under Miri the installers are start-up functions, so they have run.
#[cfg(miri)]
pub(super) fn install_all() {}

/// Fills a [`Hook`](crate::Hook) of a lower crate because this crate is linked.
///
/// Takes the path of the hook, its type, and a constant. Of two crates that fill the same hook, the
/// second ends the process, at the first look into any hook.
///
/// # Examples
///
/// ```
/// mod low {
///     pub static GREETING: bun_core::Hook<fn() -> &'static str> = bun_core::Hook::new();
/// }
///
/// fn greet() -> &'static str {
///     "hello"
/// }
///
/// bun_core::link_hook!(low::GREETING: fn() -> &'static str = greet);
///
/// # fn main() {
/// assert_eq!(low::GREETING.get().unwrap()(), "hello");
/// # }
/// ```
#[cfg(not(miri))]
#[macro_export]
macro_rules! link_hook {
    ($hook:path: $type:ty = $value:expr) => {
        const _: () = {
            #[$crate::__private::linkme::distributed_slice($crate::__private::INSTALLERS)]
            #[linkme(crate = $crate::__private::linkme)]
            static INSTALL: fn() = || {
                const FUNCTION: $type = $value;
                $hook.install(FUNCTION, ::core::stringify!($hook));
            };
        };
    };
}

/// As above; Miri runs start-up functions, and has no linker sections.
#[cfg(miri)]
#[macro_export]
macro_rules! link_hook {
    ($hook:path: $type:ty = $value:expr) => {
        const _: () = {
            #[used]
            #[unsafe(link_section = ".init_array")]
            static INSTALL: extern "C" fn() = {
                extern "C" fn install() {
                    const FUNCTION: $type = $value;
                    $hook.install(FUNCTION, ::core::stringify!($hook));
                }
                install
            };
        };
    };
}
