//! The calls against the kernel.
#![cfg_attr(not(miri), expect(unsafe_code, reason = "the calls take pointers"))]

use super::*;

#[test]
fn flags_are_disjoint() {
    let all = [
        IN::ACCESS,
        IN::MODIFY,
        IN::ATTRIB,
        IN::CLOSE_WRITE,
        IN::CLOSE_NOWRITE,
        IN::OPEN,
        IN::MOVED_FROM,
        IN::MOVED_TO,
        IN::CREATE,
        IN::DELETE,
        IN::DELETE_SELF,
        IN::MOVE_SELF,
        IN::UNMOUNT,
        IN::Q_OVERFLOW,
        IN::IGNORED,
        IN::ISDIR,
        IN::ONLYDIR,
        IN::DONT_FOLLOW,
        IN::EXCL_UNLINK,
        IN::MASK_ADD,
        IN::ONESHOT,
    ];
    assert_eq!(all.iter().fold(0, |sum, flag| sum | flag).count_ones() as usize, all.len());
    let all = [
        EPOLL::IN,
        EPOLL::PRI,
        EPOLL::OUT,
        EPOLL::ERR,
        EPOLL::HUP,
        EPOLL::RDHUP,
        EPOLL::ET,
        EPOLL::ONESHOT,
    ];
    assert_eq!(all.iter().fold(0, |sum, flag| sum | flag).count_ones() as usize, all.len());
}

// Miri has none of these calls.
#[cfg(not(miri))]
mod calls {
    use core::ptr::null_mut;
    use std::fs::{self, File};
    use std::io::{Seek, Write};
    use std::os::fd::AsRawFd;
    use std::path::PathBuf;

    use super::*;
    use crate::{E, Fd, OwnedFd, get_errno};

    /// A directory of its own, removed at the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("bun_sys_{name}_{}", std::process::id()));
            fs::create_dir_all(&path).expect("a directory");
            Self(path)
        }

        fn file(&self, name: &str, content: &[u8]) -> File {
            let mut options = File::options();
            options.read(true).write(true).create(true).truncate(true);
            let mut file = options.open(self.0.join(name)).expect("a file");
            file.write_all(content).expect("room");
            file.rewind().expect("a place to start");
            file
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).expect("to remove it");
        }
    }

    #[test]
    fn copies_inside_the_kernel() {
        let scratch = Scratch::new("linux_copies");
        let (from, to) = (scratch.file("from", b"0123456789"), scratch.file("to", b""));
        let mut at = 4;
        // SAFETY: 1. Null, and a number.
        let copied = unsafe { sendfile(to.as_raw_fd(), from.as_raw_fd(), &raw mut at, 3) };
        assert_eq!((copied, at), (3, 7));
        // SAFETY: 1. Both null.
        let copied = unsafe {
            copy_file_range(from.as_raw_fd(), null_mut(), to.as_raw_fd(), null_mut(), 2, 0)
        };
        let refused = [E::ENOSYS, E::EXDEV, E::EOPNOTSUPP, E::EINVAL].contains(&get_errno(copied));
        assert!(copied == 2 || refused, "{:?}", get_errno(copied));
        let expected: &[u8] = if copied == 2 { b"45601" } else { b"456" };
        assert_eq!(fs::read(scratch.0.join("to")).expect("a file"), expected);

        let mut buf = [0; 4];
        // SAFETY: 1. Four bytes.
        let got = unsafe { read(from.as_raw_fd(), buf.as_mut_ptr(), buf.len()) };
        assert_eq!(got, 4);
        // SAFETY: 1. Four bytes.
        let closed = unsafe { read(-1, buf.as_mut_ptr(), buf.len()) };
        assert_eq!(get_errno(closed), E::EBADF);
    }

    #[test]
    fn directories_are_watched() {
        let scratch = Scratch::new("linux_inotify");
        let watch = OwnedFd::new(Fd::from_native(inotify_init1(IN::CLOEXEC | IN::NONBLOCK)));
        let mut path = scratch.0.clone().into_os_string().into_encoded_bytes();
        path.push(0);
        let flags = IN::CREATE | IN::ONLYDIR | IN::EXCL_UNLINK;
        // SAFETY: 1. The terminator was just added.
        let wd = unsafe { inotify_add_watch(watch.fd().native(), path.as_ptr().cast(), flags) };
        assert!(wd > 0);
        drop(scratch.file("new", b""));
        let mut event = [0_u8; 64];
        // SAFETY: 1. Of that length.
        let got = unsafe { read(watch.fd().native(), event.as_mut_ptr(), event.len()) };
        assert!(got > 16);
        assert_eq!(event[4..8], IN::CREATE.to_ne_bytes());
        assert_eq!(bun_core::slice_to(&event[16..], 0), b"new");
        assert_eq!(inotify_rm_watch(watch.fd().native(), wd), 0);
    }

    #[test]
    fn descriptors_are_waited_for() {
        let [reader, writer] = crate::pipe().expect("a pipe").map(OwnedFd::new);
        let fd = writer.fd().native();
        let mut fds = [pollfd { fd, events: libc::POLLOUT, revents: 0 }];
        let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: 1. One record. 2. A value, and null.
        let ready = unsafe { ppoll(fds.as_mut_ptr(), 1, &raw const now, core::ptr::null()) };
        assert_eq!((ready, fds[0].revents), (1, libc::POLLOUT));

        let mut event = epoll_event { events: EPOLL::IN, u64: 7 };
        // SAFETY: 1. A record.
        let rc = unsafe { epoll_ctl(fd, EPOLL::CTL_ADD, reader.fd().native(), &raw mut event) };
        assert_eq!(get_errno(rc), E::EINVAL, "a pipe is no epoll");
    }
}
