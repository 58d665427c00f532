//! SHA-512 digests as lockfiles and messages show them.

use core::fmt;

use super::pad::padded;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Shows a SHA-512 digest as `sha512-` and base64, or its ends when `SHORT`.
///
/// Zig: `bun.fmt.integrity`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::integrity;
///
/// let short = integrity::<true>([0; 64]).to_string();
/// assert_eq!(short, "sha512-AAAAAAAAAAAAA[...]AAAAAAAAAAAAA==");
/// assert_eq!(integrity::<false>([0; 64]).to_string().len(), 95);
/// ```
#[must_use]
pub const fn integrity<const SHORT: bool>(bytes: [u8; 64]) -> IntegrityFormatter<SHORT> {
    IntegrityFormatter { bytes }
}

/// See [`integrity`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{IntegrityFormatter, integrity};
///
/// let digest: IntegrityFormatter<false> = integrity::<false>([0xff; 64]);
/// assert!(digest.to_string().starts_with("sha512-//////"));
/// ```
#[derive(Copy, Clone, Debug)]
pub struct IntegrityFormatter<const SHORT: bool> {
    bytes: [u8; 64],
}

impl<const SHORT: bool> fmt::Display for IntegrityFormatter<SHORT> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encoded = base64(&self.bytes);
        let encoded = str::from_utf8(&encoded).map_err(|_| fmt::Error)?;
        padded(f, |to| {
            to.write_str("sha512-")?;
            if SHORT {
                to.write_str(&encoded[..13])?;
                to.write_str("[...]")?;
                to.write_str(&encoded[encoded.len() - 15..])
            } else {
                to.write_str(encoded)
            }
        })
    }
}

/// Standard base64 with padding.
fn base64(bytes: &[u8; 64]) -> [u8; 88] {
    let mut encoded = [b'='; 88];
    for (characters, group) in encoded.chunks_exact_mut(4).zip(bytes.chunks(3)) {
        let word = group.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3 - group.len()));
        // A group of n bytes has n + 1 characters that are no padding.
        for (index, character) in characters.iter_mut().enumerate().take(group.len() + 1) {
            *character = ALPHABET[(word >> (18 - 6 * index) & 63) as usize];
        }
    }
    encoded
}
