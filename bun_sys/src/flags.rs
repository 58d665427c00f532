//! `O`, `S` and `Mode`: the numbers that open and describe files.

/// Permissions and type of a file: the bits of [`S`].
///
/// Zig: `bun.Mode`.
pub type Mode = u32;

/// Forwards to [`Mode`].
#[expect(non_camel_case_types, reason = "the name in C")]
pub type mode_t = Mode;

/// What [`open`](crate::open) does with the file: `open(2)`.
///
/// Nothing is added behind the caller's back, in particular not `CLOEXEC`.
///
/// The numbers are the system's; Windows, which has none, has those of Linux.
///
/// Zig: `bun.O`.
///
/// # Examples
///
/// ```
/// use bun_sys::O;
///
/// let flags = O::WRONLY | O::CREAT | O::EXCL | O::CLOEXEC;
/// assert_eq!(flags & O::ACCMODE, O::WRONLY);
/// assert_eq!(flags & O::TRUNC, 0);
/// ```
pub mod O {
    use crate::backend::imp::flags;

    /// Open for reading only.
    pub const RDONLY: i32 = flags::RDONLY;
    /// Open for writing only.
    pub const WRONLY: i32 = flags::WRONLY;
    /// Open for reading and writing.
    pub const RDWR: i32 = flags::RDWR;
    /// Create the file when it is missing.
    pub const CREAT: i32 = flags::CREAT;
    /// With `CREAT`: fail when the file exists.
    pub const EXCL: i32 = flags::EXCL;
    /// Cut the file to nothing.
    pub const TRUNC: i32 = flags::TRUNC;
    /// Write at the end.
    pub const APPEND: i32 = flags::APPEND;
    /// Fail unless it is a directory.
    pub const DIRECTORY: i32 = flags::DIRECTORY;
    /// Fail when the last component is a symbolic link.
    pub const NOFOLLOW: i32 = flags::NOFOLLOW;
    /// Close on `exec`. Always so on Windows.
    pub const CLOEXEC: i32 = flags::CLOEXEC;
    /// Never wait. Windows always waits.
    pub const NONBLOCK: i32 = flags::NONBLOCK;
    /// Do not become the controlling terminal. 0 on Windows.
    pub const NOCTTY: i32 = flags::NOCTTY;
    /// Refer to the file without opening it: for names below it, and to ask what it is. 0 on macOS;
    /// on Windows nothing can be read or written either.
    pub const PATH: i32 = flags::PATH;
    /// The bits that hold [`RDONLY`], [`WRONLY`] or [`RDWR`].
    pub const ACCMODE: i32 = flags::ACCMODE;
    /// [`NONBLOCK`] under its old name.
    pub const NDELAY: i32 = flags::NONBLOCK;
    /// Wait for the device after each write.
    pub const SYNC: i32 = flags::SYNC;
    /// Like [`SYNC`], without what is not needed to read the content.
    pub const DSYNC: i32 = flags::DSYNC;
    /// Send a signal when there is something to read. Ignored on Windows.
    pub const ASYNC: i32 = flags::ASYNC;
    /// Only to hear of events. On macOS only, 0 elsewhere.
    pub const EVTONLY: i32 = flags::EVTONLY;
    /// Fail when any component is a symbolic link. On macOS only, 0 elsewhere.
    pub const NOFOLLOW_ANY: i32 = flags::NOFOLLOW_ANY;
    /// Leave the time of the last read alone. 0 on macOS, ignored on Windows.
    pub const NOATIME: i32 = flags::NOATIME;
    /// Open a symbolic link itself. On macOS only, 0 elsewhere.
    pub const SYMLINK: i32 = flags::SYMLINK;
    /// Make a file without a name in the directory, for [`linkat_tmpfile`](crate::linkat_tmpfile).
    /// 0 on macOS, `ENOTSUP` on Windows.
    pub const TMPFILE: i32 = flags::TMPFILE;
}

/// What a [`Mode`] says about the type of a file, and its permissions: `inode(7)`. The same on
/// every system.
///
/// Zig: `bun.S`.
///
/// # Examples
///
/// ```
/// use bun_sys::S;
///
/// let mode = S::IFREG | S::IRUSR | S::IWUSR;
/// assert!(S::ISREG(mode) && !S::ISDIR(mode));
/// assert_eq!(mode & 0o777, 0o600);
/// ```
pub mod S {
    use super::Mode;

    /// The bits that hold the type.
    pub const IFMT: Mode = 0o170_000;
    /// A directory.
    pub const IFDIR: Mode = 0o040_000;
    /// A character device.
    pub const IFCHR: Mode = 0o020_000;
    /// A block device.
    pub const IFBLK: Mode = 0o060_000;
    /// A regular file.
    pub const IFREG: Mode = 0o100_000;
    /// A named pipe.
    pub const IFIFO: Mode = 0o010_000;
    /// A symbolic link.
    pub const IFLNK: Mode = 0o120_000;
    /// A socket.
    pub const IFSOCK: Mode = 0o140_000;

    /// Executing gives the owner's rights.
    pub const ISUID: Mode = 0o4000;
    /// Executing gives the group's rights; files made in the directory get its group.
    pub const ISGID: Mode = 0o2000;
    /// Only the owner of a file removes it from the directory.
    pub const ISVTX: Mode = 0o1000;
    /// The owner may do everything.
    pub const IRWXU: Mode = 0o700;
    /// The owner may read.
    pub const IRUSR: Mode = 0o400;
    /// The owner may write.
    pub const IWUSR: Mode = 0o200;
    /// The owner may execute.
    pub const IXUSR: Mode = 0o100;
    /// The group may do everything.
    pub const IRWXG: Mode = 0o070;
    /// The group may read.
    pub const IRGRP: Mode = 0o040;
    /// The group may write.
    pub const IWGRP: Mode = 0o020;
    /// The group may execute.
    pub const IXGRP: Mode = 0o010;
    /// Others may do everything.
    pub const IRWXO: Mode = 0o007;
    /// Others may read.
    pub const IROTH: Mode = 0o004;
    /// Others may write.
    pub const IWOTH: Mode = 0o002;
    /// Others may execute.
    pub const IXOTH: Mode = 0o001;

    /// Whether it is a regular file.
    #[must_use]
    pub const fn ISREG(mode: Mode) -> bool {
        mode & IFMT == IFREG
    }

    /// Whether it is a directory.
    #[must_use]
    pub const fn ISDIR(mode: Mode) -> bool {
        mode & IFMT == IFDIR
    }

    /// Whether it is a symbolic link.
    #[must_use]
    pub const fn ISLNK(mode: Mode) -> bool {
        mode & IFMT == IFLNK
    }

    /// Whether it is a named pipe.
    #[must_use]
    pub const fn ISFIFO(mode: Mode) -> bool {
        mode & IFMT == IFIFO
    }

    /// Whether it is a socket.
    #[must_use]
    pub const fn ISSOCK(mode: Mode) -> bool {
        mode & IFMT == IFSOCK
    }

    /// Whether it is a character device.
    #[must_use]
    pub const fn ISCHR(mode: Mode) -> bool {
        mode & IFMT == IFCHR
    }

    /// Whether it is a block device.
    #[must_use]
    pub const fn ISBLK(mode: Mode) -> bool {
        mode & IFMT == IFBLK
    }
}
