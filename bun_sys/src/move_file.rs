//! Moving files: by renaming, and where that does not go, by copying.

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::backend::imp;
use crate::path_arg::with_zstr;
use crate::{
    Error, Fd, File, Maybe, Mode, O, PosixStat, Renameat2Flags, SystemErrno, Tag, copy_file,
    delete_tree_at, fchmod, fchown, lseek, openat, renameat, renameat2, rmdirat, unlinkat,
};

/// How [`renameat_concurrently`] proceeds.
///
/// Zig: the options of `renameatConcurrently`.
///
/// # Examples
///
/// ```
/// use bun_sys::RenameOptions;
///
/// assert_eq!(RenameOptions::default(), RenameOptions { move_fallback: false });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RenameatConcurrentlyOptions {
    /// Whether to copy the file to another file system if need be.
    pub move_fallback: bool,
}

/// Forwards to [`RenameatConcurrentlyOptions`].
pub type RenameOptions = RenameatConcurrentlyOptions;

/// `SEEK_SET`, the same on every system.
const FROM_START: i32 = 0;

/// What of a mode is not the type of the file.
pub(crate) const MODE_BITS: Mode = 0o7777;

/// How a copy is opened that takes the place of a file.
const COPY_FLAGS: i32 = O::WRONLY | O::CREAT | O::EXCL | O::CLOEXEC;

/// Moves the file at `filename` below `from_dir` to `destination` below `to_dir`; what is there is
/// replaced, be it a file or an empty directory (`renameat(2)`; between file systems
/// [`move_file_z_slow`]).
///
/// Zig: `bun.sys.moveFileZ`.
///
/// # Errors
///
/// Those of [`renameat`], by name; between file systems those of [`move_file_z_slow`].
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, move_file_z};
///
/// # let top = format!("{}/bun_sys-move-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("new"), b"new")?;
/// dir.make_dir(b"old")?;
/// move_file_z(dir.fd, zstr!("new"), dir.fd, zstr!("old"))?;
/// assert_eq!(File::read_from(&dir, b"old")?, b"new");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "moveFileZ")]
pub fn move_file_z(
    from_dir: Fd,
    filename: &ZStr,
    to_dir: Fd,
    destination: &ZStr,
) -> Result<(), NamedError> {
    match rename_over(from_dir, filename, to_dir, destination) {
        Err(error) if error.get_errno() == SystemErrno::EXDEV => {
            move_file_z_slow(from_dir, filename, to_dir, destination)
        }
        outcome => Ok(outcome?),
    }
}

/// Like [`move_file_z`], for a file that is open as `from_handle`, which stays open. Between file
/// systems all of it is copied, whatever the position, which is moved.
///
/// Zig: `bun.sys.moveFileZWithHandle`.
///
/// # Errors
///
/// Those of [`move_file_z`], and of [`lseek`].
#[doc(alias = "moveFileZWithHandle")]
pub fn move_file_z_with_handle(
    from_handle: Fd,
    from_dir: Fd,
    filename: &ZStr,
    to_dir: Fd,
    destination: &ZStr,
) -> Result<(), NamedError> {
    match rename_over(from_dir, filename, to_dir, destination) {
        Err(error) if error.get_errno() == SystemErrno::EXDEV => {
            // The handle may be for writing only, and then nothing can be read through it.
            let copied = lseek(from_handle, 0, FROM_START)
                .and_then(|_| copy_file_z_slow_with_handle(from_handle, to_dir, destination));
            match copied {
                Err(error) if error.get_errno() == SystemErrno::EBADF => {
                    move_file_z_slow(from_dir, filename, to_dir, destination)
                }
                outcome => {
                    outcome?;
                    Ok(unlinkat(from_dir, filename)?)
                }
            }
        }
        outcome => Ok(outcome?),
    }
}

/// Renames, after making room if an empty directory is in the way.
fn rename_over(from_dir: Fd, from: &ZStr, to_dir: Fd, to: &ZStr) -> Maybe<()> {
    match renameat(from_dir, from, to_dir, to) {
        Err(error) if error.get_errno() == SystemErrno::EISDIR => {
            // If it is not empty, renaming fails again and says so.
            let _ = rmdirat(to_dir, to);
            renameat(from_dir, from, to_dir, to)
        }
        outcome => outcome,
    }
}

