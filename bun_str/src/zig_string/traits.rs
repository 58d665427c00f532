//! Reading `len` as a field, and printing.

use core::fmt;
use core::ops::Deref;

use super::{ZigString, ZigStringWords};

impl Deref for ZigString<'_> {
    type Target = ZigStringWords;

    fn deref(&self) -> &ZigStringWords {
        &self.words
    }
}

impl Default for ZigString<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl fmt::Debug for ZigStringWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ZigStringWords").field("len", &self.len).finish_non_exhaustive()
    }
}

/// Prints encoding and text.
impl fmt::Debug for ZigString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}(\"{}\")", self.text().encoding(), self.text())
    }
}

/// Prints the text; what is not valid becomes U+FFFD.
impl fmt::Display for ZigString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}
