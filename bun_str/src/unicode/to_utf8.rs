//! UTF-16 to UTF-8: into buffers and into new memory.
//!
//! A surrogate without a partner becomes U+FFFD, three bytes, unless a function says otherwise.

use alloc::vec::Vec;

use bun_alloc::AllocError;

use super::convert::{Stop, append_ascii16, clamp, utf16_append_utf8, utf16_into_utf8};
use super::encoding::EncodeIntoResult;
use super::sequence::{UNICODE_REPLACEMENT_STR, encode_wtf8_rune, wtf8_sequence};
use super::surrogate::{UTF16Replacement, decode_surrogate_pair, utf16_codepoint_with_fffd};
use crate::ZBox;
use crate::simd::transcode;

/// Up to this many units the result gets three bytes for each; a longer input is measured.
const UNMEASURED: usize = 128;

/// Units that are looked at before vector code is called.
const INLINE: usize = 64;

/// Appends `utf16`. Returns the first half of a pair that the end cuts, if `KEEP_TAIL`.
#[inline]
fn append<const KEEP_TAIL: bool>(
    list: &mut Vec<u8>,
    utf16: &[u16],
) -> Result<Option<u16>, AllocError> {
    let bytes = if utf16.len() <= UNMEASURED {
        3 * utf16.len()
    } else {
        transcode::utf8_len_in_utf16(utf16)
    };
    list.try_reserve_exact(bytes).map_err(|_| AllocError)?;
    let ascii = append_ascii16(&utf16[..utf16.len().min(INLINE)], list);
    if ascii == utf16.len() {
        return Ok(None);
    }
    append_rest::<KEEP_TAIL>(list, &utf16[ascii..])
}

/// [`append`] where memory is reserved and the start is done.
fn append_rest<const KEEP_TAIL: bool>(
    list: &mut Vec<u8>,
    mut rest: &[u16],
) -> Result<Option<u16>, AllocError> {
    loop {
        let (done, stop) = utf16_append_utf8(rest, list);
        rest = &rest[done.read..];
        match stop {
            Stop::Done => return Ok(None),
            Stop::Full => list.try_reserve(3 * rest.len()).map_err(|_| AllocError)?,
            Stop::Invalid(_) if KEEP_TAIL && rest.len() == 1 && super::u16_is_lead(rest[0]) => {
                return Ok(Some(rest[0]));
            }
            Stop::Invalid(_) => {
                list.try_reserve(3).map_err(|_| AllocError)?;
                list.extend_from_slice(&UNICODE_REPLACEMENT_STR);
                rest = &rest[1..];
            }
        }
    }
}

/// Out of memory where the signature has no room for it: as every infallible allocation.
fn or_abort<T>(result: Result<T, AllocError>) -> T {
    result.unwrap_or_else(|_| bun_alloc::out_of_memory())
}

/// Converts UTF-16 to UTF-8.
///
/// One pass for a short input; a longer one is measured first, so that the memory is exactly
/// enough.
///
/// Zig: `bun.strings.toUTF8Alloc`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::to_utf8_alloc;
///
/// assert_eq!(to_utf8_alloc(&[0x61, 0x20ac, 0xd83d, 0xde00]), "a€😀".as_bytes());
/// assert_eq!(to_utf8_alloc(&[0xd83d, 0x61]), "\u{fffd}a".as_bytes());
/// ```
#[doc(alias = "toUTF8Alloc")]
#[must_use]
pub fn to_utf8_alloc(utf16: &[u16]) -> Vec<u8> {
    let mut list = Vec::new();
    or_abort(append::<false>(&mut list, utf16));
    list
}

/// The same as [`to_utf8_alloc`].
///
/// Zig: `bun.strings.toUTF8AllocWithType`.
#[doc(alias = "toUTF8AllocWithType")]
#[must_use]
pub fn to_utf8_alloc_with_type(utf16: &[u16]) -> Vec<u8> {
    to_utf8_alloc(utf16)
}

