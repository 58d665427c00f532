//! The width of a code point on a terminal.

use super::property_tables::WIDTH_RUNS;

/// The version of the Unicode Character Database that widths and grapheme breaks follow.
pub const UNICODE_VERSION: (u8, u8, u8) = (17, 0, 0);

const WIDE: u32 = 1;
const AMBIGUOUS: u32 = 2;
const EMOJI: u32 = 4;

/// Returns the low `bits` bits of the run that `code_point` is in. O(log `runs`).
pub(super) fn of_run(runs: &[u32], bits: u32, code_point: u32) -> u32 {
    let key = code_point.min(0x10_ffff) << bits | ((1 << bits) - 1);
    // The first run starts at zero.
    let index = runs.partition_point(|run| *run <= key) - 1;
    runs[index] & ((1 << bits) - 1)
}

/// Returns whether `code_point` takes no room: controls, combining marks, format characters.
///
/// Zig: `bun.strings.isZeroWidthCodepointType`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_zero_width_codepoint_type;
///
/// assert!(is_zero_width_codepoint_type(0x301) && !is_zero_width_codepoint_type('é' as u32));
/// ```
#[doc(alias = "isZeroWidthCodepointType")]
#[must_use]
pub const fn is_zero_width_codepoint_type(code_point: u32) -> bool {
    match code_point {
        // Controls and the soft hyphen.
        0..=0x1f | 0x7f..=0x9f | 0xad => true,
        ..0x300 => false,
        // Combining marks, joiners, direction marks, invisible operators, variation selectors,
        // the byte-order mark.
        0x300..=0x36f | 0x200b..=0x200f | 0x2060..=0x2064 | 0x20d0..=0x20ff => true,
        0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff => true,
        0xd800..=0xdfff => true,
        // Arabic number signs.
        0x600..=0x605 | 0x6dd | 0x70f | 0x8e2 => true,
        // The Indic blocks have their marks in the same places.
        0x900..=0xd4f => matches!(
            code_point & 0x7f,
            0..=2 | 0x3a..=0x3c | 0x3e..=0x4d | 0x51..=0x57 | 0x62..=0x63
        ),
        // Thai and Lao.
        0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0xeb1 | 0xeb4..=0xebc | 0xec8..=0xecd => true,
        0x1ab0..=0x1aff | 0x1dc0..=0x1dff => true,
        // Tags and more variation selectors.
        0xe0000..=0xe007f | 0xe0100..=0xe01ef => true,
        _ => false,
    }
}

/// Returns whether `code_point` is East Asian Wide or Fullwidth.
///
/// Zig: `bun.strings.isFullWidthCodepointType`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert!(strings::is_full_width_codepoint_type('漢' as u32));
/// assert!(strings::is_amgiguous_codepoint_type('§' as u32));
/// ```
#[doc(alias = "isFullWidthCodepointType")]
#[must_use]
pub fn is_full_width_codepoint_type(code_point: u32) -> bool {
    code_point >= 0x1100 && of_run(&WIDTH_RUNS, 3, code_point) & WIDE != 0
}

/// Returns whether `code_point` is East Asian Ambiguous: wide in a legacy East Asian context.
///
/// Zig: `bun.strings.isAmgiguousCodepointType`, so spelled.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_amgiguous_codepoint_type;
///
/// assert!(is_amgiguous_codepoint_type('§' as u32) && !is_amgiguous_codepoint_type('a' as u32));
/// ```
#[doc(alias = "isAmgiguousCodepointType")]
#[doc(alias = "is_ambiguous_codepoint_type")]
#[must_use]
pub fn is_amgiguous_codepoint_type(code_point: u32) -> bool {
    of_run(&WIDTH_RUNS, 3, code_point) & AMBIGUOUS != 0
}

/// Returns whether `code_point` has the property Emoji, which digits, `#` and `*` have too.
///
/// ICU: `u_hasBinaryProperty(c, UCHAR_EMOJI)`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_emoji;
///
/// assert!(is_emoji('😀' as u32) && is_emoji('7' as u32) && !is_emoji('a' as u32));
/// ```
#[must_use]
pub fn is_emoji(code_point: u32) -> bool {
    code_point <= 0x10_ffff && of_run(&WIDTH_RUNS, 3, code_point) & EMOJI != 0
}

/// Returns the columns that `code_point` takes by itself: 0, 1 or 2.
///
/// Zig: `bun.strings.visibleCodepointWidth`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::visible_codepoint_width;
///
/// let width = |c| visible_codepoint_width(c as u32, false);
/// assert_eq!(['\n', 'a', '漢', '§'].map(width), [0, 1, 2, 1]);
/// assert_eq!(visible_codepoint_width('§' as u32, true), 2);
/// ```
#[doc(alias = "visibleCodepointWidth")]
#[must_use]
pub fn visible_codepoint_width(code_point: u32, ambiguous_as_wide: bool) -> u8 {
    if is_zero_width_codepoint_type(code_point) {
        return 0;
    }
    if code_point < 0xa1 {
        return 1;
    }
    let wide = if ambiguous_as_wide { WIDE | AMBIGUOUS } else { WIDE };
    if of_run(&WIDTH_RUNS, 3, code_point) & wide != 0 { 2 } else { 1 }
}

/// The same as [`visible_codepoint_width`]: one type holds every code point.
///
/// Zig: `bun.strings.visibleCodepointWidthType`.
#[doc(alias = "visibleCodepointWidthType")]
#[must_use]
pub fn visible_codepoint_width_type(code_point: u32, ambiguous_as_wide: bool) -> u8 {
    visible_codepoint_width(code_point, ambiguous_as_wide)
}

/// Whether code points with the property Emoji are to be taken for wide ones.
///
/// Zig: the `maybe_emoji` of `bun.strings.visibleCodepointWidthMaybeEmoji`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{EmojiWidth, visible_codepoint_width_maybe_emoji as width};
///
/// assert_eq!(width('7' as u32, EmojiWidth::Text, false), 1);
/// assert_eq!(width('7' as u32, EmojiWidth::Wide, false), 2);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EmojiWidth {
    /// They have the width that they have in plain text.
    Text,
    /// They take two columns, digits too.
    Wide,
}

/// Like [`visible_codepoint_width`], with two columns for an emoji if `emoji` says so.
///
/// Zig: `bun.strings.visibleCodepointWidthMaybeEmoji`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{EmojiWidth, visible_codepoint_width_maybe_emoji as width};
///
/// assert_eq!(width('☺' as u32, EmojiWidth::Text, false), 1);
/// assert_eq!(width('☺' as u32, EmojiWidth::Wide, false), 2);
/// ```
#[doc(alias = "visibleCodepointWidthMaybeEmoji")]
#[must_use]
pub fn visible_codepoint_width_maybe_emoji(
    code_point: u32,
    emoji: EmojiWidth,
    ambiguous_as_wide: bool,
) -> u8 {
    if emoji == EmojiWidth::Wide && is_emoji(code_point) {
        return 2;
    }
    visible_codepoint_width(code_point, ambiguous_as_wide)
}
