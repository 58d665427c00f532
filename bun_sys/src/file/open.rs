//! Opening files.

use bun_core::Error as NamedError;
use bun_paths::{OSPathSliceZ, dirname};
use bun_str::ZStr;

use crate::{
    AsFd, Fd, File, Maybe, Mode, O, SystemErrno, Tag, mkdir_recursive_at, move_file, open,
    openat_a, wide_path,
};

/// What a file that exists is opened for.
///
/// Zig: `std.fs.File.OpenFlags`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{OpenFlags, open_file, open_file_absolute_z};
///
/// assert_eq!(OpenFlags::default(), OpenFlags::READ_ONLY);
/// assert_eq!(OpenFlags::READ_ONLY | OpenFlags::WRITE_ONLY, OpenFlags::READ_WRITE);
/// open_file(b"/dev/null", OpenFlags::READ_ONLY)?;
/// open_file_absolute_z(zstr!("/dev/null"), OpenFlags::READ_WRITE)?.write_all(b"gone")?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OpenFlags {
    writes: bool,
    /// Whether nothing is read; never without `writes`.
    only: bool,
}

impl OpenFlags {
    /// Reading.
    pub const READ_ONLY: Self = Self { writes: false, only: false };
    /// Writing.
    pub const WRITE_ONLY: Self = Self { writes: true, only: true };
    /// Both.
    pub const READ_WRITE: Self = Self { writes: true, only: false };

    /// The flags of [`open`] that say the same, and [`O::CLOEXEC`].
    #[must_use]
    pub const fn flags(self) -> i32 {
        let access = match self {
            Self { writes: false, .. } => O::RDONLY,
            Self { only: true, .. } => O::WRONLY,
            Self { .. } => O::RDWR,
        };
        access | O::CLOEXEC
    }
}

/// For what either is for.
impl core::ops::BitOr for OpenFlags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        let reads = !(self.only && other.only);
        let writes = self.writes || other.writes;
        Self { writes, only: writes && !reads }
    }
}

/// Opens the file at `path`, absolute or below the working directory.
///
/// Zig: `bun.openFile`.
///
/// # Errors
///
/// Those of [`open_a`](crate::open_a).
#[doc(alias = "openFile")]
pub fn open_file(path: &[u8], flags: OpenFlags) -> Maybe<File> {
    File::openat(Fd::cwd(), path, flags.flags(), 0)
}

/// Opens the file at `path`, which is absolute; a relative one is below the working directory.
///
/// Zig: `std.fs.openFileAbsoluteZ`.
///
/// # Errors
///
/// Those of [`open`].
#[doc(alias = "openFileAbsoluteZ")]
pub fn open_file_absolute_z(path: &ZStr, flags: OpenFlags) -> Maybe<File> {
    File::open(path, flags.flags(), 0)
}

impl File {
    /// Opens the file at `path` (`open(2)`), with `flags` of [`O`], to which nothing is added.
    ///
    /// Zig: `File.open`.
    ///
    /// # Errors
    ///
    /// Those of [`open`].
    pub fn open(path: &ZStr, flags: i32, mode: Mode) -> Maybe<Self> {
        open(path, flags, mode).map(Self::from_fd)
    }

