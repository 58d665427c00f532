//! Calls that signals interrupt give the answers of a quiet run, and leave no descriptor open.
#![cfg(all(target_os = "linux", not(miri)))]
#![expect(unsafe_code, reason = "installs a signal handler and arms a timer for one thread")]

use core::mem;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::{IoSlice, IoSliceMut};
use std::{env, fs};

use bun_paths::PathBuffer;
use bun_str::{ZBox, ZStr, zstr};
use bun_sys::{
    Dir, EFD, Fd, MemfdFlags, O, OwnedFd, POLL, PollFd, Renameat2Flags, SEEK, TimeLike, chmod,
    chown, directory_exists_at, dup, eventfd, exists_z, fchmod, fchmodat, fchown, fcntl, fstat,
    fstatat, fsync, ftruncate, futimens, get_fcntl_flags, get_fd_path, linkat, lseek, lstat,
    lstatat, memfd_create, mkdirat, open, openat, pipe, poll, ppoll, pread, preadv,
    preallocate_file, pwrite, pwritev, read, read_nonblocking, read_uninit, readlinkat, readv,
    recv, renameat, renameat2, rmdirat, send, sendfile, socketpair, stat, statfs, statx, symlinkat,
    unlinkat, update_nonblocking, utimens, write, writev,
};

/// How many signals were handled.
static HANDLED: AtomicUsize = AtomicUsize::new(0);

extern "C" fn count(_signal: libc::c_int) {
    HANDLED.fetch_add(1, Ordering::Relaxed);
}

/// A signal every millisecond to the thread that made this, until it is dropped. The handler is
/// installed without asking the kernel to restart what it interrupts.
struct Storm(libc::timer_t);

impl Storm {
    fn start() -> Self {
        // SAFETY: all zeros is a valid `sigaction`: no flags, an empty mask.
        let mut action: libc::sigaction = unsafe { mem::zeroed() };
        action.sa_sigaction = (count as extern "C" fn(libc::c_int)) as usize;
        // SAFETY: `action` is valid, and its handler only adds to an atomic.
        let outcome = unsafe { libc::sigaction(libc::SIGUSR1, &raw const action, ptr::null_mut()) };
        assert_eq!(outcome, 0);
        // SAFETY: all zeros is a valid `sigevent`.
        let mut event: libc::sigevent = unsafe { mem::zeroed() };
        event.sigev_notify = libc::SIGEV_THREAD_ID;
        event.sigev_signo = libc::SIGUSR1;
        event.sigev_notify_thread_id = bun_sys::thread_id() as i32;
        let mut timer = ptr::null_mut();
        // SAFETY: `event` is valid, and there is room for the timer.
        let outcome =
            unsafe { libc::timer_create(libc::CLOCK_MONOTONIC, &raw mut event, &raw mut timer) };
        assert_eq!(outcome, 0);
        let millisecond = libc::timespec { tv_sec: 0, tv_nsec: 1_000_000 };
        let every = libc::itimerspec { it_interval: millisecond, it_value: millisecond };
        // SAFETY: the timer was just made.
        let outcome = unsafe { libc::timer_settime(timer, 0, &raw const every, ptr::null_mut()) };
        assert_eq!(outcome, 0);
        Self(timer)
    }
}

impl Drop for Storm {
    fn drop(&mut self) {
        // SAFETY: made by `start`, and deleted once.
        unsafe { libc::timer_delete(self.0) };
    }
}

/// Lets `signals` more of them pass, if there is a storm.
fn let_pass(signals: usize) {
    let until = HANDLED.load(Ordering::Relaxed) + signals;
    while HANDLED.load(Ordering::Relaxed) < until {
        std::thread::yield_now();
    }
}

fn owned(fds: [Fd; 2]) -> [OwnedFd; 2] {
    fds.map(OwnedFd::new)
}

