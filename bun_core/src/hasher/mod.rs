//! What Zig's `anytype` with an `update` method is: something to feed bytes to.
//!
//! `core::hash::Hasher` was rejected as the trait: `#[derive(Hash)]` feeds it lengths and
//! discriminants that no Zig program feeds, so the numbers that land in lockfiles and chunk names
//! would differ without a word from the compiler.

#[cfg(test)]
mod tests;

use bun_wyhash::{Wyhash, Wyhash11};
use xxhash_rust::xxh64::Xxh64;

/// Takes bytes and makes a number of them.
///
/// Implemented for the hashes that Zig code uses: [`Wyhash`], [`Wyhash11`] and xxHash-64, and for
/// `&mut H`.
///
/// # Examples
///
/// ```
/// use bun_core::Hasher;
/// use bun_wyhash::Wyhash;
///
/// fn feed<H: Hasher + ?Sized>(hasher: &mut H) {
///     hasher.update(b"ab");
///     hasher.write(b"c");
/// }
/// let mut hasher = Wyhash::init(0);
/// feed(&mut hasher);
/// assert_eq!(hasher.finish(), bun_wyhash::hash(b"abc"));
/// ```
pub trait Hasher {
    /// Takes more bytes. Where one call ends and the next begins makes no difference.
    fn update(&mut self, bytes: &[u8]);

    /// [`update`](Self::update) by the name that Rust has for it.
    fn write(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    /// Returns the hash of all bytes so far.
    #[doc(alias = "final")]
    fn finish(&self) -> u64;
}

macro_rules! hashers {
    ($($Hash:ty: $finish:ident;)*) => {$(
        impl Hasher for $Hash {
            #[inline]
            fn update(&mut self, bytes: &[u8]) {
                <$Hash>::update(self, bytes);
            }

            #[inline]
            fn finish(&self) -> u64 {
                <$Hash>::$finish(self)
            }
        }
    )*};
}

hashers! {
    Wyhash: final_;
    Wyhash11: final_;
    Xxh64: digest;
}

impl<H: Hasher + ?Sized> Hasher for &mut H {
    #[inline]
    fn update(&mut self, bytes: &[u8]) {
        (**self).update(bytes);
    }

    #[inline]
    fn finish(&self) -> u64 {
        (**self).finish()
    }
}

/// Feeds the bytes of a value to a hasher.
///
/// The bytes are those of the value in memory, as Zig's `asBytes` has them, with two differences
/// that only other machines see: numbers are little-endian everywhere, and padding is left out.
///
/// Zig: `bun.writeAnyToHasher`.
///
/// # Examples
///
/// ```
/// use bun_wyhash::Wyhash;
///
/// let mut hasher = Wyhash::init(0);
/// bun_core::write_any_to_hasher(&mut hasher, 7_u32);
/// bun_core::write_any_to_hasher(&mut hasher, (true, [1_u8, 2]));
/// assert_eq!(hasher.final_(), bun_wyhash::hash(&[7, 0, 0, 0, 1, 1, 2]));
/// ```
///
/// A slice would be hashed as its address in Zig; here it is not accepted, feed it with `update`:
///
/// ```compile_fail,E0277
/// bun_core::write_any_to_hasher(&mut bun_wyhash::Wyhash::init(0), b"abc".as_slice());
/// ```
#[doc(alias = "writeAnyToHasher")]
#[inline]
pub fn write_any_to_hasher<H: Hasher + ?Sized, T: AsBytes>(hasher: &mut H, thing: T) {
    thing.feed(hasher);
}

/// Values that [`write_any_to_hasher`] takes: numbers, `bool`, and arrays, tuples and references of
/// those.
///
/// # Examples
///
/// ```
/// use bun_core::{AsBytes, Hasher};
///
/// struct Id(u32);
/// impl AsBytes for Id {
///     fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H) {
///         self.0.feed(hasher);
///     }
/// }
/// let mut hasher = bun_wyhash::Wyhash::init(0);
/// bun_core::write_any_to_hasher(&mut hasher, Id(1));
/// assert_eq!(hasher.final_(), bun_wyhash::hash(&[1, 0, 0, 0]));
/// ```
pub trait AsBytes {
    /// Feeds the bytes of the value, without padding, numbers little-endian.
    fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H);
}

macro_rules! numbers {
    ($($Number:ty)*) => {$(
        impl AsBytes for $Number {
            #[inline]
            fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H) {
                hasher.update(&self.to_le_bytes());
            }
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }

impl AsBytes for bool {
    #[inline]
    fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H) {
        u8::from(*self).feed(hasher);
    }
}

impl AsBytes for () {
    #[inline]
    fn feed<H: Hasher + ?Sized>(&self, _: &mut H) {}
}

impl<T: AsBytes + ?Sized> AsBytes for &T {
    #[inline]
    fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H) {
        (**self).feed(hasher);
    }
}

impl<T: AsBytes, const N: usize> AsBytes for [T; N] {
    fn feed<H: Hasher + ?Sized>(&self, hasher: &mut H) {
        for element in self {
            element.feed(hasher);
        }
    }
}

macro_rules! tuples {
    ($($($T:ident)+;)*) => {$(
        impl<$($T: AsBytes),+> AsBytes for ($($T,)+) {
            fn feed<Sink: Hasher + ?Sized>(&self, hasher: &mut Sink) {
                #[expect(non_snake_case, reason = "a field is named after its type")]
                let ($($T,)+) = self;
                $( $T.feed(hasher); )+
            }
        }
    )*};
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
}
