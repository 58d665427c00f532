//! Calls that Miri has as well: what the unsafe code tells of pointers and lengths is held there
//! against what they are. Names are missing, for Miri has no `openat`.

use core::mem::MaybeUninit;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;

use crate::{Mmap, OwnedFd, dup, futex, getrandom, pipe, read, read_uninit, write};

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
