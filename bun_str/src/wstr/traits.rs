//! Comparison, hashing and printing of `WStr`: all of them on the units without the terminator.

use core::cmp::Ordering;
use core::fmt::{self, Write as _};
use core::hash::{Hash, Hasher};

use alloc::borrow::ToOwned;
use alloc::boxed::Box;

use super::WStr;

impl PartialEq for WStr {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for WStr {}

impl PartialEq<[u16]> for WStr {
    fn eq(&self, other: &[u16]) -> bool {
        self.as_slice() == other
    }
}

impl PartialOrd for WStr {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for WStr {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl Hash for WStr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl AsRef<[u16]> for WStr {
    fn as_ref(&self) -> &[u16] {
        self.as_slice()
    }
}

impl ToOwned for WStr {
    type Owned = Box<Self>;

    fn to_owned(&self) -> Box<Self> {
        Self::boxed(self.as_slice())
    }
}

impl Clone for Box<WStr> {
    fn clone(&self) -> Self {
        WStr::boxed(self.as_slice())
    }
}

impl Default for &WStr {
    fn default() -> Self {
        WStr::EMPTY
    }
}

/// Prints the units as a string literal would spell them.
impl fmt::Debug for WStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for unit in char::decode_utf16(self.as_slice().iter().copied()) {
            match unit {
                Ok(scalar) => write!(f, "{}", scalar.escape_debug())?,
                Err(lone) => write!(f, "\\u{{{:x}}}", lone.unpaired_surrogate())?,
            }
        }
        f.write_char('"')
    }
}

/// Prints the units as text; each lone surrogate becomes one U+FFFD.
impl fmt::Display for WStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        char::decode_utf16(self.as_slice().iter().copied())
            .try_for_each(|unit| f.write_char(unit.unwrap_or(char::REPLACEMENT_CHARACTER)))
    }
}
