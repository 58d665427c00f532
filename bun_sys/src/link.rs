//! Names of files: linking, following, moving and removing them.

use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{bare, on_fd, on_fd_path, on_path, on_paths};
use crate::path_arg::{as_cstr, with_zstr};
use crate::{AsFd, Fd, Maybe, SystemErrno, Tag};

/// For [`unlinkat_with_flags`]: remove an empty directory.
pub const AT_REMOVEDIR: i32 = imp::flags::AT_REMOVEDIR;

/// For calls with flags: do not follow a symbolic link.
pub const AT_SYMLINK_NOFOLLOW: i32 = imp::flags::AT_SYMLINK_NOFOLLOW;

/// For calls with flags: follow a symbolic link, where they do not by themselves.
pub const AT_SYMLINK_FOLLOW: i32 = imp::flags::AT_SYMLINK_FOLLOW;

/// How [`renameat2`] treats what is at the new name.
///
/// Zig: `bun.sys.RenameAt2Flags`.
///
/// # Examples
///
/// ```
/// use bun_sys::Renameat2Flags;
///
/// let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
/// assert!(!exclude.exchange && !exclude.nofollow);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Renameat2Flags {
    /// Give what is there the old name.
    pub exchange: bool,
    /// Fail with `EEXIST` when there is something.
    pub exclude: bool,
    /// Follow no symbolic link on the way. On macOS only.
    pub nofollow: bool,
}

/// Removes the name at `path`, which is not a directory (`unlink(2)`); a link is removed itself.
/// The file goes with its last name and descriptor.
///
/// # Platforms
///
/// Windows: `NtSetInformationFile`. As on Unix the name is gone at once, whoever has the file open,
/// where the file system can do that; otherwise it goes with the last handle. Files that are
/// read-only are removed too.
///
/// # Errors
///
/// With `path`:
/// - `ENOENT`: nothing is there; `ENOTDIR`, `ELOOP`, `EACCES` on the way;
/// - `EISDIR`: it is a directory (macOS: `EPERM`);
/// - `EACCES`: the directory may not be written (Windows: `EPERM`); `EPERM`: it has the sticky bit,
///   or the file may not be removed at all; `EROFS`;
/// - `EBUSY`: the system uses it, or on Windows somebody who does not share it;
/// - `EINVAL`: `path` has an embedded NUL; `ENAMETOOLONG`: it is longer than the system takes.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, unlink};
///
/// let error = unlink(zstr!("/no/such/file")).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// assert_eq!(error.to_string(), "ENOENT: /no/such/file: No such file or directory (unlink())");
/// ```
pub fn unlink(path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(Fd::cwd(), name, 0).map_err(on_path(path, Tag::unlink))
}

/// Like [`unlink`], for a path without a terminator, which is copied to the stack.
///
/// # Errors
///
/// Those of [`unlink`]; `ENAMETOOLONG` when `path` is too long for any path.
pub fn unlink_a(path: &[u8]) -> Maybe<()> {
    with_zstr(path, Tag::unlink, unlink)
}

/// Removes the name at `path` below `dir`, which is not a directory (`unlinkat(2)`).
///
/// Zig: `bun.sys.unlinkat`.
///
/// # Errors
///
/// Those of [`unlink`], with the descriptor and `path`; `EBADF` when `dir` is not open.
pub fn unlinkat(dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    unlinkat_with_flags(dir.as_fd(), path, 0)
}

/// Like [`unlinkat`], for a path without a terminator, which is copied to the stack.
///
/// # Errors
///
/// Those of [`unlinkat`]; `ENAMETOOLONG` when `path` is too long for any path.
#[doc(alias = "unlinkatA")]
pub fn unlinkat_a(dir: impl AsFd, path: &[u8]) -> Maybe<()> {
    with_zstr(path, Tag::unlink, |path| unlinkat(dir, path))
}

