//! The header of a file and the table of its segments.

use core::mem::offset_of;

use bun_core::bytemuck::{Pod, Zeroable, pod_read_unaligned};

/// [`Elf64_Phdr::p_type`] of a part that is mapped into memory.
pub const PT_LOAD: u32 = 1;
/// [`Elf64_Phdr::p_type`] of what the dynamic linker needs.
pub const PT_DYNAMIC: u32 = 2;
/// [`Elf64_Phdr::p_type`] of the path of the dynamic linker.
pub const PT_INTERP: u32 = 3;
/// [`Elf64_Phdr::p_type`] of notes, such as the identity of the file.
pub const PT_NOTE: u32 = 4;

/// What a file for 64-bit processors starts with.
///
/// Zig: `std.elf.Elf64_Ehdr`.
///
/// # Examples
///
/// ```
/// use bun_core::bytemuck::pod_read_unaligned;
/// use bun_sys::elf::Elf64_Ehdr;
///
/// if let Ok(program) = std::fs::read("/proc/self/exe") {
///     let header: Elf64_Ehdr = pod_read_unaligned(&program[..size_of::<Elf64_Ehdr>()]);
///     assert_eq!(header.e_ident[1..4], *b"ELF");
/// }
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Pod, Zeroable)]
#[bytemuck(crate = "bun_core::bytemuck")]
pub struct Elf64_Ehdr {
    /// The magic number, the width, the byte order.
    pub e_ident: [u8; 16],
    /// What the file is: a program, a library.
    pub e_type: u16,
    /// The kind of processor.
    pub e_machine: u16,
    /// The version of the format.
    pub e_version: u32,
    /// Where the program starts.
    pub e_entry: u64,
    /// Where the table of segments is.
    pub e_phoff: u64,
    /// Where the table of sections is.
    pub e_shoff: u64,
    /// Flags.
    pub e_flags: u32,
    /// How long this header is.
    pub e_ehsize: u16,
    /// How long an entry of the table of segments is.
    pub e_phentsize: u16,
    /// How many there are.
    pub e_phnum: u16,
    /// How long an entry of the table of sections is.
    pub e_shentsize: u16,
    /// How many there are.
    pub e_shnum: u16,
    /// Which section has the names of the sections.
    pub e_shstrndx: u16,
}

/// A segment.
///
/// Zig: `std.elf.Elf64_Phdr`.
///
/// # Examples
///
/// ```
/// use bun_sys::elf::{PT_LOAD, ProgramHeaders};
///
/// if let Ok(program) = std::fs::read("/proc/self/exe") {
///     let segments = ProgramHeaders::parse(&program).unwrap();
///     let code = segments.clone().find(|it| it.p_type == PT_LOAD && it.p_flags & 1 != 0).unwrap();
///     assert_eq!(segments.content(&code).unwrap().len() as u64, code.p_filesz);
/// }
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Pod, Zeroable)]
#[bytemuck(crate = "bun_core::bytemuck")]
pub struct Elf64_Phdr {
    /// What the segment is for, such as [`PT_LOAD`].
    pub p_type: u32,
    /// What its memory may be used for: a sum of 1 to execute, 2 to write, 4 to read.
    pub p_flags: u32,
    /// Where it is in the file.
    pub p_offset: u64,
    /// Where it is in memory.
    pub p_vaddr: u64,
    /// Where it is in memory without translation.
    pub p_paddr: u64,
    /// How long it is in the file, in bytes.
    pub p_filesz: u64,
    /// How long it is in memory, in bytes.
    pub p_memsz: u64,
    /// What its places are multiples of.
    pub p_align: u64,
}

/// The segments of a file for 64-bit processors of this byte order, in their order.
///
/// O(1) per segment; at most 65,535.
///
/// # Examples
///
/// ```
/// use bun_sys::elf::{PT_LOAD, ProgramHeaders};
///
/// // The program itself, on Linux.
/// if let Ok(program) = std::fs::read("/proc/self/exe") {
///     let mut segments = ProgramHeaders::parse(&program).unwrap();
///     assert!(segments.any(|segment| segment.p_type == PT_LOAD));
/// }
/// assert!(ProgramHeaders::parse(b"#!/bin/sh").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct ProgramHeaders<'a> {
    file: &'a [u8],
    /// A multiple of `entry`, each entry as long as an `Elf64_Phdr` at least.
    table: &'a [u8],
    entry: usize,
}

impl<'a> ProgramHeaders<'a> {
    /// Finds the table of segments of `file`. `None` when it is no such file, or when the table
    /// does not lie in it.
    #[must_use]
    pub fn parse(file: &'a [u8]) -> Option<Self> {
        const IDENT: [u8; 6] = [0x7F, b'E', b'L', b'F', 2, NATIVE_ORDER];
        let header: Elf64_Ehdr = pod_read_unaligned(file.get(..size_of::<Elf64_Ehdr>())?);
        let entry = usize::from(header.e_phentsize);
        if !header.e_ident.starts_with(&IDENT) || entry < size_of::<Elf64_Phdr>() {
            return None;
        }
        let start = usize::try_from(header.e_phoff).ok()?;
        let len = entry * usize::from(header.e_phnum);
        let table = file.get(start..)?.get(..len)?;
        Some(Self { file, table, entry })
    }

    /// The bytes of `segment` in the file, or `None` when they do not lie in it.
    #[must_use]
    pub fn content(&self, segment: &Elf64_Phdr) -> Option<&'a [u8]> {
        let start = usize::try_from(segment.p_offset).ok()?;
        let len = usize::try_from(segment.p_filesz).ok()?;
        self.file.get(start..)?.get(..len)
    }
}

impl Iterator for ProgramHeaders<'_> {
    type Item = Elf64_Phdr;

    fn next(&mut self) -> Option<Elf64_Phdr> {
        let (entry, rest) = self.table.split_at_checked(self.entry)?;
        self.table = rest;
        entry.get(..size_of::<Elf64_Phdr>()).map(pod_read_unaligned)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.table.len() / self.entry;
        (count, Some(count))
    }
}

impl ExactSizeIterator for ProgramHeaders<'_> {}

/// How `e_ident` calls the byte order of this processor.
const NATIVE_ORDER: u8 = if cfg!(target_endian = "little") { 1 } else { 2 };

/// Fails to compile unless the fields are where the header of C has them.
macro_rules! layout {
    ($($record:ident $size:literal { $($field:ident $offset:literal)* })*) => {
        const _: () = {
            $(
                assert!(size_of::<$record>() == $size, stringify!($record));
                $(assert!(offset_of!($record, $field) == $offset, stringify!($field));)*
            )*
        };
    };
}

layout! {
    Elf64_Ehdr 64 {
        e_ident 0 e_type 16 e_machine 18 e_version 20 e_entry 24 e_phoff 32 e_shoff 40 e_flags 48
        e_ehsize 52 e_phentsize 54 e_phnum 56 e_shentsize 58 e_shnum 60 e_shstrndx 62
    }
    Elf64_Phdr 56 {
        p_type 0 p_flags 4 p_offset 8 p_vaddr 16 p_paddr 24 p_filesz 32 p_memsz 40 p_align 48
    }
}
