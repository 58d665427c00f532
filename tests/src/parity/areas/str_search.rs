//! Searching for a byte, a string or a set of bytes.

use bun_str::strings;
use zig_oracle::Oracle;
use zig_oracle::strings::{SEARCHES, part};

use super::str_answers::{byte_of, compare, index, string_of, text};
use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

const NAMES: [&str; SEARCHES] = [
    "index_of_char",
    "last_index_of_char",
    "index_of_char_pos",
    "index_of_not_char",
    "count_char",
    "index_of",
    "index_of_t of 16-bit units",
    "last_index_of",
    "index_of_any",
    "index_of_any after a start",
    "last_index_before_char",
    "split_first",
    "slice_to_nul",
    "substring",
];

pub(super) struct SearchArea(pub(super) Oracle);

/// One input of all functions.
#[derive(Clone, Debug)]
pub(super) struct Op {
    text: Bytes,
    needle: Bytes,
    bytes: (u8, u8),
    start: usize,
}

impl Area for SearchArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "str_search"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let draw = |random: &mut Prng| {
            let text = text(random);
            let bytes = (byte_of(random, &text), byte_of(random, &text));
            let start = random.within(0..=text.len());
            let needle = Bytes(string_of(random, &text));
            Op { text: Bytes(text), needle, bytes, start }
        };
        (0..16).map(|_| draw(random)).collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.0.str_search(&op.text.0, &op.needle.0, op.bytes, op.start);
            compare(check, &NAMES, &zig, &answers(op))?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        let texts = op.text.simpler().into_iter().map(|text| {
            let start = op.start.min(text.0.len());
            Op { text, start, ..op.clone() }
        });
        let needles = op.needle.simpler().into_iter().map(|needle| Op { needle, ..op.clone() });
        texts.chain(needles).collect()
    }
}

fn answers(op: &Op) -> [u64; SEARCHES] {
    let (text, needle) = (op.text.0.as_slice(), op.needle.0.as_slice());
    let (byte, other) = op.bytes;
    let after = strings::index_of_any(&text[op.start..], needle).map(|at| at + op.start);
    let wide = |bytes: &[u8]| -> Vec<u16> { bytes.iter().map(|&byte| byte.into()).collect() };
    let substring = strings::substring(text, Some(op.start), Some(op.start + needle.len()));
    let count = strings::count_char(text, byte) as u64;
    [
        index(strings::index_of_char(text, byte)),
        index(strings::last_index_of_char(text, byte)),
        index(strings::index_of_char_pos(text, byte, op.start)),
        index(strings::index_of_not_char(text, byte)),
        count,
        index(strings::index_of(text, needle)),
        index(strings::index_of_t(&wide(text), &wide(needle))),
        index(strings::last_index_of(text, needle)),
        index(strings::index_of_any(text, needle)),
        index(after),
        index(strings::last_index_before_char(text, byte, other)),
        part(text, strings::split_first(text, other)),
        part(text, strings::slice_to_nul(text)),
        part(text, substring),
    ]
}
