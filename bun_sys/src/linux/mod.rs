//! What only Linux has, as bare as the kernel has it: numbers and calls that return numbers.
//!
//! Calls return what the C library returns; [`get_errno`](crate::get_errno) tells what went wrong.
//! They repeat nothing and add nothing. Empty on other systems.
#![cfg(target_os = "linux")]
#![expect(non_snake_case, reason = "`EPOLL` and `IN` are the names in Zig")]

mod call;
mod number;
mod rwf;
#[cfg(test)]
mod tests;

pub use libc::{epoll_event, pollfd};

pub use crate::E;
pub use call::{
    copy_file_range, epoll_ctl, inotify_add_watch, inotify_init1, inotify_rm_watch, ioctl_ficlone,
    ppoll, read, sendfile,
};
pub use number::{EPOLL, IN};
pub use rwf::RWFFlagSupport;
