//! Mapped memory.
#![expect(unsafe_code, reason = "maps memory")]

use core::mem::MaybeUninit;
use core::ptr;

use windows_sys::Win32::System::Memory::{
    CreateFileMappingW, FILE_MAP_COPY, FILE_MAP_EXECUTE, FILE_MAP_READ, FILE_MAP_WRITE, MEM_COMMIT,
    MEM_MAPPED, MEM_RELEASE, MEM_RESERVE, MEMORY_BASIC_INFORMATION, MEMORY_MAPPED_VIEW_ADDRESS,
    MapViewOfFileEx, PAGE_EXECUTE_READ, PAGE_EXECUTE_READWRITE, PAGE_EXECUTE_WRITECOPY,
    PAGE_NOACCESS, PAGE_READONLY, PAGE_READWRITE, PAGE_WRITECOPY, UnmapViewOfFile, VirtualAlloc,
    VirtualFree, VirtualQuery,
};

use super::handle::{Owned, check, handle_of, last};
use crate::backend::Outcome;
use crate::backend::nt::open::flags::{MAP_ANONYMOUS, MAP_FIXED, MAP_PRIVATE};
use crate::{Fd, SystemErrno};

/// The numbers of Linux, since the system has none.
const PROT_WRITE: i32 = 0x2;
const PROT_EXEC: i32 = 0x4;
const PROT_ALL: i32 = 0x7;

/// `offset` is a multiple of 64 KiB. `MAP_FIXED` fails where something is mapped already.
///
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
    if len == 0 || prot & !PROT_ALL != 0 || offset < 0 {
        return Err(SystemErrno::EINVAL);
    }
    let at = if flags & MAP_FIXED != 0 { addr } else { ptr::null_mut() };
    let is_private = flags & MAP_PRIVATE != 0;
    if flags & MAP_ANONYMOUS != 0 {
        let protection = protection(prot, false);
        // SAFETY: the system picks memory that nothing uses, or fails at the address that the
        // caller answers for.
        let mapped = unsafe { VirtualAlloc(at.cast(), len, MEM_RESERVE | MEM_COMMIT, protection) };
        return if mapped.is_null() { Err(last()) } else { Ok(mapped.cast()) };
    }
    let file = handle_of(fd)?;
    let protection = protection(prot, is_private);
    // SAFETY: null attributes and a null name are allowed; the call takes any handle.
    let mapping = unsafe { CreateFileMappingW(file, ptr::null(), protection, 0, 0, ptr::null()) };
    if mapping.is_null() {
        return Err(last());
    }
    // The view keeps what it maps.
    let mapping = Owned::new(mapping);
    let writes = if is_private { FILE_MAP_COPY } else { FILE_MAP_WRITE };
    let mut access = FILE_MAP_READ;
    access |= if prot & PROT_WRITE != 0 { writes } else { 0 };
    access |= if prot & PROT_EXEC != 0 { FILE_MAP_EXECUTE } else { 0 };
    let (high, low) = ((offset >> 32) as u32, offset as u32);
    // SAFETY: as for the memory above; the call takes any numbers.
    let view = unsafe { MapViewOfFileEx(mapping.get(), access, high, low, len, at.cast()) };
    if view.Value.is_null() { Err(last()) } else { Ok(view.Value.cast()) }
}

const fn protection(prot: i32, is_private: bool) -> u32 {
    match (prot & PROT_EXEC != 0, prot & PROT_WRITE != 0) {
        (true, true) if is_private => PAGE_EXECUTE_WRITECOPY,
        (true, true) => PAGE_EXECUTE_READWRITE,
        (true, false) => PAGE_EXECUTE_READ,
        (false, true) if is_private => PAGE_WRITECOPY,
        (false, true) => PAGE_READWRITE,
        (false, false) if prot == 0 && !is_private => PAGE_NOACCESS,
        (false, false) => PAGE_READONLY,
    }
}

/// Unmaps the whole of what was mapped at `addr`, whatever `len` says: parts cannot be.
///
/// # Safety
///
/// Nothing uses the memory that was mapped at `addr` any more.
pub(crate) unsafe fn munmap(addr: *mut u8, _len: usize) -> Outcome<()> {
    let mut found = MaybeUninit::<MEMORY_BASIC_INFORMATION>::uninit();
    let room = size_of::<MEMORY_BASIC_INFORMATION>();
    // SAFETY: the call writes at most `room` bytes to `found`, and takes any address.
    if unsafe { VirtualQuery(addr.cast(), found.as_mut_ptr(), room) } != room {
        return Err(SystemErrno::EINVAL);
    }
    // SAFETY: the call wrote all of it.
    let found = unsafe { found.assume_init() };
    if found.Type == MEM_MAPPED {
        let view = MEMORY_MAPPED_VIEW_ADDRESS { Value: addr.cast() };
        // SAFETY: the caller's promise.
        return check(unsafe { UnmapViewOfFile(view) });
    }
    // SAFETY: the caller's promise.
    check(unsafe { VirtualFree(addr.cast(), 0, MEM_RELEASE) })
}
