//! Paths for the wide calls of Windows: transcoding, prefixes, and the way back.
//!
//! Every function checks its buffer, where the originals assert or overrun it.

use super::slashes::normalize_slashes_only_t;
use super::unit::starts_with;
use super::{NameTooLong, PathByte};
use crate::string::convert::scalars;
use crate::{WStr, ZStr, w};

/// `\??\`: names an object of the NT kernel.
///
/// Zig: `bun.windows.nt_object_prefix`.
pub const NT_OBJECT_PREFIX: &[u16] = w!(r"\??\");
/// `\\?\`: keeps Win32 from interpreting, and limiting, what follows.
///
/// Zig: `bun.windows.long_path_prefix`.
pub const LONG_PATH_PREFIX: &[u16] = w!(r"\\?\");
/// `\??\UNC\`: names a share.
///
/// Zig: `bun.windows.nt_unc_object_prefix`.
pub const NT_UNC_OBJECT_PREFIX: &[u16] = w!(r"\??\UNC\");

pub(super) const NT_OBJECT_PREFIX_BYTES: [u8; 4] = *br"\??\";
pub(super) const LONG_PATH_PREFIX_BYTES: [u8; 4] = *br"\\?\";

/// The parts of a wide path: at most a prefix, then text, then at most a slash.
#[derive(Clone, Copy, Default)]
struct Parts<'a> {
    prefix: &'static [u16],
    utf8: &'a [u8],
    ends_with_slash: bool,
}

impl Parts<'_> {
    /// Writes the parts with a NUL behind them; every `/` of the text becomes `\`.
    fn write<'w>(&self, wbuf: &'w mut [u16]) -> Result<&'w mut WStr, NameTooLong> {
        let needed = self.prefix.len() + self.utf8.len() + 2;
        let too_long = NameTooLong { needed: needed - usize::from(!self.ends_with_slash) };
        let mut end = 0;
        let mut push = |unit: u16| {
            *wbuf.get_mut(end).ok_or(too_long)? = unit;
            end += 1;
            Ok(())
        };
        self.prefix.iter().try_for_each(|unit| push(*unit))?;
        // Like the original, up to the first byte that is not UTF-8.
        let text = self.utf8.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        for unit in text.encode_utf16() {
            push(if unit == u16::from(b'/') { u16::from(b'\\') } else { unit })?;
        }
        if self.ends_with_slash && !text.is_empty() && !text.ends_with(['/', '\\']) {
            push(u16::from(b'\\'))?;
        }
        push(0)?;
        Ok(WStr::from_buf_mut(wbuf, end - 1))
    }
}

/// Without the last slash, unless that may be all of a root.
fn without_last_slash<T: PathByte>(path: &[T]) -> &[T] {
    match path {
        [rest @ .., last] if rest.len() >= 3 && last.is_any_slash() => rest,
        _ => path,
    }
}

/// Whether a path names a place by itself on Windows: it starts with a slash or a drive's root.
fn is_absolute_windows<T: PathByte>(path: &[T]) -> bool {
    match path {
        [first, ..] if first.is_any_slash() => true,
        [letter, colon, slash, ..] => {
            letter.is_ascii_letter() && colon.is(b':') && slash.is_any_slash()
        }
        _ => false,
    }
}

/// Writes `utf8` as UTF-16 with every `/` turned into `\`, and a NUL behind.
///
/// Stops at the first byte that is not UTF-8.
///
/// Zig: `toWPath`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::paths::to_w_path, wstr};
///
/// let mut wbuf = [0; 16];
/// assert_eq!(to_w_path(&mut wbuf, b"C:/a")?, wstr!(r"C:\a"));
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn to_w_path<'a>(wbuf: &'a mut [u16], utf8: &[u8]) -> Result<&'a WStr, NameTooLong> {
    Parts { utf8, ..Parts::default() }.write(wbuf).map(|path| &*path)
}

