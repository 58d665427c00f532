//! Resources of a program for Windows: where they are in its file, and what those hold that
//! describe it. Nothing here calls Windows, so all of it is tested everywhere.
//!
//! ```text
//!   file ──program──► section ──directory──► Resource… ──changes──► Change… ──► rescle
//!                                                ▲
//!                          version_info, icon ───┘  what is in them
//! ```
//!
//! The file is read, not mapped by `LoadLibraryExW`: what `LockResource` gives has a length for
//! which only the file vouches. No byte of a file is trusted here; what does not hold is `None`.
//! Writing back is left to the system, as it moves what stands behind the resources.

use alloc::borrow::Cow;
use alloc::vec::Vec;

mod changes;
mod directory;
mod icon;
mod program;
#[cfg(test)]
mod tests;
mod version;
mod version_block;
mod version_info;

pub(super) use changes::{Text, icon_changes, version_change};
pub(super) use directory::resources;
pub(super) use icon::Icon;
pub(super) use program::read_section;
pub(super) use version::Version;

/// The language of resources that are new.
const AMERICAN_ENGLISH: u16 = 1033;

/// The types of resources that describe a program, by the numbers of the headers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub(super) enum Kind {
    /// `RT_ICON`: one image.
    Icon = 3,
    /// `RT_GROUP_ICON`: the images that are one icon in several sizes.
    IconGroup = 14,
    /// `RT_VERSION`: names, numbers and texts.
    Version = 16,
}

/// What a resource is called among those of its type; in the order of a directory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Name {
    /// Units without a terminator.
    Text(Vec<u16>),
    Id(u16),
}

/// A resource, borrowed from the section that it was found in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Resource<'a> {
    pub(super) kind: Kind,
    pub(super) name: Name,
    pub(super) language: u16,
    /// What it holds; nothing for a [`Kind::Icon`], whose image nobody asks for.
    pub(super) data: &'a [u8],
}

/// What is to become of the resource with that type, name and language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Change<'a> {
    pub(super) kind: Kind,
    pub(super) name: Name,
    pub(super) language: u16,
    /// What it holds from now on; `None` removes it.
    pub(super) data: Option<Cow<'a, [u8]>>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A number of a file as a place in memory.
fn place(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}
