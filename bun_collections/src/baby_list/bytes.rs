//! [`ByteList`] and [`OffsetByteList`]: lists of bytes that text is written to.

use alloc::vec::Vec;
use core::fmt;

use bun_alloc::AllocError;

use super::BabyList;
use crate::vec_ext::{ByteVecExt as _, NativeInt};

/// A list of bytes in sixteen bytes.
///
/// A method that fails leaves the list as it was.
///
/// Zig: `bun.ByteList`.
///
/// # Examples
///
/// ```
/// use bun_collections::ByteList;
///
/// let mut list = ByteList::new();
/// assert_eq!(list.write(b"caf")?, 3);
/// assert_eq!(list.write_latin1(b"\xe9 ")?, 3);
/// assert_eq!(list.write_utf16(&[0x20ac])?, 3);
/// list.append_fmt(format_args!(" {}", 7))?;
/// assert_eq!(list.slice(), "café € 7".as_bytes());
///
/// list.ensure_unused_capacity(2)?;
/// list.write_type_as_bytes_assume_capacity(0x4141_u16);
/// assert!(list.ends_with(b"7AA"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub type ByteList = BabyList<u8>;

impl BabyList<u8> {
    /// Adds bytes and returns how many.
    ///
    /// Zig: `BabyList.write`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list gets longer than `u32::MAX`.
    #[inline]
    #[track_caller]
    pub fn write(&mut self, bytes: &[u8]) -> Result<u32, AllocError> {
        self.append_slice(bytes)?;
        // No more than the list has.
        Ok(bytes.len() as u32)
    }

    /// Adds Latin-1 text as UTF-8 and returns how many bytes that takes.
    ///
    /// Zig: `BabyList.writeLatin1`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list gets longer than `u32::MAX`.
    #[doc(alias = "writeLatin1")]
    #[track_caller]
    pub fn write_latin1(&mut self, text: &[u8]) -> Result<u32, AllocError> {
        self.write_with(|list| list.write_latin1(text))
    }

    /// Adds UTF-16 text as UTF-8, with U+FFFD for each lone surrogate, and returns how many bytes
    /// that takes.
    ///
    /// Zig: `BabyList.writeUTF16`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list gets longer than `u32::MAX`.
    #[doc(alias = "writeUTF16")]
    #[track_caller]
    pub fn write_utf16(&mut self, text: &[u16]) -> Result<u32, AllocError> {
        self.write_with(|list| list.write_utf16(text))
    }

    /// Adds formatted text.
    ///
    /// Zig: `BabyList.appendFmt`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list gets longer than `u32::MAX`.
    ///
    /// # Panics
    ///
    /// Panics when a value refuses to be formatted.
    #[doc(alias = "appendFmt")]
    #[track_caller]
    pub fn append_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), AllocError> {
        self.write_with(|list| list.append_fmt(text))
    }

    /// Adds the bytes of an integer, for which there is room.
    ///
    /// Zig: `BabyList.writeTypeAsBytesAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[doc(alias = "writeTypeAsBytesAssumeCapacity")]
    #[inline]
    #[track_caller]
    pub fn write_type_as_bytes_assume_capacity<Int: NativeInt>(&mut self, int: Int) {
        self.append_slice_assume_capacity(int.native_bytes().as_ref());
    }

    /// Lets `write` add bytes, unless they get too many.
    #[track_caller]
    fn write_with<R>(
        &mut self,
        write: impl FnOnce(&mut Vec<u8>) -> Result<R, AllocError>,
    ) -> Result<R, AllocError> {
        let mut values = self.lend();
        let len = values.len();
        let written = write(&mut values)?;
        if u32::try_from(values.len()).is_err() {
            values.truncate(len);
            return Err(AllocError);
        }
        Ok(written)
    }
}

/// Bytes that are written at the end and consumed from the front.
///
/// Consuming moves no byte: it counts, and the memory is used anew when all is consumed.
///
/// Zig: `bun.OffsetByteList`.
///
/// # Examples
///
/// ```
/// use bun_collections::OffsetByteList;
///
/// let mut list = OffsetByteList::new();
/// list.write(b"GET / ")?;
/// list.consume(4);
/// list.write(b"HTTP")?;
/// assert_eq!((list.slice(), list.remaining()), (&b"GET "[..], &b"/ HTTP"[..]));
/// list.consume(100);
/// assert_eq!((list.len(), list.head, list.byte_list.len()), (0, 0, 0));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct OffsetByteList {
    /// How many bytes are consumed. A number above the length counts as the length.
    pub head: u32,
    /// All bytes, consumed or not.
    pub byte_list: Vec<u8>,
}

impl OffsetByteList {
    /// Returns an empty list. Does not allocate.
    ///
    /// Zig: `OffsetByteList.init`.
    #[must_use]
    pub const fn new() -> Self {
        Self { head: 0, byte_list: Vec::new() }
    }

    /// [`new`](Self::new) with the list to begin with.
    ///
    /// Zig: `OffsetByteList.init`.
    #[must_use]
    pub const fn init(head: u32, byte_list: Vec<u8>) -> Self {
        Self { head, byte_list }
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or the list gets longer than `u32::MAX`; the list is
    /// as it was.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), AllocError> {
        let len = self.byte_list.len().checked_add(bytes.len()).ok_or(AllocError)?;
        u32::try_from(len).map_err(|_| AllocError)?;
        self.byte_list.try_reserve(bytes.len())?;
        self.byte_list.extend_from_slice(bytes);
        Ok(())
    }

    /// Returns the bytes that are consumed.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        &self.byte_list[..self.start()]
    }

    /// Returns the bytes that are not consumed.
    #[must_use]
    pub fn remaining(&self) -> &[u8] {
        &self.byte_list[self.start()..]
    }

    fn start(&self) -> usize {
        (self.head as usize).min(self.byte_list.len())
    }

    /// Returns how many bytes are not consumed, at most `u32::MAX`.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.remaining().len()).unwrap_or(u32::MAX)
    }

    /// Returns whether all is consumed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.remaining().is_empty()
    }

    /// Consumes `bytes` bytes, or all when there are fewer. The memory is used anew after the last.
    pub fn consume(&mut self, bytes: u32) {
        self.head = self.head.saturating_add(bytes);
        if self.head as usize >= self.byte_list.len() {
            self.clear();
        }
    }

    /// Removes all bytes. Keeps the memory.
    pub fn clear(&mut self) {
        self.head = 0;
        self.byte_list.clear();
    }

    /// Removes all bytes and frees the memory.
    ///
    /// Zig: `OffsetByteList.deinit`.
    #[doc(alias = "clearAndFree")]
    pub fn clear_and_free(&mut self) {
        *self = Self::new();
    }
}
