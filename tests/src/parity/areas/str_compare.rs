//! Equality, prefixes, suffixes and order, with and without regard to case.

use bun_str::strings;
use zig_oracle::Oracle;
use zig_oracle::strings::{COMPARISONS, part};

use super::str_answers::{compare, string_of, text};
use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

const NAMES: [&str; COMPARISONS] = [
    "eql",
    "eql_case_insensitive_ascii",
    "eql_case_insensitive_ascii up to a NUL",
    "eql_case_insensitive_ascii_ignore_length",
    "starts_with_case_insensitive_ascii",
    "has_prefix_case_insensitive",
    "contains_case_insensitive_ascii",
    "starts_with",
    "has_prefix",
    "ends_with",
    "order",
    "cmp_strings_asc",
    "cmp_strings_desc",
    "order_ignore_case",
    "ends_with_any",
    "ends_with_char_or_is_zero_length",
    "glob_length_compare",
    "trim_prefix",
    "trim_suffix",
];

pub(super) struct CompareArea(pub(super) Oracle);

impl Area for CompareArea {
    /// Two texts.
    type Op = (Bytes, Bytes);

    fn name(&self) -> &'static str {
        "str_compare"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Self::Op> {
        let draw = |random: &mut Prng| {
            let a = text(random);
            let mut b = if random.ratio(1, 3) { string_of(random, &a) } else { a.clone() };
            match random.below(8) {
                0 => {}
                1 => b.truncate(random.within(0..=b.len())),
                2 => b.push(random.word() as u8),
                // Changes of a letter's case, and of other bytes as if they were letters.
                3..6 => b.iter_mut().for_each(|byte| *byte ^= (random.word() as u8) & 0x20),
                _ if b.is_empty() => {}
                _ => {
                    let place = random.below(b.len());
                    b[place] ^= 1 << random.below(8);
                }
            }
            if random.ratio(1, 2) { (Bytes(a), Bytes(b)) } else { (Bytes(b), Bytes(a)) }
        };
        (0..16).map(|_| draw(random)).collect()
    }

    fn run(&self, ops: &[Self::Op], check: &mut Check) -> Result<(), Divergence> {
        for (step, (a, b)) in ops.iter().enumerate() {
            check.at(step);
            let zig = self.0.str_compare(&a.0, &b.0);
            compare(check, &NAMES, &zig, &answers(&a.0, &b.0))?;
        }
        Ok(())
    }

    fn simplify(&self, (a, b): &Self::Op) -> Vec<Self::Op> {
        let first = a.simpler().into_iter().map(|a| (a, b.clone()));
        first.chain(b.simpler().into_iter().map(|b| (a.clone(), b))).collect()
    }
}

fn answers(a: &[u8], b: &[u8]) -> [u64; COMPARISONS] {
    let order = |order: core::cmp::Ordering| (order as i8 + 1) as u64;
    let ignoring_case = strings::eql_case_insensitive_ascii_check_length(a, b).into();
    let first = b.first().copied();
    [
        strings::eql(a, b).into(),
        ignoring_case,
        ignoring_case,
        strings::eql_case_insensitive_ascii_ignore_length(a, b).into(),
        strings::starts_with_case_insensitive_ascii(a, b).into(),
        strings::has_prefix_case_insensitive(a, b).into(),
        strings::contains_case_insensitive_ascii(a, b).into(),
        strings::starts_with(a, b).into(),
        strings::has_prefix(a, b).into(),
        strings::ends_with(a, b).into(),
        order(strings::order(a, b)),
        strings::cmp_strings_asc((), a, b).into(),
        strings::cmp_strings_desc((), a, b).into(),
        order(strings::order_ignore_case(a, b)),
        strings::ends_with_any(a, b).into(),
        // Without a byte to look for, only the empty text has it.
        first
            .map_or(a.is_empty(), |first| strings::ends_with_char_or_is_zero_length(a, first))
            .into(),
        strings::glob_length_compare(a, b).is_lt().into(),
        part(a, strings::trim_prefix(a, b)),
        part(a, strings::trim_suffix(a, b)),
    ]
}
