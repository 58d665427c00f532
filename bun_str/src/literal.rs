//! `zstr!`: NUL-terminated literals.

/// Makes a `&'static ZStr` from a string literal.
///
/// The terminator is added at compile time; the result is a constant expression.
///
/// Zig: a string literal, which is a `*const [N:0]u8` there.
///
/// # Examples
///
/// ```
/// use bun_str::{ZStr, zstr};
///
/// const NULL_DEVICE: &ZStr = zstr!("/dev/null");
/// assert_eq!(NULL_DEVICE.len(), 9);
/// assert_eq!(NULL_DEVICE.as_bytes_with_nul(), b"/dev/null\0");
/// ```
///
/// A byte string is not accepted, because it cannot be extended at compile time; write it with
/// its terminator and use [`ZStr::from_static`](crate::ZStr::from_static).
#[macro_export]
macro_rules! zstr {
    ($text:literal) => {
        const { $crate::ZStr::from_static(::core::concat!($text, "\0").as_bytes()) }
    };
}
