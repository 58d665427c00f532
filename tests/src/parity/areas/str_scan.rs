//! Scanning for what is not plain.

use bun_str::strings;
use zig_oracle::Oracle;
use zig_oracle::strings::SCANS;

use super::str_answers::{compare, index, text};
use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

const NAMES: [&str; SCANS] = [
    "first_non_ascii",
    "first_non_ascii16",
    "index_of_newline_or_non_ascii",
    "index_of_space_or_newline_or_non_ascii",
    "index_of_newline_or_non_ascii_or_hash_or_at",
    "contains_newline_or_non_ascii_or_quote",
    "index_of_needs_escape_for_java_script_string",
    "index_of_interesting_character_in_string_literal",
    "index_of_interesting_character_in_multiline_comment",
    "index_of_needs_url_encode",
    "is_on_char_boundary",
];

pub(super) struct ScanArea(pub(super) Oracle);

/// One input of all functions.
#[derive(Clone, Debug)]
pub(super) struct Op {
    text: Bytes,
    quote: u8,
    offset: usize,
}

impl Area for ScanArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "str_scan"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let draw = |random: &mut Prng| {
            let mut text = text(random);
            if random.ratio(1, 2) {
                // Plain up to one place.
                text.iter_mut().for_each(|byte| *byte = b'a' | (*byte & 7));
                if !text.is_empty() {
                    let place = random.below(text.len());
                    text[place] = random.word() as u8;
                }
            }
            let offset = random.within(0..=text.len());
            Op { text: Bytes(text), quote: random.choose(b"'\"`"), offset }
        };
        (0..16).map(|_| draw(random)).collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            let text = op.text.0.as_slice();
            let wide: Vec<u16> =
                text.iter().map(|&byte| u16::from(byte) << (op.offset & 8)).collect();
            let zig = self.0.str_scan(text, &wide, op.quote, op.offset);
            compare(check, &NAMES, &zig, &answers(text, &wide, op.quote, op.offset))?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        let simpler = op.text.simpler().into_iter();
        simpler.map(|text| Op { offset: op.offset.min(text.0.len()), text, ..*op }).collect()
    }
}

fn answers(text: &[u8], wide: &[u16], quote: u8, offset: usize) -> [u64; SCANS] {
    let first = strings::first_non_ascii(text);
    assert_eq!(strings::is_all_ascii(text), first.is_none());
    let from = u32::try_from(offset).expect("a short text");
    [
        index(first),
        index(strings::first_non_ascii16(wide)),
        index(strings::index_of_newline_or_non_ascii(text, from)),
        index(strings::index_of_space_or_newline_or_non_ascii(text, from)),
        index(strings::index_of_newline_or_non_ascii_or_hash_or_at(text)),
        strings::contains_newline_or_non_ascii_or_quote(text).into(),
        index(strings::index_of_needs_escape_for_java_script_string(text, quote)),
        index(strings::index_of_interesting_character_in_string_literal(text, quote)),
        index(strings::index_of_interesting_character_in_multiline_comment(text)),
        index(strings::index_of_needs_url_encode(text)),
        strings::is_on_char_boundary(text, offset).into(),
    ]
}
