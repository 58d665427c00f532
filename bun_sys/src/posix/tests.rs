//! The questions, against other ways to ask them.
#![cfg_attr(not(miri), expect(unsafe_code, reason = "a call that takes pointers"))]

use super::*;

#[test]
fn numbers_are_the_headers() {
    let modes: [(crate::Mode, libc::mode_t); 20] = [
        (S::IFMT, libc::S_IFMT),
        (S::IFDIR, libc::S_IFDIR),
        (S::IFCHR, libc::S_IFCHR),
        (S::IFBLK, libc::S_IFBLK),
        (S::IFREG, libc::S_IFREG),
        (S::IFIFO, libc::S_IFIFO),
        (S::IFLNK, libc::S_IFLNK),
        (S::IFSOCK, libc::S_IFSOCK),
        (S::IRWXU, libc::S_IRWXU),
        (S::IRUSR, libc::S_IRUSR),
        (S::IWUSR, libc::S_IWUSR),
        (S::IXUSR, libc::S_IXUSR),
        (S::IRWXG, libc::S_IRWXG),
        (S::IRGRP | S::IWGRP | S::IXGRP, libc::S_IRGRP | libc::S_IWGRP | libc::S_IXGRP),
        (S::IRWXO, libc::S_IRWXO),
        (S::IROTH | S::IWOTH | S::IXOTH, libc::S_IROTH | libc::S_IWOTH | libc::S_IXOTH),
        (S::ISUID, libc::S_ISUID as libc::mode_t),
        (S::ISGID, libc::S_ISGID as libc::mode_t),
        (S::ISVTX, libc::S_ISVTX as libc::mode_t),
        (S::IRWXU | S::IRWXG | S::IRWXO, 0o777),
    ];
    for (ours, theirs) in modes {
        assert_eq!(ours, crate::Mode::from(theirs));
    }
    assert_eq!((INET_ADDRSTRLEN, INET6_ADDRSTRLEN), ("255.255.255.255".len() + 1, 46));
    assert!(s_isdir(S::IFDIR) && s_islnk(S::IFLNK | 0o777) && s_isreg(S::IFREG));
    assert!(!s_isdir(S::IFREG) && !s_islnk(S::IFREG) && !s_isreg(S::IFDIR));
}

// Miri has none of these calls.
#[cfg(not(miri))]
mod calls {
    use core::ptr::null;

    use super::*;
    use crate::{E, get_errno};

    #[test]
    fn limits_can_be_lowered_and_kept() {
        let core = getrlimit(RlimitResource::CORE).expect("a limit");
        setrlimit(RlimitResource::CORE, core).expect("as it was");
        assert_eq!(getrlimit(RlimitResource::CORE), Ok(core));
        if core.max != Rlimit::INFINITY {
            let wrong = Rlimit { cur: core.max + 1, max: core.max };
            let error = setrlimit(RlimitResource::CORE, wrong).expect_err("above the largest");
            assert_eq!(error.get_errno(), E::EINVAL);
        }
        let stack = getrlimit(RlimitResource::STACK).expect("a limit");
        assert!(stack.cur > 0 && stack != core);
    }

    #[test]
    fn the_name_of_the_host() {
        let mut buf = [0xFF; 300];
        gethostname(&mut buf).expect("a name");
        let name = bun_core::slice_to(&buf, 0);
        assert!(!name.is_empty() && name.len() < 256);
        let mut short = vec![0xFF; name.len()];
        let error = gethostname(&mut short).expect_err("no room for the terminator");
        assert_eq!(error.get_errno(), E::ENAMETOOLONG);
        assert!(gethostname(&mut []).is_err());
    }

    #[test]
    fn refusals() {
        assert_eq!(tcgetattr(-1).map(drop).expect_err("closed").get_errno(), E::EBADF);
        let mut old = core::mem::MaybeUninit::<Sigaction>::uninit();
        // SAFETY: 1. Null asks only. 2. There is room for one.
        let rc = unsafe { sigaction(libc::SIGUSR2, null(), old.as_mut_ptr()) };
        assert_eq!(get_errno(rc), E::SUCCESS);
        // SAFETY: 1. Null asks only. 2. There is room for one.
        let rc = unsafe { sigaction(100_000, null(), old.as_mut_ptr()) };
        assert_eq!(get_errno(rc), E::EINVAL);
        let mut fds = [PollFd { fd: -1, events: POLL_IN | POLL_OUT, revents: 7 }];
        assert_eq!((poll(&mut fds, 0), fds[0].revents), (Ok(0), 0));
        #[cfg(target_os = "linux")]
        assert!(sysinfo().is_ok_and(|info| info.uptime > 0));
    }
}
