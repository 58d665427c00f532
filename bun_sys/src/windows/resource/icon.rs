//! Icons: as files, and as a group of images among the resources.
//!
//! ```text
//!   .ico    0    2   4       6        +8    +12      +16
//!           │ 0  │ 1 │ count │ entry  │ len │ place  │ …   images
//!   group   0    2   4       6        +8    +12  +14
//!           │ 0  │ 1 │ count │ entry  │ len │ id │ …
//! ```
//!
//! The first eight bytes of an entry, width to bits of a pixel, are the same in both.

use alloc::vec::Vec;

use super::{place, u16_at, u32_at};

const HEAD_LEN: usize = 6;
const FILE_ENTRY_LEN: usize = 16;
const GROUP_ENTRY_LEN: usize = 14;

/// The only type of file there is here; cursors are 2.
const TYPE_ICON: u16 = 1;

/// The images of an icon, borrowed from its file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::windows) struct Icon<'a> {
    /// Not empty, and at most as many as have a number.
    images: Vec<Image<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Image<'a> {
    /// Width to bits of a pixel.
    looks: [u8; 8],
    /// The length as the file has it.
    len: u32,
    data: &'a [u8],
}

impl<'a> Icon<'a> {
    /// Reads the file `bytes`, which nothing else needs to be in.
    ///
    /// `None` when it is no icon, has no image, or an image is empty or does not lie in it; also
    /// when the images together are longer than the file, which would be one for many.
    pub(in crate::windows) fn parse(bytes: &'a [u8]) -> Option<Self> {
        if u16_at(bytes, 0)? != 0 || u16_at(bytes, 2)? != TYPE_ICON {
            return None;
        }
        let count = usize::from(u16_at(bytes, 4)?);
        let entries = bytes.get(HEAD_LEN..)?.get(..count * FILE_ENTRY_LEN)?;
        let mut left = bytes.len();
        let mut image = |entry: &[u8; FILE_ENTRY_LEN]| {
            let len = u32_at(entry, 8)?;
            let data = bytes.get(place(u32_at(entry, 12)?)?..)?.get(..place(len)?)?;
            left = left.checked_sub(data.len())?;
            if data.is_empty() {
                return None;
            }
            Some(Image { looks: *entry.first_chunk()?, len, data })
        };
        let images: Option<Vec<_>> = entries.as_chunks().0.iter().map(&mut image).collect();
        images.filter(|images| !images.is_empty()).map(|images| Self { images })
    }

    /// What the images hold.
    pub(super) fn images(&self) -> impl ExactSizeIterator<Item = &'a [u8]> + '_ {
        self.images.iter().map(|image| image.data)
    }

    /// The group of the images when they get the numbers `ids`, in this order.
    pub(super) fn group(&self, ids: &[u16]) -> Vec<u8> {
        let count = self.images.len().min(ids.len());
        let mut group = Vec::with_capacity(HEAD_LEN + count * GROUP_ENTRY_LEN);
        for number in [0, TYPE_ICON, count as u16] {
            group.extend_from_slice(&number.to_le_bytes());
        }
        for (image, id) in self.images.iter().zip(ids) {
            group.extend_from_slice(&image.looks);
            group.extend_from_slice(&image.len.to_le_bytes());
            group.extend_from_slice(&id.to_le_bytes());
        }
        group
    }
}

/// The numbers of the images of `group`; of one that is cut off, those that are there.
pub(super) fn group_ids(group: &[u8]) -> impl Iterator<Item = u16> + '_ {
    let count = u16_at(group, 4).map_or(0, usize::from);
    let entries = group.get(HEAD_LEN..).unwrap_or_default();
    let entries = entries.as_chunks::<GROUP_ENTRY_LEN>().0.iter();
    entries.take(count).filter_map(|entry| u16_at(entry, GROUP_ENTRY_LEN - 2))
}
