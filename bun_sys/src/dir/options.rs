//! How directories and files are opened, created and copied.

use crate::{Mode, O};

/// How [`Dir::open_dir`](crate::Dir::open_dir) opens a directory.
///
/// Zig: `std.fs.Dir.OpenOptions`.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, OpenDirOptions};
///
/// let options = OpenDirOptions { no_follow: true, ..OpenDirOptions::default() };
/// assert!(options.iterate);
/// Dir::open(b"/")?.open_dir(b"dev", options)?.close();
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenDirOptions {
    /// Whether its entries will be read; on POSIX systems every directory can be.
    pub iterate: bool,
    /// Whether to fail when the last component is a symbolic link.
    pub no_follow: bool,
}

impl Default for OpenDirOptions {
    fn default() -> Self {
        Self { iterate: true, no_follow: false }
    }
}

impl OpenDirOptions {
    /// The flags of `open` that say the same.
    pub(crate) const fn flags(self) -> i32 {
        if self.no_follow { OPEN_DIR_FLAGS | O::NOFOLLOW } else { OPEN_DIR_FLAGS }
    }
}

/// How every directory is opened.
pub(crate) const OPEN_DIR_FLAGS: i32 = O::RDONLY | O::DIRECTORY | O::CLOEXEC;

/// How [`Dir::create_file_z`](crate::Dir::create_file_z) creates a file.
///
/// Zig: `std.fs.File.CreateFlags`, with its defaults.
///
/// # Examples
///
/// ```
/// use bun_sys::CreateFlags;
///
/// assert_eq!(CreateFlags::default(), CreateFlags { truncate: true, read: false });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CreateFlags {
    /// Whether to cut a file that exists to nothing.
    pub truncate: bool,
    /// Whether the file can be read as well as written.
    pub read: bool,
}

impl Default for CreateFlags {
    fn default() -> Self {
        Self { truncate: true, read: false }
    }
}

impl CreateFlags {
    /// The flags of `open` that say the same.
    pub(crate) const fn flags(self) -> i32 {
        let access = if self.read { O::RDWR } else { O::WRONLY };
        let truncate = if self.truncate { O::TRUNC } else { 0 };
        O::CREAT | O::CLOEXEC | access | truncate
    }
}

/// How [`Dir::copy_file`](crate::Dir::copy_file) copies a file.
///
/// Zig: `std.fs.Dir.CopyFileOptions`.
///
/// # Examples
///
/// ```
/// use bun_sys::CopyFileOptions;
///
/// assert_eq!(CopyFileOptions::default(), CopyFileOptions { override_mode: None });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CopyFileOptions {
    /// The mode of the copy; without it the copy gets that of the source.
    pub override_mode: Option<Mode>,
}
