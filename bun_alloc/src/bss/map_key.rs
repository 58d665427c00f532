//! What a map keeps of a key: its hash.

/// The separator that ends a directory name on this platform.
const SEPARATOR: u8 = if cfg!(windows) { b'\\' } else { b'/' };

/// Returns the identity of a key in a map: the 64-bit Wyhash of its bytes, without its trailing
/// separators if they do not count. Two keys with the same hash are the same key.
#[inline]
pub(super) fn hash_key<const REMOVE_TRAILING_SLASHES: bool>(key: &[u8]) -> u64 {
    bun_wyhash::hash(if REMOVE_TRAILING_SLASHES { trim_end(key, SEPARATOR) } else { key })
}

/// Returns `bytes` without the `byte`s at its end.
#[inline]
pub(super) fn trim_end(bytes: &[u8], byte: u8) -> &[u8] {
    let end = bytes.iter().rposition(|&last| last != byte).map_or(0, |at| at + 1);
    &bytes[..end]
}
