//! Windows by the names that its headers have: numbers, structures, and the calls that ported code
//! makes itself.
//!
//! The numbers and what is computed from them are here on every system, so that they are tested
//! there. The calls are on Windows only.
//!
//! Zig: `bun.windows`.

#[cfg(windows)]
mod calls;
mod change_filter;
mod constants;
mod file_name;
#[cfg(windows)]
pub mod kernel32;
#[cfg(windows)]
pub mod rescle;
#[cfg(any(windows, test))]
mod resource;
mod runtime_version;
#[cfg(windows)]
mod stdio_mode;
#[cfg(windows)]
mod watcher;
mod win32_error;

use core::ffi::{c_int, c_void};

use crate::{E, SystemErrno};

pub use bun_core::windows::{
    DWORD, GetStdHandle, HANDLE, STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE,
};
pub use bun_paths::windows::{
    LONG_PATH_PREFIX, LONG_PATH_PREFIX_U8, NT_OBJECT_PREFIX, NT_OBJECT_PREFIX_U8,
    NT_UNC_OBJECT_PREFIX,
};
pub use change_filter::FileNotifyChangeFilter;
pub use constants::{
    DELETE, ENABLE_ECHO_INPUT, ENABLE_LINE_INPUT, ENABLE_PROCESSED_INPUT,
    ENABLE_VIRTUAL_TERMINAL_INPUT, ENABLE_VIRTUAL_TERMINAL_PROCESSING, EXCEPTION_ACCESS_VIOLATION,
    EXCEPTION_CONTINUE_EXECUTION, EXCEPTION_CONTINUE_SEARCH, EXCEPTION_DATATYPE_MISALIGNMENT,
    EXCEPTION_ILLEGAL_INSTRUCTION, EXCEPTION_STACK_OVERFLOW, FILE_ACTION_ADDED,
    FILE_ACTION_MODIFIED, FILE_ACTION_REMOVED, FILE_ACTION_RENAMED_NEW_NAME,
    FILE_ACTION_RENAMED_OLD_NAME, FILE_DIRECTORY_FILE, FILE_LIST_DIRECTORY,
    FILE_NON_DIRECTORY_FILE, FILE_OPEN, FILE_OPEN_FOR_BACKUP_INTENT, FILE_OPEN_IF,
    FILE_OPEN_REPARSE_POINT, FILE_OVERWRITE_IF, FILE_SYNCHRONOUS_IO_NONALERT, FILE_TYPE_CHAR,
    FILE_TYPE_DISK, FILE_TYPE_PIPE, GENERIC_READ, GENERIC_WRITE, INFINITE,
    JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, MOVEFILE_COPY_ALLOWED, MOVEFILE_REPLACE_EXISTING,
    MOVEFILE_WRITE_THROUGH, MS_VC_EXCEPTION, S_OK, SYNCHRONIZE,
};
pub use file_name::{FILE_NOTIFY_INFORMATION, NotifyRecord, notify_records};
pub use runtime_version::runtime_version_of_build;
pub use win32_error::{Win32Error, Win32ErrorExt, Win32ErrorUnwrap};

#[cfg(windows)]
pub use calls::{
    CreateHardLinkW, CreateIoCompletionPort, DeleteFileBun, DeleteFileOptions, GetCurrentProcessId,
    GetFileType, GetProcAddressA, GetProcessMemoryInfo, WSAGetLastError, detect_runtime_version,
    exe_path_w, get_last_errno, get_last_error, get_module_handle_from_address, get_module_name_w,
    getenv_w, move_opened_file_at, user_unique_id,
};
#[cfg(windows)]
pub use stdio_mode::{StdinModeGuard, UpdateStdioModeFlagsOpts, update_stdio_mode_flags};
#[cfg(windows)]
pub use watcher::{WATCHER_RELOAD_EXIT, become_watcher_manager, is_watcher_child};
#[cfg(windows)]
pub use windows_sys::Win32::{
    Foundation::HMODULE,
    Security::SECURITY_ATTRIBUTES,
    System::{
        Diagnostics::Debug::{CONTEXT, EXCEPTION_POINTERS, EXCEPTION_RECORD},
        IO::OVERLAPPED,
        ProcessStatus::PROCESS_MEMORY_COUNTERS,
    },
};

