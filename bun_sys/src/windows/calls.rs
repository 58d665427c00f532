//! Calls of Windows that ported code makes by their names.
#![expect(unsafe_code, reason = "calls the system with handles and buffers")]

use core::ffi::c_void;
use core::ptr;
use std::sync::OnceLock;

use bun_str::{WStr, ZStr};
use windows_sys::Win32::Foundation::HMODULE;
use windows_sys::Win32::Networking::WinSock;
use windows_sys::Win32::Security::SECURITY_ATTRIBUTES;
use windows_sys::Win32::Storage::FileSystem;
use windows_sys::Win32::System::Environment::GetEnvironmentVariableW;
use windows_sys::Win32::System::LibraryLoader::{
    GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
    GetModuleFileNameW, GetModuleHandleExW, GetProcAddress,
};
use windows_sys::Win32::System::ProcessStatus::{K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS};
use windows_sys::Win32::System::SystemInformation::{GetVersionExW, OSVERSIONINFOW};
use windows_sys::Win32::System::Threading;
use windows_sys::Win32::System::WindowsProgramming::GetUserNameW;

use super::{BOOL, DWORD, HANDLE, LPCWSTR, ULONG_PTR, Win32Error, runtime_version_of_build};
use crate::backend::imp;
use crate::{E, Error, Fd, Maybe, SystemErrno, Tag};

/// Gives a file another name (`CreateHardLinkW`). Zero, and `GetLastError`, when it fails. Windows
/// only; [`link`](crate::link()) returns the error.
///
/// # Safety
///
/// 1. Both names end in NUL.
/// 2. The attributes, and what they point to, are complete.
#[expect(non_snake_case, reason = "the name that the headers have for it")]
pub unsafe fn CreateHardLinkW(
    new_file_name: LPCWSTR,
    existing_file_name: LPCWSTR,
    security_attributes: Option<&mut SECURITY_ATTRIBUTES>,
) -> BOOL {
    let attributes = security_attributes.map_or(ptr::null(), |it| ptr::from_mut(it).cast_const());
    // SAFETY: answered by the caller's 1 and 2; the attributes are null or a structure.
    unsafe { FileSystem::CreateHardLinkW(new_file_name, existing_file_name, attributes) }
}

/// Makes a queue of finished calls, or adds a file to one (`CreateIoCompletionPort`). Windows only.
/// The caller closes a new one.
///
/// Zig: `bun.windows.CreateIoCompletionPort`.
///
/// # Errors
///
/// What `GetLastError` says, by name: `EINVAL` when the file was not opened for this, or has a
/// queue already; `EBADF`.
#[expect(clippy::not_unsafe_ptr_arg_deref, reason = "a handle is a number that may be wrong")]
#[expect(non_snake_case, reason = "the name that the headers have for it")]
pub fn CreateIoCompletionPort(
    file_handle: HANDLE,
    existing_completion_port: HANDLE,
    completion_key: ULONG_PTR,
    concurrent_threads: DWORD,
) -> Result<HANDLE, bun_core::Error> {
    use windows_sys::Win32::System::IO::CreateIoCompletionPort as call;
    // SAFETY: takes any handles and numbers.
    let port =
        unsafe { call(file_handle, existing_completion_port, completion_key, concurrent_threads) };
    if port.is_null() { Err(get_last_error()) } else { Ok(port) }
}

/// How [`DeleteFileBun`] removes.
///
/// Zig: `bun.windows.DeleteFileOptions`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct DeleteFileOptions {
    /// The directory that the path is relative to; the working directory without one.
    pub dir: Option<Fd>,
    /// Whether it is a directory.
    pub remove_dir: bool,
}

/// Removes the name at the wide path (`NtSetInformationFile`). As on Unix it is free at once,
/// whoever has the file open, where the file system can do that. Windows only.
///
/// Zig: `bun.windows.DeleteFileBun`.
///
/// # Errors
///
/// Those of [`unlinkat`](crate::unlinkat): `ENOENT`, `EPERM`, `EBUSY`, `EISDIR`, `ENOTDIR`,
/// `ENOTEMPTY`; `EINVAL` for an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::w;
/// use bun_sys::SystemErrno;
/// use bun_sys::windows::{DeleteFileBun, DeleteFileOptions};
///
/// let error = DeleteFileBun(w!("no such file"), DeleteFileOptions::default()).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// ```
#[expect(non_snake_case, reason = "the name in Zig")]
pub fn DeleteFileBun(sub_path_w: &[u16], options: DeleteFileOptions) -> Maybe<()> {
    let dir = options.dir.unwrap_or(Fd::cwd());
    imp::unlink_wide(dir, sub_path_w, options.remove_dir)
        .map_err(|errno| Error::from_code(errno, Tag::unlink))
}

