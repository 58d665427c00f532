//! `zstr!`, `wstr!` and `w!`: NUL-terminated literals.

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

/// Makes a `&'static WStr` from a string literal: UTF-16, with its terminator.
///
/// The result is a constant expression.
///
/// Zig: `std.unicode.utf8ToUtf16LeStringLiteral`, `bun.strings.toUTF16Literal`.
///
/// # Examples
///
/// ```
/// use bun_str::{WStr, wstr};
///
/// const NUL_DEVICE: &WStr = wstr!("NUL");
/// assert_eq!(NUL_DEVICE.as_slice(), &[0x4e, 0x55, 0x4c]);
/// ```
#[macro_export]
macro_rules! wstr {
    ($text:literal) => {
        const { $crate::WStr::from_slice_with_nul($crate::__wide!($text)) }
    };
}

/// Makes a `&'static [u16]` from a string literal, with a NUL behind it.
///
/// The slice does not include the NUL, but the memory does: `w!("x").as_ptr()` of a *literal* may
/// not be used to read it, [`wstr!`] may.
///
/// Zig: `bun.strings.w`, `bun.strings.literal`.
///
/// # Examples
///
/// ```
/// use bun_str::w;
///
/// const PREFIX: &[u16] = w!(r"\\?\");
/// assert_eq!(PREFIX.len(), 4);
/// ```
#[macro_export]
macro_rules! w {
    ($text:literal) => {
        const { $crate::wstr!($text).as_slice() }
    };
}

/// The array behind [`wstr!`] and [`w!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __wide {
    ($text:literal) => {{
        const LEN: usize = $crate::__private::units_len($text) + 1;
        const UNITS: &[u16; LEN] = &$crate::__private::units_with_nul::<LEN>($text);
        UNITS
    }};
}
