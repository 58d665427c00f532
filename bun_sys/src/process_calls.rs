//! The process: limits, signals, randomness.
//!
//! # Examples
//!
//! ```
//! use bun_sys::{RlimitResource, getrandom, getrlimit, kill, self_process_memory_usage};
//!
//! let files = getrlimit(RlimitResource::NOFILE)?;
//! assert!(files.cur <= files.max);
//! kill(std::process::id() as i32, 0)?;
//! assert!(self_process_memory_usage().is_some_and(|bytes| bytes > 4096));
//! let mut key = [0; 16];
//! getrandom(&mut key)?;
//! assert_ne!(key, [0; 16]);
//! # Ok::<(), bun_sys::Error>(())
//! ```

use crate::backend::imp;
use crate::failure::bare;
use crate::{Maybe, SystemErrno, Tag};

/// A limit of the process.
///
/// Zig: `std.posix.rlimit`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Rlimit, RlimitResource, getrlimit, setrlimit};
///
/// # if cfg!(windows) { return Ok(()); }
/// let files = getrlimit(RlimitResource::NOFILE)?;
/// assert!(files.cur <= files.max && files.max <= Rlimit::INFINITY);
/// setrlimit(RlimitResource::NOFILE, files)?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(C)]
pub struct Rlimit {
    /// What the system enforces.
    pub cur: u64,
    /// What `cur` can be raised to.
    pub max: u64,
}

impl Rlimit {
    /// No limit.
    pub const INFINITY: u64 = imp::flags::RLIM_INFINITY;
}

/// What [`getrlimit`] and [`setrlimit`] limit.
///
/// Zig: `std.posix.rlimit_resource`.
///
/// # Examples
///
/// ```
/// use bun_sys::{RlimitResource, getrlimit};
///
/// # if cfg!(windows) { return Ok(()); }
/// assert!(getrlimit(RlimitResource::NOFILE)?.cur > 3);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(i32)]
pub enum RlimitResource {
    /// Seconds of processor time.
    CPU = imp::flags::RLIMIT_CPU,
    /// Bytes of a file.
    FSIZE = imp::flags::RLIMIT_FSIZE,
    /// Bytes of data.
    DATA = imp::flags::RLIMIT_DATA,
    /// Bytes of the main thread's stack.
    STACK = imp::flags::RLIMIT_STACK,
    /// Bytes of a core dump.
    CORE = imp::flags::RLIMIT_CORE,
    /// Processes of the user.
    NPROC = imp::flags::RLIMIT_NPROC,
    /// Open descriptors.
    NOFILE = imp::flags::RLIMIT_NOFILE,
    /// Bytes of address space.
    AS = imp::flags::RLIMIT_AS,
}

/// A limit of the process (`getrlimit(2)`). Not made again after `EINTR`.
///
/// Zig: `std.posix.getrlimit`.
///
/// # Platforms
///
/// Windows has none: `ENOSYS`.
///
/// # Errors
///
/// None of the system's, for the resources that have a name here.
pub fn getrlimit(resource: RlimitResource) -> Maybe<Rlimit> {
    let (cur, max) = imp::getrlimit(resource as i32).map_err(bare(Tag::TODO))?;
    Ok(Rlimit { cur, max })
}

/// Sets a limit of the process (`setrlimit(2)`). Not made again after `EINTR`.
///
/// Zig: `std.posix.setrlimit`.
///
/// # Platforms
///
/// Windows has none: `ENOSYS`. macOS lets no `cur` of [`NOFILE`](RlimitResource::NOFILE) be above
/// `OPEN_MAX`.
///
/// # Errors
///
/// `EPERM` when `max` would grow and this user is not root, `EINVAL` when `cur` is above `max`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Rlimit, RlimitResource, SystemErrno, setrlimit};
///
/// let backwards = Rlimit { cur: 2, max: 1 };
/// let error = setrlimit(RlimitResource::CORE, backwards).unwrap_err();
/// assert!(matches!(error.get_errno(), SystemErrno::EINVAL | SystemErrno::ENOSYS));
/// ```
pub fn setrlimit(resource: RlimitResource, limit: Rlimit) -> Maybe<()> {
    imp::setrlimit(resource as i32, limit.cur, limit.max).map_err(bare(Tag::TODO))
}

/// Sends `signal` to the process `pid` (`kill(2)`); 0 only asks whether that is possible. A `pid`
/// of 0 is the own group, -1 everybody, less the group of that number. Not made again after
/// `EINTR`.
///
/// Zig: `std.c.kill`.
///
/// # Platforms
///
/// Windows, as in libuv: 2, 3, 9 and 15 end the process with the code 1 (`TerminateProcess`), 0
/// asks, other signals are `ENOSYS`. A `pid` of 0 is this process, and there are no groups.
///
/// # Errors
///
/// `ESRCH` when there is no such process, `EPERM` when this user may not, `EINVAL` when there is no
/// such signal.
///
/// # Examples
///
/// ```
/// use bun_sys::{SystemErrno, kill};
///
/// let this = std::process::id() as i32;
/// kill(this, 0)?;
/// assert_eq!(kill(this, 1000).unwrap_err().get_errno(), SystemErrno::EINVAL);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn kill(pid: i32, signal: i32) -> Maybe<()> {
    imp::kill(pid, signal).map_err(bare(Tag::kill))
}

/// Fills `buf` with randomness for keys (`getrandom(2)`). Waits until the system has gathered some,
/// early after it started.
///
/// Zig: `std.posix.getrandom`.
///
/// # Platforms
///
/// macOS: `getentropy(2)`; Windows: `ProcessPrng`.
///
/// # Errors
///
/// `ENOSYS` or `EPERM` where the kernel or a sandbox has no such call; `EIO` when it gives nothing.
/// Never partly filled and called a success.
///
/// # Examples
///
/// ```
/// let (mut one, mut other) = ([0; 32], [0; 32]);
/// bun_sys::getrandom(&mut one)?;
/// bun_sys::getrandom(&mut other)?;
/// assert_ne!(one, other);
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn getrandom(buf: &mut [u8]) -> Maybe<()> {
    let mut rest = buf;
    while !rest.is_empty() {
        let done = imp::getrandom(rest).map_err(bare(Tag::TODO))?;
        if done == 0 {
            return Err(bare(Tag::TODO)(SystemErrno::EIO));
        }
        rest = rest.get_mut(done..).unwrap_or_default();
    }
    Ok(())
}

/// How many bytes of this process are in memory now; `None` when the system does not say.
///
/// Zig: `bun.sys.selfProcessMemoryUsage`.
///
/// # Platforms
///
/// Linux says it in `/proc/self/statm` (`proc(5)`), macOS to `proc_pidinfo`, Windows to
/// `GetProcessMemoryInfo`, as the working set.
#[doc(alias = "selfProcessMemoryUsage")]
#[must_use]
pub fn self_process_memory_usage() -> Option<usize> {
    imp::resident_memory().ok()
}
