//! Reading directories: entries borrow the iterator, which holds one buffer and never allocates.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;

use bun_paths::UnitBuffer;
use bun_str::ZStr;

use crate::backend::imp;
use crate::{Error, Fd, FileKind, Maybe, SystemErrno, Tag, lstatat};

/// How many bytes of records are fetched at once. Four times as much gains one or two percent and
/// costs stack in every level of a recursive walk.
const BUFFER_LEN: usize = 8192;

/// How long the names are that are left out, with their NUL.
const SKIPPED_LEN_MAX: usize = b"..\0".len();

/// Room for one answer of the system.
type Buffer = UnitBuffer<u8, BUFFER_LEN>;

/// One record of the system's answer, with the name as a place in the buffer.
pub(crate) struct Record {
    /// Where the next record starts.
    pub(crate) len: usize,
    /// The name and its NUL.
    pub(crate) name: Range<usize>,
    /// As the system says; `Unknown` where it does not.
    pub(crate) kind: FileKind,
}

/// The entries of a directory, except `.` and `..`, in the order of the file system.
///
/// Lends each entry until the next is asked for, so this is not an [`Iterator`].
///
/// Zig: `bun.DirIterator.WrappedIterator`, `std.fs.Dir.Iterator`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, iterate_dir};
///
/// let dir = Dir::open(b"/")?;
/// let mut entries = iterate_dir(dir.fd());
/// while let Some(entry) = entries.next()? {
///     assert!(!entry.name.slice().contains(&b'/'));
/// }
/// # Ok::<(), bun_sys::Error>(())
/// ```
///
/// A name does not outlive the step that produced it:
///
/// ```compile_fail,E0499
/// let dir = bun_sys::Dir::open(b"/").unwrap();
/// let mut entries = dir.iterate();
/// let first = entries.next().unwrap().unwrap();
/// let second = entries.next().unwrap().unwrap();
/// assert_ne!(first.name.slice(), second.name.slice());
/// ```
///
/// Nor do the entries outlive the directory:
///
/// ```compile_fail,E0505
/// let dir = bun_sys::Dir::open(b"/").unwrap();
/// let mut entries = dir.iterate();
/// drop(dir);
/// let first = entries.next();
/// ```
pub struct DirIterator<'dir> {
    dir: Fd,
    records: Records,
    borrowed: PhantomData<&'dir Fd>,
}

/// Forwards to [`DirIterator`].
pub type WrappedIterator<'dir> = DirIterator<'dir>;

/// The name of an entry, borrowed from the iterator.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Name<'a>(&'a ZStr);

/// An entry of a directory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IteratorResult<'a> {
    /// The name, without the directory.
    pub name: Name<'a>,
    /// The type of the entry itself; a symbolic link is not followed.
    pub kind: FileKind,
}

/// Reads the entries of `dir`, which stays open as long as they are read.
///
/// Zig: `bun.DirIterator.iterate`.
#[must_use]
pub const fn iterate(dir: Fd) -> DirIterator<'static> {
    DirIterator::new(dir)
}

impl DirIterator<'_> {
    pub(crate) const fn new(dir: Fd) -> Self {
        Self { dir, records: Records::new(), borrowed: PhantomData }
    }

    /// The directory that is read, which this does not own.
    #[must_use]
    pub const fn dir(&self) -> Fd {
        self.dir
    }

    /// Allows the system to leave out entries whose name does not match `filter`, a pattern with
    /// `*` and `?`.
    ///
    /// None makes use of that at present, so every entry is returned. Callers match the names
    /// themselves, as Zig's do, for whom only Windows filters.
    #[doc(alias = "setNameFilter")]
    pub const fn set_name_filter(&mut self, filter: Option<&[u16]>) {
        let _ = filter;
    }

    /// The next entry, or `None` at the end, which is also where a directory ends that was removed.
    ///
    /// File systems that do not say what an entry is are asked once more per entry; when that
    /// fails, as for an entry removed meanwhile, the kind stays unknown.
    ///
    /// # Errors
    ///
    /// Those of `getdents64(2)`, with the descriptor; `EIO` when the answer makes no sense.
    #[expect(clippy::should_implement_trait, reason = "an Iterator cannot lend its items")]
    #[inline]
    pub fn next(&mut self) -> Maybe<Option<IteratorResult<'_>>> {
        let dir = self.dir;
        let Some(mut entry) = self.next_as_told()? else {
            return Ok(None);
        };
        if entry.kind == FileKind::Unknown {
            entry.kind = ask_kind(dir, entry.name);
        }
        Ok(Some(entry))
    }

    /// Like [`next`](Self::next), with the kind as the system says it, or unknown.
    #[inline]
    pub(crate) fn next_as_told(&mut self) -> Maybe<Option<IteratorResult<'_>>> {
        let dir = self.dir;
        self.records
            .next(|buffer| fill(dir, buffer), imp::parse_record)
            .map_err(|errno| failure(dir, errno))
    }

    /// Forgets what was fetched, and goes on with `dir` from where its position is.
    pub(crate) fn restart(&mut self, dir: Fd) {
        self.dir = dir;
        self.records.clear();
    }
}

