//! The structures of `libc` that ported code fills from zero.
#![expect(unsafe_code, reason = "says of each structure that zero is one of its values")]

use super::Zeroable;

macro_rules! plain_c {
    ($($name:ident)*) => {$(
        // SAFETY: a C structure of integers, arrays and nullable pointers.
        unsafe impl Zeroable for libc::$name {}
    )*};
}

plain_c! {
    addrinfo cmsghdr dirent flock in6_addr in_addr iovec ipv6_mreq itimerval linger msghdr passwd
    pollfd rlimit rusage sched_param siginfo_t sockaddr sockaddr_in sockaddr_in6 sockaddr_storage
    sockaddr_un stat statfs statvfs termios timespec timeval tm utsname winsize
}
