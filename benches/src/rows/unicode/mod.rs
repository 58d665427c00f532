//! Conversion, validation and measuring of UTF-8 and UTF-16, by kind of text and length.
//!
//! Texts up to 4 KiB repeat, and a branch predictor learns them: the rows of 64 KiB say more about
//! branchy code. `mixed` draws each character by itself, 70 % ASCII, 15 % Latin, 12 % CJK and 3 %
//! emoji, which is harder than text that people write.

mod cpp;

use alloc::rc::Rc;
use core::cell::RefCell;

use bun_str::strings;
use zig_oracle::Loops;

use super::zig;
use crate::input::Random;
use crate::opaque::opaque;
use crate::row::{Contender, Row, Unit};
use cpp::simdutf_contender;

const GROUP: &str = "uni";
const SEED: u64 = 0x5eed;
const KINDS: [&str; 5] = ["ascii", "latin", "mixed", "cjk", "emoji"];
const LENGTHS: [usize; 5] = [16, 64, 256, 4096, 65536];

pub(super) fn rows() -> Vec<Row> {
    let texts = KINDS.iter().flat_map(|kind| LENGTHS.map(|len| (*kind, len)));
    texts
        .flat_map(|(kind, len)| {
            let text = Rc::new(Text::new(kind, len));
            Task::ALL.map(|task| task.row(&text))
        })
        .collect()
}

/// One text in both encodings.
#[derive(Debug)]
struct Text {
    kind: &'static str,
    len: usize,
    bytes: Vec<u8>,
    units: Vec<u16>,
}

impl Text {
    /// Whole characters, `len` bytes or up to three more.
    fn new(kind: &'static str, len: usize) -> Self {
        let mut random = Random::new(SEED + len as u64);
        let mut text = String::with_capacity(len + 4);
        while text.len() < len {
            let class = match (kind, random.below(100)) {
                ("ascii", _) | ("latin" | "mixed", 0..70) => 0,
                ("latin", _) | ("mixed", 70..85) => 1,
                ("cjk", _) | ("mixed", 85..97) => 2,
                _ => 3,
            };
            let code_point = match class {
                0 => 0x20 + random.below(0x5f),
                1 => 0xc0 + random.below(0x40),
                2 => 0x4e00 + random.below(0x5000),
                _ => 0x1f600 + random.below(0x40),
            };
            text.push(char::from_u32(code_point).expect("no surrogate"));
        }
        let units = text.encode_utf16().collect();
        Self { kind, len, bytes: text.into_bytes(), units }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..opaque(self.bytes.len())]
    }

    fn units(&self) -> &[u16] {
        &self.units[..opaque(self.units.len())]
    }
}

/// Adds up what `work` returns.
#[inline(always)]
fn sum(iterations: u64, mut work: impl FnMut() -> usize) -> u64 {
    (0..iterations).fold(0, |sum: u64, _| sum.wrapping_add(work() as u64))
}

/// What is done with a text.
#[derive(Clone, Copy, Debug)]
enum Task {
    ToUtf16,
    ToUtf16Alloc,
    ToUtf8,
    ToUtf8Alloc,
    Validate,
    Utf16Len,
}

impl Task {
    const ALL: [Self; 6] = [
        Self::ToUtf16,
        Self::ToUtf16Alloc,
        Self::ToUtf8,
        Self::ToUtf8Alloc,
        Self::Validate,
        Self::Utf16Len,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::ToUtf16 => "utf8->utf16",
            Self::ToUtf16Alloc => "utf8->utf16 +alloc",
            Self::ToUtf8 => "utf16->utf8",
            Self::ToUtf8Alloc => "utf16->utf8 +alloc",
            Self::Validate => "validate utf8",
            Self::Utf16Len => "utf16 length of utf8",
        }
    }

    fn expected(self, text: &Text) -> u64 {
        match self {
            Self::ToUtf16 | Self::ToUtf16Alloc | Self::Utf16Len => text.units.len() as u64,
            Self::ToUtf8 | Self::ToUtf8Alloc => text.bytes.len() as u64,
            Self::Validate => 1,
        }
    }

    fn row(self, text: &Rc<Text>) -> Row {
        let input = format!("{} bytes of {} text", text.bytes.len(), text.kind);
        let name = format!("{} {} {} B", self.name(), text.kind, text.len);
        let expected = self.expected(text);
        let bytes_per_op = text.bytes.len() as u64;
        let unit = if text.len >= 4096 { Unit::GigabytesPerSecond } else { Unit::Nanoseconds };
        let text = Rc::clone(text);
        let contenders = move || self.contenders(&text);
        Row { unit, bytes_per_op, ..Row::new(GROUP, name, input, expected, contenders) }
    }

    fn contenders(self, text: &Rc<Text>) -> Vec<Contender> {
        let mut all: Vec<Contender> = zig().map(|zig| self.zig(zig, text)).into_iter().collect();
        all.extend(match self {
            Self::ToUtf16 => to_utf16(text),
            Self::ToUtf16Alloc => to_utf16_alloc(text),
            Self::ToUtf8 => to_utf8(text),
            Self::ToUtf8Alloc => to_utf8_alloc(text),
            Self::Validate => validate(text),
            Self::Utf16Len => utf16_len(text),
        });
        all
    }

    fn zig(self, zig: Loops, text: &Rc<Text>) -> Contender {
        let text = Rc::clone(text);
        let mut units = vec![0; text.bytes.len()];
        let mut bytes = vec![0; 3 * text.units.len()];
        let run = move |n| match self {
            Self::ToUtf16 => zig.utf8_to_utf16(&text.bytes, &mut units, n),
            Self::ToUtf16Alloc => zig.utf8_to_utf16_alloc(&text.bytes, n),
            Self::ToUtf8 => zig.utf16_to_utf8(&text.units, &mut bytes, n),
            Self::ToUtf8Alloc => zig.utf16_to_utf8_alloc(&text.units, n),
            Self::Validate => zig.utf8_validate(&text.bytes, n),
            Self::Utf16Len => zig.utf16_len(&text.bytes, n),
        };
        Contender::zig("std.unicode", run).target(1.0)
    }
}