    /// Opens the file at `path` below `dir` (`openat(2)`).
    ///
    /// Zig: `File.openat`.
    ///
    /// # Errors
    ///
    /// Those of [`openat_a`].
    pub fn openat(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Self> {
        openat_a(dir, path, flags, mode).map(Self::from_fd)
    }

    /// Forwards to [`openat`](Self::openat).
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat).
    pub fn open_at(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Self> {
        Self::openat(dir, path, flags, mode)
    }

    /// Like [`openat`](Self::openat), for a path as the system writes it: bytes, or 16-bit units on
    /// Windows.
    ///
    /// Zig: `File.openatOSPath`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](crate::openat).
    #[doc(alias = "openatOSPath")]
    pub fn openat_os_path(
        dir: impl AsFd,
        path: &OSPathSliceZ,
        flags: i32,
        mode: Mode,
    ) -> Maybe<Self> {
        crate::openat_os_path(dir.as_fd(), path, flags, mode).map(Self::from_fd)
    }

    /// Creates the file at `path` below `dir`, or opens the one that is there, for writing
    /// (`openat(2)`). It gets mode 0666 less the umask, and closes on `exec`.
    ///
    /// Zig: `std.fs.Dir.createFile`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Dir, File};
    ///
    /// # let top = std::env::temp_dir().join(format!("bun_sys-create-{}", std::process::id()));
    /// # let top = top.to_str().unwrap();
    /// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
    /// File::create(&dir, b"log", true)?.write_all(b"long line")?;
    /// File::create(&dir, b"log", false)?.write_all(b"LONG")?;
    /// assert_eq!(File::read_from(&dir, b"log")?, b"LONG line");
    /// # Dir::cwd().delete_tree(top.as_bytes())?;
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    pub fn create(dir: impl AsFd, path: &[u8], truncate: bool) -> Maybe<Self> {
        let truncate = if truncate { O::TRUNC } else { 0 };
        Self::openat(dir, path, O::WRONLY | O::CREAT | O::CLOEXEC | truncate, 0o666)
    }

    /// Creates the file at `path` below `dir`, or cuts the one that is there, for writing; for a
    /// path as Windows writes it.
    ///
    /// Zig: `std.fs.Dir.createFileW`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat).
    #[doc(alias = "createW")]
    pub fn create_w(dir: impl AsFd, path: &[u16]) -> Maybe<Self> {
        Self::create(dir, &wide_path::to_bytes(path, Tag::open)?, true)
    }

    /// Opens the file at `path`; when that fails, makes the directories above it and tries again,
    /// once (`open(2)`, `mkdir(2)`).
    ///
    /// Zig: `File.makeOpen`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`](Self::openat). That directories could not be made shows only there.
    /// After `EINVAL`, which no directory mends, nothing is made.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Fd, File, O, delete_tree_at};
    ///
    /// # let top = std::env::temp_dir().join(format!("bun_sys-make_open-{}", std::process::id()));
    /// # let top = top.to_str().unwrap();
    /// let path = format!("{top}/not/there/yet");
    /// let flags = O::WRONLY | O::CREAT | O::CLOEXEC;
    /// File::make_open(path.as_bytes(), flags, 0o644)?.write_all(b"x")?;
    /// assert_eq!(File::read_from(Fd::cwd(), path.as_bytes())?, b"x");
    /// # delete_tree_at(Fd::cwd(), top.as_bytes())?;
    /// # Ok::<(), bun_sys::Error>(())
    /// ```
    #[doc(alias = "makeOpen")]
    pub fn make_open(path: &[u8], flags: i32, mode: Mode) -> Maybe<Self> {
        Self::make_openat(Fd::cwd(), path, flags, mode)
    }

    /// Like [`make_open`](Self::make_open), for a path below `dir`.
    ///
    /// Zig: `File.makeOpenat`.
    ///
    /// # Errors
    ///
    /// Those of [`make_open`](Self::make_open).
    #[doc(alias = "makeOpenat")]
    pub fn make_openat(dir: impl AsFd, path: &[u8], flags: i32, mode: Mode) -> Maybe<Self> {
        let dir = dir.as_fd();
        let opened = Self::openat(dir, path, flags, mode);
        match (&opened, dirname(path)) {
            (Err(error), Some(parent)) if error.get_errno() != SystemErrno::EINVAL => {
                let _ = mkdir_recursive_at(dir, parent);
                Self::openat(dir, path, flags, mode)
            }
            _ => opened,
        }
    }

    /// Moves the file, which is at `src`, to `dest` and closes it (`rename(2)`).
    ///
    /// Zig: `File.closeAndMoveTo`.
    ///
    /// # Errors
    ///
    /// Those of [`move_file_z_with_handle`](crate::move_file_z_with_handle).
    #[doc(alias = "closeAndMoveTo")]
    pub fn close_and_move_to(self, src: &ZStr, dest: &ZStr) -> Result<(), NamedError> {
        let cwd = Fd::cwd();
        move_file::move_file_z_with_handle(self.handle, cwd, src, cwd, dest)
    }
}
