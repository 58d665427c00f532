//! Queues of bytes between readers and writers.

use std::io::{self, Read, Write};

use super::{LinearFifo, LinearFifoBuffer};

impl<B: LinearFifoBuffer<u8>> LinearFifo<u8, B> {
    /// Returns the queue, which is what bytes are read from.
    ///
    /// Zig: `LinearFifo.reader`.
    #[inline]
    #[must_use]
    pub const fn reader(&mut self) -> &mut Self {
        self
    }

    /// Returns the queue, which is what bytes are written to.
    ///
    /// Zig: `LinearFifo.writer`.
    #[inline]
    #[must_use]
    pub const fn writer(&mut self) -> &mut Self {
        self
    }

    /// Copies from `source` to `target` through the queue, until `source` has no more.
    ///
    /// Zig: `LinearFifo.pump`.
    ///
    /// # Errors
    ///
    /// What reading or writing returned; `WriteZero` when `target` takes nothing. What was read and
    /// not written is in the queue.
    ///
    /// # Panics
    ///
    /// Panics when the queue has no places.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::LinearFifo;
    /// use bun_collections::linear_fifo::StaticBuffer;
    ///
    /// let mut queue = LinearFifo::<u8, StaticBuffer<u8, 4>>::new();
    /// let mut copy = Vec::new();
    /// queue.pump(&mut &b"more than four"[..], &mut copy)?;
    /// assert_eq!(copy, b"more than four");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn pump(&mut self, source: &mut impl Read, target: &mut impl Write) -> io::Result<()> {
        assert!(self.capacity() > 0, "a queue without places");
        loop {
            if self.writable_length() > 0 && self.fill(source)? == 0 {
                break;
            }
            self.drain(target)?;
        }
        while !self.is_empty() {
            self.drain(target)?;
        }
        Ok(())
    }

    /// Reads once, as much as fits, through the stack: places hold nothing that may be lent.
    fn fill(&mut self, source: &mut impl Read) -> io::Result<usize> {
        const CHUNK: usize = 4096;

        let mut chunk = [0; CHUNK];
        let len = self.writable_length().min(CHUNK);
        let count = source.read(&mut chunk[..len])?;
        self.write_assume_capacity(&chunk[..count]);
        Ok(count)
    }

    fn drain(&mut self, target: &mut impl Write) -> io::Result<()> {
        let count = target.write(self.readable_slice(0))?;
        if count == 0 && !self.is_empty() {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.discard(count);
        Ok(())
    }
}

/// Takes the bytes that it reads.
impl<B: LinearFifoBuffer<u8>> Read for LinearFifo<u8, B> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        Ok(Self::read(self, bytes))
    }
}

/// Writes all of the bytes or none, which is an error of kind `OutOfMemory`.
impl<B: LinearFifoBuffer<u8>> Write for LinearFifo<u8, B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::write(self, bytes).map_err(|_| io::ErrorKind::OutOfMemory)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
