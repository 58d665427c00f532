//! The two descriptors, without any buffer.

use super::stream::Sink;
use crate::error::Error;

/// Standard output.
#[derive(Debug)]
pub(super) struct Stdout;

/// Standard error.
#[derive(Debug)]
pub(super) struct Stderr;

#[cfg(unix)]
mod platform {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::fd::BorrowedFd;
    use rustix::io::{Errno, write};

    use super::{Error, Sink, Stderr, Stdout};
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
                Err(Errno::AGAIN) => {
                    let mut ready = [PollFd::from_borrowed_fd(descriptor, PollFlags::OUT)];
                    match poll(&mut ready, None) {
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(errno) => return Err(named(errno)),
                    }
                }
                Err(errno) => return Err(named(errno)),
            }
        }
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
            _ => Error::UNEXPECTED,
        }
    }
}

#[cfg(not(unix))]
mod platform {
    use alloc::string::String;
    use std::io::{IsTerminal, Write};

    use super::{Error, Sink, Stderr, Stdout};

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
