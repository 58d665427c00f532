//! Deleting a directory and everything in it.
//!
//! Recursion by path was rejected: somebody who replaces a directory by a link between two calls
//! would have the files behind the link deleted. So every entry is reached from the open directory
//! that holds it. Keeping all directories open that lead to the current one was rejected too: a
//! tree may be deeper than a process may have descriptors, so far ancestors are closed and found
//! again through `..`, and then must be the ones that were left.

mod ancestors;

use alloc::boxed::Box;

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::dir_iterator::DirIterator;
use crate::path_arg::with_zstr;
use crate::{
    AT_REMOVEDIR, AsFd, Error, Fd, FileKind, Maybe, O, OwnedFd, SystemErrno, Tag, openat,
    unlinkat_with_flags,
};

use ancestors::{Ancestors, Level};

/// How often one directory is emptied again into which somebody puts entries meanwhile.
const ROUNDS: u32 = 1024;

/// How often the tree is entered from its top again because somebody moves its directories.
const RESTARTS: u32 = 64;

/// A link is deleted, never followed.
const OPEN_FLAGS: i32 = O::RDONLY | O::DIRECTORY | O::NOFOLLOW | O::CLOEXEC;

/// Deletes what is at `path`, absolute or below the working directory, like [`delete_tree_at`].
///
/// Zig: `std.fs.deleteTreeAbsolute`.
///
/// # Errors
///
/// Those of [`delete_tree_at`], by name.
#[doc(alias = "deleteTreeAbsolute")]
pub fn delete_tree_absolute(path: &[u8]) -> Result<(), NamedError> {
    Ok(delete_tree_at(Fd::cwd(), path)?)
}

/// Deletes what is at `sub_path` below `dir`: a file, a link, or a directory and everything in it
/// (`unlinkat(2)`, `openat(2)` with `NOFOLLOW`). It is no error when nothing is there.
///
/// Links are deleted and not followed, not even when somebody exchanges a directory for one while
/// this runs. Entries that appear meanwhile are deleted as well, and those that vanish are gone.
/// Trees may be of any depth; no more than a few dozen descriptors are open at a time, fewer when
/// the process has no more.
///
/// Zig: `std.fs.Dir.deleteTree`.
///
/// # Platforms
///
/// Windows deletes files that are read-only too; what others have open there goes with their last
/// handle where the file system does not do it as on Unix.
///
/// # Errors
///
/// Part of the tree may be deleted:
/// - `EACCES`: a directory may not be read or changed; on Windows `EPERM`;
/// - `EPERM`: an entry belongs to somebody else in a directory with the sticky bit, or may not be
///   deleted at all;
/// - `EROFS`: the file system is read-only; `EMFILE`: the process has not one descriptor left;
/// - `ENOTEMPTY` or `EBUSY`: somebody keeps putting entries into a directory that was emptied, or
///   moves directories of the tree, 64 times at its top and 1024 times below; `EBUSY` also for a
///   mount point;
/// - `EIO`: the file system lists a name with a separator;
/// - `EINVAL`: `sub_path` has an embedded NUL; `ENAMETOOLONG`: it is too long for any path.
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, delete_tree_at, mkdir_recursive};
///
/// # let name = format!("{}/bun_sys-rm-{}", std::env::temp_dir().display(), std::process::id());
/// # let name = name.as_bytes();
/// mkdir_recursive(&[name, b"/a/b"].concat())?;
/// delete_tree_at(Fd::cwd(), name)?;
/// delete_tree_at(Fd::cwd(), name)?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn delete_tree_at(dir: impl AsFd, sub_path: &[u8]) -> Maybe<()> {
    let dir = dir.as_fd();
    with_zstr(sub_path, Tag::unlink, |path| {
        let mut failed = Error::from_code(SystemErrno::EBUSY, Tag::unlink);
        for _ in 0..RESTARTS {
            let Some(top) = remove_or_open(dir, path, FileKind::Unknown, |_| false)? else {
                return Ok(());
            };
            if let Emptied::All = empty(top)? {
                match removed(unlinkat_with_flags(dir, path, AT_REMOVEDIR)) {
                    Err(error) if is_not_empty(&error) => failed = error,
                    outcome => return outcome,
                }
            }
        }
        Err(failed)
    })
}

/// How emptying a directory ended, if not by an error.
enum Emptied {
    /// It was empty.
    All,
    /// The way back to it was lost: somebody moved a directory of the tree.
    Lost,
}

/// Deletes everything below `top`, deepest first.
fn empty(top: OwnedFd) -> Maybe<Emptied> {
    let mut levels = Ancestors::new(top);
    while let Some(level) = levels.deepest() {
        match delete_entries(level)? {
            Some(name) => enter(&mut levels, &name, 0)?,
            None => match levels.leave()? {
                ancestors::Left::Top => return Ok(Emptied::All),
                ancestors::Left::Lost => return Ok(Emptied::Lost),
                ancestors::Left::Child(child) => finish(&mut levels, child)?,
            },
        }
    }
    Ok(Emptied::Lost)
}

