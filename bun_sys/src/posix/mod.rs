//! What every POSIX system has, under the names of `std.posix`. Empty on others.
//!
//! Calls that have a better form above this module forward to it.
#![cfg(unix)]

mod limit;
#[expect(non_snake_case, reason = "`AF` and `S` are the names in Zig and in C")]
mod number;
mod signal;
mod sysctl;
mod system;
mod terminal;
#[cfg(test)]
mod tests;

pub use crate::PollFd;
pub use limit::{Rlimit, RlimitResource, getrlimit, setrlimit};
pub use number::{
    AF, F_OK, INET_ADDRSTRLEN, INET6_ADDRSTRLEN, POLL_ERR, POLL_HUP, POLL_IN, POLL_OUT, R_OK, S,
    W_OK, X_OK, s_isdir, s_islnk, s_isreg,
};
pub use signal::{Sigaction, sigaction};
#[cfg(target_vendor = "apple")]
pub use sysctl::{SysctlValue, sysctl_read, sysctl_read_slice};
#[cfg(target_os = "linux")]
pub use system::sysinfo;
pub use system::{gethostname, poll};
pub use terminal::{TCSA, Termios, tcgetattr, tcsetattr};
