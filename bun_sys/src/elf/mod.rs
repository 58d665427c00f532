//! ELF, the format of programs on Linux: its segments, and which loaded file an address is in.
//!
//! The bytes are not trusted: whatever does not lie in the file is not read. Records are copied
//! out, so a buffer needs no alignment.

mod loaded_module;
mod segment;
#[cfg(test)]
mod tests;

pub use loaded_module::LoadedModule;
#[cfg(target_os = "linux")]
pub use loaded_module::find_loaded_module;
pub use segment::{
    Elf64_Ehdr, Elf64_Phdr, PT_DYNAMIC, PT_INTERP, PT_LOAD, PT_NOTE, ProgramHeaders,
};
