//! Resolving `.`, `..` and repeated separators, straight into the output.

use crate::platform::PlatformT;
use crate::sep::is_sep_any;
use crate::{NameTooLong, PathWriter};

/// Whether `..` above the start of a path is written or dropped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AboveRoot {
    Keep,
    Drop,
}

/// Appends components to a writer and resolves them as they come.
pub(super) struct Normalizer<'w, 'a> {
    out: &'w mut PathWriter<'a>,
    separator: u8,
    /// Where the first component starts: behind the root.
    start: usize,
    /// `..` removes nothing below this: it is behind the last `..` written.
    floor: usize,
    above_root: AboveRoot,
}

impl<'w, 'a> Normalizer<'w, 'a> {
    /// Continues behind what `out` holds, which is the root of the path or nothing.
    pub(super) fn new(out: &'w mut PathWriter<'a>, separator: u8, above_root: AboveRoot) -> Self {
        let start = out.len();
        Self { out, separator, start, floor: start, above_root }
    }

    /// Appends every component of `path`.
    pub(super) fn push_path(
        &mut self,
        path: &[u8],
        is_separator: impl Fn(u8) -> bool,
    ) -> Result<(), NameTooLong> {
        path.split(|byte| is_separator(*byte)).try_for_each(|name| self.push(name))
    }

    fn push(&mut self, name: &[u8]) -> Result<(), NameTooLong> {
        match name {
            b"" | b"." => Ok(()),
            b".." if self.out.len() > self.floor => {
                self.pop();
                Ok(())
            }
            b".." if self.above_root == AboveRoot::Drop => Ok(()),
            b".." => {
                self.append(name)?;
                self.floor = self.out.len();
                Ok(())
            }
            _ => self.append(name),
        }
    }

    fn append(&mut self, name: &[u8]) -> Result<(), NameTooLong> {
        if self.out.len() > self.start {
            self.out.push(self.separator)?;
        }
        self.out.push_slice(name)
    }

    /// Removes the last component and the separator before it.
    fn pop(&mut self) {
        let removable = &self.out.written()[self.floor..];
        let last = removable.iter().rposition(|byte| *byte == self.separator);
        self.out.truncate(self.floor + last.unwrap_or(0));
    }
}

/// Cleans `path` as Node's `path.normalize` does, into `buf`.
///
/// Nothing becomes `.`; `..` above the start of a relative path stays; a trailing separator stays.
/// O(length); does not allocate.
///
/// Zig: `bun.path.normalizeStringNode`.
///
/// # Errors
///
/// [`NameTooLong`] when the result does not fit `buf`; length + 2 always suffices.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::normalize_string_node;
///
/// let mut buf = [0; 64];
/// assert_eq!(normalize_string_node::<Posix>(b"/a//./b/../c/", &mut buf)?, b"/a/c/");
/// assert_eq!(normalize_string_node::<Posix>(b"a/..", &mut buf)?, b".");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeStringNode")]
pub fn normalize_string_node<'a, P: PlatformT>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    let mut out = buf.into();
    match write_node::<P>(&mut out, &[path]) {
        Ok(()) => Ok(out.finish()),
        Err(_) => Err(NameTooLong { needed: path.len().saturating_add(2) }),
    }
}

/// Joins `parts` and cleans the result as [`normalize_string_node`] does.
///
/// The joined path is never built: its components are those of the parts in turn.
pub(super) fn write_node<P: PlatformT>(
    out: &mut PathWriter<'_>,
    parts: &[&[u8]],
) -> Result<(), NameTooLong> {
    let absolute = P::is_absolute(Beginning::of(parts, P::SEPARATOR).as_bytes());
    if absolute {
        out.push(P::SEPARATOR)?;
    }
    let above_root = if absolute { AboveRoot::Drop } else { AboveRoot::Keep };
    let mut normalizer = Normalizer::new(out, P::SEPARATOR, above_root);
    for part in parts {
        normalizer.push_path(part, P::is_separator)?;
    }
    let last = parts.iter().rev().find_map(|part| part.last());
    let trailing = last.is_some_and(|byte| P::is_separator(*byte));
    if out.is_empty() {
        out.push(b'.')?;
    }
    if trailing && out.written().last() != Some(&P::SEPARATOR) {
        out.push(P::SEPARATOR)?;
    }
    Ok(())
}

/// The first bytes of the joined path, which decide whether it is absolute.
struct Beginning {
    bytes: [u8; 3],
    len: usize,
}

impl Beginning {
    fn of(parts: &[&[u8]], separator: u8) -> Self {
        let mut this = Self { bytes: [0; 3], len: 0 };
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if this.len > 0 {
                this.push(separator);
            }
            part.iter().take(3).for_each(|byte| this.push(*byte));
            if this.len == 3 {
                break;
            }
        }
        this
    }

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Cleans `path` into `buf`, without its leading separator, which callers add back.
///
/// Both slashes separate, on POSIX as well. Nothing, `.` and `/` become nothing. `..` above the
/// start is kept only when `ALLOW_ABOVE_ROOT`. A trailing separator is dropped.
///
/// Zig: `bun.path.normalizeStringBuf`.
///
/// # Errors
///
/// [`NameTooLong`] when the result does not fit `buf`; the length of `path` always suffices.
///
/// # Examples
///
/// ```
/// use bun_paths::platform::Posix;
/// use bun_paths::resolve_path::normalize_string_buf;
///
/// let mut buf = [0; 64];
/// assert_eq!(normalize_string_buf::<false, Posix>(br"/../a\b/", &mut buf)?, b"a/b");
/// assert_eq!(normalize_string_buf::<true, Posix>(br"/../a\b/", &mut buf)?, b"../a/b");
/// # Ok::<(), bun_paths::NameTooLong>(())
/// ```
#[doc(alias = "normalizeStringBuf")]
#[doc(alias = "normalizeString")]
pub fn normalize_string_buf<'a, const ALLOW_ABOVE_ROOT: bool, P: PlatformT>(
    path: &[u8],
    buf: impl Into<PathWriter<'a>>,
) -> Result<&'a mut [u8], NameTooLong> {
    let mut out = buf.into();
    let above_root = if ALLOW_ABOVE_ROOT { AboveRoot::Keep } else { AboveRoot::Drop };
    match Normalizer::new(&mut out, P::SEPARATOR, above_root).push_path(path, is_sep_any) {
        Ok(()) => Ok(out.finish()),
        Err(_) => Err(NameTooLong { needed: path.len().saturating_add(1) }),
    }
}
