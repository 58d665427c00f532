//! The file of a program, and the section in it that holds its resources.
//!
//! ```text
//!   0      0x3C         place      +4   +6     +20       +24                    table
//!   │ MZ … │ place │ …  │ PE\0\0 │  │ count │  │ length │ optional header …     │ sections …
//!                                                        │ magic, …, directories
//! ```

use alloc::vec::Vec;

use super::{place, u16_at, u32_at};
use crate::File;

/// How much of the file is looked at for its headers, which are rarely longer than a page.
const HEAD_LEN: usize = 64 * 1024;

/// Where the third directory, that of the resources, is among the others.
const RESOURCES: usize = 2;

/// Where the resources are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// Where the section starts in the file.
    pub(super) offset: u32,
    /// How long it is there, in bytes.
    pub(super) len: u32,
    /// Where it is in memory, counted from the start of the program.
    pub(super) address: u32,
    /// Where the directory starts in the section.
    pub(super) directory: u32,
}

/// The section of a program that has its resources; empty when there is none.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(in crate::windows) struct Section {
    pub(super) bytes: Vec<u8>,
    /// Where the first byte is in memory, counted from the start of the program.
    pub(super) address: u32,
    /// Where the directory starts in `bytes`.
    pub(super) directory: usize,
}

/// Reads the section with the resources of `program`.
///
/// `None` when it cannot be read, or is no program.
pub(in crate::windows) fn read_section(program: &File) -> Option<Section> {
    let len = program.get_end_pos().ok()?;
    let head = read(program, 0, len.min(HEAD_LEN))?;
    let Some(found) = find(&head)? else {
        return Some(Section::default());
    };
    let end = place(found.offset)?.checked_add(place(found.len)?)?;
    if end > len {
        return None;
    }
    let bytes = read(program, found.offset, place(found.len)?)?;
    Some(Section { bytes, address: found.address, directory: place(found.directory)? })
}

fn read(program: &File, offset: u32, len: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(len).ok()?;
    bytes.resize(len, 0);
    let count = program.pread_all(&mut bytes, u64::from(offset)).ok()?;
    (count == len).then_some(bytes)
}

/// Where the resources are, if there are some, of the program that starts with `head`.
///
/// `None` when that is no program, or its headers do not hold.
pub(super) fn find(head: &[u8]) -> Option<Option<Place>> {
    const OPTIONAL: usize = 24;
    const SECTION_LEN: usize = 40;
    let head = head.starts_with(b"MZ").then_some(head)?;
    let headers = head.get(place(u32_at(head, 0x3C)?)?..)?;
    let headers = headers.starts_with(b"PE\0\0").then_some(headers)?;
    let table = OPTIONAL + usize::from(u16_at(headers, 20)?);
    let optional = headers.get(OPTIONAL..table)?;
    let directories = match u16_at(optional, 0)? {
        0x10B => 96,
        0x20B => 112,
        _ => return None,
    };
    if place(u32_at(optional, directories - 4)?)? <= RESOURCES {
        return Some(None);
    }
    let directory = u32_at(optional, directories + 8 * RESOURCES)?;
    if directory == 0 {
        return Some(None);
    }
    let sections = usize::from(u16_at(headers, 6)?) * SECTION_LEN;
    let sections = headers.get(table..)?.get(..sections)?;
    let holds_it = |section: &[u8]| {
        let [address, len, offset] = [12, 16, 20].map(|at| u32_at(section, at));
        let (address, len, offset) = (address?, len?, offset?);
        let directory = directory.checked_sub(address).filter(|inside| *inside < len)?;
        Some(Place { offset, len, address, directory })
    };
    sections.chunks_exact(SECTION_LEN).find_map(holds_it).map(Some)
}