/// The same as [`to_utf8_alloc`], in spite of its name.
///
/// Zig: `bun.strings.toUTF8AllocWithTypeWithoutInvalidSurrogatePairs`.
#[doc(alias = "toUTF8AllocWithTypeWithoutInvalidSurrogatePairs")]
#[must_use]
pub fn to_utf8_alloc_with_type_without_invalid_surrogate_pairs(utf16: &[u16]) -> Vec<u8> {
    to_utf8_alloc(utf16)
}

/// Like [`to_utf8_alloc`], with a terminator.
///
/// Zig: `bun.strings.toUTF8AllocZ`.
#[doc(alias = "toUTF8AllocZ")]
#[must_use]
pub fn to_utf8_alloc_z(utf16: &[u16]) -> ZBox {
    ZBox::from_vec(to_utf8_alloc(utf16))
}

/// Converts little-endian UTF-16 that is held in bytes, at any alignment.
///
/// A last byte without a partner is dropped.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::to_utf8_alloc_from_le_bytes(b"\xac\x20a\0!"), "€a".as_bytes());
/// ```
#[must_use]
pub fn to_utf8_alloc_from_le_bytes(le_bytes: &[u8]) -> Vec<u8> {
    let (pairs, _) = le_bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(u16::from_le_bytes).collect();
    to_utf8_alloc(&units)
}

/// Appends `utf16` to `list`.
///
/// Zig: `bun.strings.toUTF8AppendToList`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let mut list = b"a".to_vec();
/// strings::to_utf8_append_to_list(&mut list, &[0x20ac]);
/// strings::convert_utf16_to_utf8_append(&mut list, &[0xdc00]);
/// assert_eq!(list, "a€\u{fffd}".as_bytes());
/// ```
#[doc(alias = "toUTF8AppendToList")]
pub fn to_utf8_append_to_list(list: &mut Vec<u8>, utf16: &[u16]) {
    or_abort(append::<false>(list, utf16));
}

/// The same as [`to_utf8_append_to_list`].
///
/// Zig: `bun.strings.convertUTF16ToUTF8Append`, for which the capacity has to be enough.
#[doc(alias = "convertUTF16ToUTF8Append")]
pub fn convert_utf16_to_utf8_append(list: &mut Vec<u8>, utf16: &[u16]) {
    to_utf8_append_to_list(list, utf16);
}

/// Appends `utf16` to `list` and returns it.
///
/// Zig: `bun.strings.toUTF8ListWithType`, which expects an empty list.
///
/// # Errors
///
/// [`AllocError`] when there is no memory for the result; `list` is dropped then.
///
/// # Examples
///
/// ```
/// let list = bun_str::strings::to_utf8_list_with_type(Vec::new(), &[0x20ac]);
/// assert_eq!(list.unwrap(), "€".as_bytes());
/// ```
#[doc(alias = "toUTF8ListWithType")]
pub fn to_utf8_list_with_type(mut list: Vec<u8>, utf16: &[u16]) -> Result<Vec<u8>, AllocError> {
    append::<false>(&mut list, utf16)?;
    Ok(list)
}

/// Appends `utf16` to `list` and returns it, as infallibly as every push does.
///
/// Zig: `bun.strings.convertUTF16ToUTF8`.
#[doc(alias = "convertUTF16ToUTF8")]
#[must_use]
pub fn convert_utf16_to_utf8(mut list: Vec<u8>, utf16: &[u16]) -> Vec<u8> {
    to_utf8_append_to_list(&mut list, utf16);
    list
}

/// A surrogate without a partner, where that is an error.
///
/// Zig: `error.SurrogatePair`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct SurrogatePairError;

impl core::fmt::Display for SurrogatePairError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad("SurrogatePair")
    }
}

impl core::error::Error for SurrogatePairError {}

