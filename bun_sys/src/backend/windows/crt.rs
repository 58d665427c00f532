//! Descriptors of the C runtime, which libuv and `stdio` count by.
//!
//! The runtime of Visual C++ ends the process when it is asked about a number that is not open,
//! unless a handler says otherwise; here one does, for the length of a call.
#![expect(unsafe_code, reason = "calls the C runtime with numbers")]

use core::ffi::c_int;
use core::ptr;

use windows_sys::Win32::Foundation::HANDLE;

use crate::SystemErrno;
use crate::backend::Outcome;

/// The handle behind the descriptor `number`.
pub(super) fn handle(number: i32) -> Option<HANDLE> {
    // SAFETY: takes any number: a wrong one is an answer while the handler below is in place.
    let handle = quietly(|| unsafe { libc::get_osfhandle(number) });
    // -2: a standard descriptor without a stream behind it.
    (handle != -1 && handle != -2).then(|| ptr::without_provenance_mut(handle.cast_unsigned()))
}

/// Makes a descriptor for `handle`, which it then owns.
pub(super) fn open(handle: HANDLE) -> Outcome<i32> {
    let handle = handle.addr().cast_signed();
    // SAFETY: takes any number for the handle, and stores it.
    let number = quietly(|| unsafe { libc::open_osfhandle(handle, 0) });
    if number < 0 { Err(SystemErrno::EMFILE) } else { Ok(number) }
}

pub(super) fn close(number: i32) -> Outcome<()> {
    // SAFETY: takes any number, as in `handle`; who else uses it is up to the users of `Fd`.
    if quietly(|| unsafe { libc::close(number) }) == 0 { Ok(()) } else { Err(SystemErrno::EBADF) }
}

/// Closes `onto` and makes it a duplicate of `number`.
pub(super) fn dup2(number: i32, onto: i32) -> Outcome<()> {
    // SAFETY: takes any numbers, as in `handle`.
    let done = quietly(|| unsafe { libc::dup2(number, onto) });
    if done < 0 { Err(SystemErrno::EBADF) } else { Ok(()) }
}

/// The permissions that new files do not get; returns those before.
pub(super) fn umask(mode: i32) -> i32 {
    unsafe extern "C" {
        fn _umask(mode: c_int) -> c_int;
    }
    // SAFETY: takes any number, touches no memory of ours.
    unsafe { _umask(mode) }
}

/// Calls `call` with a handler for wrong arguments that does nothing.
#[cfg(any(target_env = "msvc", target_abi = "llvm"))]
fn quietly<T>(call: impl FnOnce() -> T) -> T {
    type Handler =
        Option<unsafe extern "C" fn(*const u16, *const u16, *const u16, core::ffi::c_uint, usize)>;
    unsafe extern "C" {
        fn _set_thread_local_invalid_parameter_handler(handler: Handler) -> Handler;
    }
    unsafe extern "C" fn ignore(
        _: *const u16,
        _: *const u16,
        _: *const u16,
        _: core::ffi::c_uint,
        _: usize,
    ) {
    }
    // SAFETY: `ignore` has the signature of a handler, and returns, which the runtime allows.
    let before = unsafe { _set_thread_local_invalid_parameter_handler(Some(ignore)) };
    let answer = call();
    // SAFETY: `before` came from the call above.
    unsafe { _set_thread_local_invalid_parameter_handler(before) };
    answer
}

/// The older runtime answers by itself.
#[cfg(not(any(target_env = "msvc", target_abi = "llvm")))]
fn quietly<T>(call: impl FnOnce() -> T) -> T {
    call()
}
