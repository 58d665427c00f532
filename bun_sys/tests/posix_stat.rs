//! `PosixStat` against what the standard library says of the same files, which Miri cannot make.
#![cfg(all(unix, not(miri)))]

use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::{env, fs, process};

use bun_str::ZStr;
use bun_sys::{PosixStat, Timespec, lstat, stat};

fn check(path: &str) {
    let bytes = format!("{path}\0");
    let path_z = ZStr::from_buf(bytes.as_bytes(), path.len());
    for follow in [true, false] {
        let theirs = if follow { fs::metadata(path) } else { fs::symlink_metadata(path) };
        let theirs = theirs.expect("a file");
        let ours = if follow { stat(path_z) } else { lstat(path_z) }.expect("a file");
        let ours = PosixStat::init(&ours);
        assert_eq!((ours.dev, ours.ino, ours.nlink), (theirs.dev(), theirs.ino(), theirs.nlink()));
        assert_eq!((ours.mode, ours.rdev), (theirs.mode().into(), theirs.rdev()));
        assert_eq!((ours.uid, ours.gid), (theirs.uid().into(), theirs.gid().into()));
        assert_eq!((ours.size, ours.blocks), (theirs.size(), theirs.blocks()));
        assert_eq!(ours.blksize, theirs.blksize());
        let time = |sec, nsec| Timespec { sec, nsec };
        assert_eq!(ours.mtime(), time(theirs.mtime(), theirs.mtime_nsec()), "{path}");
        assert_eq!(ours.ctime(), time(theirs.ctime(), theirs.ctime_nsec()), "{path}");
        let kind = theirs.file_type();
        assert_eq!(ours.kind().is_directory(), kind.is_dir());
        assert_eq!(ours.kind().is_file(), kind.is_file());
        let is_device = kind.is_char_device() || kind.is_block_device();
        assert_eq!(ours.rdev != 0, is_device, "{path}");
        if cfg!(target_os = "linux") {
            assert_eq!(ours.birthtime(), Timespec::default(), "only statx says it");
        }
    }
}

#[test]
fn files_of_every_kind() {
    let dir = env::temp_dir().join(format!("bun_sys_posix_stat_{}", process::id()));
    fs::create_dir(&dir).expect("a directory");
    let at = |name: &str| dir.join(name).to_str().expect("text").to_owned();
    fs::write(at("file"), [7; 10_000]).expect("a file");
    fs::hard_link(at("file"), at("second")).expect("a link");
    std::os::unix::fs::symlink("file", at("link")).expect("a link");
    let old = fs::File::options().write(true).open(at("file")).expect("a file");
    let before_1970 = std::time::UNIX_EPOCH - core::time::Duration::new(1_000, 5);
    old.set_modified(before_1970).expect("any time");
    for name in ["file", "second", "link", "."] {
        check(&at(name));
    }
    check("/dev/null");
    let bytes = format!("{}\0", at("file"));
    let path = ZStr::from_buf(bytes.as_bytes(), bytes.len() - 1);
    let negative = PosixStat::init(&stat(path).expect("a file")).mtime();
    assert!(negative.sec < 0 && (0..1_000_000_000).contains(&negative.nsec));
    fs::remove_dir_all(&dir).expect("to remove it");
}
