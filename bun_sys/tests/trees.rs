//! Trees: made, walked and deleted, quietly and while somebody changes them.
#![cfg(all(unix, not(miri)))]

extern crate alloc;

mod scratch;

use alloc::collections::{BTreeMap, BTreeSet};
use core::sync::atomic::{AtomicBool, Ordering};
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use bun_paths::MAX_PATH_BYTES;
use bun_str::zstr;
use bun_sys::make_path::{make_open_path, make_path, make_path_u16};
use bun_sys::{
    AT_REMOVEDIR, Dir, Fd, FdDirExt as _, FileKind, O, OpenDirOptions, OwnedFd, SystemErrno,
    Walker, delete_tree_absolute, delete_tree_at, mkdir_recursive_at, mkdir_recursive_at_mode,
    mkdirat, openat, unlinkat_with_flags, walker_skippable,
};
use proptest::prelude::*;
use scratch::Scratch;

/// What is below a directory, by path, as the standard library sees it.
fn tree(top: &Path) -> BTreeMap<Vec<u8>, FileKind> {
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
fn walked(mut walker: Walker) -> BTreeMap<Vec<u8>, FileKind> {
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

#[test]
fn a_path_is_made_whatever_is_there_already() {
    let scratch = Scratch::in_memory("make");
    let dir = scratch.dir();
    for path in ["a", "a/b", "c/d/e/", "./f//g", "h/../i/j", "", "/", "."] {
        dir.make_path(path.as_bytes()).expect("nothing is in the way");
        dir.make_path(path.as_bytes()).expect("a directory is no obstacle");
        assert!(path.is_empty() || scratch.join(path).is_dir(), "{path}");
    }
    let wide: Vec<u16> = "wide/ü".encode_utf16().collect();
    make_path_u16(&dir, &wide).expect("nothing is in the way");
    make_path(&dir, &wide).expect("it is there");
    assert!(scratch.join("wide/ü").is_dir());
    dir.fd.make_path(b"k/l").expect("nothing is in the way");
    assert!(scratch.join("k/l").is_dir());
    let absolute = [scratch.bytes(), b"/m/n"].concat();
    Fd::cwd().make_path(&absolute).expect("nothing is in the way");
    assert!(scratch.join("m/n").is_dir());
    mkdir_recursive_at_mode(dir.fd, b"p/q", 0o700).expect("nothing is in the way");
    let mode = fs::metadata(scratch.join("p/q")).expect("just made").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    for opened in [
        make_open_path(&dir, b"r/s", OpenDirOptions::default()),
        make_open_path(&dir, b"r/s", OpenDirOptions::default()),
        dir.fd.make_open_path(b"r/t"),
        dir.make_open_path(b"r/t", OpenDirOptions { no_follow: true, iterate: true }),
    ] {
        let opened = opened.expect("made if missing");
        assert!(opened.iterate().next().expect("a directory").is_none());
    }
}

#[test]
fn links_in_the_way_of_a_path() {
    let scratch = Scratch::in_memory("make-links");
    let dir = scratch.dir();
    scratch.write("file", b"");
    dir.make_path(b"real").expect("nothing is in the way");
    symlink("real", scratch.join("to-real")).expect("a link");
    symlink("nowhere", scratch.join("dangling")).expect("a link");
    symlink("loop", scratch.join("loop")).expect("a link");
    symlink("file", scratch.join("to-file")).expect("a link");
    dir.make_path(b"to-real/below").expect("a link to a directory is one");
    assert!(scratch.join("real/below").is_dir());
    dir.make_path(b"dangling").expect("a link that leads nowhere makes room");
    assert!(fs::symlink_metadata(scratch.join("dangling")).expect("made").is_dir());
    let cases = [("file", "ENOTDIR"), ("file/below", "ENOTDIR"), ("to-file", "ENOTDIR")];
    for (path, name) in cases.into_iter().chain([("loop", "ELOOP"), ("loop/below", "ELOOP")]) {
        let error = dir.make_path(path.as_bytes()).expect_err("something is in the way");
        assert_eq!(error.name(), name, "{path}");
        assert!(dir.make_open_path(path.as_bytes(), OpenDirOptions::default()).is_err());
    }
    // Nothing that was in the way has been touched.
    assert!(scratch.join("file").is_file() && scratch.join("to-file").is_file());
    assert_eq!(fs::read_link(scratch.join("loop")).expect("a link"), Path::new("loop"));
}

#[test]
fn a_tree_is_deleted_and_nothing_beside_it() {
    let scratch = Scratch::in_memory("delete");
    let dir = scratch.dir();
    dir.make_path(b"tree/a/b/c").expect("nothing is in the way");
    dir.make_path(b"kept/inside").expect("nothing is in the way");
    scratch.write("kept/file", b"kept");
    for name in ["tree/x", "tree/a/y", "tree/a/b/c/z"] {
        scratch.write(name, b"gone");
    }
    symlink("../kept", scratch.join("tree/to-dir")).expect("a link");
    symlink("../../kept/file", scratch.join("tree/a/to-file")).expect("a link");
    symlink("nowhere", scratch.join("tree/dangling")).expect("a link");
    symlink("loop", scratch.join("tree/loop")).expect("a link");
    symlink("tree", scratch.join("link")).expect("a link");
    dir.delete_tree(b"link").expect("the link is deleted, not what it leads to");
    assert!(scratch.join("tree/x").is_file());
    dir.delete_tree(b"tree").expect("all of it");
    dir.delete_tree(b"tree").expect("it is gone");
    dir.delete_tree(b"").expect("nothing is there");
    dir.delete_tree(b"no/such/parent").expect("nothing is there");
    assert_eq!(scratch.names(), ["kept"]);
    let kept: Vec<_> = tree(&scratch.0).into_keys().collect();
    assert_eq!(kept, [&b"kept"[..], b"kept/file", b"kept/inside"]);
    dir.delete_tree(b"kept/file").expect("a file is a small tree");
    assert_eq!(dir.delete_tree(b"kept/inside/.").expect_err("no name").name(), "EINVAL");
    delete_tree_absolute(&[scratch.bytes(), b"/kept"].concat()).expect("all of it");
    assert!(scratch.names().is_empty());
    assert_eq!(scratch.open_descriptors(), 1, "only that of the test");
}

#[test]
fn a_tree_deeper_than_there_are_descriptors() {
    const DEPTH: usize = 10_000;
    let scratch = Scratch::in_memory("deep");
    let top = scratch.dir();
    let mut here = OwnedFd::new(openat(&top, zstr!("."), O::RDONLY, 0).expect("open"));
    for level in 0..DEPTH {
        // A file beside every hundredth directory.
        if level % 100 == 0 {
            let flags = O::CREAT | O::WRONLY | O::CLOEXEC;
            drop(OwnedFd::new(openat(&here, zstr!("file"), flags, 0o644).expect("writable")));
        }
        mkdirat(&here, zstr!("d"), 0o755).expect("writable");
        here = OwnedFd::new(openat(&here, zstr!("d"), O::RDONLY | O::CLOEXEC, 0).expect("made"));
    }
    drop(here);
    top.delete_tree(b"d").expect("any depth");
    assert_eq!(scratch.names(), ["file"]);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_tree_deeper_than_is_kept_open_with_files_on_every_level() {
    let scratch = Scratch::in_memory("deep-wide");
    let dir = scratch.dir();
    let mut path = b"top".to_vec();
    for level in 0..80 {
        for name in [&b"a"[..], b"z"] {
            mkdir_recursive_at(&dir, &[&path, &b"/"[..], name, b"/leaf"].concat()).expect("room");
        }
        let file = format!("{}/file-{level}", str::from_utf8(&path).expect("ASCII"));
        scratch.write(&file, b"");
        path.extend_from_slice(b"/m");
        mkdir_recursive_at(&dir, &path).expect("room");
    }
    dir.delete_tree(b"top").expect("all of it");
    assert!(scratch.names().is_empty());
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn many_entries_of_one_directory() {
    // The full size takes minutes in a debug build.
    let count = if std::env::var_os("BUN_SYS_LARGE").is_some() { 1_000_000 } else { 20_000 };
    let scratch = Scratch::in_memory("many");
    let dir = scratch.dir();
    dir.make_dir(b"many").expect("room");
    let many = dir.open_at(b"many").expect("just made");
    let flags = O::CREAT | O::WRONLY | O::CLOEXEC;
    for number in 0..count {
        drop(many.open_file(format!("{number}").as_bytes(), flags, 0o644).expect("room"));
    }
    let mut seen = vec![false; count];
    let mut entries = many.iterate();
    while let Some(entry) = entries.next().expect("readable") {
        let name = str::from_utf8(entry.name.slice()).expect("ASCII");
        let number: usize = name.parse().expect("a number");
        assert!(!core::mem::replace(&mut seen[number], true), "{number} twice");
    }
    assert!(seen.iter().all(|&seen| seen));
    drop(entries);
    let mut walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
    let mut count_walked = 0;
    while walker.next().expect("readable").is_some() {
        count_walked += 1;
    }
    assert_eq!(count_walked, count + 1);
    dir.delete_tree(b"many").expect("all of it");
    assert!(scratch.names().is_empty());
}

#[test]
fn a_walk_sees_what_the_standard_library_sees() {
    let scratch = Scratch::in_memory("walk");
    let dir = scratch.dir();
    for path in ["a/b/c", "a/skipped/inside", "skipped/more", "d/e/f/g/h"] {
        dir.make_path(path.as_bytes()).expect("room");
    }
    for path in ["a/file", "a/b/skip.me", "skipped/more/file", "d/e/skipped", "d/skip.me", "top"] {
        scratch.write(path, b"");
    }
    symlink("../a", scratch.join("d/to-a")).expect("a link");
    symlink("nowhere", scratch.join("d/skipped")).expect("a link");
    symlink("nowhere", scratch.join("d/e/skip.me")).expect("a link");
    let all = tree(&scratch.0);
    let walk = |files: &[&[u8]], dirs: &[&[u8]]| {
        // The position of a directory is that of its descriptor: each walk gets one of its own.
        let dir = scratch.dir();
        walked(walker_skippable::walk(dir.fd, files, dirs).expect("memory"))
    };
    assert_eq!(walk(&[], &[]), all);
    let without = |is_skipped: &dyn Fn(&[u8], FileKind) -> bool| {
        let mut kept = all.clone();
        kept.retain(|path, kind| !is_skipped(path.rsplit(|&b| b == b'/').next().unwrap(), *kind));
        kept
    };
    let below = |path: &[u8]| path.starts_with(b"a/skipped/") || path.starts_with(b"skipped/");
    // Files by their list, directories by theirs with all below, links by both.
    let mut expected = without(&|name, kind| {
        name == b"skip.me" && kind != FileKind::Directory
            || name == b"skipped" && kind != FileKind::File
    });
    expected.retain(|path, _| !below(path));
    assert_eq!(walk(&[b"skip.me"], &[b"skipped"]), expected);
    let expected = without(&|name, kind| name == b"skipped" && kind != FileKind::Directory);
    assert_eq!(walk(&[b"skipped"], &[]), expected);
    let expected = without(&|name, kind| name == b"skip.me" && kind == FileKind::SymLink);
    assert_eq!(walk(&[], &[b"skip.me"]), expected);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_walk_that_is_left_or_cannot_go_on_keeps_nothing_open() {
    let scratch = Scratch::in_memory("walk-end");
    let dir = scratch.dir();
    dir.make_path(b"a/b/c/d").expect("room");
    let mut walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
    for depth in 1..=3 {
        let entry = walker.next().expect("readable").expect("three levels");
        assert_eq!(entry.path.len(), depth * 2 - 1);
    }
    assert_eq!(scratch.open_descriptors(), 1 + 3);
    // The next directory goes, although the system has already told of it.
    dir.delete_tree(b"a/b/c/d").expect("all of it");
    while walker.next().is_ok_and(|entry| entry.is_some()) {}
    drop(walker);
    assert_eq!(scratch.open_descriptors(), 1);
    let mut walker = walker_skippable::walk(Fd::INVALID, &[], &[]).expect("memory");
    let error = walker.next().expect_err("no directory");
    assert_eq!(error.get_errno(), SystemErrno::EBADF);
    assert!(bun_sys::fstat(dir.fd).is_ok(), "the caller's directory is not closed");
}

/// Sets the flag when it goes.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Calls `run` while another thread calls `mutate` again and again.
fn while_changing<R>(mutate: impl Fn(u32) + Sync, run: impl FnOnce() -> R) -> R {
    let done = AtomicBool::new(false);
    let ready = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut round = 0;
            while !done.load(Ordering::Relaxed) {
                mutate(round);
                round += 1;
                ready.store(true, Ordering::Relaxed);
            }
        });
        while !ready.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        // Also when an assertion fails, or the scope would wait for ever.
        let _ends = Ends(&done);
        run()
    })
}

#[test]
fn files_that_come_and_go_while_they_are_walked() {
    let scratch = Scratch::in_memory("walk-race");
    let dir = scratch.dir();
    dir.make_path(b"stays/below").expect("room");
    scratch.write("stays/file", b"");
    let mutate = |round: u32| {
        let name = format!("stays/comes-{}", round % 7);
        let _ = fs::create_dir(scratch.join(&name));
        let _ = fs::write(scratch.join(&name).join("inside"), b"");
        let _ = fs::remove_dir_all(scratch.join(&format!("stays/comes-{}", (round + 3) % 7)));
    };
    while_changing(mutate, || {
        for _ in 0..200 {
            let top = scratch.dir();
            let mut walker = walker_skippable::walk(top.fd, &[], &[]).expect("memory");
            let mut stays = BTreeSet::new();
            loop {
                match walker.next() {
                    Ok(Some(entry)) if entry.path.as_bytes().starts_with(b"stays/comes") => {}
                    Ok(Some(entry)) => assert!(stays.insert(entry.path.as_bytes().to_vec())),
                    Ok(None) => break,
                    Err(error) => assert_eq!(error.get_errno(), SystemErrno::ENOENT),
                }
            }
            let expected = [&b"stays"[..], b"stays/below", b"stays/file"];
            assert!(stays.iter().map(|path| &**path).eq(expected));
        }
    });
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn a_link_put_in_the_place_of_a_directory_is_not_followed() {
    let scratch = Scratch::in_memory("delete-race");
    let dir = scratch.dir();
    dir.make_path(b"kept/deep").expect("room");
    scratch.write("kept/file", b"kept");
    scratch.write("kept/deep/file", b"kept");
    let mutate = |round: u32| {
        let victim = scratch.join("tree/victim");
        if round % 2 == 0 {
            let _ = fs::remove_dir_all(&victim);
            let _ = symlink("../kept", &victim);
        } else {
            let _ = fs::remove_file(&victim);
            let _ = fs::create_dir_all(&victim);
            let _ = fs::write(victim.join("file"), b"gone");
        }
    };
    while_changing(mutate, || {
        for _ in 0..300 {
            // Somebody makes the directory again and again: giving up is allowed, leaving is not.
            if let Err(error) = delete_tree_at(&dir, b"tree") {
                assert_eq!(error.get_errno(), SystemErrno::ENOTEMPTY);
            }
        }
    });
    delete_tree_at(&dir, b"tree").expect("nobody is there any more");
    assert_eq!(scratch.names(), ["kept"]);
    let kept: Vec<_> = tree(&scratch.0).into_keys().collect();
    assert_eq!(kept, [&b"kept"[..], b"kept/deep", b"kept/deep/file", b"kept/file"]);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn directories_that_are_moved_while_they_are_deleted() {
    let scratch = Scratch::in_memory("move-race");
    let dir = scratch.dir();
    let deep = [&b"tree"[..], &b"/d".repeat(100)].concat();
    dir.make_dir(b"outside").expect("room");
    let mutate = |_| {
        let inner = format!("tree{}", "/d".repeat(20));
        let _ = fs::rename(scratch.join(&inner), scratch.join("outside/moved"));
        let _ = fs::remove_dir_all(scratch.join("outside/moved"));
    };
    while_changing(mutate, || {
        for _ in 0..100 {
            // The other thread may take away what is being made.
            let _ = mkdir_recursive_at(&dir, &deep);
            delete_tree_at(&dir, b"tree").expect("what was moved away is not ours");
        }
    });
    assert_eq!(scratch.names(), ["outside"]);
    assert_eq!(scratch.open_descriptors(), 1);
}

#[test]
fn hostile_paths_do_nothing() {
    let scratch = Scratch::in_memory("hostile-trees");
    let dir = scratch.dir();
    scratch.write("file", b"kept");
    let long = [b"x/".repeat(MAX_PATH_BYTES / 2), b"x".to_vec()].concat();
    let long_name = b"x".repeat(256);
    let cases: [(&[u8], &str, &str); 4] = [
        (b"file\0hidden", "EINVAL", "EINVAL"),
        (b"\0", "EINVAL", "EINVAL"),
        (&long, "ENAMETOOLONG", "ENAMETOOLONG"),
        (&long_name, "ENAMETOOLONG", "ENAMETOOLONG"),
    ];
    for (path, made, deleted) in cases {
        assert_eq!(dir.make_path(path).expect_err("refused").name(), made);
        assert_eq!(dir.make_dir(path).expect_err("refused").name(), made);
        assert_eq!(dir.delete_tree(path).expect_err("refused").name(), deleted);
        assert_eq!(delete_tree_absolute(path).expect_err("refused").name(), deleted);
        let opened = dir.make_open_path(path, OpenDirOptions::default());
        assert_eq!(opened.expect_err("refused").name(), made);
        for opened in [dir.open_at(path), Dir::open(path), dir.open_at_with(path, O::RDONLY)] {
            assert_eq!(opened.expect_err("refused").name(), made.as_bytes());
        }
    }
    let wide = vec![u16::from(b'x'); 40_000];
    assert_eq!(make_path_u16(&dir, &wide).expect_err("refused").name(), "ENAMETOOLONG");
    assert_eq!(make_path_u16(&dir, &[0]).expect_err("refused").name(), "EINVAL");
    assert_eq!(dir.make_dir(b"").expect_err("no name").name(), "ENOENT");
    assert_eq!(scratch.names(), ["file"]);
    assert_eq!(scratch.open_descriptors(), 1);
}

/// Something that is done to a tree.
#[derive(Clone, Debug)]
enum Step {
    MakePath(Vec<u8>),
    Write(Vec<u8>),
    Link(Vec<u8>),
    Delete(Vec<u8>),
    RemoveDir(Vec<u8>),
}

fn step() -> impl Strategy<Value = Step> {
    let path = proptest::collection::vec(0_u8..3, 1..4).prop_map(|parts| {
        let names: Vec<[u8; 1]> = parts.iter().map(|part| [b'a' + part]).collect();
        names.join(&b'/')
    });
    (0..5_u8, path).prop_map(|(which, path)| match which {
        0 => Step::MakePath(path),
        1 => Step::Write(path),
        2 => Step::Link(path),
        3 => Step::Delete(path),
        _ => Step::RemoveDir(path),
    })
}

/// A tree as a map. Links lead nowhere.
#[derive(Default)]
struct Model(BTreeMap<Vec<u8>, FileKind>);

fn parent(path: &[u8]) -> &[u8] {
    path.iter().rposition(|&byte| byte == b'/').map_or(b"", |at| &path[..at])
}

impl Model {
    fn is_dir(&self, path: &[u8]) -> bool {
        path.is_empty() || self.0.get(path) == Some(&FileKind::Directory)
    }

    /// Whether a component above `path` is no directory although there is something.
    fn blocked(&self, path: &[u8]) -> bool {
        let above = parent(path);
        !above.is_empty()
            && (self.0.get(above).is_some_and(|kind| *kind == FileKind::File)
                || self.blocked(above))
    }

    fn make_path(&mut self, path: &[u8]) -> bool {
        let ends: Vec<usize> = (1..=path.len()).filter(|end| *end % 2 == 1).collect();
        if ends.iter().any(|&end| self.0.get(&path[..end]) == Some(&FileKind::File)) {
            return false;
        }
        // Links that lead nowhere make room.
        for end in ends {
            self.0.insert(path[..end].to_vec(), FileKind::Directory);
        }
        true
    }

    /// Puts a file or a link.
    fn put(&mut self, path: &[u8], kind: FileKind) -> bool {
        let room = self.is_dir(parent(path)) && !self.0.contains_key(path);
        if room {
            self.0.insert(path.to_vec(), kind);
        }
        room
    }

    fn delete(&mut self, path: &[u8]) -> bool {
        if self.blocked(path) {
            return false;
        }
        let below = [path, b"/"].concat();
        self.0.retain(|other, _| other != path && !other.starts_with(&below));
        true
    }

    fn remove_dir(&mut self, path: &[u8]) -> bool {
        let below = [path, b"/"].concat();
        let empty = !self.0.keys().any(|other| other.starts_with(&below));
        let removes = self.is_dir(path) && empty;
        if removes {
            self.0.remove(path);
        }
        removes
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_tree_and_its_model(steps in proptest::collection::vec(step(), 1..40)) {
        let scratch = Scratch::in_memory("model");
        let dir = scratch.dir();
        let mut model = Model::default();
        for step in &steps {
            let (worked, expected) = match step {
                Step::MakePath(path) => (dir.make_path(path).is_ok(), model.make_path(path)),
                Step::Write(path) => {
                    let flags = O::CREAT | O::EXCL | O::WRONLY | O::CLOEXEC;
                    let made = dir.open_file(path, flags, 0o644).is_ok();
                    (made, model.put(path, FileKind::File))
                }
                Step::Link(path) => {
                    let made = dir.sym_link(b"nowhere", path, false).is_ok();
                    (made, model.put(path, FileKind::SymLink))
                }
                Step::Delete(path) => (dir.delete_tree(path).is_ok(), model.delete(path)),
                Step::RemoveDir(path) => {
                    let path_z = bun_str::ZBox::from_bytes(path);
                    let gone = unlinkat_with_flags(dir.fd, &path_z, AT_REMOVEDIR).is_ok();
                    (gone, model.remove_dir(path))
                }
            };
            prop_assert_eq!(worked, expected, "{:?} of {:?}", step, steps);
            prop_assert_eq!(&tree(&scratch.0), &model.0, "after {:?} of {:?}", step, steps);
        }
        let walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
        prop_assert_eq!(walked(walker), model.0);
        prop_assert_eq!(scratch.open_descriptors(), 1);
    }
}
