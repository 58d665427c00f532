//! `which`: where a program is.

use bun_core::Environment::IS_WINDOWS;
use bun_paths::{DELIMITER, PathBuffer, SEP, is_absolute, is_sep_any};
use bun_str::ZStr;

use crate::is_executable_file_path;

/// What Windows runs without being told the extension, in this order.
const EXTENSIONS: &[&[u8]] = if IS_WINDOWS { &[b".exe", b".cmd", b".bat"] } else { &[b""] };

/// Finds the program `bin`, as a shell would: writes its path to `buf`, or returns `None`.
///
/// An absolute `bin` is looked at and nothing else. One with a separator is looked for below `cwd`,
/// any other in the directories of `path`, which is what `PATH` holds; empty parts of it are passed
/// over. Found is what is a file that this process may execute ([`is_executable_file_path`]).
///
/// What would be longer than a path may be is not found; nor is a name with an embedded NUL.
///
/// Zig: `bun.which`.
///
/// # Platforms
///
/// On Windows a name without one of the extensions `exe`, `cmd` and `bat` is tried with each.
///
/// # Examples
///
/// ```
/// use bun_paths::PathBuffer;
/// use bun_sys::which;
///
/// let mut buf = PathBuffer::uninit();
/// # #[cfg(unix)]
/// assert_eq!(which(&mut buf, b"/nowhere:/bin", b"", b"sh").unwrap().as_bytes(), b"/bin/sh");
/// assert_eq!(which(&mut buf, b"/bin", b"/", b"surely-no-such-program"), None);
/// ```
pub fn which<'b>(buf: &'b mut PathBuffer, path: &[u8], cwd: &[u8], bin: &[u8]) -> Option<&'b ZStr> {
    let len = find(buf, path, cwd, bin)?;
    ZStr::try_from_buf(buf, len)
}

/// The length of the path that was found, which is in `buf` with a terminator.
fn find(buf: &mut PathBuffer, path: &[u8], cwd: &[u8], bin: &[u8]) -> Option<usize> {
    if bin.is_empty() {
        return None;
    }
    if is_absolute(bin) {
        return try_in(buf, b"", bin);
    }
    if bin.iter().any(|&byte| if IS_WINDOWS { is_sep_any(byte) } else { byte == SEP }) {
        if cwd.is_empty() {
            return None;
        }
        let below = bin.strip_prefix(b"./").unwrap_or(bin);
        return try_in(buf, cwd, below);
    }
    path.split(|&byte| byte == DELIMITER)
        .filter(|directory| !directory.is_empty())
        .find_map(|directory| try_in(buf, directory, bin))
}

/// Whether `bin` can be executed in `directory`, or as it is when that is empty.
fn try_in(buf: &mut PathBuffer, directory: &[u8], bin: &[u8]) -> Option<usize> {
    let has_extension = IS_WINDOWS
        && EXTENSIONS.iter().any(|extension| {
            let tail = bin.len().checked_sub(extension.len()).map(|at| &bin[at..]);
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(extension))
        });
    let extensions = if has_extension { &[&b""[..]] } else { EXTENSIONS };
    extensions.iter().find_map(|extension| {
        let path = write(buf, directory, bin, extension)?;
        is_executable_file_path(path).then(|| path.len())
    })
}

fn write<'b>(
    buf: &'b mut PathBuffer,
    directory: &[u8],
    bin: &[u8],
    extension: &[u8],
) -> Option<&'b ZStr> {
    let mut writer = buf.writer();
    if !directory.is_empty() {
        let mut end = directory.len();
        while end > 0 && directory[end - 1] == SEP {
            end -= 1;
        }
        writer.push_slice(&directory[..end]).ok()?;
        writer.push_slice(&[SEP]).ok()?;
    }
    writer.push_slice(bin).ok()?;
    writer.push_slice(extension).ok()?;
    Some(writer.finish_z().ok()?)
}
