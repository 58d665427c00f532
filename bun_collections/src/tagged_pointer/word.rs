//! Address and tag in one pointer, or, where pointers are shorter, beside it.

use core::ffi::c_void;

/// As Zig's `u49`: all that user space has on x86-64 and AArch64, and one to spare.
pub(super) const ADDRESS_BITS: u32 = 49;
pub(super) const TAG_BITS: u32 = 15;

#[cfg(target_pointer_width = "64")]
pub(super) use wide::Word;

#[cfg(target_pointer_width = "32")]
pub(super) use narrow::Word;

#[cfg(target_pointer_width = "64")]
mod wide {
    use super::{ADDRESS_BITS, c_void};

    const ADDRESS: usize = (1 << ADDRESS_BITS) - 1;

    #[repr(transparent)]
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub(in super::super) struct Word(*mut c_void);

    impl Word {
        pub(in super::super) const NULL: Self = Self(core::ptr::null_mut());

        /// The caller has checked that both fit.
        #[inline]
        pub(in super::super) fn new(pointer: *mut c_void, tag: u16) -> Self {
            Self(pointer.map_addr(|address| address | usize::from(tag) << ADDRESS_BITS))
        }

        #[inline]
        pub(in super::super) fn from_bits(bits: u64) -> Self {
            Self(core::ptr::without_provenance_mut(bits as usize))
        }

        #[inline]
        pub(in super::super) const fn from_whole(whole: *mut c_void) -> Self {
            Self(whole)
        }

        #[inline]
        pub(in super::super) const fn whole(self) -> *mut c_void {
            self.0
        }

        #[inline]
        pub(in super::super) fn bits(self) -> u64 {
            self.0.addr() as u64
        }

        #[inline]
        pub(in super::super) fn tag(self) -> u16 {
            (self.0.addr() >> ADDRESS_BITS) as u16
        }

        #[inline]
        pub(in super::super) fn pointer(self) -> *mut c_void {
            self.0.map_addr(|word| word & ADDRESS)
        }

        #[inline]
        pub(in super::super) fn address(self) -> u64 {
            self.pointer().addr() as u64
        }

        #[inline]
        pub(in super::super) fn with_address(self, address: u64) -> Self {
            Self(self.0.map_addr(|word| word & !ADDRESS | address as usize))
        }
    }
}

#[cfg(target_pointer_width = "32")]
mod narrow {
    use super::{ADDRESS_BITS, c_void};

    /// Where the tag starts in the high half. Below it are the bits of an address that a pointer
    /// does not have.
    const TAG_SHIFT: u32 = ADDRESS_BITS - 32;

    /// The two halves of Zig's word, in the order of a little-endian machine.
    #[repr(C, align(8))]
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub(in super::super) struct Word {
        low: *mut c_void,
        high: u32,
    }

    impl Word {
        pub(in super::super) const NULL: Self = Self { low: core::ptr::null_mut(), high: 0 };

        /// The caller has checked that both fit.
        #[inline]
        pub(in super::super) fn new(pointer: *mut c_void, tag: u16) -> Self {
            Self { low: pointer, high: u32::from(tag) << TAG_SHIFT }
        }

        #[inline]
        pub(in super::super) fn from_bits(bits: u64) -> Self {
            let low = core::ptr::without_provenance_mut(bits as usize);
            Self { low, high: (bits >> 32) as u32 }
        }

        #[inline]
        pub(in super::super) const fn from_whole(whole: *mut c_void) -> Self {
            Self { low: whole, high: 0 }
        }

        #[inline]
        pub(in super::super) const fn whole(self) -> *mut c_void {
            self.low
        }

        #[inline]
        pub(in super::super) fn bits(self) -> u64 {
            self.low.addr() as u64 | u64::from(self.high) << 32
        }

        #[inline]
        pub(in super::super) fn tag(self) -> u16 {
            (self.high >> TAG_SHIFT) as u16
        }

        #[inline]
        pub(in super::super) fn pointer(self) -> *mut c_void {
            self.low
        }

        #[inline]
        pub(in super::super) fn address(self) -> u64 {
            self.bits() & ((1 << ADDRESS_BITS) - 1)
        }

        #[inline]
        pub(in super::super) fn with_address(self, address: u64) -> Self {
            let low = self.low.with_addr(address as usize);
            let tag = u32::from(self.tag()) << TAG_SHIFT;
            Self { low, high: tag | (address >> 32) as u32 }
        }
    }
}
