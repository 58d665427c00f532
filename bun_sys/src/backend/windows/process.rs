//! The process: its directory, its mask, other processes, random numbers.
#![expect(unsafe_code, reason = "calls the system")]

use core::ffi::CStr;

use windows_sys::Win32::Foundation::{ERROR_INVALID_PARAMETER, STILL_ACTIVE};
use windows_sys::Win32::Security::Cryptography::ProcessPrng;
use windows_sys::Win32::Storage::FileSystem::CopyFileW;
use windows_sys::Win32::System::Environment::SetCurrentDirectoryW;
use windows_sys::Win32::System::ProcessStatus::{K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS};
use windows_sys::Win32::System::Threading::{
    GetCurrentProcess, GetCurrentThreadId, GetExitCodeProcess, OpenProcess,
    PROCESS_QUERY_LIMITED_INFORMATION, PROCESS_TERMINATE, TerminateProcess,
};

use super::absent::Sigaction;
use super::crt;
use super::handle::{Owned, check, last, last_code, number};
use super::name::{Form, final_path, with_name_as, working_directory};
use super::path::written_without_prefix;
use crate::backend::Outcome;
use crate::wtf8::write_wtf8;
use crate::{Fd, SystemErrno};

/// Returns the length of the path; its NUL is in `buf` behind it.
pub(crate) fn getcwd(buf: &mut [u8]) -> Outcome<usize> {
    let mut wide = bun_paths::w_path_buffer_pool::get();
    let len = working_directory(&mut wide)?;
    let units = wide[..len].iter().copied();
    let written = write_wtf8(units.chain([0]), buf).ok_or(SystemErrno::ERANGE)?;
    Ok(written - 1)
}

pub(crate) fn chdir(path: &CStr) -> Outcome<()> {
    let prefix = bun_paths::windows::NT_OBJECT_PREFIX.len();
    with_name_as(Fd::cwd(), path.to_bytes(), Form::Absolute, |name| {
        // The system keeps what it is given, so it is given what users write.
        let mut path = name.units[prefix..].to_vec();
        if path.starts_with(bun_str::w!(r"UNC\")) {
            path.splice(..3, [u16::from(b'\\')]);
        }
        set_directory(path)
    })
}

pub(crate) fn fchdir(dir: Fd) -> Outcome<()> {
    let mut wide = bun_paths::w_path_buffer_pool::get();
    let len = final_path(dir, &mut wide)?;
    let mut text = bun_paths::path_buffer_pool::get();
    let len = written_without_prefix(&wide[..len], &mut text)?;
    with_name_as(Fd::cwd(), &text[..len], Form::Absolute, |name| {
        let prefix = bun_paths::windows::NT_OBJECT_PREFIX.len();
        set_directory(name.units[prefix..].to_vec())
    })
}

fn set_directory(mut path: Vec<u16>) -> Outcome<()> {
    path.push(0);
    // SAFETY: the path has a terminator, and the call only reads it.
    check(unsafe { SetCurrentDirectoryW(path.as_ptr()) })
}

/// Returns the mask before. Only whether the owner may write means something.
pub(crate) fn umask(mode: u32) -> u32 {
    crt::umask(mode.cast_signed()).cast_unsigned()
}

/// The number of the calling thread, as the system has it.
pub(crate) fn thread_id() -> u64 {
    // SAFETY: reads a number of this thread.
    u64::from(unsafe { GetCurrentThreadId() })
}

/// Ends the process for `SIGINT`, `SIGQUIT`, `SIGKILL` and `SIGTERM`, asks whether it runs for 0,
/// and refuses the others, as libuv does.
pub(crate) fn kill(pid: i32, signal: i32) -> Outcome<()> {
    let ends = match signal {
        0 => false,
        2 | 3 | 9 | 15 => true,
        1..=31 => return Err(SystemErrno::ENOSYS),
        _ => return Err(SystemErrno::EINVAL),
    };
    let access = PROCESS_TERMINATE | PROCESS_QUERY_LIMITED_INFORMATION;
    let opened = if pid == 0 {
        // SAFETY: returns a constant.
        Ok(unsafe { GetCurrentProcess() })
    } else {
        // SAFETY: takes any numbers.
        let process = unsafe { OpenProcess(access, 0, pid.cast_unsigned()) };
        if process.is_null() { Err(last_code()) } else { Ok(process) }
    };
    let process = opened.map(Owned::new).map_err(|code| match code {
        ERROR_INVALID_PARAMETER => SystemErrno::ESRCH,
        code => number(code),
    })?;
    let mut code = 0;
    // SAFETY: the call writes one number.
    check(unsafe { GetExitCodeProcess(process.get(), &raw mut code) })?;
    if code.cast_signed() != STILL_ACTIVE {
        return Err(SystemErrno::ESRCH);
    }
    if !ends {
        return Ok(());
    }
    // SAFETY: ends a process, this one or another; both are allowed.
    check(unsafe { TerminateProcess(process.get(), 1) })
}

/// Bytes of this process that are in memory now: its working set.
pub(crate) fn resident_memory() -> Outcome<usize> {
    let mut found = PROCESS_MEMORY_COUNTERS::default();
    let room = size_of::<PROCESS_MEMORY_COUNTERS>() as u32;
    // SAFETY: returns a constant.
    let process = unsafe { GetCurrentProcess() };
    // SAFETY: the call writes at most `room` bytes to `found`.
    check(unsafe { K32GetProcessMemoryInfo(process, &raw mut found, room) })?;
    Ok(found.WorkingSetSize)
}

/// Returns how many bytes it filled with randomness: all.
pub(crate) fn getrandom(buf: &mut [u8]) -> Outcome<usize> {
    // SAFETY: the call writes `buf.len()` bytes to `buf`, which is borrowed exclusively.
    let done = unsafe { ProcessPrng(buf.as_mut_ptr(), buf.len()) };
    if done == 0 { Err(last()) } else { Ok(buf.len()) }
}

/// Copies content, attributes and streams, over what is there. With 1 in `flags` it fails there.
pub(crate) fn copyfile(from: &CStr, to: &CStr, flags: u32) -> Outcome<()> {
    let wide = |path: &CStr| {
        with_name_as(Fd::cwd(), path.to_bytes(), Form::Absolute, |name| Ok(name.to_win32()))
    };
    let (from, to) = (wide(from)?, wide(to)?);
    let fails = i32::from(flags & 1 != 0);
    // SAFETY: both paths have a terminator, and the call only reads them.
    check(unsafe { CopyFileW(from.as_ptr(), to.as_ptr(), fails) })
}

/// There are no signals.
///
/// # Safety
///
/// Nothing: the pointers are not used.
pub(crate) unsafe fn sigaction(
    _signal: i32,
    _new: *const Sigaction,
    _old: *mut Sigaction,
) -> Outcome<()> {
    Err(SystemErrno::ENOSYS)
}
