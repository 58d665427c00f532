//! Hashes in eight characters, for file names.

use core::fmt;

use super::pad::padded;

/// The digits: no `i`, `l`, `o`, `u`, which look like others.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Returns five bits of each byte of a hash, the lowest byte first, as letters and digits.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::truncated_hash32_bytes;
///
/// assert_eq!(&truncated_hash32_bytes(0x0123_4567_89ab_cdef), b"fdb97531");
/// ```
#[must_use]
pub const fn truncated_hash32_bytes(hash: u64) -> [u8; 8] {
    let mut text = hash.to_le_bytes();
    let mut index = 0;
    while index < text.len() {
        text[index] = DIGITS[(text[index] & 31) as usize];
        index += 1;
    }
    text
}

/// Shows [`truncated_hash32_bytes`].
///
/// Zig: `bun.fmt.truncatedHash32`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::truncated_hash32(u64::MAX).to_string(), "zzzzzzzz");
/// ```
#[doc(alias = "truncatedHash32")]
#[must_use]
pub const fn truncated_hash32(hash: u64) -> TruncatedHash32 {
    TruncatedHash32(hash)
}

/// See [`truncated_hash32`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{TruncatedHash32, truncated_hash32};
///
/// let hash: TruncatedHash32 = truncated_hash32(1);
/// assert_eq!(format!("chunk-{hash}.js"), "chunk-10000000.js");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct TruncatedHash32(u64);

impl fmt::Display for TruncatedHash32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = truncated_hash32_bytes(self.0);
        let text = str::from_utf8(&text).map_err(|_| fmt::Error)?;
        padded(f, |to| to.write_str(text))
    }
}