/// Calls that wait in the kernel for another thread, which lets `signals` pass before it helps.
fn waiting_calls(signals: usize, fifo: &ZStr) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |text: String| said.push(text);
    let [reader, writer] = owned(pipe().expect("a pipe"));
    let [ours, theirs] =
        owned(socketpair(libc::AF_UNIX, libc::SOCK_STREAM, 0, false).expect("two"));
    let mut buf = [0; 8];
    let helped = |help: &(dyn Fn() + Sync), call: &mut dyn FnMut() -> String| {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let_pass(signals);
                help();
            });
            call()
        })
    };
    let feed = || assert_eq!(write(writer.fd(), b"ab"), Ok(2));
    say(helped(&feed, &mut || format!("read {:?}", read(reader.fd(), &mut buf))));
    say(helped(&feed, &mut || {
        let mut room = [mem::MaybeUninit::uninit(); 8];
        format!("read_uninit {:?}", read_uninit(reader.fd(), &mut room))
    }));
    say(helped(&feed, &mut || {
        let mut parts = [0; 4];
        let (first, second) = parts.split_at_mut(1);
        let mut parts = [IoSliceMut::new(first), IoSliceMut::new(second)];
        format!("readv {:?}", readv(reader.fd(), &mut parts))
    }));
    say(helped(&feed, &mut || {
        let mut wanted = [PollFd::new(reader.fd(), POLL::IN)];
        format!("poll {:?} {:?}", poll(&mut wanted, -1), wanted[0].revents)
    }));
    say(helped(&|| (), &mut || {
        let mut wanted = [PollFd::new(reader.fd(), POLL::IN)];
        let time = TimeLike { sec: 60, nsec: 0 };
        format!("ppoll {:?} {:?}", ppoll(&mut wanted, Some(time), None), wanted[0].revents)
    }));
    say(format!("read {:?}", read(reader.fd(), &mut buf)));
    say(helped(&|| assert_eq!(write(theirs.fd(), b"xyz"), Ok(3)), &mut || {
        format!("recv {:?}", recv(ours.fd(), &mut buf, 0))
    }));
    for call in ["write", "writev"] {
        fill(writer.fd());
        let drain = || empty(reader.fd());
        say(helped(&drain, &mut || match call {
            "write" => format!("write {:?}", write(writer.fd(), b"z")),
            _ => format!("writev {:?}", writev(writer.fd(), &[IoSlice::new(b"z")])),
        }));
        empty(reader.fd());
    }
    fill(ours.fd());
    say(helped(&|| empty(theirs.fd()), &mut || format!("send {:?}", send(ours.fd(), b"z", 0))));
    let other_end = || drop(OwnedFd::new(open(fifo, O::WRONLY, 0).expect("a reader waits")));
    say(helped(&other_end, &mut || {
        format!("open {:?}", open(fifo, O::RDONLY, 0).map(|fd| drop(OwnedFd::new(fd))))
    }));
    let counter = OwnedFd::new(eventfd(0, EFD::CLOEXEC).expect("a counter"));
    let add = || assert_eq!(write(counter.fd(), &5_u64.to_ne_bytes()), Ok(8));
    say(helped(&add, &mut || format!("eventfd {:?}", read(counter.fd(), &mut buf))));
    said
}

/// Writes until that would wait.
fn fill(fd: Fd) {
    update_nonblocking(fd, true).expect("an open descriptor");
    while write(fd, &[0; 4096]).is_ok() {}
    while write(fd, &[0]).is_ok() {}
    update_nonblocking(fd, false).expect("an open descriptor");
}

/// Reads until that would wait.
fn empty(fd: Fd) {
    update_nonblocking(fd, true).expect("an open descriptor");
    while read(fd, &mut [0; 4096]).is_ok() {}
    update_nonblocking(fd, false).expect("an open descriptor");
}

