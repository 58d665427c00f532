//! Files in memory, and counters to wait for. On Linux only.

use core::ffi::CStr;
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

use crate::backend::imp;
use crate::failure::bare;
use crate::{Fd, Maybe, SystemErrno, Tag};

/// What a file in memory is for: the flags of `memfd_create(2)`.
///
/// Zig: `bun.sys.MemfdFlags`.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, fcntl, memfd_create};
///
/// const F_GETFD: i32 = 1;
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// for (flags, closes) in [(MemfdFlags::NonExecutable, 1), (MemfdFlags::CrossProcess, 0)] {
///     let file = OwnedFd::new(memfd_create(c"example", flags)?);
///     assert_eq!(fcntl(file.fd(), F_GETFD, 0)?, closes);
/// }
/// # Ok::<(), bun_sys::Error>(())
/// ```
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
///
/// # Examples
///
/// ```
/// if !cfg!(target_os = "linux") {
///     assert!(!bun_sys::can_use_memfd());
/// }
/// ```
#[doc(alias = "canUseMemfd")]
#[must_use]
pub fn can_use_memfd() -> bool {
    match MEMFD.load(Relaxed) {
        USABLE => true,
        UNUSABLE => false,
        _ => {
            let disabled = bun_core::env_var::feature_flag::BUN_FEATURE_FLAG_DISABLE_MEMFD.get();
            let found = if imp::HAS_MEMFD && !disabled { USABLE } else { UNUSABLE };
            // A call may have been refused meanwhile, and knows better.
            let before = MEMFD.compare_exchange(UNKNOWN, found, Relaxed, Relaxed);
            before.err().unwrap_or(found) == USABLE
        }
    }
}

/// Makes a file in memory (`memfd_create(2)`); `name` is for people who look into `/proc`. The
/// caller closes it.
///
/// Kernels that do not know the newer flags are asked again with the older ones.
///
/// Zig: `bun.sys.memfd_create`.
///
/// # Platforms
///
/// Linux since 3.17; elsewhere `ENOSYS`.
///
/// # Errors
///
/// Without descriptors: `EMFILE`, `ENFILE`, `ENOMEM`; `EINVAL` when `name` has more than 249 bytes.
/// After `ENOSYS`, `EPERM` and `EACCES`, which kernels and sandboxes say, [`can_use_memfd`] is
/// false.
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
///
/// # Examples
///
/// ```
/// use bun_sys::EFD;
///
/// assert_eq!(EFD::SEMAPHORE & (EFD::CLOEXEC | EFD::NONBLOCK), 0);
/// ```
pub mod EFD {
    use crate::O;

    /// Each read takes one.
    pub const SEMAPHORE: i32 = 1;
    /// Close on `exec`.
    pub const CLOEXEC: i32 = O::CLOEXEC;
    /// Never wait.
    pub const NONBLOCK: i32 = O::NONBLOCK;
}

/// Makes a counter (`eventfd(2)`): eight bytes written add to it, eight bytes read take it. `flags`
/// are of [`EFD`]. The caller closes it.
///
/// Zig: `std.posix.eventfd`.
///
/// # Platforms
///
/// Linux; elsewhere `ENOSYS`.
///
/// # Errors
///
/// `EMFILE`, `ENFILE`, `ENOMEM`; `EINVAL` for other flags.
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

/// Makes a descriptor for the process `pid`, which is readable when the process has ended
/// (`pidfd_open(2)`). It closes on `exec`; the caller closes it.
///
/// Zig: `bun.sys.pidfd_open`.
///
/// # Platforms
///
/// Linux since 5.3; elsewhere `ENOSYS`.
///
/// # Errors
///
/// `ESRCH` when there is no such process; `EINVAL` when `pid` is not positive or `flags` are
/// unknown; `EMFILE`, `ENFILE`; `ENOSYS` or `EPERM` where the kernel or a sandbox has no such call.
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
