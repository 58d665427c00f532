//! The name of a thread, as debuggers and `top` show it.

#[cfg(target_os = "linux")]
pub(super) fn set_thread_name(name: &[u8]) {
    let length = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    if let Ok(name) = alloc::ffi::CString::new(&name[..length]) {
        // A thread without its name works as well.
        let _ = rustix::thread::set_name(&name);
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn set_thread_name(_: &[u8]) {}
