//! Integers and floats from text.

use bun_core::fmt::{self, ParseInt, ParseIntError};
use zig_oracle::{Oracle, ParseFailure};

use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

/// Text and the radix it is read in.
#[derive(Clone, Debug)]
pub(super) struct Number {
    radix: u8,
    text: Bytes,
}

pub(super) struct FmtParseInt {
    zig: Oracle,
}

impl FmtParseInt {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }

    fn compare<T: ParseInt>(
        &self,
        what: &'static str,
        kind: (bool, u32),
        Number { radix, text: Bytes(text) }: &Number,
        widen: impl Fn(T) -> u128,
        check: &mut Check,
    ) -> Result<(), Divergence> {
        let zig = self.zig.fmt_parse_int(kind, *radix, text);
        check.same(what, zig, fmt::parse_int::<T>(text, *radix).map(widen).map_err(failure))
    }
}

const fn failure(error: ParseIntError) -> ParseFailure {
    match error {
        ParseIntError::Overflow => ParseFailure::Overflow,
        ParseIntError::InvalidCharacter => ParseFailure::InvalidCharacter,
    }
}

/// Digits of a radix around the limits of the types, and sometimes what is none.
fn integer(random: &mut Prng, radix: u8) -> Vec<u8> {
    let mut value = match random.below(4) {
        0 => u128::from(random.edgy_word()) << 64 | u128::from(random.edgy_word()),
        1 => (1_u128 << random.below(128)).wrapping_add(random.below(5) as u128).wrapping_sub(2),
        _ => u128::from(random.edgy_word()),
    };
    let base = if radix == 0 { random.choose(&[2, 8, 10, 16]) } else { radix };
    let mut text = Vec::new();
    while value > 0 || text.is_empty() && random.ratio(15, 16) {
        let digit = char::from_digit((value % u128::from(base)) as u32, base.into());
        let digit = digit.expect("a digit of its radix") as u8;
        text.push(if random.ratio(1, 2) { digit } else { digit.to_ascii_uppercase() });
        value /= u128::from(base);
    }
    text.extend(vec![b'0'; if random.ratio(1, 16) { random.below(50) } else { 0 }]);
    if radix == 0 && random.ratio(3, 4) {
        let letter = match base {
            2 => b'b',
            8 => b'o',
            10 => b'd',
            _ => b'x',
        };
        text.push(if random.ratio(1, 2) { letter } else { letter.to_ascii_uppercase() });
        text.push(b'0');
    }
    if random.ratio(1, 3) {
        text.push(random.choose(b"+-"));
    }
    text.reverse();
    disturb(random, text)
}

/// Puts something between the characters now and then.
fn disturb(random: &mut Prng, mut text: Vec<u8>) -> Vec<u8> {
    while random.ratio(1, 4) {
        let at = random.within(0..=text.len());
        let any = random.word() as u8;
        text.insert(at, random.choose(&[b'_', b'_', b'_', b'.', b'-', b'9', b' ', any]));
    }
    text
}

impl Area for FmtParseInt {
    type Op = Number;

    fn name(&self) -> &'static str {
        "fmt_parse_int"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Number> {
        (0..random.within(1..=4))
            .map(|_| {
                let radix = match random.below(4) {
                    0 => 0,
                    1 => random.within(2..=36) as u8,
                    _ => random.choose(&[10, 16]),
                };
                Number { radix, text: Bytes(integer(random, radix)) }
            })
            .collect()
    }

    fn run(&self, ops: &[Number], check: &mut Check) -> Result<(), Divergence> {
        for (step, op) in ops.iter().enumerate() {
            check.at(step);
            self.compare("u8", (false, 8), op, |value: u8| value.into(), check)?;
            self.compare("i8", (true, 8), op, |value: i8| value as u128, check)?;
            self.compare("u16", (false, 16), op, |value: u16| value.into(), check)?;
            self.compare("i16", (true, 16), op, |value: i16| value as u128, check)?;
            self.compare("u32", (false, 32), op, |value: u32| value.into(), check)?;
            self.compare("i32", (true, 32), op, |value: i32| value as u128, check)?;
            self.compare("u64", (false, 64), op, |value: u64| value.into(), check)?;
            self.compare("i64", (true, 64), op, |value: i64| value as u128, check)?;
            self.compare("u128", (false, 128), op, |value: u128| value, check)?;
            self.compare("i128", (true, 128), op, |value: i128| value as u128, check)?;
            let Number { radix, text: Bytes(text) } = op;
            let zig = self.zig.fmt_parse_unsigned(*radix, text);
            check.same("unsigned", zig, fmt::parse_unsigned(text, *radix).map_err(failure))?;
        }
        Ok(())
    }