/// Calls that do not wait, each once, below the empty directory `dir`.
fn prompt_calls(dir: Fd, path: &ZStr) -> Vec<String> {
    let mut said = Vec::new();
    macro_rules! say {
        ($($call:expr),* $(,)?) => { $(said.push(format!("{:?}", $call));)* };
    }
    let at = |name: &str| ZBox::from_bytes([path.as_bytes(), b"/", name.as_bytes()].concat());
    let file = OwnedFd::new(openat(dir, zstr!("a"), O::RDWR | O::CREAT, 0o600).expect("made"));
    let fd = file.fd();
    let mut buf = [0; 64];
    say!(write(fd, b"twelve bytes"), pwrite(fd, b"T", 0), lseek(fd, 0, SEEK::SET));
    say!(pwritev(fd, &[IoSlice::new(b"B")], 7), pread(fd, &mut buf, 7), read(fd, &mut buf));
    say!(preadv(fd, &mut [IoSliceMut::new(&mut buf)], 1), ftruncate(fd, 5), fsync(fd));
    say!(preallocate_file(fd.native(), 0, 5).is_ok());
    say!(read_nonblocking(fd, &mut buf).map_err(|error| error.get_errno()));
    say!(fchmod(fd, 0o640), fchmodat(dir, zstr!("a"), 0o644, 0), chmod(&at("a"), 0o604));
    say!(fchown(fd, u32::MAX, u32::MAX), chown(&at("a"), u32::MAX, u32::MAX));
    let time = TimeLike { sec: 7, nsec: 8 };
    say!(futimens(fd, time, time), utimens(&at("a"), time, time));
    say!(fstat(fd).map(|stat| (stat.size(), stat.mode())), stat(&at("a")).map(|s| s.nlink()));
    say!(lstat(&at("a")).map(|stat| stat.kind()), fstatat(dir, zstr!("a")).map(|s| s.size()));
    say!(lstatat(dir, zstr!("a")).map(|stat| stat.size()), statfs(path).is_ok());
    say!(statx(&at("a"), bun_sys::STATX_MASK_FOR_STATS).map(|stat| (stat.size, stat.mtim)));
    say!(get_fcntl_flags(fd), fcntl(fd, libc::F_GETFD, 0));
    say!(symlinkat(zstr!("a"), dir, zstr!("b")), readlinkat(dir, zstr!("b"), &mut buf));
    say!(renameat(dir, zstr!("b"), dir, zstr!("c")), linkat(dir, zstr!("a"), dir, zstr!("d")));
    let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
    say!(renameat2(dir, zstr!("c"), dir, zstr!("a"), exclude).map_err(|e| e.get_errno()));
    say!(mkdirat(dir, zstr!("e"), 0o700), directory_exists_at(dir, zstr!("e")));
    say!(rmdirat(dir, zstr!("e")), exists_z(&at("e")));
    say!(unlinkat(dir, zstr!("e")).map_err(|error| error.get_errno()));
    let copy = dup(fd).map(OwnedFd::new).expect("room for one more");
    let path_of = |fd| get_fd_path(fd, &mut PathBuffer::uninit()).map(|path| path.to_vec());
    say!(path_of(copy.fd()) == path_of(fd));
    if let Ok(memory) = memfd_create(c"storm", MemfdFlags::NonExecutable).map(OwnedFd::new) {
        say!(lseek(fd, 0, SEEK::SET), sendfile(fd, memory.fd(), 100));
    }
    let listing = Dir::open(path.as_bytes()).expect("a directory");
    let mut names = Vec::new();
    let mut entries = listing.iterate();
    while let Some(entry) = entries.next().expect("a readable directory") {
        names.push((entry.name.slice().to_vec(), entry.kind));
    }
    names.sort_by(|a, b| a.0.cmp(&b.0));
    say!(names);
    for name in [zstr!("a"), zstr!("c"), zstr!("d")] {
        say!(unlinkat(dir, name));
    }
    said
}

fn open_descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("proc is mounted").count()
}

#[test]
fn a_storm_of_signals_changes_no_answer() {
    const SIGNALS: usize = 3;
    const ROUNDS: usize = 4;
    let scratch = env::temp_dir().join(format!("bun_sys-storm-{}", std::process::id()));
    fs::create_dir(&scratch).expect("a fresh directory");
    let path = ZBox::from_bytes(scratch.to_str().expect("text"));
    let fifo = ZBox::from_bytes(scratch.with_extension("fifo").to_str().expect("text"));
    // SAFETY: the path has a terminator.
    assert_eq!(unsafe { libc::mkfifo(fifo.as_bytes_with_nul().as_ptr().cast(), 0o600) }, 0);
    let dir = Dir::open(path.as_bytes()).expect("just made");
    let quiet = (prompt_calls(dir.fd(), &path), waiting_calls(0, &fifo));
    let before = open_descriptors();
    let storm = Storm::start();
    for _ in 0..ROUNDS {
        assert_eq!(waiting_calls(SIGNALS, &fifo), quiet.1);
        let until = HANDLED.load(Ordering::Relaxed) + 5 * SIGNALS;
        while HANDLED.load(Ordering::Relaxed) < until {
            assert_eq!(prompt_calls(dir.fd(), &path), quiet.0);
        }
    }
    drop(storm);
    assert_eq!(open_descriptors(), before);
    fs::remove_file(scratch.with_extension("fifo")).expect("made above");
    fs::remove_dir(&scratch).expect("empty again");
}
