//! `AtomicFile`: replacing a file such that everybody sees the old one or the new one, whole.

use alloc::format;
use alloc::vec::Vec;

use bun_core::Environment::IS_WINDOWS;
use bun_str::{ZBox, ZStr};

use crate::path_arg::as_cstr;
use crate::{
    AsFd, Dir, Error, File, Maybe, Mode, O, SystemErrno, Tag, fsync, openat, renameat, unlinkat,
};

/// How often a temporary name is taken that exists.
const TRIES: u32 = 16;

const FLAGS: i32 = O::RDWR | O::CREAT | O::EXCL | O::NOFOLLOW | O::CLOEXEC;

/// How an [`AtomicFile`] is created and finished.
///
/// # Examples
///
/// ```
/// use bun_sys::AtomicFileOptions;
///
/// assert_eq!(AtomicFileOptions::default(), AtomicFileOptions { mode: 0o666, sync: false });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AtomicFileOptions {
    /// The mode of the new file, less the umask.
    pub mode: Mode,
    /// Whether the content, and then the new name, are on the disk when
    /// [`finish`](AtomicFile::finish) returns. Without, a crash of the system may leave an empty
    /// file.
    pub sync: bool,
}

impl Default for AtomicFileOptions {
    fn default() -> Self {
        Self { mode: 0o666, sync: false }
    }
}

/// A new file that takes the place of another when it is finished, and otherwise vanishes.
///
/// Until then it is in the same directory under a name that nobody else has, and is deleted when
/// this is dropped.
///
/// Zig: `std.fs.AtomicFile`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{AtomicFile, AtomicFileOptions, Dir, File, write_file_atomic};
///
/// # let top = format!("{}/bun_sys-atomic-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// write_file_atomic(&dir, zstr!("a"), b"old", AtomicFileOptions::default())?;
///
/// let new = AtomicFile::create(&dir, zstr!("a"), AtomicFileOptions::default())?;
/// new.file().write_all(b"half of the ne")?;
/// drop(new);
/// assert_eq!(File::read_from(&dir, b"a")?, b"old");
///
/// let options = AtomicFileOptions { sync: true, mode: 0o600 };
/// write_file_atomic(&dir, zstr!("a"), b"new", options)?;
/// assert_eq!(File::read_from(&dir, b"a")?, b"new");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
pub struct AtomicFile {
    file: File,
    /// Where the temporary name is, if the file has still got it.
    temporary: Option<Temporary>,
    dest: ZBox,
    sync: bool,
}

#[derive(Debug)]
struct Temporary {
    /// Open as long as the name may have to be deleted.
    dir: Dir,
    name: ZBox,
}

impl AtomicFile {
    /// Creates an empty file to take the place of `dest`, a path below `dir` (`openat(2)` with
    /// `CREAT | EXCL`).
    ///
    /// # Errors
    ///
    /// Those of [`openat`] for the directory of `dest`, and for a new file there: `ENOENT` when
    /// there is no such directory, `EACCES`, `EROFS`, `ENOSPC`, `EMFILE`; `EISDIR` when `dest` has
    /// no name at its end, `EINVAL` when it has an embedded NUL, `EEXIST` when 16 names that nobody
    /// should have were taken.
    pub fn create(dir: impl AsFd, dest: &ZStr, options: AtomicFileOptions) -> Maybe<Self> {
        let fail = |errno| Err(Error::from_code(errno, Tag::open));
        as_cstr(dest, Tag::open)?;
        let name = bun_paths::basename(dest.as_bytes());
        match name {
            b"" if dest.is_empty() => return fail(SystemErrno::ENOENT),
            b"" | b"." | b".." => return fail(SystemErrno::EISDIR),
            _ => {}
        }
        if !dest.as_bytes().ends_with(name) {
            // A separator behind the name asks for a directory.
            return fail(SystemErrno::EISDIR);
        }
        let parent = match &dest.as_bytes()[..dest.len() - name.len()] {
            b"" => b".",
            parent => parent,
        };
        let dir = Dir::borrow(&dir.as_fd()).open_at(parent)?;
        for _ in 0..TRIES {
            let temporary = temporary_name(name);
            match openat(&dir, &temporary, FLAGS, options.mode) {
                Ok(fd) => {
                    return Ok(Self {
                        file: File::from_fd(fd),
                        temporary: Some(Temporary { dir, name: temporary }),
                        dest: ZBox::from_bytes(name),
                        sync: options.sync,
                    });
                }
                Err(error) if error.get_errno() == SystemErrno::EEXIST => {}
                Err(error) => return Err(error),
            }
        }
        fail(SystemErrno::EEXIST)
    }

