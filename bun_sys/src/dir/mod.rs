//! `Dir`: an open directory that closes itself.

mod borrow;
mod entries;
mod ext;
mod open;
mod options;

use crate::dir_iterator::DirIterator;
use crate::fd::owns_nothing;
use crate::{AsFd, Fd, Maybe};

pub use ext::FdDirExt;
pub use open::{
    open_dir, open_dir_absolute, open_dir_at, open_dir_for_iteration,
    open_dir_for_iteration_os_path,
};
pub use options::{CopyFileOptions, CreateFlags, OpenDirOptions};

/// An open directory, closed on drop.
///
/// Names below it are found from the open directory, wherever that is by then, so that nobody can
/// put another in its place between two calls.
///
/// Zig: `bun.sys.Dir`, `std.fs.Dir`.
///
/// # Examples
///
/// ```
/// use bun_sys::Dir;
///
/// let root = Dir::open(b"/")?;
/// let mut names = 0;
/// let mut entries = root.iterate();
/// while let Some(entry) = entries.next()? {
///     assert_ne!(entry.name.slice(), b"..");
///     names += 1;
/// }
/// assert!(names > 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
///
/// A tree is made, filled, and deleted:
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{CreateFlags, Dir, OpenDirOptions};
///
/// # let name = format!("bun_sys-dir-{}", std::process::id());
/// # let name = name.as_bytes();
/// let temporary = Dir::open(std::env::temp_dir().as_os_str().as_encoded_bytes())?;
/// let top = temporary.make_open_path(name, OpenDirOptions::default())?;
/// top.make_path(b"a/b/c")?;
/// let file = top.create_file_z(zstr!("a/b/c/file"), CreateFlags::default())?;
/// file.write_all(b"content")?;
/// file.close()?;
/// top.close();
/// temporary.delete_tree(name)?;
/// assert_eq!(temporary.open_dir(name, OpenDirOptions::default()).unwrap_err().name(), "ENOENT");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct Dir {
    /// The descriptor, which is closed when this is dropped; as a field, because ported code reads
    /// it as one.
    pub fd: Fd,
}

impl Dir {
    /// The working directory, which is never closed.
    #[must_use]
    pub const fn cwd() -> Self {
        Self::from_fd(Fd::cwd())
    }

    /// Takes over the duty to close `fd`.
    #[must_use]
    pub const fn from_fd(fd: Fd) -> Self {
        Self { fd }
    }

    /// The descriptor, still owned by `self`.
    #[must_use]
    pub const fn fd(&self) -> Fd {
        self.fd
    }

    /// Gives the duty to close the descriptor to the caller.
    #[must_use]
    pub fn into_raw(mut self) -> Fd {
        // `drop` runs on what is left, and leaves `INVALID` alone.
        core::mem::replace(&mut self.fd, Fd::INVALID)
    }

    /// Closes the directory now (`close(2)`).
    ///
    /// # Panics
    ///
    /// In debug builds, when the descriptor is not open: something closed it twice.
    pub fn close(self) {
        drop(self);
    }

    /// Reads the entries from where the directory's position is, which is the start at first
    /// (`getdents64(2)`, `getdirentries(2)`, `NtQueryDirectoryFile`).
    #[must_use]
    pub const fn iterate(&self) -> DirIterator<'_> {
        DirIterator::new(self.fd)
    }

    /// Writes the path of the directory, as the system knows it now, to `buf`.
    ///
    /// Zig: `bun.getFdPath`.
    ///
    /// # Errors
    ///
    /// Those of [`get_fd_path`](crate::get_fd_path).
    #[doc(alias = "getFdPath")]
    pub fn get_fd_path<'b>(&self, buf: &'b mut bun_paths::PathBuffer) -> Maybe<&'b mut [u8]> {
        crate::get_fd_path(self.fd, buf)
    }
}

impl AsFd for Dir {
    fn as_fd(&self) -> Fd {
        self.fd
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        if !owns_nothing(self.fd) {
            self.fd.close();
        }
    }
}
