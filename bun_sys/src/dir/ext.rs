//! `FdDirExt`: what a `Dir` does, on a bare descriptor.

use bun_core::Error as NamedError;

use crate::{Dir, Fd, OpenDirOptions};

/// What [`Dir`] does, for code that passes its descriptor around.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, Fd, FdDirExt as _};
///
/// let dir = Dir::open(b"/")?;
/// assert_eq!(Fd::from_std_dir(&dir), dir.fd);
/// assert!(dir.fd.make_open_path(b"proc/self").is_ok());
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub trait FdDirExt: Copy {
    /// [`Dir::make_path`].
    ///
    /// # Errors
    ///
    /// Those of [`Dir::make_path`].
    fn make_path(self, sub_path: &[u8]) -> Result<(), NamedError>;

    /// [`Dir::make_open_path`] with default options.
    ///
    /// # Errors
    ///
    /// Those of [`Dir::make_open_path`].
    fn make_open_path(self, sub_path: &[u8]) -> Result<Dir, NamedError>;

    /// The descriptor of `dir`, which keeps owning it.
    #[doc(alias = "fromStdDir")]
    fn from_std_dir(dir: &Dir) -> Fd;
}

impl FdDirExt for Fd {
    fn make_path(self, sub_path: &[u8]) -> Result<(), NamedError> {
        Dir::borrow(&self).make_path(sub_path)
    }

    fn make_open_path(self, sub_path: &[u8]) -> Result<Dir, NamedError> {
        Dir::borrow(&self).make_open_path(sub_path, OpenDirOptions::default())
    }

    fn from_std_dir(dir: &Dir) -> Fd {
        dir.fd
    }
}
