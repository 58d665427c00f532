//! What the areas of string functions share: texts, and comparing arrays of answers.

use zig_oracle::strings::NONE;

use crate::parity::{Check, Divergence};
use crate::prng::Prng;

/// An answer as Zig gives it.
pub(super) fn index<T: TryInto<u64>>(found: Option<T>) -> u64 {
    found.and_then(|index| index.try_into().ok()).unwrap_or(NONE)
}

/// Compares each answer under its name.
pub(super) fn compare<const N: usize>(
    check: &mut Check,
    names: &[&'static str; N],
    zig: &[u64; N],
    rust: &[u64; N],
) -> Result<(), Divergence> {
    for ((name, zig), rust) in names.iter().zip(zig).zip(rust) {
        check.same(name, *zig, *rust)?;
    }
    Ok(())
}

/// A text, mostly short, mostly of few different bytes so that searches find something.
pub(super) fn text(random: &mut Prng) -> Vec<u8> {
    let len_max = match random.below(64) {
        0 => 300,
        1..8 => 70,
        8..40 => 33,
        _ => 9,
    };
    let len = random.within(0..=len_max);
    let alphabet: &[u8; 8] = match random.below(8) {
        0 => return random.edgy_bytes(len),
        1 => b"aAbBzZ[{",
        2 => b"  \t\r\nxy\x0b",
        3 => b"09afAFgG",
        4 => b"\x7f\x80\xff\x1f\x20\0ab",
        5 => b"#@\"\\$`'*",
        6 => b"aaaaaaab",
        _ => b"abc/.*-,",
    };
    let mut bytes = Vec::with_capacity(len.next_multiple_of(16));
    while bytes.len() < len {
        // Sixteen letters of a word, three bits each.
        let word = random.word();
        bytes.extend((0..16).map(|place| alphabet[(word >> (4 * place)) as usize & 7]));
    }
    bytes.truncate(len);
    bytes
}

/// A byte that is likely to be in `text`.
pub(super) fn byte_of(random: &mut Prng, text: &[u8]) -> u8 {
    if text.is_empty() || random.ratio(1, 8) {
        random.word() as u8
    } else {
        text[random.below(text.len())]
    }
}

/// A string that is likely to be in `text`.
pub(super) fn string_of(random: &mut Prng, text: &[u8]) -> Vec<u8> {
    let start = random.within(0..=text.len());
    let len = random.within(0..=(text.len() - start).min(9));
    let mut string = text[start..start + len].to_vec();
    if random.ratio(1, 4)
        && let Some(last) = string.last_mut()
    {
        *last = random.word() as u8;
    }
    string
}
