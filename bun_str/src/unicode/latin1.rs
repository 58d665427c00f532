//! Latin-1 and Windows-1252, one byte a character.

use alloc::vec::Vec;

use bun_alloc::AllocError;

use super::convert::{clamp, latin1_append_utf8, latin1_into_utf8};
use super::encoding::EncodeIntoResult;
use crate::ZBox;
use crate::simd::transcode;

/// Converts Latin-1 to UTF-8, unless it is all ASCII: then the answer is `None`, and the bytes
/// serve as they are.
///
/// Zig: `bun.strings.toUTF8FromLatin1`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::to_utf8_from_latin1(b"caf\xe9").as_deref(), Some("café".as_bytes()));
/// assert_eq!(strings::to_utf8_from_latin1(b"ascii"), None);
/// ```
#[doc(alias = "toUTF8FromLatin1")]
#[must_use]
pub fn to_utf8_from_latin1(latin1: &[u8]) -> Option<Vec<u8>> {
    let ascii = transcode::ascii_prefix(latin1);
    if ascii == latin1.len() {
        return None;
    }
    let mut list = Vec::with_capacity(ascii + transcode::latin1_len_in_utf8(&latin1[ascii..]));
    list.extend_from_slice(&latin1[..ascii]);
    latin1_append_utf8(&latin1[ascii..], &mut list);
    Some(list)
}

/// Like [`to_utf8_from_latin1`], with a terminator.
///
/// Zig: `bun.strings.toUTF8FromLatin1Z`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::to_utf8_from_latin1_z;
///
/// let text = to_utf8_from_latin1_z(b"caf\xe9").unwrap();
/// assert_eq!(text.as_bytes_with_nul(), "café\0".as_bytes());
/// assert!(to_utf8_from_latin1_z(b"ascii").is_none());
/// ```
#[doc(alias = "toUTF8FromLatin1Z")]
#[must_use]
pub fn to_utf8_from_latin1_z(latin1: &[u8]) -> Option<ZBox> {
    to_utf8_from_latin1(latin1).map(ZBox::from_vec)
}

/// Converts Latin-1 to UTF-8.
///
/// Zig: `bun.strings.allocateLatin1IntoUTF8`.
///
/// # Errors
///
/// [`AllocError`] when there is no memory for the result.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::allocate_latin1_into_utf8(b"\xe9").unwrap(), "é".as_bytes());
/// let list = strings::allocate_latin1_into_utf8_with_list(b"ab".to_vec(), 1, b"\xe9");
/// assert_eq!(list, "aé".as_bytes());
/// ```
#[doc(alias = "allocateLatin1IntoUTF8")]
pub fn allocate_latin1_into_utf8(latin1: &[u8]) -> Result<Vec<u8>, AllocError> {
    let mut list = Vec::new();
    append(&mut list, latin1)?;
    Ok(list)
}

/// Writes Latin-1 as UTF-8 to `list` from `offset_into_list` on, where the list ends afterwards.
///
/// Zig: `bun.strings.allocateLatin1IntoUTF8WithList`.
///
/// # Panics
///
/// When `offset_into_list` is beyond the end of `list`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::allocate_latin1_into_utf8_with_list;
///
/// let list = allocate_latin1_into_utf8_with_list(b"a...".to_vec(), 1, b"\xe9");
/// assert_eq!(list, "aé".as_bytes());
/// ```
#[doc(alias = "allocateLatin1IntoUTF8WithList")]
#[must_use]
pub fn allocate_latin1_into_utf8_with_list(
    mut list: Vec<u8>,
    offset_into_list: usize,
    latin1: &[u8],
) -> Vec<u8> {
    assert!(offset_into_list <= list.len(), "the offset is beyond the list");
    list.truncate(offset_into_list);
    append(&mut list, latin1).unwrap_or_else(|_| bun_alloc::out_of_memory());
    list
}

fn append(list: &mut Vec<u8>, latin1: &[u8]) -> Result<(), AllocError> {
    list.try_reserve(transcode::latin1_len_in_utf8(latin1)).map_err(|_| AllocError)?;
    latin1_append_utf8(latin1, list);
    Ok(())
}

/// Converts as much of `latin1` as fits `buf`; a character is never split.
///
/// Zig: `bun.strings.copyLatin1IntoUTF8`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{EncodeIntoResult, copy_latin1_into_utf8};
///
/// let mut buf = [0; 4];
/// let result = copy_latin1_into_utf8(&mut buf, b"caf\xe9");
/// assert_eq!(result, EncodeIntoResult { read: 3, written: 3 });
/// ```
#[doc(alias = "copyLatin1IntoUTF8")]
#[inline]
pub fn copy_latin1_into_utf8(buf: &mut [u8], latin1: &[u8]) -> EncodeIntoResult {
    let room = clamp(buf).len();
    latin1_into_utf8(clamp(latin1), &mut buf[..room]).0.into_result()
}

