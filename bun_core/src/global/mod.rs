//! Versions, and leaving the process.
//!
//! | to | use |
//! |---|---|
//! | say which program this is | [`package_json_version`] and its kin, [`user_agent`] |
//! | end the process | [`exit`], [`crash`], [`raise_ignoring_panic_handler`] |
//! | do something before that | [`add_exit_callback`], [`add_pre_exit_callback`] |
//! | report a crash undisturbed | [`begin_panicking`], [`is_panicking`] |
//!
//! Zig: `bun.Global`.

mod crash;
mod memory;
mod raise;
mod versions;

use alloc::ffi::CString;
use alloc::vec::Vec;
use core::ffi::c_int;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::Write as _;
use std::panic::catch_unwind;
use std::sync::{Mutex, PoisonError};

use crate::analytics::Features;
use crate::output;

pub use crate::trace::StackTrace;
pub use crash::{begin_panicking, is_panicking, sleep_forever_if_another_thread_is_crashing};
pub use memory::{AllocatorConfiguration, SyncCStr, configure_allocator, mimalloc_cleanup};
pub use versions::{
    arch_name, os_display, os_name, package_json_version, package_json_version_nl,
    package_json_version_with_canary, package_json_version_with_revision,
    package_json_version_with_sha, unhandled_error_bun_version_string, user_agent,
};

/// A function to call at exit. See [`add_exit_callback`].
pub type ExitFn = fn();

static PRE_EXIT_CALLBACKS: Mutex<Vec<ExitFn>> = Mutex::new(Vec::new());
static EXIT_CALLBACKS: Mutex<Vec<ExitFn>> = Mutex::new(Vec::new());
/// The thread that is leaving the process, as `thread_token` has it; zero while none is.
static EXITING: AtomicUsize = AtomicUsize::new(0);

/// Has `function` called once by [`exit`], in the order of registration.
///
/// The same function is called once however often it is added. A callback that panics does not
/// keep the others from running. Nothing is called when the process ends in another way.
///
/// Zig: `bun.Global.addExitCallback`.
///
/// # Examples
///
/// ```
/// fn remove_lock_file() {}
///
/// bun_core::Global::add_exit_callback(remove_lock_file);
/// ```
#[doc(alias = "addExitCallback")]
pub fn add_exit_callback(function: ExitFn) {
    add(&EXIT_CALLBACKS, function);
}

/// As [`add_exit_callback`], for what comes before all exit callbacks, and before [`exit`] waits
/// for a thread that is crashing: putting signal handlers back, for one.
///
/// # Examples
///
/// ```
/// fn restore_signal_handlers() {}
///
/// bun_core::Global::add_pre_exit_callback(restore_signal_handlers);
/// ```
pub fn add_pre_exit_callback(function: ExitFn) {
    add(&PRE_EXIT_CALLBACKS, function);
}

fn add(callbacks: &Mutex<Vec<ExitFn>>, function: ExitFn) {
    let mut callbacks = callbacks.lock().unwrap_or_else(PoisonError::into_inner);
    if !callbacks.iter().any(|&known| core::ptr::fn_addr_eq(known, function)) {
        callbacks.push(function);
    }
}

/// Returns whether [`exit`] has been called.
///
/// Zig: `bun.Global.isExiting`.
///
/// # Examples
///
/// ```
/// fn at_exit() {
///     assert!(bun_core::Global::is_exiting());
/// }
///
/// bun_core::Global::add_exit_callback(at_exit);
/// assert!(!bun_core::Global::is_exiting());
/// ```
#[doc(alias = "isExiting")]
#[must_use]
pub fn is_exiting() -> bool {
    EXITING.load(Ordering::Relaxed) != 0
}