/// Moves the file at `filename` below `from_dir` to `destination` below `to_dir` by copying it and
/// deleting the original ([`copy_file_z_slow_with_handle`], `unlinkat(2)`).
///
/// Zig: `bun.sys.moveFileZSlow`, which deletes the original first.
///
/// # Errors
///
/// Those of [`move_file_z_slow_maybe`], by name.
#[doc(alias = "moveFileZSlow")]
pub fn move_file_z_slow(
    from_dir: Fd,
    filename: &ZStr,
    to_dir: Fd,
    destination: &ZStr,
) -> Result<(), NamedError> {
    Ok(move_file_z_slow_maybe(from_dir, filename, to_dir, destination)?)
}

/// Like [`move_file_z_slow`], and says which call failed.
///
/// Zig: `bun.sys.moveFileZSlowMaybe`.
///
/// # Errors
///
/// Those of opening the file ([`openat`]), of [`copy_file_z_slow_with_handle`], and of deleting the
/// original ([`unlinkat`]). The original is there unless all went well.
#[doc(alias = "moveFileZSlowMaybe")]
pub fn move_file_z_slow_maybe(
    from_dir: Fd,
    filename: &ZStr,
    to_dir: Fd,
    destination: &ZStr,
) -> Maybe<()> {
    let source = File::from_fd(openat(from_dir, filename, O::RDONLY | O::CLOEXEC, 0)?);
    copy_file_z_slow_with_handle(source.handle, to_dir, destination)?;
    unlinkat(from_dir, filename)
}

/// Copies the open file `in_handle` from its position on, with its mode, and its owner if allowed,
/// to `destination` below `to_dir`, where a file that is there is deleted first (`fstat(2)`,
/// `unlinkat(2)`, `openat(2)`, [`copy_file`](crate::copy_file()), `fchown(2)`, `fchmod(2)`).
///
/// All twelve bits of the mode are kept, and the umask takes none. If the file system can share
/// blocks, all of the file is copied, whatever the position.
///
/// Zig: `bun.sys.copyFileZSlowWithHandle`, whose copy has zeros at its end when the position is not
/// 0.
///
/// # Platforms
///
/// Windows keeps the one permission there is. Zig calls `CopyFileW` there:
/// [`copyfile`](crate::copyfile).
///
/// # Errors
///
/// Those of `fstat(2)`, of creating the copy ([`openat`]), of [`copy_file`](crate::copy_file()) and
/// of [`fchmod`]: `EBADF`, `EISDIR`, `EACCES`, `ENOSPC`. There is then no file at `destination`,
/// not even part of one.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, O, copy_file_z_slow_with_handle};
///
/// # let top = format!("{}/bun_sys-slow-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("from"), b"content")?;
/// let from = dir.open_file(b"from", O::RDONLY | O::CLOEXEC, 0)?;
/// copy_file_z_slow_with_handle(from.handle, dir.fd, zstr!("to"))?;
/// let to = dir.open_file(b"to", O::RDONLY | O::CLOEXEC, 0)?;
/// assert_eq!((to.read_to_end()?, to.stat()?.mode()), (b"content".to_vec(), from.stat()?.mode()));
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "copyFileZSlowWithHandle")]
pub fn copy_file_z_slow_with_handle(in_handle: Fd, to_dir: Fd, destination: &ZStr) -> Maybe<()> {
    let stat = describe(in_handle)?;
    // A copy that shared the file with a process that runs it could not be written.
    let _ = unlinkat(to_dir, destination);
    let copy = File::from_fd(openat(to_dir, destination, COPY_FLAGS, 0o644)?);
    let finish = || {
        if let Ok(len) = i64::try_from(stat.size) {
            // A hint: what cannot be reserved is found out by writing. The length is that of what
            // is copied, which may be less by then.
            let _ = imp::reserve(copy.handle, len);
        }
        copy_file(in_handle, copy.handle)?;
        // The owner first: changing it takes the set-user-id bit away.
        let _ = fchown(copy.handle, narrow(stat.uid), narrow(stat.gid));
        fchmod(copy.handle, narrow(stat.mode) & MODE_BITS)
    };
    let outcome = finish();
    if outcome.is_err() {
        let _ = unlinkat(to_dir, destination);
    }
    outcome
}

/// All that `fstat` says.
fn describe(fd: Fd) -> Maybe<PosixStat> {
    imp::fstat(fd)
        .map(|stat| imp::posix_stat(&stat))
        .map_err(|errno| Error::from_code(errno, Tag::fstat).with_fd(fd))
}

/// A field that the system has in 32 bits.
fn narrow(field: u64) -> u32 {
    u32::try_from(field).unwrap_or(u32::MAX)
}

