//! Reads memory of this process that may not be there.

#![cfg_attr(
    all(any(target_os = "linux", target_os = "android"), not(miri)),
    expect(unsafe_code, reason = "a system call that copies memory of this process")
)]

/// Returns the two words at `address`, unless they cannot be read.
#[cfg(all(any(target_os = "linux", target_os = "android"), not(miri)))]
pub(super) fn read_words(address: usize) -> Option<[usize; 2]> {
    use core::ptr;

    if address == 0 || !address.is_multiple_of(align_of::<usize>()) {
        return None;
    }
    let mut words = [0_usize; 2];
    let length = size_of_val(&words);
    let local = libc::iovec { iov_base: (&raw mut words).cast(), iov_len: length };
    let remote = libc::iovec { iov_base: ptr::without_provenance_mut(address), iov_len: length };
    // Not `std::process::id`, which is the parent's number in a forked child on some systems.
    // SAFETY: takes nothing, always succeeds.
    let process = unsafe { libc::getpid() };
    // SAFETY: `local` is one range, writable memory that nothing else refers to. `remote` is one
    // range that the kernel reads and we do not: it may be anything. Any bytes are two words.
    let copied =
        unsafe { libc::process_vm_readv(process, &raw const local, 1, &raw const remote, 1, 0) };
    usize::try_from(copied).is_ok_and(|copied| copied == length).then_some(words)
}

/// Nobody to ask.
#[cfg(not(all(any(target_os = "linux", target_os = "android"), not(miri))))]
pub(super) fn read_words(_address: usize) -> Option<[usize; 2]> {
    None
}
