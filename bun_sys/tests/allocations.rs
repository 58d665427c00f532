//! Calls on `&ZStr` paths, and the descriptors they give, do not allocate.
#![cfg(all(unix, not(miri)))]
#![expect(unsafe_code, reason = "counts allocations in the global allocator")]

use core::cell::Cell;
use std::alloc::{GlobalAlloc, Layout, System};

use bun_paths::PathBuffer;
use bun_str::{ZBox, zstr};
use bun_sys::{
    Dir, Fd, MAX_COUNT, O, OwnedFd, Pollable, STATX_MASK_FOR_STATS, access, directory_exists_at,
    exists, exists_at_type, exists_z, faccessat, fstat, fstatat, fstatx, get_fd_path, getcwd_z,
    is_executable_file_path, is_readable, lstat, lstatat, mkdir, open, open_a, openat, openat_a,
    pipe, pread, read, read_nonblocking, readlink, realpath, rename, rmdir, stat, stat_a, statfs,
    statx, symlink, unlink, utimens, write,
};

thread_local! {
    /// How many times this thread asked for memory.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

fn note() {
    ASKED.set(ASKED.get() + 1);
}

// SAFETY: forwards everything to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note();
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, len: usize) -> *mut u8 {
        note();
        // SAFETY: the caller's promise.
        unsafe { System.realloc(block, layout, len) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many allocations `work` makes.
fn allocations<R>(work: impl FnOnce() -> R) -> (usize, R) {
    let before = ASKED.get();
    let done = work();
    (ASKED.get() - before, done)
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(Vec::<u8>::with_capacity(8))).0, 1);
}

#[test]
fn succeeding_does_not_allocate() {
    let base = std::env::temp_dir().join(format!("bun_sys-allocations-{}", std::process::id()));
    let at = |name: &str| ZBox::from_bytes(base.join(name).to_str().expect("text"));
    let (dir, file, other, link) = (at("d"), at("f"), at("g"), at("l"));
    std::fs::create_dir(&base).expect("a fresh directory");
    let mut buf = [0; 4096];
    let (count, done) = allocations(|| -> bun_sys::Result<()> {
        mkdir(&dir, 0o700)?;
        let fd = OwnedFd::new(open(&file, O::RDWR | O::CREAT | O::CLOEXEC, 0o600)?);
        write(fd.fd(), b"text")?;
        pread(fd.fd(), &mut buf, 0)?;
        fstat(fd.fd())?;
        fstatx(fd.fd(), STATX_MASK_FOR_STATS)?;
        get_fd_path(fd.fd(), &mut PathBuffer::uninit())?;
        utimens(&file, bun_sys::TimeLike::NOW, bun_sys::TimeLike::OMIT)?;
        drop(OwnedFd::new(open_a(file.as_bytes(), O::RDONLY | O::CLOEXEC, 0)?));
        let parent = OwnedFd::new(open(&dir, O::RDONLY | O::DIRECTORY | O::CLOEXEC, 0)?);
        drop(OwnedFd::new(openat(parent.fd(), zstr!("."), O::RDONLY | O::CLOEXEC, 0)?));
        drop(OwnedFd::new(openat_a(parent.fd(), b"..", O::RDONLY | O::CLOEXEC, 0)?));
        let listing = Dir::open(dir.as_bytes())?;
        while listing.iterate().next()?.is_some() {}
        symlink(&file, &link)?;
        readlink(&link, &mut buf)?;
        realpath(&link, &mut PathBuffer::uninit())?;
        stat(&link)?;
        lstat(&link)?;
        stat_a(link.as_bytes())?;
        fstatat(parent.fd(), zstr!("."))?;
        lstatat(parent.fd(), zstr!("."))?;
        statx(&link, STATX_MASK_FOR_STATS)?;
        statfs(&link)?;
        access(&file, bun_sys::R_OK)?;
        faccessat(Fd::cwd(), &file)?;
        exists_at_type(Fd::cwd(), &file)?;
        directory_exists_at(Fd::cwd(), &dir)?;
        getcwd_z(&mut PathBuffer::uninit())?;
        let [reader, writer] = pipe()?.map(OwnedFd::new);
        write(writer.fd(), &buf)?;
        assert_eq!(is_readable(reader.fd()), Pollable::Ready);
        read(reader.fd(), &mut buf)?;
        rename(&file, &other)?;
        unlink(&other)?;
        unlink(&link)?;
        rmdir(&dir)
    });
    assert_eq!((count, done), (0, Ok(())));
    std::fs::remove_dir(&base).expect("empty again");
}

/// Looking for files that are not there is as common as finding them.
#[test]
fn looking_does_not_allocate_either() {
    let missing = zstr!("/no/such/file");
    let mut buf = [0; 8];
    let (count, found) = allocations(|| {
        let found = [
            exists_z(missing),
            exists(missing.as_bytes()),
            exists(&[b'x'; 5000]),
            is_executable_file_path(missing),
            faccessat(Fd::cwd(), missing) == Ok(true),
            directory_exists_at(Fd::cwd(), missing) == Ok(true),
        ];
        // Errors with a descriptor alone hold no path.
        let refused = [
            read(Fd::INVALID, &mut buf).is_ok(),
            write(Fd::INVALID, &buf).is_ok(),
            fstat(Fd::INVALID).is_ok(),
            read_nonblocking(Fd::INVALID, &mut buf).is_ok(),
        ];
        found.into_iter().chain(refused).any(|found| found)
    });
    assert_eq!((count, found), (0, false));
    assert!(MAX_COUNT >= i32::MAX as usize / 2);
}
