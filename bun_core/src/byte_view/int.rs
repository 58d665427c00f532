//! Integers from the bytes of this machine.

/// Integers that are read from bytes in the order of this machine.
///
/// For tables that were written by the same program. What another machine reads has an order of its
/// own: `u32::from_le_bytes`.
///
/// Implemented for all integers of Rust; nothing else can be added.
///
/// # Examples
///
/// ```
/// use bun_core::NativeEndianInt;
///
/// let bytes = 7_u16.to_ne_bytes();
/// assert_eq!(u16::SIZE, 2);
/// assert_eq!(u16::from_ne_slice(&bytes), 7);
/// ```
pub trait NativeEndianInt: Copy + 'static + sealed::Sealed {
    /// The number of bytes.
    const SIZE: usize;

    /// Reads the number from the first [`SIZE`](Self::SIZE) bytes.
    ///
    /// # Panics
    ///
    /// If there are fewer.
    fn from_ne_slice(bytes: &[u8]) -> Self;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! integers {
    ($($Int:ty)*) => {$(
        impl sealed::Sealed for $Int {}
        impl NativeEndianInt for $Int {
            const SIZE: usize = size_of::<$Int>();

            #[inline]
            #[track_caller]
            fn from_ne_slice(bytes: &[u8]) -> Self {
                let first = bytes.first_chunk().expect("too few bytes for the integer");
                <$Int>::from_ne_bytes(*first)
            }
        }
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
