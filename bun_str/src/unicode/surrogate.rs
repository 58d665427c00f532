//! Surrogates: telling, splitting and joining them; one step of UTF-16.

use alloc::vec::Vec;

use super::sequence::{U3Fast, UNICODE_REPLACEMENT};

/// Returns whether `unit` is the first half of a pair.
///
/// Zig: `bun.strings.u16IsLead`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let [lead, trail] = strings::encode_surrogate_pair(0x1f600);
/// assert!(strings::u16_is_lead(lead) && strings::u16_is_trail(trail));
/// assert_eq!([lead, trail], [strings::u16_lead(0x1f600), strings::u16_trail(0x1f600)]);
/// assert_eq!(strings::decode_surrogate_pair(lead, trail), Some(0x1f600));
/// assert_eq!(strings::decode_surrogate_pair(trail, lead), None);
/// ```
#[doc(alias = "u16IsLead")]
#[must_use]
#[inline]
pub const fn u16_is_lead(unit: u16) -> bool {
    unit & 0xfc00 == 0xd800
}

/// Returns whether `unit` is the second half of a pair.
///
/// Zig: `bun.strings.u16IsTrail`.
#[doc(alias = "u16IsTrail")]
#[must_use]
#[inline]
pub const fn u16_is_trail(unit: u16) -> bool {
    unit & 0xfc00 == 0xdc00
}

/// Returns the first half of the pair for `supplementary`, a code point from 0x10000 to 0x10ffff.
///
/// Zig: `bun.strings.u16Lead`.
#[doc(alias = "u16Lead")]
#[must_use]
#[inline]
pub const fn u16_lead(supplementary: u32) -> u16 {
    ((supplementary >> 10) as u16).wrapping_add(0xd7c0)
}

/// Returns the second half of the pair for `supplementary`.
///
/// Zig: `bun.strings.u16Trail`.
#[doc(alias = "u16Trail")]
#[must_use]
#[inline]
pub const fn u16_trail(supplementary: u32) -> u16 {
    (supplementary & 0x3ff) as u16 | 0xdc00
}

/// Joins a pair that is known to be one; of other numbers it makes some number.
///
/// Zig: `bun.strings.u16GetSupplementary`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::u16_get_supplementary(0xd83d, 0xde00), 0x1f600);
/// ```
#[doc(alias = "u16GetSupplementary")]
#[must_use]
#[inline]
pub const fn u16_get_supplementary(lead: u32, trail: u32) -> u32 {
    const OFFSET: u32 = (0xd800 << 10) + 0xdc00 - 0x1_0000;
    (lead << 10).wrapping_add(trail).wrapping_sub(OFFSET)
}

/// Joins a pair, or returns `None` if it is none.
#[must_use]
#[inline]
pub const fn decode_surrogate_pair(lead: u16, trail: u16) -> Option<u32> {
    if u16_is_lead(lead) && u16_is_trail(trail) {
        Some(u16_get_supplementary(lead as u32, trail as u32))
    } else {
        None
    }
}

/// Splits `supplementary`, a code point from 0x10000 to 0x10ffff.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{decode_surrogate_pair, encode_surrogate_pair};
///
/// let [lead, trail] = encode_surrogate_pair('😀' as u32);
/// assert_eq!([lead, trail], [0xd83d, 0xde00]);
/// assert_eq!(decode_surrogate_pair(lead, trail), Some('😀' as u32));
/// ```
#[must_use]
#[inline]
pub const fn encode_surrogate_pair(supplementary: u32) -> [u16; 2] {
    [u16_lead(supplementary), u16_trail(supplementary)]
}

/// Appends `code_point`, as a pair from 0x10000 on; a surrogate is appended as it is.
///
/// # Examples
///
/// ```
/// let mut units = Vec::new();
/// bun_str::strings::push_codepoint_utf16(&mut units, 0x20ac);
/// bun_str::strings::push_codepoint_utf16(&mut units, 0x1f600);
/// assert_eq!(units, [0x20ac, 0xd83d, 0xde00]);
/// ```
#[inline]
pub fn push_codepoint_utf16(units: &mut Vec<u16>, code_point: u32) {
    match u16::try_from(code_point) {
        Ok(unit) => units.push(unit),
        Err(_) => units.extend_from_slice(&encode_surrogate_pair(code_point)),
    }
}

