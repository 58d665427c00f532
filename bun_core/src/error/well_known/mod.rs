//! Tags with a fixed code: the error names of Zig's standard library and of the runtime, and the
//! errno names.
//!
//! Being here keeps a tag out of the hashed range, where it could clash with another, and lets
//! `Error::name` answer from a constant table. A tag that two crates of a program share and that
//! clashes with a third belongs here.

mod list;

use super::Error;
use super::code::code_of;
use list::LIST;

/// `err!` for this crate itself, whose tags are all well known and need no entry by the linker.
macro_rules! known {
    ($tag:ident) => {
        const { $crate::error::Error::well_known(stringify!($tag)) }
    };
}
pub(crate) use known;

impl Error {
    /// Returns the error of a well-known tag; panics, which is to say does not compile, for others.
    pub(crate) const fn well_known(tag: &str) -> Self {
        assert!(position(tag.as_bytes()).is_some(), "not a well-known tag");
        Self(code_of(tag.as_bytes()))
    }
}

/// One more than there are tags: code zero is no error.
const CODES: usize = 1 + count(LIST.as_bytes());

/// The well-known tags by code.
pub(super) static NAMES: [&str; CODES] = {
    let names: [&str; CODES] = split(LIST);
    let mut index = 1;
    while index < CODES {
        assert!(
            order(names[index - 1].as_bytes(), names[index].as_bytes()) < 0,
            "LIST must be sorted by bytes and free of duplicates"
        );
        index += 1;
    }
    names
};

/// Returns the index of `tag` in [`NAMES`], its code. O(log n), in constants and at run time.
pub(super) const fn position(tag: &[u8]) -> Option<usize> {
    let mut low = 1;
    let mut high = CODES;
    while low < high {
        let middle = low + (high - low) / 2;
        match order(NAMES[middle].as_bytes(), tag) {
            0 => return Some(middle),
            1.. => high = middle,
            _ => low = middle + 1,
        }
    }
    None
}

/// Compares two byte strings as `Ord::cmp` does, which constants cannot call.
const fn order(left: &[u8], right: &[u8]) -> isize {
    let mut index = 0;
    while index < left.len() && index < right.len() {
        if left[index] != right[index] {
            return left[index] as isize - right[index] as isize;
        }
        index += 1;
    }
    left.len() as isize - right.len() as isize
}

const fn count(list: &[u8]) -> usize {
    let mut words = 0;
    let mut index = 1;
    while index < list.len() {
        words +=
            (list[index - 1].is_ascii_whitespace() && !list[index].is_ascii_whitespace()) as usize;
        index += 1;
    }
    words
}

/// Returns the words behind an empty one.
const fn split<const N: usize>(list: &'static str) -> [&'static str; N] {
    let mut names = [""; N];
    let mut found = 1;
    let mut rest = list.trim_ascii();
    while found < N {
        let mut end = 0;
        while end < rest.len() && !rest.as_bytes()[end].is_ascii_whitespace() {
            end += 1;
        }
        let (name, tail) = rest.split_at(end);
        names[found] = name;
        found += 1;
        rest = tail.trim_ascii();
    }
    assert!(rest.is_empty());
    names
}
