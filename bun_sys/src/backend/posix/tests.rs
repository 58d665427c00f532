//! Calls that Miri has as well: what the unsafe code tells of pointers and lengths is held there
//! against what they are. Names are missing, for Miri has no `openat`.

use core::mem::MaybeUninit;
use core::sync::atomic::AtomicU32;
#[cfg(not(miri))]
use core::sync::atomic::Ordering;
use core::time::Duration;

use crate::{
    Mmap, OwnedFd, dup, futex, getrandom, pipe, read, read_uninit, recv, send, socketpair, write,
};

fn pair() -> [OwnedFd; 2] {
    pipe().expect("descriptors are left").map(OwnedFd::new)
}

#[test]
fn what_goes_into_a_pipe_comes_out() {
    let [from, to] = pair();
    assert_eq!(write(to.fd(), b"hello"), Ok(5));
    let mut buf = [0; 3];
    assert_eq!(read(from.fd(), &mut buf), Ok(3));
    let mut uninit = [MaybeUninit::<u8>::uninit(); 8];
    assert_eq!(read_uninit(from.fd(), &mut uninit).expect("two are left"), b"lo");
    assert_eq!(&buf, b"hel");
    assert_eq!(to.close(), Ok(()));
    assert_eq!(read(from.fd(), &mut buf), Ok(0));
}

#[test]
fn what_is_sent_is_received() {
    let [one, other] = socketpair(libc::AF_UNIX, libc::SOCK_STREAM, 0, false)
        .expect("descriptors are left")
        .map(OwnedFd::new);
    // Miri has pairs of sockets, which can be written to and read from only.
    if cfg!(miri) {
        assert_eq!(write(one.fd(), b"hello"), Ok(5));
        assert_eq!(read(other.fd(), &mut [0; 8]), Ok(5));
        return;
    }
    let mut buf = [0; 8];
    assert_eq!(send(one.fd(), b"hello", 0), Ok(5));
    assert_eq!(recv(other.fd(), &mut buf, 0), Ok(5));
    assert_eq!(&buf[..5], b"hello");
}

#[test]
fn copies_of_a_descriptor_outlive_it() {
    let [from, to] = pair();
    let copy = OwnedFd::new(dup(to.fd()).expect("descriptors are left"));
    assert_eq!(to.close(), Ok(()));
    assert_eq!(write(copy.fd(), b"x"), Ok(1));
    assert_eq!(read(from.fd(), &mut [0; 8]), Ok(1));
}

#[test]
fn memory_that_is_mapped_is_zero_and_given_back() {
    let map = Mmap::anonymous(4096).expect("memory is left");
    assert_eq!(*map, [0; 4096]);
}

#[test]
fn waiting_on_a_word() {
    let word = AtomicU32::new(1);
    assert!(futex::wait(&word, 0, None), "it has changed already");
    assert!(!futex::wait(&word, 1, Some(Duration::from_millis(1))), "nobody wakes");
    assert_eq!(word.into_inner(), 1);
}

// To wake, rustix makes a pointer of a number, which strict provenance has none of.
#[cfg(not(miri))]
#[test]
fn waking_who_waits_for_a_word() {
    let word = AtomicU32::new(1);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            word.store(2, Ordering::Release);
            futex::wake(&word, 1);
        });
        while word.load(Ordering::Acquire) == 1 {
            futex::wait(&word, 1, None);
        }
    });
    assert_eq!(word.into_inner(), 2);
}

#[test]
fn randomness_fills_everything() {
    let mut buf = [0; 64];
    assert_eq!(getrandom(&mut buf), Ok(()));
    assert_ne!(buf, [0; 64]);
}
