//! Cutting, splitting, replacing and converting.

use bun_str::strings;
use zig_oracle::Oracle;
use zig_oracle::strings::{PARTS, mix, part};

use super::str_answers::{byte_of, compare, string_of, text};
use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

const NAMES: [&str; PARTS] = [
    "trim",
    "trim_left",
    "trim_right",
    "trim_spaces",
    "length_of_leading_whitespace_ascii",
    "trim_leading_char",
    "trim_leading_pattern2",
    "trim_subsequent_leading_chars",
    "split",
    "replacement_size",
    "copy_lowercase",
    "encode_bytes_to_hex",
    "decode_hex_to_bytes",
];

pub(super) struct PartsArea(pub(super) Oracle);

/// One input of all functions.
#[derive(Clone, Debug)]
pub(super) struct Op {
    text: Bytes,
    set: Bytes,
    bytes: (u8, u8),
}

impl Area for PartsArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "str_parts"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        let draw = |random: &mut Prng| {
            let text = text(random);
            let bytes = if random.ratio(1, 2) {
                (byte_of(random, &text), byte_of(random, &text))
            } else {
                let edge = text.first().or(text.last()).copied().unwrap_or(b'a');
                (edge, text.get(1).copied().unwrap_or(edge))
            };
            let set = Bytes(string_of(random, &text));
            Op { text: Bytes(text), set, bytes }
        };
        (0..16).map(|_| draw(random)).collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.0.str_parts(&op.text.0, &op.set.0, op.bytes);
            compare(check, &NAMES, &zig, &answers(op))?;
        }
        Ok(())
    }

    fn simplify(&self, op: &Op) -> Vec<Op> {
        let texts = op.text.simpler().into_iter().map(|text| Op { text, ..op.clone() });
        texts.chain(op.set.simpler().into_iter().map(|set| Op { set, ..op.clone() })).collect()
    }
}

fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |total, &byte| mix(total, byte.into()))
}

fn answers(op: &Op) -> [u64; PARTS] {
    let (text, set) = (op.text.0.as_slice(), op.set.0.as_slice());
    let (byte, other) = op.bytes;
    let mut scratch = vec![0; 2 * text.len()];
    let replacement = [byte, other, byte];
    let split = strings::split(text, set).fold(0, |total, piece| mix(total, piece.len() as u64));
    let replaced = strings::replacement_size(text, set, &replacement);
    assert_eq!(strings::replace_owned(text, set, &replacement).len(), replaced);
    let lowered = sum(strings::copy_lowercase(text, &mut scratch));
    assert_eq!(strings::encode_bytes_to_hex(&mut scratch, text), scratch.len());
    let digits = sum(&scratch);
    let room = set.len().min(scratch.len());
    let strict = strings::decode_hex_to_bytes(&mut scratch[..room], text);
    let decoded = strings::decode_hex_to_bytes_truncate(&mut scratch[..room], text);
    [
        part(text, strings::trim(text, set)),
        part(text, strings::trim_left(text, set)),
        part(text, strings::trim_right(text, set)),
        part(text, strings::trim_spaces(text)),
        strings::length_of_leading_whitespace_ascii(text) as u64,
        part(text, strings::trim_leading_char(text, byte)),
        part(text, strings::trim_leading_pattern2(text, byte, other)),
        part(text, strings::trim_subsequent_leading_chars(text, byte)),
        split,
        replaced as u64,
        lowered,
        digits,
        decoded as u64 | u64::from(strict.is_err()) << 32,
    ]
}
