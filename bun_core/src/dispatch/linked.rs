//! Hooks that are filled because a crate is part of the program, without a call by anyone.
//!
//! The linker collects one installer for each [`link_hook!`](crate::link_hook!); the first look
//! into an empty hook runs them all. Rejected: running them before `main`, which would cost every
//! start of every program for hooks that few of them look into.

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
#[macro_export]
macro_rules! link_hook {
    ($hook:path: $type:ty = $value:expr) => {
        const _: () = {
            fn install() {
                const FUNCTION: $type = $value;
                $hook.install(FUNCTION, ::core::stringify!($hook));
            }
            $crate::__link_installer!(install);
        };
    };
}

/// Hands an installer to the linker.
#[cfg(not(any(miri, all(windows, target_env = "gnu"))))]
#[doc(hidden)]
#[macro_export]
macro_rules! __link_installer {
    ($install:ident) => {
        #[$crate::__private::linkme::distributed_slice($crate::__private::INSTALLERS)]
        #[linkme(crate = $crate::__private::linkme)]
        static INSTALL: fn() = $install;
    };
}

/// Runs an installer before `main`, where the linker does not collect: as for the tags of errors.
#[cfg(any(miri, all(windows, target_env = "gnu")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __link_installer {
    ($install:ident) => {
        $crate::__at_start!($install());
    };
}
