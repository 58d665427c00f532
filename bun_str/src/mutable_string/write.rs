//! Writing to a `MutableString`: as a sink, and through a buffer of fixed size.

use core::fmt;
use std::io;

use bun_alloc::AllocError;

use super::MutableString;
use crate::escape::html_escape_entity;

impl MutableString {
    /// Appends `bytes`; returns their number.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    pub fn write(&mut self, bytes: impl AsRef<[u8]>) -> Result<usize, AllocError> {
        let bytes = bytes.as_ref();
        self.append(bytes)?;
        Ok(bytes.len())
    }

    /// Forwards to [`write`](Self::write).
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    pub fn write_all(&mut self, bytes: &[u8]) -> Result<usize, AllocError> {
        self.write(bytes)
    }

    /// A writer that collects small writes; [`BufferedWriter::flush`] it.
    pub const fn buffered_writer(&mut self) -> BufferedWriter<'_> {
        BufferedWriter { out: self, buffer: [0; BUFFER_LEN], len: 0 }
    }
}

impl fmt::Write for MutableString {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.append(text.as_bytes()).map_err(|AllocError| fmt::Error)
    }
}

impl bun_core::io::Write for MutableString {
    fn write_all(&mut self, bytes: &[u8]) -> bun_core::Result<()> {
        Ok(self.append(bytes)?)
    }
}

impl io::Write for MutableString {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::write(self, bytes).map_err(|AllocError| io::ErrorKind::OutOfMemory.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How much a [`BufferedWriter`] holds back.
const BUFFER_LEN: usize = 2048;

/// Collects small writes to a [`MutableString`].
///
/// What has not been flushed is lost on drop, as in the original.
///
/// Zig: `MutableString.BufferedWriter`.
///
/// # Examples
///
/// ```
/// use bun_str::MutableString;
///
/// let mut out = MutableString::init_empty();
/// let mut writer = out.buffered_writer();
/// writer.write_html_attribute_value(br#"a "b" & <c>"#)?;
/// writer.flush()?;
/// assert_eq!(out.slice(), b"a &quot;b&quot; & &lt;c&gt;");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
#[must_use = "what is not flushed is lost"]
pub struct BufferedWriter<'a> {
    out: &'a mut MutableString,
    buffer: [u8; BUFFER_LEN],
    len: usize,
}

impl BufferedWriter<'_> {
    /// Writes `bytes`; more than the buffer holds go straight to the string.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    pub fn write_all(&mut self, bytes: &[u8]) -> Result<usize, AllocError> {
        if bytes.len() > BUFFER_LEN - self.len {
            self.flush()?;
        }
        match self.buffer.get_mut(self.len..self.len + bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.len += bytes.len();
            }
            None => self.out.append(bytes)?,
        }
        Ok(bytes.len())
    }

    /// Writes `bytes` with `"`, `<` and `>` as entities.
    ///
    /// Zig: `writeHTMLAttributeValue`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut html = MutableString::init_empty();
    /// let mut writer = html.buffered_writer();
    /// writer.write_html_attribute_value(b"\"a\" < b")?;
    /// writer.flush()?;
    /// assert_eq!(html.slice(), b"&quot;a&quot; &lt; b");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn write_html_attribute_value(&mut self, bytes: &[u8]) -> Result<(), AllocError> {
        for piece in bytes.split_inclusive(|byte| matches!(byte, b'"' | b'<' | b'>')) {
            match piece {
                [text @ .., last @ (b'"' | b'<' | b'>')] => {
                    self.write_all(text)?;
                    self.write_all(html_escape_entity(*last).unwrap_or_default())?;
                }
                text => {
                    self.write_all(text)?;
                }
            }
        }
        Ok(())
    }

    /// Passes on what was held back.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it.
    pub fn flush(&mut self) -> Result<(), AllocError> {
        self.out.append(&self.buffer[..self.len])?;
        self.len = 0;
        Ok(())
    }
}
