//! Reading directories.
#![expect(unsafe_code, reason = "the call that reads directories")]

use core::cell::UnsafeCell;
use core::ptr;

use bun_paths::UnitBuffer;
use windows_sys::Wdk::Storage::FileSystem::{FileDirectoryInformation, NtQueryDirectoryFile};
use windows_sys::Win32::Foundation::NTSTATUS;

use super::create::no_answer;
use super::event::finish_by_handle;
use super::handle::{handle_of, status_number};
use crate::backend::Outcome;
use crate::backend::nt::dir_record::{room_for_nt, translate};
use crate::{Fd, SystemErrno};

pub(crate) use crate::backend::nt::dir_record::parse_own as parse_record;

/// Room for what the kernel writes at once, aligned as its records are.
const WORDS: usize = 512;

const STATUS_NO_SUCH_FILE: NTSTATUS = 0xC000_000F_u32.cast_signed();
const STATUS_NO_MORE_FILES: NTSTATUS = 0x8000_0006_u32.cast_signed();

/// Reads the next records of `dir` into `buffer`, whose content is what was read.
pub(crate) fn fill_records<const N: usize>(dir: Fd, buffer: &mut UnitBuffer<u8, N>) -> Outcome<()> {
    let handle = handle_of(dir)?;
    let mut words = [0_u64; WORDS];
    let room = room_for_nt(N).min(size_of_val(&words));
    let to = words.as_mut_ptr().cast();
    let answer = UnsafeCell::new(no_answer());
    // SAFETY: the kernel writes at most `room` bytes to `words` and one `answer`;
    // `finish_by_handle` returns only when it is done with both. It takes any handle.
    let status = unsafe {
        NtQueryDirectoryFile(
            handle,
            ptr::null_mut(),
            None,
            ptr::null(),
            answer.get(),
            to,
            room as u32,
            FileDirectoryInformation,
            false,
            ptr::null(),
            false,
        )
    };
    let done = finish_by_handle(status, &answer, handle, room);
    let len = match done {
        Ok(len) => len,
        Err(STATUS_NO_MORE_FILES | STATUS_NO_SUCH_FILE) => return Ok(()),
        Err(status) => return Err(status_number(status)),
    };
    let bytes = bytes_of(&words);
    let mut own = [0; N];
    let written = translate(&bytes[..len], &mut own)?;
    let mut writer = buffer.writer();
    writer.push_slice(&own[..written]).map_err(|_| SystemErrno::EIO)?;
    let _ = writer.finish();
    Ok(())
}

fn bytes_of(words: &[u64; WORDS]) -> &[u8] {
    // SAFETY: the same memory, and every byte of it is initialised.
    unsafe { core::slice::from_raw_parts(words.as_ptr().cast(), size_of_val(words)) }
}
