//! `WTFStringImplStruct`: the header of a counted string, laid out as WebKit's `StringImpl`.
//!
//! ```text
//!   0        4        8                 16              20       24
//!   ┌────────┬────────┬─────────────────┬───────────────┬────────┬──── – – –
//!   │ count  │ length │ pointer to units│ hash << 8|flag│ (free) │ units …
//!   └────────┴────────┴─────────────────┴───────────────┴────────┴──── – – –
//! ```
//!
//! The count is in steps of two; its lowest bit marks a string that is never freed. The low eight
//! bits of the last word are flags, the rest is a hash that the peer computes when it wants one.
//! Both words are atomic here as they are there: C++ code of the same process counts and hashes
//! the same strings, on whichever thread it runs.
//!
//! Who frees: a string made here carries a mark in the flags and is freed here; a runtime that
//! makes strings of its own installs a [destroy hook](set_destroy_hook).

mod block;
mod external;
mod header;
mod hook;
mod pointer;

pub use header::WTFStringImplStruct;
pub use hook::{DestroyHook, set_destroy_hook};
pub use pointer::{AsciiString, WTFString, WTFStringImpl, WTFStringImplExt};

pub(super) use block::{latin1_with, utf16_with};
pub(super) use external::{Owner, from_owner, from_static};

/// The longest string, in units: what WebKit allows.
pub(crate) const LENGTH_MAX: usize = i32::MAX as usize;

#[cfg(test)]
mod tests;
