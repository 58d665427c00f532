//! Reading and writing: the call returns when the kernel is done with the buffer.
#![expect(unsafe_code, reason = "hands buffers to the kernel")]

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;
use core::ptr;
use std::io::{IoSlice, IoSliceMut};

use windows_sys::Wdk::Storage::FileSystem::{NtReadFile, NtWriteFile};
use windows_sys::Win32::Foundation::NTSTATUS;
use windows_sys::Win32::Storage::FileSystem::FILE_TYPE_DISK;

use super::create::no_answer;
use super::event::{finish, with_event};
use super::handle::{handle_of, status_number};
use super::info::{Position, file_type, query, set};
use crate::backend::Outcome;
use crate::{Fd, SystemErrno};

const STATUS_END_OF_FILE: NTSTATUS = 0xC000_0011_u32.cast_signed();
const STATUS_PIPE_BROKEN: NTSTATUS = 0xC000_014B_u32.cast_signed();
const STATUS_PIPE_EMPTY: NTSTATUS = 0xC000_00D9_u32.cast_signed();
fn clamp(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Reads at `offset`, or where the handle stands.
fn read_at(fd: Fd, buf: &mut [MaybeUninit<u8>], offset: Option<i64>) -> Outcome<usize> {
    let handle = handle_of(fd)?;
    with_event(|event| {
        let answer = UnsafeCell::new(no_answer());
        let len = clamp(buf.len());
        let to = buf.as_mut_ptr().cast();
        let from = offset.as_ref().map_or(ptr::null(), ptr::from_ref);
        // SAFETY: the kernel writes at most `len` bytes to `buf`, which is borrowed exclusively,
        // and one `answer`; `finish` returns only when it is done with both.
        let status = unsafe {
            NtReadFile(handle, event, None, ptr::null(), answer.get(), to, len, from, ptr::null())
        };
        match finish(status, &answer, event, buf.len()) {
            Err(STATUS_END_OF_FILE | STATUS_PIPE_BROKEN) => Ok(0),
            Err(STATUS_PIPE_EMPTY) => Err(SystemErrno::EAGAIN),
            other => other.map_err(status_number),
        }
    })
}

fn write_at(fd: Fd, buf: &[u8], offset: Option<i64>) -> Outcome<usize> {
    let handle = handle_of(fd)?;
    with_event(|event| {
        let answer = UnsafeCell::new(no_answer());
        let len = clamp(buf.len());
        let from = buf.as_ptr().cast();
        let to = offset.as_ref().map_or(ptr::null(), ptr::from_ref);
        // SAFETY: the kernel reads at most `len` bytes of `buf` and writes one `answer`; `finish`
        // returns only when it is done with both.
        let status = unsafe {
            NtWriteFile(handle, event, None, ptr::null(), answer.get(), from, len, to, ptr::null())
        };
        finish(status, &answer, event, buf.len()).map_err(status_number)
    })
}

/// Calls `call` and puts the position back where it was, which the kernel moves in any case.
///
/// `ESPIPE` for what has no positions, `EINVAL` for one before the start.
fn keeping_position(fd: Fd, offset: i64, call: impl FnOnce() -> Outcome<usize>) -> Outcome<usize> {
    let handle = handle_of(fd)?;
    if offset < 0 {
        return Err(SystemErrno::EINVAL);
    }
    if file_type(handle) != FILE_TYPE_DISK {
        return Err(SystemErrno::ESPIPE);
    }
    let before: Position = query(handle)?;
    let done = call();
    set(handle, &before).map_err(status_number)?;
    done
}

fn as_uninit(buf: &mut [u8]) -> &mut [MaybeUninit<u8>] {
    let (data, len) = (buf.as_mut_ptr().cast(), buf.len());
    // SAFETY: the same memory, borrowed exclusively; only bytes are ever written to it.
    unsafe { core::slice::from_raw_parts_mut(data, len) }
}

pub(crate) fn read(fd: Fd, buf: &mut [u8]) -> Outcome<usize> {
    read_at(fd, as_uninit(buf), None)
}

pub(crate) fn read_uninit(fd: Fd, buf: &mut [MaybeUninit<u8>]) -> Outcome<&mut [u8]> {
    let count = read_at(fd, buf, None)?;
    // SAFETY: the call above initialised the first `count` bytes, and `count <= buf.len()`.
    Ok(unsafe { buf[..count].assume_init_mut() })
}

/// Two threads that do this on one descriptor disturb each other: the position is the handle's.
pub(crate) fn pread(fd: Fd, buf: &mut [u8], offset: i64) -> Outcome<usize> {
    keeping_position(fd, offset, || read_at(fd, as_uninit(buf), Some(offset)))
}

/// Appends to `list` within its capacity.
pub(crate) fn pread_spare(fd: Fd, list: &mut Vec<u8>, offset: i64) -> Outcome<usize> {
    let count =
        keeping_position(fd, offset, || read_at(fd, list.spare_capacity_mut(), Some(offset)))?;
    let len = list.len() + count;
    // SAFETY:
    // 1. `count` is at most the spare capacity.
    // 2. The call above initialised that many bytes behind the list.
    unsafe { list.set_len(len) };
    Ok(count)
}

pub(crate) fn write(fd: Fd, buf: &[u8]) -> Outcome<usize> {
    write_at(fd, buf, None)
}

pub(crate) fn pwrite(fd: Fd, buf: &[u8], offset: i64) -> Outcome<usize> {
    keeping_position(fd, offset, || write_at(fd, buf, Some(offset)))
}

/// The sum of what `step` moves at each place, until it moves less than all of it.
fn each<B>(
    bufs: impl Iterator<Item = B>,
    len: impl Fn(&B) -> usize,
    mut step: impl FnMut(B, i64) -> Outcome<usize>,
) -> Outcome<usize> {
    let mut done = 0;
    for buf in bufs {
        let wanted = len(&buf);
        match step(buf, i64::try_from(done).unwrap_or(i64::MAX)) {
            Ok(count) => {
                done += count;
                if count < wanted {
                    break;
                }
            }
            Err(errno) if done == 0 => return Err(errno),
            Err(_) => break,
        }
    }
    Ok(done)
}

/// One call each: others may write between them.
pub(crate) fn readv(fd: Fd, bufs: &mut [IoSliceMut<'_>]) -> Outcome<usize> {
    each(bufs.iter_mut(), |buf| buf.len(), |buf, _| read(fd, buf))
}

pub(crate) fn writev(fd: Fd, bufs: &[IoSlice<'_>]) -> Outcome<usize> {
    each(bufs.iter(), |buf| buf.len(), |buf, _| write(fd, buf))
}

pub(crate) fn preadv(fd: Fd, bufs: &mut [IoSliceMut<'_>], offset: i64) -> Outcome<usize> {
    let step = |buf: &mut IoSliceMut<'_>, done| pread(fd, buf, offset.saturating_add(done));
    each(bufs.iter_mut(), |buf| buf.len(), step)
}

pub(crate) fn pwritev(fd: Fd, bufs: &[IoSlice<'_>], offset: i64) -> Outcome<usize> {
    let step = |buf: &IoSlice<'_>, done| pwrite(fd, buf, offset.saturating_add(done));
    each(bufs.iter(), |buf| buf.len(), step)
}

/// There is none.
pub(crate) fn read_nowait(_fd: Fd, _buf: &mut [u8]) -> Outcome<usize> {
    Err(SystemErrno::ENOTSUP)
}

/// There is none.
pub(crate) fn write_nowait(_fd: Fd, _buf: &[u8]) -> Outcome<usize> {
    Err(SystemErrno::ENOTSUP)
}
