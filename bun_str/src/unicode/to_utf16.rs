//! UTF-8 to UTF-16: into buffers and into new memory.

use alloc::vec::Vec;

use bun_alloc::AllocError;

use super::convert::{Stop, append_ascii, utf8_append_utf16, utf8_into_utf16};
use super::encoding::ToUTF16Error;
use super::sequence::UNICODE_REPLACEMENT;
use crate::simd::transcode;

/// Up to this length the result gets as many units as there are bytes; a longer input is measured.
const UNMEASURED: usize = 256;

/// Bytes that are looked at before vector code is called.
const INLINE: usize = 64;

/// What becomes of an ill-formed sequence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Policy {
    /// It is an error.
    Fail,
    /// It is U+FFFD.
    Replace,
    /// It is U+FFFD, unless the end of the input cuts it: then it is handed back.
    ReplaceAllButTail,
    /// It is an error, unless the end of the input cuts it: then it is handed back.
    FailAllButTail,
}

/// Reserves room for `additional` elements more.
fn reserve<T>(list: &mut Vec<T>, additional: usize) -> Result<(), AllocError> {
    list.try_reserve(additional).map_err(|_| AllocError)
}

/// Converts `bytes`, of which the first `ascii` are known to be ASCII, and leaves room for
/// `spare` more units. Returns the units and the number of bytes at the end that were not
/// converted.
fn convert(
    bytes: &[u8],
    ascii: usize,
    spare: usize,
    policy: Policy,
) -> Result<(Vec<u16>, usize), ToUTF16Error> {
    let units = if bytes.len() <= UNMEASURED {
        bytes.len()
    } else {
        ascii + transcode::utf16_len_in_utf8(&bytes[ascii..])
    };
    let mut list = Vec::new();
    let capacity = units.checked_add(spare).ok_or(ToUTF16Error::OutOfMemory)?;
    list.try_reserve_exact(capacity).map_err(|_| ToUTF16Error::OutOfMemory)?;
    let done = append_ascii(&bytes[..bytes.len().min(INLINE)], &mut list);
    let mut rest = &bytes[done..];
    while !rest.is_empty() {
        let (done, stop) = utf8_append_utf16(rest, &mut list);
        rest = &rest[done.read..];
        match stop {
            Stop::Done => break,
            // A replaced sequence can take more units than were measured.
            Stop::Full => reserve(&mut list, rest.len() + spare)?,
            Stop::Invalid(replaced) => {
                let is_cut = replaced.can_buffer && usize::from(replaced.len) == rest.len();
                let is_start = super::non_ascii_sequence_length(rest[0]) != 0;
                match policy {
                    Policy::ReplaceAllButTail | Policy::FailAllButTail if is_cut && is_start => {
                        break;
                    }
                    Policy::Fail | Policy::FailAllButTail => {
                        return Err(ToUTF16Error::InvalidByteSequence);
                    }
                    Policy::Replace | Policy::ReplaceAllButTail => {}
                }
                reserve(&mut list, 1 + spare)?;
                list.push(UNICODE_REPLACEMENT as u16);
                rest = &rest[usize::from(replaced.len)..];
            }
        }
    }
    Ok((list, rest.len()))
}

/// Converts UTF-8 to UTF-16, unless it is all ASCII: then the answer is `None`, and the bytes serve
/// as they are.
///
/// An ill-formed sequence is an error if `fail_if_invalid`; otherwise each of its maximal parts
/// that could have started a character is one U+FFFD. With `sentinel` a 0 is appended, and counts.
///
/// One pass over the bytes for a short input; a longer one is measured first, so that the memory
/// is exactly enough.
///
/// Zig: `bun.strings.toUTF16Alloc`.
///
/// # Errors
///
/// [`ToUTF16Error::InvalidByteSequence`] if `fail_if_invalid`, [`ToUTF16Error::OutOfMemory`].
///
/// # Examples
///
/// ```
/// use bun_str::strings::{ToUTF16Error, to_utf16_alloc};
///
/// assert_eq!(to_utf16_alloc(b"ascii", false, false), Ok(None));
/// assert_eq!(to_utf16_alloc("é".as_bytes(), false, true), Ok(Some(vec![0xe9, 0])));
/// assert_eq!(to_utf16_alloc(b"\xe2\x82!", false, false), Ok(Some(vec![0xfffd, 0x21])));
/// assert_eq!(to_utf16_alloc(b"a\xff", true, false), Err(ToUTF16Error::InvalidByteSequence));
/// ```
#[doc(alias = "toUTF16Alloc")]
pub fn to_utf16_alloc(
    bytes: &[u8],
    fail_if_invalid: bool,
    sentinel: bool,
) -> Result<Option<Vec<u16>>, ToUTF16Error> {
    let ascii = transcode::ascii_prefix(bytes);
    if ascii == bytes.len() {
        return Ok(None);
    }
    convert_all(bytes, ascii, fail_if_invalid, sentinel).map(Some)
}

