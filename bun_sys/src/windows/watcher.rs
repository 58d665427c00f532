//! Starting this program again and again while its files change.
//!
//! Windows cannot replace a running program by another, so one process waits for the one that
//! works, and starts the next when that ends with a code of its own.
#![expect(unsafe_code, reason = "starts processes")]

use core::ptr;

use windows_sys::Win32::System::Environment::{GetCommandLineW, SetEnvironmentVariableW};
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_BREAKAWAY_OK,
    JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION, JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK,
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobObjectExtendedLimitInformation,
    SetInformationJobObject,
};
use windows_sys::Win32::System::Threading::{
    CreateProcessW, GetExitCodeProcess, PROCESS_INFORMATION, STARTUPINFOW, WaitForSingleObject,
};

use super::{
    DWORD, HANDLE, INFINITE, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, exe_path_w, get_last_error,
    getenv_w,
};
use crate::Fd;

/// The code with which the process that works asks to be started again.
///
/// Zig: `bun.windows.watcher_reload_exit`.
pub const WATCHER_RELOAD_EXIT: DWORD = 3_224_497_970;

/// Set in the process that works.
const CHILD: &[u16] = bun_str::w!("_BUN_WATCHER_CHILD");

/// Whether this is the process that works, started by one that waits: it has the variable
/// `_BUN_WATCHER_CHILD`. Windows only.
///
/// Zig: `bun.windows.isWatcherChild`.
#[doc(alias = "isWatcherChild")]
#[must_use]
pub fn is_watcher_child() -> bool {
    getenv_w(CHILD).is_some_and(|value| !value.is_empty())
}

/// Starts this program again with the same arguments, waits for it, and again while it asks for
/// that; then ends with its code (`CreateProcessW`, `WaitForSingleObject`). The processes it
/// started end with this one, if the system has a job for them. Windows only.
///
/// When the program cannot be started, it says so on standard error and ends with 1.
///
/// Zig: `bun.windows.becomeWatcherManager`.
#[doc(alias = "becomeWatcherManager")]
pub fn become_watcher_manager() -> ! {
    let job = job();
    loop {
        match run(job) {
            Ok(WATCHER_RELOAD_EXIT) => {}
            Ok(code) => bun_core::Global::exit(code),
            Err(error) => {
                bun_core::Output::err(error, "cannot start the program again", ());
                bun_core::Global::exit(1);
            }
        }
    }
}

/// A job whose processes end when this one does; null when the system has none to give.
fn job() -> HANDLE {
    // SAFETY: null attributes and a null name are allowed.
    let job = unsafe { CreateJobObjectW(ptr::null(), ptr::null()) };
    let mut limits = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
        | JOB_OBJECT_LIMIT_BREAKAWAY_OK
        | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK
        | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    let len = size_of_val(&limits) as u32;
    let from = (&raw const limits).cast();
    // SAFETY: the call reads `len` bytes of `limits`, and takes any handle. Without the limits the
    // processes go on alone, which is no reason not to start them.
    unsafe { SetInformationJobObject(job, JobObjectExtendedLimitInformation, from, len) };
    job
}

/// Runs the program once, and returns its code.
fn run(job: HANDLE) -> Result<DWORD, bun_core::Error> {
    let one = bun_str::w!("1");
    // SAFETY: literals have a NUL behind them.
    unsafe { SetEnvironmentVariableW(CHILD.as_ptr(), one.as_ptr()) };
    let process = start();
    // SAFETY: as above; null removes the variable.
    unsafe { SetEnvironmentVariableW(CHILD.as_ptr(), ptr::null()) };
    let process = process?;
    // SAFETY: takes any handles.
    unsafe { AssignProcessToJobObject(job, process) };
    // SAFETY: takes any handle.
    unsafe { WaitForSingleObject(process, INFINITE) };
    let mut code = 0;
    // SAFETY: the call writes one number, and takes any handle.
    let done = unsafe { GetExitCodeProcess(process, &raw mut code) };
    let outcome = if done == 0 { Err(get_last_error()) } else { Ok(code) };
    Fd::from_system(process).close();
    outcome
}

fn start() -> Result<HANDLE, bun_core::Error> {
    let startup = STARTUPINFOW { cb: size_of::<STARTUPINFOW>() as u32, ..STARTUPINFOW::default() };
    let mut made = PROCESS_INFORMATION::default();
    // SAFETY: reads a pointer of this process.
    let line = unsafe { GetCommandLineW() };
    let len = (0..).take_while(|at| {
        // SAFETY: the line ends in NUL, at which this stops.
        let unit = unsafe { line.add(*at) };
        // SAFETY: as above.
        unsafe { unit.read() != 0 }
    });
    // SAFETY: as above: that many units and a NUL.
    let mut line = unsafe { core::slice::from_raw_parts(line, len.count() + 1) }.to_vec();
    let none = ptr::null();
    // SAFETY: the program and the line end in NUL, and the line is a copy that may be written; the
    // structures are complete; null stands for defaults.
    let done = unsafe {
        CreateProcessW(
            exe_path_w().as_ptr(),
            line.as_mut_ptr(),
            none,
            none,
            1,
            0,
            ptr::null(),
            ptr::null(),
            &raw const startup,
            &raw mut made,
        )
    };
    if done == 0 {
        return Err(get_last_error());
    }
    Fd::from_system(made.hThread).close();
    Ok(made.hProcess)
}
