//! Filling the room behind the last element of a `Vec`.
//!
//! Memory that nobody has written is `MaybeUninit<u8>` here, never `u8`: a `&mut [u8]` over it
//! would be undefined before the first read. A producer that takes `&mut [u8]` is served by
//! [`fill_spare_zeroed`], which writes zeros first; one that takes a pointer gets it from
//! [`spare_bytes_mut`].
#![expect(unsafe_code, reason = "what a producer has written becomes part of the vector")]

use alloc::vec::Vec;
use core::mem::MaybeUninit;

#[cfg(test)]
mod tests;

/// Returns the room behind the last byte.
///
/// Zig: `ArrayList.unusedCapacitySlice`.
///
/// # Examples
///
/// ```
/// use bun_core::vec;
///
/// let mut v = Vec::with_capacity(4);
/// vec::spare_bytes_mut(&mut v)[0].write(b'a');
/// // SAFETY: the first byte of the room was just written.
/// unsafe { vec::commit_spare(&mut v, 1) };
/// assert_eq!(v, b"a");
/// ```
///
/// It cannot be read before it is written:
///
/// ```compile_fail,E0308
/// let mut v: Vec<u8> = Vec::with_capacity(4);
/// let room: &mut [u8] = bun_core::vec::spare_bytes_mut(&mut v);
/// ```
#[doc(alias = "unusedCapacitySlice")]
#[inline]
#[must_use]
pub fn spare_bytes_mut(v: &mut Vec<u8>) -> &mut [MaybeUninit<u8>] {
    v.spare_capacity_mut()
}

/// Makes room for at least `n` more bytes and returns all of it.
///
/// # Panics
///
/// If the vector would be longer than any allocation can be.
///
/// # Examples
///
/// ```
/// let mut v = Vec::new();
/// assert!(bun_core::vec::reserve_spare_bytes(&mut v, 100).len() >= 100);
/// ```
#[inline]
#[must_use]
pub fn reserve_spare_bytes(v: &mut Vec<u8>, n: usize) -> &mut [MaybeUninit<u8>] {
    v.reserve(n);
    v.spare_capacity_mut()
}

/// Returns all the memory of the vector: its bytes, then the room behind them.
///
/// Zig: `ArrayList.allocatedSlice`.
///
/// # Safety
///
/// The bytes of the vector, in front of its length, are only overwritten with initialised ones.
///
/// # Examples
///
/// ```
/// use bun_core::vec;
///
/// let mut v = Vec::with_capacity(4);
/// v.push(b'a');
/// // SAFETY: only the room is written.
/// let all = unsafe { vec::allocated_bytes_mut(&mut v) };
/// all[1].write(b'b');
/// // SAFETY: the byte behind the first was just written.
/// unsafe { vec::commit_spare(&mut v, 1) };
/// assert_eq!(v, b"ab");
/// ```
#[doc(alias = "allocatedSlice")]
#[inline]
#[must_use]
pub unsafe fn allocated_bytes_mut(v: &mut Vec<u8>) -> &mut [MaybeUninit<u8>] {
    let capacity = v.capacity();
    // SAFETY: `capacity` bytes belong to the vector, which is borrowed, and bytes that may not be
    // initialised are what the type says; the caller keeps those that are.
    unsafe { core::slice::from_raw_parts_mut(v.as_mut_ptr().cast(), capacity) }
}

/// Makes the first `n` bytes of the room part of the vector.
///
/// # Safety
///
/// They are initialised.
///
/// # Panics
///
/// If there is less room than that.
///
/// # Examples
///
/// ```
/// use bun_core::vec;
///
/// let mut v = Vec::new();
/// let room = vec::reserve_spare_bytes(&mut v, 2);
/// room[..2].write_copy_of_slice(b"ab");
/// // SAFETY: two bytes were just written.
/// unsafe { vec::commit_spare(&mut v, 2) };
/// assert_eq!(v, b"ab");
/// ```
#[inline]
#[track_caller]
pub unsafe fn commit_spare(v: &mut Vec<u8>, n: usize) {
    assert!(n <= v.capacity() - v.len(), "more was written than there was room");
    // SAFETY: within the capacity, and the caller says that the bytes are initialised.
    unsafe { v.set_len(v.len() + n) };
}

