//! Ending the process in the two ways that std does not have.

#![cfg_attr(
    all(unix, not(miri)),
    expect(unsafe_code, reason = "signals, and the exit without destructors, are functions of C")
)]

/// Takes the default action of a signal, as if there were no handler for it.
///
/// Returns if that is to do nothing.
#[cfg(all(unix, not(miri)))]
pub(super) fn raise_by_default(signal: core::ffi::c_int) {
    // SAFETY: any number may be given, and `SIG_DFL` is always a handler. The handler that it
    // replaces is not needed any more: the process ends.
    unsafe { libc::signal(signal, libc::SIG_DFL) };
    // SAFETY: any number may be given; what is not a signal is refused.
    unsafe { libc::raise(signal) };
}

/// Takes the default action of a signal: nothing, for there are none here.
#[cfg(not(all(unix, not(miri))))]
pub(super) fn raise_by_default(_: core::ffi::c_int) {}

/// Ends the process without the destructors and `atexit` functions of C and C++, which would run
/// while other threads still use what they take apart. The sanitizer reports in one, so with it
/// they are run.
#[cfg(all(any(target_os = "linux", target_os = "freebsd"), not(any(miri, bun_asan))))]
pub(super) fn end(code: i32) -> ! {
    use std::io::Write as _;

    unsafe extern "C" {
        // `safe`: it takes any number and touches no memory of ours.
        safe fn quick_exit(status: core::ffi::c_int) -> !;
    }
    // What `std::process::exit` would do besides. There is nobody left to tell about a failure.
    let _ = std::io::stdout().flush();
    quick_exit(code)
}

/// Ends the process.
#[cfg(not(all(any(target_os = "linux", target_os = "freebsd"), not(any(miri, bun_asan)))))]
pub(super) fn end(code: i32) -> ! {
    std::process::exit(code)
}
