//! The two units that paths are made of.

use bun_str::strings::PathByte;
use bun_str::{WStr, ZStr};

use crate::path::FromView;
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
