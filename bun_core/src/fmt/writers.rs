//! [`core::fmt::Write`]rs: one that counts and one that appends bytes.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use crate::error::{Result, known};
use crate::io;

/// A writer that counts the bytes on their way to another, or only counts them.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::CountingWriter;
/// use core::fmt::Write;
///
/// let mut text = String::new();
/// let mut writer = CountingWriter::wrap(&mut text);
/// write!(writer, "{}é", 12)?;
/// assert_eq!(writer.count, 4);
/// assert_eq!(writer.inner(), "12é");
///
/// let mut counter = CountingWriter::null();
/// write!(counter, "{:5}", 1)?;
/// assert_eq!(counter.count, 5);
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct CountingWriter<'a, W: fmt::Write = Null> {
    /// The number of bytes so far, those of a failed write included.
    pub count: usize,
    inner: &'a mut W,
}

/// The end of a [`CountingWriter`] that only counts.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{CountingWriter, Null};
/// use core::fmt::Write;
///
/// let mut counter: CountingWriter<'_, Null> = CountingWriter::null();
/// counter.write_str("é")?;
/// assert_eq!(counter.count, 2);
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct Null(());

impl fmt::Write for Null {
    fn write_str(&mut self, _: &str) -> fmt::Result {
        Ok(())
    }
}

impl<'a, W: fmt::Write> CountingWriter<'a, W> {
    /// Counts what goes to `inner` from now on.
    pub const fn wrap(inner: &'a mut W) -> Self {
        Self { count: 0, inner }
    }

    /// Returns the writer behind.
    pub const fn inner(&mut self) -> &mut W {
        self.inner
    }
}

impl CountingWriter<'_> {
    /// Returns a writer that only counts.
    #[must_use]
    pub fn null() -> Self {
        // `Null` has no bytes, so neither has its box.
        Self::wrap(Box::leak(Box::new(Null(()))))
    }
}

impl<W: fmt::Write> fmt::Write for CountingWriter<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.count = self.count.saturating_add(text.len());
        self.inner.write_str(text)
    }
}

/// A [`core::fmt::Write`] and [`io::Write`] that appends to a vector.
///
/// Fails, with the vector unchanged, when memory runs out.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::VecWriter;
/// use core::fmt::Write;
///
/// let mut bytes = vec![b'a'];
/// write!(VecWriter::new(&mut bytes), "{}", 1)?;
/// assert_eq!(bytes, b"a1");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct VecWriter<'a>(pub &'a mut Vec<u8>);

impl<'a> VecWriter<'a> {
    /// Appends to `vector`.
    pub const fn new(vector: &'a mut Vec<u8>) -> Self {
        Self(vector)
    }

    #[inline]
    fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.try_reserve(bytes.len()).map_err(|_| known!(OutOfMemory))?;
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

impl fmt::Write for VecWriter<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.append(text.as_bytes()).map_err(|_| fmt::Error)
    }
}

impl io::Write for VecWriter<'_> {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.append(bytes)
    }
}
