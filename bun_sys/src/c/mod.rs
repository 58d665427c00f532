//! Functions of the C library without any wrapping.

#[cfg(target_vendor = "apple")]
mod darwin;
#[cfg(unix)]
mod unix;

#[cfg(target_vendor = "apple")]
pub use darwin::{
    _dyld_get_image_header, _dyld_get_image_vmaddr_slide, _dyld_image_count, PROC_PIDTBSDINFO,
    PROCESSOR_CPU_LOAD_INFO_COUNT, clonefile_rc, copyfile_rc, kevent, mach_host_self,
    mach_task_self, proc_listchildpids, proc_pidinfo, sendfile, struct_loadavg,
    struct_proc_bsdinfo,
};
#[cfg(unix)]
pub use unix::{Stat, UTIME_NOW, UTIME_OMIT, dlsym, getgid, getuid};

/// What `GetFileAttributes` of Windows returns when it failed.
///
/// Zig: `bun.c.INVALID_FILE_ATTRIBUTES`.
pub const INVALID_FILE_ATTRIBUTES: u32 = u32::MAX;
