//! Finds out which files are equal.

use bun_collections::{ArrayHashMap, MultiArrayElement, MultiArrayList};
use bun_core::Error;
use bun_threading::{Guarded, ThreadPool};

use crate::Failures;
use crate::contents;
use crate::scan::Files;

/// A file that another one equals.
#[derive(MultiArrayElement, Clone, Copy)]
pub(crate) struct Duplicate<'a> {
    pub(crate) path: &'a [u8],
    /// The smallest path of its group, which so identifies the group.
    pub(crate) group: &'a [u8],
    /// Bytes that its group wastes: all copies but one.
    pub(crate) wasted: u64,
    pub(crate) size: u64,
}

pub(crate) type Duplicates<'a> = MultiArrayList<Duplicate<'a>>;

/// Files that were found equal.
type Equal<'a> = Vec<&'a [u8]>;

/// Files of one size and hash.
struct Candidates<'a> {
    size: u64,
    paths: Vec<&'a [u8]>,
    /// The files by content; more than one group only where hashes collide.
    equal: Vec<Equal<'a>>,
}

/// Groups files by size and hash, compares the members of each group byte by byte, and returns
/// those that have an equal: groups that waste most first, then by path.
pub(crate) fn find<'a>(
    files: &Files<'a>,
    pool: &ThreadPool,
    failures: &mut Failures,
) -> Result<Duplicates<'a>, Error> {
    let columns = files.columns();
    let mut by_contents = ArrayHashMap::<(u64, u64), Vec<&'a [u8]>>::new();
    for ((&path, &size), &hash) in columns.path.iter().zip(columns.size).zip(columns.hash) {
        if let Some(hash) = hash {
            by_contents.get_or_put((size, hash))?.value_ptr.push(path);
        }
    }
    let mut candidates: Vec<Candidates<'a>> = by_contents
        .into_iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|((size, _), paths)| Candidates { size, paths, equal: Vec::new() })
        .collect();

    let unreadable = Guarded::new(Vec::new());
    pool.for_each(&mut candidates, |candidates, _| {
        candidates.paths.sort_unstable();
        for &path in &candidates.paths {
            place(path, &mut candidates.equal, &unreadable);
        }
    });
    let mut unreadable = unreadable.into_inner();
    unreadable.sort_by_key(|&(path, _)| path);
    unreadable.dedup_by_key(|&mut (path, _)| path);
    for (path, error) in &unreadable {
        failures.add(path, error);
    }
    collect(&candidates, |path| unreadable.iter().any(|(bad, _)| *bad == path))
}

/// Adds a file to the group it equals, or to a new one.
fn place<'a>(
    path: &'a [u8],
    groups: &mut Vec<Equal<'a>>,
    unreadable: &Guarded<Vec<(&'a [u8], bun_sys::Error)>>,
) {
    for group in &mut *groups {
        match contents::are_equal(group[0], path) {
            Ok(true) => return group.push(path),
            Ok(false) => {}
            Err((bad, error)) => {
                unreadable.lock().push((bad, error));
                if bad == path {
                    return;
                }
            }
        }
    }
    groups.push(vec![path]);
}

fn collect<'a>(
    candidates: &[Candidates<'a>],
    is_unreadable: impl Fn(&[u8]) -> bool,
) -> Result<Duplicates<'a>, Error> {
    let mut duplicates = Duplicates::new();
    for candidates in candidates {
        for equal in &candidates.equal {
            let paths: Equal<'a> =
                equal.iter().copied().filter(|path| !is_unreadable(path)).collect();
            let [group, _, ..] = paths[..] else { continue };
            let copies = (paths.len() - 1) as u64;
            let wasted = candidates.size.saturating_mul(copies);
            for path in paths {
                duplicates.append(Duplicate { path, group, wasted, size: candidates.size })?;
            }
        }
    }
    duplicates.sort(|rows, a, b| {
        let wasted = rows.items::<duplicate_fields::wasted>();
        let group = rows.items::<duplicate_fields::group>();
        let path = rows.items::<duplicate_fields::path>();
        (wasted[b], group[a], path[a]) < (wasted[a], group[b], path[b])
    });
    Ok(duplicates)
}
