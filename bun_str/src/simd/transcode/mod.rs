//! Bulk conversion between UTF-8, UTF-16 and Latin-1, and the lengths of the results.
//!
//! Every conversion here has one contract: it converts a prefix of `source`, as long as it likes,
//! that is well-formed, ends at a whole character and whose result fits `out`; it writes exactly
//! `written` elements and says how far it came (behind them it may have begun a character). What
//! stops it (an ill-formed sequence, a full buffer, a tail too short for vectors) is for the
//! scalar steps of [`crate::unicode`] to find out. So nothing depends on the vector code being
//! complete, only on its being right, and a processor without the instructions gets the empty
//! prefix.
//!
//! | processor | UTF-8 → UTF-16 | UTF-16 → UTF-8 |
//! |---|---|---|
//! | AVX-512 with VBMI2 | 64 bytes at a time, compressed to the last bytes of characters | 32 units, compressed |
//! | SSE4.1 | validated in pieces, then shuffled by table | shuffled by table |
//! | any other | runs of ASCII | runs of ASCII |
//!
//! Rejected: `encoding_rs::mem`, which is scalar between runs of ASCII, and `simdutf`, which is
//! C++.

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod avx512;
mod count;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod level;
mod narrow;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod sse2;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod sse41;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod tables;
#[cfg(test)]
mod tests;

use core::mem::MaybeUninit;

pub(crate) use count::{latin1_len_in_utf8, utf8_len_in_utf16, utf16_len_in_utf8};
pub(crate) use narrow::{
    ascii_prefix, is_short_ascii, narrow_prefix, narrow_prefix_into, widen_prefix,
    widen_prefix_into,
};

#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
use level::Level;

/// How far a conversion came.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Progress {
    /// Elements of the source that were converted.
    pub(crate) read: usize,
    /// Elements of the output that were written.
    pub(crate) written: usize,
}

/// Below this length the scalar steps are done before a table kernel would be.
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
const SHORT: usize = 16;

/// Converts a prefix of UTF-8 to UTF-16.
#[inline]
pub(crate) fn utf8_to_utf16(source: &[u8], out: &mut [MaybeUninit<u16>]) -> Progress {
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    match Level::get() {
        Level::Avx512 => return avx512::utf8_to_utf16(source, out),
        Level::Sse41 | Level::Avx2 if source.len() >= SHORT => {
            return sse41::utf8_to_utf16(source, out);
        }
        _ => {}
    }
    widen_prefix(source, out)
}

/// Converts a prefix of UTF-16 to UTF-8.
#[inline]
pub(crate) fn utf16_to_utf8(source: &[u16], out: &mut [MaybeUninit<u8>]) -> Progress {
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    match Level::get() {
        Level::Avx512 => return avx512::utf16_to_utf8(source, out),
        Level::Sse41 | Level::Avx2 if source.len() >= SHORT => {
            return sse41::utf16_to_utf8(source, out);
        }
        _ => {}
    }
    narrow_prefix(source, out)
}

/// Converts a prefix of Latin-1 to UTF-8.
#[inline]
pub(crate) fn latin1_to_utf8(source: &[u8], out: &mut [MaybeUninit<u8>]) -> Progress {
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    if Level::get() == Level::Avx512 {
        return avx512::latin1_to_utf8(source, out);
    }
    narrow::copy_prefix(source, out)
}
