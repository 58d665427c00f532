//! What a file is: `stat` and its family.

use core::fmt;

use bun_str::ZStr;

use crate::backend::imp;
use crate::flags::S;
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Error, Fd, Maybe, Mode, PosixStat, Tag};

/// The type of a file.
///
/// Zig: `std.fs.File.Kind`.
///
/// # Examples
///
/// ```
/// use bun_sys::{FileKind, S, kind_from_mode};
///
/// assert_eq!(kind_from_mode(S::IFDIR | 0o755), FileKind::Directory);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FileKind {
    /// A block device.
    BlockDevice,
    /// A character device.
    CharacterDevice,
    /// A directory.
    Directory,
    /// A named pipe.
    NamedPipe,
    /// A symbolic link.
    SymLink,
    /// A regular file.
    File,
    /// A socket.
    UnixDomainSocket,
    /// An entry that hides one below it, in a union of file systems.
    Whiteout,
    /// A door of Solaris.
    Door,
    /// An event port of Solaris.
    EventPort,
    /// The system did not say.
    Unknown,
}

impl FileKind {
    /// Whether it is a directory.
    #[must_use]
    pub const fn is_directory(self) -> bool {
        matches!(self, Self::Directory)
    }

    /// Whether it is a regular file.
    #[must_use]
    pub const fn is_file(self) -> bool {
        matches!(self, Self::File)
    }
}

/// The type that `mode` says.
///
/// Zig: `bun.sys.kindFromMode`.
#[doc(alias = "kindFromMode")]
#[must_use]
pub const fn kind_from_mode(mode: Mode) -> FileKind {
    match mode & S::IFMT {
        S::IFBLK => FileKind::BlockDevice,
        S::IFCHR => FileKind::CharacterDevice,
        S::IFDIR => FileKind::Directory,
        S::IFIFO => FileKind::NamedPipe,
        S::IFLNK => FileKind::SymLink,
        S::IFREG => FileKind::File,
        S::IFSOCK => FileKind::UnixDomainSocket,
        _ => FileKind::Unknown,
    }
}

/// What the system knows about a file.
///
/// Zig: `std.posix.Stat`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Stat(imp::Stat);

impl Stat {
    /// As the system has it.
    pub(crate) const fn raw(&self) -> &imp::Stat {
        &self.0
    }

    /// The type and the permissions.
    #[must_use]
    pub fn mode(&self) -> Mode {
        imp::stat_mode(&self.0)
    }

    /// The type.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        kind_from_mode(self.mode())
    }

    /// The size in bytes; a negative one, which some file systems report, is zero.
    #[must_use]
    pub fn size(&self) -> u64 {
        imp::stat_size(&self.0)
    }

    /// The number of the file in its device.
    #[must_use]
    pub fn ino(&self) -> u64 {
        imp::stat_ino(&self.0)
    }

    /// The device that holds the file.
    #[must_use]
    pub fn dev(&self) -> u64 {
        imp::stat_dev(&self.0)
    }

    /// How many names the file has.
    #[must_use]
    pub fn nlink(&self) -> u64 {
        imp::stat_nlink(&self.0)
    }
}

impl fmt::Debug for Stat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stat")
            .field("kind", &self.kind())
            .field("mode", &format_args!("{:o}", self.mode()))
            .field("size", &self.size())
            .field("dev", &self.dev())
            .field("ino", &self.ino())
            .finish()
    }
}

/// Describes the open file `fd`.
///
/// # Errors
///
/// Those of `fstat(2)`, with `fd`.
pub fn fstat(fd: Fd) -> Maybe<Stat> {
    imp::fstat(fd).map(Stat).map_err(|errno| Error { fd, ..Error::from_code(errno, Tag::fstat) })
}

/// Describes the file at `path`; symbolic links are followed.
///
/// # Errors
///
/// Those of `stat(2)`; `EINVAL` when `path` has an embedded NUL.
pub fn stat(path: &ZStr) -> Maybe<Stat> {
    at(Fd::cwd(), path, true, Tag::stat)
}