    /// The new file, open for writing and reading.
    #[must_use]
    pub const fn file(&self) -> &File {
        &self.file
    }

    /// Puts the new file in the place of the old one (`renameat(2)`), after `fsync(2)` if
    /// [`sync`](AtomicFileOptions::sync).
    ///
    /// # Platforms
    ///
    /// Where the name is a symbolic link, the link is replaced. Windows has nothing to synchronize
    /// of directories, and replaces files that others have open only where the file system does as
    /// on Unix.
    ///
    /// # Errors
    ///
    /// Those of [`fsync`] and of [`renameat`]: `EIO`, `ENOSPC`; `EISDIR` when a directory took the
    /// place. The old file is then in its place and the new one is gone, unless it was the
    /// directory that could not be synchronized.
    pub fn finish(mut self) -> Maybe<()> {
        if self.sync {
            fsync(self.file.handle)?;
        }
        let Some(Temporary { dir, name }) = &self.temporary else { return Ok(()) };
        renameat(dir, name, dir, &self.dest)?;
        let Some(Temporary { dir, .. }) = self.temporary.take() else { return Ok(()) };
        if self.sync && !IS_WINDOWS { fsync(dir.fd) } else { Ok(()) }
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if let Some(Temporary { dir, name }) = &self.temporary {
            let _ = unlinkat(dir, name);
        }
    }
}

/// Makes `data` the content of the file at `path` below `dir`, all at once: [`AtomicFile`] with all
/// its calls.
///
/// # Errors
///
/// Those of [`AtomicFile::create`], [`write`](crate::write()) and [`AtomicFile::finish`]; the file
/// is then as it was, and no other is left. `EIO` when the system stops taking bytes without saying
/// why.
pub fn write_file_atomic(
    dir: impl AsFd,
    path: &ZStr,
    data: &[u8],
    options: AtomicFileOptions,
) -> Maybe<()> {
    let new = AtomicFile::create(dir, path, options)?;
    let fd = new.file().handle;
    let mut rest = data;
    while !rest.is_empty() {
        match crate::write(fd, rest)? {
            0 => return Err(Error::from_code(SystemErrno::EIO, Tag::write).with_fd(fd)),
            count => rest = &rest[count..],
        }
    }
    new.finish()
}

/// A name that nobody has, that sorts beside `name` and is not shown by `ls`.
fn temporary_name(name: &[u8]) -> ZBox {
    /// What a file system allows, less what is added here.
    const NAME_LEN: usize = 255 - 22;
    // Not inside of a character: some systems take only text for a name.
    let is_start = |&end: &usize| name.get(end).is_none_or(|byte| byte & 0xC0 != 0x80);
    let end = (0..=name.len().min(NAME_LEN)).rev().find(is_start).unwrap_or(0);
    let name = &name[..end];
    let mut temporary = Vec::with_capacity(255);
    temporary.push(b'.');
    temporary.extend_from_slice(name);
    temporary.extend_from_slice(format!(".{:016x}.tmp", bun_core::fast_random()).as_bytes());
    ZBox::from_vec(temporary)
}

#[cfg(test)]
mod tests {
    use super::temporary_name;

    #[test]
    fn long_names_are_cut_between_characters() {
        for (name, kept) in [("a".repeat(300), 233), ("é".repeat(130), 232), ("é".repeat(9), 18)]
        {
            let temporary = temporary_name(name.as_bytes());
            let temporary = str::from_utf8(temporary.as_bytes()).expect("whole characters");
            assert_eq!(temporary.len(), kept + 22);
            assert!(temporary.starts_with(&format!(".{}.", &name[..kept])));
        }
        assert_eq!(temporary_name(&[0x80; 300]).len(), 22);
    }
}