/// Like [`convert_utf16_to_utf8`], but replaces nothing.
///
/// Zig: `bun.strings.convertUTF16ToUTF8WithoutInvalidSurrogatePairs`.
///
/// # Errors
///
/// [`SurrogatePairError`] for a surrogate without a partner.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{
///     SurrogatePairError, convert_utf16_to_utf8_without_invalid_surrogate_pairs as convert,
/// };
///
/// assert_eq!(convert(Vec::new(), &[0x61]), Ok(b"a".to_vec()));
/// assert_eq!(convert(Vec::new(), &[0xd800]), Err(SurrogatePairError));
/// ```
#[doc(alias = "convertUTF16ToUTF8WithoutInvalidSurrogatePairs")]
pub fn convert_utf16_to_utf8_without_invalid_surrogate_pairs(
    mut list: Vec<u8>,
    utf16: &[u16],
) -> Result<Vec<u8>, SurrogatePairError> {
    list.reserve(transcode::utf8_len_in_utf16(utf16));
    match utf16_append_utf8(utf16, &mut list) {
        (_, Stop::Done) => Ok(list),
        _ => Err(SurrogatePairError),
    }
}

/// Appends a piece of a stream to `list`.
///
/// With `SKIP_TRAILING_REPLACEMENT` the first half of a pair that the end of the piece cuts is
/// returned, to be put in front of the next piece; otherwise it is replaced like any other, and the
/// result is `None`.
///
/// Zig: `bun.strings.toUTF8ListWithTypeBun`.
///
/// # Errors
///
/// [`AllocError`] when there is no memory for the result; `list` has a part of it then.
///
/// # Examples
///
/// ```
/// use bun_str::strings::to_utf8_list_with_type_bun;
///
/// let mut list = Vec::new();
/// assert_eq!(to_utf8_list_with_type_bun::<true>(&mut list, &[0x61, 0xd83d]), Ok(Some(0xd83d)));
/// assert_eq!(list, b"a");
/// ```
#[doc(alias = "toUTF8ListWithTypeBun")]
pub fn to_utf8_list_with_type_bun<const SKIP_TRAILING_REPLACEMENT: bool>(
    list: &mut Vec<u8>,
    utf16: &[u16],
) -> Result<Option<u16>, AllocError> {
    append::<SKIP_TRAILING_REPLACEMENT>(list, utf16)
}

/// Converts UTF-16 into the start of `buf` and returns the bytes.
///
/// All or nothing: for a surrogate without a partner, and for a buffer that is too short, the
/// result is empty.
///
/// Zig: `bun.strings.convertUTF16toUTF8InBuffer`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::convert_utf16_to_utf8_in_buffer;
///
/// let mut buf = [0; 4];
/// assert_eq!(convert_utf16_to_utf8_in_buffer(&mut buf, &[0x20ac]), "€".as_bytes());
/// assert!(convert_utf16_to_utf8_in_buffer(&mut buf, &[0xd800]).is_empty());
/// ```
#[doc(alias = "convertUTF16toUTF8InBuffer")]
#[inline]
pub fn convert_utf16_to_utf8_in_buffer<'a>(buf: &'a mut [u8], utf16: &[u16]) -> &'a mut [u8] {
    let ascii = transcode::narrow_prefix_into(&utf16[..utf16.len().min(INLINE)], buf);
    if ascii == utf16.len() {
        return &mut buf[..ascii];
    }
    let (done, stop) = utf16_into_utf8(&utf16[ascii..], &mut buf[ascii..]);
    let len = if stop == Stop::Done { ascii + done.written } else { 0 };
    &mut buf[..len]
}

/// Converts as much of `utf16` as fits `buf`, ending at a whole character.
///
/// Zig: `bun.strings.copyUTF16IntoUTF8`, which reads nothing of an input that is only the first
/// half of a pair; here that is U+FFFD as in any other input.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{EncodeIntoResult, copy_utf16_into_utf8, copy_utf16_into_utf8_impl};
///
/// let mut buf = [0; 4];
/// let text = [0x61, 0x20ac, 0xe9];
/// assert_eq!(copy_utf16_into_utf8(&mut buf, &text), EncodeIntoResult { read: 2, written: 4 });
/// let mut buf = [0; 1];
/// let cut = copy_utf16_into_utf8_impl::<true>(&mut buf, &[0x222]);
/// assert_eq!((cut, buf), (EncodeIntoResult { read: 0, written: 1 }, [0xc8]));
/// ```
#[doc(alias = "copyUTF16IntoUTF8")]
#[inline]
pub fn copy_utf16_into_utf8(buf: &mut [u8], utf16: &[u16]) -> EncodeIntoResult {
    copy_utf16_into_utf8_impl::<false>(buf, utf16)
}

