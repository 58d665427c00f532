//! The rule that turns a tag into its code, for constants and for names met at run time alike.
//!
//! ```text
//! 0            not a code: the niche that makes `Option<Error>` two bytes
//! 1 ..= W      the W well-known tags, in the byte order of their names
//! W+1 .. 4096  unused, so that the hashed range does not move when a tag becomes well known
//! 4096 ..      every other tag: a hash of its bytes, the same in every crate of the build
//! ```

use core::num::NonZeroU16;

use super::well_known;

/// The first code of the hashed range.
pub(super) const FIRST_HASHED: u16 = 4096;

const _: () = assert!(well_known::NAMES.len() <= FIRST_HASHED as usize);

/// Returns the code of a tag by the rule above.
pub(super) const fn code_of(tag: &[u8]) -> NonZeroU16 {
    let code = match well_known::position(tag) {
        Some(position) => position as u16,
        None => hashed(tag, SEED),
    };
    NonZeroU16::new(code).expect("both ranges start above zero")
}

/// Returns the code a tag that is not well known has under `seed`.
///
/// The 64-bit FNV-1a hash of the bytes, finished by a multiply-and-fold and scaled to the range:
/// it is a few lines of `const` code, and tags are short.
pub(super) const fn hashed(tag: &[u8], seed: u64) -> u16 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ seed;
    let mut rest = tag;
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = tail;
    }
    let spread = hash as u128 * 0x9e37_79b9_7f4a_7c15;
    let mixed = (spread as u64) ^ (spread >> 64) as u64;
    let width = (u16::MAX - FIRST_HASHED) as u64 + 1;
    FIRST_HASHED + (((mixed >> 32) * width) >> 32) as u16
}

/// Moves every hashed code; `BUN_ERROR_SEED` in the environment of the build, zero by default.
///
/// Cargo rebuilds this crate, and with it every crate above, when the variable changes.
pub(super) const SEED: u64 = match option_env!("BUN_ERROR_SEED") {
    Some(text) => parse(text.as_bytes()),
    None => 0,
};

const fn parse(digits: &[u8]) -> u64 {
    let mut value = 0u64;
    let mut rest = digits;
    while let [digit, tail @ ..] = rest {
        assert!(digit.is_ascii_digit(), "BUN_ERROR_SEED must be a decimal number");
        value = value.wrapping_mul(10).wrapping_add((*digit - b'0') as u64);
        rest = tail;
    }
    value
}