/// Like [`copy_latin1_into_utf8`]; with `STOP`, a byte that is not ASCII, within the length of
/// `buf`, makes the answer [`EncodeIntoResult::NON_ASCII`].
///
/// Zig: `bun.strings.copyLatin1IntoUTF8StopOnNonASCII`, which looks for such a byte in vectors and
/// may miss one for which a single byte of room is left.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{
///     EncodeIntoResult, copy_latin1_into_utf8_stop_on_non_ascii as copy,
/// };
///
/// let mut buf = [0; 8];
/// assert_eq!(copy::<true>(&mut buf, b"caf\xe9"), EncodeIntoResult::NON_ASCII);
/// assert_eq!(copy::<true>(&mut buf, b"cafe"), EncodeIntoResult { read: 4, written: 4 });
/// ```
#[doc(alias = "copyLatin1IntoUTF8StopOnNonASCII")]
pub fn copy_latin1_into_utf8_stop_on_non_ascii<const STOP: bool>(
    buf: &mut [u8],
    latin1: &[u8],
) -> EncodeIntoResult {
    if !STOP {
        return copy_latin1_into_utf8(buf, latin1);
    }
    let len = clamp(buf).len().min(latin1.len());
    if transcode::ascii_prefix(&latin1[..len]) < len {
        return EncodeIntoResult::NON_ASCII;
    }
    buf[..len].copy_from_slice(&latin1[..len]);
    EncodeIntoResult { read: len as u32, written: len as u32 }
}

/// Overwrites each byte that is not ASCII, and the byte behind it, by the two bytes of its UTF-8.
///
/// The caller has left a byte free behind each of them. Where the last byte of `buf` is not ASCII,
/// there is no room, and it stays.
///
/// Zig: `bun.strings.replaceLatin1WithUTF8`, which writes beyond the buffer then.
///
/// # Examples
///
/// ```
/// let mut text = *b"caf\xe9\0!";
/// bun_str::strings::replace_latin1_with_utf8(&mut text);
/// assert_eq!(text, "café!".as_bytes());
/// ```
#[doc(alias = "replaceLatin1WithUTF8")]
pub fn replace_latin1_with_utf8(buf: &mut [u8]) {
    let mut rest = buf;
    loop {
        let start = transcode::ascii_prefix(rest);
        let Some(place) = rest[start..].first_chunk_mut() else { return };
        *place = latin1_to_codepoint_bytes_assume_not_ascii(place[0]);
        rest = &mut rest[start + 2..];
    }
}

/// Returns the UTF-8 of a Latin-1 character that is not ASCII.
///
/// Zig: `bun.strings.latin1ToCodepointBytesAssumeNotASCII`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::latin1_to_codepoint_bytes_assume_not_ascii;
///
/// assert_eq!(latin1_to_codepoint_bytes_assume_not_ascii(0xe9), "é".as_bytes());
/// ```
#[doc(alias = "latin1ToCodepointBytesAssumeNotASCII")]
#[must_use]
#[inline]
pub const fn latin1_to_codepoint_bytes_assume_not_ascii(char: u8) -> [u8; 2] {
    [0xc0 | char >> 6, 0x80 | char & 0x3f]
}

/// Widens as many bytes as fit.
///
/// Zig: `bun.strings.copyLatin1IntoUTF16`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let mut units = [0; 2];
/// assert_eq!(strings::copy_latin1_into_utf16(&mut units, b"\xe9tude").read, 2);
/// assert_eq!(units, [0xe9, 0x74]);
/// ```
#[doc(alias = "copyLatin1IntoUTF16")]
#[inline]
pub fn copy_latin1_into_utf16(buf: &mut [u16], latin1: &[u8]) -> EncodeIntoResult {
    let len = clamp(buf).len().min(latin1.len());
    copy_u8_into_u16(&mut buf[..len], &latin1[..len]);
    EncodeIntoResult { read: len as u32, written: len as u32 }
}

/// Widens each byte; what has no counterpart on the other side is left alone.
///
/// Zig: `bun.strings.copyU8IntoU16`.
///
/// # Examples
///
/// ```
/// let mut units = [0; 3];
/// bun_str::strings::copy_u8_into_u16(&mut units, b"a\xe9");
/// assert_eq!(units, [0x61, 0xe9, 0]);
/// ```
#[doc(alias = "copyU8IntoU16")]
#[inline]
pub fn copy_u8_into_u16(output: &mut [u16], input: &[u8]) {
    for (unit, byte) in output.iter_mut().zip(input) {
        *unit = u16::from(*byte);
    }
}

