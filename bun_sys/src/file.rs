//! `File`: an open file that closes itself.

use bun_str::ZStr;

use crate::{
    AsFd, Error, Fd, Maybe, Mode, O, OwnedFd, Stat, SystemErrno, Tag, fstat, open, openat_a, pread,
    read, rw, write,
};

/// An open file, closed on drop.
///
/// Zig: `bun.sys.File`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{File, O};
///
/// let file = File::open(zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0)?;
/// assert_eq!(file.read(&mut [0; 16])?, 0);
/// file.close()?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct File(OwnedFd);

impl File {
    /// Opens the file at `path`.
    ///
    /// # Errors
    ///
    /// Those of [`open`](crate::open).
    pub fn open(path: &ZStr, flags: i32, mode: Mode) -> Maybe<Self> {
        open(path, flags, mode).map(Self::from_fd)
    }

    /// Opens the file at `path` below `dir`.
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`].
    pub fn openat(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Self> {
        openat_a(dir, path, flags, mode).map(Self::from_fd)
    }

    /// Takes over the duty to close `fd`.
    #[must_use]
    pub const fn from_fd(fd: Fd) -> Self {
        Self(OwnedFd::new(fd))
    }

    /// The descriptor, still owned by `self`.
    #[must_use]
    pub const fn handle(&self) -> Fd {
        self.0.fd()
    }

    /// Gives the duty to close the descriptor to the caller.
    #[must_use]
    pub fn into_raw(self) -> Fd {
        self.0.into_raw()
    }

    /// Closes the file now.
    ///
    /// # Errors
    ///
    /// Those of [`close`](crate::close).
    pub fn close(self) -> Maybe<()> {
        self.0.close()
    }

    /// Reads up to `buf.len()` bytes at the position; 0 is the end.
    ///
    /// # Errors
    ///
    /// Those of [`read`](crate::read).
    pub fn read(&self, buf: &mut [u8]) -> Maybe<usize> {
        read(self.handle(), buf)
    }

    /// Reads at the position until `buf` is full or the file ends, and returns how much.
    ///
    /// # Errors
    ///
    /// Those of [`read`](crate::read); what was read before is in `buf`.
    #[doc(alias = "readAll")]
    pub fn read_all(&self, buf: &mut [u8]) -> Maybe<usize> {
        fill(buf, |rest, _| self.read(rest))
    }

    /// Reads at `offset` until `buf` is full or the file ends, and leaves the position alone.
    ///
    /// # Errors
    ///
    /// Those of [`pread`](crate::pread); what was read before is in `buf`.
    #[doc(alias = "preadAll")]
    pub fn pread_all(&self, buf: &mut [u8], offset: u64) -> Maybe<usize> {
        fill(buf, |rest, done| {
            pread(self.handle(), rest, offset.saturating_add(done as u64).cast_signed())
        })
    }

    /// Reads the file from its beginning, whatever the position, and leaves the position alone.
    ///
    /// Allocates once when the file has the size it says. Pipes and terminals have no beginning:
    /// for those, read in a loop.
    ///
    /// # Errors
    ///
    /// Those of `fstat(2)` and `pread(2)`, with the descriptor; `ENOMEM` when there is no memory.
    #[doc(alias = "readToEnd")]
    pub fn read_to_end(&self) -> Maybe<Vec<u8>> {
        let mut list = Vec::new();
        self.read_to_end_with_array_list(&mut list, SizeHint::Unknown)?;
        Ok(list)
    }

    /// Appends the file, from its beginning, to `list`, and returns how much.
    ///
    /// # Errors
    ///
    /// Those of [`read_to_end`](Self::read_to_end); what was read before is in `list`.
    #[doc(alias = "readToEndWithArrayList")]
    pub fn read_to_end_with_array_list(&self, list: &mut Vec<u8>, hint: SizeHint) -> Maybe<usize> {
        let expected = match hint {
            SizeHint::ProbablySmall => SMALL_LEN,
            SizeHint::Unknown => self.get_end_pos()?.saturating_add(SLACK_LEN),
        };
        list.try_reserve_exact(expected).map_err(|_| self.no_memory())?;
        let start = list.len();
        loop {
            if list.len() == list.capacity() {
                list.try_reserve(SLACK_LEN).map_err(|_| self.no_memory())?;
            }
            let done = list.len() - start;
            if rw::pread_spare(self.handle(), list, done as i64)? == 0 {
                return Ok(done);
            }
        }
    }

    /// Opens the file at `path` below `dir`, reads all of it, and closes it.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat) and [`read_to_end`](Self::read_to_end).
    #[doc(alias = "readFrom")]
    pub fn read_from(dir: impl AsFd, path: &[u8]) -> Maybe<Vec<u8>> {
        Self::openat(dir, path, O::RDONLY | O::CLOEXEC, 0)?.read_to_end()
    }

    /// Writes all of `buf`, unless the system stops taking bytes without saying why.
    ///
    /// # Errors
    ///
    /// Those of [`write`](crate::write).
    #[doc(alias = "writeAll")]
    pub fn write_all(&self, mut buf: &[u8]) -> Maybe<()> {
        while !buf.is_empty() {
            match write(self.handle(), buf)? {
                0 => break,
                written => buf = &buf[written..],
            }
        }
        Ok(())
    }

    /// Describes the file.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`](crate::fstat).
    pub fn stat(&self) -> Maybe<Stat> {
        fstat(self.handle())
    }

    /// The size in bytes.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`](crate::fstat); `EFBIG` when the size does not fit the address space.
    #[doc(alias = "getEndPos")]
    #[doc(alias = "getFileSize")]
    pub fn get_end_pos(&self) -> Maybe<usize> {
        usize::try_from(self.stat()?.size())
            .map_err(|_| Error::from_code(SystemErrno::EFBIG, Tag::fstat).with_fd(self.handle()))
    }

    #[cold]
    fn no_memory(&self) -> Error {
        Error::from_code(SystemErrno::ENOMEM, Tag::read).with_fd(self.handle())
    }
}

impl AsFd for File {
    fn as_fd(&self) -> Fd {
        self.handle()
    }
}

/// What is known about the size of a file to be read.
///
/// Zig: `File.SizeHint`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SizeHint {
    /// Start with a small list and do not ask for the size.
    ProbablySmall,
    /// Ask for the size first.
    Unknown,
}

/// What is reserved for a file that is probably small.
const SMALL_LEN: usize = 64;

/// What is reserved beyond the size, so that the read that finds the end needs no growth.
const SLACK_LEN: usize = 16;

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
