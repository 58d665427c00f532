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

/// A limit of the process.
///
/// # Errors
///
/// Those of `getrlimit(2)`. Windows has none: `ENOSYS`.
pub fn getrlimit(resource: RlimitResource) -> Maybe<Rlimit> {
    let (cur, max) = imp::getrlimit(resource as i32).map_err(bare(Tag::TODO))?;
    Ok(Rlimit { cur, max })
}

/// Sets a limit of the process.
///
/// # Errors
///
/// Those of `setrlimit(2)`: `EPERM` when `max` would grow, `EINVAL` when `cur` is above it. Windows
/// has none: `ENOSYS`.
pub fn setrlimit(resource: RlimitResource, limit: Rlimit) -> Maybe<()> {
    imp::setrlimit(resource as i32, limit.cur, limit.max).map_err(bare(Tag::TODO))
}

/// Sends `signal` to the process `pid`; 0 only asks whether that is possible. A `pid` of 0 is the
/// own group, -1 everybody, less the group of that number.
///
/// # Errors
///
/// Those of `kill(2)`: `ESRCH`, `EPERM`, `EINVAL`.
pub fn kill(pid: i32, signal: i32) -> Maybe<()> {
    imp::kill(pid, signal).map_err(bare(Tag::kill))
}

/// Fills `buf` with randomness for keys.
///
/// # Errors
///
/// Those of `getrandom(2)`, or what the system has in its place: `ENOSYS`. Never partly filled and
/// called a success.
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
/// Linux says it in `/proc/self/statm`, macOS to `proc_pidinfo`, Windows to
/// `GetProcessMemoryInfo`, as the working set.
///
/// Zig: `bun.sys.selfProcessMemoryUsage`.
#[doc(alias = "selfProcessMemoryUsage")]
#[must_use]
pub fn self_process_memory_usage() -> Option<usize> {
    imp::resident_memory().ok()
}
