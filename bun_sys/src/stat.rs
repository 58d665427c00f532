//! What a file is: `stat` and its family.

use core::fmt;

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{on_fd, on_fd_path, on_path};
use crate::flags::S;
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, Mode, PosixStat, Tag, Timespec};

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
/// The methods are the same on every system. The fields, under the system's names (`st_size`,
/// `st_mtime`, …), can be reached too, in the system's widths.
///
/// Zig: `std.posix.Stat`.
///
/// # Examples
///
/// ```
/// let null = bun_sys::stat(bun_str::zstr!("/dev/null"))?;
/// assert!(null.size() == 0 && null.st_size == 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
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

/// The fields as the system names them.
impl core::ops::Deref for Stat {
    type Target = imp::Stat;

    fn deref(&self) -> &imp::Stat {
        &self.0
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

/// Describes the open file `fd` (`fstat(2)`).
///
/// Zig: `bun.sys.fstat`.
///
/// # Platforms
///
/// Windows: `GetFileInformationByHandle`, in the form that libuv gives it; pipes and consoles have
/// nothing but their type.
///
/// # Errors
///
/// With `fd`: `EBADF` when it is not open; `EIO`; `EOVERFLOW` when a field has no room for what the
/// system says.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, OwnedFd, SystemErrno, fstat, open_null_device};
///
/// let null = OwnedFd::new(open_null_device()?);
/// assert_eq!(fstat(null.fd())?.size(), 0);
/// assert_eq!(fstat(Fd::INVALID).unwrap_err().get_errno(), SystemErrno::EBADF);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn fstat(fd: Fd) -> Maybe<Stat> {
    imp::fstat(fd).map(Stat).map_err(on_fd(fd, Tag::fstat))
}

/// Describes the file at `path`; symbolic links are followed (`fstatat(2)`).
///
/// Zig: `bun.sys.stat`.
///
/// # Platforms
///
/// As for [`fstat`]. Windows describes a link of a kind that it cannot follow itself.
///
/// # Errors
///
/// With `path`:
/// - `ENOENT`: there is nothing, or a link leads nowhere; `ENOTDIR`: something on the way is no
///   directory;
/// - `EACCES`: a directory on the way may not be searched (Windows: `EPERM`); `ELOOP`: links lead
///   in a circle;
/// - `EINVAL`: `path` has an embedded NUL; `ENAMETOOLONG`: it is longer than the system takes.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, stat};
///
/// assert!(stat(zstr!("/"))?.kind().is_directory());
/// let error = stat(zstr!("/no/such/file")).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn stat(path: &ZStr) -> Maybe<Stat> {
    let name = as_cstr(path, Tag::stat)?;
    imp::fstatat(Fd::cwd(), name, true).map(Stat).map_err(on_path(path, Tag::stat))
}

/// Like [`stat`], for a path without a terminator, which is copied to the stack.
///
/// # Errors
///
/// Those of [`stat`]; `ENAMETOOLONG` when `path` is too long for any path.
pub fn stat_a(path: &[u8]) -> Maybe<Stat> {
    with_zstr(path, Tag::stat, stat)
}

/// Describes the file at `path`, or the symbolic link itself (`fstatat(2)` with
/// `AT_SYMLINK_NOFOLLOW`).
///
/// Zig: `bun.sys.lstat`.
///
/// # Errors
///
/// Those of [`stat`], with `path`, but a link may lead nowhere.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{FileKind, lstat};
///
/// # #[cfg(target_os = "linux")]
/// assert_eq!(lstat(zstr!("/proc/self"))?.kind(), FileKind::SymLink);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn lstat(path: &ZStr) -> Maybe<Stat> {
    let name = as_cstr(path, Tag::lstat)?;
    imp::fstatat(Fd::cwd(), name, false).map(Stat).map_err(on_path(path, Tag::lstat))
}

/// Describes the file at `path` below `dir`; symbolic links are followed (`fstatat(2)`).
///
/// Zig: `bun.sys.fstatat`.
///
/// # Errors
///
/// Those of [`stat`], with the descriptor and `path`; `EBADF` when `dir` is not open.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, FileKind, fstatat};
///
/// let dir = Dir::open(b"/dev")?;
/// # #[cfg(unix)]
/// assert_eq!(fstatat(&dir, zstr!("null"))?.kind(), FileKind::CharacterDevice);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[inline]
pub fn fstatat(dir: impl AsFd, path: &ZStr) -> Maybe<Stat> {
    let dir = dir.as_fd();
    let name = as_cstr(path, Tag::fstatat)?;
    imp::fstatat(dir, name, true).map(Stat).map_err(on_fd_path(dir, path, Tag::fstatat))
}

/// Describes the file at `path` below `dir`, or the symbolic link itself (`fstatat(2)` with
/// `AT_SYMLINK_NOFOLLOW`).
///
/// Zig: `bun.sys.lstatat`.
///
/// # Errors
///
/// Those of [`lstat`], with the descriptor and `path`; `EBADF` when `dir` is not open.
#[inline]
pub fn lstatat(dir: impl AsFd, path: &ZStr) -> Maybe<Stat> {
    let dir = dir.as_fd();
    let name = as_cstr(path, Tag::fstatat)?;
    imp::fstatat(dir, name, false).map(Stat).map_err(on_fd_path(dir, path, Tag::fstatat))
}

/// When the content last changed.
///
/// Zig: `stat.mtime()`.
#[must_use]
pub fn stat_mtime(stat: &Stat) -> Timespec {
    PosixStat::init(stat).mtim
}

/// How long the open file `fd` is, in bytes (`fstat(2)`); a negative size, which some file systems
/// report, is zero.
///
/// Zig: `bun.sys.getFileSize`.
///
/// # Errors
///
/// Those of [`fstat`].
#[doc(alias = "getFileSize")]
pub fn get_file_size(fd: Fd) -> Maybe<u64> {
    fstat(fd).map(|stat| stat.size())
}

/// Whether `mode` says a regular file.
///
/// Zig: `bun.isRegularFile`.
#[doc(alias = "isRegularFile")]
#[must_use]
pub const fn is_regular_file(mode: Mode) -> bool {
    S::ISREG(mode)
}

/// Whether what `mode` says can be waited for: a named pipe or a socket.
///
/// Zig: `bun.sys.isPollable`.
#[doc(alias = "isPollable")]
#[must_use]
pub const fn is_pollable(mode: Mode) -> bool {
    S::ISFIFO(mode) || S::ISSOCK(mode)
}
