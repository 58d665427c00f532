//! Reading directories: entries borrow the iterator, which holds one buffer and never allocates.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;

use bun_paths::UnitBuffer;
use bun_str::ZStr;

use crate::backend::imp;
use crate::{Error, Fd, FileKind, Maybe, SystemErrno, Tag, lstatat};

/// How many bytes of records are fetched at once, as in Zig. Larger buffers gain three percent and
/// cost stack in every level of a recursive walk.
const BUFFER_LEN: usize = 8192;

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
    /// Records that were fetched.
    buffer: UnitBuffer<u8, BUFFER_LEN>,
    /// Where the next record starts.
    offset: usize,
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
        Self { dir, buffer: UnitBuffer::uninit(), offset: 0, borrowed: PhantomData }
    }

    /// The next entry, or `None` at the end.
    ///
    /// File systems that do not say what an entry is are asked once more per entry; when that
    /// fails, as for an entry removed meanwhile, the kind stays unknown.
    ///
    /// # Errors
    ///
    /// Those of `getdents64(2)`, with the descriptor; `EIO` when the answer makes no sense.
    #[expect(clippy::should_implement_trait, reason = "an Iterator cannot lend its items")]
    pub fn next(&mut self) -> Maybe<Option<IteratorResult<'_>>> {
        loop {
            if self.offset >= self.buffer.len() && !self.fetch()? {
                return Ok(None);
            }
            let record = imp::parse_record(&self.buffer[self.offset..])
                .ok_or_else(|| self.failed(SystemErrno::EIO))?;
            let name = self.offset + record.name.start..self.offset + record.name.end;
            self.offset += record.len;
            if matches!(&self.buffer[name.clone()], b"\0" | b".\0" | b"..\0") {
                continue;
            }
            let name = ZStr::from_slice_with_nul(&self.buffer[name]);
            let kind = match record.kind {
                FileKind::Unknown => {
                    lstatat(self.dir, name).map_or(FileKind::Unknown, |stat| stat.kind())
                }
                known => known,
            };
            return Ok(Some(IteratorResult { name: Name(name), kind }));
        }
    }

    /// Replaces the records by the next ones; `false` when there are none.
    fn fetch(&mut self) -> Maybe<bool> {
        self.offset = 0;
        self.buffer.clear();
        match imp::fill_records(self.dir, &mut self.buffer) {
            Ok(()) => Ok(!self.buffer.is_empty()),
            Err(errno) => Err(self.failed(errno)),
        }
    }

    #[cold]
    fn failed(&self, errno: SystemErrno) -> Error {
        Error::from_code(errno, Tag::getdents64).with_fd(self.dir)
    }
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
