//! Standard input, byte by byte.

use alloc::vec::Vec;
use core::fmt;
use core::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::descriptor::read_stdin;
use crate::error::known;
use crate::error::{Error, Result};

/// The size of the buffer of [`BufferedStdin`].
const CAPACITY: usize = 4096;

static BUFFERED: Mutex<BufferedStdin> = Mutex::new(BufferedStdin::new());

/// Reads standard input without reading ahead: what it does not return stays for whoever comes
/// next, a child process included. One system call a byte.
///
/// Zig: `std.fs.File.stdin().readerStreaming`.
///
/// # Examples
///
/// ```no_run
/// use bun_core::Output;
///
/// // The answer to a question of `confirm`.
/// let is_yes = matches!(Output::stdin_reader().take_byte()?, b'y' | b'Y');
/// # let _ = is_yes;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
pub struct StdinReader {
    _private: (),
}

/// Returns a reader of standard input without a buffer.
///
/// # Examples
///
/// ```no_run
/// let first = bun_core::Output::stdin_reader().read_byte()?;
/// assert_ne!(first, 0);
/// # Ok::<(), bun_core::Error>(())
/// ```
#[must_use]
pub fn stdin_reader() -> StdinReader {
    StdinReader { _private: () }
}

impl StdinReader {
    /// Returns the next byte.
    ///
    /// # Errors
    ///
    /// `EndOfStream`, and whatever the system reports.
    #[doc(alias = "takeByte")]
    pub fn take_byte(&mut self) -> Result<u8> {
        let mut byte = [0];
        match read_stdin(&mut byte)? {
            0 => Err(known!(EndOfStream)),
            _ => Ok(byte[0]),
        }
    }

    /// As [`take_byte`](Self::take_byte).
    ///
    /// # Errors
    ///
    /// As [`take_byte`](Self::take_byte).
    #[doc(alias = "readByte")]
    pub fn read_byte(&mut self) -> Result<u8> {
        self.take_byte()
    }
}

/// Standard input with a buffer of 4096 bytes; there is one for the process, [`buffered_stdin`].
///
/// Zig: `bun.Output.buffered_stdin`.
///
/// # Examples
///
/// ```no_run
/// let mut stdin = bun_core::Output::buffered_stdin();
/// let mut line = Vec::new();
/// stdin.reader().read_until_delimiter_array_list(&mut line, b'\n', 1024)?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub struct BufferedStdin {
    buffer: [u8; CAPACITY],
    start: usize,
    end: usize,
}

