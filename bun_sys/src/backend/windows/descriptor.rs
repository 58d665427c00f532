//! Descriptors: closing, duplicating, pipes and sockets.
#![expect(unsafe_code, reason = "calls the system with handles and buffers")]

use core::ptr;

use windows_sys::Win32::Foundation::{DUPLICATE_SAME_ACCESS, DuplicateHandle};
use windows_sys::Win32::Networking::WinSock;
use windows_sys::Win32::System::Console::GetConsoleMode;
use windows_sys::Win32::System::Pipes::CreatePipe;
use windows_sys::Win32::System::Threading::GetCurrentProcess;

use super::handle::{self, Owned, check, handle_of, number};
use super::{crt, fd};
use crate::backend::Outcome;
use crate::{Fd, SystemErrno};

pub(crate) fn close(fd: Fd) -> Outcome<()> {
    if fd::is_uv(fd.bits()) {
        return crt::close(fd::uv(fd.bits()));
    }
    handle::close(handle_of(fd)?)
}

/// A handle of the kernel, whatever `fd` is; no child inherits it.
pub(crate) fn dup(fd: Fd) -> Outcome<Fd> {
    let from = handle_of(fd)?;
    // SAFETY: returns a constant.
    let this = unsafe { GetCurrentProcess() };
    let mut made = ptr::null_mut();
    // SAFETY: the call writes one handle to `made`, and takes any others.
    check(unsafe {
        DuplicateHandle(this, from, this, &raw mut made, 0, 0, DUPLICATE_SAME_ACCESS)
    })?;
    Ok(Owned::new(made).into_fd())
}

/// Only descriptors of the C runtime have numbers that can be given again: `ENOTSUP` for others.
pub(crate) fn dup2(fd: Fd, onto: Fd) -> Outcome<Fd> {
    if !fd::is_uv(onto.bits()) {
        return Err(SystemErrno::ENOTSUP);
    }
    let onto_number = fd::uv(onto.bits());
    if fd::is_uv(fd.bits()) {
        crt::dup2(fd::uv(fd.bits()), onto_number)?;
        return Ok(onto);
    }
    let between = to_crt(dup(fd)?)?;
    let done = crt::dup2(between, onto_number);
    crt::close(between)?;
    done.map(|()| onto)
}

/// Makes a descriptor of the C runtime that owns the handle of `fd`, which is closed on failure.
pub(crate) fn to_crt(fd: Fd) -> Outcome<i32> {
    let handle = handle_of(fd)?;
    crt::open(handle).inspect_err(|_| {
        // The first error is the one to report.
        let _ = close(fd);
    })
}

pub(crate) fn isatty(fd: Fd) -> bool {
    let Ok(handle) = handle_of(fd) else { return false };
    let mut mode = 0;
    // SAFETY: the call writes one number, and takes any handle.
    unsafe { GetConsoleMode(handle, &raw mut mode) != 0 }
}

/// No child inherits either end.
pub(crate) fn pipe() -> Outcome<[Fd; 2]> {
    let (mut reader, mut writer) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: the call writes two handles; null attributes are allowed.
    check(unsafe { CreatePipe(&raw mut reader, &raw mut writer, ptr::null(), 0) })?;
    Ok([Owned::new(reader).into_fd(), Owned::new(writer).into_fd()])
}

/// There is none.
pub(crate) fn socketpair(
    _domain: i32,
    _kind: i32,
    _protocol: i32,
    _nonblock: bool,
) -> Outcome<[Fd; 2]> {
    Err(SystemErrno::ENOTSUP)
}

fn socket_of(fd: Fd) -> Outcome<WinSock::SOCKET> {
    handle_of(fd).map(<*mut _>::addr)
}

fn moved(count: i32) -> Outcome<usize> {
    usize::try_from(count).map_err(|_| {
        // SAFETY: reads a number of this thread.
        number(unsafe { WinSock::WSAGetLastError() }.cast_unsigned())
    })
}

fn clamp(len: usize) -> i32 {
    i32::try_from(len).unwrap_or(i32::MAX)
}

pub(crate) fn disable_linger(fd: Fd) -> Outcome<()> {
    let value = WinSock::LINGER { l_onoff: 1, l_linger: 0 };
    let memory = (&raw const value).cast();
    let len = size_of::<WinSock::LINGER>() as i32;
    let (level, option) = (WinSock::SOL_SOCKET, WinSock::SO_LINGER);
    let socket = socket_of(fd)?;
    // SAFETY: the call reads the `len` bytes of `value`, and takes any numbers.
    moved(unsafe { WinSock::setsockopt(socket, level, option, memory, len) }).map(drop)
}

pub(crate) fn recv(fd: Fd, buf: &mut [u8], flags: i32) -> Outcome<usize> {
    let socket = socket_of(fd)?;
    // SAFETY: the call writes at most `buf.len()` bytes to `buf`, which is borrowed exclusively,
    // and returns when it is done.
    moved(unsafe { WinSock::recv(socket, buf.as_mut_ptr(), clamp(buf.len()), flags) })
}

pub(crate) fn send(fd: Fd, buf: &[u8], flags: i32) -> Outcome<usize> {
    let socket = socket_of(fd)?;
    // SAFETY: the call reads at most `buf.len()` bytes of `buf`, and returns when it is done.
    moved(unsafe { WinSock::send(socket, buf.as_ptr(), clamp(buf.len()), flags) })
}
