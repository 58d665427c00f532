//! The twins of `std.fs.path` on the examples of its documentation and at their edges.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::NameTooLong;

#[test]
fn parts() {
    let cases: &[(&str, Option<&str>, &str, &str)] = &[
        ("", None, "", ""),
        ("/", None, "", ""),
        ("////", None, "", ""),
        ("a", None, "a", ""),
        ("a//", None, "a", ""),
        ("/a", Some("/"), "a", ""),
        ("//a", Some("/"), "a", ""),
        ("/a/b/c.d.e", Some("/a/b"), "c.d.e", ".e"),
        ("a/b//c///", Some("a/b/"), "c", ""),
        (".gitignore", None, ".gitignore", ""),
        ("x.y/.z.", Some("x.y"), ".z.", "."),
    ];
    for (path, parent, base, ext) in cases {
        let path = path.as_bytes();
        assert_eq!(dirname_posix(path), parent.map(str::as_bytes), "{path:?}");
        assert_eq!(Dirname::dirname(path), dirname(path), "{path:?}");
        assert_eq!(basename_posix(path), base.as_bytes(), "{path:?}");
        assert_eq!(extension(path), ext.as_bytes(), "{path:?}");
    }
    assert_eq!(
        (stem(b"a/b.tar.gz"), stem(b"a/b"), stem(b"a/.b")),
        (&b"b.tar"[..], &b"b"[..], &b"a/.b"[..])
    );
}

#[test]
fn windows_parts() {
    let cases: &[(&str, Option<&str>, &str)] = &[
        ("c:\\", None, ""),
        ("c:foo", None, "foo"),
        ("c:\\foo\\", Some("c:\\"), "foo"),
        ("c:\\foo\\bar", Some("c:\\foo"), "bar"),
        ("\\", None, ""),
        ("\\foo", Some("\\"), "foo"),
        ("c:foo\\bar", Some("c:foo"), "bar"),
        ("file:stream", None, "file:stream"),
        ("dir\\file:stream", Some("dir"), "file:stream"),
        ("\\\\unc\\share", None, "share"),
        ("\\\\unc\\share\\foo", Some("\\\\unc\\share\\"), "foo"),
        ("/a//b", Some("/a/"), "b"),
        ("////", None, ""),
        ("foo", None, "foo"),
    ];
    for (path, parent, base) in cases {
        let bytes = path.as_bytes();
        assert_eq!(dirname_windows(bytes), parent.map(str::as_bytes), "{path}");
        assert_eq!(basename_windows(bytes), base.as_bytes(), "{path}");
        let wide: Vec<u16> = path.encode_utf16().collect();
        let length = Dirname::dirname_u16(&wide).map(<[u16]>::len);
        assert_eq!(length, parent.map(str::len), "{path}");
    }
}

#[test]
fn disks() {
    for (path, kind, disk, is_abs) in [
        ("//a/b", WindowsPathKind::NetworkShare, "//a/b", true),
        ("\\\\a\\\\b\\c", WindowsPathKind::NetworkShare, "\\\\a\\\\b", true),
        ("\\\\a\\", WindowsPathKind::None, "", false),
        ("\\/a/b/c", WindowsPathKind::None, "", false),
        ("///a/b", WindowsPathKind::None, "", false),
        ("/usr/local", WindowsPathKind::None, "", true),
        ("c:../", WindowsPathKind::Drive, "c:", false),
        ("c:/", WindowsPathKind::Drive, "c:", true),
        ("//a/", WindowsPathKind::None, "", false),
        ("//ab//", WindowsPathKind::None, "", false),
    ] {
        let disk_designator = disk.as_bytes();
        let expected = WindowsPath { is_abs, kind, disk_designator };
        assert_eq!(windows_parse_path(path.as_bytes()), expected, "{path}");
    }
    assert!(disk_designator(b"/a").is_empty());
}