/// One decoded character, or what stands for one that could not be decoded.
///
/// Zig: `bun.strings.UTF16Replacement`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{UTF16Replacement, utf16_codepoint_with_fffd};
///
/// let pair = utf16_codepoint_with_fffd(&[0xd83d, 0xde00]);
/// assert_eq!((pair.code_point, pair.len, pair.utf8_width()), (0x1f600, 2, 4));
/// let lone = utf16_codepoint_with_fffd(&[0xde00]);
/// assert_eq!((lone.code_point, lone.len, lone.fail), (0xfffd, 1, true));
/// assert_eq!(UTF16Replacement::default().code_point, 0xfffd);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UTF16Replacement {
    /// The character, or [`UNICODE_REPLACEMENT`].
    pub code_point: u32,
    /// Elements of the input that it stands for.
    pub len: U3Fast,
    /// Whether decoding failed, as distinct from decoding a U+FFFD.
    pub fail: bool,
    /// Whether it failed only because the input ended: more of it may complete the character.
    pub can_buffer: bool,
    /// Whether the first unit is the first half of a pair that has no second.
    pub is_lead: bool,
}

impl Default for UTF16Replacement {
    fn default() -> Self {
        Self {
            code_point: UNICODE_REPLACEMENT,
            len: 0,
            fail: false,
            can_buffer: true,
            is_lead: false,
        }
    }
}

impl UTF16Replacement {
    /// Returns the bytes that the character takes in UTF-8.
    ///
    /// Zig: `bun.strings.UTF16Replacement.utf8Width`.
    #[doc(alias = "utf8Width")]
    #[must_use]
    #[inline]
    pub const fn utf8_width(self) -> U3Fast {
        match self.code_point {
            0..0x80 => 1,
            0x80..0x800 => 2,
            0x800..0x1_0000 => 3,
            _ => 4,
        }
    }
}

/// Decodes the first character of `input`; a surrogate that has no partner becomes U+FFFD.
///
/// | input starts with | `len` | `fail` | `is_lead` |
/// |---|---|---|---|
/// | nothing | 0 | no | no |
/// | a pair | 2 | no | no |
/// | a first half, then the end | 1 | no | yes |
/// | a first half, then anything but a second | 1 | yes | yes |
/// | a second half | 1 | yes | no |
///
/// Zig: `bun.strings.utf16CodepointWithFFFD`, for which an empty input is undefined behaviour.
///
/// # Examples
///
/// ```
/// use bun_str::strings::utf16_codepoint_with_fffd;
///
/// assert_eq!(utf16_codepoint_with_fffd(&[0xd83d, 0xde00]).code_point, '😀' as u32);
/// let lone = utf16_codepoint_with_fffd(&[0xde00, 0x61]);
/// assert!(lone.fail && lone.code_point == 0xfffd);
/// ```
#[doc(alias = "utf16CodepointWithFFFD")]
#[must_use]
#[inline]
pub fn utf16_codepoint_with_fffd(input: &[u16]) -> UTF16Replacement {
    let replaced = UTF16Replacement { len: 1, ..UTF16Replacement::default() };
    match *input {
        [] => UTF16Replacement::default(),
        [first, ..] if u16_is_trail(first) => UTF16Replacement { fail: true, ..replaced },
        [first, ..] if !u16_is_lead(first) => {
            UTF16Replacement { code_point: u32::from(first), ..replaced }
        }
        [_] => UTF16Replacement { is_lead: true, ..replaced },
        [lead, second, ..] => match decode_surrogate_pair(lead, second) {
            Some(code_point) => UTF16Replacement { code_point, len: 2, ..replaced },
            None => UTF16Replacement { fail: true, is_lead: true, ..replaced },
        },
    }
}

/// Decodes the first character of `input`, joining a first half with whatever follows it.
///
/// For input that is known to be well-formed; `fail` and `is_lead` are never set. A half at the
/// end, and a second half in front, are U+FFFD.
///
/// Zig: `bun.strings.utf16Codepoint`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::utf16_codepoint;
///
/// assert_eq!(utf16_codepoint(&[0xd83d, 0xde00]).code_point, 0x1f600);
/// assert_eq!(utf16_codepoint(&[0xd83d, 0x61]).len, 2);
/// ```
#[doc(alias = "utf16Codepoint")]
#[must_use]
#[inline]
pub fn utf16_codepoint(input: &[u16]) -> UTF16Replacement {
    let replaced = UTF16Replacement { len: 1, ..UTF16Replacement::default() };
    match *input {
        [] => UTF16Replacement::default(),
        [lead, second, ..] if u16_is_lead(lead) => {
            let high = u32::from(lead & 0x3ff) << 10;
            let code_point = 0x1_0000 + (high | u32::from(second & 0x3ff));
            UTF16Replacement { code_point, len: 2, ..replaced }
        }
        [half, ..] if u16_is_lead(half) || u16_is_trail(half) => replaced,
        [unit, ..] => UTF16Replacement { code_point: u32::from(unit), ..replaced },
    }
}
