//! Where a slice lies in a buffer, by address.
//!
//! Comparing addresses is safe and says nothing about ownership: two slices that touch may come
//! from different allocations. Use it to turn a slice of a buffer into an offset, never to decide
//! how to free it.

/// Returns whether `slice` lies within `buffer`.
///
/// An empty slice is inside from the first byte of the buffer up to and including its end.
///
/// Zig: `bun.isSliceInBuffer`.
///
/// # Examples
///
/// ```
/// use bun_alloc::is_slice_in_buffer;
///
/// let buffer = b"hello world";
/// assert!(is_slice_in_buffer(&buffer[6..], buffer));
/// assert!(is_slice_in_buffer(&buffer[11..], buffer));
/// assert!(!is_slice_in_buffer(buffer, &buffer[..5]));
/// ```
#[doc(alias = "isSliceInBuffer")]
#[inline]
#[must_use]
pub fn is_slice_in_buffer(slice: &[u8], buffer: &[u8]) -> bool {
    is_slice_in_buffer_t(slice, buffer)
}

/// [`is_slice_in_buffer`] for any element type.
///
/// Zig: `bun.isSliceInBufferT`.
///
/// # Examples
///
/// ```
/// let buffer = [1_u16, 2, 3];
/// assert!(bun_alloc::is_slice_in_buffer_t(&buffer[1..2], &buffer));
/// ```
#[doc(alias = "isSliceInBufferT")]
#[inline]
#[must_use]
pub fn is_slice_in_buffer_t<T>(slice: &[T], buffer: &[T]) -> bool {
    let slice = slice.as_ptr_range();
    let buffer = buffer.as_ptr_range();
    buffer.start <= slice.start && slice.end <= buffer.end
}

/// Returns the offset and the length of `slice` in `buffer`, or `None` if it does not lie there, or
/// lies too far in for 32 bits.
///
/// Zig: `bun.rangeOfSliceInBuffer`, which cuts larger numbers off.
///
/// # Examples
///
/// ```
/// use bun_alloc::range_of_slice_in_buffer;
///
/// let buffer = b"hello world";
/// assert_eq!(range_of_slice_in_buffer(&buffer[6..9], buffer), Some([6, 3]));
/// assert_eq!(range_of_slice_in_buffer(b"world", buffer), None);
/// ```
#[doc(alias = "rangeOfSliceInBuffer")]
#[must_use]
pub fn range_of_slice_in_buffer(slice: &[u8], buffer: &[u8]) -> Option<[u32; 2]> {
    if !is_slice_in_buffer(slice, buffer) {
        return None;
    }
    let offset = slice.as_ptr().addr() - buffer.as_ptr().addr();
    Some([u32::try_from(offset).ok()?, u32::try_from(slice.len()).ok()?])
}

/// [`range_of_slice_in_buffer`] under its other name.
///
/// Zig: `bun.allocators.sliceRange`.
///
/// # Examples
///
/// ```
/// let buffer = b"hello world";
/// assert_eq!(bun_alloc::slice_range(&buffer[11..], buffer), Some([11, 0]));
/// ```
#[doc(alias = "sliceRange")]
#[inline]
#[must_use]
pub fn slice_range(slice: &[u8], buffer: &[u8]) -> Option<[u32; 2]> {
    range_of_slice_in_buffer(slice, buffer)
}

#[cfg(test)]
mod tests {
    use super::{is_slice_in_buffer, range_of_slice_in_buffer};

    #[test]
    fn every_sub_slice_of_every_window() {
        let memory = [0_u8; if cfg!(miri) { 5 } else { 12 }];
        for (from, to) in ranges(0, memory.len()) {
            let window = &memory[from..to];
            for (start, end) in ranges(0, memory.len()) {
                let inside = from <= start && end <= to;
                let slice = &memory[start..end];
                assert_eq!(is_slice_in_buffer(slice, window), inside);
                let [offset, len] = [start.wrapping_sub(from), end - start].map(|n| n as u32);
                let expected = inside.then_some([offset, len]);
                assert_eq!(range_of_slice_in_buffer(slice, window), expected);
            }
        }
    }

    fn ranges(from: usize, to: usize) -> impl Iterator<Item = (usize, usize)> {
        (from..=to).flat_map(move |start| (start..=to).map(move |end| (start, end)))
    }
}
