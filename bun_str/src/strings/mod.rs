//! `bun.strings`: functions on byte strings, under the names that ported code expects.
//!
//! Two pairs look alike and are not:
//!
//! | question | with an empty second argument |
//! |---|---|
//! | [`starts_with`], [`ends_with`] | `true` |
//! | [`has_prefix`] | `false` |
//! | [`index_of`], [`contains`] | `None`, `false` |
//! | [`last_index_of`] | `Some(length of the first)` |
//!
//! Callers depend on each of them, so none is built on another.
//!
//! # Examples
//!
//! ```
//! use bun_str::strings;
//!
//! assert!(strings::starts_with(b"a", b"") && !strings::has_prefix(b"a", b""));
//! assert_eq!(strings::index_of(b"a.tar.gz", b"."), Some(1));
//! ```

mod compare;
mod search;
mod trim;

pub use compare::{
    cmp_strings_asc, cmp_strings_desc, ends_with, ends_with_char, eql, has_prefix, order,
    starts_with, starts_with_char,
};
pub use search::{
    contains, contains_char, index_of, index_of_char, index_of_char_pos, index_of_char_usize,
    last_index_of, last_index_of_char,
};
pub use trim::{trim, trim_left, trim_prefix, trim_right, trim_suffix};

#[cfg(test)]
mod tests;
