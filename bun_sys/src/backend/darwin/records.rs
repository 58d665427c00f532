//! Directories as `getdirentries64` gives them.
#![expect(unsafe_code, reason = "the call that reads directories")]

use core::ffi::c_int;
use core::ptr;

use bun_paths::UnitBuffer;

use crate::backend::Outcome;
use crate::backend::posix::{last, number, retry};
use crate::dir_iterator::Record;
use crate::{Fd, FileKind};

unsafe extern "C" {
    // What `readdir` is made of; the headers leave it out.
    fn __getdirentries64(fd: c_int, buf: *mut u8, len: usize, position: *mut i64) -> isize;
}

/// Reads the next records of `dir` into `buffer`, whose content is what was read.
pub(crate) fn fill_records<const N: usize>(dir: Fd, buffer: &mut UnitBuffer<u8, N>) -> Outcome<()> {
    let mut position = 0_i64;
    let count = retry(|| {
        let memory = buffer.as_uninit_mut();
        let start = ptr::from_mut(memory).cast::<u8>();
        // SAFETY: the kernel writes at most `memory.len()` bytes to `memory`, which is borrowed
        // exclusively for the call, and one number to `position`. It takes any number for `dir`.
        let count =
            unsafe { __getdirentries64(dir.native(), start, memory.len(), &raw mut position) };
        usize::try_from(count).map_err(|_| last())
    })?;
    if count > N {
        return Err(number(libc::EIO));
    }
    // SAFETY:
    // 1. `count <= N`: checked above.
    // 2. The kernel says that it wrote `count` bytes.
    unsafe { buffer.assume_init(count) };
    Ok(())
}

/// Finds the first record of `bytes`.
///
/// ```text
///   0        8        16    18         20     21
///   │ inode  │ cookie │ len │ name len │ kind │ name… NUL, padding │ next record
/// ```
///
/// `None` when `len` does not stay inside `bytes`, leaves no room for a name, or the name has no
/// NUL. The name of a record that was removed (inode 0) is given as empty.
pub(crate) fn parse_record(bytes: &[u8]) -> Option<Record> {
    const LEN: usize = 16;
    const KIND: usize = 20;
    const NAME: usize = 21;
    let len = u16::from_ne_bytes(*bytes.get(LEN..)?.first_chunk()?);
    let record = bytes.get(..usize::from(len))?;
    let kind = *record.get(KIND)?;
    let nul = bun_str::strings::index_of_char_usize(record.get(NAME..)?, 0)?;
    let removed = u64::from_ne_bytes(*record.first_chunk()?) == 0;
    let end = NAME + nul + 1;
    let name = if removed { end - 1..end } else { NAME..end };
    Some(Record { len: record.len(), name, kind: kind_from_type(kind) })
}

const fn kind_from_type(kind: u8) -> FileKind {
    match kind {
        libc::DT_BLK => FileKind::BlockDevice,
        libc::DT_CHR => FileKind::CharacterDevice,
        libc::DT_DIR => FileKind::Directory,
        libc::DT_FIFO => FileKind::NamedPipe,
        libc::DT_LNK => FileKind::SymLink,
        libc::DT_REG => FileKind::File,
        libc::DT_SOCK => FileKind::UnixDomainSocket,
        _ => FileKind::Unknown,
    }
}
