//! The one place where systems differ. Every system provides, under the name `imp`:
//!
//! | item | |
//! |---|---|
//! | `CWD`, `MAX_COUNT`, `flags` | numbers |
//! | `Stat`, `stat_*` | what the system says about a file, and its parts |
//! | `openat`, `close`, `read`, `read_uninit`, `pread`, `pread_spare`, `write` | on descriptors |
//! | `fstat`, `fstatat` | |
//! | `fill_records`, `parse_record` | the entries of a directory |
//! | `thread_id` | |
//!
//! All of them take an [`Fd`](crate::Fd) and return the bare
//! [`SystemErrno`](crate::SystemErrno); the callers say which call it was and on what. Calls that
//! Bun repeats after `EINTR` are repeated here.

#[cfg(target_os = "linux")]
pub(crate) mod linux;
#[cfg(any(windows, test))]
pub(crate) mod nt;
#[cfg(unix)]
mod posix;

#[cfg(windows)]
pub(crate) mod windows;

#[cfg(target_os = "linux")]
pub(crate) use linux as imp;
#[cfg(windows)]
pub(crate) use windows as imp;

#[cfg(not(any(target_os = "linux", windows)))]
compile_error!("bun_sys has a backend for Linux and for Windows only");