/// Like [`to_w_path`], with a `\` at the end of what is not empty.
///
/// Zig: `toWDirPath`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, to_w_dir_path};
/// use bun_str::wstr;
///
/// assert_eq!(to_w_dir_path(&mut [0; 8], b"C:/a")?, wstr!(r"C:\a\"));
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn to_w_dir_path<'a>(wbuf: &'a mut [u16], utf8: &[u8]) -> Result<&'a WStr, NameTooLong> {
    Parts { utf8, ends_with_slash: true, ..Parts::default() }.write(wbuf).map(|path| &*path)
}

/// Like [`to_w_path`], without one trailing slash of a path longer than three bytes.
///
/// Zig: `toWPathNormalized`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, to_w_path_normalized};
/// use bun_str::wstr;
///
/// assert_eq!(to_w_path_normalized(&mut [0; 8], b"C:/a/")?, wstr!(r"C:\a"));
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn to_w_path_normalized<'a>(wbuf: &'a mut [u16], utf8: &[u8]) -> Result<&'a WStr, NameTooLong> {
    to_w_path(wbuf, without_last_slash(utf8))
}

/// [`to_w_path_normalized`] of a path that is wide already.
///
/// Zig: `toWPathNormalized16`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
pub fn to_w_path_normalized16<'a>(
    wbuf: &'a mut [u16],
    path: &[u16],
) -> Result<&'a WStr, NameTooLong> {
    prefixed(wbuf, &[], without_last_slash(path))
}

/// Like [`to_w_path_normalized`], with the prefix for long paths unless there is one.
///
/// Zig: `toExtendedPathNormalized`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, to_extended_path_normalized};
/// use bun_str::wstr;
///
/// assert_eq!(to_extended_path_normalized(&mut [0; 16], b"C:/a/")?, wstr!(r"\\?\C:\a"));
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn to_extended_path_normalized<'a>(
    wbuf: &'a mut [u16],
    utf8: &[u8],
) -> Result<&'a WStr, NameTooLong> {
    let has_prefix =
        starts_with(utf8, &LONG_PATH_PREFIX_BYTES) || starts_with(utf8, &NT_OBJECT_PREFIX_BYTES);
    let prefix = if has_prefix { &[] } else { LONG_PATH_PREFIX };
    let parts = Parts { prefix, utf8: without_last_slash(utf8), ends_with_slash: false };
    parts.write(wbuf).map(|path| &*path)
}

/// [`to_extended_path_normalized`] of an absolute path, [`to_w_path_normalized`] of another.
///
/// Zig: `toWPathNormalizeAutoExtend`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
pub fn to_w_path_normalize_auto_extend<'a>(
    wbuf: &'a mut [u16],
    utf8: &[u8],
) -> Result<&'a WStr, NameTooLong> {
    if is_absolute_windows(utf8) {
        to_extended_path_normalized(wbuf, utf8)
    } else {
        to_w_path_normalized(wbuf, utf8)
    }
}

/// The path as Win32 calls take it: without the prefix of an NT object, and with that for long
/// paths in front of a drive.
///
/// Zig: `toKernel32Path`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::to_kernel32_path, wstr};
///
/// let mut wbuf = [0; 16];
/// assert_eq!(to_kernel32_path(&mut wbuf, b"C:/a")?, wstr!(r"\\?\C:\a"));
/// assert_eq!(to_kernel32_path(&mut wbuf, br"\??\C:\a")?, wstr!(r"C:\a"));
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn to_kernel32_path<'a>(wbuf: &'a mut [u16], utf8: &[u8]) -> Result<&'a WStr, NameTooLong> {
    let has_drive = matches!(
        utf8,
        [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic()
    );
    let prefix = if has_drive { LONG_PATH_PREFIX } else { &[] };
    let utf8 = utf8.strip_prefix(&NT_OBJECT_PREFIX_BYTES).unwrap_or(utf8);
    Parts { prefix, utf8, ends_with_slash: false }.write(wbuf).map(|path| &*path)
}

