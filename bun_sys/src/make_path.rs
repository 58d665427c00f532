//! Making a directory and those above it that are missing.
//!
//! The standard library's way asks what is there before it makes anything, so each directory costs
//! a call more, and it takes a dangling link in the way for an error.

use bun_core::Error as NamedError;
use bun_paths::{MakePathStep, component_iterator, make_path_with};
use bun_str::ZStr;

use crate::path_arg::with_zstr;
use crate::{
    AsFd, Dir, Error, Fd, FileKind, Maybe, Mode, OpenDirOptions, SystemErrno, Tag, fstatat,
    lstatat, mkdirat, unlinkat, wide_path,
};

/// What a directory gets that is made here, less the umask.
///
/// Zig: `std.fs.Dir.default_mode`.
pub const DIRECTORY_MODE: Mode = 0o755;

/// How often a name is tried again that changes meanwhile.
const TRIES: u32 = 16;

/// The unit of a path that [`make_path`] takes: `u8`, or `u16` of a path as Windows writes it, on
/// every system.
///
/// # Examples
///
/// ```
/// use bun_str::w;
/// use bun_sys::{Fd, make_path::MakePathUnit};
///
/// u8::make_path(Fd::cwd(), b"/dev")?;
/// u16::make_path(Fd::cwd(), w!("/dev"))?;
/// # Ok::<(), bun_core::Error>(())
/// ```
pub trait MakePathUnit: Sized {
    /// Makes the directory and those above it.
    ///
    /// # Errors
    ///
    /// Those of [`mkdir_recursive_at`], by name.
    fn make_path(dir: Fd, sub_path: &[Self]) -> Result<(), NamedError>;
}

impl MakePathUnit for u8 {
    fn make_path(dir: Fd, sub_path: &[Self]) -> Result<(), NamedError> {
        Ok(mkdir_recursive_at(dir, sub_path)?)
    }
}

impl MakePathUnit for u16 {
    fn make_path(dir: Fd, sub_path: &[Self]) -> Result<(), NamedError> {
        Ok(mkdir_recursive_at(dir, &wide_path::to_bytes(sub_path, Tag::mkdir)?)?)
    }
}

/// Makes the directory at `sub_path` below `dir`, and those above it that are missing
/// (`mkdirat(2)`).
///
/// Zig: `bun.MakePath.makePath`.
///
/// # Errors
///
/// Those of [`mkdir_recursive_at`], by name.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, make_path::make_path};
///
/// let root = Dir::open(b"/")?;
/// make_path(&root, b"proc/self")?;
/// let wide: Vec<u16> = "proc/self".encode_utf16().collect();
/// make_path(&root, &wide)?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "makePath")]
pub fn make_path<T: MakePathUnit>(dir: &Dir, sub_path: &[T]) -> Result<(), NamedError> {
    T::make_path(dir.fd, sub_path)
}

/// Forwards to [`make_path`], for a path as Windows writes it.
///
/// Zig: `bun.MakePath.makePathU16`.
///
/// # Errors
///
/// Those of [`make_path`]; `ENAMETOOLONG` when it has more units than any path.
#[doc(alias = "makePathU16")]
pub fn make_path_u16(dir: &Dir, sub_path: &[u16]) -> Result<(), NamedError> {
    make_path(dir, sub_path)
}

/// Opens the directory at `sub_path` below `dir`, after making it if it is missing (`openat(2)`,
/// `mkdirat(2)`).
///
/// Zig: `bun.MakePath.makeOpenPath`.
///
/// # Errors
///
/// Those of [`make_path`] and [`Dir::open_dir`].
#[doc(alias = "makeOpenPath")]
pub fn make_open_path(
    dir: &Dir,
    sub_path: &[u8],
    options: OpenDirOptions,
) -> Result<Dir, NamedError> {
    match dir.open_at_with(sub_path, options.flags()) {
        Err(error) if error.get_errno() == SystemErrno::ENOENT => {
            mkdir_recursive_at(dir, sub_path)?;
            dir.open_dir(sub_path, options)
        }
        outcome => Ok(outcome?),
    }
}

