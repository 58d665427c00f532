//! How much a process may use.

use crate::backend::imp;
use crate::{Error, Maybe, Tag};

/// What is limited.
///
/// Zig: `std.posix.rlimit_resource`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(i32)]
pub enum RlimitResource {
    /// Address space, in bytes.
    AS = libc::RLIMIT_AS as i32,
    /// A dump of memory, in bytes.
    CORE = libc::RLIMIT_CORE as i32,
    /// Time of processors, in seconds.
    CPU = libc::RLIMIT_CPU as i32,
    /// Data, in bytes.
    DATA = libc::RLIMIT_DATA as i32,
    /// A file, in bytes.
    FSIZE = libc::RLIMIT_FSIZE as i32,
    /// Descriptors.
    NOFILE = libc::RLIMIT_NOFILE as i32,
    /// Processes of the user.
    NPROC = libc::RLIMIT_NPROC as i32,
    /// The stack, in bytes.
    STACK = libc::RLIMIT_STACK as i32,
}

/// A limit.
///
/// Zig: `std.posix.rlimit`.
///
/// # Examples
///
/// ```
/// use bun_sys::posix::{Rlimit, RlimitResource, getrlimit, setrlimit};
///
/// # if cfg!(miri) { return Ok(()); }
/// let files = getrlimit(RlimitResource::NOFILE)?;
/// assert!(files.cur <= files.max);
/// setrlimit(RlimitResource::NOFILE, Rlimit { cur: files.cur, ..files })?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(C)]
pub struct Rlimit {
    /// What holds now.
    pub cur: u64,
    /// What it may be raised to.
    pub max: u64,
}

impl Rlimit {
    /// No limit.
    pub const INFINITY: u64 = libc::RLIM_INFINITY;
}

/// The limit of `res` for this process.
///
/// # Errors
///
/// Those of `getrlimit(2)`.
pub fn getrlimit(res: RlimitResource) -> Maybe<Rlimit> {
    let limit = imp::getrlimit(res as i32).map_err(|errno| Error::from_code(errno, Tag::TODO))?;
    Ok(Rlimit { cur: limit.0, max: limit.1 })
}

/// Changes the limit of `res` for this process.
///
/// # Errors
///
/// Those of `setrlimit(2)`: `EINVAL` when `lim.cur` is above `lim.max`, `EPERM` when `lim.max` is
/// above what it was.
pub fn setrlimit(res: RlimitResource, lim: Rlimit) -> Maybe<()> {
    imp::setrlimit(res as i32, lim.cur, lim.max).map_err(|errno| Error::from_code(errno, Tag::TODO))
}
