//! What macOS has.
#![expect(unsafe_code, reason = "calls into the C library")]
#![expect(non_camel_case_types, reason = "the names in C")]

use core::ffi::{c_char, c_int, c_void};
use core::mem::offset_of;

use bun_str::ZStr;

use crate::macho::mach_header_64;
use crate::path_arg::as_cstr;
use crate::{Tag, last_errno};

/// What is known of a process.
///
/// Zig: `bun.c.struct_proc_bsdinfo`.
pub type struct_proc_bsdinfo = libc::proc_bsdinfo;

/// For [`proc_pidinfo`]: fill a [`struct_proc_bsdinfo`].
pub const PROC_PIDTBSDINFO: c_int = libc::PROC_PIDTBSDINFO;

/// How many numbers `host_processor_info` has for each processor.
pub const PROCESSOR_CPU_LOAD_INFO_COUNT: u32 =
    (size_of::<libc::processor_cpu_load_info>() / size_of::<libc::natural_t>()) as u32;

/// How many programs wanted a processor, as fractions of `fscale`.
///
/// Zig: `bun.c.struct_loadavg`.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct struct_loadavg {
    /// Over 1, 5 and 15 minutes.
    pub ldavg: [u32; 3],
    /// Nothing: the C structure has padding here, which is given a name so that any bytes are a
    /// value.
    pub padding: u32,
    /// What one is.
    pub fscale: i64,
}

const _: () = {
    assert!(offset_of!(struct_loadavg, ldavg) == 0);
    assert!(offset_of!(struct_loadavg, fscale) == 16);
    assert!(size_of::<struct_loadavg>() == 24);
};

/// `clonefile(2)` with paths of ours; -1 and `errno` when it fails. A NUL in a path is `EINVAL`.
/// macOS only; [`clonefile`](crate::clonefile) returns the error, on every system.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{E, c, get_errno};
///
/// let rc = c::clonefile_rc(zstr!("/no/such/file"), zstr!("/no/such/copy"), 0);
/// assert_eq!(get_errno(rc), E::ENOENT);
/// ```
#[must_use]
pub fn clonefile_rc(src: &ZStr, dst: &ZStr, flags: u32) -> c_int {
    with_paths(src, dst, |src, dst| {
        // SAFETY: both have terminators.
        unsafe { libc::clonefile(src, dst, flags) }
    })
}

/// `copyfile(3)` with paths of ours; -1 and `errno` when it fails. A NUL in a path is `EINVAL`.
/// macOS only; [`copyfile`](crate::copyfile) returns the error, on every system.
#[must_use]
pub fn copyfile_rc(src: &ZStr, dst: &ZStr, flags: libc::copyfile_flags_t) -> c_int {
    with_paths(src, dst, |src, dst| {
        // SAFETY: both have terminators; without a state it makes its own.
        unsafe { libc::copyfile(src, dst, core::ptr::null_mut(), flags) }
    })
}

fn with_paths(
    src: &ZStr,
    dst: &ZStr,
    call: impl FnOnce(*const c_char, *const c_char) -> c_int,
) -> c_int {
    match (as_cstr(src, Tag::copyfile), as_cstr(dst, Tag::copyfile)) {
        (Ok(src), Ok(dst)) => call(src.as_ptr(), dst.as_ptr()),
        _ => {
            // SAFETY: takes nothing and cannot fail.
            let errno = unsafe { libc::__error() };
            // SAFETY: it points to the number of this thread, which nothing borrows.
            unsafe { errno.write(libc::EINVAL) };
            debug_assert!(last_errno() == libc::EINVAL);
            -1
        }
    }
}

/// Changes what a queue waits for, and waits (`kevent(2)`). Returns how many events there are, or
/// -1 and `errno`; not made again after `EINTR`. [`kevent`](crate::kevent) takes slices.
///
/// # Safety
///
/// 1. `changelist` points to `nchanges` records, `eventlist` to memory for `nevents`.
/// 2. `timeout` is null or points to a value.
#[must_use]
pub unsafe fn kevent(
    kq: c_int,
    changelist: *const libc::kevent,
    nchanges: c_int,
    eventlist: *mut libc::kevent,
    nevents: c_int,
    timeout: *const libc::timespec,
) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::kevent(kq, changelist, nchanges, eventlist, nevents, timeout) }
}

/// Copies from a file to a socket inside the kernel (`sendfile(2)` of macOS). Returns 0, or -1 and
/// `errno`; `len` is how much to copy, and then how much was. Not made again after `EINTR`.
///
/// # Safety
///
/// 1. `len` points to a number that may be written.
/// 2. `hdtr` is null or points to an `sf_hdtr`.
#[must_use]
pub unsafe fn sendfile(
    fd: c_int,
    s: c_int,
    off: i64,
    len: *mut i64,
    hdtr: *mut c_void,
    flags: c_int,
) -> c_int {
    // SAFETY: 1 and 2.
    unsafe { libc::sendfile(fd, s, off, len, hdtr.cast(), flags) }
}

/// What is known of the process `pid` (`proc_pidinfo` of `<libproc.h>`). Returns how many bytes
/// were written, at most 0 on failure, and then `errno`: `ESRCH`, `EPERM`.
///
/// # Safety
///
/// 1. `buffer` points to `buffersize` bytes that may be written, and of which any are a value.
#[must_use]
pub unsafe fn proc_pidinfo(
    pid: c_int,
    flavor: c_int,
    arg: u64,
    buffer: *mut c_void,
    buffersize: c_int,
) -> c_int {
    // SAFETY: 1.
    unsafe { libc::proc_pidinfo(pid, flavor, arg, buffer, buffersize) }
}

/// The numbers of the children of the process `ppid` (`proc_listchildpids` of `<libproc.h>`).
/// Returns how many were written, at most 0 on failure, and then `errno`.
///
/// # Safety
///
/// 1. `buffer` is null, or points to `buffersize` bytes that may be written.
#[must_use]
pub unsafe fn proc_listchildpids(ppid: c_int, buffer: *mut c_void, buffersize: c_int) -> c_int {
    // SAFETY: 1.
    unsafe { libc::proc_listchildpids(ppid, buffer, buffersize) }
}

// Declared as in `<mach-o/dyld.h>` and `<mach/mach_init.h>`. All take plain numbers, touch
// no memory of ours, and answer null or zero for a number that is none; the port is set before the
// program starts, and never again.
unsafe extern "C" {
    /// How many files are loaded into this process.
    pub safe fn _dyld_image_count() -> u32;

    /// The header of a loaded file, or null.
    pub safe fn _dyld_get_image_header(image_index: u32) -> *const mach_header_64;

    /// What was added to the addresses in a loaded file.
    pub safe fn _dyld_get_image_vmaddr_slide(image_index: u32) -> isize;

    /// The port of this host. The caller gives it back.
    pub safe fn mach_host_self() -> libc::mach_port_t;

    safe static mach_task_self_: libc::mach_port_t;
}

/// The port of this process.
#[must_use]
pub fn mach_task_self() -> libc::mach_port_t {
    mach_task_self_
}
