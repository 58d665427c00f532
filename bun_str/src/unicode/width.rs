//! The loops behind [`visible`](super::visible).

use super::ansi::{ESC, NonAscii, escape_len};
use super::grapheme::{BreakState, grapheme_break};
use super::property::{is_emoji, visible_codepoint_width};
use super::sequence::{
    UNICODE_REPLACEMENT, decode_wtf8_rune_t_multibyte, four_bytes,
    wtf8_byte_sequence_length_with_invalid,
};
use super::surrogate::utf16_codepoint_with_fffd;

/// What becomes of escape sequences.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Escapes {
    /// They are characters like any others.
    Count,
    /// They take no room.
    Skip,
}

/// One for each byte that is visible in Latin-1.
fn visible_latin1(bytes: &[u8]) -> usize {
    let is_visible = |byte: &u8| !matches!(*byte, 0..=0x1f | 0x7f..=0x9f | 0xad);
    // Pieces whose count fits a byte, so that the loop is made of vectors.
    bytes
        .chunks(128)
        .map(|piece| usize::from(piece.iter().map(|byte| u8::from(is_visible(byte))).sum::<u8>()))
        .sum()
}

pub(super) fn width_latin1(input: &[u8], escapes: Escapes) -> usize {
    if escapes == Escapes::Count {
        return visible_latin1(input);
    }
    let mut rest = input;
    let mut width = 0;
    while let Some(at) = memchr::memchr(ESC as u8, rest) {
        width += visible_latin1(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[escape_len(rest, NonAscii::Parameter)..];
    }
    width + visible_latin1(rest)
}

/// The width of the character that `bytes` start with, and its length.
pub(super) fn step_utf8(bytes: &[u8], ambiguous_as_wide: bool) -> (usize, usize) {
    let Some(&first) = bytes.first() else { return (0, 0) };
    if first < 0x80 {
        return (usize::from((0x20..0x7f).contains(&first)), 1);
    }
    let len = wtf8_byte_sequence_length_with_invalid(first);
    let code_point = decode_wtf8_rune_t_multibyte(four_bytes(bytes, 0), len, UNICODE_REPLACEMENT);
    let width = visible_codepoint_width(code_point, ambiguous_as_wide);
    (usize::from(width), usize::from(len).min(bytes.len()))
}

pub(super) fn width_utf8(input: &[u8], escapes: Escapes) -> usize {
    let mut rest = input;
    let mut width = 0;
    loop {
        let ascii = crate::simd::transcode::ascii_prefix(rest);
        let run = match escapes {
            Escapes::Count => ascii,
            Escapes::Skip => memchr::memchr(ESC as u8, &rest[..ascii]).unwrap_or(ascii),
        };
        width += visible_latin1(&rest[..run]);
        rest = &rest[run..];
        if rest.is_empty() {
            return width;
        }
        if run < ascii {
            rest = &rest[escape_len(rest, NonAscii::Text)..];
        } else {
            let (columns, len) = step_utf8(rest, false);
            width += columns;
            rest = &rest[len..];
        }
    }
}

pub(super) fn utf8_index_at_width(input: &[u8], max_width: usize) -> usize {
    let (mut at, mut width) = (0, 0);
    while at < input.len() {
        let rest = &input[at..];
        if u32::from(rest[0]) == ESC {
            at += escape_len(rest, NonAscii::Text);
            continue;
        }
        let (columns, len) = step_utf8(rest, false);
        width += columns;
        if width > max_width {
            break;
        }
        at += len;
    }
    at
}

pub(super) fn width_utf16(input: &[u16], escapes: Escapes, ambiguous_as_wide: bool) -> usize {
    let mut total = 0;
    let mut cluster = Cluster::default();
    let mut state = BreakState::Default;
    // Behind an escape sequence the cluster goes on: what is between is not there.
    let mut before = None;
    let mut rest = input;
    while let [first, ..] = rest {
        if u32::from(*first) == ESC && escapes == Escapes::Skip {
            rest = &rest[escape_len(rest, NonAscii::Lost)..];
            continue;
        }
        let next = utf16_codepoint_with_fffd(rest);
        rest = &rest[usize::from(next.len)..];
        if next.fail || next.is_lead {
            continue;
        }
        let code_point = next.code_point;
        let starts = before.is_none_or(|before| grapheme_break(before, code_point, &mut state));
        if starts {
            total += cluster.width();
            cluster = Cluster::start(code_point, ambiguous_as_wide);
        } else {
            cluster.add(code_point, ambiguous_as_wide);
        }
        before = Some(code_point);
    }
    total + cluster.width()
}

/// What decides the width of a grapheme cluster.
#[derive(Clone, Copy, Debug, Default)]
struct Cluster {
    base: u32,
    base_width: usize,
    /// Code points so far.
    count: usize,
    /// The sum of their widths.
    sum: usize,
    has_keycap: bool,
    has_regional_indicator: bool,
    has_skin_tone: bool,
    has_joiner: bool,
    has_text_selector: bool,
    has_emoji_selector: bool,
}

impl Cluster {
    fn start(base: u32, ambiguous_as_wide: bool) -> Self {
        let mut cluster = Self { base, ..Self::default() };
        cluster.add(base, ambiguous_as_wide);
        cluster.base_width = cluster.sum;
        // A selector selects only what is in front of it.
        cluster.has_text_selector = false;
        cluster.has_emoji_selector = false;
        cluster
    }

    fn add(&mut self, code_point: u32, ambiguous_as_wide: bool) {
        self.count += 1;
        self.sum += usize::from(visible_codepoint_width(code_point, ambiguous_as_wide));
        match code_point {
            0x20e3 => self.has_keycap = true,
            0x1f1e6..=0x1f1ff => self.has_regional_indicator = true,
            0x1f3fb..=0x1f3ff => self.has_skin_tone = true,
            0x200d => self.has_joiner = true,
            0xfe0e => self.has_text_selector = true,
            0xfe0f => self.has_emoji_selector = true,
            _ => {}
        }
    }

    fn width(&self) -> usize {
        if self.has_regional_indicator {
            return if self.count >= 2 { 2 } else { 1 };
        }
        if self.has_keycap || self.is_joined_emoji() {
            return 2;
        }
        if !self.has_text_selector && !self.has_emoji_selector {
            return self.sum;
        }
        if self.base_width == 2 || (self.has_emoji_selector && self.base >= 0x80) { 2 } else { 1 }
    }

    fn is_joined_emoji(&self) -> bool {
        // Below are digits and signs that only a keycap makes emoji of.
        let is_base =
            self.base >= 0x203c && !(0x2c00..0x1f000).contains(&self.base) && is_emoji(self.base);
        is_base && (self.has_skin_tone || self.has_joiner)
    }
}
