//! What the kernel keeps about an open file, asked for and set by class.
#![expect(unsafe_code, reason = "calls the kernel with structures of integers")]

use windows_sys::Wdk::Storage::FileSystem::{
    FileFsFullSizeInformation, NtQueryInformationFile, NtQueryVolumeInformationFile,
    NtSetInformationFile,
};
use windows_sys::Win32::Foundation::{HANDLE, NTSTATUS};
use windows_sys::Win32::Storage::FileSystem::{
    BY_HANDLE_FILE_INFORMATION, FILE_TYPE, GetFileInformationByHandle, GetFileType,
};

use super::create::no_answer;
use super::handle::{check, check_status};
use super::stat::StatFs;
use crate::backend::Outcome;

/// The structure of one class.
///
/// # Safety
///
/// Any bytes are a value, none of them padding.
pub(super) unsafe trait Class: Copy + Default {
    /// The number of the class.
    const NUMBER: i32;
}

/// Defines structures of integers, each with the number of its class.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $number:literal { $($field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Default)]
            #[repr(C)]
            pub(super) struct $name { $(pub(super) $field: $type,)* }

            // SAFETY: integers only, and the assertion below leaves no room for padding.
            unsafe impl Class for $name {
                const NUMBER: i32 = $number;
            }

            const _: () = assert!(size_of::<$name>() == 0 $(+ size_of::<$type>())*);
        )*
    };
}

classes! {
    /// Times in steps of 100 ns, and attributes; zero leaves one alone.
    Basic 4 { created: i64, accessed: i64, written: i64, changed: i64, attributes: u32, _gap: u32, }
    /// Whether the file goes when its last handle is closed.
    Disposition 13 { delete: u8, }
    /// Where the next byte is read or written.
    Position 14 { offset: i64, }
    /// How long the file is.
    EndOfFile 20 { len: i64, }
    /// How much room the file has.
    Allocation 19 { len: i64, }
    /// The attributes, and what kind of reparse point it is.
    AttributeTag 35 { attributes: u32, tag: u32, }
    /// Like [`Disposition`], with flags.
    DispositionEx 64 { flags: u32, }
}

/// Asks for `T` of the file.
pub(super) fn query<T: Class>(handle: HANDLE) -> Outcome<T> {
    let mut found = T::default();
    let mut answer = no_answer();
    let (to, len) = ((&raw mut found).cast(), size_of::<T>() as u32);
    // SAFETY: the call writes at most `len` bytes to `found`, of which any are a `T`, and one
    // `answer`. It takes any handle.
    let status = unsafe { NtQueryInformationFile(handle, &raw mut answer, to, len, T::NUMBER) };
    check_status(status).map(|()| found)
}

/// Sets `T` of the file.
pub(super) fn set<T: Class>(handle: HANDLE, value: &T) -> Result<(), NTSTATUS> {
    let mut answer = no_answer();
    let (from, len) = ((&raw const *value).cast(), size_of::<T>() as u32);
    // SAFETY: the call reads `len` bytes of `value`, none of them padding, and writes one
    // `answer`. It takes any handle.
    let status = unsafe { NtSetInformationFile(handle, &raw mut answer, from, len, T::NUMBER) };
    if status >= 0 { Ok(()) } else { Err(status) }
}

/// Gives the file a name by one of two classes, whose structures are laid out alike.
///
/// ```text
///   0       pointer  2 × pointer    + 4
///   │ flags │ root   │ bytes of name │ name…
/// ```
pub(super) fn set_name(
    handle: HANDLE,
    class: i32,
    flags: u32,
    root: HANDLE,
    name: &[u16],
) -> Result<(), NTSTATUS> {
    const WORD: usize = size_of::<usize>();
    const NAME: usize = 2 * WORD + 4;
    let mut short = [0_u64; 128];
    let mut long = Vec::new();
    let len = NAME + name.len() * 2;
    let words = if len <= size_of_val(&short) {
        &mut short[..]
    } else {
        long.resize(len.div_ceil(8), 0);
        &mut long[..]
    };
    let bytes: &mut [u8] = bytes_of(words);
    bytes[..4].copy_from_slice(&flags.to_le_bytes());
    bytes[WORD..2 * WORD].copy_from_slice(&root.addr().to_le_bytes());
    bytes[2 * WORD..NAME].copy_from_slice(&(name.len() as u32 * 2).to_le_bytes());
    for (to, unit) in bytes[NAME..].as_chunks_mut::<2>().0.iter_mut().zip(name) {
        *to = unit.to_le_bytes();
    }
    let mut answer = no_answer();
    let from = bytes.as_ptr().cast();
    // The structure is longer than its fields: it ends in one unit, and is padded.
    let len = len.max((2 * WORD + 6).next_multiple_of(WORD)) as u32;
    // SAFETY: the call reads `len` bytes, all of `bytes`, which are as aligned as the structure,
    // and writes one `answer`. It takes any handles.
    let status = unsafe { NtSetInformationFile(handle, &raw mut answer, from, len, class) };
    if status >= 0 { Ok(()) } else { Err(status) }
}

fn bytes_of(words: &mut [u64]) -> &mut [u8] {
    let len = size_of_val(words);
    // SAFETY: the same memory, borrowed exclusively; any bytes are words and the other way round.
    unsafe { core::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), len) }
}

/// Size, number, links, device and attributes of the file.
pub(super) fn by_handle(handle: HANDLE) -> Outcome<BY_HANDLE_FILE_INFORMATION> {
    let mut found = BY_HANDLE_FILE_INFORMATION::default();
    // SAFETY: the call writes one structure, and takes any handle.
    check(unsafe { GetFileInformationByHandle(handle, &raw mut found) })?;
    Ok(found)
}

/// Whether it is a disk file, a character device, a pipe or a socket, or unknown.
pub(super) fn file_type(handle: HANDLE) -> FILE_TYPE {
    // SAFETY: takes any handle, touches no memory of ours.
    unsafe { GetFileType(handle) }
}

/// How large the file system is that holds the file.
pub(super) fn volume(handle: HANDLE) -> Outcome<StatFs> {
    /// Units of allocation: all, those for this user, those that are free; and how large one is.
    #[derive(Default)]
    #[repr(C)]
    struct FullSize {
        units: i64,
        available: i64,
        free: i64,
        sectors_in_unit: u32,
        bytes_in_sector: u32,
    }
    let mut found = FullSize::default();
    let mut answer = no_answer();
    let (to, len) = ((&raw mut found).cast(), size_of::<FullSize>() as u32);
    let class = FileFsFullSizeInformation;
    // SAFETY: the call writes at most `len` bytes to `found`, of which any are a value, and one
    // `answer`. It takes any handle.
    let status = unsafe { NtQueryVolumeInformationFile(handle, &raw mut answer, to, len, class) };
    check_status(status)?;
    Ok(StatFs {
        f_bsize: u64::from(found.sectors_in_unit) * u64::from(found.bytes_in_sector),
        f_blocks: found.units.cast_unsigned(),
        f_bfree: found.free.cast_unsigned(),
        f_bavail: found.available.cast_unsigned(),
        ..StatFs::default()
    })
}
