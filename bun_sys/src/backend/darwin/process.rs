//! How much memory this process has.
#![expect(unsafe_code, reason = "a call that fills memory")]

use core::mem::MaybeUninit;

use crate::SystemErrno;
use crate::backend::Outcome;

/// Bytes of it that are in memory now.
pub(crate) fn resident_memory() -> Outcome<usize> {
    let mut info = MaybeUninit::<libc::proc_taskinfo>::zeroed();
    let room = size_of::<libc::proc_taskinfo>() as i32;
    let memory = info.as_mut_ptr().cast();
    // SAFETY: takes nothing and cannot fail.
    let pid = unsafe { libc::getpid() };
    // SAFETY: the call writes at most `room` bytes to `info`.
    let written = unsafe { libc::proc_pidinfo(pid, libc::PROC_PIDTASKINFO, 0, memory, room) };
    if written != room {
        return Err(SystemErrno::EINVAL);
    }
    // SAFETY: a structure of integers, of which every byte was zero or written.
    let info = unsafe { info.assume_init() };
    usize::try_from(info.pti_resident_size).map_err(|_| SystemErrno::EOVERFLOW)
}
