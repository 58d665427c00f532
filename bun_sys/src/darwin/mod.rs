//! What only macOS has. Empty on other systems.
#![cfg(target_vendor = "apple")]
#![expect(non_snake_case, reason = "`EV` and its siblings are the names in Zig")]

mod copyfile;
mod kqueue;
pub mod os_log;

pub use copyfile::COPYFILE;
pub use kqueue::{EV, EVFILT, NOTE, kevent, kevent64, kevent64_s, kqueue};
pub use os_log::OSLog;
