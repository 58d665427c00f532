//! The mode of the console behind a standard stream.
#![expect(unsafe_code, reason = "asks the console")]

use windows_sys::Win32::System::Console::{GetConsoleMode, SetConsoleMode};

use super::{DWORD, get_last_error};
use crate::backend::imp;
use crate::{Stdio, SystemErrno};

/// Which bits of a mode to change.
///
/// Zig: the options of `bun.windows.updateStdioModeFlags`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct UpdateStdioModeFlagsOpts {
    /// Bits to set.
    pub set: u32,
    /// Bits to clear, also those of `set`.
    pub unset: u32,
}

/// Changes the mode of the console behind `stream`, and returns the mode before (`GetConsoleMode`,
/// `SetConsoleMode`). Windows only.
///
/// Zig: `bun.windows.updateStdioModeFlags`.
///
/// # Errors
///
/// `EBADF` when the stream is not open; what the system says when it is no console, `EBADF` too.
#[doc(alias = "updateStdioModeFlags")]
pub fn update_stdio_mode_flags(
    stream: Stdio,
    opts: UpdateStdioModeFlagsOpts,
) -> Result<DWORD, bun_core::Error> {
    let handle = imp::handle_of(stream.fd()).map_err(bun_core::Error::from)?;
    let mut before = 0;
    // SAFETY: the call writes one number, and takes any handle.
    if unsafe { GetConsoleMode(handle, &raw mut before) } == 0 {
        return Err(get_last_error());
    }
    set_mode(stream, (before | opts.set) & !opts.unset)?;
    Ok(before)
}

fn set_mode(stream: Stdio, mode: DWORD) -> Result<(), bun_core::Error> {
    let handle = imp::handle_of(stream.fd()).map_err(|_| SystemErrno::EBADF)?;
    // SAFETY: takes any handle and number, touches no memory of ours.
    if unsafe { SetConsoleMode(handle, mode) } == 0 { Err(get_last_error()) } else { Ok(()) }
}

/// Changes the mode of the console behind standard input, and puts it back on drop. Does nothing
/// where there is none.
///
/// Zig: `bun.windows.updateStdioModeFlags` with a `defer`.
#[derive(Debug)]
#[must_use = "the mode goes back on drop"]
pub struct StdinModeGuard {
    before: Option<DWORD>,
}

impl StdinModeGuard {
    /// Changes the mode.
    pub fn set(opts: UpdateStdioModeFlagsOpts) -> Self {
        Self { before: update_stdio_mode_flags(Stdio::StdIn, opts).ok() }
    }
}

impl Drop for StdinModeGuard {
    fn drop(&mut self) {
        if let Some(mode) = self.before {
            // The console may be gone.
            let _ = set_mode(Stdio::StdIn, mode);
        }
    }
}
