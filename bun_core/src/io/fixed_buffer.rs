//! A cursor in a buffer of fixed size.

use bytemuck::AnyBitPattern;

use super::{IntLe, Write};
use crate::error::Result;
use crate::error::known;

/// A buffer that is written, or read, from a position onwards.
///
/// `B` is anything with bytes: an array, `&[u8]` for reading, `&mut [u8]`, a `Vec<u8>` that shall
/// not grow. A position beyond the end is an end like any other.
///
/// Zig: `std.io.FixedBufferStream`.
///
/// # Examples
///
/// ```
/// use bun_core::io::{FixedBufferStream, Write};
/// use bun_core::err;
///
/// let mut stream = FixedBufferStream::new([0; 6]);
/// stream.write_int_le(0x0102_u16)?;
/// stream.write_all(b"abc")?;
/// assert_eq!(stream.get_written(), b"\x02\x01abc");
/// assert_eq!(stream.write_all(b"de"), Err(err!(NoSpaceLeft)));
///
/// stream.reset();
/// assert_eq!(stream.read_int_le::<u16>()?, 0x0102);
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct FixedBufferStream<B> {
    /// The bytes.
    pub buffer: B,
    /// Where the next byte is read or written.
    pub pos: usize,
}

impl<B> FixedBufferStream<B> {
    /// Returns a stream at the start of the buffer.
    pub const fn new(buffer: B) -> Self {
        Self { buffer, pos: 0 }
    }

    /// Goes back to the start.
    pub const fn reset(&mut self) {
        self.pos = 0;
    }
}

impl<'a> FixedBufferStream<&'a mut [u8]> {
    /// As [`new`](FixedBufferStream::new), for a borrowed buffer.
    pub const fn new_mut(buffer: &'a mut [u8]) -> Self {
        Self::new(buffer)
    }
}

impl<B: AsRef<[u8]>> FixedBufferStream<B> {
    /// Returns the bytes before the position.
    #[doc(alias = "getWritten")]
    pub fn get_written(&self) -> &[u8] {
        let bytes = self.buffer.as_ref();
        &bytes[..self.pos.min(bytes.len())]
    }

    /// Moves to a position, or to the end if that comes first.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::io::FixedBufferStream;
    ///
    /// let mut stream = FixedBufferStream::new(*b"abc");
    /// stream.seek_to(2);
    /// assert_eq!(stream.get_written(), b"ab");
    /// stream.seek_to(9);
    /// assert_eq!(stream.pos, 3);
    /// ```
    #[doc(alias = "seekTo")]
    pub fn seek_to(&mut self, pos: usize) {
        self.pos = pos.min(self.buffer.as_ref().len());
    }

    /// Reads as much as there is, up to the length of `out`, and returns how much.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::io::FixedBufferStream;
    ///
    /// let mut stream = FixedBufferStream::new(*b"abc");
    /// let mut two = [0; 2];
    /// assert_eq!((stream.read_all(&mut two), two), (2, *b"ab"));
    /// assert_eq!((stream.read_all(&mut two), two), (1, *b"cb"));
    /// ```
    #[doc(alias = "readAll")]
    pub fn read_all(&mut self, out: &mut [u8]) -> usize {
        let rest = self.buffer.as_ref().get(self.pos..).unwrap_or_default();
        let length = rest.len().min(out.len());
        out[..length].copy_from_slice(&rest[..length]);
        self.pos += length;
        length
    }

    /// Fills `out`.
    ///
    /// # Errors
    ///
    /// `EndOfStream` when there are fewer bytes; they have been read then.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::err;
    /// use bun_core::io::FixedBufferStream;
    ///
    /// let mut stream = FixedBufferStream::new(*b"abc");
    /// let mut two = [0; 2];
    /// assert_eq!(stream.read_exact(&mut two), Ok(()));
    /// assert_eq!(stream.read_exact(&mut two), Err(err!(EndOfStream)));
    /// ```
    pub fn read_exact(&mut self, out: &mut [u8]) -> Result<()> {
        if self.read_all(out) < out.len() { Err(known!(EndOfStream)) } else { Ok(()) }
    }

    /// Reads a value as it lies in memory, in the byte order of the machine.
    ///
    /// # Errors
    ///
    /// `EndOfStream`, with nothing read, when there are fewer bytes than it has.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::io::FixedBufferStream;
    ///
    /// let mut stream = FixedBufferStream::new([1, 2, 3, 4, 5]);
    /// assert_eq!(stream.read_struct::<[u8; 4]>()?, [1, 2, 3, 4]);
    /// assert!(stream.read_struct::<[u8; 2]>().is_err());
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    ///
    /// Not every value is one for any bytes:
    ///
    /// ```compile_fail,E0277
    /// let mut stream = bun_core::io::FixedBufferStream::new([2]);
    /// stream.read_struct::<bool>();
    /// ```
    #[doc(alias = "readStruct")]
    pub fn read_struct<T: AnyBitPattern>(&mut self) -> Result<T> {
        let rest = self.buffer.as_ref().get(self.pos..).unwrap_or_default();
        let bytes = rest.get(..size_of::<T>()).ok_or(known!(EndOfStream))?;
        let value = bytemuck::try_pod_read_unaligned(bytes).map_err(|_| known!(EndOfStream))?;
        self.pos += size_of::<T>();
        Ok(value)
    }

    /// Returns the stream itself, which is its own reader.
    ///
    /// Zig: `fixedBufferStream.reader()`.
    pub fn reader(&mut self) -> &mut Self {
        self
    }

    /// Reads an integer, lowest byte first.
    ///
    /// # Errors
    ///
    /// `EndOfStream` when there are fewer bytes than it has.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::io::FixedBufferStream;
    ///
    /// let mut stream = FixedBufferStream::new([1, 2, 3]);
    /// assert_eq!(stream.read_int_le::<u16>()?, 0x0201);
    /// assert!(stream.read_int_le::<u16>().is_err());
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    #[doc(alias = "readInt")]
    pub fn read_int_le<I: IntLe>(&mut self) -> Result<I> {
        let mut bytes = I::Bytes::default();
        self.read_exact(bytes.as_mut())?;
        Ok(I::from_le_bytes(bytes))
    }
}

/// Fails with `NoSpaceLeft` when the bytes do not fit; those that do have been written then.
impl<B: AsMut<[u8]>> Write for FixedBufferStream<B> {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        let rest = self.buffer.as_mut().get_mut(self.pos..).unwrap_or_default();
        let length = rest.len().min(bytes.len());
        rest[..length].copy_from_slice(&bytes[..length]);
        self.pos += length;
        if length < bytes.len() { Err(known!(NoSpaceLeft)) } else { Ok(()) }
    }
}
