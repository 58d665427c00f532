//! `File`: an open file that closes itself.

mod open;
mod position;
mod read;
mod write;
mod writer;

use crate::backend::imp;
use crate::fd::owns_nothing;
use crate::{AsFd, Fd, FileKind, Maybe, Stat, close, fstat};

pub use open::{OpenFlags, open_file, open_file_absolute_z};
pub use read::{ReadToEndResult, SizeHint};
pub use writer::{FileReader, FileWriter, QuietWriter};

/// An open file, closed on drop.
///
/// Zig: `bun.sys.File`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{File, O};
///
/// let file = File::open(zstr!("/dev/null"), O::RDONLY | O::CLOEXEC, 0)?;
/// assert_eq!(file.read(&mut [0; 16])?, 0);
/// file.close()?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
///
/// What is written can be read back, from the beginning and at any place:
///
/// ```
/// use bun_str::{ZBox, zstr};
/// use bun_sys::{CreateFlags, Dir, Fd, File, SizeHint};
///
/// # let top = format!("{}/bun_sys-file-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("a"), b"twelve bytes")?;
/// assert_eq!(File::read_from(&dir, b"a")?, b"twelve bytes");
///
/// let file = dir.create_file_z(zstr!("a"), CreateFlags { truncate: false, read: true })?;
/// file.pwrite_all(b"TWELVE", 0)?;
/// file.seek_to(7)?;
/// let mut word = [0; 5];
/// assert_eq!(file.read_all(&mut word)?, 5);
/// assert_eq!((&word, file.get_pos()?, file.get_end_pos()?), (b"bytes", 12, 12));
/// let mut list = Vec::new();
/// file.read_to_end_with_array_list(&mut list, SizeHint::ProbablySmall)?;
/// assert_eq!(list, b"TWELVE bytes");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct File {
    /// The descriptor, which is closed when this is dropped; as a field, because ported code reads
    /// it as one.
    pub handle: Fd,
}

impl File {
    /// Takes over the duty to close `fd`.
    #[must_use]
    pub const fn from_fd(fd: Fd) -> Self {
        Self { handle: fd }
    }

    /// Descriptor 0, which is never closed.
    #[must_use]
    pub const fn stdin() -> Self {
        Self::from_fd(Fd::stdin())
    }

    /// Descriptor 1, which is never closed.
    #[must_use]
    pub const fn stdout() -> Self {
        Self::from_fd(Fd::stdout())
    }

    /// Descriptor 2, which is never closed.
    #[must_use]
    pub const fn stderr() -> Self {
        Self::from_fd(Fd::stderr())
    }

    /// The descriptor, still owned by `self`.
    #[must_use]
    pub const fn handle(&self) -> Fd {
        self.handle
    }

    /// Forwards to [`handle`](Self::handle).
    #[must_use]
    pub const fn fd(&self) -> Fd {
        self.handle
    }

    /// Gives the duty to close the descriptor to the caller.
    #[must_use]
    pub fn into_raw(mut self) -> Fd {
        // `drop` runs on what is left, and leaves `INVALID` alone.
        core::mem::replace(&mut self.handle, Fd::INVALID)
    }

    /// Closes the file now (`close(2)`).
    ///
    /// Zig: `File.close`.
    ///
    /// # Errors
    ///
    /// Those of [`close`].
    pub fn close(self) -> Maybe<()> {
        let fd = self.into_raw();
        if owns_nothing(fd) { Ok(()) } else { close(fd) }
    }

    /// Describes the file (`fstat(2)`).
    ///
    /// Zig: `File.stat`.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`].
    pub fn stat(&self) -> Maybe<Stat> {
        fstat(self.handle)
    }

    /// The type of the file (`fstat(2)`); one that the system does not name counts as a regular
    /// file.
    ///
    /// Zig: `File.kind`.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`].
    pub fn kind(&self) -> Maybe<FileKind> {
        Ok(match self.stat()?.kind() {
            FileKind::Unknown => FileKind::File,
            kind => kind,
        })
    }

    /// Whether the file is a terminal ([`isatty`](crate::isatty)).
    ///
    /// Zig: `File.isTty`.
    #[doc(alias = "isTty")]
    #[must_use]
    pub fn is_tty(&self) -> bool {
        imp::isatty(self.handle)
    }

    /// Writes the path of the file, as the system knows it now, to `buf`.
    ///
    /// Zig: `File.getPath`.
    ///
    /// # Errors
    ///
    /// Those of [`get_fd_path`](crate::get_fd_path), by name.
    #[doc(alias = "getPath")]
    pub fn get_path<'a>(
        &self,
        buf: &'a mut bun_paths::PathBuffer,
    ) -> Result<&'a [u8], bun_core::Error> {
        Ok(crate::get_fd_path(self.handle, buf)?)
    }
}

impl AsFd for File {
    fn as_fd(&self) -> Fd {
        self.handle
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if !owns_nothing(self.handle) {
            self.handle.close();
        }
    }
}
