//! Waiting for descriptors: sockets by the system's own call, the rest by asking again.
#![expect(unsafe_code, reason = "calls the system with handles")]

use core::ptr;

use windows_sys::Win32::Foundation::{ERROR_BROKEN_PIPE, HANDLE};
use windows_sys::Win32::Networking::WinSock::{
    POLLERR, POLLHUP, POLLNVAL, POLLRDBAND, POLLRDNORM, POLLWRNORM, WSAGetLastError, WSAPOLLFD,
    WSAPoll,
};
use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_CHAR, FILE_TYPE_DISK, FILE_TYPE_PIPE};
use windows_sys::Win32::System::Console::GetNumberOfConsoleInputEvents;
use windows_sys::Win32::System::Pipes::PeekNamedPipe;
use windows_sys::Win32::System::SystemInformation::GetTickCount64;
use windows_sys::Win32::System::Threading::SleepEx;

use super::handle::{last_code, number};
use super::info::file_type;
use crate::backend::Outcome;
use crate::poll::PollFd;

/// The bits of `poll`, by the numbers that Linux has for them.
const IN: i16 = 0x1;
const PRI: i16 = 0x2;
const OUT: i16 = 0x4;
const ERR: i16 = 0x8;
const HUP: i16 = 0x10;
const NVAL: i16 = 0x20;

/// How often what is no socket is asked again.
const STEP_MS: u32 = 5;

/// What one descriptor is.
enum Source {
    Nothing,
    Socket(usize),
    Ready(i16),
}

/// Waits for `timeout_ms` at most; for ever when it is negative.
///
/// A number below zero is passed over; others are handles or sockets.
pub(crate) fn poll(fds: &mut [PollFd], timeout_ms: i32) -> Outcome<usize> {
    // SAFETY: reads a clock.
    let started = unsafe { GetTickCount64() };
    loop {
        let mut asked_again = false;
        let mut sockets: Vec<(usize, WSAPOLLFD)> = Vec::new();
        for (index, entry) in fds.iter_mut().enumerate() {
            entry.revents = 0;
            match source(entry) {
                Source::Nothing => {}
                Source::Ready(0) => asked_again = true,
                Source::Ready(events) => entry.revents = events,
                Source::Socket(fd) => {
                    sockets
                        .push((index, WSAPOLLFD { fd, events: to_wsa(entry.events), revents: 0 }));
                }
            }
        }
        // SAFETY: reads a clock.
        let passed = unsafe { GetTickCount64() }.saturating_sub(started);
        let left = match u64::try_from(timeout_ms) {
            Ok(timeout) => timeout.saturating_sub(passed),
            Err(_) => u64::MAX,
        };
        let is_ready = fds.iter().any(|entry| entry.revents != 0);
        let step = if asked_again { u64::from(STEP_MS) } else { u64::MAX };
        let wait = if is_ready { 0 } else { left.min(step) };
        poll_sockets(fds, &mut sockets, wait)?;
        let count = fds.iter().filter(|entry| entry.revents != 0).count();
        if count > 0 || left == 0 {
            return Ok(count);
        }
    }
}

/// Waits for `wait` milliseconds at most.
fn poll_sockets(fds: &mut [PollFd], sockets: &mut [(usize, WSAPOLLFD)], wait: u64) -> Outcome<()> {
    if sockets.is_empty() {
        let wait = u32::try_from(wait).unwrap_or(STEP_MS);
        // SAFETY: takes any number. Nothing runs on this thread meanwhile: it is not alertable.
        unsafe { SleepEx(wait, 0) };
        return Ok(());
    }
    let mut asked: Vec<WSAPOLLFD> = sockets.iter().map(|(_, fd)| *fd).collect();
    let wait = i32::try_from(wait).unwrap_or(-1);
    // SAFETY: the call reads and writes as many entries as there are.
    let ready = unsafe { WSAPoll(asked.as_mut_ptr(), asked.len() as u32, wait) };
    if ready < 0 {
        // SAFETY: reads a number of this thread.
        return Err(number(unsafe { WSAGetLastError() }.cast_unsigned()));
    }
    for ((index, _), answered) in sockets.iter().zip(&asked) {
        fds[*index].revents = from_wsa(answered.revents);
    }
    Ok(())
}

fn source(entry: &PollFd) -> Source {
    let handle = entry.fd;
    if handle.is_null() || handle.addr().cast_signed() < 0 {
        return Source::Nothing;
    }
    let ready = match file_type(handle) {
        FILE_TYPE_DISK => IN | OUT,
        FILE_TYPE_PIPE => match pipe(handle) {
            Some(ready) => ready,
            None => return Source::Socket(handle.addr()),
        },
        FILE_TYPE_CHAR => console(handle),
        _ => return Source::Ready(NVAL),
    };
    Source::Ready(ready & (entry.events | ERR | HUP | NVAL))
}

/// What can be done with a pipe; `None` when it is none.
fn pipe(handle: HANDLE) -> Option<i16> {
    let mut available = 0;
    let none = ptr::null_mut();
    // SAFETY: the call writes one number; the other places may be null. It takes any handle.
    let peeked = unsafe {
        PeekNamedPipe(handle, none, 0, ptr::null_mut(), &raw mut available, ptr::null_mut())
    };
    match (peeked, available) {
        (0, _) if last_code() == ERROR_BROKEN_PIPE => Some(HUP | IN),
        // The end that writes cannot be asked.
        (0, _) if last_code() == windows_sys::Win32::Foundation::ERROR_ACCESS_DENIED => Some(OUT),
        (0, _) => None,
        (_, 0) => Some(0),
        _ => Some(IN),
    }
}

fn console(handle: HANDLE) -> i16 {
    let mut events = 0;
    // SAFETY: the call writes one number, and takes any handle.
    let is_input = unsafe { GetNumberOfConsoleInputEvents(handle, &raw mut events) } != 0;
    match (is_input, events) {
        (true, 0) => 0,
        (true, _) => IN,
        (false, _) => OUT,
    }
}

fn to_wsa(events: i16) -> i16 {
    let bit = |ours: i16, theirs: i16| if events & ours != 0 { theirs } else { 0 };
    bit(IN, POLLRDNORM) | bit(PRI, POLLRDBAND) | bit(OUT, POLLWRNORM)
}

fn from_wsa(events: i16) -> i16 {
    let bit = |theirs: i16, ours: i16| if events & theirs != 0 { ours } else { 0 };
    bit(POLLRDNORM, IN)
        | bit(POLLRDBAND, PRI)
        | bit(POLLWRNORM, OUT)
        | bit(POLLERR, ERR)
        | bit(POLLHUP, HUP)
        | bit(POLLNVAL, NVAL)
}
