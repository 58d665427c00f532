//! Text from integers and floats.

use bun_core::fmt::{self, SizeFormatterOptions};
use zig_oracle::{OfWord, Oracle};

use crate::parity::{Area, Check, Divergence};
use crate::prng::Prng;

pub(super) struct FmtNumbers {
    zig: Oracle,
}

impl FmtNumbers {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }

    fn text(&self, kind: OfWord, word: u64) -> String {
        String::from_utf8(self.zig.fmt_of_word(kind, word)).expect("Zig writes ASCII here")
    }

    fn compare(&self, word: u64, check: &mut Check) -> Result<(), Divergence> {
        let mut buffer = fmt::ItoaBuf::new();
        let mut same = |what, kind, rust: String| check.same(what, self.text(kind, word), rust);
        let ascii = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        same("u64 in decimal", OfWord::Decimal, ascii(fmt::itoa(&mut buffer, word)))?;
        let signed = ascii(fmt::itoa(&mut buffer, word.cast_signed()));
        same("i64 in decimal", OfWord::DecimalSigned, signed)?;
        same("u64 in hex", OfWord::HexLower, fmt::hex_int_lower::<16>(word).to_string())?;
        same("u32 in hex", OfWord::HexUpper32, fmt::hex_int_upper::<8>(word).to_string())?;
        let mut options = SizeFormatterOptions::default();
        same("size", OfWord::Size, fmt::size(word as usize, options).to_string())?;
        options.space_between_number_and_unit = false;
        same("tight size", OfWord::SizeTight, fmt::size(word as usize, options).to_string())?;
        let duration = fmt::fmt_duration_one_decimal(word).to_string();
        same("duration", OfWord::Duration, duration)?;
        let hash = fmt::truncated_hash32(word).to_string();
        same("truncated hash", OfWord::TruncatedHash, hash)?;
        same("digit count", OfWord::DigitCount, fmt::digit_count(word).to_string())?;
        same("digit count", OfWord::DigitCount, fmt::fast_digit_count(word).to_string())?;
        self.compare_trimmed(word, check)
    }

    /// The number that the bits are, or the bits as a number of thousandths or so.
    fn compare_trimmed(&self, word: u64, check: &mut Check) -> Result<(), Divergence> {
        let near = (word >> 24) as f64 / [1000.0, 4096.0, 3.0][(word % 3) as usize];
        for number in [f64::from_bits(word), near] {
            // The original overruns its buffer for a negative fraction, and for none.
            if !number.is_finite() || number.is_sign_negative() {
                continue;
            }
            let zig = self.text(OfWord::Trimmed, number.to_bits());
            let what = if zig.ends_with('.') {
                "trimmed number that rounds to whole"
            } else {
                "trimmed number"
            };
            check.same(what, zig, fmt::trimmed_precision::<3>(number).to_string())?;
        }
        Ok(())
    }
}

impl Area for FmtNumbers {
    type Op = u64;

    fn name(&self) -> &'static str {
        "fmt_numbers"
    }

    fn generate(&self, random: &mut Prng) -> Vec<u64> {
        (0..random.within(1..=8))
            .map(|_| match random.below(4) {
                // Around the powers of ten, where digits are carried.
                0 => {
                    let power = 10_u64.pow(random.below(20) as u32);
                    power.wrapping_add(random.below(7) as u64).wrapping_sub(3)
                }
                1 => random.word() >> random.below(64),
                _ => random.edgy_word(),
            })
            .collect()
    }

    fn run(&self, ops: &[u64], check: &mut Check) -> Result<(), Divergence> {
        for (step, &word) in ops.iter().enumerate() {
            check.at(step);
            self.compare(word, check)?;
        }
        Ok(())
    }

    fn simplify(&self, word: &u64) -> Vec<u64> {
        [0, word / 10, word >> 1, word.saturating_sub(1)]
            .into_iter()
            .filter(|simpler| simpler < word)
            .collect()
    }
}
