//! The trait.

use alloc::vec::Vec;
use core::fmt;

pub use super::IntLe;
use super::{AsFmt, DiscardingWriter, FixedBufferStream};
use crate::error::Result;
use crate::error::known;

/// Something that takes bytes.
///
/// Implementing [`write_all`](Write::write_all) is enough. A `Vec<u8>` grows, a
/// [`FixedBufferStream`] does not,
/// [`Output::writer`](crate::Output::writer) prints.
///
/// Zig: `std.Io.Writer`.
///
/// # Examples
///
/// ```
/// use bun_core::io::Write;
///
/// fn header(to: &mut impl Write, length: u32) -> bun_core::Result<()> {
///     to.write_all(b"BUN\0")?;
///     to.write_int_le(length)?;
///     to.splat_byte_all(b' ', 2)?;
///     write!(to, "{length:x}")
/// }
///
/// let mut bytes = Vec::new();
/// header(&mut bytes, 255)?;
/// assert_eq!(bytes, b"BUN\0\xff\0\0\0  ff");
/// # Ok::<(), bun_core::Error>(())
/// ```
pub trait Write {
    /// Writes all the bytes.
    ///
    /// # Errors
    ///
    /// What keeps the implementation from taking more; part of the bytes may have been written.
    #[doc(alias = "writeAll")]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()>;

    /// Writes one byte.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all); the same goes for the methods below.
    #[doc(alias = "writeByte")]
    fn write_byte(&mut self, byte: u8) -> Result<()> {
        self.write_all(&[byte])
    }

    /// Writes the UTF-8 bytes of a string.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all).
    fn write_str(&mut self, text: &str) -> Result<()> {
        self.write_all(text.as_bytes())
    }

    /// Writes an integer with its lowest byte first.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all).
    #[doc(alias = "writeInt")]
    fn write_int_le<I: IntLe>(&mut self, value: I) -> Result<()>
    where
        Self: Sized,
    {
        self.write_all(value.to_le_bytes().as_ref())
    }

    /// Writes a byte `count` times.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all).
    #[doc(alias = "splatByteAll")]
    fn splat_byte_all(&mut self, byte: u8, count: usize) -> Result<()> {
        let block = [byte; 64];
        let mut left = count;
        while left > 0 {
            let some = left.min(block.len());
            self.write_all(&block[..some])?;
            left -= some;
        }
        Ok(())
    }

    /// Formats and writes a message; `write!` calls this.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all); `WriteFailed` when an argument fails to format.
    fn write_fmt(&mut self, message: fmt::Arguments<'_>) -> Result<()> {
        // `self` may be unsized, so the adapter borrows the borrow.
        let mut this = self;
        let mut adapter = AsFmt::new(&mut this);
        let formatted = fmt::write(&mut adapter, message);
        match adapter.take_error() {
            Some(error) => Err(error),
            None => formatted.map_err(|_| known!(WriteFailed)),
        }
    }

    /// As [`write_fmt`](Write::write_fmt), under the name it has in Zig.
    ///
    /// # Errors
    ///
    /// As [`write_fmt`](Write::write_fmt).
    fn print(&mut self, message: fmt::Arguments<'_>) -> Result<()> {
        self.write_fmt(message)
    }

    /// Returns how many bytes were written so far, for a writer that knows: see [`WrittenLen`].
    fn written_len(&self) -> usize
    where
        Self: WrittenLen + Sized,
    {
        self.count_written()
    }

    /// Passes on what the writer holds back; by default nothing.
    ///
    /// # Errors
    ///
    /// As [`write_all`](Write::write_all).
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// A writer that knows how much it was given.
///
/// # Examples
///
/// ```
/// use bun_core::io::{FixedBufferStream, Write};
///
/// let mut stream = FixedBufferStream::new([0; 8]);
/// stream.write_all(b"abc")?;
/// assert_eq!(stream.written_len(), 3);
/// # Ok::<(), bun_core::Error>(())
/// ```
///
/// A formatter does not know:
///
/// ```compile_fail,E0277
/// use bun_core::io::{FmtAdapter, Write};
///
/// FmtAdapter::new(&mut String::new()).written_len();
/// ```
pub trait WrittenLen {
    /// Returns the number of bytes: the length of a vector, the position in a buffer.
    fn count_written(&self) -> usize;
}

impl WrittenLen for Vec<u8> {
    fn count_written(&self) -> usize {
        self.len()
    }
}

impl WrittenLen for DiscardingWriter {
    fn count_written(&self) -> usize {
        self.count
    }
}

impl<B> WrittenLen for FixedBufferStream<B> {
    fn count_written(&self) -> usize {
        self.pos
    }
}

impl<W: WrittenLen + ?Sized> WrittenLen for &mut W {
    fn count_written(&self) -> usize {
        (**self).count_written()
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        (**self).write_all(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}

/// Grows; fails with `OutOfMemory`, unchanged, when it cannot.
impl Write for Vec<u8> {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.try_reserve(bytes.len()).map_err(|_| known!(OutOfMemory))?;
        self.extend_from_slice(bytes);
        Ok(())
    }
}
