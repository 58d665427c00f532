//! Reading files.

use alloc::vec::Vec;

use bun_core::Error as NamedError;
use bun_paths::{PathBuffer, platform, resolve_path};

use crate::{AsFd, Error, File, Maybe, O, SystemErrno, Tag, pread, read, rw};

/// What is known about the size of a file to be read, for [`File::read_to_end_with_array_list`].
///
/// Zig: `File.SizeHint`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{File, O, SizeHint};
///
/// let null = File::open(zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0)?;
/// let mut list = Vec::new();
/// assert_eq!(null.read_to_end_with_array_list(&mut list, SizeHint::UnknownSize)?, 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SizeHint {
    /// Start with a small list and do not ask for the size.
    ProbablySmall,
    /// Ask for the size first.
    UnknownSize,
}

/// What was read of a file, and what ended it before its end.
///
/// Zig: `File.ReadToEndResult`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, File, SizeHint, SystemErrno};
///
/// let dir = Dir::open(b"/")?;
/// let result = File::borrow(&dir.fd).read_to_end_with(SizeHint::ProbablySmall);
/// assert_eq!((result.bytes.len(), result.err.is_some()), (0, true));
/// assert_eq!(result.unwrap().unwrap_err().get_errno(), SystemErrno::EISDIR);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadToEndResult {
    /// What was read, also when there is an error.
    pub bytes: Vec<u8>,
    /// Why there is no more.
    pub err: Option<Error>,
}

impl ReadToEndResult {
    /// The bytes of a file that was read to its end.
    ///
    /// # Errors
    ///
    /// What ended the reading earlier.
    pub fn unwrap(self) -> Maybe<Vec<u8>> {
        match self.err {
            Some(error) => Err(error),
            None => Ok(self.bytes),
        }
    }
}

/// What is reserved for a file that is probably small.
const SMALL_LEN: usize = 64;

/// What is reserved beyond the size, so that the read that finds the end needs no growth.
const SLACK_LEN: usize = 16;

impl File {
    /// Reads up to `buf.len()` bytes at the position (`read(2)`); 0 is the end.
    ///
    /// Zig: `File.read`.
    ///
    /// # Errors
    ///
    /// Those of [`read`].
    pub fn read(&self, buf: &mut [u8]) -> Maybe<usize> {
        read(self.handle, buf)
    }

    /// Reads at the position until `buf` is full or the file ends, and returns how much
    /// (`read(2)`).
    ///
    /// Zig: `File.readAll`.
    ///
    /// # Errors
    ///
    /// Those of [`read`]; what was read before is in `buf`, and the position behind it.
    #[doc(alias = "readAll")]
    pub fn read_all(&self, buf: &mut [u8]) -> Maybe<usize> {
        fill(buf, |rest, _| self.read(rest))
    }

    /// Reads at `offset` until `buf` is full or the file ends, and leaves the position alone
    /// (`pread(2)`).
    ///
    /// Zig: `std.fs.File.preadAll`.
    ///
    /// # Errors
    ///
    /// Those of [`pread`]; what was read before is in `buf`. `EINVAL` when `offset` has more than
    /// 63 bits.
    #[doc(alias = "preadAll")]
    pub fn pread_all(&self, buf: &mut [u8], offset: u64) -> Maybe<usize> {
        fill(buf, |rest, done| {
            pread(self.handle, rest, offset.saturating_add(done as u64).cast_signed())
        })
    }