    fn simplify(&self, Number { radix, text }: &Number) -> Vec<Number> {
        let Bytes(bytes) = text;
        let without = (0..bytes.len()).map(|index| {
            let mut bytes = bytes.clone();
            bytes.remove(index);
            Number { radix: *radix, text: Bytes(bytes) }
        });
        without.collect()
    }
}

pub(super) struct FmtParseFloat {
    zig: Oracle,
}

impl FmtParseFloat {
    pub(super) const fn new(zig: Oracle) -> Self {
        Self { zig }
    }
}

fn digits(random: &mut Prng, alphabet: &[u8]) -> Vec<u8> {
    let longest = random.choose(&[3, 17, 25, 60]);
    (0..random.within(0..=longest)).map(|_| random.choose(alphabet)).collect()
}

fn float(random: &mut Prng) -> Vec<u8> {
    let text = match random.below(8) {
        0 => random.choose(&["inf", "-Infinity", "nan", "+NaN", "infinit", "i", ""]).into(),
        1 => f64::from_bits(random.edgy_word()).to_string().into_bytes(),
        2 => format!("{:e}", f64::from_bits(random.word())).into_bytes(),
        3 => format!("{}", f32::from_bits(random.word() as u32)).into_bytes(),
        kind => {
            let (prefix, alphabet, letter): (&[u8], &[u8], u8) = if kind < 6 {
                (b"0x", b"0123456789abcdefABCDEF", random.choose(b"pP"))
            } else {
                (b"", b"0123456789", random.choose(b"eE"))
            };
            let mut text = prefix.to_vec();
            let whole = random.choose(&[alphabet, b"0", b"08"]);
            text.extend(digits(random, whole));
            if random.ratio(2, 3) {
                text.push(b'.');
                let fraction = random.choose(&[alphabet, b"0", b"01"]);
                text.extend(digits(random, fraction));
            }
            if random.ratio(2, 3) {
                let greatest = random.choose(&[30, 400, 1200, 1 << 40]);
                let exponent = random.within(0..=greatest);
                text.push(letter);
                text.extend_from_slice(random.choose(&[&b""[..], b"-", b"+"]));
                text.extend(exponent.to_string().bytes());
            }
            let mut signed = random.choose(&[&b""[..], b"-", b"+"]).to_vec();
            signed.extend(text);
            signed
        }
    };
    if random.ratio(1, 3) { disturb(random, text) } else { text }
}

/// Whether text has more hexadecimal digits than fit in 64 bits.
fn is_long_hex(text: &[u8]) -> bool {
    let mantissa = text.split(|byte| matches!(byte, b'p' | b'P')).next().unwrap_or_default();
    let digits = mantissa.iter().filter(|byte| byte.is_ascii_hexdigit()).count();
    // One more for the zero in front of the `x`.
    mantissa.iter().any(|byte| matches!(byte, b'x' | b'X')) && digits > 17
}

impl Area for FmtParseFloat {
    type Op = Bytes;

    fn name(&self) -> &'static str {
        "fmt_parse_float"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Bytes> {
        (0..random.within(1..=4)).map(|_| Bytes(float(random))).collect()
    }

    fn run(&self, ops: &[Bytes], check: &mut Check) -> Result<(), Divergence> {
        for (step, Bytes(text)) in ops.iter().enumerate() {
            check.at(step);
            let (wide, narrow) = if is_long_hex(text) {
                ("long hexadecimal", "long hexadecimal")
            } else {
                ("f64", "f32")
            };
            let zig = self.zig.fmt_parse_float(64, text);
            check.same(wide, zig, fmt::parse_f64(text).map(f64::to_bits))?;
            let zig = self.zig.fmt_parse_float(32, text);
            check.same(narrow, zig, fmt::parse_f32(text).map(|value| value.to_bits().into()))?;
        }
        Ok(())
    }

    fn simplify(&self, Bytes(bytes): &Bytes) -> Vec<Bytes> {
        let without = (0..bytes.len()).map(|index| {
            let mut bytes = bytes.clone();
            bytes.remove(index);
            Bytes(bytes)
        });
        without.collect()
    }
}
