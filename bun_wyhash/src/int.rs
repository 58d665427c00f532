//! Integer to integer: bijections for tables keyed by an integer whose bits are badly spread.
//!
//! Use [`auto_hash`](crate::auto_hash()) for the hash that Zig's maps use; these are what
//! `std.hash.int` returns, which keeps the width of its input.

mod sealed {
    pub trait Sealed {}
}

/// The integers that [`hash_int`] takes. Implemented for every primitive integer and for nothing
/// else.
///
/// # Examples
///
/// ```
/// use bun_wyhash::{HashInt, hash_int};
///
/// fn slot<T: HashInt + Into<u64>>(key: T, mask: u64) -> u64 {
///     hash_int(key).into() & mask
/// }
///
/// assert_eq!(slot(1_u32, 0xff), 0xd6);
/// ```
pub trait HashInt: sealed::Sealed + Copy {
    #[doc(hidden)]
    fn hash_int(self) -> Self;
}

/// Returns `input` with its bits mixed: a bijection on the integers of its type.
///
/// 16, 32 and 64 bits have finalizers of their own; 8 and 128 bits four rounds of shift and
/// multiply. Signed integers hash as their bit pattern.
///
/// Zig: `std.hash.int`.
///
/// # Examples
///
/// ```
/// use bun_wyhash::hash_int;
///
/// assert_eq!(hash_int(1_u32), 0x042741d6);
/// assert_eq!(hash_int(1_i64), 0x0718_94de_00d9_981f);
/// ```
///
/// ```compile_fail,E0277
/// bun_wyhash::hash_int(1.0_f64);
/// ```
#[doc(alias = "int")]
#[inline]
#[must_use]
pub fn hash_int<T: HashInt>(input: T) -> T {
    input.hash_int()
}

/// Returns `input` with its bits mixed: `hash_int` for `u32`, usable in constants.
///
/// Zig: `std.hash.uint32`.
///
/// # Examples
///
/// ```
/// const SLOT: u32 = bun_wyhash::uint32(1);
///
/// assert_eq!(SLOT, bun_wyhash::hash_int(1_u32));
/// ```
#[inline]
#[must_use]
pub const fn uint32(input: u32) -> u32 {
    let mut x = input;
    x = (x ^ (x >> 17)).wrapping_mul(0xed5a_d4bb);
    x = (x ^ (x >> 11)).wrapping_mul(0xac4c_1b51);
    x = (x ^ (x >> 15)).wrapping_mul(0x3184_8bab);
    x ^ (x >> 14)
}

const fn uint16(input: u16) -> u16 {
    let mut x = input;
    x = (x ^ (x >> 7)).wrapping_mul(0x2993);
    x = (x ^ (x >> 5)).wrapping_mul(0xe877);
    x = (x ^ (x >> 9)).wrapping_mul(0x0235);
    x ^ (x >> 10)
}

const fn uint64(input: u64) -> u64 {
    const FACTOR: u64 = 0xbea2_25f9_eb34_556d;
    let mut x = input;
    x = (x ^ (x >> 32)).wrapping_mul(FACTOR);
    x = (x ^ (x >> 29)).wrapping_mul(FACTOR);
    x = (x ^ (x >> 32)).wrapping_mul(FACTOR);
    x ^ (x >> 29)
}

/// The low 128 bits of the 256-bit multiplier that serves every width without its own finalizer.
const FACTOR: u128 = 0xb00a_a459_b448_bf1e_ca24_d41c_96f5_9e5b;

const fn uint8(input: u8) -> u8 {
    let mut x = input;
    let mut rounds = 0;
    while rounds < 4 {
        x = (x ^ (x >> 4)).wrapping_mul(FACTOR as u8);
        rounds += 1;
    }
    x
}

const fn uint128(input: u128) -> u128 {
    let mut x = input;
    let mut rounds = 0;
    while rounds < 4 {
        x = (x ^ (x >> 64)).wrapping_mul(FACTOR);
        rounds += 1;
    }
    x
}

macro_rules! hash_int {
    ($($function:ident($unsigned:ident): $($int:ident)*;)*) => {$($(
        impl sealed::Sealed for $int {}

        impl HashInt for $int {
            #[inline]
            fn hash_int(self) -> Self {
                $function(self as $unsigned) as $int
            }
        }
    )*)*};
}

hash_int! {
    uint8(u8): u8 i8;
    uint16(u16): u16 i16;
    uint32(u32): u32 i32;
    uint64(u64): u64 i64;
    uint128(u128): u128 i128;
}

#[cfg(target_pointer_width = "64")]
hash_int! { uint64(u64): usize isize; }

#[cfg(target_pointer_width = "32")]
hash_int! { uint32(u32): usize isize; }

#[cfg(target_pointer_width = "16")]
hash_int! { uint16(u16): usize isize; }
