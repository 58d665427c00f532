//! Opening as Windows has it: by wide paths, and with choices that `open` does not have.
//!
//! Every name exists on every system. Elsewhere a wide path is its bytes in WTF-8, and the choices
//! that only Windows has mean nothing.

use bun_str::{WStr, ZStr};

use crate::backend::imp;
use crate::path_arg::as_cstr;
use crate::{AsFd, Error, Fd, Maybe, Mode, SystemErrno, Tag};

/// Whether [`open_dir_at_windows`] makes the directory.
///
/// Zig: the type of `WindowsOpenDirOptions.op`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, SystemErrno, WindowsOpenDirOp, WindowsOpenDirOptions, open_dir_at_windows_a};
///
/// let make = WindowsOpenDirOptions {
///     op: WindowsOpenDirOp::OnlyCreate,
///     ..WindowsOpenDirOptions::default()
/// };
/// let error = open_dir_at_windows_a(Fd::cwd(), b"/dev", make).unwrap_err();
/// assert!(matches!(error.get_errno(), SystemErrno::EEXIST | SystemErrno::EPERM));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum WindowsOpenDirOp {
    /// It exists: `ENOENT` otherwise.
    #[default]
    OnlyOpen,
    /// It does not exist: `EEXIST` otherwise.
    OnlyCreate,
    /// It is made when it does not exist.
    OpenOrCreate,
}

/// How [`open_dir_at_windows`] opens a directory.
///
/// Zig: `bun.sys.WindowsOpenDirOptions`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, WindowsOpenDirOptions, close, open_dir_at_windows_a};
///
/// let options = WindowsOpenDirOptions { iterable: true, ..WindowsOpenDirOptions::default() };
/// close(open_dir_at_windows_a(Fd::cwd(), b".", options)?)?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[expect(clippy::struct_excessive_bools, reason = "each has a name where it is set")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WindowsOpenDirOptions {
    /// Whether its entries will be read.
    pub iterable: bool,
    /// Whether to open a symbolic link itself.
    pub no_follow: bool,
    /// Whether it may be moved or removed while it is open.
    pub can_rename_or_delete: bool,
    /// Whether to make it.
    pub op: WindowsOpenDirOp,
    /// Whether nothing will be made in it.
    pub read_only: bool,
}

impl Default for WindowsOpenDirOptions {
    fn default() -> Self {
        Self {
            iterable: false,
            no_follow: false,
            can_rename_or_delete: true,
            op: WindowsOpenDirOp::OnlyOpen,
            read_only: false,
        }
    }
}

/// The arguments of `NtCreateFile` that are numbers; the constants are in
/// [`windows`](crate::windows).
///
/// Zig: `bun.sys.NtCreateFileOptions`.
///
/// # Examples
///
/// ```
/// use bun_sys::NtCreateFileOptions;
/// use bun_sys::windows::{FILE_OPEN, GENERIC_READ, SYNCHRONIZE};
///
/// let reads = NtCreateFileOptions {
///     access_mask: GENERIC_READ | SYNCHRONIZE,
///     ..NtCreateFileOptions::default()
/// };
/// assert_eq!((reads.disposition, reads.sharing_mode), (FILE_OPEN, 7));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NtCreateFileOptions {
    /// What will be done with it.
    pub access_mask: u32,
    /// Whether it exists, and what happens to what is in it.
    pub disposition: u32,
    /// What it is, and how it is read and written.
    pub options: u32,
    /// The attributes of a file that is made.
    pub attributes: u32,
    /// What others may do meanwhile.
    pub sharing_mode: u32,
}

impl NtCreateFileOptions {
    /// Everything is shared, and a new file has no special attribute.
    pub const DEFAULT_ATTRIBUTES: u32 = 0x80;
    /// Others may read, write and remove it.
    pub const DEFAULT_SHARING_MODE: u32 = 0x7;
}

impl Default for NtCreateFileOptions {
    fn default() -> Self {
        Self {
            access_mask: 0,
            disposition: 1,
            options: 0,
            attributes: Self::DEFAULT_ATTRIBUTES,
            sharing_mode: Self::DEFAULT_SHARING_MODE,
        }
    }
}

