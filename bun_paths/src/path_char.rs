//! The two units that paths are made of.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use bun_str::strings::PathByte;
use bun_str::{WStr, ZStr};

use crate::path::{FromView, wide_units};
use crate::{
    MAX_PATH_BYTES, NameTooLong, PATH_MAX_WIDE, PathBuffer, PathWriter, Pooled, WPathBuffer,
};

/// A unit of a path: `u8`, or `u16` for the wide calls of Windows.
///
/// Sealed, because a buffer relies on copies of a unit being initialised.
///
/// Zig: the `comptime T: type` of path functions.
///
/// # Examples
///
/// ```
/// use bun_paths::PathChar;
///
/// assert!(u16::IS_U16 && !u8::IS_U16);
/// assert_eq!(0xd800_u16.as_u32(), 0xd800);
/// assert_eq!(u8::lit(b"a/b"), b"a/b");
/// assert_eq!(u16::lit(b"a/b"), [0x61, 0x2f, 0x62]);
/// ```
#[expect(private_bounds, reason = "seals the trait")]
pub trait PathChar: PathByte + FromView {
    /// The terminator.
    const NUL: Self;

    /// Whether this is the wide unit.
    const IS_U16: bool;

    /// How many units a path of the target has at most, terminator included.
    const MAX_PATH: usize;

    /// The buffer for one path: [`PathBuffer`] or [`WPathBuffer`].
    type Buffer: Pooled<Unit = Self>;

    /// A path with a terminator: [`ZStr`] or [`WStr`].
    type ZSlice: ?Sized;

    /// The value of the unit.
    #[must_use]
    #[inline]
    fn as_u32(self) -> u32 {
        self.into()
    }

    /// A literal in UTF-8 as units. What is not UTF-8 becomes U+FFFD.
    ///
    /// Wide units are kept for ever, once for each text, in a table behind a lock that a panic does
    /// not poison; a call compares O(log n) of the n texts. This is for literals:
    /// [`os_path_literal!`](crate::os_path_literal) does it while compiling. The child of a `fork`
    /// that happened during a call on another thread finds the lock taken for ever.
    ///
    /// Zig: `bun.strings.literal`.
    #[doc(alias = "literal")]
    #[must_use]
    fn lit(s: &'static [u8]) -> &'static [Self];

    /// The last `len` units of a path, or all if there are fewer, with its terminator.
    #[must_use]
    fn tail(path: &Self::ZSlice, len: usize) -> &Self::ZSlice;

    /// Ends a path with a terminator.
    ///
    /// # Errors
    ///
    /// [`NameTooLong`] when there is no room for it.
    fn terminate<'a>(writer: PathWriter<'a, Self>) -> Result<&'a mut Self::ZSlice, NameTooLong>;
}

impl PathChar for u8 {
    const NUL: Self = 0;
    const IS_U16: bool = false;
    const MAX_PATH: usize = MAX_PATH_BYTES;
    type Buffer = PathBuffer;
    type ZSlice = ZStr;

    #[inline]
    fn lit(s: &'static [u8]) -> &'static [Self] {
        s
    }

    fn tail(path: &ZStr, len: usize) -> &ZStr {
        let bytes = path.as_bytes_with_nul();
        let len = len.min(bytes.len() - 1);
        ZStr::from_buf(&bytes[bytes.len() - 1 - len..], len)
    }

    #[inline]
    fn terminate<'a>(writer: PathWriter<'a, Self>) -> Result<&'a mut ZStr, NameTooLong> {
        writer.finish_z()
    }
}

impl PathChar for u16 {
    const NUL: Self = 0;
    const IS_U16: bool = true;
    const MAX_PATH: usize = PATH_MAX_WIDE;
    type Buffer = WPathBuffer;
    type ZSlice = WStr;

    fn lit(s: &'static [u8]) -> &'static [Self] {
        static WIDE: Mutex<BTreeMap<&[u8], &[u16]>> = Mutex::new(BTreeMap::new());
        // An entry is whole before it is in the table.
        let mut wide = WIDE.lock().unwrap_or_else(PoisonError::into_inner);
        wide.entry(s).or_insert_with(|| Box::leak(wide_units(s).collect()))
    }

    fn tail(path: &WStr, len: usize) -> &WStr {
        let units = path.as_slice_with_nul();
        let len = len.min(units.len() - 1);
        WStr::from_buf(&units[units.len() - 1 - len..], len)
    }

    #[inline]
    fn terminate<'a>(mut writer: PathWriter<'a, Self>) -> Result<&'a mut WStr, NameTooLong> {
        let len = writer.len();
        writer.push(0)?;
        Ok(WStr::from_buf_mut(writer.finish(), len))
    }
}

#[cfg(test)]
mod tests {
    use super::PathChar;
    use core::ptr;

    #[test]
    fn a_wide_literal_is_made_once() {
        let first = u16::lit(b"a\xc3\xa9");
        assert_eq!(first, [0x61, 0xe9]);
        assert!(ptr::eq(first, u16::lit(b"a\xc3\xa9")));
        assert_eq!(u16::lit(b"\xff"), [0xfffd]);
        assert_eq!(u16::lit(b""), []);
    }
}
