//! Copying the content of one open file to another, as cheaply as the file systems allow.
//!
//! | way | what it costs |
//! |---|---|
//! | `ioctl(FICLONE)` | nothing: both files share the blocks until one is written |
//! | `copy_file_range` | the kernel copies, or the file system clones |
//! | `fcopyfile` | the same on macOS |
//! | `sendfile` | the kernel copies through its page cache |
//! | `read` and `write` | two copies and two calls for each 32 KB |
//!
//! Each is tried only as long as there is hope: see [`LinuxCopyFileState`].

mod range;
mod support;

use crate::backend::imp;
use crate::{Error, Fd, Maybe, SystemErrno, Tag};

pub use range::{copy_file_range, copy_file_read_write_loop};
pub use support::{
    can_use_copy_file_range_syscall, can_use_ioctl_ficlone, disable_copy_file_range_syscall,
    disable_ioctl_ficlone,
};

/// What is copied: an open file.
pub type InputType<'a> = Fd;

/// Nothing, or why there is only part of a copy.
pub type CopyFileReturnType = Maybe<()>;

/// Forwards to [`LinuxCopyFileState`], which other systems have too but do not need.
pub type CopyFileState = LinuxCopyFileState;

/// What did not work for one file and so is not tried for the next.
///
/// To be kept while the files of one tree are copied to another: if two file systems refuse to
/// clone one file, they refuse the others too.
///
/// Zig: `LinuxCopyFileState`.
#[expect(clippy::struct_excessive_bools, reason = "each is independent, and named by ported code")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LinuxCopyFileState {
    /// The files are on different file systems: neither `FICLONE` nor `copy_file_range`.
    pub has_seen_exdev: bool,
    /// No `FICLONE`.
    pub has_ioctl_ficlone_failed: bool,
    /// No `copy_file_range`.
    pub has_copy_file_range_failed: bool,
    /// No `sendfile`.
    pub has_sendfile_failed: bool,
}

/// `COPYFILE_DATA` of macOS.
const COPYFILE_DATA: u32 = 1 << 3;

/// The most that one step copies: the kernel adds it to the position, which must not overflow.
const STEP_LEN: usize = i32::MAX as usize - 1;

/// Copies what is in `in_` from its position on to `out` at its position.
///
/// Zig: `bun.copyFile`.
///
/// # Errors
///
/// Those of [`copy_file_with_state`].
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{CreateFlags, Dir, File, OpenFlags, copy_file};
///
/// # let top = format!("{}/bun_sys-copy-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("from"), b"content")?;
/// let from = dir.open_file(b"from", OpenFlags::READ_ONLY.flags(), 0)?;
/// let to = dir.create_file_z(zstr!("to"), CreateFlags::default())?;
/// copy_file(from.handle, to.handle)?;
/// assert_eq!(File::read_from(&dir, b"to")?, b"content");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "copyFile")]
pub fn copy_file(in_: InputType<'_>, out: InputType<'_>) -> CopyFileReturnType {
    copy_file_with_state(in_, out, &mut CopyFileState::default())
}

/// Like [`copy_file()`], and remembers in `copy_file_state` what did not work.
///
/// Tries the ways of the [module](self) in their order. Only content is copied, not the mode.
/// Cloning takes the whole file, and so is for files of which nothing has been read or written.
///
/// When it fails, both positions are behind what was copied, so that another call goes on there;
/// of files without positions, what was read and could not be written is lost.
///
/// Zig: `copyFileWithState`.
///
/// # Errors
///
/// Those of `read(2)` and `write(2)`, the last way, with the descriptor; `EIO` when `out` takes
/// nothing and does not say why. On macOS those of `fcopyfile(3)`.
#[doc(alias = "copyFileWithState")]
pub fn copy_file_with_state(
    in_: InputType<'_>,
    out: InputType<'_>,
    copy_file_state: &mut CopyFileState,
) -> CopyFileReturnType {
    if clone(in_, out, copy_file_state) || copy_all_at_once(in_, out)? {
        return Ok(());
    }
    let mut is_first = true;
    while copy_file_range(in_, out, STEP_LEN, 0, copy_file_state)? != 0 {
        is_first = false;
    }
    // Files that the kernel makes up, as in `/proc`, look empty to all calls but `read`.
    if is_first {
        while copy_file_read_write_loop(in_, out, STEP_LEN)? != 0 {}
    }
    Ok(())
}

/// What `FICLONE` says, besides that it is unknown, when it need not be tried for other files.
const HOPELESS: [SystemErrno; 4] =
    [SystemErrno::EACCES, SystemErrno::EBADF, SystemErrno::EINVAL, SystemErrno::EPERM];

/// Lets the files share their blocks; `false` when they do not.
fn clone(in_: Fd, out: Fd, state: &mut CopyFileState) -> bool {
    if state.has_seen_exdev || state.has_ioctl_ficlone_failed || !can_use_ioctl_ficlone() {
        return false;
    }
    match imp::ficlone(out, in_) {
        Ok(()) => return true,
        Err(SystemErrno::EXDEV) => state.has_seen_exdev = true,
        Err(SystemErrno::EINTR) => {}
        Err(errno) => {
            state.has_ioctl_ficlone_failed = true;
            if is_unsupported(errno) || HOPELESS.contains(&errno) {
                disable_ioctl_ficlone();
            }
        }
    }
    false
}

/// Copies by the one call that macOS has for it; `false` where there is none or it does not take
/// such files.
fn copy_all_at_once(in_: Fd, out: Fd) -> Maybe<bool> {
    match imp::fcopyfile(in_, out, COPYFILE_DATA) {
        Ok(()) => Ok(true),
        Err(errno) if is_unsupported(errno) => Ok(false),
        Err(errno) => Err(Error::from_code(errno, Tag::copyfile)),
    }
}

/// Whether the system or the file does not know the call. Some systems have one number for two of
/// these.
fn is_unsupported(errno: SystemErrno) -> bool {
    [SystemErrno::ENOTSUP, SystemErrno::EOPNOTSUPP, SystemErrno::ENOSYS].contains(&errno)
}

#[cfg(test)]
mod tests;
