//! A directory for one test on Windows, and what its tests ask again and again.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::fs;
use std::path::PathBuf;

use bun_str::{ZBox, ZStr};
use bun_sys::{Dir, Error, File, Maybe, O, SystemErrno};

/// A directory of this test's own, removed at the end.
pub(crate) struct Scratch(pub(crate) PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("bun_sys-{}-{name}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a scratch directory");
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> ZBox {
        let path = self.0.join(name);
        ZBox::from_bytes(path.to_str().expect("temporary directories are Unicode").as_bytes())
    }

    pub(crate) fn file(&self, name: &str, content: &[u8]) -> ZBox {
        fs::write(self.0.join(name), content).expect("a file");
        self.path(name)
    }

    pub(crate) fn dir(&self) -> Dir {
        Dir::open(self.path("").as_bytes()).expect("a directory")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let verbatim = format!(r"\\?\{}", self.0.display());
        let _ = fs::remove_dir_all(verbatim);
    }
}

pub(crate) fn errno<T>(outcome: Maybe<T>) -> SystemErrno {
    outcome.err().map_or(SystemErrno::SUCCESS, |error| error.get_errno())
}

pub(crate) fn content(path: &ZStr) -> Vec<u8> {
    File::open(path, O::RDONLY, 0).and_then(|file| file.read_to_end()).expect("a readable file")
}

pub(crate) fn skipped(what: &str, error: &Error) {
    eprintln!("SKIPPED: {what}: {error}");
}
