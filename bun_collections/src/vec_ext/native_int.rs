//! [`NativeInt`]: integers that are written as their bytes.

/// An integer that is written as its bytes, in the order of the processor.
///
/// Implemented by all integers; nothing else has bytes that are all initialised and no pointer.
///
/// # Examples
///
/// ```
/// use bun_collections::vec_ext::NativeInt;
///
/// assert_eq!(0x0102_u16.native_bytes().as_ref(), 0x0102_u16.to_ne_bytes());
/// ```
pub trait NativeInt: Copy + sealed::Sealed {
    /// The bytes, as an array.
    type Bytes: AsRef<[u8]>;

    /// Returns the bytes.
    #[must_use]
    fn native_bytes(self) -> Self::Bytes;
}

mod sealed {
    /// Only integers.
    pub trait Sealed {}
}

macro_rules! native_int {
    ($($int:ty),*) => {$(
        impl sealed::Sealed for $int {}

        impl NativeInt for $int {
            type Bytes = [u8; size_of::<$int>()];

            #[inline(always)]
            fn native_bytes(self) -> Self::Bytes {
                self.to_ne_bytes()
            }
        }
    )*};
}

native_int!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
