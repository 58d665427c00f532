//! Writers made of other writers, or of nothing.

use core::fmt;

use super::Write;
use crate::error::known;
use crate::error::{Error, Result};
use crate::fmt::write_lossy;

/// A [`core::fmt::Write`] that writes to a [`Write`].
///
/// # Examples
///
/// ```
/// use bun_core::io::AsFmt;
/// use core::fmt::Write;
///
/// let mut bytes = Vec::new();
/// write!(AsFmt::new(&mut bytes), "{:03}", 7).unwrap();
/// assert_eq!(bytes, b"007");
/// ```
pub struct AsFmt<'a, W: Write + ?Sized = dyn Write + 'a> {
    sink: &'a mut W,
    error: Option<Error>,
}

impl<'a, W: Write + ?Sized> AsFmt<'a, W> {
    /// Wraps a writer.
    pub fn new(sink: &'a mut W) -> Self {
        Self { sink, error: None }
    }

    /// Returns the error behind the last [`core::fmt::Error`], and forgets it.
    ///
    /// `None` when it was the formatting itself that failed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::err;
    /// use bun_core::io::{AsFmt, FixedBufferStream};
    /// use core::fmt::Write;
    ///
    /// let mut two = FixedBufferStream::new([0; 2]);
    /// let mut writer = AsFmt::new(&mut two);
    /// assert!(writer.write_str("abc").is_err());
    /// assert_eq!(writer.take_error(), Some(err!(NoSpaceLeft)));
    /// assert_eq!(writer.take_error(), None);
    /// ```
    pub fn take_error(&mut self) -> Option<Error> {
        self.error.take()
    }
}

impl<W: Write + ?Sized> fmt::Write for AsFmt<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.sink.write_all(text.as_bytes()).map_err(|error| {
            self.error = Some(error);
            fmt::Error
        })
    }
}

impl<W: Write + ?Sized> fmt::Debug for AsFmt<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsFmt").field("error", &self.error).finish_non_exhaustive()
    }
}

/// A [`Write`] that writes to a [`core::fmt::Write`], such as a formatter.
///
/// Bytes that are not UTF-8 come out as U+FFFD. A character must arrive within one call.
///
/// # Examples
///
/// ```
/// use bun_core::io::{FmtAdapter, Write};
///
/// let mut text = String::new();
/// FmtAdapter::new(&mut text).write_all(b"caf\xc3\xa9 \xff")?;
/// assert_eq!(text, "café \u{fffd}");
/// # Ok::<(), bun_core::Error>(())
/// ```
pub struct FmtAdapter<'a, W: ?Sized = fmt::Formatter<'a>> {
    inner: &'a mut W,
}

impl<'a, W: fmt::Write + ?Sized> FmtAdapter<'a, W> {
    /// Wraps a text writer.
    pub fn new(inner: &'a mut W) -> Self {
        Self { inner }
    }
}

impl<W: fmt::Write + ?Sized> Write for FmtAdapter<'_, W> {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        write_lossy(self.inner, bytes).map_err(|_| known!(WriteFailed))
    }
}

impl<W: ?Sized> fmt::Debug for FmtAdapter<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FmtAdapter").finish_non_exhaustive()
    }
}

/// A [`Write`] that only counts.
///
/// Zig: `std.Io.Writer.Discarding`.
///
/// # Examples
///
/// ```
/// use bun_core::io::{DiscardingWriter, Write};
///
/// let mut writer = DiscardingWriter::new();
/// writer.write_all(b"four")?;
/// assert_eq!(writer.count, 4);
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct DiscardingWriter {
    /// The number of bytes written so far.
    pub count: usize,
}

impl DiscardingWriter {
    /// Returns a writer that has counted nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { count: 0 }
    }
}

/// Stops counting at `usize::MAX`.
impl Write for DiscardingWriter {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.count = self.count.saturating_add(bytes.len());
        Ok(())
    }
}
