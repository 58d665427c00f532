//! What a tree looks like to the standard library and to a walker.

use alloc::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bun_sys::{FileKind, Walker};

/// What is below a directory, by path, as the standard library sees it.
pub(crate) fn tree(top: &Path) -> BTreeMap<Vec<u8>, FileKind> {
    fn visit(at: &Path, below: &str, seen: &mut BTreeMap<Vec<u8>, FileKind>) {
        for entry in fs::read_dir(at).expect("a readable directory") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("ASCII");
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            let kind = entry.file_type().expect("a kind");
            let kind = if kind.is_dir() {
                visit(&entry.path(), &path, seen);
                FileKind::Directory
            } else if kind.is_symlink() {
                FileKind::SymLink
            } else {
                FileKind::File
            };
            seen.insert(path.into_bytes(), kind);
        }
    }
    let mut seen = BTreeMap::new();
    visit(top, "", &mut seen);
    seen
}

/// What a walker sees, after checking that each entry fits its neighbours.
pub(crate) fn walked(mut walker: Walker) -> BTreeMap<Vec<u8>, FileKind> {
    let mut seen = BTreeMap::new();
    while let Some(entry) = walker.next().expect("a readable tree") {
        let path = entry.path.as_bytes();
        assert!(path.ends_with(entry.basename.as_bytes()));
        let parent = path.len() - entry.basename.len();
        if parent > 0 {
            let parent = &path[..parent - 1];
            assert_eq!(seen.get(parent), Some(&FileKind::Directory), "parents come first");
        }
        // Of a directory the entry has the directory itself, of anything else what holds it.
        let stat = if entry.kind == FileKind::Directory {
            bun_sys::fstat(entry.dir)
        } else {
            bun_sys::lstatat(entry.dir, entry.basename)
        };
        assert_eq!(stat.expect("the entry exists").kind(), entry.kind);
        assert_eq!(seen.insert(path.to_vec(), entry.kind), None, "each entry once");
    }
    assert!(walker.next().expect("the end stays the end").is_none());
    seen
}
