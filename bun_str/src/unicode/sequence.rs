//! One character: the length of its bytes, decoding it, encoding it.
//!
//! Everything here is WTF-8: a surrogate is encoded and decoded like any other number.

/// A code point as the iterators yield it; −1 says that there is none.
///
/// Zig: `bun.CodePoint`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodePoint, CodepointIterator};
///
/// let first: CodePoint = CodepointIterator::init("€".as_bytes()).next_codepoint();
/// assert_eq!(first, 0x20ac);
/// ```
pub type CodePoint = i32;

/// The length of a sequence, 0 to 7.
///
/// Zig: `bun.strings.u3_fast`, a byte in release builds.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{U3Fast, utf8_byte_sequence_length};
///
/// let len: U3Fast = utf8_byte_sequence_length(0xe2);
/// assert_eq!(len, 3);
/// ```
#[doc(alias = "u3_fast")]
pub type U3Fast = u8;

/// U+FFFD, which stands where something could not be decoded.
///
/// Zig: `bun.strings.unicode_replacement`.
#[doc(alias = "unicode_replacement")]
pub const UNICODE_REPLACEMENT: u32 = 0xfffd;

/// U+FFFD in UTF-8.
///
/// Zig: `bun.strings.unicode_replacement_str`.
#[doc(alias = "unicode_replacement_str")]
pub const UNICODE_REPLACEMENT_STR: [u8; 3] = [0xef, 0xbf, 0xbd];

/// Returns the length that `first_byte` announces, or 0 if no sequence starts with it.
///
/// Only the high bits are looked at: 0xc0 announces 2 and 0xf7 announces 4, though no well-formed
/// sequence starts with either.
///
/// Zig: `bun.strings.utf8ByteSequenceLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let lengths = [b'a', 0xc3, 0xe2, 0xf0, 0x80, 0xff].map(strings::utf8_byte_sequence_length);
/// assert_eq!(lengths, [1, 2, 3, 4, 0, 0]);
/// assert_eq!(strings::wtf8_byte_sequence_length(0x80), 1);
/// ```
#[doc(alias = "utf8ByteSequenceLength")]
#[must_use]
#[inline]
pub const fn utf8_byte_sequence_length(first_byte: u8) -> U3Fast {
    match first_byte {
        0..0x80 => 1,
        0x80..0xc0 => 0,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf8 => 4,
        0xf8.. => 0,
    }
}

/// Like [`utf8_byte_sequence_length`], but a byte that starts no sequence stands for itself: 1.
///
/// Zig: `bun.strings.wtf8ByteSequenceLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::wtf8_byte_sequence_length;
///
/// assert_eq!([0x61, 0xc3, 0xe2, 0x80].map(wtf8_byte_sequence_length), [1, 2, 3, 1]);
/// ```
#[doc(alias = "wtf8ByteSequenceLength")]
#[must_use]
#[inline]
pub const fn wtf8_byte_sequence_length(first_byte: u8) -> u8 {
    match utf8_byte_sequence_length(first_byte) {
        0 => 1,
        len => len,
    }
}

/// The same as [`wtf8_byte_sequence_length`], under the name that lexers use.
///
/// Zig: `bun.strings.wtf8ByteSequenceLengthWithInvalid`.
#[doc(alias = "wtf8ByteSequenceLengthWithInvalid")]
#[must_use]
#[inline]
pub const fn wtf8_byte_sequence_length_with_invalid(first_byte: u8) -> u8 {
    wtf8_byte_sequence_length(first_byte)
}

/// Returns [`utf8_byte_sequence_length`] of a first byte that is held in a wider integer.
///
/// Zig: `bun.strings.codepointSize`, which takes the first byte in spite of its name.
#[doc(alias = "codepointSize")]
#[must_use]
#[inline]
pub const fn codepoint_size(first_byte: u32) -> U3Fast {
    if first_byte > 0xff { 0 } else { utf8_byte_sequence_length(first_byte as u8) }
}

/// Returns the length of a well-formed sequence of more than one byte that starts so, or 0.
///
/// Zig: `bun.strings.nonASCIISequenceLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::non_ascii_sequence_length;
///
/// assert_eq!([0xc1, 0xc2, 0xf4, 0xf5].map(non_ascii_sequence_length), [0, 2, 4, 0]);
/// ```
#[doc(alias = "nonASCIISequenceLength")]
#[must_use]
#[inline]
pub const fn non_ascii_sequence_length(first_byte: u8) -> U3Fast {
    match first_byte {
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => 0,
    }
}

/// An integer that holds a code point: [`i32`] or [`u32`].
///
/// Zig: the type parameter of `bun.strings.decodeWTF8RuneT`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodePointZero, decode_wtf8_rune_t};
///
/// fn first<T: CodePointZero>(bytes: [u8; 4], otherwise: T) -> T {
///     decode_wtf8_rune_t(bytes, 2, otherwise)
/// }
/// assert_eq!(first([0xc3, 0xa9, 0, 0], 0_u32), 0xe9);
/// assert_eq!(first([0xc3, 0x41, 0, 0], -1_i32), -1);
/// ```
pub trait CodePointZero: Copy + sealed::Sealed {
    /// Returns `code_point`, which is at most 0x10ffff.
    fn from_code_point(code_point: u32) -> Self;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for i32 {}
    impl Sealed for u32 {}
}

impl CodePointZero for i32 {
    #[inline]
    fn from_code_point(code_point: u32) -> Self {
        code_point.cast_signed()
    }
}

impl CodePointZero for u32 {
    #[inline]
    fn from_code_point(code_point: u32) -> Self {
        code_point
    }
}

