//! Separators and the delimiter of path lists.

/// The separator of POSIX paths.
pub const SEP_POSIX: u8 = b'/';

/// The separator that Windows writes.
pub const SEP_WINDOWS: u8 = b'\\';

/// The separator of the target.
///
/// Zig: `std.fs.path.sep`.
pub const SEP: u8 = if cfg!(windows) { SEP_WINDOWS } else { SEP_POSIX };

/// The separator of the target, as a string.
///
/// Zig: `std.fs.path.sep_str`.
pub const SEP_STR: &str = if cfg!(windows) { "\\" } else { "/" };

/// What separates the entries of `PATH` on the target.
///
/// Zig: `std.fs.path.delimiter`.
pub const DELIMITER: u8 = if cfg!(windows) { b';' } else { b':' };

/// Returns whether `byte` is `/` or `\`.
///
/// Zig: `bun.path.isSepAny`.
#[doc(alias = "isSepAny")]
#[must_use]
#[inline]
pub const fn is_sep_any(byte: u8) -> bool {
    matches!(byte, SEP_POSIX | SEP_WINDOWS)
}

/// Returns whether `byte` is `/`.
///
/// Zig: `bun.path.isSepPosix`.
#[doc(alias = "isSepPosix")]
#[must_use]
#[inline]
pub const fn is_sep_posix(byte: u8) -> bool {
    byte == SEP_POSIX
}

/// Returns whether Windows takes `byte` for a separator: `/` or `\`.
///
/// Zig: `bun.path.isSepWin32`.
#[doc(alias = "isSepWin32")]
#[must_use]
#[inline]
pub const fn is_sep_win32(byte: u8) -> bool {
    is_sep_any(byte)
}

/// Returns whether the target takes `byte` for a separator.
///
/// Zig: `bun.path.isSepNative`.
#[doc(alias = "isSepNative")]
#[must_use]
#[inline]
pub const fn is_sep_native(byte: u8) -> bool {
    if cfg!(windows) { is_sep_win32(byte) } else { is_sep_posix(byte) }
}
