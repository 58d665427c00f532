//! What the records of XNU's directories mean: pure rules on bytes, without a call.
//!
//! They compile and are tested on every system; only the backend for macOS uses them. The kernel
//! passes on what file systems wrote, those of other vendors too, so the bytes are not trusted.

use crate::FileKind;
use crate::dir_iterator::Record;

#[cfg(test)]
mod tests;

const LEN: usize = 16;
const KIND: usize = 20;
const NAME: usize = 21;

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
    let len = u16::from_ne_bytes(*bytes.get(LEN..)?.first_chunk()?);
    let record = bytes.get(..usize::from(len))?;
    let kind = *record.get(KIND)?;
    let nul = bun_str::strings::index_of_char_usize(record.get(NAME..)?, 0)?;
    let removed = u64::from_ne_bytes(*record.first_chunk()?) == 0;
    let end = NAME + nul + 1;
    let name = if removed { end - 1..end } else { NAME..end };
    Some(Record { len: record.len(), name, kind: kind_from_type(kind) })
}

/// By the `DT_*` numbers of `<sys/dirent.h>`, which other hosts' headers do not all have.
const fn kind_from_type(kind: u8) -> FileKind {
    match kind {
        1 => FileKind::NamedPipe,
        2 => FileKind::CharacterDevice,
        4 => FileKind::Directory,
        6 => FileKind::BlockDevice,
        8 => FileKind::File,
        10 => FileKind::SymLink,
        12 => FileKind::UnixDomainSocket,
        _ => FileKind::Unknown,
    }
}
