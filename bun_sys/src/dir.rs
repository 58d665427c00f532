//! `Dir`: an open directory that closes itself.

use crate::dir_iterator::DirIterator;
use crate::{AsFd, Fd, File, Maybe, Mode, O, OwnedFd, open_a, openat_a};

/// How [`Dir::open_dir`] opens a directory.
///
/// Zig: `std.fs.Dir.OpenOptions`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenDirOptions {
    /// Whether its entries will be read; on Linux every directory can be.
    pub iterate: bool,
    /// Whether to fail when the last component is a symbolic link.
    pub no_follow: bool,
}

impl Default for OpenDirOptions {
    fn default() -> Self {
        Self { iterate: true, no_follow: false }
    }
}

/// An open directory, closed on drop.
///
/// Zig: `bun.sys.Dir`, `std.fs.Dir`.
///
/// # Examples
///
/// ```
/// use bun_sys::Dir;
///
/// let root = Dir::open(b"/")?;
/// let mut names = 0;
/// let mut entries = root.iterate();
/// while let Some(entry) = entries.next()? {
///     assert_ne!(entry.name.slice(), b"..");
///     names += 1;
/// }
/// assert!(names > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct Dir(OwnedFd);

impl Dir {
    /// The working directory, which is never closed.
    #[must_use]
    pub const fn cwd() -> Self {
        Self::from_fd(Fd::cwd())
    }

    /// Opens the directory at `path`.
    ///
    /// # Errors
    ///
    /// Those of [`open_a`]; `ENOTDIR` when it is something else.
    pub fn open(path: &[u8]) -> Maybe<Self> {
        open_a(path, OPEN_FLAGS, 0).map(Self::from_fd)
    }

    /// Opens the directory at `sub_path` below this one.
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`]; `ENOTDIR` when it is something else; `ELOOP` or `ENOTDIR` for a
    /// symbolic link when [`OpenDirOptions::no_follow`].
    #[doc(alias = "openDir")]
    pub fn open_dir(&self, sub_path: &[u8], options: OpenDirOptions) -> Maybe<Self> {
        let flags = OPEN_FLAGS | if options.no_follow { O::NOFOLLOW } else { 0 };
        openat_a(self, sub_path, flags, 0).map(Self::from_fd)
    }

    /// Opens the directory at `sub_path` below this one, with default options.
    ///
    /// # Errors
    ///
    /// Those of [`open_dir`](Self::open_dir).
    pub fn open_at(&self, sub_path: &[u8]) -> Maybe<Self> {
        self.open_dir(sub_path, OpenDirOptions::default())
    }

    /// Opens the file at `sub_path` below this one.
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`].
    #[doc(alias = "openFile")]
    pub fn open_file(&self, sub_path: &[u8], flags: i32, mode: Mode) -> Maybe<File> {
        File::openat(self, sub_path, flags, mode)
    }

    /// Reads the entries from where the directory's position is, which is the start at first.
    #[must_use]
    pub const fn iterate(&self) -> DirIterator<'_> {
        DirIterator::new(self.fd())
    }

    /// Takes over the duty to close `fd`.
    #[must_use]
    pub const fn from_fd(fd: Fd) -> Self {
        Self(OwnedFd::new(fd))
    }

    /// The descriptor, still owned by `self`.
    #[must_use]
    pub const fn fd(&self) -> Fd {
        self.0.fd()
    }

    /// Gives the duty to close the descriptor to the caller.
    #[must_use]
    pub fn into_raw(self) -> Fd {
        self.0.into_raw()
    }

    /// Closes the directory now.
    pub fn close(self) {
        drop(self);
    }
}

impl AsFd for Dir {
    fn as_fd(&self) -> Fd {
        self.fd()
    }
}

const OPEN_FLAGS: i32 = O::RDONLY | O::DIRECTORY | O::CLOEXEC;
