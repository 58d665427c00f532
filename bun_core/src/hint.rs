//! What the compiler should know about a branch. None of it changes what a program does.

/// Marks the branch it stands in as unlikely.
///
/// Zig: `@branchHint(.cold)`.
///
/// # Examples
///
/// ```
/// fn checked(divisor: u32) -> Option<u32> {
///     if divisor == 0 {
///         bun_core::hint::cold();
///         return None;
///     }
///     Some(100 / divisor)
/// }
/// assert_eq!(checked(7), Some(14));
/// ```
#[inline(always)]
pub const fn cold() {
    core::hint::cold_path();
}

/// Returns `condition`, which is expected to be true.
///
/// Zig: `@branchHint(.likely)`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::hint::likely(1 + 1 == 2));
/// ```
#[inline(always)]
#[must_use]
pub const fn likely(condition: bool) -> bool {
    if !condition {
        cold();
    }
    condition
}

/// Returns `condition`, which is expected to be false.
///
/// Zig: `bun.unlikely`, `@branchHint(.unlikely)`.
///
/// # Examples
///
/// ```
/// assert!(!bun_core::hint::unlikely(1 + 1 == 3));
/// ```
#[inline(always)]
#[must_use]
pub const fn unlikely(condition: bool) -> bool {
    if condition {
        cold();
    }
    condition
}

pub use core::hint::{black_box, spin_loop};