/// Removes the name at `path` below `dir` (`unlinkat(2)`): a directory with [`AT_REMOVEDIR`], else
/// anything else.
///
/// Zig: `bun.sys.unlinkatWithFlags`.
///
/// # Errors
///
/// Those of [`unlinkat`], or those of [`rmdir`](crate::rmdir), with the descriptor and `path`;
/// `EINVAL` for other flags, on POSIX systems.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{AT_REMOVEDIR, Dir, unlinkat_with_flags};
///
/// # let top = format!("{}/bun_sys-unlk-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// dir.make_dir(b"empty")?;
/// assert!(unlinkat_with_flags(dir.fd, zstr!("empty"), 0).is_err());
/// unlinkat_with_flags(dir.fd, zstr!("empty"), AT_REMOVEDIR)?;
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "unlinkatWithFlags")]
pub fn unlinkat_with_flags(dir: Fd, path: &ZStr, flags: i32) -> Maybe<()> {
    let name = as_cstr(path, Tag::unlink)?;
    imp::unlinkat(dir, name, flags).map_err(on_fd_path(dir, path, Tag::unlink))
}

/// Gives the file at `from` the name `to`, in place of what is there (`rename(2)`). Whoever looks
/// at `to` meanwhile sees the old or the new one. A link is moved itself.
///
/// # Platforms
///
/// Windows: `NtSetInformationFile`; replaces files that somebody has open only where the file
/// system does as on Unix, and an empty directory in two steps.
///
/// # Errors
///
/// Without paths, as in Zig:
/// - `ENOENT`: there is nothing at `from`, or no directory for `to`; `ENOTDIR`, `ELOOP` on the way;
/// - `EXDEV`: they are on different file systems: [`move_file_z`](crate::move_file_z) copies then;
/// - `EISDIR`: a directory is at `to` and a file at `from`; `ENOTDIR`: the other way round;
/// - `ENOTEMPTY`: the directory at `to` is not empty (some systems: `EEXIST`);
/// - `EINVAL`: a directory was to move into itself, or a path has an embedded NUL;
/// - `EACCES`, `EPERM`: a directory may not be written, or has the sticky bit; `EROFS`;
/// - `EBUSY`: the system, or on Windows somebody who does not share it, uses one of them; `ENOSPC`,
///   `EDQUOT`, `EMLINK`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, rename};
///
/// let error = rename(zstr!("/no/such/file"), zstr!("/no/such/name")).unwrap_err();
/// assert_eq!((error.get_errno(), error.path.len()), (SystemErrno::ENOENT, 0));
/// ```
pub fn rename(from: &ZStr, to: &ZStr) -> Maybe<()> {
    renameat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` the name `to` below `to_dir`, in place of what is
/// there (`renameat(2)`).
///
/// # Errors
///
/// Those of [`rename`]; `EBADF` when a directory is not open.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, renameat};
///
/// # let top = format!("{}/bun_sys-rnat-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("new"), b"new")?;
/// File::write_file(&dir, zstr!("old"), b"old")?;
/// renameat(&dir, zstr!("new"), &dir, zstr!("old"))?;
/// assert_eq!(File::read_from(&dir, b"old")?, b"new");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn renameat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat(from_dir.as_fd(), from, to_dir.as_fd(), to).map_err(bare(Tag::rename))
}

/// Forwards to [`renameat`].
///
/// # Errors
///
/// Those of [`renameat`].
pub fn renameat_z(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    renameat(from_dir, from, to_dir, to)
}

/// Like [`renameat`], for paths without terminators, which are copied to the stack.
///
/// # Errors
///
/// Those of [`renameat`]; `ENAMETOOLONG` when a path is too long for any path.
pub fn renameat_a(from_dir: Fd, from: &[u8], to_dir: Fd, to: &[u8]) -> Maybe<()> {
    with_zstr(from, Tag::rename, |from| {
        with_zstr(to, Tag::rename, |to| renameat(from_dir, from, to_dir, to))
    })
}

/// Like [`renameat`], with a choice of what happens to what is there.
///
/// Zig: `bun.sys.renameat2`.
///
/// # Platforms
///
/// `renameat2(2)` on Linux since 3.15, `renameatx_np(2)` on macOS, `NtSetInformationFile` on
/// Windows, which exchanges nothing: `ENOTSUP`.
///
/// # Errors
///
/// Those of [`renameat`], and:
/// - `EEXIST`: there is something at `to`, with [`exclude`](Renameat2Flags::exclude);
/// - `ENOENT`: there is nothing at `to`, with [`exchange`](Renameat2Flags::exchange);
/// - `EINVAL`: the file system cannot, or both are asked for (macOS: `ENOTSUP` for the former);
/// - `ENOSYS`: the kernel has no such call;
/// - `ELOOP`: there is a link on the way, with [`nofollow`](Renameat2Flags::nofollow).
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, Renameat2Flags, renameat2};
///
/// # let top = format!("{}/bun_sys-rna2-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("a"), b"a")?;
/// File::write_file(&dir, zstr!("b"), b"b")?;
/// let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
/// assert!(renameat2(dir.fd, zstr!("a"), dir.fd, zstr!("b"), exclude).is_err());
/// let exchange = Renameat2Flags { exchange: true, ..Renameat2Flags::default() };
/// if renameat2(dir.fd, zstr!("a"), dir.fd, zstr!("b"), exchange).is_ok() {
///     assert_eq!(File::read_from(&dir, b"a")?, b"b");
/// }
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn renameat2(
    from_dir: Fd,
    from: &ZStr,
    to_dir: Fd,
    to: &ZStr,
    flags: Renameat2Flags,
) -> Maybe<()> {
    let (from, to) = (as_cstr(from, Tag::rename)?, as_cstr(to, Tag::rename)?);
    imp::renameat2(from_dir, from, to_dir, to, flags).map_err(bare(Tag::rename))
}

/// Makes a symbolic link at `path` that says `target`, which need not exist (`symlink(2)`).
///
/// # Platforms
///
/// Windows: `CreateSymbolicLinkW`, of the kind that `target` is by then, a file when it is missing.
/// It takes a privilege, or the developer mode: `EPERM` without.
/// [`symlink_or_junction`](crate::symlink_or_junction) makes a junction then.
///
/// # Errors
///
/// Without paths, as in Zig:
/// - `EEXIST`: there is something at `path`; `ENOENT`: its directory is missing, or `target` is
///   empty;
/// - `EACCES`, `EROFS`: the directory may not be written; `EPERM`: the file system has no links;
/// - `ENOTDIR`, `ELOOP` on the way; `ENOSPC`, `EDQUOT`;
/// - `EINVAL`: one of both has an embedded NUL; `ENAMETOOLONG`: one is longer than the system
///   takes.
///
/// # Examples
///
/// ```
/// use bun_str::ZBox;
/// use bun_sys::{SystemErrno, link, mkdir, readlink, rename, rmdir, symlink, unlink};
///
/// # let base = std::env::temp_dir().join(format!("bun_sys-link-{}", std::process::id()));
/// # let at = |name: &str| ZBox::from_bytes(base.join(name).to_str().unwrap());
/// # mkdir(&at(""), 0o700)?;
/// symlink(&at("nowhere"), &at("a"))?;
/// rename(&at("a"), &at("b"))?;
/// let mut buf = [0; 4096];
/// let len = readlink(&at("b"), &mut buf)?;
/// assert_eq!(&buf[..len], at("nowhere").as_bytes());
/// assert_eq!(link(&at("nowhere"), &at("c")).unwrap_err().get_errno(), SystemErrno::ENOENT);
/// unlink(&at("b"))?;
/// # rmdir(&at(""))?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn symlink(target: &ZStr, path: &ZStr) -> Maybe<()> {
    let (target, path) = (as_cstr(target, Tag::symlink)?, as_cstr(path, Tag::symlink)?);
    imp::symlinkat(target, Fd::cwd(), path).map_err(bare(Tag::symlink))
}

