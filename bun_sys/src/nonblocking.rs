//! Reading and writing that does not wait, on descriptors that would.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{OwnedFd, pipe, read_nonblocking, write};
//!
//! let [reader, writer] = pipe()?.map(OwnedFd::new);
//! write(writer.fd(), b"x")?;
//! let mut buf = [0; 8];
//! assert_eq!(read_nonblocking(reader.fd(), &mut buf)?, 1);
//! if bun_sys::RWFFlagSupport::is_maybe_supported() {
//!     assert!(read_nonblocking(reader.fd(), &mut buf).unwrap_err().is_retry());
//! }
//! # Ok::<(), bun_sys::Error>(())
//! ```

use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use crate::backend::imp;
use crate::failure::{bare, on_fd};
use crate::poll::{Pollable, is_readable, is_writable};
use crate::rw::{MAX_COUNT, read, write};
use crate::{Fd, Maybe, SystemErrno, Tag};

/// Whether single reads and writes can be told not to wait (`RWF_NOWAIT`).
///
/// Zig: `bun.linux.RWFFlagSupport`.
#[derive(Clone, Copy, Debug)]
pub struct RWFFlagSupport(());

static SUPPORTED: AtomicBool = AtomicBool::new(imp::READS_WITHOUT_WAITING);

impl RWFFlagSupport {
    /// Whether the system was not seen to refuse it. Never elsewhere than on Linux.
    #[doc(alias = "isMaybeSupported")]
    #[must_use]
    pub fn is_maybe_supported() -> bool {
        SUPPORTED.load(Relaxed)
    }

    /// Remembers for the whole process that the system refuses it.
    pub fn disable() {
        SUPPORTED.store(false, Relaxed);
    }
}

/// Whether `errno` says that the file, the kernel or a sandbox does not take the flag.
const fn is_refused(errno: SystemErrno) -> bool {
    matches!(
        errno,
        SystemErrno::EOPNOTSUPP | SystemErrno::ENOSYS | SystemErrno::EPERM | SystemErrno::EACCES
    )
}

/// Reads like [`read()`], but fails with `EAGAIN` where that would wait.
///
/// The first time that the system refuses to read so, [`RWFFlagSupport`] is turned off for the
/// whole process, and this call asks whether there is something first. From then on, and on
/// systems other than Linux, this is [`read()`], which waits unless the descriptor is
/// [nonblocking](crate::set_nonblocking()).
///
/// Zig: `bun.sys.readNonblocking`.
///
/// # Errors
///
/// Those of `preadv2(2)`, with `fd`; `EAGAIN` when it would wait.
#[doc(alias = "readNonblocking")]
pub fn read_nonblocking(fd: Fd, buf: &mut [u8]) -> Maybe<usize> {
    if !RWFFlagSupport::is_maybe_supported() {
        return read(fd, buf);
    }
    let end = buf.len().min(MAX_COUNT);
    match imp::read_nowait(fd, &mut buf[..end]) {
        Err(errno) if is_refused(errno) => {
            RWFFlagSupport::disable();
            match is_readable(fd) {
                Pollable::NotReady => Err(would_wait()),
                Pollable::Ready | Pollable::Hup => read(fd, buf),
            }
        }
        done => done.map_err(on_fd(fd, Tag::read)),
    }
}

/// Writes like [`write()`], but fails with `EAGAIN` where that would wait; see
/// [`read_nonblocking`].
///
/// Zig: `bun.sys.writeNonblocking`.
///
/// # Errors
///
/// Those of `pwritev2(2)`, with `fd`; `EAGAIN` when it would wait.
#[doc(alias = "writeNonblocking")]
pub fn write_nonblocking(fd: Fd, buf: &[u8]) -> Maybe<usize> {
    if !RWFFlagSupport::is_maybe_supported() {
        return write(fd, buf);
    }
    let end = buf.len().min(MAX_COUNT);
    match imp::write_nowait(fd, &buf[..end]) {
        Err(errno) if is_refused(errno) => {
            RWFFlagSupport::disable();
            match is_writable(fd) {
                Pollable::NotReady => Err(would_wait()),
                Pollable::Ready | Pollable::Hup => write(fd, buf),
            }
        }
        done => done.map_err(on_fd(fd, Tag::write)),
    }
}

/// What Zig has as `Error.retry`, for reads and writes alike.
#[cold]
fn would_wait() -> crate::Error {
    bare(Tag::read)(SystemErrno::EAGAIN)
}
