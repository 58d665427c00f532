//! A pointer with four flags in its highest bits, which keeps its provenance.
//!
//! Only the four flag bits are ever masked: the byte below them, where the hardware may keep a
//! memory tag, passes through. Where addresses have 32 bits there is no room in the pointer, and
//! the flags get a word of their own; no C++ peer exists there.

/// The units are UTF-16.
pub(super) const UTF16: u64 = 1 << 63;
/// The units may be freed with the global allocator.
pub(super) const GLOBAL: u64 = 1 << 62;
/// The units are UTF-8.
pub(super) const UTF8: u64 = 1 << 61;
/// The units live as long as the process.
pub(super) const STATIC: u64 = 1 << 60;

#[cfg(target_pointer_width = "64")]
mod imp {
    use super::{GLOBAL, STATIC, UTF8, UTF16};

    const FLAGS: usize = (UTF16 | GLOBAL | UTF8 | STATIC) as usize;

    /// A pointer to bytes, with flags.
    #[derive(Clone, Copy)]
    #[repr(transparent)]
    pub(in crate::zig_string) struct TaggedPtr(*const u8);

    impl TaggedPtr {
        /// Without a flag. The address of an object has its four highest bits clear.
        pub(in crate::zig_string) const fn new(pointer: *const u8) -> Self {
            Self(pointer)
        }

        pub(in crate::zig_string) fn with(self, flag: u64) -> Self {
            Self(self.0.map_addr(|address| address | flag as usize))
        }

        pub(in crate::zig_string) fn has(self, flag: u64) -> bool {
            self.0.addr() & flag as usize != 0
        }

        pub(in crate::zig_string) fn untagged(self) -> *const u8 {
            self.0.map_addr(|address| address & !FLAGS)
        }
    }
}

#[cfg(not(target_pointer_width = "64"))]
mod imp {
    /// A pointer to bytes, and its flags beside it.
    #[derive(Clone, Copy)]
    #[repr(C)]
    pub(in crate::zig_string) struct TaggedPtr {
        pointer: *const u8,
        flags: u32,
    }

    impl TaggedPtr {
        pub(in crate::zig_string) const fn new(pointer: *const u8) -> Self {
            Self { pointer, flags: 0 }
        }

        pub(in crate::zig_string) fn with(self, flag: u64) -> Self {
            Self { flags: self.flags | (flag >> 32) as u32, ..self }
        }

        pub(in crate::zig_string) fn has(self, flag: u64) -> bool {
            self.flags & (flag >> 32) as u32 != 0
        }

        pub(in crate::zig_string) fn untagged(self) -> *const u8 {
            self.pointer
        }
    }
}

pub(super) use imp::TaggedPtr;