/// Makes a symbolic link at `path` below `dir` that says `target` (`symlinkat(2)`).
///
/// # Errors
///
/// Those of [`symlink`], with the descriptor; `EBADF` when `dir` is not open.
pub fn symlinkat(target: &ZStr, dir: impl AsFd, path: &ZStr) -> Maybe<()> {
    let fd = dir.as_fd();
    let (target, path) = (as_cstr(target, Tag::symlinkat)?, as_cstr(path, Tag::symlinkat)?);
    imp::symlinkat(target, fd, path).map_err(on_fd(fd, Tag::symlinkat))
}

/// Like [`symlink`], in place of a program at `path` that is running: after `EBUSY` or `ETXTBSY` it
/// is removed and the link made again.
///
/// Zig: `bun.sys.symlinkRunningExecutable`.
///
/// # Errors
///
/// Those of [`symlink`]; `EEXIST` when what is at `path` is in nobody's use.
#[doc(alias = "symlinkRunningExecutable")]
pub fn symlink_running_executable(target: &ZStr, path: &ZStr) -> Maybe<()> {
    match symlink(target, path) {
        Err(error) if matches!(error.get_errno(), SystemErrno::EBUSY | SystemErrno::ETXTBSY) => {
            // The second attempt says what is still wrong.
            let _ = unlink(path);
            symlink(target, path)
        }
        done => done,
    }
}

