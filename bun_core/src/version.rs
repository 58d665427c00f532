//! Versions of three numbers.

use core::fmt;

/// A version: `major.minor.patch`.
///
/// # Examples
///
/// ```
/// use bun_core::Version;
///
/// let kernel = Version::parse_lenient(b"6.8.0-45-generic");
/// assert!(kernel >= Version { major: 5, minor: 9, patch: 0 });
/// assert_eq!(kernel.to_string(), "6.8.0");
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Changes with what breaks.
    pub major: u32,
    /// Changes with what is new.
    pub minor: u32,
    /// Changes with what is mended.
    pub patch: u32,
}

impl Version {
    /// Reads three numbers with dots between them, and disregards a suffix that starts with `-` or
    /// `+`. `None` for anything else, and for a number that does not fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Version;
    ///
    /// assert_eq!(
    ///     Version::parse("1.3.0-canary.4"),
    ///     Some(Version { major: 1, minor: 3, patch: 0 })
    /// );
    /// assert_eq!(Version::parse("1.3"), None);
    /// ```
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        match Self::scan(text.as_bytes()) {
            (version, [], 3) | (version, [b'-' | b'+', ..], 3) => Some(version),
            _ => None,
        }
    }

    /// Reads up to three numbers from the start; what is missing or does not fit is zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Version;
    ///
    /// assert_eq!(Version::parse_lenient(b"20.04 LTS"), Version { major: 20, minor: 4, patch: 0 });
    /// assert_eq!(Version::parse_lenient(b"none"), Version::default());
    /// ```
    #[must_use]
    pub const fn parse_lenient(text: &[u8]) -> Self {
        Self::scan(text).0
    }

    /// Returns the version, what comes behind it, and how many numbers there were.
    const fn scan(mut rest: &[u8]) -> (Self, &[u8], u32) {
        let mut numbers = [0; 3];
        let mut count = 0;
        while count < 3 {
            let digits = if count == 0 {
                rest
            } else if let [b'.', behind @ ..] = rest {
                behind
            } else {
                break;
            };
            let Some((number, behind)) = number(digits) else { break };
            numbers[count] = number;
            rest = behind;
            count += 1;
        }
        let [major, minor, patch] = numbers;
        (Self { major, minor, patch }, rest, count as u32)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// Reads a number from the start.
const fn number(mut text: &[u8]) -> Option<(u32, &[u8])> {
    let mut value: u32 = 0;
    let mut is_empty = true;
    while let [digit @ b'0'..=b'9', rest @ ..] = text {
        let Some(tens) = value.checked_mul(10) else { return None };
        let Some(sum) = tens.checked_add((*digit - b'0') as u32) else { return None };
        (value, text, is_empty) = (sum, rest, false);
    }
    if is_empty { None } else { Some((value, text)) }
}

// Safe code, whose strategies take Miri a minute.
#[cfg(all(test, not(miri)))]
mod tests {
    use super::Version;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

        #[test]
        fn versions_survive_printing(major: u32, minor: u32, patch: u32, suffix in "[-+][a-z.]*") {
            let version = Version { major, minor, patch };
            prop_assert_eq!(Version::parse(&version.to_string()), Some(version));
            prop_assert_eq!(Version::parse(&format!("{version}{suffix}")), Some(version));
            let lenient = Version::parse_lenient(format!("{version}{suffix}").as_bytes());
            prop_assert_eq!(lenient, version);
        }
    }

    #[test]
    fn what_is_not_a_version() {
        for text in
            ["", "1", "1.2", "1.2.", "1..2", "1.2.3.4", "a1.2.3", "1.2.3x", "1.2.4294967296"]
        {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        let lenient = |text: &[u8]| Version::parse_lenient(text).to_string();
        assert_eq!(lenient(b""), "0.0.0");
        assert_eq!(lenient(b"5"), "5.0.0");
        assert_eq!(lenient(b"5.10"), "5.10.0");
        assert_eq!(lenient(b"5.x"), "5.0.0");
        assert_eq!(lenient(b"3.10.0-1160.el7.x86_64"), "3.10.0");
    }
}
