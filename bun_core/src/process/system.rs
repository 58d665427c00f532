//! What only the system knows: the one file of this folder that asks which it is.
//!
//! Under Miri, which has no machine, the portable answers are given.

#![cfg_attr(not(miri), expect(unsafe_code, reason = "some questions are asked through C only"))]

use std::ffi::OsStr;

/// Returns how many processors the process may use.
pub(super) fn processors() -> usize {
    #[cfg(all(target_os = "linux", not(miri)))]
    if let Ok(set) = rustix::thread::sched_getaffinity(None) {
        return usize::try_from(set.count()).unwrap_or(1);
    }
    std::thread::available_parallelism().map_or(1, core::num::NonZero::get)
}

/// Returns the bytes of memory of the machine; zero if they are not known.
#[cfg(all(target_os = "linux", not(miri)))]
pub(super) fn memory() -> u64 {
    let info = rustix::system::sysinfo();
    (info.totalram as u64).saturating_mul(u64::from(info.mem_unit))
}

/// Returns the bytes of memory of the machine; zero if they are not known.
#[cfg(all(any(target_vendor = "apple", target_os = "freebsd"), not(miri)))]
pub(super) fn memory() -> u64 {
    let name = if cfg!(target_vendor = "apple") { c"hw.memsize" } else { c"hw.physmem" };
    let mut bytes: u64 = 0;
    let mut size = size_of::<u64>();
    // SAFETY: `name` ends in NUL; `bytes` has the `size` bytes that may be written; nothing is set.
    let failed = unsafe {
        libc::sysctlbyname(
            name.as_ptr(),
            (&raw mut bytes).cast(),
            &raw mut size,
            core::ptr::null_mut(),
            0,
        )
    };
    if failed == 0 && size == size_of::<u64>() { bytes } else { 0 }
}

/// Returns the bytes of memory of the machine; zero if they are not known.
#[cfg(all(windows, not(miri)))]
pub(super) fn memory() -> u64 {
    use windows_sys::Win32::System::SystemInformation::{GlobalMemoryStatusEx, MEMORYSTATUSEX};

    let mut status = MEMORYSTATUSEX {
        dwLength: size_of::<MEMORYSTATUSEX>() as u32,
        ..MEMORYSTATUSEX::default()
    };
    // SAFETY: `status` says how long it is.
    let succeeded = unsafe { GlobalMemoryStatusEx(&raw mut status) };
    if succeeded == 0 { 0 } else { status.ullTotalPhys }
}

/// Returns the bytes of memory of the machine; zero if they are not known.
#[cfg(any(
    miri,
    not(any(target_os = "linux", target_vendor = "apple", target_os = "freebsd", windows))
))]
pub(super) fn memory() -> u64 {
    0
}

/// Returns the version of the kernel if it is Linux.
pub(super) fn linux_kernel_version() -> crate::Version {
    #[cfg(all(any(target_os = "linux", target_os = "android"), not(miri)))]
    return crate::Version::parse_lenient(rustix::system::uname().release().to_bytes());
    #[cfg(not(all(any(target_os = "linux", target_os = "android"), not(miri))))]
    crate::Version::default()
}

/// Gives the calling thread a name, if the system has names for threads.
pub(crate) fn set_thread_name(name: &core::ffi::CStr) {
    // A name is for people who debug; without it the thread works as well.
    #[cfg(all(any(target_os = "linux", target_os = "android"), not(miri)))]
    let _ = rustix::thread::set_name(name);
    #[cfg(all(target_vendor = "apple", not(miri)))]
    // SAFETY: the name ends in NUL; the system copies it.
    let _ = unsafe { libc::pthread_setname_np(name.as_ptr()) };
    #[cfg(all(target_os = "freebsd", not(miri)))]
    {
        // SAFETY: it has no preconditions.
        let this_thread = unsafe { libc::pthread_self() };
        // SAFETY: the thread is running; the name ends in NUL, and the system copies it.
        unsafe { libc::pthread_set_name_np(this_thread, name.as_ptr()) };
    }
    let _ = name;
}

/// Returns bytes as the system has text, if it can be so written.
#[cfg(unix)]
pub(super) fn os_str(bytes: &[u8]) -> Option<&OsStr> {
    Some(std::os::unix::ffi::OsStrExt::from_bytes(bytes))
}

/// Returns bytes as the system has text, if it can be so written.
#[cfg(not(unix))]
pub(super) fn os_str(bytes: &[u8]) -> Option<&OsStr> {
    str::from_utf8(bytes).ok().map(OsStr::new)
}

/// Lets go of every descriptor but the standard ones when this process executes another program.
///
/// Best effort: a kernel that cannot do it leaves them as they are.
#[cfg(unix)]
pub(super) fn close_descriptors_on_exec() {
    #[cfg(all(target_os = "linux", not(miri)))]
    {
        const CLOSE_RANGE_CLOEXEC: libc::c_long = 4;
        let (first, last): (libc::c_long, libc::c_long) = (3, libc::c_long::from(i32::MAX));
        // SAFETY: it takes three numbers and sets a flag of descriptors; none is closed now.
        let _ = unsafe { libc::syscall(libc::SYS_close_range, first, last, CLOSE_RANGE_CLOEXEC) };
    }
}

/// Returns the number of the signal that ended a program.
#[cfg(unix)]
pub(super) fn signal_of(status: std::process::ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

/// Returns the number of the signal that ended a program.
#[cfg(not(unix))]
pub(super) fn signal_of(_: std::process::ExitStatus) -> Option<i32> {
    None
}

/// Executes this program again in the place of the process; returns only why it could not.
#[cfg(unix)]
pub(super) fn execute_again() -> std::io::Error {
    use std::os::unix::process::CommandExt as _;

    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(failure) => return failure,
    };
    let argv = crate::argv();
    let mut command = std::process::Command::new(program);
    if let Some(name) = argv.get(0).and_then(os_str) {
        command.arg0(name);
    }
    command.args(argv.iter().skip(1 + crate::bun_options_argc()).filter_map(os_str));
    close_descriptors_on_exec();
    command.exec()
}

/// Ends the process with the code that asks its parent to start it again.
#[cfg(not(unix))]
pub(super) fn execute_again() -> std::io::Error {
    const WATCHER_RELOAD_EXIT: u32 = 3_224_497_970;
    std::process::exit(WATCHER_RELOAD_EXIT.cast_signed())
}
