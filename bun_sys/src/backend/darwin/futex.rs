//! Waiting for a word of memory to change.
#![expect(unsafe_code, reason = "calls the C library, also where its headers are silent")]

use core::ffi::{c_int, c_void};
use core::ptr;
use core::sync::atomic::AtomicU32;
use core::time::Duration;

use crate::SystemErrno;
use crate::backend::Outcome;
use crate::backend::posix::{answer, once};

// In the library since 10.12, without a header. The one with headers is of 14.4.
unsafe extern "C" {
    fn __ulock_wait(operation: u32, word: *mut c_void, expected: u64, micros: u32) -> c_int;
    fn __ulock_wake(operation: u32, word: *mut c_void, unused: u64) -> c_int;
}

const COMPARE_AND_WAIT: u32 = 1;
const WAKE_ALL: u32 = 0x100;

/// Waits while `word` is `expected`, until woken; also when it is not, `ETIMEDOUT`, `EINTR`.
pub(crate) fn futex_wait(
    word: &AtomicU32,
    expected: u32,
    timeout: Option<Duration>,
) -> Outcome<()> {
    // 0 is for ever, as is a time too long for the kernel.
    let micros = timeout.map_or(0, |time| u32::try_from(time.as_micros()).unwrap_or(0).max(1));
    let word = ptr::from_ref(word).cast_mut().cast();
    // SAFETY: `word` points to four bytes that outlive the call, which only reads them.
    let outcome = unsafe { __ulock_wait(COMPARE_AND_WAIT, word, expected.into(), micros) };
    once(answer(outcome)).map(drop)
}

/// Wakes one thread that waits for `word`, or all when `count` is more, and returns at least how
/// many: the kernel does not say.
pub(crate) fn futex_wake(word: &AtomicU32, count: u32) -> Outcome<usize> {
    if count == 0 {
        return Ok(0);
    }
    let operation = COMPARE_AND_WAIT | if count == 1 { 0 } else { WAKE_ALL };
    let word = ptr::from_ref(word).cast_mut().cast();
    // SAFETY: the call uses the address only to find who waits there.
    match once(answer(unsafe { __ulock_wake(operation, word, 0) })) {
        Ok(_) => Ok(1),
        Err(SystemErrno::ENOENT) => Ok(0),
        Err(errno) => Err(errno),
    }
}
