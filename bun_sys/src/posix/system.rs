//! Questions to the system.
#![expect(unsafe_code, reason = "calls that fill memory")]

use core::ffi::c_int;
#[cfg(target_os = "linux")]
use core::mem::MaybeUninit;

use crate::{E, Error, Maybe, PollFd, Tag};

/// Waits until one of `fds` is ready, for `timeout_ms` at most; for ever when that is negative
/// (`poll(2)`). Returns how many are ready.
///
/// Zig: `std.posix.poll`.
///
/// # Errors
///
/// Those of [`poll`](crate::poll()).
///
/// # Examples
///
/// ```
/// use bun_sys::posix::{POLL_IN, PollFd, poll};
///
/// # if cfg!(miri) { return Ok(()); }
/// let [reader, _writer] = bun_sys::pipe()?.map(bun_sys::OwnedFd::new);
/// let mut fds = [PollFd { fd: reader.fd().native(), events: POLL_IN, revents: 0 }];
/// assert_eq!(poll(&mut fds, 0)?, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn poll(fds: &mut [PollFd], timeout_ms: c_int) -> Maybe<c_int> {
    let ready = crate::poll(fds, timeout_ms)?;
    Ok(c_int::try_from(ready).unwrap_or(c_int::MAX))
}

/// Writes the name of this host to `buf`, with a terminator (`gethostname(2)`).
///
/// Zig: `std.posix.gethostname`.
///
/// # Errors
///
/// `ENAMETOOLONG` when they do not fit.
///
/// # Examples
///
/// ```
/// # if cfg!(miri) { return Ok(()); }
/// let mut buf = [0; 256];
/// bun_sys::posix::gethostname(&mut buf)?;
/// assert!(buf.contains(&0));
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn gethostname(buf: &mut [u8]) -> Maybe<()> {
    // SAFETY: the call writes at most `buf.len()` bytes to `buf`, which is borrowed exclusively.
    let rc = unsafe { libc::gethostname(buf.as_mut_ptr().cast(), buf.len()) };
    match Error::errno_sys(rc, Tag::TODO) {
        Some(error) => Err(error),
        // Some systems cut the name without saying so.
        None if !buf.contains(&0) => Err(Error::from_code(E::ENAMETOOLONG, Tag::TODO)),
        None => Ok(()),
    }
}

/// How busy the system is (`sysinfo(2)`). Linux only.
///
/// # Errors
///
/// None of the system's, which writes to memory that is there.
///
/// # Examples
///
/// ```
/// # if cfg!(miri) { return Ok(()); }
/// assert!(bun_sys::posix::sysinfo()?.totalram > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[cfg(target_os = "linux")]
pub fn sysinfo() -> Maybe<libc::sysinfo> {
    let mut info = MaybeUninit::uninit();
    // SAFETY: the call writes one structure to `info`.
    let rc = unsafe { libc::sysinfo(info.as_mut_ptr()) };
    match Error::errno_sys(rc, Tag::TODO) {
        Some(error) => Err(error),
        // SAFETY: the call said that it succeeded, so it wrote the whole structure.
        None => Ok(unsafe { info.assume_init() }),
    }
}
