//! Reads directories; what the records mean is in `xnu`.
#![expect(unsafe_code, reason = "the call that reads directories")]

use core::ffi::c_int;
use core::ptr;

use bun_paths::UnitBuffer;

use crate::Fd;
use crate::backend::Outcome;
use crate::backend::posix::{last, number, retry};

unsafe extern "C" {
    // What `readdir` is made of; the headers leave it out.
    fn __getdirentries64(fd: c_int, buf: *mut u8, len: usize, position: *mut i64) -> isize;
}

/// Reads the next records of `dir` into `buffer`, whose content is what was read.
pub(crate) fn fill_records<const N: usize>(dir: Fd, buffer: &mut UnitBuffer<u8, N>) -> Outcome<()> {
    let mut position = 0_i64;
    let count = retry(|| {
        let memory = buffer.as_uninit_mut();
        let start = ptr::from_mut(memory).cast::<u8>();
        // SAFETY: the kernel writes at most `memory.len()` bytes to `memory`, which is borrowed
        // exclusively for the call, and one number to `position`. It takes any number for `dir`.
        let count =
            unsafe { __getdirentries64(dir.native(), start, memory.len(), &raw mut position) };
        usize::try_from(count).map_err(|_| last())
    })?;
    if count > N {
        return Err(number(libc::EIO));
    }
    // SAFETY:
    // 1. `count <= N`: checked above.
    // 2. The kernel says that it wrote `count` bytes.
    unsafe { buffer.assume_init(count) };
    Ok(())
}
