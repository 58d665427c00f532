//! Opening by the kernel's own call, which takes names relative to an open directory.
#![expect(unsafe_code, reason = "calls the kernel")]

use core::ptr;

use windows_sys::Wdk::Foundation::OBJECT_ATTRIBUTES;
use windows_sys::Wdk::Storage::FileSystem::NtCreateFile;
use windows_sys::Win32::Foundation::{
    NTSTATUS, OBJ_CASE_INSENSITIVE, STATUS_PENDING, UNICODE_STRING,
};
use windows_sys::Win32::System::IO::{IO_STATUS_BLOCK, IO_STATUS_BLOCK_0};

use super::handle::{Owned, status_number};
use super::name::Name;
use crate::backend::Outcome;
use crate::backend::nt::open::{FILE_OVERWRITE, FILE_OVERWRITE_IF, NtOpen};

const STATUS_ACCESS_DENIED: NTSTATUS = 0xC000_0022_u32.cast_signed();
const STATUS_NAME_TOO_LONG: NTSTATUS = 0xC000_0106_u32.cast_signed();
const FILE_ATTRIBUTE_HIDDEN: u32 = 0x2;

/// An answer of the kernel that was not given yet.
pub(super) const fn no_answer() -> IO_STATUS_BLOCK {
    IO_STATUS_BLOCK { Anonymous: IO_STATUS_BLOCK_0 { Status: STATUS_PENDING }, Information: 0 }
}

/// Opens `name`.
pub(super) fn create(name: Name<'_>, how: &NtOpen) -> Outcome<Owned> {
    let overwrites = matches!(how.disposition, FILE_OVERWRITE | FILE_OVERWRITE_IF);
    match try_create(name, how) {
        // What is hidden is overwritten only by somebody who says that it is.
        Err(STATUS_ACCESS_DENIED) if overwrites => {
            let hidden = NtOpen { attributes: how.attributes | FILE_ATTRIBUTE_HIDDEN, ..*how };
            try_create(name, &hidden).map_err(|_| STATUS_ACCESS_DENIED)
        }
        made => made,
    }
    .map_err(status_number)
}

fn try_create(name: Name<'_>, how: &NtOpen) -> Result<Owned, NTSTATUS> {
    let bytes = u16::try_from(name.units.len() * 2).map_err(|_| STATUS_NAME_TOO_LONG)?;
    let object = UNICODE_STRING {
        Length: bytes,
        MaximumLength: bytes,
        Buffer: name.units.as_ptr().cast_mut(),
    };
    let attributes = OBJECT_ATTRIBUTES {
        Length: size_of::<OBJECT_ATTRIBUTES>() as u32,
        RootDirectory: name.root,
        ObjectName: &raw const object,
        Attributes: OBJ_CASE_INSENSITIVE,
        SecurityDescriptor: ptr::null(),
        SecurityQualityOfService: ptr::null(),
    };
    let mut made = ptr::null_mut();
    let mut answer = no_answer();
    // SAFETY: the call reads `attributes`, and through it `object` and the units of `name`, none
    // of which it writes; it writes `made` and `answer`. All of them live until it returns. The
    // numbers may be any.
    let status = unsafe {
        NtCreateFile(
            &raw mut made,
            how.access,
            &raw const attributes,
            &raw mut answer,
            ptr::null(),
            how.attributes,
            how.share,
            how.disposition,
            how.options,
            ptr::null(),
            0,
        )
    };
    if status >= 0 { Ok(Owned::new(made)) } else { Err(status) }
}