#[test]
fn resolved() {
    let posix = |paths: &[&str]| {
        let paths: Vec<&[u8]> = paths.iter().map(|path| path.as_bytes()).collect();
        String::from_utf8(resolve_posix(&paths).into_vec()).unwrap()
    };
    assert_eq!(posix(&["/a/b", "c"]), "/a/b/c");
    assert_eq!(posix(&["/a/b", "c", "//d", "e///"]), "/d/e");
    assert_eq!(posix(&["/", "..", ".."]), "/");
    assert_eq!(posix(&["a/b", "../../.."]), "..");
    assert_eq!(posix(&["a", "../../b"]), "../b");
    assert_eq!(posix(&[]), ".");
    let windows = |paths: &[&str]| {
        let paths: Vec<&[u8]> = paths.iter().map(|path| path.as_bytes()).collect();
        String::from_utf8(resolve_windows(&paths).into_vec()).unwrap()
    };
    assert_eq!(windows(&["c:/blah\\blah", "d:/games", "c:../a"]), "C:\\blah\\a");
    assert_eq!(windows(&["c:/ignore", "d:\\a/b\\c/d", "\\e.exe"]), "D:\\e.exe");
    assert_eq!(windows(&["//server/share", "..", "relative\\"]), "\\\\server\\share\\relative");
    assert_eq!(windows(&["c:/", "//server/share"]), "\\\\server\\share\\");
    assert_eq!(windows(&["/a/..", "b"]), "\\b");
    assert_eq!(windows(&["c:a", "..", ".."]), "C:..");
    assert_eq!(windows(&["c:"]), "C:.");
    assert_eq!(windows(&["a/..", "b/.."]), ".");
    assert_eq!(windows(&["a", "..\\..\\b"]), "..\\b");
    let mut buf = [0; 3];
    assert_eq!(resolve_posix_buf(&mut buf, &[b"/abc"]), Err(NameTooLong { needed: 4 }));
    assert_eq!(resolve_windows_buf(&mut buf, &[b"a/b"]).unwrap(), br"a\b");
    assert_eq!(&*resolve(&[b"a"]), b"a");
}

#[test]
fn joined() {
    let mut buf = [0; 16];
    assert_eq!(join_posix_buf(&mut buf, &[b"", b"/a/", b"", b"/b"]).unwrap(), b"/a/b");
    assert_eq!(join_windows_buf(&mut buf, &[br"c:\", b"a/", b"c"]).unwrap(), br"c:\a/c");
    assert_eq!(join_buf(&mut buf, &[b"a", b"b"]).unwrap().len(), 3);
    assert_eq!(&*join(&[]), b"");
    assert_eq!(join_z(&[b"a"]).as_bytes(), b"a");
    assert_eq!(
        (&*join_sep_maybe_z::<true>(&[]), &*join_sep_maybe_z::<false>(&[])),
        (&b"\0"[..], &b""[..])
    );
    for capacity in 0..8 {
        let mut buf = vec![0; capacity];
        let result = join_posix_buf(&mut *buf, &[b"ab", b"cd"]);
        let fits = capacity >= 5;
        let expected = if fits { Ok(&b"ab/cd"[..]) } else { Err(NameTooLong { needed: 5 }) };
        assert_eq!(result.as_deref(), expected.as_ref().map(|path| &**path));
    }
}

#[test]
fn related() {
    let windows = |from: &str, to: &str| {
        let way = relative_windows(br"C:\cwd", from.as_bytes(), to.as_bytes());
        String::from_utf8(way.into_vec()).unwrap()
    };
    assert_eq!(windows("c:/blah\\blah", "d:/games"), "D:\\games");
    assert_eq!(windows("c:/aaaa/bbbb", "c:/cccc"), "..\\..\\cccc");
    assert_eq!(windows("c:/AaAa/bbbb", "c:/aaaa/bbbb"), "");
    assert_eq!(windows("c:/ÄÖ/b", "c:/äö/c"), "..\\c");
    assert_eq!(windows("\\\\foo\\bar", "\\\\foo\\bar\\baz"), "baz");
    assert_eq!(windows("\\\\foo\\baz-quux", "\\\\foo\\baz"), "..\\baz");
    assert_eq!(windows("C:\\baz", "\\\\foo\\bar\\baz"), "\\\\foo\\bar\\baz");
    assert_eq!(&*relative_posix(b"/c", b"/var/lib", b"/var"), b"..");
    assert_eq!(&*relative_posix(b"/c", b"", b"a"), b"a");
    assert_eq!(&*relative_posix(b"/c", b"/foo/bar/baz-quux", b"/foo/bar/baz"), b"../baz");
    assert_eq!(&*relative(b"/", b"/a", b"/a"), b"");
}
