//! Separators, the delimiter of path lists, and names that end with them.

use bun_core::env;
use bun_str::strings::PathByte;

/// The separator of POSIX paths.
pub const SEP_POSIX: u8 = b'/';

/// The separator that Windows writes.
pub const SEP_WINDOWS: u8 = b'\\';

/// The separator of the target.
///
/// Zig: `std.fs.path.sep`.
pub const SEP: u8 = if env::IS_WINDOWS { SEP_WINDOWS } else { SEP_POSIX };

/// The separator of the target, as a string.
///
/// Zig: `std.fs.path.sep_str`.
pub const SEP_STR: &str = if env::IS_WINDOWS { "\\" } else { "/" };

/// What separates the entries of `PATH` on the target.
///
/// Zig: `std.fs.path.delimiter`.
pub const DELIMITER: u8 = if env::IS_WINDOWS { b';' } else { b':' };

/// `node_modules` between two separators of the target, as it stands inside a path.
pub const NODE_MODULES_NEEDLE: &[u8] =
    if env::IS_WINDOWS { br"\node_modules\" } else { b"/node_modules/" };

/// `node_modules` and a separator of the target, as a path may start.
pub const NODE_MODULES_TRAILING: &[u8] =
    if env::IS_WINDOWS { br"node_modules\" } else { b"node_modules/" };

/// Returns whether `byte` is `/` or `\`.
///
/// Zig: `bun.path.isSepAny`.
#[doc(alias = "isSepAny")]
#[must_use]
#[inline]
pub const fn is_sep_any(byte: u8) -> bool {
    // Without a branch, for loops over many.
    (byte == SEP_POSIX) | (byte == SEP_WINDOWS)
}

/// [`is_sep_any`] for both units.
///
/// Zig: `bun.path.isSepAnyT`.
#[doc(alias = "isSepAnyT")]
#[must_use]
#[inline]
pub fn is_sep_any_t<T: PathByte>(unit: T) -> bool {
    unit.is(SEP_POSIX) | unit.is(SEP_WINDOWS)
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

/// [`is_sep_posix`] for both units.
///
/// Zig: `bun.path.isSepPosixT`.
#[doc(alias = "isSepPosixT")]
#[must_use]
#[inline]
pub fn is_sep_posix_t<T: PathByte>(unit: T) -> bool {
    unit.is(SEP_POSIX)
}

/// Returns whether `byte` is `\`, which is what Windows writes.
///
/// Zig: `bun.path.isSepWin32`.
#[doc(alias = "isSepWin32")]
#[must_use]
#[inline]
pub const fn is_sep_win32(byte: u8) -> bool {
    byte == SEP_WINDOWS
}

/// [`is_sep_win32`] for both units.
///
/// Zig: `bun.path.isSepWin32T`.
#[doc(alias = "isSepWin32T")]
#[must_use]
#[inline]
pub fn is_sep_win32_t<T: PathByte>(unit: T) -> bool {
    unit.is(SEP_WINDOWS)
}

/// Returns whether the target takes `byte` for a separator.
///
/// Zig: `bun.path.isSepNative`.
#[doc(alias = "isSepNative")]
#[must_use]
#[inline]
pub const fn is_sep_native(byte: u8) -> bool {
    if env::IS_WINDOWS { is_sep_any(byte) } else { is_sep_posix(byte) }
}

/// [`is_sep_native`] for both units.
///
/// Zig: `bun.path.isSepNativeT`.
#[doc(alias = "isSepNativeT")]
#[must_use]
#[inline]
pub fn is_sep_native_t<T: PathByte>(unit: T) -> bool {
    unit.is(SEP_POSIX) | (env::IS_WINDOWS && unit.is(SEP_WINDOWS))
}
