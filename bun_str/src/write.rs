//! `IntBe`: integers as they travel through networks.

pub use bun_core::io::{IntLe, Write};

/// An integer that is written with its highest byte first.
///
/// Zig: `writer.writeInt(T, value, .big)`.
///
/// # Examples
///
/// ```
/// use bun_str::write::IntBe;
///
/// fn length<I: IntBe>(value: I) -> usize {
///     value.to_be_bytes().as_ref().len()
/// }
/// assert_eq!(length(1_u16), 2);
/// assert_eq!(<u32 as IntBe>::from_be_bytes([0, 0, 1, 2]), 0x102);
/// ```
pub trait IntBe: Copy {
    /// The bytes of the integer.
    type Bytes: AsRef<[u8]> + AsMut<[u8]> + Default;

    /// The bytes, the highest first.
    fn to_be_bytes(self) -> Self::Bytes;

    /// The integer whose bytes are given, the highest first.
    fn from_be_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! int_be {
    ($($int:ty),*) => {$(
        impl IntBe for $int {
            type Bytes = [u8; size_of::<Self>()];

            fn to_be_bytes(self) -> Self::Bytes {
                <$int>::to_be_bytes(self)
            }

            fn from_be_bytes(bytes: Self::Bytes) -> Self {
                <$int>::from_be_bytes(bytes)
            }
        }
    )*};
}

int_be!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
