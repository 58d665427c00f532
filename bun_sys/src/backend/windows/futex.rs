//! Waiting for a word of memory to change.
#![expect(unsafe_code, reason = "calls the system with the address of a word")]

use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;

use windows_sys::Win32::Foundation::ERROR_TIMEOUT;
use windows_sys::Win32::System::Threading::{
    INFINITE, WaitOnAddress, WakeByAddressAll, WakeByAddressSingle,
};

use super::handle::{last_code, number};
use crate::SystemErrno;
use crate::backend::Outcome;

/// Waits while `word` is `expected`, until woken: `EAGAIN` when it is not, `ETIMEDOUT`.
pub(crate) fn futex_wait(
    word: &AtomicU32,
    expected: u32,
    timeout: Option<Duration>,
) -> Outcome<()> {
    if word.load(Ordering::Relaxed) != expected {
        return Err(SystemErrno::EAGAIN);
    }
    // Rounded up: not to return before the time is over. What is too long is for ever.
    let milliseconds = timeout.map_or(INFINITE, |time| {
        u32::try_from(time.as_nanos().div_ceil(1_000_000)).unwrap_or(INFINITE)
    });
    let address = ptr::from_ref(word).cast();
    let compared = (&raw const expected).cast();
    // SAFETY: the call reads four bytes at both addresses, which live until it returns; those of
    // `word` atomically.
    let woken = unsafe { WaitOnAddress(address, compared, size_of::<u32>(), milliseconds) };
    if woken != 0 {
        return Ok(());
    }
    match last_code() {
        ERROR_TIMEOUT => Err(SystemErrno::ETIMEDOUT),
        code => Err(number(code)),
    }
}

/// Wakes one thread that waits for `word`, or all when `count` is larger. The system does not say
/// how many there were: the answer is zero.
pub(crate) fn futex_wake(word: &AtomicU32, count: u32) -> Outcome<usize> {
    let address = ptr::from_ref(word).cast();
    match count {
        0 => {}
        // SAFETY: the address is only compared with those that threads wait for.
        1 => unsafe { WakeByAddressSingle(address) },
        // SAFETY: as above.
        _ => unsafe { WakeByAddressAll(address) },
    }
    Ok(0)
}