/// The prefix that makes `path` an NT path, and how much of `path` it replaces.
fn nt_prefix<T: PathByte>(path: &[T]) -> (&'static [u16], usize) {
    if !is_absolute_windows(path) || starts_with(path, &NT_OBJECT_PREFIX_BYTES) {
        (&[], 0)
    } else if starts_with(path, &LONG_PATH_PREFIX_BYTES) {
        (NT_OBJECT_PREFIX, LONG_PATH_PREFIX_BYTES.len())
    } else if starts_with(path, br"\\") {
        (NT_UNC_OBJECT_PREFIX, 2)
    } else {
        (NT_OBJECT_PREFIX, 0)
    }
}

/// The path as NT calls take it: absolute ones name an object or a share.
///
/// Zig: `toNTPath`, `toNTDir`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::{strings::to_nt_path, wstr};
///
/// let mut wbuf = [0; 24];
/// assert_eq!(to_nt_path(&mut wbuf, b"C:/a/")?, wstr!(r"\??\C:\a"));
/// assert_eq!(to_nt_path(&mut wbuf, br"\\host\share")?, wstr!(r"\??\UNC\host\share"));
/// assert_eq!(to_nt_path(&mut wbuf, b"a/b")?, wstr!(r"a\b"));
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn to_nt_path<'a>(wbuf: &'a mut [u16], utf8: &[u8]) -> Result<&'a WStr, NameTooLong> {
    let (prefix, skipped) = nt_prefix(utf8);
    let utf8 = without_last_slash(&utf8[skipped..]);
    Parts { prefix, utf8, ends_with_slash: false }.write(wbuf).map(|path| &*path)
}

/// [`to_nt_path`] of a path that is wide already.
///
/// Zig: `toNTPath16`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
pub fn to_nt_path16<'a>(wbuf: &'a mut [u16], path: &[u16]) -> Result<&'a WStr, NameTooLong> {
    let (prefix, skipped) = nt_prefix(path);
    prefixed(wbuf, prefix, without_last_slash(&path[skipped..]))
}

/// Puts `prefix` in front of `path`, whose slashes become `\`, and a NUL behind.
fn prefixed<'a>(
    wbuf: &'a mut [u16],
    prefix: &[u16],
    path: &[u16],
) -> Result<&'a WStr, NameTooLong> {
    let end = prefix.len() + path.len();
    let too_long = NameTooLong { needed: end + 1 };
    let room = wbuf.get_mut(..=end).ok_or(too_long)?;
    let (head, rest) = room.split_at_mut(prefix.len());
    head.copy_from_slice(prefix);
    normalize_slashes_only_t(rest, path, b'\\')?;
    room[end] = 0;
    Ok(WStr::from_slice_with_nul(room))
}

/// Puts `prefix` in front of `path` as it stands, and a NUL behind.
fn verbatim<'a>(
    wbuf: &'a mut [u16],
    prefix: &[u16],
    path: &[u16],
) -> Result<&'a WStr, NameTooLong> {
    let end = prefix.len() + path.len();
    let room = wbuf.get_mut(..=end).ok_or(NameTooLong { needed: end + 1 })?;
    room[..prefix.len()].copy_from_slice(prefix);
    room[prefix.len()..end].copy_from_slice(path);
    room[end] = 0;
    Ok(WStr::from_slice_with_nul(room))
}

/// Puts the prefix of an NT object in front of `path`.
///
/// Zig: `addNTPathPrefix`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, add_long_path_prefix, add_nt_path_prefix};
/// use bun_str::{w, wstr};
///
/// assert_eq!(add_nt_path_prefix(&mut [0; 16], w!(r"C:\a"))?, wstr!(r"\??\C:\a"));
/// assert_eq!(add_long_path_prefix(&mut [0; 16], w!(r"C:\a"))?, wstr!(r"\\?\C:\a"));
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn add_nt_path_prefix<'a>(wbuf: &'a mut [u16], path: &[u16]) -> Result<&'a WStr, NameTooLong> {
    verbatim(wbuf, NT_OBJECT_PREFIX, path)
}

