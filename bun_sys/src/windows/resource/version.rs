//! Versions of four numbers.

use core::fmt;

/// A version as Windows has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::windows) struct Version([u16; 4]);

impl Version {
    /// Reads one to four numbers of 16 bits with points between them; those not given are zero.
    ///
    /// Stricter than the original, which lets through what its second parser then reads in another
    /// way: `1..2` became 1.0.0.0, and `1_0` too.
    pub(in crate::windows) fn parse(text: &[u8]) -> Option<Self> {
        let mut parts = [0; 4];
        let mut rest = parts.iter_mut();
        for part in text.split(|byte| *byte == b'.') {
            *rest.next()? = number(part)?;
        }
        Some(Self(parts))
    }

    /// The higher and the lower two numbers, as `VS_FIXEDFILEINFO` has them.
    pub(super) const fn halves(self) -> [u32; 2] {
        let [a, b, c, d] = self.0;
        [(a as u32) << 16 | b as u32, (c as u32) << 16 | d as u32]
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d] = self.0;
        write!(f, "{a}.{b}.{c}.{d}")
    }
}

fn number(digits: &[u8]) -> Option<u16> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u16, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| u16::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_numbers() {
        let cases: [(&[u8], [u16; 4]); 6] = [
            (b"0", [0; 4]),
            (b"1", [1, 0, 0, 0]),
            (b"1.2", [1, 2, 0, 0]),
            (b"1.2.3", [1, 2, 3, 0]),
            (b"65535.65535.65535.65535", [u16::MAX; 4]),
            (b"0001.02.003.000000004", [1, 2, 3, 4]),
        ];
        for (text, numbers) in cases {
            assert_eq!(Version::parse(text), Some(Version(numbers)));
        }
        let version = Version([1, 2, 3, 4]);
        assert_eq!((version.halves(), &*version.to_string()), ([0x1_0002, 0x3_0004], "1.2.3.4"));
    }

    #[test]
    fn nothing_else() {
        let others: [&[u8]; 16] = [
            b"",
            b".",
            b"1.",
            b".1",
            b"1..2",
            b"1.2.3.4.5",
            b"65536",
            b"1.99999",
            b"-1",
            b"+1",
            b"1_0",
            b" 1",
            b"1 ",
            b"v1",
            b"1.a",
            b"1\0",
        ];
        for text in others {
            assert_eq!(Version::parse(text), None, "{text:?}");
        }
    }
}