/// Like [`stat`], for a path without a terminator.
///
/// # Errors
///
/// Those of [`stat`]; `ENAMETOOLONG` when `path` is too long for any path.
pub fn stat_a(path: &[u8]) -> Maybe<Stat> {
    with_zstr(path, Tag::stat, stat)
}

/// Describes the file at `path`, or the symbolic link itself.
///
/// # Errors
///
/// Those of `lstat(2)`; `EINVAL` when `path` has an embedded NUL.
pub fn lstat(path: &ZStr) -> Maybe<Stat> {
    at(Fd::cwd(), path, false, Tag::lstat)
}

/// Describes the file at `path` below `dir`; symbolic links are followed.
///
/// # Errors
///
/// Those of `fstatat(2)`, with the descriptor; `EINVAL` when `path` has an embedded NUL.
pub fn fstatat(dir: impl AsFd, path: &ZStr) -> Maybe<Stat> {
    let fd = dir.as_fd();
    at(fd, path, true, Tag::fstatat).map_err(|error| error.with_fd(fd))
}

/// Describes the file at `path` below `dir`, or the symbolic link itself.
///
/// # Errors
///
/// Those of `fstatat(2)`, with the descriptor; `EINVAL` when `path` has an embedded NUL.
pub fn lstatat(dir: impl AsFd, path: &ZStr) -> Maybe<Stat> {
    let fd = dir.as_fd();
    at(fd, path, false, Tag::fstatat).map_err(|error| error.with_fd(fd))
}

fn at(dir: Fd, path: &ZStr, follow: bool, tag: Tag) -> Maybe<Stat> {
    let path = as_cstr(path, tag)?;
    imp::fstatat(dir, path, follow).map(Stat).map_err(|errno| Error::from_code(errno, tag))
}

/// Whether the process may do what `mode` says with the file at `path`: any of `R_OK` 4, `W_OK` 2
/// and `X_OK` 1, or 0 for whether it exists.
///
/// # Errors
///
/// Those of `access(2)`, with `path`: `EACCES`, `ENOENT`. Not repeated after `EINTR`.
pub fn access(path: &ZStr, mode: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::access)?;
    imp::faccessat(Fd::cwd(), name, mode)
        .map_err(|errno| Error::from_code(errno, Tag::access).with_path(path.as_bytes()))
}

/// Whether there is a file at `path` below `dir`; `false` also when that cannot be told.
///
/// # Errors
///
/// `EINVAL` when `path` has an embedded NUL.
pub fn faccessat(dir: impl AsFd, path: &ZStr) -> Maybe<bool> {
    let name = as_cstr(path, Tag::access)?;
    Ok(imp::faccessat(dir.as_fd(), name, 0).is_ok())
}

/// Whether there is a file at `path`.
#[must_use]
pub fn exists_z(path: &ZStr) -> bool {
    path.as_cstr().is_some_and(|path| imp::faccessat(Fd::cwd(), path, 0).is_ok())
}

/// Describes the file at `path` with what `mask` asks for; symbolic links are followed.
///
/// # Errors
///
/// Those of `statx(2)`, with `path`.
pub fn statx(path: &ZStr, mask: u32) -> Maybe<PosixStat> {
    statx_at(Fd::cwd(), path, 0, mask)
}

/// Like [`statx()`], for the symbolic link itself.
///
/// # Errors
///
/// Those of `statx(2)`, with `path`.
pub fn lstatx(path: &ZStr, mask: u32) -> Maybe<PosixStat> {
    statx_at(Fd::cwd(), path, imp::flags::AT_SYMLINK_NOFOLLOW, mask)
}

/// Like [`statx()`], for an open file.
///
/// # Errors
///
/// Those of `statx(2)`, with `fd`.
pub fn fstatx(fd: Fd, mask: u32) -> Maybe<PosixStat> {
    statx_at(fd, ZStr::EMPTY, imp::flags::AT_EMPTY_PATH, mask)
}

fn statx_at(dir: Fd, path: &ZStr, flags: i32, mask: u32) -> Maybe<PosixStat> {
    let name = as_cstr(path, Tag::statx)?;
    imp::statx(dir, name, flags, mask).map_err(|errno| Error::from_code(errno, Tag::statx))
}
