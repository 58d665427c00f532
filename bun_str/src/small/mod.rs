//! Strings that keep short text in place: `SmolStr` owns, `StringOrTinyString` borrows.
//!
//! Both are enums whose variants share one byte: the length in place is stored plus one, and zero
//! marks the other variant. Packing a pointer into an integer, as the originals do, would lose the
//! right to read through it.

mod smol_str;
mod tiny;

pub use smol_str::{SmolStr, StringTooLong};
pub use tiny::{Appender, StringOrTinyString};

#[cfg(test)]
mod tests;
