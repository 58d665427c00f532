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

/// Makes a pipe (`pipe(2)`): the end to read and the end to write. Neither closes on `exec`, and
/// both wait; the caller closes them. Not made again after `EINTR`, as in Zig.
///
/// Zig: `bun.sys.pipe`.
///
/// # Platforms
///
/// Windows: `CreatePipe`; no child inherits either end.
///
/// # Errors
///
/// `EMFILE`, `ENFILE` when the process or the system has no two descriptors left.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, read, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(write(writer.fd(), b"abc")?, 3);
/// assert_eq!(read(reader.fd(), &mut [0; 8])?, 3);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn pipe() -> Maybe<[Fd; 2]> {
    imp::pipe().map_err(bare(Tag::pipe))
}

/// Makes the pipe `fd` hold `capacity` bytes, or more, and returns how many (`fcntl(2)` with
/// `F_SETPIPE_SZ`).
///
/// Zig: `bun.sys.setPipeCapacityOnLinux`.
///
/// # Platforms
///
/// Linux; elsewhere `ENOSYS`.
///
/// # Errors
///
/// With `fd`: `EPERM` for more than [`get_max_pipe_size_on_linux`] without a privilege; `EBUSY`
/// when it holds more already; `EBADF` when it is not open or no pipe; `EINVAL` for more than 2³¹
/// bytes.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, get_max_pipe_size_on_linux, pipe, set_pipe_capacity_on_linux};
///
/// # if !cfg!(target_os = "linux") { return Ok(()); }
/// let [_reader, writer] = pipe()?.map(OwnedFd::new);
/// let wanted = get_max_pipe_size_on_linux().min(5000);
/// assert!(set_pipe_capacity_on_linux(writer.fd(), wanted)? >= wanted);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "setPipeCapacityOnLinux")]
pub fn set_pipe_capacity_on_linux(fd: Fd, capacity: usize) -> Maybe<usize> {
    let Some(command) = imp::SET_PIPE_CAPACITY else {
        return Err(on_fd(fd, Tag::fcntl)(SystemErrno::ENOSYS));
    };
    let capacity = isize::try_from(capacity).unwrap_or(isize::MAX);
    imp::fcntl(fd, command, capacity).map(isize::cast_unsigned).map_err(on_fd(fd, Tag::fcntl))
}

/// How many bytes a pipe may be told to hold: what the kernel says in `/proc/sys/fs/pipe-max-size`,
/// asked once, at most 8 MiB, or 512 KiB when it does not say, less the 32 bytes that make it round
/// up.
///
/// Zig: `bun.sys.getMaxPipeSizeOnLinux`.
///
/// # Examples
///
/// ```
/// let size = bun_sys::get_max_pipe_size_on_linux();
/// assert!(size > 0 && size < 8 << 20);
/// ```
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
