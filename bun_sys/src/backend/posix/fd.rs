//! What an `Fd` is here: the number that the system's calls take.

use crate::FdKind;

/// The bits of an `Fd`.
pub(crate) type FdBits = i32;

/// What the system's own calls take.
pub(crate) type FdNative = i32;

/// No descriptor.
pub(crate) const INVALID: FdBits = i32::MIN;

/// What `*at` calls take for the working directory.
pub(crate) const CWD: FdBits = libc::AT_FDCWD;

pub(crate) const fn native(bits: FdBits) -> FdNative {
    bits
}

/// The descriptor that libuv knows by `number`.
pub(crate) const fn from_uv(number: i32) -> FdBits {
    number
}

/// The number that libuv knows it by.
pub(crate) const fn uv(bits: FdBits) -> i32 {
    bits
}

/// Whose number it is: the system's, always.
pub(crate) const fn kind(_bits: FdBits) -> FdKind {
    FdKind::System
}

/// The same as a descriptor of libuv's, which it is.
#[expect(clippy::unnecessary_wraps, reason = "on Windows the C runtime may have no room")]
pub(crate) const fn make_uv(bits: FdBits) -> Option<FdBits> {
    Some(bits)
}

/// Which of the three standard descriptors it is.
pub(crate) const fn stdio(bits: FdBits) -> Option<i32> {
    if matches!(bits, 0..=2) { Some(bits) } else { None }
}

/// As it is printed.
pub(crate) const fn number(bits: FdBits) -> i64 {
    bits as i64
}

/// The descriptor of what the system's own calls take.
pub(crate) const fn from_native(number: FdNative) -> FdBits {
    number
}

/// There are no handles.
pub(crate) const fn handle(_: FdBits) -> Option<*mut core::ffi::c_void> {
    None
}