/// Gives the file at `from` a second name `to` (`link(2)`). Not made again after `EINTR`, as in
/// Zig.
///
/// # Platforms
///
/// Windows: `NtSetInformationFile`.
///
/// # Errors
///
/// With both paths:
/// - `EEXIST`: there is something at `to`; `ENOENT`: nothing is at `from`, or no directory for
///   `to`;
/// - `EXDEV`: they are on different file systems; `EMLINK`: the file has too many names;
/// - `EPERM`: it is a directory, somebody else's file, or the file system has no second names;
/// - `EACCES`, `EROFS`: the directory may not be written; `ENOTDIR`, `ELOOP`; `ENOSPC`, `EDQUOT`;
/// - `EINVAL`: a path has an embedded NUL.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, link};
///
/// let error = link(zstr!("/no/such/file"), zstr!("/no/such/name")).unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOENT);
/// assert_eq!((&*error.path, &*error.dest), (&b"/no/such/file"[..], &b"/no/such/name"[..]));
/// ```
pub fn link(from: &ZStr, to: &ZStr) -> Maybe<()> {
    linkat(Fd::cwd(), from, Fd::cwd(), to)
}

/// Gives the file at `from` below `from_dir` a second name `to` below `to_dir` (`linkat(2)` with no
/// flags). A symbolic link is not followed, but gets the second name itself.
///
/// # Errors
///
/// Those of [`link`], with both paths; `EBADF` when a directory is not open.
pub fn linkat(from_dir: impl AsFd, from: &ZStr, to_dir: impl AsFd, to: &ZStr) -> Maybe<()> {
    let (source, target) = (as_cstr(from, Tag::link)?, as_cstr(to, Tag::link)?);
    imp::linkat(from_dir.as_fd(), source, to_dir.as_fd(), target, 0).map_err(on_paths(
        from,
        to,
        Tag::link,
    ))
}

/// Whether naming a file by its descriptor was refused: it takes a privilege.
static EMPTY_PATH_REFUSED: AtomicBool = AtomicBool::new(false);

/// How kernels and sandboxes refuse it.
const REFUSALS: [SystemErrno; 5] = [
    SystemErrno::ENOENT,
    SystemErrno::EPERM,
    SystemErrno::EISDIR,
    SystemErrno::ENOTSUP,
    SystemErrno::EINVAL,
];