fn failed(fd: Fd, errno: SystemErrno) -> Error {
    Error { fd, ..Error::from_code(errno, Tag::open) }
}

/// Opens the directory at the wide `path` below `dir`. The caller closes the descriptor.
///
/// Zig: `bun.sys.openDirAtWindows`.
///
/// # Platforms
///
/// Windows: `NtCreateFile` with `FILE_DIRECTORY_FILE`. Elsewhere `openat(2)` with `O_DIRECTORY`,
/// after `mkdirat(2)` if [`op`](WindowsOpenDirOptions::op) says so.
///
/// # Errors
///
/// Those of [`openat`](crate::openat), with the descriptor of `dir`: `ENOENT`, `EEXIST` as
/// [`op`](WindowsOpenDirOptions::op) says; `ENOTDIR` when it is something else; `ELOOP` or
/// `ENOTDIR` for a link with [`no_follow`](WindowsOpenDirOptions::no_follow), but on Windows;
/// `EINVAL` when `path` has an embedded NUL, `ENAMETOOLONG` when it is too long for any path.
#[doc(alias = "openDirAtWindows")]
pub fn open_dir_at_windows(dir: Fd, path: &[u16], options: WindowsOpenDirOptions) -> Maybe<Fd> {
    imp::open_dir_wide(dir, path, options).map_err(|errno| failed(dir, errno))
}

/// Like [`open_dir_at_windows`], for a path in WTF-8.
///
/// Zig: `bun.sys.openDirAtWindowsA`.
///
/// # Errors
///
/// Those of [`open_dir_at_windows`].
#[doc(alias = "openDirAtWindowsA")]
pub fn open_dir_at_windows_a(
    dir: impl AsFd,
    path: &[u8],
    options: WindowsOpenDirOptions,
) -> Maybe<Fd> {
    let dir = dir.as_fd();
    imp::open_dir_bytes(dir, path, options).map_err(|errno| failed(dir, errno))
}

/// Opens the directory at `path` below `dir` so that, on Windows, nobody moves or removes it while
/// it is open ([`open_dir_at_windows`] without
/// [`can_rename_or_delete`](WindowsOpenDirOptions::can_rename_or_delete)).
///
/// Zig: `bun.openDirNoRenamingOrDeletingWindows`.
///
/// # Errors
///
/// Those of [`open_dir_at_windows`].
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, close, open_dir_no_renaming_or_deleting_windows};
///
/// close(open_dir_no_renaming_or_deleting_windows(Fd::cwd(), b".")?)?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openDirNoRenamingOrDeletingWindows")]
pub fn open_dir_no_renaming_or_deleting_windows(dir: Fd, path: &[u8]) -> Maybe<Fd> {
    let options = WindowsOpenDirOptions {
        iterable: true,
        can_rename_or_delete: false,
        read_only: true,
        ..WindowsOpenDirOptions::default()
    };
    open_dir_at_windows_a(dir, path, options)
}

/// Opens the file at the wide `path` below `dir` as `options` say (`NtCreateFile`). The caller
/// closes the descriptor.
///
/// Zig: `bun.sys.openFileAtWindows`.
///
/// # Platforms
///
/// Windows; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// Those of [`openat`](crate::openat), with the descriptor of `dir`: `ENOENT`, `EEXIST`, `EPERM`,
/// `EBUSY`, `EISDIR`, `ENOTDIR`; `EINVAL` when `options` contradict each other or `path` has an
/// embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::w;
/// use bun_sys::{Fd, NtCreateFileOptions, open_file_at_windows};
///
/// let options = NtCreateFileOptions::default();
/// assert!(open_file_at_windows(Fd::cwd(), w!("no such file"), options).is_err());
/// ```
#[doc(alias = "openFileAtWindows")]
pub fn open_file_at_windows(dir: Fd, path: &[u16], options: NtCreateFileOptions) -> Maybe<Fd> {
    imp::open_file_wide(dir, path, options).map_err(|errno| failed(dir, errno))
}

