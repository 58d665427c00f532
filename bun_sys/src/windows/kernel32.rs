//! Calls of Win32 as they are.
#![expect(unsafe_code, reason = "hands arguments on")]

use core::ffi::c_void;

use windows_sys::Win32::Storage::FileSystem;
use windows_sys::Win32::System::IO::{LPOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED};
use windows_sys::Win32::System::Threading;

use super::{BOOL, DWORD, FileNotifyChangeFilter, HANDLE};

pub use windows_sys::Win32::Storage::FileSystem::MoveFileExW;
pub use windows_sys::Win32::System::IO::GetQueuedCompletionStatus;

/// The number of this thread.
#[expect(non_snake_case, reason = "the name that the headers have for it")]
#[must_use]
pub fn GetCurrentThreadId() -> DWORD {
    // SAFETY: reads a number of this thread.
    unsafe { Threading::GetCurrentThreadId() }
}

/// Asks to hear of changes in a directory (`ReadDirectoryChangesW`). Zero, and `GetLastError`, when
/// it fails; [`notify_records`](super::notify_records) reads what is in the buffer then.
///
/// Zig: `bun.windows.kernel32.ReadDirectoryChangesW`.
///
/// # Safety
///
/// 1. There is room for `buffer_len` bytes at `buffer`, aligned to four.
/// 2. `overlapped` is null or a structure, `bytes_returned` null or a number.
/// 3. All of them stay until the system has answered.
/// 4. `completion_routine`, if there is one, is sound to run whenever this thread waits alertably.
#[expect(non_snake_case, clippy::too_many_arguments, reason = "as the headers have it")]
pub unsafe fn ReadDirectoryChangesW(
    directory: HANDLE,
    buffer: *mut c_void,
    buffer_len: DWORD,
    watch_subtree: BOOL,
    notify_filter: FileNotifyChangeFilter,
    bytes_returned: *mut DWORD,
    overlapped: *mut OVERLAPPED,
    completion_routine: LPOVERLAPPED_COMPLETION_ROUTINE,
) -> BOOL {
    // SAFETY: answered by the caller's 1 to 4.
    unsafe {
        FileSystem::ReadDirectoryChangesW(
            directory,
            buffer,
            buffer_len,
            watch_subtree,
            notify_filter.bits(),
            bytes_returned,
            overlapped,
            completion_routine,
        )
    }
}
