//! Opening directories, as methods and as functions that return a bare descriptor.

use bun_core::Error as NamedError;
use bun_paths::OSPathSlice;
use bun_str::ZStr;

use super::options::OPEN_DIR_FLAGS;
use crate::wide_path::SystemPath as _;
use crate::{AsFd, Dir, Fd, File, Maybe, Mode, O, OpenDirOptions, Tag, openat, openat_a};

impl Dir {
    /// Opens the directory at `path`, absolute or below the working directory (`open(2)` with
    /// `O_DIRECTORY`), to read its entries or to find names below it. It closes on `exec`.
    ///
    /// # Errors
    ///
    /// Those of [`open_a`](crate::open_a), with [`Fd::cwd`] and the path: `ENOENT`, `EACCES`,
    /// `EMFILE`; `ENOTDIR` when it is something else.
    pub fn open(path: &[u8]) -> Maybe<Self> {
        Self::cwd().open_at(path)
    }

    /// Opens the directory at `sub_path` below this one (`openat(2)`).
    ///
    /// Zig: `std.fs.Dir.openDir`.
    ///
    /// # Errors
    ///
    /// Those of [`open_at`](Self::open_at), by name; `ELOOP` or `ENOTDIR` for a symbolic link when
    /// [`OpenDirOptions::no_follow`].
    #[doc(alias = "openDir")]
    pub fn open_dir(&self, sub_path: &[u8], options: OpenDirOptions) -> Result<Self, NamedError> {
        Ok(self.open_at_with(sub_path, options.flags())?)
    }

    /// Like [`open_dir`](Self::open_dir), for a path with a terminator and with default options.
    ///
    /// Zig: `std.fs.Dir.openDirZ`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`], by name; `ENOTDIR` when it is something else.
    #[doc(alias = "openDirZ")]
    pub fn open_dir_z(&self, sub_path: &ZStr) -> Result<Self, NamedError> {
        Ok(Self::from_fd(openat(self, sub_path, OPEN_DIR_FLAGS, 0)?))
    }

    /// Opens the directory at `sub_path` below this one, with default options (`openat(2)`).
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`]; `ENOTDIR` when it is something else.
    pub fn open_at(&self, sub_path: &[u8]) -> Maybe<Self> {
        open_dir_at(self, sub_path).map(Self::from_fd)
    }

    /// Opens the directory at `sub_path` below this one with `flags` of [`O`], to which
    /// [`O::DIRECTORY`] is added (`openat(2)`).
    ///
    /// # Errors
    ///
    /// Those of [`open_at`](Self::open_at).
    pub fn open_at_with(&self, sub_path: &[u8], flags: i32) -> Maybe<Self> {
        openat_a(self, sub_path, flags | O::DIRECTORY, 0).map(Self::from_fd)
    }

    /// Opens the file at `sub_path` below this one (`openat(2)`), with `flags` of [`O`].
    ///
    /// Zig: `std.fs.Dir.openFile`.
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`].
    #[doc(alias = "openFile")]
    pub fn open_file(&self, sub_path: &[u8], flags: i32, mode: Mode) -> Maybe<File> {
        File::openat(self, sub_path, flags, mode)
    }
}

/// Opens the directory at `path` below `dir` (`openat(2)` with `O_DIRECTORY`). The caller closes
/// the descriptor, which closes on `exec`.
///
/// Zig: `bun.openDirA`.
///
/// # Errors
///
/// Those of [`openat_a`]; `ENOTDIR` when it is something else.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, SystemErrno, close, open_dir_at};
///
/// close(open_dir_at(Fd::cwd(), b"/")?)?;
/// let error = open_dir_at(Fd::cwd(), b"/dev/null").unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOTDIR);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openDirA")]
pub fn open_dir_at(dir: impl AsFd, path: &[u8]) -> Maybe<Fd> {
    openat_a(dir, path, OPEN_DIR_FLAGS, 0)
}

/// Opens the directory at `path` below `dir`, by name (`openat(2)`).
///
/// Zig: `bun.openDir`.
///
/// # Errors
///
/// Those of [`open_dir_at`], by name.
#[doc(alias = "openDir")]
pub fn open_dir(dir: &Dir, path: &[u8]) -> Result<Dir, NamedError> {
    Ok(dir.open_at(path)?)
}

/// Opens the directory at `path`, which is absolute. The caller closes the descriptor.
///
/// A relative path is one below the working directory.
///
/// Zig: `bun.openDirAbsolute`.
///
/// # Errors
///
/// Those of [`open_dir_at`].
#[doc(alias = "openDirAbsolute")]
pub fn open_dir_absolute(path: &[u8]) -> Maybe<Fd> {
    open_dir_at(Fd::cwd(), path)
}

/// Opens the directory at `path` below `dir` to read its entries. The caller closes the descriptor.
///
/// Zig: `bun.openDirForIteration`.
///
/// # Errors
///
/// Those of [`open_dir_at`].
#[doc(alias = "openDirForIteration")]
pub fn open_dir_for_iteration(dir: Fd, path: &[u8]) -> Maybe<Fd> {
    open_dir_at(dir, path)
}

/// Like [`open_dir_for_iteration`], for a path as the system writes it.
///
/// Zig: `bun.openDirForIterationOSPath`.
///
/// # Errors
///
/// Those of [`open_dir_at`].
#[doc(alias = "openDirForIterationOSPath")]
pub fn open_dir_for_iteration_os_path(dir: Fd, path: &OSPathSlice) -> Maybe<Fd> {
    open_dir_for_iteration(dir, &path.path_bytes(Tag::open)?)
}
