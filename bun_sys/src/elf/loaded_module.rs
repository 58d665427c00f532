//! Which loaded file an address is in.
#![cfg_attr(
    target_os = "linux",
    expect(unsafe_code, reason = "is called back by the dynamic linker with its records")
)]

use alloc::boxed::Box;

/// A file that is loaded into this process.
///
/// # Examples
///
/// ```
/// # #[cfg(target_os = "linux")] {
/// use bun_sys::elf::find_loaded_module;
///
/// # if cfg!(miri) { return; }
/// let module = find_loaded_module(find_loaded_module as fn(usize) -> _ as usize).unwrap();
/// assert!(module.base_address != 0);
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadedModule {
    /// What was added to the addresses in the file.
    pub base_address: usize,
    /// Its path; empty for the program itself.
    pub name: Box<[u8]>,
}

#[cfg(target_os = "linux")]
pub use linux::find_loaded_module;

#[cfg(target_os = "linux")]
mod linux {
    use core::ffi::{c_int, c_void};
    use core::slice;

    use super::LoadedModule;
    use crate::elf::PT_LOAD;

    /// What the callback looks for, and what it found.
    struct Search {
        address: usize,
        found: Option<LoadedModule>,
    }

    /// The loaded file with a segment over `address`; `None` when there is none. O(n) of all
    /// segments of all loaded files.
    ///
    /// Zig: `std.debug.SelfInfo.lookupModuleDl`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::elf::find_loaded_module;
    ///
    /// # if cfg!(miri) { return; }
    /// let main = find_loaded_module(find_loaded_module as fn(usize) -> _ as usize).unwrap();
    /// assert!(main.name.is_empty());
    /// assert_eq!(find_loaded_module(0), None);
    /// ```
    #[must_use]
    pub fn find_loaded_module(address: usize) -> Option<LoadedModule> {
        let mut search = Search { address, found: None };
        // SAFETY: the callback is called before this returns, with the pointer to `search`, which
        // nothing else uses meanwhile.
        unsafe { libc::dl_iterate_phdr(Some(callback), (&raw mut search).cast()) };
        search.found
    }

    /// # Safety
    ///
    /// 1. `info` is a record of the dynamic linker.
    /// 2. `search` points to a [`Search`] that is this call's alone.
    unsafe extern "C" fn callback(
        info: *mut libc::dl_phdr_info,
        _size: usize,
        search: *mut c_void,
    ) -> c_int {
        // SAFETY: 1.
        let info = unsafe { &*info };
        // SAFETY: 2.
        let search = unsafe { &mut *search.cast::<Search>() };
        if info.dlpi_phdr.is_null() {
            return 0;
        }
        // SAFETY: the linker counts the segments it points to, and keeps them during the call.
        let segments = unsafe { slice::from_raw_parts(info.dlpi_phdr, info.dlpi_phnum.into()) };
        let base = info.dlpi_addr as usize;
        let is_in = |segment: &libc_phdr| {
            let start = base.wrapping_add(segment.p_vaddr as usize);
            let offset = search.address.wrapping_sub(start);
            segment.p_type == PT_LOAD && offset < segment.p_memsz as usize
        };
        if !segments.iter().any(is_in) {
            return 0;
        }
        let name = if info.dlpi_name.is_null() {
            Default::default()
        } else {
            // SAFETY: a name of the linker is a C string, and stays during the call.
            unsafe { core::ffi::CStr::from_ptr(info.dlpi_name) }.to_bytes().into()
        };
        search.found = Some(LoadedModule { base_address: base, name });
        1
    }

    #[cfg(target_pointer_width = "32")]
    use libc::Elf32_Phdr as libc_phdr;
    #[cfg(target_pointer_width = "64")]
    use libc::Elf64_Phdr as libc_phdr;
}
