//! `path.resolve` by the rules of Windows, where every drive has a root of its own.

use alloc::vec::Vec;

use super::components::AboveRoot;
use super::node::joined_len;
use super::normalize::write_generic;
use super::windows::windows_volume_name_len_t;
use crate::absolute::is_absolute_windows;
use crate::sep::is_sep_any;
use crate::{NameTooLong, PathWriter};

/// Writes `parts` resolved against `cwd`.
///
/// The last volume that a part names, or else that of `cwd`, is the result's. The last absolute
/// part of that volume, or of none, starts the path; parts of other volumes are skipped. Volumes
/// are compared byte by byte, as in the original.
pub(super) fn write_windows(
    out: &mut PathWriter<'_>,
    cwd: &[u8],
    parts: &[&[u8]],
) -> Result<(), NameTooLong> {
    if parts.is_empty() {
        return out.push_slice(cwd);
    }
    let joined = join(cwd, parts);
    write_generic(out, &joined, (b'\\', is_sep_any), AboveRoot::Drop, true)
}

/// [`write_windows`] behind the prefix of a long path.
pub(super) fn write_nt(
    out: &mut PathWriter<'_>,
    cwd: &[u8],
    parts: &[&[u8]],
) -> Result<(), NameTooLong> {
    let joined = join(cwd, parts);
    let is_share = joined.first().is_some_and(|byte| is_sep_any(*byte))
        && windows_volume_name_len_t(&joined).0 > 0;
    if is_share {
        // The server follows `UNC\`, without the two separators before it.
        out.push_slice(br"\\?\UNC")?;
        let base = out.len();
        write_generic(out, &joined, (b'\\', is_sep_any), AboveRoot::Drop, true)?;
        out.remove(base);
        return Ok(());
    }
    out.push_slice(br"\\?\")?;
    write_generic(out, &joined, (b'\\', is_sep_any), AboveRoot::Drop, true)
}

/// Everything that counts, one behind the other.
fn join(cwd: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let named = parts.iter().rev().map(|part| volume(part)).find(|volume| !volume.is_empty());
    let root = named.unwrap_or_else(|| volume(cwd));
    let start = parts.iter().rposition(|part| {
        let volume = volume(part);
        is_absolute_windows(part) && (volume.is_empty() || volume == root)
    });
    let (base, parts) = match start {
        Some(start) => (&parts[start][volume(parts[start]).len()..], &parts[start + 1..]),
        None if volume(cwd) == root => (&cwd[root.len()..], parts),
        None => (&b"/"[..], parts),
    };
    let mut joined = Vec::with_capacity(root.len() + base.len() + joined_len(parts) + 1);
    joined.extend_from_slice(root);
    joined.extend_from_slice(base);
    if base.is_empty() {
        joined.push(b'\\');
    }
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if joined.last() != Some(&b'\\') {
            joined.push(b'\\');
        }
        let volume = volume(part);
        if volume.is_empty() || volume == root {
            joined.extend_from_slice(&part[volume.len()..]);
        }
    }
    joined
}

fn volume(path: &[u8]) -> &[u8] {
    &path[..windows_volume_name_len_t(path).0]
}
