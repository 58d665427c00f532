//! What a `Dir` does to the entries below it.

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::move_file::MODE_BITS;
use crate::path_arg::with_zstr;
use crate::{
    AtomicFile, AtomicFileOptions, CopyFileOptions, CreateFlags, Dir, File, Maybe, O,
    OpenDirOptions, Tag, copy_file, fchmod, make_path, mkdirat, openat, symlinkat, unlinkat,
};

impl Dir {
    /// Makes the directory at `sub_path`, whose parent exists (`mkdirat(2)`), with mode 0755 less
    /// the umask.
    ///
    /// Zig: `std.fs.Dir.makeDir`.
    ///
    /// # Errors
    ///
    /// Those of [`mkdirat`], by name: `EEXIST` when something is there, `ENOENT` when the parent is
    /// missing.
    #[doc(alias = "makeDir")]
    pub fn make_dir(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        let made =
            with_zstr(sub_path, Tag::mkdir, |path| mkdirat(self, path, make_path::DIRECTORY_MODE));
        Ok(made?)
    }

    /// Makes the directory at `sub_path` and those above it that are missing (`mkdirat(2)`).
    ///
    /// Zig: `std.fs.Dir.makePath`.
    ///
    /// # Errors
    ///
    /// Those of [`mkdir_recursive_at`](crate::mkdir_recursive_at), by name.
    #[doc(alias = "makePath")]
    pub fn make_path(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        make_path::make_path(self, sub_path)
    }

    /// Opens the directory at `sub_path`, after making it if it is missing (`openat(2)`,
    /// `mkdirat(2)`).
    ///
    /// Zig: `std.fs.Dir.makeOpenPath`.
    ///
    /// # Errors
    ///
    /// Those of [`make_path`](Self::make_path) and [`open_dir`](Self::open_dir).
    #[doc(alias = "makeOpenPath")]
    pub fn make_open_path(
        &self,
        sub_path: &[u8],
        options: OpenDirOptions,
    ) -> Result<Self, NamedError> {
        make_path::make_open_path(self, sub_path, options)
    }

    /// Deletes what is at `sub_path`: a file, or a directory and everything in it.
    ///
    /// See [`delete_tree_at`](crate::delete_tree_at) for what it withstands.
    ///
    /// Zig: `std.fs.Dir.deleteTree`.
    ///
    /// # Errors
    ///
    /// Those of [`delete_tree_at`](crate::delete_tree_at), by name.
    #[doc(alias = "deleteTree")]
    pub fn delete_tree(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        Ok(crate::delete_tree_at(self.fd, sub_path)?)
    }

    /// Creates the file at `sub_path`, or opens the one that is there, for writing (`openat(2)`).
    /// One that is created gets mode 0666 less the umask.
    ///
    /// Zig: `std.fs.Dir.createFileZ`.
    ///
    /// # Errors
    ///
    /// Those of [`openat`], by name.
    #[doc(alias = "createFileZ")]
    pub fn create_file_z(&self, sub_path: &ZStr, flags: CreateFlags) -> Result<File, NamedError> {
        Ok(File::from_fd(openat(self, sub_path, flags.flags(), 0o666)?))
    }

    /// Deletes the file at `sub_path` (`unlinkat(2)`); a directory is left.
    ///
    /// Zig: `std.fs.Dir.deleteFileZ`.
    ///
    /// # Errors
    ///
    /// Those of [`unlinkat`], by name: `EISDIR` for a directory (macOS: `EPERM`), `ENOENT`,
    /// `EACCES`.
    #[doc(alias = "deleteFileZ")]
    pub fn delete_file_z(&self, sub_path: &ZStr) -> Result<(), NamedError> {
        Ok(unlinkat(self, sub_path)?)
    }

    /// Makes a symbolic link at `link_name` to `target` (`symlinkat(2)`), which need not exist.
    ///
    /// `is_directory` changes nothing: Windows, which wants to know, is asked what the target is.
    ///
    /// Zig: `std.fs.Dir.symLink`.
    ///
    /// # Errors
    ///
    /// Those of [`symlinkat`], by name.
    #[doc(alias = "symLink")]
    pub fn sym_link(
        &self,
        target: &[u8],
        link_name: &[u8],
        is_directory: bool,
    ) -> Result<(), NamedError> {
        let _ = is_directory;
        let made = with_zstr(target, Tag::symlink, |target| {
            with_zstr(link_name, Tag::symlink, |link| symlinkat(target, self, link))
        });
        Ok(made?)
    }

    /// Copies the content and the mode of the file at `source_path` to `dest_path` below
    /// `dest_dir`, where a file that is there is replaced at once, as by [`AtomicFile`]: others see
    /// the old one or the new one, whole. So a file can be copied onto itself. A link at
    /// `dest_path` is replaced, not followed.
    ///
    /// Zig: `std.fs.Dir.copyFile`, whose copy gets the mode less the umask.
    ///
    /// # Errors
    ///
    /// Those of opening the source, of [`AtomicFile::create`], [`copy_file`](crate::copy_file()),
    /// [`fchmod`] and [`AtomicFile::finish`], by name: `ENOENT`, `EACCES`, `EISDIR` for
    /// directories, `ENOSPC`. What was at `dest_path` is then still there, and nothing else is.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::zstr;
    /// use bun_sys::{CopyFileOptions, Dir, File};
    ///
    /// # let top = std::env::temp_dir().join(format!("bun_sys-copy-at-{}", std::process::id()));
    /// # let top = top.to_str().unwrap();
    /// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
    /// File::write_file(&dir, zstr!("from"), b"content")?;
    /// dir.copy_file(b"from", &dir, b"to", CopyFileOptions { override_mode: Some(0o600) })?;
    /// assert_eq!(File::read_from(&dir, b"to")?, b"content");
    /// # Dir::cwd().delete_tree(top.as_bytes())?;
    /// # Ok::<(), bun_core::Error>(())
    /// ```
    #[doc(alias = "copyFile")]
    pub fn copy_file(
        &self,
        source_path: &[u8],
        dest_dir: &Self,
        dest_path: &[u8],
        options: CopyFileOptions,
    ) -> Result<(), NamedError> {
        Ok(copy_between(self, source_path, dest_dir, dest_path, options)?)
    }
}

fn copy_between(
    source_dir: &Dir,
    source_path: &[u8],
    dest_dir: &Dir,
    dest_path: &[u8],
    options: CopyFileOptions,
) -> Maybe<()> {
    let source = File::openat(source_dir, source_path, O::RDONLY | O::CLOEXEC, 0)?;
    let mode = match options.override_mode {
        Some(mode) => mode,
        None => source.stat()?.mode() & MODE_BITS,
    };
    let options = AtomicFileOptions { mode, sync: false };
    let copy = with_zstr(dest_path, Tag::open, |path| AtomicFile::create(dest_dir, path, options))?;
    copy_file(source.handle, copy.file().handle)?;
    // What `open` made of the mode depends on the umask.
    fchmod(copy.file().handle, mode)?;
    // It may be what is replaced, which not every file system of Windows does with an open file.
    drop(source);
    copy.finish()
}
