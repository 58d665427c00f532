//! The records, named as in `<mach-o/loader.h>`.
#![expect(non_camel_case_types, reason = "the names in C")]

use core::mem::offset_of;

use bun_core::bytemuck::{Pod, Zeroable};

/// The kind of a processor.
pub type cpu_type_t = i32;
/// The model of a processor.
pub type cpu_subtype_t = i32;
/// What memory may be used for: a sum of 1 to read, 2 to write, 4 to execute.
pub type vm_prot_t = i32;

/// [`mach_header_64::magic`] of a file for 64-bit processors of this byte order.
pub const MH_MAGIC_64: u32 = 0xFEED_FACF;
/// [`load_command::cmd`] of a [`segment_command_64`].
pub const LC_SEGMENT_64: u32 = 0x19;
/// [`load_command::cmd`] of the command with the identity of the file.
pub const LC_UUID: u32 = 0x1B;
/// [`load_command::cmd`] of the command that tells where the signature is.
pub const LC_CODE_SIGNATURE: u32 = 0x1D;
/// [`mach_header_64::cputype`] of x86-64.
pub const CPU_TYPE_X86_64: cpu_type_t = 0x0100_0007;
/// [`mach_header_64::cputype`] of 64-bit ARM.
pub const CPU_TYPE_ARM64: cpu_type_t = 0x0100_000C;

/// What a file starts with.
///
/// Zig: `std.macho.mach_header_64`.
///
/// # Examples
///
/// ```
/// use bun_core::bytemuck::Zeroable;
/// use bun_sys::macho::{CPU_TYPE_ARM64, MH_MAGIC_64, mach_header_64};
///
/// let zeroed = mach_header_64::zeroed();
/// let header = mach_header_64 { magic: MH_MAGIC_64, cputype: CPU_TYPE_ARM64, ..zeroed };
/// assert_eq!((header.ncmds, header.sizeofcmds), (0, 0));
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Pod, Zeroable)]
#[bytemuck(crate = "bun_core::bytemuck")]
pub struct mach_header_64 {
    /// [`MH_MAGIC_64`].
    pub magic: u32,
    /// The kind of processor.
    pub cputype: cpu_type_t,
    /// The model of processor.
    pub cpusubtype: cpu_subtype_t,
    /// What the file is: a program, a library.
    pub filetype: u32,
    /// How many commands follow.
    pub ncmds: u32,
    /// How long they are together, in bytes.
    pub sizeofcmds: u32,
    /// Flags.
    pub flags: u32,
    /// Zero.
    pub reserved: u32,
}

/// What every command starts with.
///
/// Zig: `std.macho.load_command`.
///
/// # Examples
///
/// ```
/// use bun_sys::macho::{LC_UUID, load_command};
///
/// let command = load_command { cmd: LC_UUID, cmdsize: 24 };
/// assert_eq!(size_of_val(&command), 8);
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Pod, Zeroable)]
#[bytemuck(crate = "bun_core::bytemuck")]
pub struct load_command {
    /// What command it is.
    pub cmd: u32,
    /// How long the command is, these fields included, in bytes.
    pub cmdsize: u32,
}

/// The command that maps a part of the file into memory.
///
/// Zig: `std.macho.segment_command_64`.
///
/// # Examples
///
/// ```
/// use bun_core::bytemuck::Zeroable;
/// use bun_sys::macho::segment_command_64;
///
/// let mut segment = segment_command_64::zeroed();
/// segment.segname[..6].copy_from_slice(b"__TEXT");
/// assert_eq!(segment.seg_name(), b"__TEXT");
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Pod, Zeroable)]
#[bytemuck(crate = "bun_core::bytemuck")]
pub struct segment_command_64 {
    /// [`LC_SEGMENT_64`].
    pub cmd: u32,
    /// How long the command is, with its sections, in bytes.
    pub cmdsize: u32,
    /// The name, up to the first zero.
    pub segname: [u8; 16],
    /// Where the segment is in memory.
    pub vmaddr: u64,
    /// How long it is there, in bytes.
    pub vmsize: u64,
    /// Where the segment is in the file.
    pub fileoff: u64,
    /// How long it is there, in bytes.
    pub filesize: u64,
    /// What the memory may be used for at most.
    pub maxprot: vm_prot_t,
    /// What the memory may be used for at first.
    pub initprot: vm_prot_t,
    /// How many sections follow.
    pub nsects: u32,
    /// Flags.
    pub flags: u32,
}

impl segment_command_64 {
    /// The name without what fills its field.
    ///
    /// Zig: `std.macho.segment_command_64.segName`.
    #[doc(alias = "segName")]
    #[must_use]
    pub fn seg_name(&self) -> &[u8] {
        bun_core::slice_to(&self.segname, 0)
    }
}

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
    mach_header_64 32 {
        magic 0 cputype 4 cpusubtype 8 filetype 12 ncmds 16 sizeofcmds 20 flags 24 reserved 28
    }
    load_command 8 { cmd 0 cmdsize 4 }
    segment_command_64 72 {
        cmd 0 cmdsize 4 segname 8 vmaddr 24 vmsize 32 fileoff 40 filesize 48
        maxprot 56 initprot 60 nsects 64 flags 68
    }
}