/// Apart from `next`, as it runs once for hundreds of entries.
#[cold]
fn fill(dir: Fd, buffer: &mut Buffer) -> Result<(), SystemErrno> {
    match imp::fill_records(dir, buffer) {
        // What only Linux says of a directory that was removed. It has no entries.
        Err(SystemErrno::ENOENT) => {
            buffer.clear();
            Ok(())
        }
        outcome => outcome,
    }
}

#[cold]
fn failure(dir: Fd, errno: SystemErrno) -> Error {
    Error::from_code(errno, Tag::getdents64).with_fd(dir)
}

#[cold]
fn ask_kind(dir: Fd, name: Name<'_>) -> FileKind {
    lstatat(dir, name.as_zstr()).map_or(FileKind::Unknown, |stat| stat.kind())
}

/// The records that were fetched, and how far they were read.
///
/// How records are fetched and what they look like is passed in, so that tests play the system.
struct Records {
    buffer: Buffer,
    /// Where the next record starts.
    offset: usize,
}

impl Records {
    const fn new() -> Self {
        Self { buffer: Buffer::uninit(), offset: 0 }
    }

    const fn clear(&mut self) {
        self.offset = 0;
        self.buffer.clear();
    }

    /// The next record that is neither `.` nor `..`, nor without a name, as that of an entry that
    /// was removed.
    ///
    /// What `parse` says is believed only as far as it stays inside the buffer and moves forward.
    #[inline]
    fn next(
        &mut self,
        mut fill: impl FnMut(&mut Buffer) -> Result<(), SystemErrno>,
        parse: impl Fn(&[u8]) -> Option<Record>,
    ) -> Result<Option<IteratorResult<'_>>, SystemErrno> {
        loop {
            if self.offset >= self.buffer.len() && !self.refill(&mut fill)? {
                return Ok(None);
            }
            let found = self.advance(&parse)?;
            if found.name.len() > SKIPPED_LEN_MAX {
                return self.entry(found);
            }
            if !is_skipped(self.name(&found)) {
                return self.short_entry(found);
            }
        }
    }

    /// Fetches more records; whether there are some.
    #[cold]
    fn refill(
        &mut self,
        fill: &mut impl FnMut(&mut Buffer) -> Result<(), SystemErrno>,
    ) -> Result<bool, SystemErrno> {
        self.clear();
        fill(&mut self.buffer)?;
        Ok(!self.buffer.is_empty())
    }

    /// Goes over the next record.
    #[inline]
    fn advance(&mut self, parse: impl Fn(&[u8]) -> Option<Record>) -> Result<Found, SystemErrno> {
        let start = self.offset;
        let rest = self.buffer.get(start..).ok_or(SystemErrno::EIO)?;
        let Record { len, name, kind } = parse(rest).ok_or(SystemErrno::EIO)?;
        if name.is_empty() || name.end > len || len > rest.len() {
            return Err(SystemErrno::EIO);
        }
        // The name is not empty, and inside the record: this moves forward.
        self.offset = start + len;
        Ok(Found { start, name, kind })
    }

    #[inline]
    fn name(&self, found: &Found) -> Option<&[u8]> {
        self.buffer.get(found.start..)?.get(found.name.clone())
    }

    #[inline]
    fn entry(&self, found: Found) -> Result<Option<IteratorResult<'_>>, SystemErrno> {
        let name = self.name(&found).and_then(ZStr::try_from_slice_with_nul);
        let name = name.ok_or(SystemErrno::EIO)?;
        Ok(Some(IteratorResult { name: Name(name), kind: found.kind }))
    }

    /// Apart from [`next`](Self::next), so that the two checks of a length stay one.
    #[cold]
    fn short_entry(&self, found: Found) -> Result<Option<IteratorResult<'_>>, SystemErrno> {
        self.entry(found)
    }
}

#[cold]
fn is_skipped(name_with_nul: Option<&[u8]>) -> bool {
    matches!(name_with_nul, Some(b"\0" | b".\0" | b"..\0"))
}

/// A record by its place in the buffer, which it does not borrow: the next one may be asked for.
struct Found {
    start: usize,
    /// As in [`Record`].
    name: Range<usize>,
    kind: FileKind,
}

impl fmt::Debug for DirIterator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DirIterator").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl<'a> Name<'a> {
    /// The bytes of the name.
    #[must_use]
    pub const fn slice(self) -> &'a [u8] {
        self.0.as_bytes()
    }

    /// Forwards to [`slice`](Self::slice).
    #[must_use]
    pub const fn slice_u8(self) -> &'a [u8] {
        self.slice()
    }

    /// The name as system calls take it.
    #[must_use]
    pub const fn as_zstr(self) -> &'a ZStr {
        self.0
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

#[cfg(test)]
mod tests;