/// The exclusive use of the [`BufferedStdin`] of the process, given back on drop.
///
/// # Examples
///
/// ```no_run
/// use bun_core::Output::{self, StdinGuard};
///
/// let mut stdin: StdinGuard = Output::buffered_stdin();
/// let mut four = [0; 4];
/// assert_eq!(stdin.read(&mut four)?, 4, "less at the end of the input");
/// drop(stdin); // Another thread may read now.
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "no other thread can read while it lives"]
pub struct StdinGuard(MutexGuard<'static, BufferedStdin>);

impl Deref for StdinGuard {
    type Target = BufferedStdin;

    fn deref(&self) -> &BufferedStdin {
        &self.0
    }
}

impl DerefMut for StdinGuard {
    fn deref_mut(&mut self) -> &mut BufferedStdin {
        &mut self.0
    }
}

/// Returns the buffered standard input of the process, once no other thread uses it.
///
/// A thread that asks again while it has it waits forever. `(*Output::buffered_stdin())` is the
/// reader, as it was when this returned a pointer.
///
/// Zig: `bun.Output.buffered_stdin`.
///
/// # Examples
///
/// ```no_run
/// let mut block = [0; 512];
/// let length = bun_core::Output::buffered_stdin().read(&mut block)?;
/// assert!(length <= block.len());
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn buffered_stdin() -> StdinGuard {
    StdinGuard(BUFFERED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// As [`buffered_stdin`].
///
/// Zig: `bun.Output.buffered_stdin.reader()`.
pub fn buffered_stdin_reader() -> StdinGuard {
    buffered_stdin()
}

/// Replaces `out` by the bytes of standard input up to a delimiter, which is taken and left out.
///
/// # Errors
///
/// As [`BufferedStdin::read_until_delimiter_array_list`].
///
/// # Examples
///
/// ```no_run
/// let mut name = Vec::new();
/// bun_core::Output::buffered_stdin_read_until_delimiter(&mut name, b'\n', 1024)?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn buffered_stdin_read_until_delimiter(
    out: &mut Vec<u8>,
    delimiter: u8,
    max_size: usize,
) -> Result<()> {
    buffered_stdin().read_until_delimiter_array_list(out, delimiter, max_size)
}

impl BufferedStdin {
    const fn new() -> Self {
        Self { buffer: [0; CAPACITY], start: 0, end: 0 }
    }

    /// Returns itself: in Zig the reader is another type.
    pub fn reader(&mut self) -> &mut Self {
        self
    }

    /// Fills `destination`, and returns the number of bytes: less than asked for only at the end
    /// of the input.
    ///
    /// # Errors
    ///
    /// What the system reports; bytes read before that are lost.
    pub fn read(&mut self, destination: &mut [u8]) -> Result<usize> {
        self.read_from(destination, read_stdin)
    }

    /// Returns the next byte.
    ///
    /// # Errors
    ///
    /// `EndOfStream`, and whatever the system reports.
    #[doc(alias = "readByte")]
    pub fn read_byte(&mut self) -> Result<u8> {
        let mut byte = [0];
        match self.read(&mut byte)? {
            0 => Err(known!(EndOfStream)),
            _ => Ok(byte[0]),
        }
    }

    /// Replaces `out` by the bytes up to a delimiter, which is taken and left out.
    ///
    /// # Errors
    ///
    /// `StreamTooLong` when `max_size` bytes came without the delimiter, `EndOfStream` when the
    /// input ended before it, and whatever the system reports. `out` has what came before.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use bun_core::{Output, err};
    ///
    /// let mut line = Vec::new();
    /// let mut stdin = Output::buffered_stdin();
    /// match stdin.read_until_delimiter_array_list(&mut line, b'\n', 80) {
    ///     Err(error) if error == err!(StreamTooLong) => assert_eq!(line.len(), 80),
    ///     result => result?,
    /// }
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    #[doc(alias = "readUntilDelimiterArrayList")]
    pub fn read_until_delimiter_array_list(
        &mut self,
        out: &mut Vec<u8>,
        delimiter: u8,
        max_size: usize,
    ) -> Result<()> {
        self.read_until_from(out, delimiter, max_size, read_stdin)
    }

    fn read_from(
        &mut self,
        destination: &mut [u8],
        mut system: impl FnMut(&mut [u8]) -> Result<usize>,
    ) -> Result<usize> {
        let mut done = 0;
        while done < destination.len() {
            let rest = &mut destination[done..];
            if self.start == self.end && rest.len() >= CAPACITY {
                // Nothing is gained by copying.
                match system(rest)? {
                    0 => break,
                    read => done += read,
                }
                continue;
            }
            if self.fill(&mut system)?.is_empty() {
                break;
            }
            let available = &self.buffer[self.start..self.end];
            let length = available.len().min(rest.len());
            rest[..length].copy_from_slice(&available[..length]);
            self.start += length;
            done += length;
        }
        Ok(done)
    }

    fn read_until_from(
        &mut self,
        out: &mut Vec<u8>,
        delimiter: u8,
        max_size: usize,
        mut system: impl FnMut(&mut [u8]) -> Result<usize>,
    ) -> Result<()> {
        out.clear();
        loop {
            let left = max_size - out.len();
            if left == 0 {
                return Err(known!(StreamTooLong));
            }
            let available = self.fill(&mut system)?;
            if available.is_empty() {
                return Err(known!(EndOfStream));
            }
            let some = &available[..available.len().min(left)];
            let found = some.iter().position(|&byte| byte == delimiter);
            let taken = &some[..found.unwrap_or(some.len())];
            out.try_reserve(taken.len()).map_err(|_| Error::OUT_OF_MEMORY)?;
            out.extend_from_slice(taken);
            self.start += taken.len() + usize::from(found.is_some());
            if found.is_some() {
                return Ok(());
            }
        }
    }

    /// Returns what is buffered, after reading when that is nothing; empty at the end of input.
    fn fill(&mut self, system: &mut impl FnMut(&mut [u8]) -> Result<usize>) -> Result<&[u8]> {
        if self.start == self.end {
            // Empty also when reading fails.
            (self.start, self.end) = (0, 0);
            self.end = system(&mut self.buffer)?;
        }
        Ok(&self.buffer[self.start..self.end])
    }
}

impl fmt::Debug for BufferedStdin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufferedStdin").field("buffered", &(self.end - self.start)).finish()
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::{BufferedStdin, CAPACITY};
    use crate::error::{Result, known};

    /// A system that hands out `input` in pieces of at most the given lengths.
    fn pieces<'a>(
        input: &'a [u8],
        lengths: &'a [usize],
    ) -> impl FnMut(&mut [u8]) -> Result<usize> + 'a {
        let mut rest = input;
        let mut lengths = lengths.iter().cycle();
        move |buffer| {
            let length = *lengths.next().unwrap();
            let length = length.min(rest.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&rest[..length]);
            rest = &rest[length..];
            Ok(length)
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 2 } else { 256 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn lines_are_those_of_the_input(
            input in prop::collection::vec(prop::sample::select(&b"ab\n"[..]), 0..60),
            lengths in prop::collection::vec(1usize..9, 1..5),
            max_size in 1usize..12,
        ) {
            let mut system = pieces(&input, &lengths);
            let mut stdin = Box::new(BufferedStdin::new());
            let mut line = Vec::new();
            let mut rest = &input[..];
            loop {
                let result =
                    stdin.read_until_from(&mut line, b'\n', max_size, &mut system);
                let length = rest.iter().position(|&byte| byte == b'\n');
                let expected = match length {
                    Some(length) if length < max_size => Ok(length),
                    _ if rest.len() >= max_size => Err(known!(StreamTooLong)),
                    _ => Err(known!(EndOfStream)),
                };
                prop_assert_eq!(result, expected.map(|_| ()));
                match expected {
                    Ok(length) => {
                        prop_assert_eq!(&line, &rest[..length]);
                        rest = &rest[length + 1..];
                    }
                    Err(error) if error == known!(StreamTooLong) => {
                        prop_assert_eq!(&line, &rest[..max_size]);
                        rest = &rest[max_size..];
                    }
                    Err(_) => {
                        prop_assert_eq!(&line, rest);
                        break;
                    }
                }
            }
        }
    }

    #[test]
    fn reads_fill_their_destination() {
        let input: Vec<u8> = (0..3 * CAPACITY).map(|index| index as u8).collect();
        let mut system = pieces(&input, &[7, CAPACITY, 1]);
        let mut stdin = Box::new(BufferedStdin::new());
        let mut got = Vec::new();
        for length in [1, 0, 10, CAPACITY + 5, 2 * CAPACITY] {
            let mut destination = vec![0; length];
            let read = stdin.read_from(&mut destination, &mut system).unwrap();
            got.extend_from_slice(&destination[..read]);
        }
        assert!(got == input, "every byte once, in order");
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let mut stdin = Box::new(BufferedStdin::new());
        let mut byte = [0];
        assert_eq!(
            stdin.read_from(&mut byte, |_| Err(known!(InputOutput))),
            Err(known!(InputOutput))
        );
        assert_eq!(stdin.read_from(&mut byte, pieces(b"x", &[1])), Ok(1));
        assert_eq!(byte, *b"x");
    }
}
