//! What becomes of the resources of a program when it is described anew.
//!
//! The version information is changed in one language, that with the lowest number of those there
//! are, and one icon, the first in the directory. All other resources stay.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::vec::Vec;

use bun_core::{Error, err};
use bun_str::strings::to_utf16_alloc_for_real;

use super::icon::{Icon, group_ids};
use super::version_info::VersionInfo;
use super::{AMERICAN_ENGLISH, Change, Kind, Name, Resource, Version};

/// The name under which Windows looks for version information.
const VERSION_NAME: Name = Name::Id(1);

/// A text of the version information.
#[derive(Clone, Copy, Debug)]
pub(in crate::windows) struct Text<'a> {
    pub(in crate::windows) key: &'static str,
    /// UTF-8; what is not becomes U+FFFD. Counts up to the first NUL, and not at all when empty.
    pub(in crate::windows) text: &'a [u8],
    /// What it is when there is no room for it.
    pub(in crate::windows) failure: Error,
}

/// Sets texts and, if there is one, the version; and empties the name that the file had when it
/// was made, which is that of another program.
pub(in crate::windows) fn version_change(
    resources: &[Resource<'_>],
    texts: &[Text<'_>],
    version: Option<Version>,
) -> Result<Change<'static>, Error> {
    let is_version =
        |found: &&Resource<'_>| found.kind == Kind::Version && found.name == VERSION_NAME;
    let first = resources.iter().filter(is_version).min_by_key(|found| found.language);
    let (mut info, language) = match first {
        Some(found) => {
            let info = VersionInfo::parse(found.data).ok_or(err!(FailedToLoadExecutable))?;
            (info, found.language)
        }
        None => (VersionInfo::new(), AMERICAN_ENGLISH),
    };
    for &Text { key, text, failure } in texts {
        let text = bun_core::slice_to(text, 0);
        if !text.is_empty() {
            let units = to_utf16_alloc_for_real(text, false, false);
            let units = units.map_err(|_| Error::OUT_OF_MEMORY)?;
            info.set_text(key, &units).ok_or(failure)?;
        }
    }
    if let Some(version) = version {
        info.set_file_version(version);
        info.set_product_version(version);
        let units: Vec<u16> = version.to_string().encode_utf16().collect();
        info.set_text("FileVersion", &units).ok_or(err!(FailedToSetFileVersionString))?;
        info.set_text("ProductVersion", &units).ok_or(err!(FailedToSetProductVersionString))?;
    }
    info.set_text("OriginalFilename", &[]).ok_or(err!(WindowsMetadataEditError))?;
    let data = info.encode().ok_or(err!(WindowsMetadataEditError))?;
    Ok(Change { kind: Kind::Version, name: VERSION_NAME, language, data: Some(Cow::Owned(data)) })
}

/// Puts `icon` in the place of the one that Windows shows for the program: the first in the
/// directory, whose images are removed unless another icon shares them. `None` when no numbers are
/// left for the images.
///
/// The original leaves images behind, and writes over those of other icons.
pub(in crate::windows) fn icon_changes<'a>(
    resources: &[Resource<'_>],
    icon: &Icon<'a>,
) -> Option<Vec<Change<'a>>> {
    let groups = || resources.iter().filter(|found| found.kind == Kind::IconGroup);
    let old = groups().find(|group| can_be_named(&group.name));
    let is_old = |group: &Resource<'_>| old.is_some_and(|old| core::ptr::eq(old, group));
    let shared: BTreeSet<u16> =
        groups().filter(|group| !is_old(group)).flat_map(|group| group_ids(group.data)).collect();
    let mut freed: BTreeSet<u16> = old.into_iter().flat_map(|old| group_ids(old.data)).collect();
    freed.retain(|id| !shared.contains(id));
    let images: Vec<(u16, u16)> = resources.iter().filter_map(image).collect();
    let taken: BTreeSet<u16> =
        images.iter().map(|(id, _)| *id).filter(|id| !freed.contains(id)).collect();
    let count = icon.images().len();
    let is_left = |id: &u16| !taken.contains(id) && !shared.contains(id);
    let ids: Vec<u16> = (1..=u16::MAX).filter(is_left).take(count).collect();
    if ids.len() < count {
        return None;
    }
    let (name, language) = match old {
        Some(old) => (old.name.clone(), old.language),
        None => (Name::Id(1), AMERICAN_ENGLISH),
    };
    let group = Cow::Owned(icon.group(&ids));
    let mut changes = Vec::with_capacity(1 + count + freed.len());
    changes.push(Change { kind: Kind::IconGroup, name, language, data: Some(group) });
    changes.extend(ids.iter().zip(icon.images()).map(|(id, data)| {
        let name = Name::Id(*id);
        Change { kind: Kind::Icon, name, language, data: Some(Cow::Borrowed(data)) }
    }));
    let is_new = |id, of| of == language && ids.binary_search(&id).is_ok();
    let gone = images.into_iter().filter(|(id, of)| freed.contains(id) && !is_new(*id, *of));
    changes.extend(gone.map(|(id, language)| {
        let name = Name::Id(id);
        Change { kind: Kind::Icon, name, language, data: None }
    }));
    Some(changes)
}

/// The number and the language of an image that groups can refer to.
fn image(found: &Resource<'_>) -> Option<(u16, u16)> {
    match found {
        Resource { kind: Kind::Icon, name: Name::Id(id), language, .. } => Some((*id, *language)),
        _ => None,
    }
}

/// Whether the system finds the name again when it gets it: it ends texts at a NUL, reads `#1` as
/// a number, and takes zero for no name.
fn can_be_named(name: &Name) -> bool {
    match name {
        Name::Text(units) => {
            !units.is_empty() && !units.contains(&0) && !units.starts_with(bun_str::w!("#"))
        }
        Name::Id(id) => *id != 0,
    }
}
