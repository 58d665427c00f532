//! Builders of both units, and what is cut off.

use alloc::vec::Vec;

use super::options::{AssumeOk, Kind, MaxPathExceeded, PathSeparators};
use super::trim::Rules;
use super::{AbsPath, AutoAbsPath, AutoRelPath, FdPath, Path, PathLike, RelPath};
use crate::{MAX_PATH_BYTES, PATH_MAX_WIDE, PathBuffer, SEP};

const WINDOWS: Rules = Rules { windows: true };
const POSIX: Rules = Rules { windows: false };

#[test]
fn trimming() {
    for (rules, input, absolute, relative) in [
        (POSIX, "/", "/", ""),
        (POSIX, "//a//", "//a", "a"),
        (POSIX, "./a/", "./a", "a"),
        (POSIX, "././a\\", "././a\\", "./a\\"),
        (POSIX, ".//a", ".//a", "a"),
        (POSIX, "///", "/", ""),
        (POSIX, "", "", ""),
        (WINDOWS, "C:\\", "C:\\", "C:"),
        (WINDOWS, "C:\\a\\/", "C:\\a", "C:\\a"),
        (WINDOWS, ".\\a/", ".\\a", "a"),
        (WINDOWS, "\\\\s\\h\\a\\", "\\\\s\\h\\a", "s\\h\\a"),
        (WINDOWS, "\\\\s\\h\\", "\\\\s\\h", "s\\h"),
        (WINDOWS, "\\\\s\\\\", "\\\\s", "s"),
        (WINDOWS, "\\a\\", "\\a", "a"),
    ] {
        assert_eq!(rules.trim_absolute(input.as_bytes()), absolute.as_bytes(), "{input}");
        assert_eq!(rules.trim_relative(input.as_bytes()), relative.as_bytes(), "{input}");
    }
    assert_eq!(WINDOWS.root_len(br"\\s\h\a".as_slice()), 6);
    assert_eq!(WINDOWS.root_len(b"a".as_slice()), 0);
    assert!(WINDOWS.is_absolute(br"C:\".as_slice()) && !POSIX.is_absolute(b"C:".as_slice()));
}

#[test]
#[cfg(not(windows))]
fn building() {
    let mut path = AutoAbsPath::from(b"/usr/").assume_ok();
    path.append(b"/lib/").assume_ok();
    path.append(b"").assume_ok();
    path.append(br"a\b").assume_ok();
    assert_eq!(path.slice(), b"/usr/lib/a/b");
    assert_eq!((path.basename(), path.dirname()), (&b"b"[..], Some(&b"/usr/lib/a"[..])));
    assert_eq!(path.basename_z().as_bytes(), b"b");
    path.undo(2);
    assert_eq!((path.slice(), path.len()), (&b"/usr/lib"[..], 8));
    let clone = path.clone();
    path.undo(7);
    assert_eq!((path.slice(), clone.slice()), (&b"/"[..], &b"/usr/lib"[..]));
    path.append(b"x").assume_ok();
    assert_eq!(path.slice_z().as_bytes(), b"/x");
    path.set_length(1);
    assert_eq!((path.slice(), path.is_absolute()), (&b"/"[..], true));
    path.set_length(usize::MAX);
    assert!(path.len() < MAX_PATH_BYTES);
    path.buf()[..4].copy_from_slice(b"/ab/");
    path.set_length(4);
    assert_eq!(path.slice(), b"/ab");
    path.clear();
    assert!(path.is_empty() && Path::<u8>::default().is_empty());
    assert_eq!(alloc::format!("{clone:?}"), alloc::format!("Path(Bytes({:?}))", clone.slice()));
}

#[test]
fn relative_paths_and_scopes() {
    let mut path: RelPath<u8, { PathSeparators::POSIX }> = RelPath::from(b"./a/").assume_ok();
    {
        let mut scope = path.save();
        PathLike::append(&mut *scope, br"b\c");
        PathLike::append_fmt(&mut *scope, format_args!("{}", 1));
        assert_eq!(scope.slice(), b"a/b/c/1");
        scope.restore();
        assert_eq!(scope.slice(), b"a");
        scope.append_fmt(format_args!("literal")).assume_ok();
        PathLike::clear(&mut *scope);
    }
    assert_eq!(path.slice(), b"a");
    assert!(!path.is_absolute());
    path.undo(1);
    assert!(path.is_empty());
    let mut any: Path<u8, { Kind::ANY }> = Path::from(b"a\\".as_slice()).assume_ok();
    any.append(b"b").assume_ok();
    any.undo(1);
    assert!(any.slice().starts_with(b"a") && !any.is_absolute());
    assert_eq!(PathSeparators::from_u8(9), PathSeparators::Any);
    assert_eq!(PathSeparators::Any.char(), SEP);
}

#[test]
fn both_widths() {
    let mut wide: Path<u16, { Kind::REL }, { PathSeparators::WINDOWS }> =
        Path::from("é/𝄞".as_bytes()).assume_ok();
    wide.append(&[0x62_u16, 0x2f, 0x63]).assume_ok();
    wide.append(b"\xff").assume_ok();
    let expected: Vec<u16> = "é\\𝄞\\b\\c\\\u{fffd}".encode_utf16().collect();
    assert_eq!(wide.slice(), expected);
    assert_eq!(wide.slice_z().len(), expected.len());
    assert_eq!(wide.basename_z().len(), wide.basename().len());
    wide.append_join(b"..").assume_ok();
    assert_eq!(wide.len(), expected.len() - 2);
    let narrow = AutoRelPath::from(&[0x61_u16, 0xd800]).assume_ok();
    assert_eq!(narrow.slice(), "a\u{fffd}".as_bytes());
}

#[test]
fn too_long_is_an_error_and_changes_nothing() {
    let name = [b'a'; MAX_PATH_BYTES];
    for len in [MAX_PATH_BYTES - 2, MAX_PATH_BYTES - 1, MAX_PATH_BYTES] {
        let result = AutoRelPath::from(&name[..len]);
        let fits = len < MAX_PATH_BYTES;
        assert_eq!(result.map(|path| path.len()).ok(), fits.then_some(len));
    }
    let mut path = AutoRelPath::from(b"x").assume_ok();
    let room = MAX_PATH_BYTES - 1 - 2;
    assert_eq!(path.append(&name[..=room]), Err(MaxPathExceeded { needed: MAX_PATH_BYTES + 1 }));
    assert_eq!(path.slice(), b"x");
    path.append(&name[..room]).assume_ok();
    assert_eq!(path.slice_z().as_bytes().len(), MAX_PATH_BYTES - 1);
    let error = path.append_fmt(format_args!("{}", 1)).unwrap_err();
    assert_eq!(bun_core::Error::from(error).name(), "MaxPathExceeded");
    assert!(alloc::format!("{error}").starts_with("MaxPathExceeded"));
    let wide = alloc::vec![0x61_u16; PATH_MAX_WIDE];
    assert!(Path::<u16, { Kind::REL }>::from(&wide).is_err());
    assert!(path.append_join(b"a").is_err());
}

#[test]
#[should_panic(expected = "assumed to be short")]
fn what_is_assumed_is_checked() {
    AutoRelPath::from(&[b'a'; MAX_PATH_BYTES]).assume_ok();
}

struct Descriptor(&'static [u8]);

impl FdPath for Descriptor {
    fn fd_path(self, buf: &mut PathBuffer) -> Result<&mut [u8], bun_core::Error> {
        let mut out = buf.writer();
        out.push_slice(self.0)?;
        Ok(out.finish())
    }
}

#[test]
#[cfg(not(windows))]
fn resolving() {
    let mut path = AutoAbsPath::init_fd_path(Descriptor(b"/a/b/")).unwrap();
    assert_eq!(path.slice(), b"/a/b");
    path.join(&[b"c", b"../d/"]).assume_ok();
    assert_eq!(path.slice(), b"/a/b/d");
    path.append_join(b"/../e").assume_ok();
    assert_eq!(path.slice(), b"/a/b/e");
    let to = AutoAbsPath::from(b"/a/x").assume_ok();
    assert_eq!(path.relative(&to).slice(), b"../../x");
    assert!(path.join(&[&[b'a'; MAX_PATH_BYTES]]).is_err());
    let top = AbsPath::<u8>::init_top_level_dir();
    let long = AbsPath::<u8>::init_top_level_dir_long_path();
    assert_eq!(top.slice(), long.slice());
    let windows = path.into_sep::<{ PathSeparators::WINDOWS }>();
    assert_eq!(windows.slice(), br"\a\b\e");
}
