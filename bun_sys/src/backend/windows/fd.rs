//! What an `Fd` is here: 63 bits of value, and one that says whose number it is.
//!
//! ```text
//!   63  62                                0
//!   │ 0 │ a handle of the kernel          │
//!   │ 1 │ zeros      │ a descriptor of the C runtime, 32 bits │
//! ```
//!
//! Handles of the kernel lie below 2³¹; the few constants that stand for one, such as -1 for this
//! process, keep their sign in bit 62.

use core::ffi::c_void;
use core::ptr;

use crate::FdKind;

/// The bits of an `Fd`.
pub(crate) type FdBits = u64;

/// What the system's own calls take.
pub(crate) type FdNative = *mut c_void;

const CRT: u64 = 1 << 63;

/// No descriptor.
pub(crate) const INVALID: FdBits = 0;

/// What stands for the working directory in calls relative to a directory: no handle does, since
/// it moves with `chdir`.
pub(crate) const CWD: FdBits = bits_of(-100);

const fn bits_of(value: i64) -> FdBits {
    value.cast_unsigned() & !CRT
}

/// The value of a handle of the kernel, with its sign again.
const fn value(bits: FdBits) -> i64 {
    (bits << 1).cast_signed() >> 1
}

pub(crate) fn from_native(handle: FdNative) -> FdBits {
    bits_of(handle.addr().cast_signed() as i64)
}

/// Of the C runtime's; a descriptor of its own is no handle, and becomes one that is never valid.
pub(crate) const fn native(bits: FdBits) -> FdNative {
    if is_uv(bits) {
        return ptr::without_provenance_mut(usize::MAX);
    }
    ptr::without_provenance_mut((value(bits) as isize).cast_unsigned())
}

pub(crate) const fn from_uv(number: i32) -> FdBits {
    CRT | number.cast_unsigned() as u64
}

pub(crate) const fn is_uv(bits: FdBits) -> bool {
    bits & CRT != 0
}

/// The C runtime's number, or -1 for a handle of the kernel.
pub(crate) const fn uv(bits: FdBits) -> i32 {
    if is_uv(bits) { (bits as u32).cast_signed() } else { -1 }
}

pub(crate) const fn kind(bits: FdBits) -> FdKind {
    if is_uv(bits) { FdKind::Uv } else { FdKind::System }
}

/// The same as a descriptor of the C runtime's, which then owns the handle.
pub(crate) fn make_uv(bits: FdBits) -> Option<FdBits> {
    match bits {
        INVALID | CWD => None,
        _ if is_uv(bits) => Some(bits),
        _ => super::crt::open(native(bits)).ok().map(from_uv),
    }
}

/// Which of the three standard descriptors it is, also by the handle that the process was given.
pub(crate) fn stdio(bits: FdBits) -> Option<i32> {
    if is_uv(bits) {
        return matches!(uv(bits), 0..=2).then(|| uv(bits));
    }
    let handle = native(bits);
    (0..=2).find(|number| super::handle::standard(*number) == Some(handle))
}

/// As it is printed.
pub(crate) const fn number(bits: FdBits) -> i64 {
    if is_uv(bits) { uv(bits) as i64 } else { value(bits) }
}

/// The handle, unless it is a descriptor of the C runtime.
pub(crate) const fn handle(bits: FdBits) -> Option<FdNative> {
    if is_uv(bits) { None } else { Some(native(bits)) }
}
