//! The attributes of a terminal.
#![expect(unsafe_code, reason = "calls that read and fill memory")]

use core::ffi::c_int;
use core::mem::MaybeUninit;

use crate::{E, Error, Maybe, Tag};

/// The attributes of a terminal: `struct termios`.
///
/// Zig: `std.posix.termios`.
pub type Termios = libc::termios;

/// When attributes change.
///
/// Zig: `std.posix.TCSA`.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::TCSA;
///
/// assert!(TCSA::Now != TCSA::Drain && TCSA::Drain != TCSA::Flush);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(i32)]
pub enum TCSA {
    /// At once.
    Now = libc::TCSANOW,
    /// When everything was written.
    Drain = libc::TCSADRAIN,
    /// The same, and what was not read yet is lost.
    Flush = libc::TCSAFLUSH,
}

/// The attributes of the terminal `fd` (`tcgetattr(3)`). Made again after `EINTR`.
///
/// Zig: `std.posix.tcgetattr`.
///
/// # Errors
///
/// `ENOTTY` when it is no terminal, `EBADF` when it is not open.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::tcgetattr;
/// use bun_sys::{E, O, OwnedFd, open};
///
/// # if cfg!(miri) { return Ok(()); }
/// let null = OwnedFd::new(open(bun_str::zstr!("/dev/null"), O::RDONLY, 0)?);
/// assert_eq!(tcgetattr(null.fd().native()).unwrap_err().get_errno(), E::ENOTTY);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn tcgetattr(fd: c_int) -> Maybe<Termios> {
    let mut attributes = MaybeUninit::uninit();
    // SAFETY: the call writes one structure to `attributes`.
    retry(|| unsafe { libc::tcgetattr(fd, attributes.as_mut_ptr()) })?;
    // SAFETY: the call said that it succeeded, so it wrote the whole structure.
    Ok(unsafe { attributes.assume_init() })
}

/// Changes the attributes of the terminal `fd` (`tcsetattr(3)`). Made again after `EINTR`. A
/// process in the background is stopped by `SIGTTOU` instead, unless it blocks or ignores that.
///
/// Zig: `std.posix.tcsetattr`.
///
/// # Errors
///
/// `ENOTTY` when it is no terminal, `EBADF` when it is not open; `EIO` when nobody is left in the
/// foreground to stop.
pub fn tcsetattr(fd: c_int, action: TCSA, t: &Termios) -> Maybe<()> {
    // SAFETY: the call reads one structure from `t`.
    retry(|| unsafe { libc::tcsetattr(fd, action as c_int, &raw const *t) })
}

fn retry(mut call: impl FnMut() -> c_int) -> Maybe<()> {
    loop {
        match Error::errno_sys(call(), Tag::TODO) {
            Some(error) if error.get_errno() == E::EINTR => {}
            Some(error) => return Err(error),
            None => return Ok(()),
        }
    }
}
