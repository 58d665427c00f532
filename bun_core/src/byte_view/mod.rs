//! Values as bytes and bytes as values, where every byte says something.
//!
//! `bytemuck` has the proofs; these are the names that ported code uses for them. A type joins with
//! `#[derive(NoUninit)]` or `#[derive(Pod)]` of the re-exported [`bytemuck`].

mod int;

#[cfg(test)]
mod tests;

pub use int::NativeEndianInt;

use alloc::boxed::Box;
use bytemuck::{AnyBitPattern, NoUninit, Pod};

/// Returns the bytes of a value, in the order of this machine.
///
/// Zig: `std.mem.asBytes`, `bun.asByteSlice`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::bytes_of(&1_u32), 1_u32.to_ne_bytes());
/// ```
///
/// Not of what has gaps between its fields:
///
/// ```compile_fail,E0277
/// bun_core::bytes_of(&(1_u8, 2_u32));
/// ```
#[doc(alias = "asBytes")]
#[inline]
#[must_use]
pub fn bytes_of<T: NoUninit>(v: &T) -> &[u8] {
    bytemuck::bytes_of(v)
}

/// Returns the bytes of a value, to write them.
///
/// Zig: `std.mem.asBytes`.
///
/// # Examples
///
/// ```
/// let mut word = 0_u16;
/// bun_core::bytes_of_mut(&mut word).copy_from_slice(&7_u16.to_ne_bytes());
/// assert_eq!(word, 7);
/// ```
///
/// Not of what cannot have any bytes:
///
/// ```compile_fail,E0277
/// bun_core::bytes_of_mut(&mut true);
/// ```
#[inline]
#[must_use]
pub fn bytes_of_mut<T: Pod>(v: &mut T) -> &mut [u8] {
    bytemuck::bytes_of_mut(v)
}

/// Returns the bytes of a slice.
///
/// Zig: `std.mem.sliceAsBytes`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::slice_as_bytes(&[0x0101_u16, 0x0202]), [1, 1, 2, 2]);
/// ```
#[doc(alias = "sliceAsBytes")]
#[inline]
#[must_use]
pub fn slice_as_bytes<T: NoUninit>(s: &[T]) -> &[u8] {
    bytemuck::cast_slice(s)
}

/// Returns a slice as one of another element type, of the same bytes.
///
/// Zig: `bun.reinterpretSlice`, `std.mem.bytesAsSlice`.
///
/// # Panics
///
/// If the elements are not aligned for `B`, or the last one would be cut off.
///
/// # Examples
///
/// ```
/// let words = [0x0101_u16, 0x0202, 0x0303, 0x0404];
/// let bytes: &[u8] = bun_core::cast_slice(&words);
/// assert_eq!(bytes, [1, 1, 2, 2, 3, 3, 4, 4]);
/// ```
#[inline]
#[must_use]
#[track_caller]
pub fn cast_slice<A: NoUninit, B: AnyBitPattern>(a: &[A]) -> &[B] {
    bytemuck::cast_slice(a)
}

/// [`cast_slice`] by its Zig name.
///
/// Zig: `bun.reinterpretSlice`.
///
/// # Panics
///
/// As [`cast_slice`].
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::reinterpret_slice::<u16, u8>(&[0x0707]), [7, 7]);
/// ```
#[doc(alias = "reinterpretSlice")]
#[inline]
#[must_use]
#[track_caller]
pub fn reinterpret_slice<A: NoUninit, B: AnyBitPattern>(a: &[A]) -> &[B] {
    cast_slice(a)
}

/// As [`cast_slice`], to write the elements.
///
/// # Panics
///
/// As [`cast_slice`].
///
/// # Examples
///
/// ```
/// let mut words = [0_u32; 2];
/// bun_core::cast_slice_mut::<u32, u8>(&mut words)[..4].fill(1);
/// assert_eq!(words, [0x0101_0101, 0]);
/// ```
#[inline]
#[must_use]
#[track_caller]
pub fn cast_slice_mut<A: Pod, B: Pod>(a: &mut [A]) -> &mut [B] {
    bytemuck::cast_slice_mut(a)
}

