//! A reader with a buffer of fixed size in front of it.

use std::io;

/// Reads through a buffer of `BUFFER_SIZE` bytes.
///
/// The fields are public, as in Zig, for code that refills the buffer itself: `buf[start..end]` is
/// what has been read ahead. Positions that make no sense count as an empty buffer.
///
/// Zig: `bun.deprecated.BufferedReader`.
///
/// # Examples
///
/// ```
/// use bun_core::deprecated::BufferedReader;
/// use std::io::Read;
///
/// let mut reader = BufferedReader::<4, _>::new(b"abcdef".as_slice());
/// let mut two = [0; 2];
/// assert_eq!(reader.read(&mut two).unwrap(), 2);
/// assert_eq!(reader.buffered(), b"cd");
/// ```
#[derive(Clone, Debug)]
pub struct BufferedReader<const BUFFER_SIZE: usize, R> {
    /// Where the bytes come from.
    pub unbuffered_reader: R,
    /// The buffer.
    pub buf: [u8; BUFFER_SIZE],
    /// The first byte of the buffer that has not been handed out.
    pub start: usize,
    /// The end of what is in the buffer.
    pub end: usize,
}

/// Returns a reader with a buffer of 4096 bytes.
///
/// Zig: `bun.deprecated.bufferedReader`.
///
/// # Examples
///
/// ```
/// let reader = bun_core::deprecated::buffered_reader(b"abc".as_slice());
/// assert_eq!(reader.buf.len(), 4096);
/// ```
#[doc(alias = "bufferedReader")]
pub fn buffered_reader<R>(reader: R) -> BufferedReader<4096, R> {
    BufferedReader::new(reader)
}

impl<const BUFFER_SIZE: usize, R> BufferedReader<BUFFER_SIZE, R> {
    /// Makes a reader with an empty buffer.
    #[must_use]
    pub const fn new(unbuffered_reader: R) -> Self {
        Self { unbuffered_reader, buf: [0; BUFFER_SIZE], start: 0, end: 0 }
    }

    /// Returns what has been read ahead.
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        self.buf.get(self.start..self.end).unwrap_or_default()
    }

    /// Reads to `dest` with `read`, which reads from the reader to a buffer, and returns how many
    /// bytes there were; zero is the end.
    ///
    /// What is buffered comes first, and then alone. A `dest` as long as the buffer is read to
    /// directly.
    ///
    /// # Errors
    ///
    /// The error of `read`. Nothing is lost.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::deprecated::BufferedReader;
    ///
    /// let mut reader = BufferedReader::<4, _>::new(0_u8);
    /// let mut next = [0];
    /// // A source that counts.
    /// let count = |last: &mut u8, buffer: &mut [u8]| {
    ///     *last += 1;
    ///     buffer.fill(*last);
    ///     Ok::<_, ()>(buffer.len())
    /// };
    /// assert_eq!((reader.read_with(&mut next, count), next), (Ok(1), [1]));
    /// assert_eq!(reader.buffered(), [1, 1, 1]);
    /// ```
    pub fn read_with<E>(
        &mut self,
        dest: &mut [u8],
        mut read: impl FnMut(&mut R, &mut [u8]) -> Result<usize, E>,
    ) -> Result<usize, E> {
        if self.buffered().is_empty() {
            if dest.len() >= BUFFER_SIZE {
                return read(&mut self.unbuffered_reader, dest);
            }
            let count = read(&mut self.unbuffered_reader, &mut self.buf)?;
            (self.start, self.end) = (0, count.min(BUFFER_SIZE));
        }
        let ahead = self.buffered();
        let count = ahead.len().min(dest.len());
        dest[..count].copy_from_slice(&ahead[..count]);
        self.start += count;
        Ok(count)
    }
}

impl<const BUFFER_SIZE: usize, R: io::Read> io::Read for BufferedReader<BUFFER_SIZE, R> {
    fn read(&mut self, dest: &mut [u8]) -> io::Result<usize> {
        self.read_with(dest, |reader, buffer| reader.read(buffer))
    }
}