/// Gives the open file `src_fd` the name `new_file_name` below `new_dir_fd`
/// (`NtSetInformationFile`). It was opened with the right to delete it. Windows only.
///
/// Zig: `bun.windows.moveOpenedFileAt`.
///
/// # Errors
///
/// Those of [`renameat`](crate::renameat), with `src_fd`: `EPERM` when it was opened without that
/// right; `EEXIST` when there is something and it is not to be replaced.
#[doc(alias = "moveOpenedFileAt")]
pub fn move_opened_file_at(
    src_fd: Fd,
    new_dir_fd: Fd,
    new_file_name: &[u16],
    replace_if_exists: bool,
) -> Maybe<()> {
    imp::move_opened(src_fd, new_dir_fd, new_file_name, replace_if_exists)
        .map_err(|errno| Error { fd: src_fd, ..Error::from_code(errno, Tag::NtSetInformationFile) })
}

/// The number of this process.
#[expect(non_snake_case, reason = "the name that the headers have for it")]
#[must_use]
pub fn GetCurrentProcessId() -> DWORD {
    // SAFETY: reads a number.
    unsafe { Threading::GetCurrentProcessId() }
}

/// What a handle is: one of the `FILE_TYPE_*`, or 0 (`GetFileType`). Windows only.
#[expect(clippy::not_unsafe_ptr_arg_deref, reason = "a handle is a number that may be wrong")]
#[expect(non_snake_case, reason = "the name that the headers have for it")]
#[must_use]
pub fn GetFileType(handle: HANDLE) -> DWORD {
    // SAFETY: takes any handle, touches no memory of ours.
    unsafe { FileSystem::GetFileType(handle) }
}

/// Where a library has what `name` says; without a library, where the program has it
/// (`GetProcAddress`). Windows only.
///
/// Zig: `bun.windows.GetProcAddressA`.
///
/// # Safety
///
/// 1. `library` is loaded.
#[expect(non_snake_case, reason = "the name in Zig")]
#[must_use]
pub unsafe fn GetProcAddressA(library: Option<*mut c_void>, name: &ZStr) -> Option<*mut c_void> {
    let library = library.unwrap_or(ptr::null_mut());
    let name = name.as_cstr()?;
    // SAFETY: the caller's promise, or null; the name ends in NUL.
    let found = unsafe { GetProcAddress(library, name.as_ptr().cast()) }?;
    Some(found as *mut c_void)
}

/// How much memory a process uses (`K32GetProcessMemoryInfo`). Windows only.
///
/// # Errors
///
/// What `GetLastError` says: `INVALID_HANDLE`, or `ACCESS_DENIED` when the handle may not ask.
#[expect(clippy::not_unsafe_ptr_arg_deref, reason = "a handle is a number that may be wrong")]
#[expect(non_snake_case, reason = "the name that the headers have for it")]
pub fn GetProcessMemoryInfo(process: HANDLE) -> Result<PROCESS_MEMORY_COUNTERS, Win32Error> {
    let mut found = PROCESS_MEMORY_COUNTERS::default();
    let room = size_of::<PROCESS_MEMORY_COUNTERS>() as u32;
    // SAFETY: the call writes at most `room` bytes to `found`, and takes any handle.
    let done = unsafe { K32GetProcessMemoryInfo(process, &raw mut found, room) };
    if done == 0 { Err(Win32Error::get()) } else { Ok(found) }
}

/// What the last failed call of Winsock in this thread said, if it has a number.
#[expect(non_snake_case, reason = "the name that the headers have for it")]
#[must_use]
pub fn WSAGetLastError() -> Option<E> {
    // SAFETY: reads a number of this thread.
    SystemErrno::from_win32(unsafe { WinSock::WSAGetLastError() }.cast_unsigned())
}

/// What the last failed call of Win32 in this thread said (`GetLastError`); `EUNKNOWN` when it has
/// no number. Windows only.
///
/// Zig: `bun.windows.getLastErrno`.
#[doc(alias = "getLastErrno")]
#[must_use]
pub fn get_last_errno() -> E {
    SystemErrno::from_win32(Win32Error::get().code()).unwrap_or(SystemErrno::EUNKNOWN)
}

/// The same by its name.
///
/// Zig: `bun.windows.getLastError`.
#[doc(alias = "getLastError")]
#[must_use]
pub fn get_last_error() -> bun_core::Error {
    get_last_errno().into()
}

/// The release of Windows that this runs on, such as `win11_dt` (`GetVersionExW`, which says no
/// more than the program's manifest knows).
///
/// Zig: `bun.windows.detectRuntimeVersion`.
#[doc(alias = "detectRuntimeVersion")]
#[must_use]
pub fn detect_runtime_version() -> &'static str {
    let mut found = OSVERSIONINFOW {
        dwOSVersionInfoSize: size_of::<OSVERSIONINFOW>() as u32,
        ..OSVERSIONINFOW::default()
    };
    // SAFETY: the call writes as much as the first field says.
    let done = unsafe { GetVersionExW(&raw mut found) };
    if done == 0 { "unknown" } else { runtime_version_of_build(found.dwBuildNumber) }
}

