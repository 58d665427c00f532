//! Names for the NT kernel, made of paths as users write them.
//!
//! The kernel takes either an absolute name below `\??\` or one relative to an open directory, and
//! in both neither `.`, `..`, `/` nor two separators in a row. What Win32 does beyond that is left
//! out on purpose: it drops dots and spaces from the ends of names, so that files which have them
//! could not be removed.

use crate::SystemErrno;
use crate::wtf8::Wide;

/// How a path starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// `\??\…` or `\\?\…`: taken as it is.
    Verbatim,
    /// `\\.\…`: a device, taken as it is.
    Device,
    /// `\\server\share…`.
    Unc,
    /// `C:\…`.
    Drive,
    /// `C:…`, relative to what the system remembers of that drive.
    DriveRelative,
    /// `\…`, below the root of the working directory.
    Rooted,
    /// Below a directory.
    Relative,
}

const SEP: u16 = b'\\' as u16;

fn is_sep(unit: u16) -> bool {
    unit == SEP || unit == u16::from(b'/')
}

fn is(unit: u16, byte: u8) -> bool {
    unit == u16::from(byte)
}

/// How `path` starts.
pub(crate) fn shape(path: &[u16]) -> Shape {
    match *path {
        [a, b, c, d, ..] if is_sep(a) && is(b, b'?') && is(c, b'?') && is_sep(d) => Shape::Verbatim,
        [a, b, c, d, ..] if is_sep(a) && is_sep(b) && is(c, b'?') && is_sep(d) => Shape::Verbatim,
        [a, b, c, d, ..] if is_sep(a) && is_sep(b) && is(c, b'.') && is_sep(d) => Shape::Device,
        [a, b, ..] if is_sep(a) && is_sep(b) => Shape::Unc,
        [a, ..] if is_sep(a) => Shape::Rooted,
        [letter, colon, ..] if is_letter(letter) && is(colon, b':') => {
            if path.get(2).is_some_and(|unit| is_sep(*unit)) {
                Shape::Drive
            } else {
                Shape::DriveRelative
            }
        }
        _ => Shape::Relative,
    }
}

fn is_letter(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphabetic())
}

const NT: [u16; 4] = [SEP, b'?' as u16, b'?' as u16, SEP];
const UNC: [u16; 4] = [b'U' as u16, b'N' as u16, b'C' as u16, SEP];

/// The device that swallows everything, by its names here and on Unix.
pub(crate) fn is_null_device(path: &[u8]) -> bool {
    path.eq_ignore_ascii_case(b"NUL") || path == b"/dev/null"
}

/// The name of that device.
pub(crate) const NULL_DEVICE: [u16; 7] =
    [SEP, b'?' as u16, b'?' as u16, SEP, b'N' as u16, b'U' as u16, b'L' as u16];

/// Writes the absolute name of `path`, with `more` below it, to `out`; returns how long it is.
///
/// `None` when `path` is not absolute: it is rooted, or relative to a drive or a directory.
/// `..` stops at the root of the drive or the share. `ENAMETOOLONG` when it does not fit.
pub(crate) fn absolute(
    path: &[u16],
    more: &[u16],
    out: &mut [u16],
) -> Result<Option<usize>, SystemErrno> {
    let (head, skipped, protected): (&[&[u16]], usize, usize) = match shape(path) {
        Shape::Verbatim | Shape::Device => (&[&NT], 4, 0),
        Shape::Unc => (&[&NT, &UNC], 2, 2),
        Shape::Drive => (&[&NT], 0, 1),
        Shape::DriveRelative | Shape::Rooted | Shape::Relative => return Ok(None),
    };
    let is_verbatim = protected == 0;
    let mut wide = Wide::new(out);
    head.iter().try_for_each(|part| wide.push_all(part))?;
    let start = wide.len();
    wide.push_all(&path[skipped..])?;
    if !more.is_empty() {
        wide.push(SEP)?;
        wide.push_all(more)?;
    }
    let end = wide.len();
    let name = &mut out[start..end];
    if is_verbatim && more.is_empty() {
        slashes(name);
        return Ok(Some(end));
    }
    // A verbatim directory that something is looked up in starts with its volume.
    let protected = if is_verbatim { volume_components(name) } else { protected };
    let len = normalize(name, protected).len;
    // The root of a drive keeps its separator: without, it is the device below the file system.
    if len == 2 && protected == 1 && is(out[start + 1], b':') {
        *out.get_mut(start + 2).ok_or(SystemErrno::ENAMETOOLONG)? = SEP;
        return Ok(Some(start + 3));
    }
    Ok(Some(start + len))
}

/// How many components `..` does not leave: `UNC\server\share`, or the drive or volume.
fn volume_components(name: &[u16]) -> usize {
    let is_unc = name.len() >= 4 && name[..3].iter().zip(b"UNC").all(|(&u, &b)| is(u, b));
    if is_unc && is_sep(name[3]) { 3 } else { 1 }
}

fn slashes(name: &mut [u16]) {
    for unit in name {
        if is_sep(*unit) {
            *unit = SEP;
        }
    }
}

/// What [`normalize`] left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Normalized {
    /// How many units, at the start.
    pub(crate) len: usize,
    /// Whether a `..` had nothing to remove.
    pub(crate) leaves: bool,
}

/// Removes empty components, `.`, and `..` with what is before it, in place.
///
/// The first `protected` components stay whatever follows. No separator is left at either end.
pub(crate) fn normalize(name: &mut [u16], protected: usize) -> Normalized {
    let mut len = 0;
    let mut count = 0;
    let mut leaves = false;
    let mut from = 0;
    while from < name.len() {
        let end =
            name[from..].iter().position(|unit| is_sep(*unit)).map_or(name.len(), |n| from + n);
        let part = from..end;
        from = end + 1;
        match name[part.clone()] {
            [] => {}
            [dot] if is(dot, b'.') => {}
            [a, b] if is(a, b'.') && is(b, b'.') => {
                if count > protected {
                    len = name[..len].iter().rposition(|unit| *unit == SEP).unwrap_or(0);
                    count -= 1;
                } else {
                    leaves = true;
                }
            }
            _ => {
                if len > 0 {
                    name[len] = SEP;
                    len += 1;
                }
                let part_len = part.len();
                name.copy_within(part, len);
                len += part_len;
                count += 1;
            }
        }
    }
    Normalized { len, leaves }
}