/// Like [`renameat_concurrently`], for paths without terminators, which are copied to the stack.
///
/// # Errors
///
/// Those of [`renameat_concurrently`]; `ENAMETOOLONG` when one is too long for any path.
#[doc(alias = "renameatConcurrentlyA")]
pub fn renameat_concurrently_a(
    from_dir_fd: Fd,
    from: &[u8],
    to_dir_fd: Fd,
    to: &[u8],
    opts: RenameatConcurrentlyOptions,
) -> Maybe<()> {
    with_zstr(from, Tag::rename, |from| {
        with_zstr(to, Tag::rename, |to| {
            renameat_concurrently(from_dir_fd, from, to_dir_fd, to, opts)
        })
    })
}

/// Puts the file or directory at `from` in the place of whatever is at `to`, which may be a
/// directory that is not empty, and which others may be using or replacing at the same time
/// (`renameat2(2)`).
///
/// Exchanges the two if the file system can, so that there is always something at `to`; otherwise
/// what is at `to` is deleted first.
///
/// Zig: `bun.sys.renameatConcurrently`.
///
/// # Platforms
///
/// Linux and macOS exchange; Windows deletes first.
///
/// # Errors
///
/// Those of [`renameat2`]: `ENOENT`; `EXDEV` between file systems, unless
/// [`move_fallback`](RenameatConcurrentlyOptions::move_fallback), and then those of
/// [`move_file_z_slow_maybe`].
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, RenameOptions, renameat_concurrently};
///
/// # let top = format!("{}/bun_sys-conc-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// dir.make_path(b"new/inside")?;
/// dir.make_path(b"old/full/of/others")?;
/// let options = RenameOptions { move_fallback: true };
/// renameat_concurrently(dir.fd, zstr!("new"), dir.fd, zstr!("old"), options)?;
/// assert!(dir.open_at(b"old/inside").is_ok() && dir.open_at(b"new").is_err());
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "renameatConcurrently")]
pub fn renameat_concurrently(
    from_dir_fd: Fd,
    from: &ZStr,
    to_dir_fd: Fd,
    to: &ZStr,
    opts: RenameatConcurrentlyOptions,
) -> Maybe<()> {
    match renameat_concurrently_without_fallback(from_dir_fd, from, to_dir_fd, to) {
        Err(error) if opts.move_fallback && error.get_errno() == SystemErrno::EXDEV => {
            move_file_z_slow_maybe(from_dir_fd, from, to_dir_fd, to)
        }
        outcome => outcome,
    }
}

/// [`renameat_concurrently`] within one file system.
///
/// Zig: `bun.sys.renameatConcurrentlyWithoutFallback`.
///
/// # Errors
///
/// Those of `renameat2(2)`.
#[doc(alias = "renameatConcurrentlyWithoutFallback")]
pub fn renameat_concurrently_without_fallback(
    from_dir_fd: Fd,
    from: &ZStr,
    to_dir_fd: Fd,
    to: &ZStr,
) -> Maybe<()> {
    let exclude = Renameat2Flags { exclude: true, ..Renameat2Flags::default() };
    let error = match renameat2(from_dir_fd, from, to_dir_fd, to, exclude) {
        Ok(()) => return Ok(()),
        Err(error) => error,
    };
    // Something is there, or the file system does not take flags. Nothing else is a reason to
    // delete what is there.
    if !is_in_the_way(&error) && !is_unsupported(&error) {
        return Err(error);
    }
    let exchange = Renameat2Flags { exchange: true, ..Renameat2Flags::default() };
    if renameat2(from_dir_fd, from, to_dir_fd, to, exchange).is_ok() {
        // What was there is at `from` now. What cannot be deleted stays there.
        let _ = delete_tree_at(from_dir_fd, from.as_bytes());
        return Ok(());
    }
    match renameat(from_dir_fd, from, to_dir_fd, to) {
        Err(error) if is_in_the_way(&error) => {
            let _ = delete_tree_at(to_dir_fd, to.as_bytes());
            renameat(from_dir_fd, from, to_dir_fd, to)
        }
        outcome => outcome,
    }
}

fn is_in_the_way(error: &Error) -> bool {
    matches!(
        error.get_errno(),
        SystemErrno::EEXIST | SystemErrno::ENOTEMPTY | SystemErrno::EISDIR | SystemErrno::ENOTDIR
    )
}

fn is_unsupported(error: &Error) -> bool {
    [SystemErrno::ENOTSUP, SystemErrno::EOPNOTSUPP, SystemErrno::ENOSYS, SystemErrno::EINVAL]
        .contains(&error.get_errno())
}
