//! Replacing every occurrence of one byte string by another.
//!
//! Occurrences do not overlap and are found from the left. An empty needle is never found.

use alloc::vec::Vec;

use super::index_of;

/// Returns the length of `input` with every `needle` replaced.
///
/// Zig: `std.mem.replacementSize`.
///
/// # Panics
///
/// When no memory has so many bytes.
///
/// # Examples
///
/// ```
/// use bun_str::{replace, replacement_size, strings};
///
/// let mut buffer = [0; 8];
/// let len = replacement_size(b"a\\b\\c", b"\\", b"\\\\");
/// assert_eq!(replace(b"a\\b\\c", b"\\", b"\\\\", &mut buffer), 2);
/// assert_eq!(&buffer[..len], b"a\\\\b\\\\c");
/// assert_eq!(strings::replace_owned(b"aaa", b"aa", b"b"), b"ba");
/// ```
#[doc(alias = "replacementSize")]
#[must_use]
pub fn replacement_size(input: &[u8], needle: &[u8], replacement: &[u8]) -> usize {
    pieces(input, needle)
        .try_fold(0_usize, |sum, (piece, found)| {
            sum.checked_add(piece.len() + if found { replacement.len() } else { 0 })
        })
        .expect("the length fits the address space")
}

/// Writes `input` with every `needle` replaced to the start of `output`, and returns how many
/// there were.
///
/// Zig: `std.mem.replace`.
///
/// # Panics
///
/// When `output` is shorter than [`replacement_size`].
///
/// # Examples
///
/// ```
/// use bun_str::strings::{replace, replacement_size};
///
/// let (text, needle, by) = (b"a.b.c", b".", b"::");
/// let mut output = vec![0; replacement_size(text, needle, by)];
/// assert_eq!(replace(text, needle, by, &mut output), 2);
/// assert_eq!(output, b"a::b::c");
/// ```
pub fn replace(input: &[u8], needle: &[u8], replacement: &[u8], output: &mut [u8]) -> usize {
    let (mut count, mut written) = (0, 0);
    let mut write = |bytes: &[u8]| {
        output[written..written + bytes.len()].copy_from_slice(bytes);
        written += bytes.len();
    };
    for (piece, found) in pieces(input, needle) {
        write(piece);
        if found {
            write(replacement);
            count += 1;
        }
    }
    count
}

/// Returns `input` with every `needle` replaced.
///
/// Zig: `std.mem.replaceOwned`.
///
/// # Panics
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_str::strings::replace_owned(b"a\r\nb\r\n", b"\r\n", b"\n"), b"a\nb\n");
/// ```
#[doc(alias = "replaceOwned")]
#[must_use]
pub fn replace_owned(input: &[u8], needle: &[u8], replacement: &[u8]) -> Vec<u8> {
    let mut output = Vec::with_capacity(input.len());
    for (piece, found) in pieces(input, needle) {
        output.extend_from_slice(piece);
        if found {
            output.extend_from_slice(replacement);
        }
    }
    output
}

/// Returns what stands between the needles, and whether one follows.
fn pieces<'a>(input: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = (&'a [u8], bool)> {
    let mut rest = Some(input);
    core::iter::from_fn(move || {
        let text = rest?;
        let found = index_of(text, needle);
        rest = found.map(|at| &text[at + needle.len()..]);
        Some((&text[..found.unwrap_or(text.len())], found.is_some()))
    })
}
