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
//!
//! Who keeps what:
//!
//! | call | content | permissions | owner | what is there |
//! |---|---|---|---|---|
//! | [`copy_file()`], [`copy_file_with_state`] | yes | those of `out` | that of `out` | is written over |
//! | [`Dir::copy_file`](crate::Dir::copy_file) | yes | yes, all 12 bits | this user | is replaced at once |
//! | [`copy_file_z_slow_with_handle`](crate::copy_file_z_slow_with_handle) | yes | yes, all 12 bits | if allowed | is deleted first |
//! | [`move_file_z`](crate::move_file_z) and its siblings, between file systems | yes | yes, all 12 bits | if allowed | is deleted first |
//! | [`copyfile`](crate::copyfile) of macOS and Windows | yes | yes, on macOS as `flags` say | this user | is written over |
//!
//! Windows has one permission, to write.

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
///
/// # Examples
///
/// ```
/// use bun_sys::copy_file::{LinuxCopyFileState, copy_file_with_state};
/// use bun_sys::{MemfdFlags, OwnedFd, SEEK, lseek, memfd_create, write};
///
/// # if !bun_sys::can_use_memfd() { return Ok(()); }
/// let memory = || memfd_create(c"example", MemfdFlags::NonExecutable).map(OwnedFd::new);
/// let mut state = LinuxCopyFileState::default();
/// for _ in 0..2 {
///     let (from, to) = (memory()?, memory()?);
///     write(from.fd(), b"content")?;
///     lseek(from.fd(), 0, SEEK::SET)?;
///     copy_file_with_state(from.fd(), to.fd(), &mut state)?;
///     assert_eq!(lseek(to.fd(), 0, SEEK::CUR)?, 7);
/// }
/// // Files in memory share no blocks: the second was not even asked.
/// assert!(state.has_ioctl_ficlone_failed || !bun_sys::copy_file::can_use_ioctl_ficlone());
/// # Ok::<(), bun_sys::Error>(())
/// ```
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

/// Copies what is in `in_` from its position on to `out` at its position: the content. What keeps
/// the mode as well is in the table of the [module](self).
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
/// When it fails, both positions are behind what was copied, so that another call goes on there; of
/// files without positions, what was read and could not be written is lost.
///
/// Zig: `copyFileWithState`.
///
/// # Platforms
///
/// - Linux: `ioctl_ficlone(2)`, `copy_file_range(2)`, `sendfile(2)`, `read(2)` and `write(2)`.
/// - macOS: `fcopyfile(3)` with `COPYFILE_DATA`, then `read(2)` and `write(2)`.
/// - Windows: `NtReadFile` and `NtWriteFile`. Zig takes paths there: [`copyfile`](crate::copyfile).
///
/// # Errors
///
/// Those of [`read`](crate::read()) and [`write`](crate::write()), the last way, with the
/// descriptor: `EBADF`, `EISDIR`, `ENOSPC`, `EIO`, `EAGAIN`; `EIO` also when `out` takes nothing
/// and does not say why. On macOS those of `fcopyfile(3)` first, of the call `copyfile`.
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