/// Like [`to_utf16_alloc`], but converts ASCII too.
///
/// Zig: `bun.strings.toUTF16AllocForReal`.
///
/// # Errors
///
/// As [`to_utf16_alloc`].
#[doc(alias = "toUTF16AllocForReal")]
pub fn to_utf16_alloc_for_real(
    bytes: &[u8],
    fail_if_invalid: bool,
    sentinel: bool,
) -> Result<Vec<u16>, ToUTF16Error> {
    if bytes.len() <= INLINE {
        let mut list = Vec::new();
        let capacity = bytes.len() + usize::from(sentinel);
        list.try_reserve_exact(capacity).map_err(|_| ToUTF16Error::OutOfMemory)?;
        if append_ascii(bytes, &mut list) == bytes.len() {
            if sentinel {
                list.push(0);
            }
            return Ok(list);
        }
    }
    convert_all(bytes, 0, fail_if_invalid, sentinel)
}

fn convert_all(
    bytes: &[u8],
    ascii: usize,
    fail_if_invalid: bool,
    sentinel: bool,
) -> Result<Vec<u16>, ToUTF16Error> {
    let policy = if fail_if_invalid { Policy::Fail } else { Policy::Replace };
    let (mut units, _) = convert(bytes, ascii, usize::from(sentinel), policy)?;
    if sentinel {
        units.push(0);
    }
    Ok(units)
}

/// The units of a piece of a stream, the bytes of the character that its end cuts, and how many of
/// them there are.
pub type PieceOfUTF16 = (Vec<u16>, [u8; 3], u8);

/// Like [`to_utf16_alloc`], for a piece of a stream.
///
/// A character that the end of the piece cuts is not converted: its bytes, and how many they are,
/// are returned behind the units, to be put in front of the next piece. With `FLUSH` there is no
/// next piece, and it is ill-formed.
///
/// Zig: `bun.strings.toUTF16AllocMaybeBuffered`.
///
/// # Errors
///
/// As [`to_utf16_alloc`], with `FAIL_IF_INVALID`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::to_utf16_alloc_maybe_buffered;
///
/// let piece = to_utf16_alloc_maybe_buffered::<false, false>(b"a\xe2\x82");
/// assert_eq!(piece, Ok(Some((vec![0x61], [0xe2, 0x82, 0], 2))));
/// let last = to_utf16_alloc_maybe_buffered::<false, true>(b"a\xe2\x82");
/// assert_eq!(last, Ok(Some((vec![0x61, 0xfffd], [0; 3], 0))));
/// ```
#[doc(alias = "toUTF16AllocMaybeBuffered")]
pub fn to_utf16_alloc_maybe_buffered<const FAIL_IF_INVALID: bool, const FLUSH: bool>(
    bytes: &[u8],
) -> Result<Option<PieceOfUTF16>, ToUTF16Error> {
    let ascii = transcode::ascii_prefix(bytes);
    if ascii == bytes.len() {
        return Ok(None);
    }
    let policy = match (FAIL_IF_INVALID, FLUSH) {
        (true, true) => Policy::Fail,
        (true, false) => Policy::FailAllButTail,
        (false, true) => Policy::Replace,
        (false, false) => Policy::ReplaceAllButTail,
    };
    let (units, left) = convert(bytes, ascii, 0, policy)?;
    let mut pending = [0; 3];
    pending[..left].copy_from_slice(&bytes[bytes.len() - left..]);
    Ok(Some((units, pending, left as u8)))
}

/// Converts UTF-8 into the start of `buf` and returns the units.
///
/// All or nothing: for ill-formed input, and for a buffer that is too short, the result is empty.
/// [`element_length_utf8_into_utf16`](super::element_length_utf8_into_utf16) units are enough.
///
/// Zig: `bun.strings.convertUTF8toUTF16InBuffer`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::convert_utf8_to_utf16_in_buffer;
///
/// let mut buf = [0; 4];
/// assert_eq!(convert_utf8_to_utf16_in_buffer(&mut buf, "a€".as_bytes()), [0x61, 0x20ac]);
/// assert!(convert_utf8_to_utf16_in_buffer(&mut buf, b"a\xff").is_empty());
/// assert!(convert_utf8_to_utf16_in_buffer(&mut buf, b"abcde").is_empty());
/// ```
#[doc(alias = "convertUTF8toUTF16InBuffer")]
#[inline]
pub fn convert_utf8_to_utf16_in_buffer<'a>(buf: &'a mut [u16], input: &[u8]) -> &'a mut [u16] {
    // Short ASCII, inline and without asking what the processor can do.
    let ascii = transcode::widen_prefix_into(&input[..input.len().min(INLINE)], buf);
    if ascii == input.len() {
        return &mut buf[..ascii];
    }
    let (done, stop) = utf8_into_utf16(&input[ascii..], &mut buf[ascii..]);
    let len = if stop == Stop::Done { ascii + done.written } else { 0 };
    &mut buf[..len]
}

/// Like [`convert_utf8_to_utf16_in_buffer`], with a 0 behind the result, which has no part in it.
///
/// Zig: `bun.strings.convertUTF8toUTF16InBufferZ`.
///
/// # Panics
///
/// When `buf` is empty: there is no room for the 0.
#[doc(alias = "convertUTF8toUTF16InBufferZ")]
pub fn convert_utf8_to_utf16_in_buffer_z<'a>(buf: &'a mut [u16], input: &[u8]) -> &'a mut [u16] {
    let room = buf.len().checked_sub(1).expect("there is no room for the terminator");
    let len = convert_utf8_to_utf16_in_buffer(&mut buf[..room], input).len();
    buf[len] = 0;
    &mut buf[..len]
}