/// Runs the callbacks, flushes [`Output`](crate::Output) and ends the process.
///
/// The first thread to come leaves; a second one waits for the end. A callback that calls `exit`
/// ends the process at once, with its own code and after a flush. While another thread reports a
/// crash, this one waits for the end too.
///
/// On Linux and FreeBSD the destructors and `atexit` functions of C and C++ are not run, except
/// under the sanitizer. Systems with narrower codes keep the low bits: eight on Unix.
///
/// Zig: `bun.Global.exit`.
///
/// # Examples
///
/// ```no_run
/// bun_core::Global::exit(1);
/// ```
pub fn exit(code: u32) -> ! {
    let me = output::thread_token();
    match EXITING.compare_exchange(0, me, Ordering::Relaxed, Ordering::Relaxed) {
        Ok(_) => {
            run(&PRE_EXIT_CALLBACKS);
            Features::EXITED.fetch_add(1, Ordering::Relaxed);
            sleep_forever_if_another_thread_is_crashing();
            run(&EXIT_CALLBACKS);
        }
        Err(leaving) if leaving == me => {}
        Err(_) => loop {
            std::thread::park();
        },
    }
    output::flush();
    output::stdio::restore();
    // The one way out of the process: the callbacks have run and the buffers are empty.
    raise::end(code.cast_signed())
}

/// Ends the process as a failure: `exit(1)`.
///
/// Zig: `bun.Global.crash`.
///
/// # Examples
///
/// ```no_run
/// let Ok(port) = "http".parse::<u16>() else { bun_core::Global::crash() };
/// assert!(port > 0);
/// ```
pub fn crash() -> ! {
    exit(1)
}

/// Ends the process as a signal does that nobody handles; flushes [`Output`](crate::Output)
/// first. If the signal does nothing by default, or is none, the process is aborted.
///
/// `signal` is a number, or anything that has one. On Windows the process is always aborted.
///
/// Zig: `bun.Global.raiseIgnoringPanicHandler`.
///
/// # Examples
///
/// ```no_run
/// const SIGTERM: i32 = 15;
/// bun_core::Global::raise_ignoring_panic_handler(SIGTERM);
/// ```
#[doc(alias = "raiseIgnoringPanicHandler")]
pub fn raise_ignoring_panic_handler(signal: impl Into<c_int>) -> ! {
    raise_ignoring_panic_handler_raw(signal.into())
}

/// As [`raise_ignoring_panic_handler`], for a plain number.
///
/// # Examples
///
/// ```no_run
/// const SIGINT: core::ffi::c_int = 2;
/// bun_core::Global::raise_ignoring_panic_handler_raw(SIGINT);
/// ```
pub fn raise_ignoring_panic_handler_raw(signal: c_int) -> ! {
    output::flush();
    output::stdio::restore();
    raise::raise_by_default(signal);
    std::process::abort()
}

/// Gives the calling thread a name for debuggers and tools.
///
/// The name ends at the first NUL; Linux keeps 15 bytes. Does nothing on Windows, as the original.
///
/// Zig: `bun.Global.setThreadName`.
///
/// # Examples
///
/// ```
/// bun_core::Global::set_thread_name("worker 1");
/// ```
#[doc(alias = "setThreadName")]
pub fn set_thread_name(name: &(impl AsRef<[u8]> + ?Sized)) {
    let name = name.as_ref().split(|&byte| byte == 0).next().unwrap_or_default();
    if let Ok(name) = CString::new(name) {
        crate::process::set_thread_name(&name);
    }
}

/// Says that this has not been written yet.
///
/// Zig: `bun.Global.notimpl`.
///
/// # Panics
///
/// Always.
///
/// # Examples
///
/// ```
/// assert!(std::panic::catch_unwind(|| bun_core::Global::notimpl()).is_err());
/// ```
#[cold]
#[track_caller]
pub fn notimpl() -> ! {
    panic!("Not implemented yet!!!!!")
}

/// Runs callbacks until there are none, also those that callbacks add.
fn run(callbacks: &Mutex<Vec<ExitFn>>) {
    loop {
        // The lock is not held while they run: a callback may add another.
        let callbacks =
            core::mem::take(&mut *callbacks.lock().unwrap_or_else(PoisonError::into_inner));
        if callbacks.is_empty() {
            return;
        }
        for callback in callbacks {
            // The panic hook has reported it by now, and the process ends anyway.
            let _ = catch_unwind(callback);
        }
    }
}

/// Ends the process with a message, without callbacks: its state is not to be trusted.
#[cold]
pub(crate) fn fatal(message: core::fmt::Arguments<'_>) -> ! {
    // Straight to the descriptor: there may be no `main` yet, hence no one to flush later. Nothing
    // is left to do about a failure.
    let _ = writeln!(std::io::stderr(), "{message}");
    std::process::abort()
}
