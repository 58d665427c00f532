//! Conversions and iteration of UTF-8 and UTF-16, well-formed or not.

use core::cell::RefCell;

use bun_str::strings::{
    CodepointIterator, Cursor, convert_utf8_to_utf16_in_buffer, convert_utf16_to_utf8_in_buffer,
    copy_utf16_into_utf8, element_length_utf8_into_utf16, element_length_utf16_into_utf8,
    is_valid_utf8, to_utf16_alloc_for_real, utf8_byte_sequence_length, utf16_eql_string,
};
use zig_oracle::Oracle;

use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

/// The longest text that is drawn.
const LEN_MAX: usize = 600;

/// Text around lengths at which vectors end: runs of characters of one kind, some of them broken.
fn draw(random: &mut Prng) -> Vec<u8> {
    let len = match random.below(128) {
        0 => random.within(0..=LEN_MAX - 8),
        1..12 => random.within(0..=140),
        _ => random.within(0..=24),
    };
    let mut text = Vec::with_capacity(len + 8);
    while text.len() < len {
        let run = random.within(1..=24);
        let kind = random.below(10);
        for _ in 0..run {
            let word = random.word() as u32;
            let code_point = match kind {
                0..4 => word % 0x60 + 0x20,
                4 => word % 0x780 + 0x80,
                5 | 6 => word % 0xf800 + 0x800,
                7 => word % 0x10_0000 + 0x1_0000,
                8 => *[0x61, 0xe9, 0x20ac, 0x1f600].get(word as usize % 4).unwrap_or(&0),
                _ => {
                    text.push(word as u8);
                    continue;
                }
            };
            // Surrogates too, which UTF-8 does not have.
            let mut sequence = [0; 4];
            let count = bun_str::strings::encode_wtf8_rune(&mut sequence, code_point);
            text.extend_from_slice(&sequence[..count]);
            if text.len() >= len {
                break;
            }
        }
    }
    if !text.is_empty() && random.ratio(1, 3) {
        let at = random.below(text.len());
        match random.below(4) {
            0 => text.truncate(at),
            1 => _ = text.remove(at),
            2 => text[at] = random.choose(&[0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xff]),
            _ => text[at] ^= 1 << random.below(8),
        }
    }
    text.truncate(LEN_MAX);
    text
}

/// Space for one side's answers, kept from one text to the next.
#[derive(Debug)]
struct Space {
    units: Vec<u16>,
    bytes: Vec<u8>,
    words: Vec<u32>,
}

impl Space {
    fn new() -> Self {
        Self { units: vec![0; LEN_MAX], bytes: vec![0; 3 * LEN_MAX], words: vec![0; 2 * LEN_MAX] }
    }
}

/// UTF-8 to UTF-16, validation, lengths and iteration.
#[derive(Debug)]
pub(super) struct DecodeArea {
    zig: Oracle,
    space: RefCell<(Space, Space)>,
}

impl DecodeArea {
    pub(super) fn new(zig: Oracle) -> Self {
        Self { zig, space: RefCell::new((Space::new(), Space::new())) }
    }
}

impl Area for DecodeArea {
    type Op = Bytes;

    fn name(&self) -> &'static str {
        "unicode_decode"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Bytes> {
        (0..8).map(|_| Bytes(draw(random))).collect()
    }

    fn run(&self, ops: &[Bytes], check: &mut Check) -> Result<(), Divergence> {
        let (theirs, ours) = &mut *self.space.borrow_mut();
        for (step, Bytes(bytes)) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.zig.utf8_to_utf16(bytes, &mut theirs.units);
            check.same("validity", zig.is_some(), is_valid_utf8(bytes))?;
            let rust = &*convert_utf8_to_utf16_in_buffer(&mut ours.units, bytes);
            check.same("UTF-16", zig.unwrap_or_default(), rust)?;
            if let Some(zig) = zig {
                check.same("length", zig.len(), element_length_utf8_into_utf16(bytes))?;
                check.same("calcUtf16LeLen", self.zig.utf16_len(bytes), Some(zig.len()))?;
            }
            let zig = self.zig.lossy_utf16(bytes, &mut theirs.units);
            let rust = to_utf16_alloc_for_real(bytes, false, false);
            check.same("lossy UTF-16", Some(zig), rust.as_deref().ok())?;
            let zig = self.zig.iterate(bytes, &mut theirs.words);
            let text = CodepointIterator::init(bytes);
            let mut cursor = Cursor::default();
            let mut len = 0;
            while text.next(&mut cursor) {
                ours.words[len] = cursor.c as u32;
                ours.words[len + 1] = u32::from(cursor.width);
                len += 2;
            }
            check.same("iteration", zig, &ours.words[..len])?;
            if let Some(&first) = bytes.first() {
                let zig = self.zig.utf8_sequence_len(first);
                check.same("sequence length", zig, utf8_byte_sequence_length(first))?;
            }
        }
        Ok(())
    }

    fn simplify(&self, op: &Bytes) -> Vec<Bytes> {
        op.simpler()
    }
}

/// UTF-16 to UTF-8, WTF-8 and lengths.
#[derive(Debug)]
pub(super) struct EncodeArea {
    zig: Oracle,
    space: RefCell<(Space, Space)>,
}

impl EncodeArea {
    pub(super) fn new(zig: Oracle) -> Self {
        Self { zig, space: RefCell::new((Space::new(), Space::new())) }
    }
}

impl Area for EncodeArea {
    type Op = Vec<u16>;

    fn name(&self) -> &'static str {
        "unicode_encode"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Vec<u16>> {
        let mut units = vec![0; LEN_MAX];
        (0..8)
            .map(|_| {
                let bytes = draw(random);
                // WTF-8 keeps the surrogates; where it is broken, any units will do.
                let wtf16 = self.zig.wtf8_to_wtf16(&bytes, &mut units).map(<[u16]>::to_vec);
                wtf16.unwrap_or_else(|| bytes.iter().map(|b| u16::from(*b) << 8 | 0x3f).collect())
            })
            .collect()
    }

    fn run(&self, ops: &[Vec<u16>], check: &mut Check) -> Result<(), Divergence> {
        let (theirs, ours) = &mut *self.space.borrow_mut();
        for (step, units) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.zig.utf16_to_utf8(units, &mut theirs.bytes);
            let rust = &*convert_utf16_to_utf8_in_buffer(&mut ours.bytes, units);
            check.same("UTF-8", zig.unwrap_or_default(), rust)?;
            let zig = self.zig.lossy_utf8(units, &mut theirs.bytes);
            check.same("length", zig.len(), element_length_utf16_into_utf8(units))?;
            let done = copy_utf16_into_utf8(&mut ours.bytes, units);
            check.same("read", units.len(), done.read as usize)?;
            check.same("lossy UTF-8", zig, &ours.bytes[..done.written as usize])?;
            let zig = self.zig.wtf16_to_wtf8(units, &mut theirs.bytes);
            check.same("equality with WTF-8", true, utf16_eql_string(units, zig))?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Vec<u16>) -> Vec<Vec<u16>> {
        [0, op.len() / 2, op.len().saturating_sub(1)]
            .into_iter()
            .filter(|len| *len < op.len())
            .map(|len| op[..len].to_vec())
            .collect()
    }
}
