//! Files in memory, and counters to wait for. On Linux only.

use core::ffi::CStr;
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

use crate::backend::imp;
use crate::failure::bare;
use crate::{Fd, Maybe, SystemErrno, Tag};

/// What a file in memory is for.
///
/// Zig: `bun.sys.MemfdFlags`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MemfdFlags {
    /// It may be executed, and sealed; it closes on `exec`.
    Executable,
    /// It can never be executed; it closes on `exec`.
    NonExecutable,
    /// It can never be executed, and stays open on `exec`.
    CrossProcess,
}

impl MemfdFlags {
    const CLOEXEC: u32 = 1;
    const ALLOW_SEALING: u32 = 2;
    const NOEXEC_SEAL: u32 = 8;
    const EXEC: u32 = 0x10;

    const fn bits(self) -> u32 {
        match self {
            Self::Executable => Self::EXEC | Self::ALLOW_SEALING | Self::CLOEXEC,
            Self::NonExecutable => Self::NOEXEC_SEAL | Self::ALLOW_SEALING | Self::CLOEXEC,
            Self::CrossProcess => Self::NOEXEC_SEAL,
        }
    }

    /// What kernels before 6.3 take.
    const fn old_bits(self) -> u32 {
        match self {
            Self::Executable | Self::NonExecutable => Self::CLOEXEC,
            Self::CrossProcess => 0,
        }
    }
}

const UNKNOWN: u8 = 0;
const USABLE: u8 = 1;
const UNUSABLE: u8 = 2;

static MEMFD: AtomicU8 = AtomicU8::new(UNKNOWN);

/// Whether [`memfd_create`] is worth trying: on Linux, unless the system refused it once or the
/// environment has `BUN_FEATURE_FLAG_DISABLE_MEMFD`.
///
/// Zig: `bun.sys.canUseMemfd`.
#[doc(alias = "canUseMemfd")]
#[must_use]
pub fn can_use_memfd() -> bool {
    match MEMFD.load(Relaxed) {
        USABLE => true,
        UNUSABLE => false,
        _ => {
            let disabled = bun_core::env_var::feature_flag::BUN_FEATURE_FLAG_DISABLE_MEMFD.get();
            let usable = imp::HAS_MEMFD && !disabled;
            MEMFD.store(if usable { USABLE } else { UNUSABLE }, Relaxed);
            usable
        }
    }
}

/// Makes a file in memory; `name` is for people who look into `/proc`.
///
/// Kernels that do not know the newer flags are asked again with the older ones.
///
/// # Errors
///
/// Those of `memfd_create(2)`: `EMFILE`, `ENOMEM`. After `ENOSYS`, `EPERM` and `EACCES`,
/// [`can_use_memfd`] is false. Elsewhere `ENOSYS`.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, can_use_memfd, memfd_create, pread, write};
///
/// if can_use_memfd() {
///     let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
///     write(file.fd(), b"abc")?;
///     let mut buf = [0; 8];
///     assert_eq!(pread(file.fd(), &mut buf, 1)?, 2);
/// }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn memfd_create(name: &CStr, flags: MemfdFlags) -> Maybe<Fd> {
    let mut made = imp::memfd_create(name, flags.bits());
    if made == Err(SystemErrno::EINVAL) {
        made = imp::memfd_create(name, flags.old_bits());
    }
    if let Err(SystemErrno::ENOSYS | SystemErrno::EPERM | SystemErrno::EACCES) = made {
        MEMFD.store(UNUSABLE, Relaxed);
    }
    made.map_err(bare(Tag::memfd_create))
}

/// For [`eventfd`].
///
/// Zig: `std.os.linux.EFD`.
pub mod EFD {
    use crate::O;

    /// Each read takes one.
    pub const SEMAPHORE: i32 = 1;
    /// Close on `exec`.
    pub const CLOEXEC: i32 = O::CLOEXEC;
    /// Never wait.
    pub const NONBLOCK: i32 = O::NONBLOCK;
}

/// Makes a counter: eight bytes written add to it, eight bytes read take it. `flags` are of
/// [`EFD`].
///
/// # Errors
///
/// Those of `eventfd(2)`: `EMFILE`, `EINVAL`. Elsewhere `ENOSYS`.
///
/// # Examples
///
/// ```
/// # #[cfg(target_os = "linux")] {
/// use bun_sys::{EFD, OwnedFd, eventfd, read, write};
///
/// let counter = OwnedFd::new(eventfd(3, EFD::CLOEXEC | EFD::NONBLOCK)?);
/// write(counter.fd(), &4_u64.to_ne_bytes())?;
/// let mut sum = [0; 8];
/// assert_eq!((read(counter.fd(), &mut sum)?, u64::from_ne_bytes(sum)), (8, 7));
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn eventfd(initial: u32, flags: i32) -> Maybe<Fd> {
    imp::eventfd(initial, flags).map_err(bare(Tag::TODO))
}

/// Makes a descriptor for the process `pid`, which is readable when the process has ended. It
/// closes on `exec`.
///
/// # Errors
///
/// Those of `pidfd_open(2)`: `ESRCH`, `EMFILE`, `ENOSYS` before Linux 5.3. Elsewhere `ENOSYS`.
///
/// # Examples
///
/// ```
/// # #[cfg(target_os = "linux")] {
/// use bun_sys::{OwnedFd, Pollable, is_readable, pidfd_open};
///
/// if let Ok(fd) = pidfd_open(std::process::id() as i32, 0).map(OwnedFd::new) {
///     assert_eq!(is_readable(fd.fd()), Pollable::NotReady);
/// }
/// # }
/// ```
pub fn pidfd_open(pid: i32, flags: u32) -> Maybe<Fd> {
    imp::pidfd_open(pid, flags).map_err(bare(Tag::pidfd_open))
}
