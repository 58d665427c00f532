//! The three descriptors, without any buffer.

use super::stream::Sink;
use crate::error::Error;

/// Standard output.
#[derive(Debug)]
pub(super) struct Stdout;

/// Standard error.
#[derive(Debug)]
pub(super) struct Stderr;

/// One of the three.
#[derive(Copy, Clone, Debug)]
pub(super) enum Standard {
    Input,
    Output,
    Error,
}

pub(super) use platform::{is_null_device, read_stdin};

#[cfg(unix)]
mod platform {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::fd::BorrowedFd;
    use rustix::fs::{FileType, fstat, stat};
    use rustix::io::{Errno, read, write};

    use super::{Error, Sink, Standard, Stderr, Stdout};
    use crate::error::known;

    impl Sink for Stdout {
        fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
            write_some(rustix::stdio::stdout(), bytes)
        }
    }

    impl Sink for Stderr {
        fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
            write_some(rustix::stdio::stderr(), bytes)
        }
    }

    /// Waits as long as it takes when the descriptor does not block: a terminal shared with a
    /// program that made it so, or a pipe that is full.
    fn write_some(descriptor: BorrowedFd<'_>, bytes: &[u8]) -> Result<usize, Error> {
        loop {
            match write(descriptor, bytes) {
                Ok(written) => return Ok(written),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => wait(descriptor, PollFlags::OUT)?,
                Err(errno) => return Err(named(errno)),
            }
        }
    }

    /// Reads what is there, at least one byte; zero at the end.
    pub(in crate::output) fn read_stdin(buffer: &mut [u8]) -> Result<usize, Error> {
        let descriptor = rustix::stdio::stdin();
        loop {
            match read(descriptor, &mut *buffer) {
                Ok(read) => return Ok(read),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => wait(descriptor, PollFlags::IN)?,
                Err(errno) => return Err(named(errno)),
            }
        }
    }

    fn wait(descriptor: BorrowedFd<'_>, until: PollFlags) -> Result<(), Error> {
        match poll(&mut [PollFd::from_borrowed_fd(descriptor, until)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(errno) => Err(named(errno)),
        }
    }

    pub(in crate::output) fn is_null_device(which: Standard) -> bool {
        let descriptor = match which {
            Standard::Input => rustix::stdio::stdin(),
            Standard::Output => rustix::stdio::stdout(),
            Standard::Error => rustix::stdio::stderr(),
        };
        let (Ok(here), Ok(null)) = (fstat(descriptor), stat("/dev/null")) else { return false };
        FileType::from_raw_mode(here.st_mode) == FileType::CharacterDevice
            && here.st_rdev == null.st_rdev
    }

    fn named(errno: Errno) -> Error {
        match errno {
            Errno::PIPE => known!(BrokenPipe),
            Errno::NOSPC => known!(NoSpaceLeft),
            Errno::DQUOT => known!(DiskQuota),
            Errno::FBIG => known!(FileTooBig),
            Errno::IO => known!(InputOutput),
            Errno::BADF => known!(NotOpenForWriting),
            Errno::CONNRESET => known!(ConnectionResetByPeer),
            Errno::ACCESS => known!(AccessDenied),
            Errno::PERM => known!(PermissionDenied),
            Errno::ISDIR => known!(IsDir),
            _ => Error::UNEXPECTED,
        }
    }
}

#[cfg(not(unix))]
mod platform {
    use alloc::string::String;
    use std::io::{IsTerminal, Read, Write};

    use super::{Error, Sink, Standard, Stderr, Stdout};

    impl Sink for Stdout {
        fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
            write_all(std::io::stdout().lock(), bytes)
        }
    }

    impl Sink for Stderr {
        fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
            write_all(std::io::stderr().lock(), bytes)
        }
    }

    pub(in crate::output) fn read_stdin(buffer: &mut [u8]) -> Result<usize, Error> {
        Ok(std::io::stdin().lock().read(buffer)?)
    }

    pub(in crate::output) fn is_null_device(_: Standard) -> bool {
        false
    }

    /// A console takes only text, so what is not UTF-8 is shown as U+FFFD there.
    fn write_all(mut to: impl Write + IsTerminal, bytes: &[u8]) -> Result<usize, Error> {
        if to.is_terminal() {
            to.write_all(String::from_utf8_lossy(bytes).as_bytes())?;
        } else {
            to.write_all(bytes)?;
        }
        to.flush()?;
        Ok(bytes.len())
    }
}
