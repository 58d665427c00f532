//! [`ByteVecExt`]: writing text and integers into a list of bytes.
//!
//! The conversions live here because this crate must not know strings; they append in one pass.

#![expect(unsafe_code, reason = "counts bytes that a foreign function wrote; see SAFETY.md")]

use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::mem::MaybeUninit;

use bun_alloc::AllocError;

use super::NativeInt;

/// Methods of lists of bytes.
///
/// A method that fails leaves the list as it was.
///
/// Zig: `bun.BabyList(u8)`, `bun.ByteList`.
///
/// # Examples
///
/// ```
/// use bun_collections::ByteVecExt;
///
/// let mut list = Vec::new();
/// assert_eq!(ByteVecExt::write(&mut list, b"caf")?, 3);
/// assert_eq!(list.write_latin1(b"\xe9 ")?, 3);
/// assert_eq!(list.write_utf16(&[0x20ac, 0xd800])?, 6);
/// list.append_fmt(format_args!(" {}", 7))?;
/// assert_eq!(list, "café €\u{fffd} 7".as_bytes());
///
/// list.clear();
/// list.reserve(4);
/// list.write_type_as_bytes_assume_capacity(1_u32);
/// assert_eq!(list, 1_u32.to_ne_bytes());
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Reading into the room behind the bytes:
///
/// ```
/// use bun_collections::ByteVecExt;
///
/// let mut list = b"ab".to_vec();
/// list.uv_alloc_spare(2)[..2].write_copy_of_slice(b"cd");
/// // SAFETY:
/// // 1. The two bytes have just been written.
/// unsafe { list.uv_commit(2) };
/// assert_eq!(list, b"abcd");
/// ```
pub trait ByteVecExt {
    /// Adds formatted text.
    ///
    /// Zig: `BabyList.appendFmt`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory.
    ///
    /// # Panics
    ///
    /// Panics when a value refuses to be formatted.
    #[doc(alias = "appendFmt")]
    fn append_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), AllocError>;

    /// Adds bytes and returns how many.
    ///
    /// Zig: `BabyList.write`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or there are more bytes than a `u32` counts.
    fn write(&mut self, bytes: &[u8]) -> Result<u32, AllocError>;

    /// Adds Latin-1 text as UTF-8 and returns how many bytes that takes.
    ///
    /// Zig: `BabyList.writeLatin1`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or there are more bytes than a `u32` counts.
    #[doc(alias = "writeLatin1")]
    fn write_latin1(&mut self, text: &[u8]) -> Result<u32, AllocError>;

    /// Adds UTF-16 text as UTF-8, with U+FFFD for each lone surrogate, and returns how many bytes
    /// that takes.
    ///
    /// Zig: `BabyList.writeUTF16`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or there are more bytes than a `u32` counts.
    #[doc(alias = "writeUTF16")]
    fn write_utf16(&mut self, text: &[u16]) -> Result<u32, AllocError>;

    /// Adds the bytes of an integer, for which there is room.
    ///
    /// Zig: `BabyList.writeTypeAsBytesAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there is no room.
    #[doc(alias = "writeTypeAsBytesAssumeCapacity")]
    fn write_type_as_bytes_assume_capacity<Int: NativeInt>(&mut self, int: Int);

    /// Makes room for `suggested` bytes and returns all the room, which may be more.
    ///
    /// For callbacks that ask where to read to.
    #[must_use]
    fn uv_alloc_spare(&mut self, suggested: usize) -> &mut [MaybeUninit<u8>];

    /// [`uv_alloc_spare`](Self::uv_alloc_spare), filled with zeroes.
    ///
    /// # Safety
    ///
    /// None: the bytes are initialised.
    #[deprecated(note = "use `uv_alloc_spare`, which does not have to fill the room")]
    #[must_use]
    unsafe fn uv_alloc_spare_u8(&mut self, suggested: usize) -> &mut [u8];

    /// Counts the first `count` bytes of the room as bytes of the list.
    ///
    /// # Safety
    ///
    /// 1. They have been written.
    ///
    /// # Panics
    ///
    /// Panics when there is less room.
    unsafe fn uv_commit(&mut self, count: usize);
}