/// Puts the prefix for long paths in front of `path`.
///
/// Zig: `addLongPathPrefix`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
pub fn add_long_path_prefix<'a>(
    wbuf: &'a mut [u16],
    path: &[u16],
) -> Result<&'a WStr, NameTooLong> {
    verbatim(wbuf, LONG_PATH_PREFIX, path)
}

/// Like [`add_nt_path_prefix`], unless the prefix is there; replaces that for long paths.
///
/// Zig: `addNTPathPrefixIfNeeded`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, add_nt_path_prefix_if_needed};
/// use bun_str::{w, wstr};
///
/// let mut wbuf = [0; 16];
/// assert_eq!(add_nt_path_prefix_if_needed(&mut wbuf, w!(r"\??\C:\a"))?, wstr!(r"\??\C:\a"));
/// assert_eq!(add_nt_path_prefix_if_needed(&mut wbuf, w!(r"\\?\C:\a"))?, wstr!(r"\??\C:\a"));
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn add_nt_path_prefix_if_needed<'a>(
    wbuf: &'a mut [u16],
    path: &[u16],
) -> Result<&'a WStr, NameTooLong> {
    let rest = path.strip_prefix(NT_OBJECT_PREFIX);
    let rest = rest.or_else(|| path.strip_prefix(LONG_PATH_PREFIX)).unwrap_or(path);
    verbatim(wbuf, NT_OBJECT_PREFIX, rest)
}

/// Copies `path` with a NUL behind it.
///
/// Zig: `toPath`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::strings::paths::{NameTooLong, to_path};
/// use bun_str::zstr;
///
/// assert_eq!(to_path(&mut [0; 8], b"/tmp")?, zstr!("/tmp"));
/// assert_eq!(to_path(&mut [0; 4], b"/tmp").unwrap_err().needed, 5);
/// # Ok::<(), NameTooLong>(())
/// ```
pub fn to_path<'a>(buf: &'a mut [u8], path: &[u8]) -> Result<&'a ZStr, NameTooLong> {
    let room = buf.get_mut(..=path.len()).ok_or(NameTooLong { needed: path.len() + 1 })?;
    room[..path.len()].copy_from_slice(path);
    room[path.len()] = 0;
    Ok(ZStr::from_slice_with_nul(room))
}

/// Like [`to_path`], with `/` turned into `\`, and without one trailing slash of a path longer
/// than three bytes.
///
/// Zig: `toPathNormalized`.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
pub fn to_path_normalized<'a>(buf: &'a mut [u8], path: &[u8]) -> Result<&'a ZStr, NameTooLong> {
    let path = without_last_slash(path);
    let room = buf.get_mut(..=path.len()).ok_or(NameTooLong { needed: path.len() + 1 })?;
    normalize_slashes_only_t(room, path, b'\\')?;
    room[path.len()] = 0;
    Ok(ZStr::from_slice_with_nul(room))
}

/// Writes a wide path as UTF-8 with a NUL behind, without the prefix for long paths.
///
/// A lone surrogate becomes U+FFFD.
///
/// Zig: `fromWPath`, which cuts what does not fit.
///
/// # Errors
///
/// [`NameTooLong`] when it does not fit.
///
/// # Examples
///
/// ```
/// use bun_str::{from_w_path, w};
///
/// let mut buf = [0; 16];
/// assert_eq!(from_w_path(&mut buf, w!(r"\\?\C:\é"))?.as_bytes(), r"C:\é".as_bytes());
/// # Ok::<(), bun_str::strings::paths::NameTooLong>(())
/// ```
pub fn from_w_path<'a>(buf: &'a mut [u8], path: &[u16]) -> Result<&'a ZStr, NameTooLong> {
    let path = path.strip_prefix(LONG_PATH_PREFIX).unwrap_or(path);
    let too_long = NameTooLong { needed: path.len().saturating_mul(3).saturating_add(1) };
    let mut end = 0;
    for scalar in scalars(path).chain(['\0']) {
        let room = buf.get_mut(end..end + scalar.len_utf8()).ok_or(too_long)?;
        end += scalar.encode_utf8(room).len();
    }
    Ok(ZStr::from_buf(buf, end - 1))
}