/// The call that reads the registers of this thread.
#[cfg(windows)]
pub mod ntdll_context {
    pub use windows_sys::Win32::System::Diagnostics::Debug::RtlCaptureContext;
}

/// An integer of 32 bits.
pub type ULONG = u32;
/// An integer as wide as a pointer.
#[expect(non_camel_case_types, reason = "the name that the headers have for it")]
pub type ULONG_PTR = usize;
/// Zero for no.
pub type BOOL = i32;
/// A pointer to anything.
pub type LPVOID = *mut c_void;
/// A pointer to anything.
pub type PVOID = LPVOID;
/// A wide string that ends in NUL and is not written.
pub type LPCWSTR = *const u16;
/// The answer of a component.
pub type HRESULT = i32;
/// The answer of the kernel.
pub type NTSTATUS = i32;

/// The code of Win32 in the answer of a component.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::HRESULT_CODE;
///
/// assert_eq!(HRESULT_CODE(0x8007_0005_u32.cast_signed()), 5);
/// ```
#[expect(non_snake_case, reason = "the name that the headers have for it")]
#[must_use]
pub const fn HRESULT_CODE(hr: HRESULT) -> HRESULT {
    hr & 0xFFFF
}

/// Nanoseconds since 1970 of a time that the kernel counts in steps of 100 ns since 1601.
///
/// Zig: `std.os.windows.fromSysTime`.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::from_sys_time;
///
/// assert_eq!(from_sys_time(116_444_736_000_000_001), 100);
/// assert_eq!(from_sys_time(0), -11_644_473_600_000_000_000);
/// ```
#[doc(alias = "fromSysTime")]
#[must_use]
pub const fn from_sys_time(nt_time: i64) -> i128 {
    const EPOCH_STEPS: i128 = 116_444_736_000_000_000;
    (nt_time as i128 - EPOCH_STEPS) * 100
}

/// The number for what a call of the kernel returned; 134, `EUNKNOWN`, when there is none.
///
/// Zig: `bun.windows.translateNTStatusToErrno`.
///
/// # Examples
///
/// ```
/// use bun_sys::SystemErrno;
/// use bun_sys::windows::translate_ntstatus_to_errno;
///
/// let status = 0xC000_0034_u32.cast_signed();
/// assert_eq!(translate_ntstatus_to_errno(status), SystemErrno::ENOENT);
/// assert_eq!(translate_ntstatus_to_errno(1).raw(), 134);
/// ```
#[doc(alias = "translateNTStatusToErrno")]
#[must_use]
pub fn translate_ntstatus_to_errno(status: NTSTATUS) -> E {
    SystemErrno::from_ntstatus(status).unwrap_or(UNKNOWN)
}

/// The number for a code of libuv; 134, `EUNKNOWN`, when there is none.
///
/// Zig: `bun.windows.translateUVErrorToE`.
///
/// # Examples
///
/// ```
/// use bun_sys::windows::translate_uv_error_to_e;
/// use bun_sys::{SystemErrno, UV_E};
///
/// assert_eq!(translate_uv_error_to_e(UV_E::EXIST), SystemErrno::EEXIST);
/// assert_eq!(translate_uv_error_to_e(0), SystemErrno::SUCCESS);
/// ```
#[doc(alias = "translateUVErrorToE")]
#[must_use]
pub fn translate_uv_error_to_e(code: c_int) -> E {
    let errno = SystemErrno::from_uv(code);
    if code == 0 || errno.name().is_some() { errno } else { UNKNOWN }
}

const UNKNOWN: SystemErrno = SystemErrno::from_raw(134);