/// Deletes the entries of `level` that are no directories, up to the first that is one; returns its
/// name.
fn delete_entries(level: &mut Level) -> Maybe<Option<Box<ZStr>>> {
    let fd = level.fd();
    while let Some(entry) = level.entries().next_as_told()? {
        let name = entry.name.as_zstr();
        if name.as_bytes().contains(&b'/') {
            return Err(Error::from_code(SystemErrno::EIO, Tag::getdents64).with_fd(fd));
        }
        if entry.kind == FileKind::Directory || !remove_file(fd, name)? {
            return Ok(Some(ZStr::boxed(name.as_bytes())));
        }
    }
    Ok(None)
}

/// Opens the directory `name` of the deepest level, which becomes the deepest.
///
/// `rounds` says how often it was found not empty.
fn enter(levels: &mut Ancestors, name: &ZStr, rounds: u32) -> Maybe<()> {
    let Some(parent) = levels.deepest().map(|level| level.fd()) else { return Ok(()) };
    let opened = remove_or_open(parent, name, FileKind::Directory, |error| {
        let full = [SystemErrno::EMFILE, SystemErrno::ENFILE].contains(&error.get_errno());
        full && levels.close_some()
    })?;
    match opened {
        Some(fd) => levels.push(fd, name, rounds),
        None => Ok(()),
    }
}

/// Removes the directory `child` that was emptied; enters it again when it is not empty any more.
fn finish(levels: &mut Ancestors, child: ancestors::Child) -> Maybe<()> {
    let Some(parent) = levels.deepest().map(|level| level.fd()) else { return Ok(()) };
    match removed(unlinkat_with_flags(parent, &child.name, AT_REMOVEDIR)) {
        // Not empty, or a file or a link by now.
        Err(error)
            if child.rounds < ROUNDS
                && (is_not_empty(&error) || error.get_errno() == SystemErrno::ENOTDIR) =>
        {
            enter(levels, &child.name, child.rounds + 1)
        }
        outcome => outcome,
    }
}

/// Removes the file at `name`; `false` when it is a directory.
fn remove_file(dir: Fd, name: &ZStr) -> Maybe<bool> {
    match removed(unlinkat_with_flags(dir, name, 0)) {
        Ok(()) => Ok(true),
        // Linux says the one, POSIX the other.
        Err(error) if error.get_errno() == SystemErrno::EISDIR => Ok(false),
        Err(error) if error.get_errno() == SystemErrno::EPERM => {
            let stat = crate::lstatat(dir, name);
            if stat.is_ok_and(|stat| stat.kind().is_directory()) { Ok(false) } else { Err(error) }
        }
        Err(error) => Err(error),
    }
}

/// Removes the entry at `name` if it is a file, opens it if it is a directory.
///
/// `kind` is what to try first; `make_room` may close descriptors and says whether it did.
fn remove_or_open(
    dir: Fd,
    name: &ZStr,
    kind: FileKind,
    mut make_room: impl FnMut(&Error) -> bool,
) -> Maybe<Option<OwnedFd>> {
    let mut may_be_file = kind != FileKind::Directory;
    for _ in 0..ROUNDS {
        if may_be_file && remove_file(dir, name)? {
            return Ok(None);
        }
        match openat(dir, name, OPEN_FLAGS, 0) {
            Ok(fd) => return Ok(Some(OwnedFd::new(fd))),
            Err(error) => match error.get_errno() {
                SystemErrno::ENOENT => return Ok(None),
                // A file or a link: the one instead of the other because of `NOFOLLOW`.
                SystemErrno::ENOTDIR | SystemErrno::ELOOP => may_be_file = true,
                _ if make_room(&error) => {}
                // What cannot be read may be empty, and then it can be removed.
                SystemErrno::EACCES => {
                    return match removed(unlinkat_with_flags(dir, name, AT_REMOVEDIR)) {
                        Ok(()) => Ok(None),
                        Err(_) => Err(error),
                    };
                }
                _ => return Err(error),
            },
        }
    }
    Err(Error::from_code(SystemErrno::EBUSY, Tag::unlink))
}

/// What is gone was removed.
fn removed(outcome: Maybe<()>) -> Maybe<()> {
    match outcome {
        Err(error) if error.get_errno() == SystemErrno::ENOENT => Ok(()),
        outcome => outcome,
    }
}

fn is_not_empty(error: &Error) -> bool {
    [SystemErrno::ENOTEMPTY, SystemErrno::EEXIST].contains(&error.get_errno())
}

/// A new iterator over `fd`, on the heap: it holds its buffer.
fn entries_of(fd: Fd) -> Box<DirIterator<'static>> {
    Box::new(DirIterator::new(fd))
}
