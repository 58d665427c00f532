//! The records of a directory: the kernel's, and what `dir_iterator` reads, with the same content.
//!
//! ```text
//!   of NT       0      4     8 … 56          60         64             next
//!               │ next │ …   │ attributes    │ name_len │ name…, gap   │ record
//!
//!   of ours     0      2      3
//!               │ len  │ kind │ name in WTF-8, NUL │ next record
//! ```
//!
//! Ours exist so that names are bytes with a terminator when the caller borrows them from the
//! buffer, without a second buffer per entry.

use super::units;
use crate::dir_iterator::Record;
use crate::wtf8::write_wtf8;
use crate::{FileKind, SystemErrno};

const NEXT: usize = 0;
const ATTRIBUTES: usize = 56;
const NAME_LEN: usize = 60;
const NAME: usize = 64;

const ATTRIBUTE_DIRECTORY: u32 = 0x10;
const ATTRIBUTE_REPARSE_POINT: u32 = 0x400;

/// A record of the kernel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NtRecord<'a> {
    /// Where the next one starts; `None` after the last.
    pub(crate) next: Option<usize>,
    pub(crate) kind: FileKind,
    /// The name in little-endian units; their number is even.
    pub(crate) name: &'a [u8],
}

/// Finds the first record of `bytes`, which is what the kernel said it wrote.
///
/// `None` when a length does not hold: the record is shorter than its fields, the next one starts
/// inside this one, beyond the end, or at a place that is no multiple of eight; or the name is
/// odd, or leaves the record.
pub(crate) fn parse(bytes: &[u8]) -> Option<NtRecord<'_>> {
    let field = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    let next = usize::try_from(field(NEXT)?).ok()?;
    let record = match next {
        0 => bytes,
        _ if next % 8 == 0 && next < bytes.len() => &bytes[..next],
        _ => return None,
    };
    let name_len = usize::try_from(field(NAME_LEN)?).ok()?;
    let name = record.get(NAME..)?.get(..name_len)?;
    if name_len % 2 != 0 {
        return None;
    }
    let kind = kind_of(field(ATTRIBUTES)?);
    Some(NtRecord { next: (next != 0).then_some(next), kind, name })
}

/// A link that is a directory is a link.
const fn kind_of(attributes: u32) -> FileKind {
    if attributes & ATTRIBUTE_REPARSE_POINT != 0 {
        FileKind::SymLink
    } else if attributes & ATTRIBUTE_DIRECTORY != 0 {
        FileKind::Directory
    } else {
        FileKind::File
    }
}

const OWN_NAME: usize = 3;

/// How many bytes of the kernel's records become at most `len` bytes of ours: a name of the 255
/// units that file systems allow grows by a third, and no name by more than half.
pub(crate) const fn room_for_nt(len: usize) -> usize {
    len / 2 / 8 * 8
}

/// Turns the records of `from` into ours at the start of `to`; returns how many bytes they take.
///
/// `EIO` when they make no sense or do not fit.
pub(crate) fn translate(from: &[u8], to: &mut [u8]) -> Result<usize, SystemErrno> {
    let mut rest = from;
    let mut end = 0;
    loop {
        let record = parse(rest).ok_or(SystemErrno::EIO)?;
        let room = to.get_mut(end..).ok_or(SystemErrno::EIO)?;
        end += write_own(record, room).ok_or(SystemErrno::EIO)?;
        match record.next {
            Some(next) => rest = &rest[next..],
            None => return Ok(end),
        }
    }
}

fn write_own(record: NtRecord<'_>, room: &mut [u8]) -> Option<usize> {
    let (head, name) = room.split_at_mut_checked(OWN_NAME)?;
    let name_len = write_wtf8(units(record.name), name)?;
    *name.get_mut(name_len)? = 0;
    let len = OWN_NAME + name_len + 1;
    head[..2].copy_from_slice(&u16::try_from(len).ok()?.to_ne_bytes());
    head[2] = match record.kind {
        FileKind::SymLink => b'l',
        FileKind::Directory => b'd',
        _ => b'f',
    };
    Some(len)
}

/// Finds the first of our records in `bytes`.
pub(crate) fn parse_own(bytes: &[u8]) -> Option<Record> {
    let len = usize::from(u16::from_ne_bytes(*bytes.first_chunk()?));
    let record = bytes.get(..len)?;
    let kind = match record.get(2)? {
        b'l' => FileKind::SymLink,
        b'd' => FileKind::Directory,
        _ => FileKind::File,
    };
    // A name may hold a NUL only by a file system's mistake; it ends there, as for Linux.
    let nul = bun_str::strings::index_of_char_usize(record.get(OWN_NAME..)?, 0)?;
    Some(Record { len, name: OWN_NAME..OWN_NAME + nul + 1, kind })
}
