//! Text from numbers and bytes, and numbers from text.

use crate::{Oracle, ffi};

/// What text is made of a word; the order is that of `fmt_text.zig`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum OfWord {
    /// `{d}` of a `u64`.
    Decimal,
    /// `{d}` of an `i64`.
    DecimalSigned,
    /// `{x:0>16}`.
    HexLower,
    /// `{X:0>8}` of the low half.
    HexUpper32,
    /// `bun.fmt.size`.
    Size,
    /// The same, without a space.
    SizeTight,
    /// `bun.fmt.fmtDurationOneDecimal`.
    Duration,
    /// `bun.fmt.truncatedHash32`.
    TruncatedHash,
    /// `bun.fmt.trimmedPrecision` of an `f64`, three decimals.
    Trimmed,
    /// The length of `{d}`, in decimal.
    DigitCount,
    /// `{d:.2}` of an `f64`.
    Rounded,
}

/// What text is made of bytes; the order is that of `fmt_text.zig`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum OfBytes {
    /// `{x}`.
    HexLower,
    /// `{X}`.
    HexUpper,
    /// `std.json.Stringify.encodeJsonString`.
    Json,
    /// `bun.js_printer.writeJSONString` of valid UTF-8.
    RuntimeJson,
    /// `bun.fmt.quote` of valid UTF-8.
    Quoted,
    /// `bun.fmt.escapePowershell`.
    Powershell,
    /// `bun.fmt.dependencyUrl`.
    DependencyUrl,
    /// `bun.fmt.githubAction`.
    GithubAction,
    /// `bun.fmt.integrity` of 64 bytes.
    Integrity,
    /// `bun.fmt.formatIp` of 4 bytes.
    AddressV4,
    /// `bun.fmt.formatIp` of 16 bytes.
    AddressV6,
    /// `bun.fmt.fmtPath` with `/`.
    PathPosix,
    /// `bun.fmt.formatLatin1`.
    Latin1,
    /// `std.unicode.fmtUtf16Le` of at most 256 units.
    Utf16,
}

/// Why text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseFailure {
    /// `error.Overflow`.
    Overflow,
    /// `error.InvalidCharacter`.
    InvalidCharacter,
}

fn status(status: u8) -> Result<(), ParseFailure> {
    match status {
        0 => Ok(()),
        1 => Err(ParseFailure::Overflow),
        _ => Err(ParseFailure::InvalidCharacter),
    }
}

impl Oracle {
    /// The text of a word.
    #[must_use]
    pub fn fmt_of_word(self, kind: OfWord, word: u64) -> Vec<u8> {
        let mut text = vec![0; 512];
        let length = ffi::fmt_of_word(kind as u32, word, text.as_mut_slice().into());
        text.truncate(length);
        text
    }

    /// The text of bytes. Aborts when there are not as many as the kind demands.
    #[must_use]
    pub fn fmt_of_bytes(self, kind: OfBytes, bytes: &[u8]) -> Vec<u8> {
        let mut text = vec![0; 64 + 6 * bytes.len()];
        let length = ffi::fmt_of_bytes(kind as u32, bytes.into(), text.as_mut_slice().into());
        text.truncate(length);
        text
    }

    /// `std.fmt.parseInt` of an integer of `bits` bits, as two's complement of 128.
    ///
    /// # Errors
    ///
    /// That of Zig.
    pub fn fmt_parse_int(
        self,
        (is_signed, bits): (bool, u32),
        radix: u8,
        text: &[u8],
    ) -> Result<u128, ParseFailure> {
        let mut words = [0; 2];
        let signedness = u32::from(!is_signed);
        status(ffi::fmt_parse_int(signedness, bits, radix, text.into(), &mut words))?;
        Ok(u128::from(words[1]) << 64 | u128::from(words[0]))
    }

    /// `std.fmt.parseUnsigned(u64, …)`.
    ///
    /// # Errors
    ///
    /// That of Zig.
    pub fn fmt_parse_unsigned(self, radix: u8, text: &[u8]) -> Result<u64, ParseFailure> {
        let mut value = 0;
        status(ffi::fmt_parse_unsigned(radix, text.into(), &mut value))?;
        Ok(value)
    }

    /// The bits of `std.fmt.parseFloat` of a float of 64 or 32 bits.
    #[must_use]
    pub fn fmt_parse_float(self, bits: u32, text: &[u8]) -> Option<u64> {
        let mut value = 0;
        ffi::fmt_parse_float(bits, text.into(), &mut value).then_some(value)
    }
}
