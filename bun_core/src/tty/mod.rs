//! Terminals: how they pass on what is typed, and how large they are.
//!
//! Zig: `bun.tty`.

mod mode;

use core::ffi::c_int;

use crate::winsize::Winsize;

/// How a terminal passes on what is typed.
///
/// Zig: `bun.tty.Mode`.
///
/// # Examples
///
/// ```
/// use bun_core::tty::{Mode, set_mode};
///
/// // What is not open has no mode.
/// assert_ne!(set_mode(-1, Mode::Io), 0);
/// // The numbers are those that JavaScript passes.
/// assert_eq!(Mode::Raw as i32, 1);
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum Mode {
    /// As it was before the first change: usually whole lines, shown as they are typed.
    Normal = 0,
    /// Each key at once, not shown, Ctrl+C included; what is printed still gets carriage returns.
    Raw = 1,
    /// As raw, and what is printed goes out as it is.
    Io = 2,
}

/// Sets the mode of a terminal, and returns zero or the number of the system's error.
///
/// [`Mode::Normal`] brings back what was there before this function changed it. The number of a
/// descriptor that is not a terminal is answered by `ENOTTY`, one that is not open by `EBADF`. On
/// Windows every change is answered by `ENOTSUP`.
///
/// Zig: `bun.tty.setMode`.
///
/// # Examples
///
/// ```
/// use bun_core::tty::{Mode, set_mode};
///
/// assert_ne!(set_mode(-1, Mode::Raw), 0);
/// assert_eq!(set_mode(-1, Mode::Normal), 0, "nothing to bring back");
/// ```
#[doc(alias = "setMode")]
pub fn set_mode(fd: c_int, mode: Mode) -> c_int {
    mode::exchange(fd, mode).map_or_else(|errno| errno, |_| 0)
}

/// Returns the size of a terminal; `None` if it is none.
///
/// # Examples
///
/// ```
/// let columns = bun_core::tty::winsize(1).map_or(80, |size| size.col);
/// assert!(columns < u16::MAX);
/// ```
#[must_use]
pub fn winsize(fd: c_int) -> Option<Winsize> {
    mode::winsize(fd)
}

/// Gives every terminal back the mode it had before [`set_mode`] changed it.
pub(crate) fn restore_all() {
    mode::restore_all();
}

/// Raw mode for as long as this lives; afterwards the mode from before.
///
/// A descriptor that is no terminal is left alone.
///
/// # Examples
///
/// ```no_run
/// use bun_core::tty::RawModeGuard;
///
/// let _raw = RawModeGuard::new(0);
/// let key = bun_core::Output::stdin_reader().take_byte()?;
/// # let _ = key;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "the mode from before comes back when it is dropped"]
pub struct RawModeGuard {
    fd: c_int,
    /// `None` if raw mode could not be set.
    before: Option<Mode>,
}

impl RawModeGuard {
    /// Sets raw mode.
    pub fn new(fd: c_int) -> Self {
        Self { fd, before: mode::exchange(fd, Mode::Raw).ok() }
    }

    /// Returns whether raw mode could be set.
    #[must_use]
    pub fn is_raw(&self) -> bool {
        self.before.is_some()
    }
}

impl Drop for RawModeGuard {
    fn drop(&mut self) {
        if let Some(before) = self.before {
            set_mode(self.fd, before);
        }
    }
}
