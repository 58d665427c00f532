//! Joining, relating and asking for paths.

use bun_core::Error;

use super::options::{MaxPathExceeded, PathSeparators, Result};
use super::trim::Rules;
use super::units::with_units;
use super::{Path, RelPath};
use crate::platform::{Auto, Posix, Windows};
use crate::resolve_path::{self, join_abs_string, to_vec, write_node, write_node_bound};
use crate::{PathBuffer, PathChar, PathWriter};

/// What has a path that the system knows: a file descriptor.
///
/// The crate of descriptors implements it; here nothing asks the system.
pub trait FdPath {
    /// Writes the path to `buf`.
    ///
    /// # Errors
    ///
    /// The system's.
    fn fd_path(self, buf: &mut PathBuffer) -> core::result::Result<&mut [u8], Error>;
}

impl<const KIND: u8, const SEP_OPT: u8, const CHECK: u8> Path<u8, KIND, SEP_OPT, CHECK> {
    /// Resolves `parts` against this path, which becomes the result.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when the result is too long; the path stays as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(not(windows))] {
    /// let mut path = bun_paths::AutoAbsPath::from(b"/a/b")?;
    /// path.join(&[b"../c", b"d/"])?;
    /// assert_eq!(path.slice(), b"/a/c/d");
    /// # }
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    pub fn join(&mut self, parts: &[&[u8]]) -> Result<()> {
        let joined = match Self::SEPARATORS {
            PathSeparators::Any | PathSeparators::Auto => {
                join_abs_string::<Auto>(self.slice(), parts)
            }
            PathSeparators::Posix => join_abs_string::<Posix>(self.slice(), parts),
            PathSeparators::Windows => join_abs_string::<Windows>(self.slice(), parts),
        };
        self.replace(&joined)
    }

    /// The way from this path to `to`, by the target's rules.
    ///
    /// # Panics
    ///
    /// When the way is longer than a path may be.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_paths::AutoAbsPath;
    ///
    /// # #[cfg(not(windows))] {
    /// let (from, to) = (AutoAbsPath::from(b"/a/b")?, AutoAbsPath::from(b"/a/c")?);
    /// assert_eq!(from.relative(&to).slice(), b"../c");
    /// # }
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    #[must_use]
    pub fn relative<const K2: u8>(
        &self,
        to: &Path<u8, K2, SEP_OPT, CHECK>,
    ) -> RelPath<u8, SEP_OPT, CHECK> {
        use super::options::AssumeOk;
        let way = resolve_path::relative(self.slice(), to.slice());
        RelPath::from(&way[..]).assume_ok()
    }

    /// The path of a file descriptor.
    ///
    /// # Errors
    ///
    /// The system's, and `MaxPathExceeded`.
    #[doc(alias = "initFdPath")]
    pub fn init_fd_path(fd: impl FdPath) -> core::result::Result<Self, Error> {
        let mut path = Self::init();
        let len = fd.fd_path(&mut path.buffer)?.len();
        path.len = len.min(path.buffer.as_slice().len()).min(crate::MAX_PATH_BYTES - 1);
        if path.len < len {
            return Err(MaxPathExceeded { needed: len.saturating_add(1) }.into());
        }
        path.len = Rules::NATIVE.trim_absolute(path.slice()).len();
        Ok(path)
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8>
    Path<U, KIND, SEP_OPT, CHECK>
{
    /// Joins `part` to this path as Node's `path.join` does; the path becomes the result.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`] when the result is too long; the path stays as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(not(windows))] {
    /// let mut path = bun_paths::AutoAbsPath::from(b"/a/b")?;
    /// path.append_join(b"../c/")?;
    /// assert_eq!(path.slice(), b"/a/c");
    /// # }
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    #[doc(alias = "appendJoin")]
    pub fn append_join<C: PathChar>(&mut self, part: &[C]) -> Result<()> {
        let joined = with_units::<U, C, _>(part, |part| {
            let parts = [self.slice(), part];
            to_vec(write_node_bound(&parts), |out: &mut PathWriter<'_, U>| match Self::SEPARATORS {
                PathSeparators::Any | PathSeparators::Auto => write_node::<U, Auto>(out, &parts),
                PathSeparators::Posix => write_node::<U, Posix>(out, &parts),
                PathSeparators::Windows => write_node::<U, Windows>(out, &parts),
            })
        });
        self.replace(&joined)
    }
}
