//! What a `Dir` does to the entries below it.

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::move_file::MODE_BITS;
use crate::path_arg::with_zstr;
use crate::{
    CopyFileOptions, CreateFlags, Dir, File, Maybe, O, OpenDirOptions, Tag, copy_file, fchmod,
    make_path, mkdirat, openat, symlinkat, unlinkat,
};

impl Dir {
    /// Makes the directory at `sub_path`, whose parent exists.
    ///
    /// # Errors
    ///
    /// Those of `mkdirat(2)`, by name; `EEXIST` when something is there.
    #[doc(alias = "makeDir")]
    pub fn make_dir(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        let made =
            with_zstr(sub_path, Tag::mkdir, |path| mkdirat(self, path, make_path::DIRECTORY_MODE));
        Ok(made?)
    }

    /// Makes the directory at `sub_path` and those above it that are missing.
    ///
    /// # Errors
    ///
    /// Those of [`mkdir_recursive_at`](crate::mkdir_recursive_at), by name.
    #[doc(alias = "makePath")]
    pub fn make_path(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        make_path::make_path(self, sub_path)
    }

    /// Opens the directory at `sub_path`, after making it if it is missing.
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
    /// # Errors
    ///
    /// Those of [`delete_tree_at`](crate::delete_tree_at), by name.
    #[doc(alias = "deleteTree")]
    pub fn delete_tree(&self, sub_path: &[u8]) -> Result<(), NamedError> {
        Ok(crate::delete_tree_at(self.fd, sub_path)?)
    }

    /// Creates the file at `sub_path`, or opens the one that is there, for writing.
    ///
    /// # Errors
    ///
    /// Those of [`openat`], by name.
    #[doc(alias = "createFileZ")]
    pub fn create_file_z(&self, sub_path: &ZStr, flags: CreateFlags) -> Result<File, NamedError> {
        Ok(File::from_fd(openat(self, sub_path, flags.flags(), 0o666)?))
    }

    /// Deletes the file at `sub_path`; a directory is left.
    ///
    /// # Errors
    ///
    /// Those of `unlinkat(2)`, by name.
    #[doc(alias = "deleteFileZ")]
    pub fn delete_file_z(&self, sub_path: &ZStr) -> Result<(), NamedError> {
        Ok(unlinkat(self, sub_path)?)
    }

    /// Makes a symbolic link at `link_name` to `target`, which need not exist.
    ///
    /// `is_directory` says what the target is, to systems that want to know; here nobody asks.
    ///
    /// # Errors
    ///
    /// Those of `symlinkat(2)`, by name.
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
    /// `dest_dir`, where a file that is there is overwritten.
    ///
    /// Not atomic: [`AtomicFile`](crate::AtomicFile) is.
    ///
    /// # Errors
    ///
    /// Those of opening both, [`copy_file`](crate::copy_file()) and `fchmod(2)`, by name; the copy
    /// may then have part of the content.
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
    let flags = O::WRONLY | O::CREAT | O::TRUNC | O::CLOEXEC;
    let dest = File::openat(dest_dir, dest_path, flags, mode)?;
    copy_file(source.handle, dest.handle)?;
    // What `open` made of the mode depends on the umask, and a file that was there has its own.
    fchmod(dest.handle, mode)?;
    dest.close()
}