/// Like [`openat`](crate::openat), for a wide path.
///
/// Zig: `bun.sys.openatWindows`.
///
/// # Errors
///
/// Those of [`openat`](crate::openat), with the descriptor only; `ENAMETOOLONG` when `path` is too
/// long for any path.
///
/// # Examples
///
/// ```
/// use bun_str::w;
/// use bun_sys::{Fd, O, close, openat_windows};
///
/// close(openat_windows(Fd::cwd(), w!("."), O::RDONLY, 0)?)?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "openatWindows")]
pub fn openat_windows(dir: Fd, path: &[u16], flags: i32, perm: Mode) -> Maybe<Fd> {
    imp::openat_wide(dir, path, flags, perm).map_err(|errno| failed(dir, errno))
}

/// Forwards to [`openat_a`](crate::openat_a).
///
/// Zig: `bun.sys.openatWindowsA`.
///
/// # Errors
///
/// Those of [`openat_a`](crate::openat_a).
#[doc(alias = "openatWindowsA")]
pub fn openat_windows_a(dir: impl AsFd, path: &[u8], flags: i32, perm: Mode) -> Maybe<Fd> {
    crate::openat_a(dir, path, flags, perm)
}

/// How [`normalize_path_windows_opts`] writes an absolute name.
///
/// Zig: the options of `normalizePathWindowsOpts`.
///
/// # Examples
///
/// ```
/// use bun_sys::NormalizePathWindowsOpts;
///
/// assert!(NormalizePathWindowsOpts::default().add_nt_prefix);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NormalizePathWindowsOpts {
    /// Whether it starts with `\??\`.
    pub add_nt_prefix: bool,
}

impl Default for NormalizePathWindowsOpts {
    fn default() -> Self {
        Self { add_nt_prefix: true }
    }
}

/// Writes `path` as the NT kernel takes it: absolute with `\??\` before it, or relative to `dir`,
/// and a NUL behind it. Asks `GetFullPathNameW`, `GetCurrentDirectoryW` and
/// `GetFinalPathNameByHandleW` where the path depends on where something is.
///
/// Zig: `bun.sys.normalizePathWindows`.
///
/// # Platforms
///
/// Windows; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// `ENAMETOOLONG` when it does not fit, `EBADF` when `dir` is needed and not open, `EINVAL` for an
/// embedded NUL, `ENOENT` for nothing.
///
/// # Examples
///
/// ```
/// use bun_str::w;
/// use bun_sys::{Fd, normalize_path_windows};
///
/// let mut buf = [0; 64];
/// let found = normalize_path_windows(Fd::cwd(), w!(r"C:\a\.\b\..\c"), &mut buf);
/// # #[cfg(windows)]
/// assert_eq!(found?.as_slice(), w!(r"\??\C:\a\c"));
/// # #[cfg(not(windows))]
/// assert_eq!(found.unwrap_err().name(), b"ENOTSUP");
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "normalizePathWindows")]
pub fn normalize_path_windows<'a>(dir: Fd, path: &[u16], buf: &'a mut [u16]) -> Maybe<&'a WStr> {
    normalize_path_windows_opts(dir, path, buf, NormalizePathWindowsOpts::default())
}

/// Like [`normalize_path_windows`], with options.
///
/// Zig: `bun.sys.normalizePathWindowsOpts`.
///
/// # Errors
///
/// Those of [`normalize_path_windows`].
#[doc(alias = "normalizePathWindowsOpts")]
pub fn normalize_path_windows_opts<'a>(
    dir: Fd,
    path: &[u16],
    buf: &'a mut [u16],
    opts: NormalizePathWindowsOpts,
) -> Maybe<&'a WStr> {
    let written = imp::normalize_wide(dir, path, buf, opts.add_nt_prefix);
    match written {
        Ok(len) => Ok(WStr::from_buf(buf, len)),
        Err(errno) => Err(failed(dir, errno)),
    }
}

