//! Cutting bytes off the ends.

/// Returns `text` without the bytes at both ends that occur in `set`.
///
/// Zig: `bun.strings.trim`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::trim(b" \tx y\n", b" \t\n"), b"x y");
/// ```
#[must_use]
pub fn trim<'a>(text: &'a [u8], set: &[u8]) -> &'a [u8] {
    trim_left(trim_right(text, set), set)
}

/// Returns `text` without the bytes at its start that occur in `set`.
///
/// Zig: `std.mem.trimLeft`.
#[doc(alias = "trimLeft")]
#[doc(alias = "trimStart")]
#[must_use]
pub fn trim_left<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let [first, rest @ ..] = text
        && set.contains(first)
    {
        text = rest;
    }
    text
}

/// Returns `text` without the bytes at its end that occur in `set`.
///
/// Zig: `std.mem.trimRight`.
#[doc(alias = "trimRight")]
#[doc(alias = "trimEnd")]
#[must_use]
pub fn trim_right<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let [rest @ .., last] = text
        && set.contains(last)
    {
        text = rest;
    }
    text
}

/// Returns `text` without one `prefix` at its start.
///
/// Zig: `bun.strings.trimPrefixComptime`.
#[doc(alias = "trimPrefixComptime")]
#[must_use]
pub fn trim_prefix<'a>(text: &'a [u8], prefix: &[u8]) -> &'a [u8] {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// Returns `text` without one `suffix` at its end.
///
/// Zig: `bun.strings.trimSuffixComptime`.
#[doc(alias = "trimSuffixComptime")]
#[must_use]
pub fn trim_suffix<'a>(text: &'a [u8], suffix: &[u8]) -> &'a [u8] {
    text.strip_suffix(suffix).unwrap_or(text)
}