    /// Reads the file from its beginning until `buf` is full or the file ends, whatever the
    /// position, which stays; returns what was read (`pread(2)`).
    ///
    /// Zig: `File.readFillBuf`.
    ///
    /// # Errors
    ///
    /// Those of [`pread`]; what was read before is in `buf`.
    #[doc(alias = "readFillBuf")]
    pub fn read_fill_buf<'b>(&self, buf: &'b mut [u8]) -> Maybe<&'b mut [u8]> {
        let count = self.pread_all(buf, 0)?;
        Ok(&mut buf[..count])
    }

    /// Reads the file from its beginning, whatever the position, and leaves the position alone
    /// (`fstat(2)`, `pread(2)`).
    ///
    /// Allocates once when the file has the size it says. Pipes and terminals have no beginning:
    /// for those, read in a loop.
    ///
    /// Zig: `File.readToEnd`.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`](crate::fstat) and [`pread`], with the descriptor: `EISDIR` for a
    /// directory, `ESPIPE` for a pipe; `ENOMEM` when there is no memory.
    #[doc(alias = "readToEnd")]
    pub fn read_to_end(&self) -> Maybe<Vec<u8>> {
        self.read_to_end_with(SizeHint::UnknownSize).unwrap()
    }

    /// Like [`read_to_end`](Self::read_to_end), for a file of probably less than a kilobyte: does
    /// not ask for the size.
    ///
    /// Zig: `File.readToEndSmall`.
    ///
    /// # Errors
    ///
    /// Those of [`read_to_end`](Self::read_to_end).
    #[doc(alias = "readToEndSmall")]
    pub fn read_to_end_small(&self) -> Maybe<Vec<u8>> {
        self.read_to_end_with(SizeHint::ProbablySmall).unwrap()
    }

    /// Like [`read_to_end`](Self::read_to_end), and returns what was read also when there is an
    /// error.
    #[must_use]
    pub fn read_to_end_with(&self, hint: SizeHint) -> ReadToEndResult {
        let mut bytes = Vec::new();
        let err = self.read_to_end_with_array_list(&mut bytes, hint).err();
        ReadToEndResult { bytes, err }
    }

    /// Appends the file, from its beginning, to `buf`, and returns how much.
    ///
    /// # Errors
    ///
    /// Those of [`read_to_end`](Self::read_to_end); what was read before is in `buf`.
    pub fn read_to_end_into(&self, buf: &mut Vec<u8>) -> Maybe<usize> {
        self.read_to_end_with_array_list(buf, SizeHint::UnknownSize)
    }

    /// Appends the file, from its beginning, to `list`, and returns how much (`pread(2)`,
    /// `fstat(2)` with [`SizeHint::UnknownSize`]).
    ///
    /// Zig: `File.readToEndWithArrayList`.
    ///
    /// # Errors
    ///
    /// Those of [`read_to_end`](Self::read_to_end); what was read before is in `list`.
    #[doc(alias = "readToEndWithArrayList")]
    pub fn read_to_end_with_array_list(&self, list: &mut Vec<u8>, hint: SizeHint) -> Maybe<usize> {
        let expected = match hint {
            SizeHint::ProbablySmall => SMALL_LEN,
            SizeHint::UnknownSize => self.get_end_pos()?.saturating_add(SLACK_LEN),
        };
        list.try_reserve_exact(expected).map_err(|_| self.no_memory())?;
        let start = list.len();
        loop {
            if list.len() == list.capacity() {
                list.try_reserve(SLACK_LEN).map_err(|_| self.no_memory())?;
            }
            let done = list.len() - start;
            if rw::pread_spare(self.handle, list, done as i64)? == 0 {
                return Ok(done);
            }
        }
    }

    /// Opens the file at `path` below `dir`, reads all of it, and closes it (`openat(2)`,
    /// `fstat(2)`, `pread(2)`).
    ///
    /// Zig: `File.readFrom`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat) and [`read_to_end`](Self::read_to_end).
    #[doc(alias = "readFrom")]
    pub fn read_from(dir: impl AsFd, path: &[u8]) -> Maybe<Vec<u8>> {
        Self::openat(dir, path, O::RDONLY | O::CLOEXEC, 0)?.read_to_end()
    }

    /// Like [`read_from`](Self::read_from), and returns the open file as well.
    ///
    /// Zig: `File.readFileFrom`.
    ///
    /// # Errors
    ///
    /// Those of [`read_from`](Self::read_from), by name; the file is closed then.
    #[doc(alias = "readFileFrom")]
    pub fn read_file_from(dir: impl AsFd, path: &[u8]) -> Result<(Self, Vec<u8>), NamedError> {
        let file = Self::openat(dir, path, O::RDONLY | O::CLOEXEC, 0)?;
        let bytes = file.read_to_end()?;
        Ok((file, bytes))
    }

    /// Like [`read_from`](Self::read_from), for a path that somebody typed, with separators of
    /// either kind, absolute or below `top_level_dir`, which is absolute.
    ///
    /// Zig: `File.readFromUserInput`.
    ///
    /// # Errors
    ///
    /// Those of [`read_from`](Self::read_from); `ENAMETOOLONG` when both together are too long for
    /// any path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Fd, File};
    ///
    /// assert_eq!(File::read_from_user_input(Fd::cwd(), b"/dev/fd", b"../null")?, b"");
    /// # Ok::<(), bun_sys::Error>(())
    /// ```
    #[doc(alias = "readFromUserInput")]
    pub fn read_from_user_input(
        dir: impl AsFd,
        top_level_dir: &[u8],
        input_path: &[u8],
    ) -> Maybe<Vec<u8>> {
        let mut buf = PathBuffer::uninit();
        let path = resolve_path::join_abs_string_buf_z::<platform::Loose>(
            top_level_dir,
            &mut buf,
            &[input_path],
        );
        let too_long = |_| Error::from_code(SystemErrno::ENAMETOOLONG, Tag::open);
        Self::read_from(dir, path.map_err(too_long)?.as_bytes())
    }

    #[cold]
    fn no_memory(&self) -> Error {
        Error::from_code(SystemErrno::ENOMEM, Tag::read).with_fd(self.handle)
    }
}

/// Calls `read` on what is left of `buf` until it is full or there is no more.
fn fill(buf: &mut [u8], mut read: impl FnMut(&mut [u8], usize) -> Maybe<usize>) -> Maybe<usize> {
    let mut done = 0;
    while done < buf.len() {
        match read(&mut buf[done..], done)? {
            0 => break,
            count => done += count,
        }
    }
    Ok(done)
}