/// Gives the file `file` that has no name ([`O::TMPFILE`](crate::O::TMPFILE)) the name `path` below
/// `dir` (`linkat(2)` with `AT_EMPTY_PATH`, which takes a privilege, and after a first refusal for
/// good through `/proc/self/fd`, which takes none).
///
/// Zig: `bun.sys.linkatTmpfile`.
///
/// # Platforms
///
/// Linux; elsewhere `ENOTSUP`.
///
/// # Errors
///
/// With the directory and `path`: `EEXIST` when there is something at `path`; `ENOENT` when the
/// file was opened with `O_EXCL`, was removed, or `/proc` is not mounted; otherwise those of
/// [`linkat`].
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, O, linkat_tmpfile};
///
/// # let top = format!("{}/bun_sys-tmpf-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// # if O::TMPFILE != 0 {
/// // Not every file system has files without a name.
/// if let Ok(file) = File::openat(&dir, b".", O::TMPFILE | O::WRONLY | O::CLOEXEC, 0o600) {
///     file.write_all(b"whole")?;
///     linkat_tmpfile(file.handle, dir.fd, zstr!("named"))?;
///     assert_eq!(File::read_from(&dir, b"named")?, b"whole");
/// }
/// # }
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "linkatTmpfile")]
pub fn linkat_tmpfile(file: Fd, dir: Fd, path: &ZStr) -> Maybe<()> {
    let name = as_cstr(path, Tag::link)?;
    let mut by_number = EMPTY_PATH_REFUSED.load(Relaxed);
    let mut done = imp::link_tmpfile(file, dir, name, by_number);
    if !by_number && matches!(done, Err(errno) if REFUSALS.contains(&errno)) {
        EMPTY_PATH_REFUSED.store(true, Relaxed);
        by_number = true;
        done = imp::link_tmpfile(file, dir, name, by_number);
    }
    done.map_err(on_fd_path(dir, path, Tag::link))
}

/// Reads what the symbolic link at `path` says into `buf`, and a NUL behind it (`readlink(2)`).
/// Returns its length without the NUL.
///
/// # Platforms
///
/// Windows: `DeviceIoControl` with `FSCTL_GET_REPARSE_POINT`; junctions are links too.
///
/// # Errors
///
/// With `path`: `EINVAL` when it is no link, `buf` is empty, or `path` has an embedded NUL;
/// `ENAMETOOLONG` when `buf` has no room for the answer and the NUL; `ENOENT` when nothing is
/// there; `EACCES`, `ENOTDIR`, `ELOOP` on the way.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{SystemErrno, readlink};
///
/// let mut buf = [0; 4096];
/// assert_eq!(readlink(zstr!("/"), &mut buf).unwrap_err().get_errno(), SystemErrno::EINVAL);
/// # #[cfg(target_os = "linux")] {
/// let len = readlink(zstr!("/proc/self"), &mut buf)?;
/// assert_eq!(&buf[..len], std::process::id().to_string().as_bytes());
/// assert_eq!(buf[len], 0);
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn readlink(path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(Fd::cwd(), name, buf)
        .and_then(|len| terminate(buf, len))
        .map_err(on_path(path, Tag::readlink))
}

/// Like [`readlink`], for a link at `path` below `dir` (`readlinkat(2)`).
///
/// # Errors
///
/// Those of [`readlink`], with the descriptor and `path`; `EBADF` when `dir` is not open.
pub fn readlinkat(dir: impl AsFd, path: &ZStr, buf: &mut [u8]) -> Maybe<usize> {
    let fd = dir.as_fd();
    let name = as_cstr(path, Tag::readlink)?;
    imp::readlinkat(fd, name, buf).and_then(|len| terminate(buf, len)).map_err(on_fd_path(
        fd,
        path,
        Tag::readlink,
    ))
}

/// Writes a NUL behind the first `len` bytes; a buffer that is full may hold a part only.
pub(crate) fn terminate(buf: &mut [u8], len: usize) -> Result<usize, SystemErrno> {
    *buf.get_mut(len).ok_or(SystemErrno::ENAMETOOLONG)? = 0;
    Ok(len)
}
