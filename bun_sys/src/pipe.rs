//! Pipes.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{
//!     OwnedFd, get_max_pipe_size_on_linux, pipe, read, set_pipe_capacity_on_linux, write,
//! };
//!
//! let [reader, writer] = pipe()?.map(OwnedFd::new);
//! assert_eq!(write(writer.fd(), b"abc")?, 3);
//! assert_eq!(read(reader.fd(), &mut [0; 8])?, 3);
//! if cfg!(target_os = "linux") {
//!     let capacity = set_pipe_capacity_on_linux(writer.fd(), 5000)?;
//!     assert!(capacity >= 5000 && get_max_pipe_size_on_linux() > 0);
//! }
//! # Ok::<(), bun_sys::Error>(())
//! ```

use std::sync::OnceLock;

use bun_str::zstr;

use crate::backend::imp;
use crate::failure::{bare, on_fd};
use crate::{Fd, Maybe, O, OwnedFd, SystemErrno, Tag, open, read};

/// Makes a pipe: the end to read and the end to write. Neither closes on `exec`.
///
/// # Errors
///
/// Those of `pipe(2)`: `EMFILE`, `ENFILE`.
pub fn pipe() -> Maybe<[Fd; 2]> {
    imp::pipe().map_err(bare(Tag::pipe))
}

/// Makes the pipe `fd` hold `capacity` bytes, or more, and returns how many. On Linux only.
///
/// Zig: `bun.sys.setPipeCapacityOnLinux`.
///
/// # Errors
///
/// Those of `fcntl(2)` with `F_SETPIPE_SZ`, with `fd`: `EPERM` for more than
/// [`get_max_pipe_size_on_linux`], `EBUSY` when it holds more already; `ENOSYS` elsewhere.
#[doc(alias = "setPipeCapacityOnLinux")]
pub fn set_pipe_capacity_on_linux(fd: Fd, capacity: usize) -> Maybe<usize> {
    let Some(command) = imp::SET_PIPE_CAPACITY else {
        return Err(on_fd(fd, Tag::fcntl)(SystemErrno::ENOSYS));
    };
    let capacity = isize::try_from(capacity).unwrap_or(isize::MAX);
    imp::fcntl(fd, command, capacity).map(isize::cast_unsigned).map_err(on_fd(fd, Tag::fcntl))
}

/// How many bytes a pipe may be told to hold: what the kernel says, asked once, at most 8 MiB, less
/// the 32 bytes that make it round up.
///
/// Zig: `bun.sys.getMaxPipeSizeOnLinux`.
#[doc(alias = "getMaxPipeSizeOnLinux")]
#[must_use]
pub fn get_max_pipe_size_on_linux() -> usize {
    const DEFAULT: usize = 512 << 10;
    const MOST: usize = 8 << 20;
    const ROUNDING: usize = 32;
    static SIZE: OnceLock<usize> = OnceLock::new();
    *SIZE.get_or_init(|| {
        let said = said_in_proc().unwrap_or(DEFAULT);
        said.min(MOST).saturating_sub(ROUNDING)
    })
}

fn said_in_proc() -> Option<usize> {
    let path = zstr!("/proc/sys/fs/pipe-max-size");
    let file = OwnedFd::new(open(path, O::RDONLY | O::CLOEXEC, 0).ok()?);
    let mut buf = [0; 32];
    let len = read(file.fd(), &mut buf).ok()?;
    str::from_utf8(&buf[..len]).ok()?.trim().parse().ok()
}
