//! `Tmpfile`: a file that is written under one name and then gets another.

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::move_file::move_file_z_with_handle;
use crate::{Fd, Maybe, Mode, O, openat};

const FLAGS: i32 = O::CREAT | O::CLOEXEC | O::WRONLY;
const MODE: Mode = 0o644;

/// A file under a temporary name.
///
/// Neither closed nor deleted when dropped: ported code hands the descriptor on. Code that wants
/// that done uses [`AtomicFile`](crate::AtomicFile).
///
/// Zig: `bun.Tmpfile`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{Dir, File, Tmpfile};
///
/// # let top = format!("{}/bun_sys-tmp-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// let temporary = Tmpfile::create(dir.fd, zstr!("unfinished"))?;
/// let file = File::from_fd(temporary.fd);
/// file.write_all(b"content")?;
/// temporary.finish(zstr!("finished"))?;
/// file.close()?;
/// assert_eq!(File::read_from(&dir, b"finished")?, b"content");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tmpfile<'a> {
    /// The directory of both names.
    pub destination_dir: Fd,
    /// The temporary name.
    pub tmpfilename: &'a ZStr,
    /// The open file, for writing; the caller closes it.
    pub fd: Fd,
}

impl<'a> Tmpfile<'a> {
    /// Creates the file `tmpfilename` in `destination_dir`, or opens the one that is there, which
    /// is not cut (`openat(2)`). It gets mode 0644 less the umask, and closes on `exec`.
    ///
    /// Zig: `bun.Tmpfile.create`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`].
    pub fn create(destination_dir: Fd, tmpfilename: &'a ZStr) -> Maybe<Self> {
        let fd = openat(destination_dir, tmpfilename, FLAGS, MODE)?;
        Ok(Self { destination_dir, tmpfilename, fd })
    }

    /// Moves the file to `destname`, where it replaces what is there (`renameat(2)`). The
    /// descriptor stays open.
    ///
    /// Zig: `bun.Tmpfile.finish`.
    ///
    /// # Errors
    ///
    /// Those of [`move_file_z_with_handle`].
    pub fn finish(&self, destname: &ZStr) -> Result<(), NamedError> {
        let dir = self.destination_dir;
        move_file_z_with_handle(self.fd, dir, self.tmpfilename, dir, destname)
    }
}