/// What Windows calls the attributes of a file. Elsewhere only
/// [`is_directory`](Self::is_directory), [`is_normal`](Self::is_normal) and
/// [`is_reparse_point`](Self::is_reparse_point) are ever set.
///
/// Zig: `bun.sys.WindowsFileAttributes`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::get_file_attributes;
///
/// let found = get_file_attributes(zstr!(".")).unwrap();
/// assert!(found.is_directory && !found.is_reparse_point);
/// assert_eq!(get_file_attributes(zstr!("/no/such/file")), None);
/// ```
#[expect(clippy::struct_excessive_bools, reason = "a set of bits with names")]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WindowsFileAttributes {
    /// It cannot be written.
    pub is_readonly: bool,
    /// It is not shown.
    pub is_hidden: bool,
    /// It belongs to the system.
    pub is_system: bool,
    /// It is a directory, or a link to one.
    pub is_directory: bool,
    /// It changed since it was last saved elsewhere.
    pub is_archive: bool,
    /// It is a device.
    pub is_device: bool,
    /// It has no other attribute.
    pub is_normal: bool,
    /// It is not meant to last.
    pub is_temporary: bool,
    /// Some of it takes no room.
    pub is_sparse_file: bool,
    /// It is a link or stands for something else.
    pub is_reparse_point: bool,
    /// It is compressed.
    pub is_compressed: bool,
    /// Its content is elsewhere.
    pub is_offline: bool,
    /// It is not searched.
    pub is_not_content_indexed: bool,
    /// It is encrypted.
    pub is_encrypted: bool,
}

impl WindowsFileAttributes {
    /// The attributes with these bits.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        const fn has(bits: u32, bit: u32) -> bool {
            bits & bit != 0
        }
        Self {
            is_readonly: has(bits, 0x1),
            is_hidden: has(bits, 0x2),
            is_system: has(bits, 0x4),
            is_directory: has(bits, 0x10),
            is_archive: has(bits, 0x20),
            is_device: has(bits, 0x40),
            is_normal: has(bits, 0x80),
            is_temporary: has(bits, 0x100),
            is_sparse_file: has(bits, 0x200),
            is_reparse_point: has(bits, 0x400),
            is_compressed: has(bits, 0x800),
            is_offline: has(bits, 0x1000),
            is_not_content_indexed: has(bits, 0x2000),
            is_encrypted: has(bits, 0x4000),
        }
    }
}

/// The attributes of what is at `path`; links are not followed. `None` when there is nothing, or
/// that cannot be told.
///
/// Zig: `bun.sys.getFileAttributes`.
///
/// # Platforms
///
/// Windows: `NtQueryInformationFile` with `FileAttributeTagInformation`. Elsewhere `fstatat(2)`.
#[doc(alias = "getFileAttributes")]
#[must_use]
pub fn get_file_attributes(path: &ZStr) -> Option<WindowsFileAttributes> {
    let path = as_cstr(path, Tag::stat).ok()?;
    imp::file_attributes(Fd::cwd(), path).ok().map(WindowsFileAttributes::from_bits)
}

/// Moves the position of `fd` to the end, and returns it ([`lseek`](crate::lseek)), on every
/// system.
///
/// Zig: `bun.sys.setFileOffsetToEndWindows`.
///
/// # Errors
///
/// Those of [`lseek`](crate::lseek), with `fd`: `ESPIPE` for what has no positions; `EOVERFLOW`
/// when the end does not fit the address space.
///
/// # Examples
///
/// ```
/// use bun_sys::{MemfdFlags, OwnedFd, ftruncate, memfd_create, set_file_offset_to_end_windows};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let file = OwnedFd::new(memfd_create(c"example", MemfdFlags::NonExecutable)?);
/// ftruncate(file.fd(), 10)?;
/// assert_eq!(set_file_offset_to_end_windows(file.fd())?, 10);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "setFileOffsetToEndWindows")]
pub fn set_file_offset_to_end_windows(fd: Fd) -> Maybe<usize> {
    const SEEK_END: i32 = 2;
    let end = crate::lseek(fd, 0, SEEK_END)?;
    usize::try_from(end)
        .map_err(|_| Error { fd, ..Error::from_code(SystemErrno::EOVERFLOW, Tag::lseek) })
}
