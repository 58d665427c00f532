//! Mach-O, the format of programs on macOS: its records, and a walk over the commands of a header.
//!
//! The bytes are not trusted: whatever does not lie in the buffer ends the walk. Records are copied
//! out, so a buffer needs no alignment. What was rejected: an iterator without a lifetime over a
//! raw slice, whose commands outlive their bytes.

mod commands;
mod record;
#[cfg(test)]
mod tests;

pub use commands::{LoadCommand, LoadCommandIterator, RawSlice};
pub use record::{
    CPU_TYPE_ARM64, CPU_TYPE_X86_64, LC_CODE_SIGNATURE, LC_SEGMENT_64, LC_UUID, MH_MAGIC_64,
    cpu_subtype_t, cpu_type_t, load_command, mach_header_64, segment_command_64, vm_prot_t,
};
