//! Writing files.

use bun_paths::OSPathSliceZ;
use bun_str::ZStr;

use crate::{AsFd, Error, File, Maybe, O, SystemErrno, Tag, openat, pwrite, write};

/// How [`File::write_file`] opens its file, and the mode of one it creates.
const FLAGS: i32 = O::WRONLY | O::CREAT | O::TRUNC | O::CLOEXEC;
const MODE: u32 = 0o664;

impl File {
    /// Writes up to `buf.len()` bytes at the position and returns how many (`write(2)`).
    ///
    /// Zig: `File.write`.
    ///
    /// # Errors
    ///
    /// Those of [`write()`].
    pub fn write(&self, buf: &[u8]) -> Maybe<usize> {
        write(self.handle, buf)
    }

    /// Writes all of `buf` (`write(2)`), unless the system stops taking bytes without saying why:
    /// that counts as success, as in Zig. [`write_file_atomic`](crate::write_file_atomic) says
    /// `EIO`.
    ///
    /// Zig: `File.writeAll`.
    ///
    /// # Errors
    ///
    /// Those of [`write()`]; part of `buf` may have been written. `EAGAIN` is one of them: on a
    /// descriptor that is nonblocking, count what [`write`](Self::write) says.
    #[doc(alias = "writeAll")]
    pub fn write_all(&self, mut buf: &[u8]) -> Maybe<()> {
        while !buf.is_empty() {
            match write(self.handle, buf)? {
                0 => break,
                written => buf = &buf[written..],
            }
        }
        Ok(())
    }

    /// Writes all of `buf` at `offset`, unless the system stops taking bytes without saying why,
    /// and leaves the position alone (`pwrite(2)`).
    ///
    /// Zig: `File.pwriteAll`.
    ///
    /// # Errors
    ///
    /// Those of [`pwrite`]; part of `buf` may have been written. `EINVAL` for a negative `offset`,
    /// and `EFBIG` when the end would be beyond the largest offset.
    #[doc(alias = "pwriteAll")]
    pub fn pwrite_all(&self, mut buf: &[u8], mut offset: i64) -> Maybe<()> {
        while !buf.is_empty() {
            let written = pwrite(self.handle, buf, offset)?;
            if written == 0 {
                break;
            }
            buf = &buf[written..];
            offset = i64::try_from(written)
                .ok()
                .and_then(|written| offset.checked_add(written))
                .ok_or_else(|| self.too_big())?;
        }
        Ok(())
    }

    /// Makes `data` the content of the file at `path` below `dir` (`openat(2)` with `CREAT |
    /// TRUNC`, `write(2)`); one that is created gets mode 0664 less the umask.
    ///
    /// Not atomic: [`AtomicFile`](crate::AtomicFile) is.
    ///
    /// Zig: `File.writeFile`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`] and [`write()`]; the file may then have part of the data.
    #[doc(alias = "writeFile")]
    pub fn write_file(dir: impl AsFd, path: &ZStr, data: &[u8]) -> Maybe<()> {
        let file = Self::from_fd(openat(dir, path, FLAGS, MODE)?);
        file.write_all(data)?;
        file.close()
    }

    /// Like [`write_file`](Self::write_file), for a path as the system writes it.
    ///
    /// Zig: `File.writeFile`.
    ///
    /// # Errors
    ///
    /// Those of [`write_file`](Self::write_file).
    #[doc(alias = "writeFile")]
    pub fn write_file_os_path(dir: impl AsFd, path: &OSPathSliceZ, data: &[u8]) -> Maybe<()> {
        let file = Self::openat_os_path(dir, path, FLAGS, MODE)?;
        file.write_all(data)?;
        file.close()
    }

    #[cold]
    fn too_big(&self) -> Error {
        Error::from_code(SystemErrno::EFBIG, Tag::pwrite).with_fd(self.handle)
    }
}
