//! Calls whose paths come in 16-bit units, as code for Windows has them.
//!
//! They work on every system: the units become WTF-8 on the way in, so a surrogate without a
//! partner still names the file that it names on NTFS. What has an embedded NUL is `EINVAL`.

use bun_paths::PathBuffer;
use bun_str::{WStr, ZBox, ZStr};

use crate::failure::on_fd;
use crate::wide_path::to_bytes;
use crate::wtf8::Wide;
use crate::{AsFd, Fd, Maybe, Tag, directory_exists_at, get_fd_path, link, mkdir, unlink};

/// What a directory gets that is made without saying for whom, less the umask.
const MODE: crate::Mode = 0o777;

fn with_wide<R>(path: &[u16], tag: Tag, call: impl FnOnce(&ZStr) -> Maybe<R>) -> Maybe<R> {
    call(&ZBox::from_bytes(&to_bytes(path, tag)?))
}

/// Like [`mkdir`], with mode 0777 less the umask.
///
/// Zig: `bun.sys.mkdirW`.
///
/// # Errors
///
/// Those of [`mkdir`]; `ENAMETOOLONG` when `path` is too long for any path.
///
/// # Examples
///
/// ```
/// use bun_str::WStr;
/// use bun_sys::{Fd, File, directory_exists_at_w, link_w, mkdir_w, rmdir, unlink_w};
///
/// let wide = |text: &str| text.encode_utf16().chain([0]).collect::<Vec<_>>();
/// # let base = std::env::temp_dir().join(format!("bun_sys-wide-{}", std::process::id()));
/// # let base = base.to_str().unwrap();
/// let [dir, first, second] = [base.into(), format!("{base}/a"), format!("{base}/b")];
/// # let file = first.clone();
/// let [dir, first, second]: [Vec<u16>; 3] = [dir, first, second].map(|path: String| wide(&path));
/// let [dir, first, second] = [&dir, &first, &second].map(|path| WStr::from_slice_with_nul(path));
/// mkdir_w(dir)?;
/// assert!(directory_exists_at_w(Fd::cwd(), dir.as_slice())?);
/// # File::create(Fd::cwd(), file.as_bytes(), true)?;
/// link_w(first, second)?;
/// unlink_w(first)?;
/// unlink_w(second)?;
/// # rmdir(&bun_str::ZBox::from_bytes(base.as_bytes()))?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "mkdirW")]
pub fn mkdir_w(path: &WStr) -> Maybe<()> {
    with_wide(path.as_slice(), Tag::mkdir, |path| mkdir(path, MODE))
}

/// Like [`link()`], for wide paths.
///
/// Zig: `bun.sys.link(u16, …)`.
///
/// # Errors
///
/// Those of [`link()`]; `ENAMETOOLONG` when a path is too long for any path.
pub fn link_w(src: &WStr, dest: &WStr) -> Maybe<()> {
    with_wide(src.as_slice(), Tag::link, |src| {
        with_wide(dest.as_slice(), Tag::link, |dest| link(src, dest))
    })
}

/// Like [`unlink`], for a wide path.
///
/// Zig: `bun.sys.unlinkW`.
///
/// # Errors
///
/// Those of [`unlink`]; `ENAMETOOLONG` when `from` is too long for any path.
#[doc(alias = "unlinkW")]
pub fn unlink_w(from: &WStr) -> Maybe<()> {
    with_wide(from.as_slice(), Tag::unlink, unlink)
}

/// Like [`directory_exists_at`], for a wide path.
///
/// Zig: `bun.sys.directoryExistsAt` with units of 16 bits.
///
/// # Errors
///
/// Those of [`directory_exists_at`]; `ENAMETOOLONG` when `sub` is too long for any path.
pub fn directory_exists_at_w(dir: impl AsFd, sub: &[u16]) -> Maybe<bool> {
    with_wide(sub, Tag::access, |sub| directory_exists_at(dir, sub))
}

/// Like [`get_fd_path`], in units of 16 bits, without a terminator.
///
/// Zig: `bun.getFdPathW`.
///
/// # Errors
///
/// Those of [`get_fd_path`]; `ENAMETOOLONG` when `out` is too short, `EILSEQ` when the path is no
/// text, as it may be elsewhere than on Windows.
///
/// # Examples
///
/// ```
/// use bun_sys::{Dir, get_fd_path_w};
///
/// let root = Dir::open(b"/")?;
/// # #[cfg(unix)]
/// assert_eq!(get_fd_path_w(root.fd, &mut [0; 8])?, [u16::from(b'/')]);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[doc(alias = "getFdPathW")]
pub fn get_fd_path_w(fd: Fd, out: &mut [u16]) -> Maybe<&mut [u16]> {
    let mut buf = PathBuffer::uninit();
    let path = get_fd_path(fd, &mut buf)?;
    let mut wide = Wide::new(out);
    wide.push_wtf8(path).map_err(on_fd(fd, Tag::readlink))?;
    let len = wide.len();
    Ok(&mut out[..len])
}