/// [`mkdir_recursive_at`] below the working directory.
///
/// # Errors
///
/// Those of [`mkdir_recursive_at`].
///
/// # Examples
///
/// ```
/// use bun_sys::{Fd, SystemErrno, delete_tree_at, directory_exists_at, mkdir_recursive};
///
/// # let top = std::env::temp_dir().join(format!("bun_sys-mkdirs-{}", std::process::id()));
/// # let top = top.to_str().unwrap();
/// let path = format!("{top}/a/b/c");
/// mkdir_recursive(path.as_bytes())?;
/// mkdir_recursive(path.as_bytes())?;
/// assert!(directory_exists_at(Fd::cwd(), &bun_str::ZBox::from_bytes(path.as_bytes()))?);
/// let error = mkdir_recursive(b"/dev/null/a").unwrap_err();
/// assert_eq!(error.get_errno(), SystemErrno::ENOTDIR);
/// # delete_tree_at(Fd::cwd(), top.as_bytes())?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub fn mkdir_recursive(sub_path: &[u8]) -> Maybe<()> {
    mkdir_recursive_at(Fd::cwd(), sub_path)
}

/// [`mkdir_recursive_at_mode`] with [`DIRECTORY_MODE`].
///
/// # Errors
///
/// Those of [`mkdir_recursive_at_mode`].
pub fn mkdir_recursive_at(dir: impl AsFd, sub_path: &[u8]) -> Maybe<()> {
    mkdir_recursive_at_mode(dir.as_fd(), sub_path, DIRECTORY_MODE)
}

/// Makes the directory at `sub_path` below `dir`, and those above it that are missing, with `mode`
/// less the umask (`mkdirat(2)`).
///
/// One call finds a directory that is there; one call each makes those that are missing. A symbolic
/// link to a directory counts as one; a link that leads nowhere is deleted to make room. An empty
/// path is there already.
///
/// # Platforms
///
/// On Windows `mode` means nothing.
///
/// # Errors
///
/// Those of [`mkdirat`], of the call `mkdir`; directories that were made stay:
/// - `ENOTDIR`: something else is in the way;
/// - `EACCES`, `EROFS`, `ENOSPC`: one cannot be made;
/// - `EEXIST`: the name changed 16 times meanwhile;
/// - `EINVAL`: `sub_path` has an embedded NUL; `ENAMETOOLONG`: it is too long for any path.
pub fn mkdir_recursive_at_mode(dir: Fd, sub_path: &[u8], mode: Mode) -> Maybe<()> {
    let invalid = |_| Error::from_code(SystemErrno::EINVAL, Tag::mkdir);
    let components = component_iterator(sub_path).map_err(invalid)?;
    make_path_with(components, |path| with_zstr(path, Tag::mkdir, |path| make_one(dir, path, mode)))
}

/// Makes one directory, whose parent may be missing.
fn make_one(dir: Fd, path: &ZStr, mode: Mode) -> Maybe<MakePathStep<Error>> {
    for _ in 0..TRIES {
        let error = match mkdirat(dir, path, mode) {
            Ok(()) => return Ok(MakePathStep::Created),
            Err(error) => error,
        };
        match error.get_errno() {
            SystemErrno::ENOENT => return Ok(MakePathStep::NotFound(error)),
            SystemErrno::EEXIST => {}
            _ => return Err(error),
        }
        match fstatat(dir, path) {
            Ok(stat) if stat.kind().is_directory() => return Ok(MakePathStep::Exists),
            Ok(_) => return Err(Error::from_code(SystemErrno::ENOTDIR, Tag::mkdir)),
            Err(error) if error.get_errno() == SystemErrno::ENOENT => remove_link(dir, path)?,
            Err(error) => return Err(Error::from_code(error.get_errno(), Tag::mkdir)),
        }
    }
    Err(Error::from_code(SystemErrno::EEXIST, Tag::mkdir))
}

/// Deletes a symbolic link, and nothing else.
fn remove_link(dir: Fd, path: &ZStr) -> Maybe<()> {
    let gone = |error: &Error| error.get_errno() == SystemErrno::ENOENT;
    match lstatat(dir, path) {
        // What became a directory since is not deleted by `unlinkat`; a file could be, in the
        // instant between the two calls.
        Ok(stat) if stat.kind() == FileKind::SymLink => {
            unlinkat(dir, path).or_else(|error| if gone(&error) { Ok(()) } else { Err(error) })
        }
        Ok(_) => Ok(()),
        Err(error) if gone(&error) => Ok(()),
        Err(error) => Err(error),
    }
}
