//! Byte strings put together.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::iter;

use bun_alloc::AllocError;
use bun_core::{Error, err};

/// Returns an empty vector with room for `len` elements and no more.
fn with_room<T>(len: Option<usize>) -> Result<Vec<T>, AllocError> {
    let mut room = Vec::new();
    room.try_reserve_exact(len.ok_or(AllocError)?).map_err(|_| AllocError)?;
    Ok(room)
}

/// Returns the sum of the lengths, or `None` where no memory has so many elements.
fn total_len<T>(parts: &[&[T]]) -> Option<usize> {
    parts.iter().try_fold(0_usize, |sum, part| sum.checked_add(part.len()))
}

/// Returns the parts one behind the other in memory of exactly their length.
///
/// Aborts where there is no memory, as Zig's callers do; [`concat_alloc_t`] returns the error.
///
/// Zig: `bun.strings.concat`.
///
/// # Panics
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// use bun_str::strings;
///
/// assert_eq!(&*strings::concat(&[b"a", b"/", b"b"]), b"a/b");
/// assert_eq!(&*strings::cat(b"a", b"b")?, b"ab");
/// assert_eq!(&*strings::join(&[b"x", b"y"], b", "), b"x, y");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[must_use]
pub fn concat(parts: &[&[u8]]) -> Box<[u8]> {
    parts.concat().into_boxed_slice()
}

/// [`concat`](fn@concat) of elements of any type.
///
/// Zig: `bun.strings.concatAllocT`.
///
/// # Errors
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// let joined = bun_str::strings::concat_alloc_t(&[&[1_u16, 2], &[3]])?;
/// assert_eq!(*joined, [1, 2, 3]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "concatAllocT")]
pub fn concat_alloc_t<T: Copy>(parts: &[&[T]]) -> Result<Box<[T]>, AllocError> {
    let mut joined = with_room(total_len(parts))?;
    for part in parts {
        joined.extend_from_slice(part);
    }
    Ok(joined.into_boxed_slice())
}

/// [`concat`](fn@concat) of parts whose lengths the caller has added up.
///
/// Zig: `bun.strings.concatWithLength`.
///
/// # Panics
///
/// When `len` is not the sum of the lengths, or there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_str::strings::concat_with_length(&[b"a", b"bc"], 3), b"abc");
/// ```
#[doc(alias = "concatWithLength")]
#[must_use]
pub fn concat_with_length(parts: &[&[u8]], len: usize) -> Box<[u8]> {
    let joined = concat(parts);
    assert_eq!(joined.len(), len, "the parts have another length");
    joined
}

/// Writes the parts one behind the other into `buffer`, and returns what it wrote.
///
/// Zig: `bun.strings.concatBufT`.
///
/// # Errors
///
/// `NoSpaceLeft` when they do not fit; `buffer` is unchanged.
///
/// # Examples
///
/// ```
/// use bun_str::strings::concat_buf_t;
///
/// let mut buffer = [0_u8; 3];
/// assert_eq!(concat_buf_t(&mut buffer, &[b"ab", b"c"])?, b"abc");
/// assert_eq!(concat_buf_t(&mut buffer, &[b"ab", b"cd"]).unwrap_err().name(), "NoSpaceLeft");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "concatBufT")]
pub fn concat_buf_t<'a, T: Copy>(
    buffer: &'a mut [T],
    parts: &[&[T]],
) -> Result<&'a mut [T], Error> {
    let written = total_len(parts).and_then(|len| buffer.get_mut(..len));
    let written = written.ok_or(err!("NoSpaceLeft"))?;
    let mut rest = &mut *written;
    for part in parts {
        let (place, behind) = rest.split_at_mut(part.len());
        place.copy_from_slice(part);
        rest = behind;
    }
    Ok(written)
}

/// Returns `first` and `second` as one string.
///
/// Zig: `bun.strings.cat`.
///
/// # Errors
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_str::strings::cat(b"bun", b".js")?, b"bun.js");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub fn cat(first: &[u8], second: &[u8]) -> Result<Box<[u8]>, AllocError> {
    concat_alloc_t(&[first, second])
}

/// Returns `text` and `suffix` as one string.
///
/// Zig: `bun.strings.append`.
///
/// # Panics
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_str::strings::append(b"bun", b".js"), b"bun.js");
/// ```
#[must_use]
pub fn append(text: &[u8], suffix: &[u8]) -> Box<[u8]> {
    concat(&[text, suffix])
}

/// Returns the parts with `separator` between each two.
///
/// Zig: `bun.strings.join`.
///
/// # Panics
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// use bun_str::strings::join;
///
/// assert_eq!(&*join(&[b"a", b"", b"c"], b", "), b"a, , c");
/// assert!(join(&[], b", ").is_empty());
/// ```
#[must_use]
pub fn join(parts: &[&[u8]], separator: &[u8]) -> Box<[u8]> {
    parts.join(separator).into_boxed_slice()
}

/// Returns `count` times `byte`.
///
/// Zig: `bun.strings.repeatingAlloc`.
///
/// # Errors
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_str::strings::repeating_alloc(3, b'-')?, b"---");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "repeatingAlloc")]
pub fn repeating_alloc(count: usize, byte: u8) -> Result<Box<[u8]>, AllocError> {
    let mut repeated = with_room(Some(count))?;
    repeated.resize(count, byte);
    Ok(repeated.into_boxed_slice())
}

/// Fills `buffer` with `byte`.
///
/// Zig: `bun.strings.repeatingBuf`.
#[doc(alias = "repeatingBuf")]
pub fn repeating_buf(buffer: &mut [u8], byte: u8) {
    buffer.fill(byte);
}

/// Writes as much of `text` into `buffer` as fits, and returns what it wrote.
///
/// Zig: `bun.strings.copy`.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 3];
/// assert_eq!(bun_str::strings::copy(&mut buffer, b"abcd"), b"abc");
/// ```
pub fn copy<'a>(buffer: &'a mut [u8], text: &[u8]) -> &'a [u8] {
    let len = buffer.len().min(text.len());
    buffer[..len].copy_from_slice(&text[..len]);
    &buffer[..len]
}

/// Returns `text` with a backslash in front of every `"`. It adds no quotes, and leaves
/// backslashes alone.
///
/// Zig: `bun.strings.quotedAlloc`.
///
/// # Errors
///
/// When there is no memory.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_str::strings::quoted_alloc(b"a\"b\\")?, b"a\\\"b\\");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[doc(alias = "quotedAlloc")]
pub fn quoted_alloc(text: &[u8]) -> Result<Box<[u8]>, AllocError> {
    let mut quoted = with_room(text.len().checked_add(super::count_char(text, b'"')))?;
    for &byte in text {
        quoted.extend(iter::repeat_n(b'\\', usize::from(byte == b'"')));
        quoted.push(byte);
    }
    Ok(quoted.into_boxed_slice())
}
