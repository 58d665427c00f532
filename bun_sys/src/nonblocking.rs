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

use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

use bun_core::env_var::feature_flag::BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK;
use bun_core::linux_kernel_version;

use crate::backend::imp;
use crate::failure::{bare, on_fd};
use crate::poll::{Pollable, is_readable, is_writable};
use crate::rw::{MAX_COUNT, read, write};
use crate::{Fd, Maybe, SystemErrno, Tag};

/// Whether single reads and writes can be told not to wait (`RWF_NOWAIT`), for all of the process.
///
/// Maybe, until a call says otherwise. Never elsewhere than on Linux; not on Linux 5.9 and 5.10,
/// which report that there is nothing when there is; and not where
/// `BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK` is set.
///
/// Zig: `bun.linux.RWFFlagSupport`.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_sys::RWFFlagSupport;
///
/// RWFFlagSupport::disable();
/// assert!(!RWFFlagSupport::is_maybe_supported());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RWFFlagSupport;

const UNKNOWN: u8 = 0;
const SUPPORTED: u8 = 1;
const UNSUPPORTED: u8 = 2;

static STATE: AtomicU8 = AtomicU8::new(UNKNOWN);

impl RWFFlagSupport {
    /// Whether it is worth trying.
    ///
    /// Zig: `bun.linux.RWFFlagSupport.isMaybeSupported`.
    #[doc(alias = "isMaybeSupported")]
    #[must_use]
    pub fn is_maybe_supported() -> bool {
        match STATE.load(Relaxed) {
            UNKNOWN => Self::find_out(),
            state => state == SUPPORTED,
        }
    }

    #[cold]
    fn find_out() -> bool {
        let is_supported = imp::READS_WITHOUT_WAITING
            && !Self::is_linux_kernel_version_with_buggy_rwf_nonblock()
            && !BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK.get();
        let state = if is_supported { SUPPORTED } else { UNSUPPORTED };
        // A call may have found out meanwhile, and knows better.
        let before = STATE.compare_exchange(UNKNOWN, state, Relaxed, Relaxed);
        before.err().unwrap_or(state) == SUPPORTED
    }

    /// Remembers that the system refused the flag.
    pub fn disable() {
        STATE.store(UNSUPPORTED, Relaxed);
    }

    /// Whether the running kernel takes the flag and misunderstands it.
    ///
    /// Zig: `bun.linux.RWFFlagSupport.isLinuxKernelVersionWithBuggyRWF_NONBLOCK`.
    #[doc(alias = "isLinuxKernelVersionWithBuggyRWF_NONBLOCK")]
    #[must_use]
    pub fn is_linux_kernel_version_with_buggy_rwf_nonblock() -> bool {
        let version = linux_kernel_version();
        version.major == 5 && matches!(version.minor, 9 | 10)
    }
}

/// Whether `errno` says that the file, the kernel or a sandbox does not take the flag.
const fn is_refused(errno: SystemErrno) -> bool {
    matches!(
        errno,
        SystemErrno::EOPNOTSUPP | SystemErrno::ENOSYS | SystemErrno::EPERM | SystemErrno::EACCES
    )
}

/// Reads like [`read()`], but fails with `EAGAIN` where that would wait (`preadv2(2)` with
/// `RWF_NOWAIT`).
///
/// The first time that the system refuses to read so, [`RWFFlagSupport`] is turned off for the
/// whole process, and this call asks whether there is something first.
///
/// Zig: `bun.sys.readNonblocking`.
///
/// # Platforms
///
/// Linux since 4.14. Elsewhere, and where it is turned off, this is [`read()`], which waits unless
/// the descriptor is [nonblocking](crate::set_nonblocking()).
///
/// # Errors
///
/// Those of [`read()`], with `fd`; `EAGAIN` when it would wait, with `fd` unless it was
/// [`poll`](crate::poll()) that said so.
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

/// Writes like [`write()`], but fails with `EAGAIN` where that would wait (`pwritev2(2)` with
/// `RWF_NOWAIT`); see [`read_nonblocking`].
///
/// Zig: `bun.sys.writeNonblocking`.
///
/// # Platforms
///
/// As for [`read_nonblocking`].
///
/// # Errors
///
/// Those of [`write()`], with `fd`; `EAGAIN` when it would wait.
///
/// # Examples
///
/// ```
/// use bun_sys::{OwnedFd, pipe, write_nonblocking};
///
/// let [_reader, writer] = pipe()?.map(OwnedFd::new);
/// assert_eq!(write_nonblocking(writer.fd(), b"abc")?, 3);
/// # Ok::<(), bun_sys::Error>(())
/// ```
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