impl ByteVecExt for Vec<u8> {
    fn append_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), AllocError> {
        let mut sink = Sink { unless_written: Rollback::new(self), failed: false };
        match sink.write_fmt(text) {
            Ok(()) => sink.unless_written.keep(),
            Err(fmt::Error) if sink.failed => return Err(AllocError),
            Err(fmt::Error) => panic!("a value refused to be formatted"),
        }
        Ok(())
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) -> Result<u32, AllocError> {
        let count = u32::try_from(bytes.len()).map_err(|_| AllocError)?;
        self.try_reserve(bytes.len())?;
        self.extend_from_slice(bytes);
        Ok(count)
    }

    fn write_latin1(&mut self, text: &[u8]) -> Result<u32, AllocError> {
        written(self, |list| push_latin1(list, text))
    }

    fn write_utf16(&mut self, text: &[u16]) -> Result<u32, AllocError> {
        written(self, |list| push_utf16(list, text))
    }

    #[inline]
    #[track_caller]
    fn write_type_as_bytes_assume_capacity<Int: NativeInt>(&mut self, int: Int) {
        let bytes = int.native_bytes();
        assert!(bytes.as_ref().len() <= self.capacity() - self.len(), "no capacity for an integer");
        self.extend_from_slice(bytes.as_ref());
    }

    #[inline]
    fn uv_alloc_spare(&mut self, suggested: usize) -> &mut [MaybeUninit<u8>] {
        self.reserve(suggested);
        self.spare_capacity_mut()
    }

    unsafe fn uv_alloc_spare_u8(&mut self, suggested: usize) -> &mut [u8] {
        let spare = self.uv_alloc_spare(suggested);
        for byte in &mut *spare {
            byte.write(0);
        }
        // SAFETY:
        // 1. Every byte has just been written.
        unsafe { spare.assume_init_mut() }
    }

    #[inline]
    #[track_caller]
    unsafe fn uv_commit(&mut self, count: usize) {
        assert!(count <= self.capacity() - self.len(), "{count} bytes do not fit the capacity");
        // SAFETY:
        // 1. There is room for them.
        // 2. They have been written, by the caller's promise.
        unsafe { self.set_len(self.len() + count) };
    }
}

/// Lets `push` add bytes and returns how many; on an error the list is as it was.
fn written(
    list: &mut Vec<u8>,
    push: impl FnOnce(&mut Vec<u8>) -> Result<(), AllocError>,
) -> Result<u32, AllocError> {
    let unless_written = Rollback::new(list);
    push(unless_written.list)?;
    let count = u32::try_from(unless_written.list.len() - unless_written.len);
    let count = count.map_err(|_| AllocError)?;
    unless_written.keep();
    Ok(count)
}

/// Cuts the list to its former length, unless told that it may keep what was added.
struct Rollback<'a> {
    list: &'a mut Vec<u8>,
    len: usize,
}

impl<'a> Rollback<'a> {
    fn new(list: &'a mut Vec<u8>) -> Self {
        let len = list.len();
        Self { list, len }
    }

    fn keep(mut self) {
        self.len = usize::MAX;
    }
}

impl Drop for Rollback<'_> {
    fn drop(&mut self) {
        self.list.truncate(self.len);
    }
}

/// Where formatting writes to; remembers whether it was memory that was missing.
struct Sink<'a> {
    unless_written: Rollback<'a>,
    failed: bool,
}

impl fmt::Write for Sink<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let list = &mut *self.unless_written.list;
        if list.try_reserve(text.len()).is_err() {
            self.failed = true;
            return Err(fmt::Error);
        }
        list.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Adds Latin-1 text as UTF-8.
fn push_latin1(list: &mut Vec<u8>, mut text: &[u8]) -> Result<(), AllocError> {
    list.try_reserve(text.len())?;
    while let [first, ..] = text {
        if first.is_ascii() {
            let len = text.iter().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
            list.try_reserve(len)?;
            list.extend_from_slice(&text[..len]);
            text = &text[len..];
        } else {
            let len = text.iter().position(u8::is_ascii).unwrap_or(text.len());
            list.try_reserve(len.checked_mul(2).ok_or(AllocError)?)?;
            let pairs = text[..len].iter().flat_map(|byte| [0xc0 | byte >> 6, 0x80 | byte & 0x3f]);
            list.extend(pairs);
            text = &text[len..];
        }
    }
    Ok(())
}

/// Adds UTF-16 text as UTF-8, with U+FFFD for each lone surrogate.
fn push_utf16(list: &mut Vec<u8>, mut text: &[u16]) -> Result<(), AllocError> {
    /// What a unit takes at most.
    const UNIT_BYTES_MAX: usize = 3;

    list.try_reserve(text.len())?;
    while let [first, ..] = text {
        let is_ascii = |unit: &u16| *unit <= 0x7f;
        let run;
        // No surrogate is ASCII, so no pair is cut here.
        if is_ascii(first) {
            let len = text.iter().position(|unit| !is_ascii(unit)).unwrap_or(text.len());
            (run, text) = text.split_at(len);
            list.try_reserve(len)?;
            list.extend(run.iter().map(|unit| unit.to_le_bytes()[0]));
        } else {
            let len = text.iter().position(is_ascii).unwrap_or(text.len());
            (run, text) = text.split_at(len);
            list.try_reserve(len.checked_mul(UNIT_BYTES_MAX).ok_or(AllocError)?)?;
            for character in char::decode_utf16(run.iter().copied()) {
                let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
                list.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    Ok(())
}
