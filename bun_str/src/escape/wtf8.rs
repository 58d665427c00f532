//! The lenient reading of UTF-8 that escaping is defined on: by what a lead byte announces.

/// The length that a lead byte announces; 1 for a byte that is none.
pub(super) const fn announced_len(lead: u8) -> usize {
    match lead {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => 1,
    }
}

/// The code point at the start of `text`, which is not empty, and the bytes it was announced with.
///
/// Surrogates count; a byte that announces nothing stands for itself, and a sequence that is
/// incomplete, overlong or too large is 0. The length may exceed that of `text`.
pub(super) fn decode(text: &[u8]) -> (u32, usize) {
    let lead = text[0];
    let len = announced_len(lead);
    if len == 1 {
        return (lead.into(), 1);
    }
    let Some(rest) = text.get(1..len) else { return (0, len) };
    if rest.iter().any(|byte| byte & 0xc0 != 0x80) {
        return (0, len);
    }
    let first = u32::from(lead & (0x7f >> len));
    let code_point = rest.iter().fold(first, |value, byte| value << 6 | u32::from(byte & 0x3f));
    let least = [0x80, 0x800, 0x1_0000][len - 2];
    let is_valid = code_point >= least && code_point <= 0x10_ffff;
    (if is_valid { code_point } else { 0 }, len)
}
