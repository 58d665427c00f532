//! Trees walked and deleted while somebody changes them.
#![cfg(all(unix, not(miri)))]

extern crate alloc;

mod scratch;
mod seen;

use alloc::collections::BTreeSet;
use core::sync::atomic::{AtomicBool, Ordering};
use std::fs;
use std::os::unix::fs::symlink;

use bun_sys::{SystemErrno, delete_tree_at, mkdir_recursive_at, walker_skippable};
use scratch::Scratch;
use seen::{tree, walked};

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
        if round.is_multiple_of(2) {
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
    let walker = walker_skippable::walk(dir.fd, &[], &[]).expect("memory");
    assert_eq!(walked(walker), tree(&scratch.0));
    assert_eq!(scratch.open_descriptors(), 1);
}