/// Has `f` write to the room, of at least `min_spare` bytes, and keeps as many bytes as it says.
///
/// If `f` panics, the vector is as before.
///
/// # Safety
///
/// As many bytes as `f` returns are initialised, from the first of the room on.
///
/// # Panics
///
/// If `f` says that it wrote more than there was room.
///
/// # Examples
///
/// ```
/// let mut v = b"a".to_vec();
/// // SAFETY: one byte is written and reported.
/// let more = unsafe {
///     bun_core::vec::fill_spare(&mut v, 8, |room| {
///         room[0].write(b'b');
///         (1, false)
///     })
/// };
/// assert_eq!((v.as_slice(), more), (&b"ab"[..], false));
/// ```
#[inline]
#[track_caller]
pub unsafe fn fill_spare<R>(
    v: &mut Vec<u8>,
    min_spare: usize,
    f: impl FnOnce(&mut [MaybeUninit<u8>]) -> (usize, R),
) -> R {
    let (written, result) = f(reserve_spare_bytes(v, min_spare));
    // SAFETY: the caller's word for what `f` did.
    unsafe { commit_spare(v, written) };
    result
}

/// As [`fill_spare`], over `min_spare` zeros: safe, for the price of writing them.
///
/// # Panics
///
/// If `f` says that it wrote more than `min_spare`.
///
/// # Examples
///
/// ```
/// let mut v = b"a".to_vec();
/// bun_core::vec::fill_spare_zeroed(&mut v, 8, |room| {
///     room[..2].copy_from_slice(b"bc");
///     (2, ())
/// });
/// assert_eq!(v, b"abc");
/// ```
#[track_caller]
pub fn fill_spare_zeroed<R>(
    v: &mut Vec<u8>,
    min_spare: usize,
    f: impl FnOnce(&mut [u8]) -> (usize, R),
) -> R {
    let room = &mut reserve_spare_bytes(v, min_spare)[..min_spare];
    room.fill(MaybeUninit::new(0));
    // SAFETY: all of it was just written.
    let room = unsafe { room.assume_init_mut() };
    let (written, result) = f(room);
    assert!(written <= min_spare, "more was written than there was room");
    // SAFETY: all `min_spare` bytes are initialised.
    unsafe { commit_spare(v, written) };
    result
}

/// Appends `n` elements, each made by `f` of its position among the new ones.
///
/// If `f` panics, the elements made so far stay.
///
/// # Panics
///
/// If the vector would be longer than any allocation can be.
///
/// # Examples
///
/// ```
/// let mut v = vec![9];
/// bun_core::vec::extend_from_fn(&mut v, 3, |i| i * 10);
/// assert_eq!(v, [9, 0, 10, 20]);
/// ```
#[inline]
pub fn extend_from_fn<T>(v: &mut Vec<T>, n: usize, f: impl FnMut(usize) -> T) {
    v.extend((0..n).map(f));
}

/// Appends `n` default values and returns them.
///
/// Zig: `ArrayList.addManyAsSlice`.
///
/// # Panics
///
/// If the vector would be longer than any allocation can be.
///
/// # Examples
///
/// ```
/// let mut v = vec![1_u8];
/// bun_core::vec::grow_default(&mut v, 2)[1] = 7;
/// assert_eq!(v, [1, 0, 7]);
/// ```
#[doc(alias = "addManyAsSlice")]
pub fn grow_default<T: Default>(v: &mut Vec<T>, n: usize) -> &mut [T] {
    let old = v.len();
    v.resize_with(old.checked_add(n).expect("a length that cannot be"), T::default);
    &mut v[old..]
}

/// Appends `value` `n` times.
///
/// Zig: `ArrayList.appendNTimes`.
///
/// # Panics
///
/// If the vector would be longer than any allocation can be.
///
/// # Examples
///
/// ```
/// let mut v = b"a".to_vec();
/// bun_core::vec::push_n(&mut v, b'-', 3);
/// assert_eq!(v, b"a---");
/// ```
#[doc(alias = "appendNTimes")]
#[inline]
pub fn push_n<T: Copy>(v: &mut Vec<T>, value: T, n: usize) {
    v.extend(core::iter::repeat_n(value, n));
}