/// Copies the low byte of each unit; what has no counterpart on the other side is left alone.
///
/// Zig: `bun.strings.copyU16IntoU8`.
///
/// # Examples
///
/// ```
/// let mut bytes = [0; 2];
/// bun_str::strings::copy_u16_into_u8(&mut bytes, &[0x61, 0x20ac, 0x62]);
/// assert_eq!(bytes, [0x61, 0xac]);
/// ```
#[doc(alias = "copyU16IntoU8")]
#[inline]
pub fn copy_u16_into_u8(output: &mut [u8], input: &[u16]) {
    for (byte, unit) in output.iter_mut().zip(input) {
        *byte = *unit as u8;
    }
}

/// Copies the low seven bits of each byte; what has no counterpart is left alone.
///
/// Zig: `bun.strings.copyLatin1IntoASCII`.
///
/// # Examples
///
/// ```
/// let mut ascii = [0; 2];
/// bun_str::strings::copy_latin1_into_ascii(&mut ascii, b"a\xe9");
/// assert_eq!(&ascii, b"ai");
/// ```
#[doc(alias = "copyLatin1IntoASCII")]
pub fn copy_latin1_into_ascii(dest: &mut [u8], src: &[u8]) {
    for (to, from) in dest.iter_mut().zip(src) {
        *to = from & 0x7f;
    }
}

/// Narrows `src` into the start of `dst`; `None` if it is not all ASCII or does not fit, with
/// anything in `dst`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::narrow_ascii_u16;
///
/// let mut buf = [0; 4];
/// assert_eq!(narrow_ascii_u16(&[0x61, 0x62], &mut buf).as_deref(), Some(b"ab".as_slice()));
/// assert_eq!(narrow_ascii_u16(&[0xe9], &mut buf), None);
/// ```
#[inline]
pub fn narrow_ascii_u16<'a>(src: &[u16], dst: &'a mut [u8]) -> Option<&'a mut [u8]> {
    let dst = dst.get_mut(..src.len())?;
    (transcode::narrow_prefix_into(src, dst) == src.len()).then_some(dst)
}

/// What 0x80 to 0x9f stand for in Windows-1252.
const CP1252: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
    0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// Returns the character that `char` stands for in Windows-1252.
///
/// Zig: `bun.strings.cp1252ToCodepointBytesAssumeNotASCII16`, whose table has ASCII too.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(strings::cp1252_to_codepoint_bytes_assume_not_ascii16(0x80), 0x20ac);
/// let mut units = [0; 3];
/// strings::copy_cp1252_into_utf16(&mut units, b"5 \x80");
/// assert_eq!(units, [0x35, 0x20, 0x20ac]);
/// ```
#[doc(alias = "cp1252ToCodepointBytesAssumeNotASCII16")]
#[must_use]
#[inline]
pub const fn cp1252_to_codepoint_bytes_assume_not_ascii16(char: u8) -> u16 {
    match char {
        0x80..0xa0 => CP1252[(char - 0x80) as usize],
        _ => char as u16,
    }
}

/// Returns the character that `char` stands for in Windows-1252, as a code point.
///
/// Zig: `bun.strings.cp1252ToCodepointAssumeNotASCII`.
#[doc(alias = "cp1252ToCodepointAssumeNotASCII")]
#[must_use]
#[inline]
pub const fn cp1252_to_codepoint_assume_not_ascii(char: u8) -> u32 {
    cp1252_to_codepoint_bytes_assume_not_ascii16(char) as u32
}

/// Converts as much Windows-1252 as fits `buf`, one unit a byte.
///
/// Zig: `bun.strings.copyCP1252IntoUTF16`.
///
/// # Examples
///
/// ```
/// let mut units = [0; 3];
/// let result = bun_str::strings::copy_cp1252_into_utf16(&mut units, b"5 \x80 more");
/// assert_eq!((result.read, units), (3, [0x35, 0x20, 0x20ac]));
/// ```
#[doc(alias = "copyCP1252IntoUTF16")]
pub fn copy_cp1252_into_utf16(buf: &mut [u16], cp1252: &[u8]) -> EncodeIntoResult {
    let len = clamp(buf).len().min(cp1252.len());
    for (unit, byte) in buf.iter_mut().zip(&cp1252[..len]) {
        *unit = cp1252_to_codepoint_bytes_assume_not_ascii16(*byte);
    }
    EncodeIntoResult { read: len as u32, written: len as u32 }
}
