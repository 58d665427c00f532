//! Order and sorting.

use core::cmp::{Ordering, Reverse};

/// Compares byte by byte, unsigned; of two strings where one starts the other, the shorter is
/// less.
///
/// Zig: `bun.strings.order`.
///
/// # Examples
///
/// ```
/// use core::cmp::Ordering;
///
/// assert_eq!(bun_str::strings::order(b"a", b"aa"), Ordering::Less);
/// assert_eq!(bun_str::strings::order(b"\xff", b"a"), Ordering::Greater);
/// ```
#[must_use]
#[inline]
pub fn order(a: &[u8], b: &[u8]) -> Ordering {
    a.cmp(b)
}

/// [`order`] of elements of any type.
///
/// Zig: `std.mem.order`.
///
/// # Examples
///
/// ```
/// assert!(bun_str::strings::order_t(&[1, 2], &[1, 3]).is_lt());
/// ```
#[must_use]
#[inline]
pub fn order_t<T: Ord>(a: &[T], b: &[T]) -> Ordering {
    a.cmp(b)
}

/// Returns whether `a` sorts before `b`: the predicate of an ascending sort.
///
/// The first argument is the context that Zig's sort passes along.
///
/// Zig: `bun.strings.cmpStringsAsc`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{cmp_strings_asc, cmp_strings_desc};
///
/// assert!(cmp_strings_asc((), b"a", b"ab") && !cmp_strings_asc((), b"a", b"a"));
/// assert!(cmp_strings_desc((), b"ab", b"a"));
/// ```
#[doc(alias = "cmpStringsAsc")]
#[must_use]
#[inline]
pub fn cmp_strings_asc(_context: (), a: &[u8], b: &[u8]) -> bool {
    order(a, b).is_lt()
}

/// Returns whether `a` sorts after `b`: the predicate of a descending sort.
///
/// Zig: `bun.strings.cmpStringsDesc`.
#[doc(alias = "cmpStringsDesc")]
#[must_use]
#[inline]
pub fn cmp_strings_desc(_context: (), a: &[u8], b: &[u8]) -> bool {
    order(a, b).is_gt()
}

/// Sorts by [`order`]. Equal strings may change places, which nobody can see but by their
/// addresses.
///
/// Zig: `bun.strings.sortAsc`.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// let mut names: [&[u8]; 3] = [b"b", b"B", b"a"];
/// strings::sort_asc(&mut names);
/// assert_eq!(names, [b"B", b"a", b"b"]);
/// strings::sort_desc(&mut names);
/// assert_eq!(names, [b"b", b"a", b"B"]);
/// ```
#[doc(alias = "sortAsc")]
pub fn sort_asc(strings: &mut [&[u8]]) {
    strings.sort_unstable();
}

/// Sorts against [`order`]; as [`sort_asc`].
///
/// Zig: `bun.strings.sortDesc`.
///
/// # Examples
///
/// ```
/// let mut names: [&[u8]; 3] = [b"b", b"a", b"c"];
/// bun_str::strings::sort_desc(&mut names);
/// assert_eq!(names, [b"c", b"b", b"a"]);
/// ```
#[doc(alias = "sortDesc")]
pub fn sort_desc(strings: &mut [&[u8]]) {
    strings.sort_unstable_by(|a, b| b.cmp(a));
}

/// Compares patterns for the order in which export maps try them: the one with more in front of
/// its `*` first, then one with a `*` before one without, then the longer.
///
/// The part in front of the `*` is the whole key where there is none. Node counts the `*` itself;
/// Bun does not.
///
/// Zig: `bun.strings.NewGlobLengthSorter`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::glob_length_compare;
///
/// let mut keys: [&[u8]; 3] = [b"./*", b"./lib/*", b"./lib/*.js"];
/// keys.sort_by(|a, b| glob_length_compare(a, b));
/// assert_eq!(keys, [&b"./lib/*.js"[..], b"./lib/*", b"./*"]);
/// ```
#[doc(alias = "NewGlobLengthSorter")]
#[must_use]
pub fn glob_length_compare(a: &[u8], b: &[u8]) -> Ordering {
    let key = |key: &[u8]| {
        let star = super::index_of_char_usize(key, b'*');
        let base = star.unwrap_or(key.len());
        (Reverse(base), star.is_none(), Reverse(key.len()))
    };
    key(a).cmp(&key(b))
}