/// Calls `fill` with more room until what it writes fits; it returns how much that is, or 0.
fn grown(mut fill: impl FnMut(&mut [u16]) -> u32) -> Option<Vec<u16>> {
    let mut units = vec![0; 260];
    loop {
        let len = fill(&mut units) as usize;
        if len == 0 {
            return None;
        }
        if len < units.len() {
            units.truncate(len);
            return Some(units);
        }
        if units.len() > bun_paths::PATH_MAX_WIDE {
            return None;
        }
        let more = len.max(units.len() * 2);
        units.resize(more + 1, 0);
    }
}

/// The path of this program (`GetModuleFileNameW`); empty if the system does not say. Asked for
/// once. Windows only.
///
/// Zig: `bun.windows.exePathW`.
#[doc(alias = "exePathW")]
#[must_use]
pub fn exe_path_w() -> &'static WStr {
    static PATH: OnceLock<Vec<u16>> = OnceLock::new();
    let path = PATH.get_or_init(|| {
        let mut path = grown(|units| {
            // SAFETY: null is this program; the call writes at most as many units as there are.
            unsafe { GetModuleFileNameW(ptr::null_mut(), units.as_mut_ptr(), units.len() as u32) }
        })
        .unwrap_or_default();
        path.push(0);
        path
    });
    WStr::from_slice_with_nul(path)
}

/// The value of an environment variable (`GetEnvironmentVariableW`); `None` when it is not set, or
/// `name` has a NUL. Windows only.
///
/// Zig: `bun.windows.getenvW`.
#[doc(alias = "getenvW")]
#[must_use]
pub fn getenv_w(name: &[u16]) -> Option<Vec<u16>> {
    if name.contains(&0) {
        return None;
    }
    let name: Vec<u16> = name.iter().copied().chain([0]).collect();
    let mut is_empty = false;
    let value = grown(|units| {
        // SAFETY: changes a number of this thread.
        unsafe { windows_sys::Win32::Foundation::SetLastError(0) };
        let room = units.len() as u32;
        // SAFETY: the name has a terminator; the call writes at most as many units as there are.
        let len = unsafe { GetEnvironmentVariableW(name.as_ptr(), units.as_mut_ptr(), room) };
        is_empty = len == 0 && Win32Error::get() == Win32Error::SUCCESS;
        len
    });
    if is_empty { Some(Vec::new()) } else { value }
}

/// The library or program whose code or data is at `addr` (`GetModuleHandleExW`). Windows only.
///
/// Zig: `bun.windows.getModuleHandleFromAddress`.
#[doc(alias = "getModuleHandleFromAddress")]
#[must_use]
pub fn get_module_handle_from_address(addr: usize) -> Option<HMODULE> {
    let flags =
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    let mut found = ptr::null_mut();
    // SAFETY: with these flags the call looks the address up and does not read what is there.
    let done = unsafe { GetModuleHandleExW(flags, ptr::without_provenance(addr), &raw mut found) };
    (done != 0 && !found.is_null()).then_some(found)
}

/// The path of a library or program (`GetModuleFileNameW`); `None` when it does not fit, or nothing
/// of that handle is loaded. Windows only.
///
/// Zig: `bun.windows.getModuleNameW`.
#[doc(alias = "getModuleNameW")]
#[expect(clippy::not_unsafe_ptr_arg_deref, reason = "a handle is a number that may be wrong")]
pub fn get_module_name_w(module: HMODULE, buf: &mut [u16]) -> Option<&[u16]> {
    let room = u32::try_from(buf.len()).unwrap_or(u32::MAX);
    // SAFETY: the call looks the handle up in a list, and writes at most `room` units to `buf`.
    let len = unsafe { GetModuleFileNameW(module, buf.as_mut_ptr(), room) } as usize;
    if len == 0 || len >= buf.len() { None } else { buf.get(..len) }
}

/// A hash of the name of this user (`GetUserNameW`): the same in every process, and most likely no
/// other's. 0 when the system does not say the name. Windows only.
///
/// Zig: `bun.windows.userUniqueId`.
#[doc(alias = "userUniqueId")]
#[must_use]
pub fn user_unique_id() -> u32 {
    let mut name = [0_u16; 257];
    let mut len = name.len() as u32;
    // SAFETY: the call writes at most `len` units to `name`, and how many to `len`.
    if unsafe { GetUserNameW(name.as_mut_ptr(), &raw mut len) } == 0 {
        return 0;
    }
    // The terminator counts, as in Zig.
    let bytes: Vec<u8> =
        name.iter().take(len as usize).flat_map(|unit| unit.to_le_bytes()).collect();
    bun_wyhash::hash32(&bytes)
}