/// Returns bytes as elements of `T`, leaving out what is too short for another one.
///
/// Zig: `std.mem.bytesAsSlice` with `@alignCast`.
///
/// # Panics
///
/// If the bytes are not aligned for `T`, in release builds too.
///
/// # Examples
///
/// ```
/// let mut words = [0_u16; 4];
/// let bytes = &mut bun_core::cast_slice_mut::<u16, u8>(&mut words)[..7];
/// bun_core::bytes_as_slice_mut::<u16>(bytes).fill(7);
/// assert_eq!(words, [7, 7, 7, 0]);
/// ```
///
/// Not as what cannot have any bytes:
///
/// ```compile_fail,E0277
/// bun_core::bytes_as_slice_mut::<bool>(&mut [2]);
/// ```
#[doc(alias = "bytesAsSlice")]
#[inline]
#[must_use]
#[track_caller]
pub fn bytes_as_slice_mut<T: Pod>(bytes: &mut [u8]) -> &mut [T] {
    let Some(rest) = bytes.len().checked_rem(size_of::<T>()) else { return &mut [] };
    let whole = bytes.len() - rest;
    bytemuck::cast_slice_mut(&mut bytes[..whole])
}

/// Copies `src` to the start of `dest`. An empty `dest` is left alone, whatever `src` is.
///
/// Where the two overlap in one slice, use `copy_within`.
///
/// Zig: `bun.copy`.
///
/// # Panics
///
/// If `src` is longer than a `dest` that is not empty.
///
/// # Examples
///
/// ```
/// let mut buffer = *b"......";
/// bun_core::copy(&mut buffer, b"abc");
/// assert_eq!(&buffer, b"abc...");
/// bun_core::copy(&mut buffer[..0], b"ignored");
/// assert_eq!(&buffer, b"abc...");
/// ```
#[inline]
#[track_caller]
pub fn copy<T: Copy>(dest: &mut [T], src: &[T]) {
    if !dest.is_empty() {
        dest[..src.len()].copy_from_slice(src);
    }
}

/// Returns the elements in front of the first `end`, or all of them.
///
/// Zig: `std.mem.sliceTo`, `bun.sliceTo`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::slice_to(b"abc\0def", 0), b"abc");
/// assert_eq!(bun_core::slice_to(&[1, 2], 3), [1, 2]);
/// ```
#[doc(alias = "sliceTo")]
#[must_use]
pub fn slice_to<T: PartialEq>(slice: &[T], end: T) -> &[T] {
    let len = slice.iter().position(|element| *element == end);
    &slice[..len.unwrap_or(slice.len())]
}

/// Writes `parts` one behind another to the start of `dest` and returns what was written.
///
/// Zig: `bun.concat`.
///
/// # Panics
///
/// If they do not fit.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 8];
/// assert_eq!(bun_core::concat_into(&mut buffer, &[b"ab", b"", b"c"]), b"abc");
/// ```
#[track_caller]
pub fn concat_into<'b, T: Copy>(dest: &'b mut [T], parts: &[&[T]]) -> &'b mut [T] {
    let mut end = 0;
    for part in parts {
        dest[end..][..part.len()].copy_from_slice(part);
        end += part.len();
    }
    &mut dest[..end]
}

/// Returns `parts` one behind another in one allocation.
///
/// Zig: `std.mem.concat`.
///
/// # Panics
///
/// If they are longer together than any allocation can be.
///
/// # Examples
///
/// ```
/// assert_eq!(&*bun_core::concat_boxed(&[b"ab", b"", b"c"]), b"abc");
/// ```
#[must_use]
#[track_caller]
pub fn concat_boxed<T: Copy>(parts: &[&[T]]) -> Box<[T]> {
    parts.concat().into_boxed_slice()
}
