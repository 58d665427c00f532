//! Bytes with a NUL behind them.

use alloc::ffi::CString;
use alloc::vec::Vec;
use core::ffi::CStr;
use core::ptr::NonNull;

use bun_alloc::AllocError;

use super::CowSliceZ;

/// Zig: `bun.ptr.CowSliceZ(u8, 0)`.
impl CowSliceZ<u8, true> {
    /// No bytes, and the NUL.
    pub const EMPTY: Self = Self::init_static(c"");

    /// Owns the bytes of a C string.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::CowSliceZ;
    ///
    /// let text = CowSliceZ::<u8, true>::init_owned(c"abc".into());
    /// assert_eq!(text.slice(), b"abc");
    /// assert_eq!(text.slice_with_sentinel(), b"abc\0");
    /// ```
    #[doc(alias = "initOwned")]
    #[must_use]
    pub fn init_owned(data: CString) -> Self {
        Self::from_stored(data.into_bytes_with_nul().into_boxed_slice())
    }

    /// Owns a copy, with a NUL behind it. NULs in the data are bytes like any other.
    ///
    /// # Errors
    ///
    /// There is no memory.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = bun_collections::CowSliceZ::<u8, true>::init_dupe(b"a\0b")?;
    /// assert_eq!(text.slice_with_sentinel(), b"a\0b\0");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "initDupe")]
    pub fn init_dupe(data: &[u8]) -> Result<Self, AllocError> {
        let mut stored = Vec::new();
        stored.try_reserve_exact(data.len().checked_add(1).ok_or(AllocError)?)?;
        stored.extend_from_slice(data);
        stored.push(0);
        Ok(Self::from_stored(stored.into_boxed_slice()))
    }

    /// Borrows a C string that stays.
    #[doc(alias = "initStatic")]
    #[must_use]
    pub const fn init_static(data: &'static CStr) -> Self {
        let stored = data.to_bytes_with_nul();
        Self::from_parts(NonNull::from_ref(stored).cast(), stored.len() - 1, false)
    }

    /// Returns the bytes and the NUL.
    #[inline]
    #[must_use]
    pub const fn slice_with_sentinel(&self) -> &[u8] {
        self.stored()
    }
}

impl Default for CowSliceZ<u8, true> {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}