/// Decodes the first `len` bytes of `sequence`, or returns `zero`.
///
/// `zero` is returned for a length of 0 (or above 4), a continuation byte that is none, an overlong
/// form, and a number above 0x10ffff. Surrogates are decoded. With a length of 1 the byte itself is
/// returned, whatever it is.
///
/// Zig: `bun.strings.decodeWTF8RuneT`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::decode_wtf8_rune_t;
///
/// assert_eq!(decode_wtf8_rune_t([0xe2, 0x82, 0xac, 0], 3, -1), 0x20ac);
/// assert_eq!(decode_wtf8_rune_t([0xed, 0xa0, 0x80, 0], 3, -1), 0xd800);
/// assert_eq!(decode_wtf8_rune_t([0xc0, 0x80, 0, 0], 2, 0xfffd_u32), 0xfffd);
/// ```
#[doc(alias = "decodeWTF8RuneT")]
#[must_use]
#[inline]
pub fn decode_wtf8_rune_t<T: CodePointZero>(sequence: [u8; 4], len: U3Fast, zero: T) -> T {
    if len == 1 {
        return T::from_code_point(u32::from(sequence[0]));
    }
    decode_wtf8_rune_t_multibyte(sequence, len, zero)
}

/// Like [`decode_wtf8_rune_t`], for a length that is known to be above 1; with 1 it returns `zero`.
///
/// Zig: `bun.strings.decodeWTF8RuneTMultibyte`.
#[doc(alias = "decodeWTF8RuneTMultibyte")]
#[must_use]
#[inline]
pub fn decode_wtf8_rune_t_multibyte<T: CodePointZero>(
    sequence: [u8; 4],
    len: U3Fast,
    zero: T,
) -> T {
    let [first, rest @ ..] = sequence.map(u32::from);
    let continued = |count: usize| rest[..count].iter().all(|byte| byte & 0xc0 == 0x80);
    let [second, third, fourth] = rest.map(|byte| byte & 0x3f);
    let (code_point, from) = match len {
        2 if continued(1) => ((first & 0x1f) << 6 | second, 0x80),
        3 if continued(2) => ((first & 0x0f) << 12 | second << 6 | third, 0x800),
        4 if continued(3) => ((first & 7) << 18 | second << 12 | third << 6 | fourth, 0x1_0000),
        _ => return zero,
    };
    if code_point < from || code_point > 0x10_ffff { zero } else { T::from_code_point(code_point) }
}

/// Writes `code_point` to the start of `out` and returns its length, 1 to 4.
///
/// A surrogate takes three bytes. Of a number above 0x1fffff the higher bits are lost.
///
/// Zig: `bun.strings.encodeWTF8Rune`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let mut bytes = [0; 4];
/// let len = strings::encode_wtf8_rune(&mut bytes, 0x20ac);
/// assert_eq!(&bytes[..len], "€".as_bytes());
/// assert_eq!(strings::wtf8_sequence(0xd800), [0xed, 0xa0, 0x80, 0]);
/// ```
#[doc(alias = "encodeWTF8Rune")]
#[inline]
pub const fn encode_wtf8_rune(out: &mut [u8; 4], code_point: u32) -> usize {
    const fn continuation(bits: u32) -> u8 {
        0x80 | (bits & 0x3f) as u8
    }
    match code_point {
        0..0x80 => {
            out[0] = code_point as u8;
            1
        }
        0x80..0x800 => {
            out[0] = 0xc0 | (code_point >> 6) as u8;
            out[1] = continuation(code_point);
            2
        }
        0x800..0x1_0000 => {
            out[0] = 0xe0 | (code_point >> 12) as u8;
            out[1] = continuation(code_point >> 6);
            out[2] = continuation(code_point);
            3
        }
        _ => {
            *out = [
                0xf0 | (code_point >> 18) as u8,
                continuation(code_point >> 12),
                continuation(code_point >> 6),
                continuation(code_point),
            ];
            4
        }
    }
}

/// The same as [`encode_wtf8_rune`].
///
/// Zig: `bun.strings.encodeWTF8RuneT`.
#[doc(alias = "encodeWTF8RuneT")]
#[inline]
pub const fn encode_wtf8_rune_t(out: &mut [u8; 4], code_point: u32) -> usize {
    encode_wtf8_rune(out, code_point)
}

/// Returns what [`encode_wtf8_rune`] writes, and zeros behind it.
///
/// Zig: `bun.strings.wtf8Sequence`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::wtf8_sequence('é' as u32), [0xc3, 0xa9, 0, 0]);
/// ```
#[doc(alias = "wtf8Sequence")]
#[must_use]
#[inline]
pub const fn wtf8_sequence(code_point: u32) -> [u8; 4] {
    let mut sequence = [0; 4];
    encode_wtf8_rune(&mut sequence, code_point);
    sequence
}

/// Returns up to four bytes from `at` on, and zeros for those beyond the end.
#[inline]
pub(crate) fn four_bytes(bytes: &[u8], at: usize) -> [u8; 4] {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(four) = rest.first_chunk() {
        return *four;
    }
    let mut four = [0; 4];
    four[..rest.len()].copy_from_slice(rest);
    four
}

/// Returns whether `code_point` has the general category Zs (space separator).
///
/// The set has not changed since Unicode 6.3: it holds neither U+FEFF nor the line and paragraph
/// separators.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_unicode_space_separator;
///
/// assert!(is_unicode_space_separator(0x3000) && !is_unicode_space_separator(0x2028));
/// ```
#[must_use]
pub const fn is_unicode_space_separator(code_point: u32) -> bool {
    matches!(code_point, 0x20 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000)
}
