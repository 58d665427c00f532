//! Leaving the process.
//!
//! Zig: `bun.Global`.

use alloc::vec::Vec;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::Write as _;
use std::panic::catch_unwind;
use std::sync::{Mutex, PoisonError};

use crate::output;
pub use crate::trace::StackTrace;

/// A function to call at exit.
pub type ExitFn = fn();

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
    let mut callbacks = EXIT_CALLBACKS.lock().unwrap_or_else(PoisonError::into_inner);
    if !callbacks.iter().any(|&known| core::ptr::fn_addr_eq(known, function)) {
        callbacks.push(function);
    }
}

/// Returns whether [`exit`] has been called.
///
/// Zig: `bun.Global.isExiting`.
#[doc(alias = "isExiting")]
#[must_use]
pub fn is_exiting() -> bool {
    EXITING.load(Ordering::Relaxed) != 0
}

/// Runs the exit callbacks, flushes [`Output`](crate::Output) and ends the process.
///
/// The first thread to come leaves; a second one waits for the end. A callback that calls `exit`
/// ends the process at once, with its own code and after a flush.
///
/// Systems with narrower codes keep the low bits: eight on Unix.
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
        Ok(_) => run_exit_callbacks(),
        Err(leaving) if leaving == me => {}
        Err(_) => loop {
            std::thread::park();
        },
    }
    output::flush();
    // The one way out of the process: the callbacks have run and the buffers are empty.
    std::process::exit(code.cast_signed())
}

/// Ends the process as a failure: `exit(1)`.
///
/// Zig: `bun.Global.crash`.
pub fn crash() -> ! {
    exit(1)
}

fn run_exit_callbacks() {
    loop {
        // The lock is not held while they run: a callback may add another.
        let callbacks =
            core::mem::take(&mut *EXIT_CALLBACKS.lock().unwrap_or_else(PoisonError::into_inner));
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
