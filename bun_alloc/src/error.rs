//! [`AllocError`]: the one way an allocation fails.
//!
//! Zig's `error.OutOfMemory` carries nothing, so neither does this. It is zero-sized:
//! `Result<(), AllocError>` is one byte and `Option<AllocError>` is a flag, and returning one never
//! allocates. Which request failed is known where the request was made.

use alloc::collections::TryReserveError;
use core::alloc::LayoutError;
use core::error::Error;
use core::fmt;

/// Memory could not be obtained, or the size asked for cannot exist.
///
/// A container that returns this is as it was before the call.
///
/// Zig: `error.OutOfMemory`, `bun.OOM`.
///
/// # Examples
///
/// ```
/// use bun_alloc::AllocError;
///
/// fn copy(bytes: &[u8]) -> Result<Vec<u8>, AllocError> {
///     let mut out = Vec::new();
///     out.try_reserve_exact(bytes.len())?;
///     out.extend_from_slice(bytes);
///     Ok(out)
/// }
///
/// assert_eq!(copy(b"abc"), Ok(b"abc".to_vec()));
/// assert_eq!(size_of::<AllocError>(), 0);
/// assert_eq!(AllocError.to_string(), "OutOfMemory");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "OutOfMemory")]
#[doc(alias = "OOM")]
pub struct AllocError;

impl AllocError {
    /// Returns the Zig error name, which is also what `Display` prints.
    ///
    /// Zig: `@errorName(error.OutOfMemory)`.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_alloc::AllocError.name(), "OutOfMemory");
    /// ```
    #[doc(alias = "errorName")]
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        "OutOfMemory"
    }
}

impl fmt::Display for AllocError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Error for AllocError {}

/// Both of its causes, overflow and exhaustion, are out-of-memory in Zig.
impl From<TryReserveError> for AllocError {
    #[inline]
    fn from(_: TryReserveError) -> Self {
        Self
    }
}

/// A layout that cannot exist is a request that cannot be met.
impl From<LayoutError> for AllocError {
    #[inline]
    fn from(_: LayoutError) -> Self {
        Self
    }
}

impl From<bumpalo::AllocErr> for AllocError {
    #[inline]
    fn from(_: bumpalo::AllocErr) -> Self {
        Self
    }
}

const _: () = assert!(size_of::<AllocError>() == 0);
const _: () = assert!(size_of::<Result<(), AllocError>>() == 1);
