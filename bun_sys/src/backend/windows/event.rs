//! Waiting until the kernel is done with memory that was lent to it.
//!
//! A handle may have been opened so that the kernel answers before it has read. It would then write
//! to memory that a call only borrowed; so every call that may wait has an event of its own.
#![expect(unsafe_code, reason = "waits for the kernel")]

use core::cell::{OnceCell, UnsafeCell};
use core::ptr;

use windows_sys::Win32::Foundation::{HANDLE, NTSTATUS, STATUS_PENDING, WAIT_OBJECT_0};
use windows_sys::Win32::System::IO::IO_STATUS_BLOCK;
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, WaitForSingleObject};

use super::handle::{Owned, last};
use crate::backend::Outcome;

/// The first part of a message that is longer than the buffer.
const STATUS_BUFFER_OVERFLOW: NTSTATUS = 0x8000_0005_u32.cast_signed();

thread_local! {
    static EVENT: OnceCell<Owned> = const { OnceCell::new() };
}

/// Calls `call` with the event of this thread, or with one for this call when the thread ends.
pub(super) fn with_event<T>(call: impl FnOnce(HANDLE) -> Outcome<T>) -> Outcome<T> {
    let shared = EVENT.try_with(|event| match event.get() {
        Some(event) => Ok(event.get()),
        None => new_event().map(|made| event.get_or_init(|| made).get()),
    });
    match shared {
        Ok(event) => call(event?),
        Err(_) => {
            let event = new_event()?;
            call(event.get())
        }
    }
}

fn new_event() -> Outcome<Owned> {
    // SAFETY: a null name and null attributes are allowed.
    let event = unsafe { CreateEventW(ptr::null(), 1, 0, ptr::null()) };
    if event.is_null() { Err(last()) } else { Ok(Owned::new(event)) }
}

/// The count that the kernel answered with, after it is done.
pub(super) fn finish(
    status: NTSTATUS,
    answer: &UnsafeCell<IO_STATUS_BLOCK>,
    event: HANDLE,
    len: usize,
) -> Result<usize, NTSTATUS> {
    let mut status = status;
    if status == STATUS_PENDING {
        // SAFETY: `event` is this thread's own.
        let waited = unsafe { WaitForSingleObject(event, INFINITE) };
        // To go on would be to give back a buffer that the kernel still writes to.
        assert!(waited == WAIT_OBJECT_0, "an event cannot be waited for");
        // SAFETY: the kernel wrote the answer before it set the event, and is done with it; its
        // first field is the status.
        status = unsafe { answer.get().cast::<NTSTATUS>().read_volatile() };
    }
    if status >= 0 || status == STATUS_BUFFER_OVERFLOW {
        // SAFETY: as above; nobody writes to it any more.
        let answer = unsafe { answer.get().read_volatile() };
        Ok(answer.Information.min(len))
    } else {
        Err(status)
    }
}

/// Like [`finish`], for a call that takes no event everywhere: waits for the handle itself.
///
/// `answer` says [`STATUS_PENDING`] until the kernel has written it.
pub(super) fn finish_by_handle(
    status: NTSTATUS,
    answer: &UnsafeCell<IO_STATUS_BLOCK>,
    handle: HANDLE,
    len: usize,
) -> Result<usize, NTSTATUS> {
    if status != STATUS_PENDING {
        return finish(status, answer, handle, len);
    }
    loop {
        // SAFETY: the first field is the status, which the kernel writes once.
        let status = unsafe { answer.get().cast::<NTSTATUS>().read_volatile() };
        if status != STATUS_PENDING {
            return finish(status, answer, handle, len);
        }
        // Another call on the handle may wake this one: then it waits again.
        // SAFETY: takes any handle.
        let waited = unsafe { WaitForSingleObject(handle, INFINITE) };
        assert!(waited == WAIT_OBJECT_0, "a handle cannot be waited for");
    }
}
