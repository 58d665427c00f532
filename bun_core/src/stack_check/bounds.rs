//! Asks the system where the calling thread's stack ends.

#![cfg_attr(
    all(
        any(target_os = "linux", target_os = "android", target_vendor = "apple", windows),
        not(miri)
    ),
    expect(unsafe_code, reason = "the calls of the systems that tell the bounds of a stack")
)]

/// Returns the lowest address of the stack, or `None` where the system does not say.
#[cfg(all(any(target_os = "linux", target_os = "android"), not(miri)))]
pub(super) fn end_of_stack() -> Option<usize> {
    use core::mem::MaybeUninit;
    use core::ptr;

    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    // SAFETY: takes nothing, always succeeds.
    let thread = unsafe { libc::pthread_self() };
    // SAFETY: the thread is running, and the attributes are writable memory of their type.
    let status = unsafe { libc::pthread_getattr_np(thread, attributes.as_mut_ptr()) };
    if status != 0 {
        return None;
    }
    let (mut end, mut size) = (ptr::null_mut(), 0);
    // SAFETY: `pthread_getattr_np` initialised the attributes, since it returned zero; both results
    // are locals of the type that is written.
    let status =
        unsafe { libc::pthread_attr_getstack(attributes.as_ptr(), &raw mut end, &raw mut size) };
    // SAFETY: initialised as above, destroyed once, and not used after.
    unsafe { libc::pthread_attr_destroy(attributes.as_mut_ptr()) };
    // The main thread's stack grows up to its limit, from which its end follows. Without a limit
    // the "end" is far below what can be mapped, and then there is no bound worth the name.
    (status == 0 && size > 0).then(|| end.addr().max(1))
}

/// Returns the lowest address of the stack, or `None` where the system does not say.
#[cfg(all(target_vendor = "apple", not(miri)))]
pub(super) fn end_of_stack() -> Option<usize> {
    // SAFETY: takes nothing, always succeeds.
    let thread = unsafe { libc::pthread_self() };
    // SAFETY: the thread is running.
    let start = unsafe { libc::pthread_get_stackaddr_np(thread) }.addr();
    // SAFETY: as above.
    let size = unsafe { libc::pthread_get_stacksize_np(thread) };
    // The address is that of the high end, from which the stack grows down.
    start.checked_sub(size).filter(|_| size > 0)
}

/// Returns the lowest address of the stack, or `None` where the system does not say.
#[cfg(all(windows, not(miri)))]
pub(super) fn end_of_stack() -> Option<usize> {
    use windows_sys::Win32::System::Threading::GetCurrentThreadStackLimits;

    let (mut low, mut high) = (0, 0);
    // SAFETY: writes two words, through pointers to two locals.
    unsafe { GetCurrentThreadStackLimits(&raw mut low, &raw mut high) };
    (low != 0).then_some(low)
}

/// Under Miri locals are scattered over the heap, and a stack has no end: one that is never met.
#[cfg(miri)]
pub(super) fn end_of_stack() -> Option<usize> {
    Some(1)
}

/// Returns the lowest address of the stack, or `None` where the system does not say.
#[cfg(not(any(
    target_os = "linux",
    target_os = "android",
    target_vendor = "apple",
    windows,
    miri
)))]
pub(super) fn end_of_stack() -> Option<usize> {
    None
}
