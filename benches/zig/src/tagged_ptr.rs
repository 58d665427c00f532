//! Zig's layout of a pointer with a tag.

use crate::{Oracle, ffi};

impl Oracle {
    /// The bits of an address and a tag, truncated to 49 and 15 bits.
    #[must_use]
    pub fn tagged_ptr_bits(self, address: u64, tag: u32) -> u64 {
        ffi::tagged_ptr_bits(address, tag)
    }

    /// The address and the tag that are in `bits`.
    #[must_use]
    pub fn tagged_ptr_parts(self, bits: u64) -> (u64, u64) {
        let mut parts = [0; 2];
        ffi::tagged_ptr_parts(bits, &mut parts);
        parts.into()
    }
}
