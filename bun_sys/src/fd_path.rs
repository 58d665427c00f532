//! `FdPath` of descriptors: asking the system where they are.

use bun_paths::{FdPath, PathBuffer};

use crate::{Dir, Fd, File, get_fd_path};

/// Asks the system for the path.
///
/// # Examples
///
/// ```
/// use bun_paths::{AutoAbsPath, FdPath as _, PathBuffer};
/// use bun_sys::Dir;
///
/// let root = Dir::open(b"/")?;
/// assert_eq!(root.fd.fd_path(&mut PathBuffer::uninit())?, b"/");
/// assert_eq!(AutoAbsPath::init_fd_path(root.fd)?.slice(), b"/");
/// # Ok::<(), bun_core::Error>(())
/// ```
impl FdPath for Fd {
    fn fd_path(self, buf: &mut PathBuffer) -> Result<&mut [u8], bun_core::Error> {
        Ok(get_fd_path(self, buf)?)
    }
}

impl FdPath for &Dir {
    fn fd_path(self, buf: &mut PathBuffer) -> Result<&mut [u8], bun_core::Error> {
        self.fd.fd_path(buf)
    }
}

impl FdPath for &File {
    fn fd_path(self, buf: &mut PathBuffer) -> Result<&mut [u8], bun_core::Error> {
        self.handle.fd_path(buf)
    }
}