/// Like [`copy_utf16_into_utf8`], of which the room was measured: `utf8_len` is not used.
///
/// Zig: `bun.strings.copyUTF16IntoUTF8WithBufferImpl`.
#[doc(alias = "copyUTF16IntoUTF8WithBufferImpl")]
#[inline]
pub fn copy_utf16_into_utf8_with_utf8_len(
    buf: &mut [u8],
    utf16: &[u16],
    utf8_len: usize,
) -> EncodeIntoResult {
    _ = utf8_len;
    copy_utf16_into_utf8(buf, utf16)
}

/// Like [`copy_utf16_into_utf8`]; with `ALLOW_TRUNCATED_UTF8_SEQUENCE` the buffer is filled up with
/// the first bytes of the character that does not fit. They count as written, it not as read.
///
/// Zig: `bun.strings.copyUTF16IntoUTF8Impl`.
#[doc(alias = "copyUTF16IntoUTF8Impl")]
pub fn copy_utf16_into_utf8_impl<const ALLOW_TRUNCATED_UTF8_SEQUENCE: bool>(
    buf: &mut [u8],
    utf16: &[u16],
) -> EncodeIntoResult {
    let utf16 = clamp(utf16);
    let room = clamp(buf).len();
    let buf = &mut buf[..room];
    let (mut done, mut stop) = utf16_into_utf8(utf16, buf);
    while let Stop::Invalid(_) = stop {
        let Some(place) = buf[done.written..].first_chunk_mut() else { break };
        *place = UNICODE_REPLACEMENT_STR;
        done.read += 1;
        done.written += UNICODE_REPLACEMENT_STR.len();
        let (more, next) = utf16_into_utf8(&utf16[done.read..], &mut buf[done.written..]);
        done.read += more.read;
        done.written += more.written;
        stop = next;
    }
    if ALLOW_TRUNCATED_UTF8_SEQUENCE && stop != Stop::Done {
        let UTF16Replacement { code_point, .. } = utf16_codepoint_with_fffd(&utf16[done.read..]);
        let left = &mut buf[done.written..];
        left.copy_from_slice(&wtf8_sequence(code_point)[..left.len()]);
        done.written = room;
    }
    done.into_result()
}

/// Returns whether `text` is `utf8`, encoded.
///
/// A surrogate without a partner equals its three bytes of WTF-8.
///
/// Zig: `bun.strings.utf16EqlString`, which also says that no character from U+20000 on equals
/// itself.
///
/// # Examples
///
/// ```
/// use bun_str::strings::utf16_eql_string;
///
/// assert!(utf16_eql_string(&[0xd83d, 0xde00], "😀".as_bytes()));
/// assert!(utf16_eql_string(&[0xd83d], b"\xed\xa0\xbd"));
/// ```
#[doc(alias = "utf16EqlString")]
#[must_use]
pub fn utf16_eql_string(text: &[u16], utf8: &[u8]) -> bool {
    if text.len() > utf8.len() {
        return false;
    }
    let mut units = text;
    let mut bytes = utf8;
    while let [first, rest @ ..] = units {
        let pair = rest.first().and_then(|second| decode_surrogate_pair(*first, *second));
        units = if pair.is_some() { &rest[1..] } else { rest };
        let mut sequence = [0; 4];
        let len = encode_wtf8_rune(&mut sequence, pair.unwrap_or(u32::from(*first)));
        let Some(following) = bytes.strip_prefix(&sequence[..len]) else { return false };
        bytes = following;
    }
    bytes.is_empty()
}
