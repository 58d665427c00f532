//! The directory of resources: a tree of three levels, types, names and languages.
//!
//! ```text
//!   directory   0            12      14     16
//!               │ …          │ texts │ ids  │ entries, texts first: name, place; 8 bytes each
//!   data        0            4      8                16
//!               │ place      │ len  │ code page, 0   │
//! ```
//!
//! Names that are text, and places that are directories again, have the highest bit; both count
//! from the start of the directory, data from the start of the program.

use alloc::vec::Vec;

use super::program::Section;
use super::{Kind, Name, Resource, place, u16_at, u32_at};

const HIGHEST: u32 = 1 << 31;
const ENTRY_LEN: usize = 8;

/// How many bytes of entries and names are read at most, in lengths of the section: each is there
/// once, but for names that several entries share.
const SHARED_MAX: usize = 4;

/// The resources in `section` that describe the program, in the order of the directory.
///
/// `None` when what it says does not lie in the section, or the tree is larger than that could be,
/// as by branches that lead to the same place.
pub(in crate::windows) fn resources(section: &Section) -> Option<Vec<Resource<'_>>> {
    let mut found = Vec::new();
    if section.bytes.is_empty() {
        return Some(found);
    }
    let tree = section.bytes.get(section.directory..)?;
    let mut left = section.bytes.len().saturating_mul(SHARED_MAX);
    let mut pay = |len: usize| {
        left = left.checked_sub(len)?;
        Some(())
    };
    for (kind, names) in entries(tree, 0)? {
        let Some(kind) = kind_of(kind) else {
            continue;
        };
        for (name, languages) in entries(tree, directory(names)?)? {
            let name = name_of(tree, name)?;
            pay(ENTRY_LEN + name_len(&name))?;
            for (language, data) in entries(tree, directory(languages)?)? {
                pay(ENTRY_LEN)?;
                let language = u16::try_from(language).ok()?;
                let data = data_at(section, tree, kind, data)?;
                found.push(Resource { kind, name: name.clone(), language, data });
                pay(name_len(&found.last()?.name))?;
            }
        }
    }
    Some(found)
}

fn kind_of(name: u32) -> Option<Kind> {
    [Kind::Icon, Kind::IconGroup, Kind::Version].into_iter().find(|kind| *kind as u32 == name)
}

/// The pairs of name and place of the directory at `at`.
fn entries(tree: &[u8], at: usize) -> Option<impl Iterator<Item = (u32, u32)> + '_> {
    let head = tree.get(at..)?;
    let count = usize::from(u16_at(head, 12)?) + usize::from(u16_at(head, 14)?);
    let entries = head.get(16..)?.get(..count * ENTRY_LEN)?;
    let entries = entries.as_chunks::<ENTRY_LEN>().0.iter();
    Some(entries.map(|entry| {
        let entry = u64::from_le_bytes(*entry);
        (entry as u32, (entry >> 32) as u32)
    }))
}

/// Where the directory starts that an entry leads to.
fn directory(to: u32) -> Option<usize> {
    if to & HIGHEST == 0 { None } else { place(to ^ HIGHEST) }
}

fn name_of(tree: &[u8], name: u32) -> Option<Name> {
    if name & HIGHEST == 0 {
        return u16::try_from(name).ok().map(Name::Id);
    }
    let text = tree.get(place(name ^ HIGHEST)?..)?;
    let units = text.get(2..)?.get(..2 * usize::from(u16_at(text, 0)?))?;
    let units = units.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    Some(Name::Text(units.collect()))
}

/// In bytes.
fn name_len(name: &Name) -> usize {
    match name {
        Name::Text(units) => size_of_val(units.as_slice()),
        Name::Id(_) => 0,
    }
}

fn data_at<'a>(section: &'a Section, tree: &[u8], kind: Kind, at: u32) -> Option<&'a [u8]> {
    let head = tree.get(place(at)?..)?;
    let (address, len) = (u32_at(head, 0)?, place(u32_at(head, 4)?)?);
    if kind == Kind::Icon {
        return Some(&[]);
    }
    let start = place(address.checked_sub(section.address)?)?;
    section.bytes.get(start..)?.get(..len)
}
