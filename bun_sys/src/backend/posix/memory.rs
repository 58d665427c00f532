//! Mapped memory.
#![expect(unsafe_code, reason = "maps memory")]

use core::ffi::c_void;
use core::ptr;

use super::{Outcome, answer, last, once};
use crate::Fd;
use crate::backend::imp::wide_calls;

/// # Safety
///
/// With `MAP_FIXED` in `flags`, nothing else uses the memory at `addr`.
pub(crate) unsafe fn mmap(
    addr: *mut u8,
    len: usize,
    prot: i32,
    flags: i32,
    fd: Fd,
    offset: i64,
) -> Outcome<*mut u8> {
    let fd = if fd.is_valid() { fd.native() } else { -1 };
    // SAFETY: without `MAP_FIXED` the kernel picks memory that nothing uses; with it the caller
    // answers for what is there.
    let mapped = unsafe { wide_calls::mmap(addr.cast::<c_void>(), len, prot, flags, fd, offset) };
    if ptr::eq(mapped, libc::MAP_FAILED) { once(Err(last())) } else { Ok(mapped.cast()) }
}

/// # Safety
///
/// Nothing uses the pages of `addr[..len]` any more.
pub(crate) unsafe fn munmap(addr: *mut u8, len: usize) -> Outcome<()> {
    // SAFETY: the caller's promise.
    once(answer(unsafe { libc::munmap(addr.cast::<c_void>(), len) })).map(drop)
}
