//! Integers as little-endian bytes.

mod sealed {
    pub trait Sealed {}
}

/// An integer with a little-endian form; implemented for all of them, and for nothing else.
///
/// # Examples
///
/// ```
/// use bun_core::io::IntLe;
///
/// fn encoded<I: IntLe>(value: I) -> Vec<u8> {
///     value.to_le_bytes().as_ref().to_vec()
/// }
///
/// assert_eq!(encoded(0x0102_u16), [2, 1]);
/// assert_eq!(<u32 as IntLe>::from_le_bytes([1, 0, 0, 0]), 1);
/// ```
pub trait IntLe: Copy + sealed::Sealed {
    /// The array of its bytes.
    type Bytes: AsRef<[u8]> + AsMut<[u8]> + Default;

    /// Returns the bytes, lowest first.
    fn to_le_bytes(self) -> Self::Bytes;

    /// Returns the integer with these bytes, lowest first.
    fn from_le_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! implement {
    ($($int:ty)+) => {$(
        impl sealed::Sealed for $int {}
        impl IntLe for $int {
            type Bytes = [u8; size_of::<$int>()];

            fn to_le_bytes(self) -> Self::Bytes {
                self.to_le_bytes()
            }

            fn from_le_bytes(bytes: Self::Bytes) -> Self {
                Self::from_le_bytes(bytes)
            }
        }
    )+};
}

implement! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