/// A contender that reads `text` and writes `units`.
macro_rules! with_space {
    ($text:ident, $space:expr, |$source:ident, $out:ident| $work:expr) => {{
        let $source = Rc::clone($text);
        let space = RefCell::new(vec![Default::default(); $space]);
        move |n| {
            let $out = &mut *space.borrow_mut();
            sum(n, || $work)
        }
    }};
}

fn to_utf16(text: &Rc<Text>) -> Vec<Contender> {
    let room = text.bytes.len() + 64;
    vec![
        Contender::ours(
            "convert_utf8_to_utf16_in_buffer",
            with_space!(text, room, |text, out| {
                strings::convert_utf8_to_utf16_in_buffer(out, text.bytes()).len()
            }),
        ),
        Contender::rival(
            "encoding_rs",
            with_space!(text, room, |text, out| {
                encoding_rs::mem::convert_utf8_to_utf16(text.bytes(), out)
            }),
        ),
        simdutf_contender(text, Task::ToUtf16),
    ]
}

fn to_utf8(text: &Rc<Text>) -> Vec<Contender> {
    let room = 3 * text.units.len() + 64;
    vec![
        Contender::ours(
            "convert_utf16_to_utf8_in_buffer",
            with_space!(text, room, |text, out| {
                strings::convert_utf16_to_utf8_in_buffer(out, text.units()).len()
            }),
        ),
        Contender::rival(
            "encoding_rs",
            with_space!(text, room, |text, out| {
                encoding_rs::mem::convert_utf16_to_utf8(text.units(), out)
            }),
        ),
        simdutf_contender(text, Task::ToUtf8),
    ]
}

fn to_utf16_alloc(text: &Rc<Text>) -> Vec<Contender> {
    let (ours, std) = (Rc::clone(text), Rc::clone(text));
    vec![
        Contender::ours("to_utf16_alloc_for_real", move |n| {
            sum(n, || {
                let units = strings::to_utf16_alloc_for_real(ours.bytes(), true, false);
                units.map_or(0, |units| units.len())
            })
        }),
        Contender::rival("std encode_utf16", move |n| {
            sum(n, || {
                let text = core::str::from_utf8(std.bytes()).unwrap_or_default();
                text.encode_utf16().collect::<Vec<u16>>().len()
            })
        }),
    ]
}

fn to_utf8_alloc(text: &Rc<Text>) -> Vec<Contender> {
    let (ours, std) = (Rc::clone(text), Rc::clone(text));
    vec![
        Contender::ours("to_utf8_alloc", move |n| {
            sum(n, || strings::to_utf8_alloc(ours.units()).len())
        }),
        Contender::rival("std from_utf16", move |n| {
            sum(n, || String::from_utf16(std.units()).map_or(0, |text| text.len()))
        }),
    ]
}

fn validate(text: &Rc<Text>) -> Vec<Contender> {
    let [ours, vectors, std, cpp] = [(); 4].map(|()| Rc::clone(text));
    vec![
        Contender::ours("is_valid_utf8", move |n| {
            sum(n, || usize::from(strings::is_valid_utf8(ours.bytes())))
        }),
        Contender::rival("simdutf8", move |n| {
            sum(n, || usize::from(simdutf8::basic::from_utf8(vectors.bytes()).is_ok()))
        }),
        Contender::rival("std from_utf8", move |n| {
            sum(n, || usize::from(core::str::from_utf8(std.bytes()).is_ok()))
        }),
        Contender::rival("simdutf (C++)", move |n| {
            sum(n, || usize::from(simdutf::validate_utf8(cpp.bytes())))
        }),
    ]
}

fn utf16_len(text: &Rc<Text>) -> Vec<Contender> {
    let [ours, cpp] = [(); 2].map(|()| Rc::clone(text));
    vec![
        Contender::ours("element_length_utf8_into_utf16", move |n| {
            sum(n, || strings::element_length_utf8_into_utf16(ours.bytes()))
        }),
        Contender::rival("simdutf (C++)", move |n| {
            sum(n, || simdutf::utf16_length_from_utf8(cpp.bytes()))
        }),
    ]
}
