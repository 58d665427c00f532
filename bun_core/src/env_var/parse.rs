//! What the bytes of a variable mean.

use super::kind::Unsigned;

/// Why bytes are not a number.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unparsable {
    Empty,
    Overflow,
    InvalidCharacter,
    /// One of the two numbers that stand for something else.
    Reserved,
}

/// Returns whether a value means yes: anything but the words that mean no.
pub(crate) fn is_truthy(value: &[u8]) -> bool {
    !["", "0", "false", "no", "off"].iter().any(|no| value.eq_ignore_ascii_case(no.as_bytes()))
}

/// Reads a decimal number as `std.fmt.parseInt` does: a sign may come first, underscores may stand
/// between digits, and of the negative numbers only zero fits.
pub(crate) fn parse_unsigned(value: &[u8]) -> Result<u64, Unparsable> {
    let (is_negative, digits) = match value {
        [] => return Err(Unparsable::Empty),
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.starts_with(b"_") || digits.ends_with(b"_") {
        return Err(Unparsable::InvalidCharacter);
    }
    let mut number: u64 = 0;
    for &byte in digits {
        let digit = match byte {
            b'0'..=b'9' => u64::from(byte - b'0'),
            b'_' => continue,
            _ => return Err(Unparsable::InvalidCharacter),
        };
        if is_negative && digit != 0 {
            return Err(Unparsable::Overflow);
        }
        number = number
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(digit))
            .ok_or(Unparsable::Overflow)?;
    }
    if number > Unsigned::MAX { Err(Unparsable::Reserved) } else { Ok(number) }
}
