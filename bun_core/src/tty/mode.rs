//! The calls behind the modes.
#![cfg_attr(
    unix,
    expect(unsafe_code, reason = "lends the number of a descriptor to rustix for one call")
)]

pub(super) use platform::{exchange, restore_all, winsize};

#[cfg(unix)]
mod platform {
    use alloc::vec::Vec;
    use core::ffi::c_int;
    use std::os::fd::BorrowedFd;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use rustix::io::{Errno, Result, retry_on_intr};
    use rustix::termios::{
        ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, SpecialCodeIndex,
        Termios, tcgetattr, tcgetwinsize, tcsetattr,
    };

    use super::super::Mode;
    use crate::winsize::Winsize;

    /// A terminal that is not in normal mode, and what that was.
    struct Changed {
        fd: c_int,
        mode: Mode,
        normal: Termios,
    }

    static CHANGED: Mutex<Vec<Changed>> = Mutex::new(Vec::new());

    /// Sets a mode and returns the one before.
    pub(in crate::tty) fn exchange(fd: c_int, mode: Mode) -> core::result::Result<Mode, c_int> {
        try_exchange(fd, mode).map_err(Errno::raw_os_error)
    }

    fn try_exchange(fd: c_int, mode: Mode) -> Result<Mode> {
        let mut changed = changed();
        let known = changed.iter().position(|terminal| terminal.fd == fd);
        let before = known.map_or(Mode::Normal, |index| changed[index].mode);
        if before == mode {
            return Ok(before);
        }
        let terminal = lend(fd)?;
        let normal = match known {
            Some(index) => changed[index].normal.clone(),
            None => retry_on_intr(|| tcgetattr(terminal))?,
        };
        set(terminal, OptionalActions::Drain, &in_mode(&normal, mode))?;
        match (known, mode) {
            (Some(index), Mode::Normal) => {
                changed.swap_remove(index);
            }
            (Some(index), _) => changed[index].mode = mode,
            (None, _) => changed.push(Changed { fd, mode, normal }),
        }
        Ok(before)
    }

    pub(in crate::tty) fn restore_all() {
        for Changed { fd, normal, .. } in changed().drain(..) {
            // One that is gone needs nothing.
            let _ = lend(fd).and_then(|terminal| set(terminal, OptionalActions::Now, &normal));
        }
    }

    pub(in crate::tty) fn winsize(fd: c_int) -> Option<Winsize> {
        let size = retry_on_intr(|| tcgetwinsize(lend(fd)?)).ok()?;
        Some(Winsize {
            row: size.ws_row,
            col: size.ws_col,
            xpixel: size.ws_xpixel,
            ypixel: size.ws_ypixel,
        })
    }

    fn set(terminal: BorrowedFd<'_>, when: OptionalActions, attributes: &Termios) -> Result<()> {
        retry_on_intr(|| tcsetattr(terminal, when, attributes))
    }

    fn in_mode(normal: &Termios, mode: Mode) -> Termios {
        let mut attributes = normal.clone();
        match mode {
            Mode::Normal => {}
            Mode::Raw => {
                attributes.input_modes -= InputModes::BRKINT
                    | InputModes::ICRNL
                    | InputModes::INPCK
                    | InputModes::ISTRIP
                    | InputModes::IXON;
                attributes.output_modes |= OutputModes::ONLCR;
                attributes.control_modes |= ControlModes::CS8;
                attributes.local_modes -=
                    LocalModes::ECHO | LocalModes::ICANON | LocalModes::IEXTEN | LocalModes::ISIG;
                attributes.special_codes[SpecialCodeIndex::VMIN] = 1;
                attributes.special_codes[SpecialCodeIndex::VTIME] = 0;
            }
            Mode::Io => attributes.make_raw(),
        }
        attributes
    }

    fn changed() -> MutexGuard<'static, Vec<Changed>> {
        CHANGED.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lend<'a>(fd: c_int) -> Result<BorrowedFd<'a>> {
        if fd < 0 {
            return Err(Errno::BADF);
        }
        // SAFETY:
        // 1. The number is not -1: checked above.
        // 2. The descriptor must stay open while it is lent. It is lent for one call, which hands
        //    the number to the kernel and nothing else; the kernel looks it up once and answers
        //    `EBADF` when nothing is open there. No memory of this process depends on the answer.
        Ok(unsafe { BorrowedFd::borrow_raw(fd) })
    }
}

#[cfg(not(unix))]
mod platform {
    use core::ffi::c_int;

    use super::super::Mode;
    use crate::winsize::Winsize;

    /// `ENOTSUP` of the C library of Windows.
    const UNSUPPORTED: c_int = 129;

    pub(in crate::tty) fn exchange(_: c_int, mode: Mode) -> Result<Mode, c_int> {
        match mode {
            Mode::Normal => Ok(Mode::Normal),
            _ => Err(UNSUPPORTED),
        }
    }

    pub(in crate::tty) fn restore_all() {}

    pub(in crate::tty) fn winsize(_: c_int) -> Option<Winsize> {
        None
    }
}
