//! A process without room for descriptors. Alone in its process: the limit is everybody's.
#![cfg(all(target_os = "linux", not(miri)))]

use bun_str::zstr;
use bun_sys::{
    Dir, EFD, Fd, MemfdFlags, O, OwnedFd, Rlimit, RlimitResource, SystemErrno as E, dup, eventfd,
    getrlimit, memfd_create, open, pipe, setrlimit, socketpair,
};

#[test]
fn running_out_of_descriptors_leaks_none() {
    let before = getrlimit(RlimitResource::NOFILE).expect("a limit");
    setrlimit(RlimitResource::NOFILE, Rlimit { cur: 64, ..before }).expect("lower");
    assert_eq!(getrlimit(RlimitResource::NOFILE), Ok(Rlimit { cur: 64, ..before }));
    let above = Rlimit { cur: before.max, max: before.max.saturating_sub(1) };
    assert_eq!(setrlimit(RlimitResource::NOFILE, above).unwrap_err().get_errno(), E::EINVAL);
    let mut held = Vec::new();
    let full = loop {
        match open(zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0) {
            Ok(fd) => held.push(OwnedFd::new(fd)),
            Err(error) => break error.get_errno(),
        }
    };
    assert_eq!(full, E::EMFILE);
    let first = held[0].fd();
    for room in 0..2 {
        // With room for one, whatever makes two descriptors gives the first one back.
        let pairs = [pipe().map(|_| ()), socketpair(1, 1, 0, true).map(|_| ())];
        assert_eq!(pairs.map(|pair| pair.unwrap_err().get_errno()), [E::EMFILE; 2]);
        if room == 0 {
            let one = [
                dup(first).map(|_| ()),
                memfd_create(c"none", MemfdFlags::NonExecutable).map(|_| ()),
                eventfd(0, EFD::CLOEXEC).map(|_| ()),
                Dir::open(b"/").map(|_| ()),
            ];
            assert_eq!(one.map(|one| one.unwrap_err().get_errno()), [E::EMFILE; 4]);
        }
        held.pop();
    }
    let count = held.len();
    held.extend([dup(first), dup(first)].map(|fd| OwnedFd::new(fd.expect("room for two"))));
    assert_eq!((held.len(), dup(first).is_ok()), (count + 2, false));
    assert!(held.iter().all(|fd| fd.fd() != Fd::INVALID));
}
