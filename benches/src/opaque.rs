//! A value that the optimiser knows nothing about, at no cost.
//!
//! `core::hint::black_box` spills its argument to the stack and reloads it, about five cycles of
//! latency, which would be most of a short-key hash. An empty `asm!` block that takes and returns
//! a register costs nothing. The Zig loops use the same construct, so neither side pays more.
#![expect(unsafe_code, reason = "inline assembly, the only zero-cost optimisation barrier")]

/// Returns `value`, hiding where it came from.
///
/// With an opaque length in the loop the optimiser cannot prove it invariant, so it cannot move
/// the dispatch on length out of the loop.
#[inline(always)]
pub(crate) fn opaque(value: usize) -> usize {
    #[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri)))]
    {
        let mut value = value;
        // SAFETY: the block is empty: it reads and writes the one register it names, and touches
        // no memory, stack or flags, which is what its options promise.
        unsafe {
            core::arch::asm!("/* {0} */", inout(reg) value,
                options(nomem, nostack, preserves_flags));
        }
        value
    }
    #[cfg(not(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri))))]
    core::hint::black_box(value)
}

/// Returns `pointer`, hiding where it came from.
///
/// A read through the result may see any memory that has escaped, so what was written through
/// `pointer` before must really have been written, and its allocation must really have happened.
#[cfg_attr(
    all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri)),
    expect(clippy::pointers_in_nomem_asm_block, reason = "the block reads nothing through it")
)]
#[inline(always)]
pub(crate) fn opaque_pointer(pointer: *mut u8) -> *mut u8 {
    #[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri)))]
    {
        let mut pointer = pointer;
        // SAFETY: as in `opaque`.
        unsafe {
            core::arch::asm!("/* {0} */", inout(reg) pointer,
                options(nomem, nostack, preserves_flags));
        }
        pointer
    }
    #[cfg(not(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri))))]
    core::hint::black_box(pointer)
}

/// Tells the optimiser that the object behind `pointer`, and all others that others can reach, may
/// have been read and written here.
#[inline(always)]
pub(crate) fn touch(pointer: *const u8) {
    #[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri)))]
    // SAFETY: the block is empty: it touches no memory, stack or flags.
    unsafe {
        core::arch::asm!("/* {0} */", in(reg) pointer, options(nostack, preserves_flags));
    }
    #[cfg(not(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri))))]
    core::hint::black_box(pointer);
}

#[cfg(test)]
mod tests {
    use super::{opaque, opaque_pointer};

    #[test]
    fn the_pointer_is_unchanged() {
        let mut byte = 7;
        let pointer = &raw mut byte;
        assert_eq!(opaque_pointer(pointer), pointer);
    }

    #[test]
    fn the_value_is_unchanged() {
        for value in [0, 1, 63, 64, usize::MAX] {
            assert_eq!(opaque(value), value);
        }
    }
}
