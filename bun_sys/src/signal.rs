//! What the process does on a signal.
#![expect(unsafe_code, reason = "installs handlers that run anywhere")]

use core::ffi::c_int;

use crate::Maybe;
use crate::Tag;
use crate::backend::imp;
use crate::failure::bare;

/// What to do on a signal; the system's `struct sigaction`. Empty on Windows.
///
/// Zig: `std.posix.Sigaction`.
pub type Sigaction = imp::Sigaction;

/// Sets what to do on `signal`, unless `new` is null, and writes what was done so far to `old`,
/// unless that is null (`sigaction(2)`). Not made again after `EINTR`.
///
/// Zig: `bun.sys.sigaction`.
///
/// # Platforms
///
/// Windows has no signals: `ENOSYS`.
///
/// # Errors
///
/// `EINVAL` for a signal that is none or cannot be handled (9 and 19, on macOS 17).
///
/// # Safety
///
/// 1. `new` is null or points to a valid [`Sigaction`].
/// 2. Its handler calls only what is safe in signal handlers, whatever the process is doing.
/// 3. `old` is null or points to memory for a [`Sigaction`].
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use core::mem::MaybeUninit;
/// use core::ptr;
/// use bun_sys::{Sigaction, sigaction};
///
/// let mut old = MaybeUninit::<Sigaction>::uninit();
/// // SAFETY: 1. and 2. Null. 3. There is room for one.
/// unsafe { sigaction(15, ptr::null(), old.as_mut_ptr()) }?;
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub unsafe fn sigaction(signal: c_int, new: *const Sigaction, old: *mut Sigaction) -> Maybe<()> {
    // SAFETY: the caller's promises.
    unsafe { imp::sigaction(signal, new, old) }.map_err(bare(Tag::TODO))
}
