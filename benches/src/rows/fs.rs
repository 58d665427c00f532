//! Files in memory: opening and reading, describing, listing, writing.
//!
//! All of it is the kernel's work; what the rows show is what each wrapper adds. They work in
//! `/dev/shm` where there is one, so that no disk takes part.

#[cfg(not(target_os = "linux"))]
pub(super) fn rows() -> Vec<crate::row::Row> {
    Vec::new()
}

#[cfg(target_os = "linux")]
pub(super) use linux::rows;

#[cfg(target_os = "linux")]
mod linux {
    use alloc::rc::Rc;
    use core::sync::atomic::{AtomicU64, Ordering};
    use std::path::{Path, PathBuf};

    use bun_str::ZBox;
    use zig_oracle::FsLoop;

    use super::super::{fs_loops as loops, zig};
    use crate::row::{Contender, Row};

    const GROUP: &str = "fs";
    const FILE_LEN: usize = 600;
    const ENTRIES: usize = 10_000;

    pub(crate) fn rows() -> Vec<Row> {
        vec![read(), stat(), list(), write()]
    }

    /// A directory that is removed when the last contender is gone.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new() -> Rc<Self> {
            static COUNT: AtomicU64 = AtomicU64::new(0);
            let shm = Path::new("/dev/shm");
            let base = if shm.is_dir() { shm.to_owned() } else { std::env::temp_dir() };
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = base.join(format!("bun_benches-{}-{number}", std::process::id()));
            std::fs::create_dir(&path).expect("a fresh directory");
            Rc::new(Self(path))
        }

        fn file(&self, name: &str, len: usize) -> String {
            let path = self.0.join(name);
            std::fs::write(&path, vec![b'x'; len]).expect("room for it");
            path.to_str().expect("text").to_owned()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// What a row compares: the path with and without its terminator, kept with its directory.
    #[derive(Clone)]
    struct Target {
        text: Rc<str>,
        zstr: Rc<ZBox>,
        _scratch: Rc<Scratch>,
    }

    impl Target {
        fn new(scratch: Rc<Scratch>, path: &str) -> Self {
            Self { text: path.into(), zstr: Rc::new(ZBox::from_bytes(path)), _scratch: scratch }
        }

        fn file(len: usize) -> Self {
            let scratch = Scratch::new();
            let path = scratch.file("file", len);
            Self::new(scratch, &path)
        }

        fn loops(
            &self,
            work: impl Fn(&Self, u64) -> u64 + 'static,
        ) -> impl FnMut(u64) -> u64 + 'static {
            let target = self.clone();
            move |n| work(&target, n)
        }

        fn zig(&self, kind: FsLoop, ratio: f64) -> Option<Contender> {
            let run = zig().map(|zig| self.loops(move |t, n| zig.fs(kind, t.text.as_bytes(), n)));
            run.map(|run| Contender::zig("std.fs", run).target(ratio))
        }
    }

    fn read() -> Row {
        let name = "open, read 600 B, close";
        Row::new(GROUP, name, "one file in memory", FILE_LEN as u64, || {
            let file = Target::file(FILE_LEN);
            let ours = file.loops(|t, n| loops::read_ours(&t.zstr, n));
            let libc = file.loops(|t, n| loops::read_libc(&t.zstr, n));
            let rustix = file.loops(|t, n| loops::read_rustix(&t.zstr, n));
            let std = file.loops(|t, n| loops::read_std(&t.text, n));
            [
                Contender::ours("open, read_uninit, close", ours),
                Contender::rival("libc", libc).target(1.03),
                Contender::rival("rustix", rustix).target(1.03),
                Contender::rival("std::fs", std).target(1.0),
            ]
            .into_iter()
            .chain(file.zig(FsLoop::Read, 1.0))
            .collect()
        })
    }

    fn stat() -> Row {
        Row::new(GROUP, "stat", "one file in memory", FILE_LEN as u64, || {
            let file = Target::file(FILE_LEN);
            let ours = file.loops(|t, n| loops::stat_ours(&t.zstr, n));
            let libc = file.loops(|t, n| loops::stat_libc(&t.zstr, n));
            let rustix = file.loops(|t, n| loops::stat_rustix(&t.zstr, n));
            let std = file.loops(|t, n| loops::stat_std(&t.text, n));
            [
                Contender::ours("stat", ours),
                Contender::rival("libc", libc).target(1.03),
                Contender::rival("rustix", rustix).target(1.03),
                Contender::rival("std::fs", std).target(1.0),
            ]
            .into_iter()
            .chain(file.zig(FsLoop::Stat, 1.0))
            .collect()
        })
    }

    fn list() -> Row {
        let input = "10000 files in memory with names of 15 bytes";
        let row = Row::new(GROUP, "list a directory", input, (ENTRIES * 15) as u64, || {
            let scratch = Scratch::new();
            for index in 0..ENTRIES {
                scratch.file(&format!("entry-{index:05}.txt"), 0);
            }
            let path = scratch.0.to_str().expect("text").to_owned();
            let dir = Target::new(scratch, &path);
            let ours = dir.loops(|t, n| loops::list_ours(&t.zstr, n));
            let small = dir.loops(|t, n| loops::list_rustix::<8192>(&t.zstr, n));
            let large = dir.loops(|t, n| loops::list_rustix::<32768>(&t.zstr, n));
            let std = dir.loops(|t, n| loops::list_std(&t.text, n));
            [
                Contender::ours("DirIterator", ours),
                Contender::rival("rustix RawDir, 8 KiB", small).target(1.0),
                Contender::rival("rustix RawDir, 32 KiB", large).target(1.0),
                Contender::rival("std::fs", std).target(1.0),
            ]
            .into_iter()
            .chain(dir.zig(FsLoop::List, 0.85))
            .collect()
        });
        Row { ops_per_iteration: ENTRIES as u64, ..row }
    }

    fn write() -> Row {
        let input = "over the start of one file in memory";
        Row::new(GROUP, "write 4 KiB", input, loops::BLOCK.len() as u64, || {
            let file = Target::file(loops::BLOCK.len());
            let ours = file.loops(|t, n| loops::write_ours(&t.zstr, n));
            let libc = file.loops(|t, n| loops::write_libc(&t.text, n));
            let rustix = file.loops(|t, n| loops::write_rustix(&t.text, n));
            let std = file.loops(|t, n| loops::write_std(&t.text, n));
            [
                Contender::ours("pwrite", ours),
                Contender::rival("libc", libc).target(1.03),
                Contender::rival("rustix", rustix).target(1.03),
                Contender::rival("std::fs", std).target(1.0),
            ]
            .into_iter()
            .chain(file.zig(FsLoop::Write, 1.0))
            .collect()
        })
    }
}
