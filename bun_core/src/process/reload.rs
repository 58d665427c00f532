//! Starting the program again in the place of this process.

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::system;
use crate::output::{self, thread_token};

/// The thread that is replacing the process, as `thread_token` has it; zero while none is.
static RELOADING: AtomicUsize = AtomicUsize::new(0);
static RELOADS_ON_CRASH: AtomicBool = AtomicBool::new(false);

/// Starts the program again with its arguments and the current environment, in the place of this
/// process; on Windows, ends with the code by which a watching parent knows to start it again.
///
/// Output is flushed, exit callbacks are not run. Arguments from `BUN_OPTIONS` are left to the new
/// process. On Linux no descriptor but the standard ones reaches it; elsewhere those do that were
/// opened to be inherited.
///
/// With `clear_terminal`, streams that show colours are cleared. With `may_return`, a failure is
/// reported on standard error and the function returns; threads that wait for the reload in
/// [`maybe_handle_panic_during_process_reload`] go on waiting.
///
/// Zig: `bun.reloadProcess`.
///
/// # Panics
///
/// If the program cannot be started again, unless `may_return`.
///
/// # Examples
///
/// ```no_run
/// bun_core::reload_process(true, false);
/// ```
#[doc(alias = "reloadProcess")]
pub fn reload_process(clear_terminal: bool, may_return: bool) {
    RELOADING.store(thread_token(), Ordering::Relaxed);
    if clear_terminal {
        output::reset_terminal_all();
    }
    output::flush();
    output::stdio::restore();
    let failure = system::execute_again();
    RELOADING.store(0, Ordering::Relaxed);
    assert!(may_return, "error while reloading the process: {failure}");
    crate::err_generic!("Failed to reload process: {failure}");
    output::flush();
}

/// Returns whether another thread is about to replace the process.
///
/// Zig: `bun.isProcessReloadInProgressOnAnotherThread`.
///
/// # Examples
///
/// ```
/// let is_ending = bun_core::is_process_reload_in_progress_on_another_thread();
/// assert!(!is_ending);
/// ```
#[doc(alias = "isProcessReloadInProgressOnAnotherThread")]
#[must_use]
pub fn is_process_reload_in_progress_on_another_thread() -> bool {
    let reloading = RELOADING.load(Ordering::Relaxed);
    reloading != 0 && reloading != thread_token()
}

/// Keeps this thread from reporting a panic while another one is replacing the process: it waits
/// for the end. Returns at once when nothing of the kind is going on.
///
/// Zig: `bun.maybeHandlePanicDuringProcessReload`.
///
/// # Examples
///
/// ```
/// assert!(!bun_core::is_process_reload_in_progress_on_another_thread());
/// bun_core::maybe_handle_panic_during_process_reload();
/// ```
#[doc(alias = "maybeHandlePanicDuringProcessReload")]
pub fn maybe_handle_panic_during_process_reload() {
    if !is_process_reload_in_progress_on_another_thread() {
        return;
    }
    output::flush();
    loop {
        std::thread::park();
    }
}

/// Returns whether a crash starts the program again; off at first.
///
/// Zig: `bun.auto_reload_on_crash`.
///
/// # Examples
///
/// ```
/// bun_core::set_auto_reload_on_crash(true);
/// assert!(bun_core::auto_reload_on_crash());
/// ```
#[must_use]
pub fn auto_reload_on_crash() -> bool {
    RELOADS_ON_CRASH.load(Ordering::Relaxed)
}

/// Says whether a crash starts the program again.
pub fn set_auto_reload_on_crash(reloads: bool) {
    RELOADS_ON_CRASH.store(reloads, Ordering::Relaxed);
}
