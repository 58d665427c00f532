//! Results of the Zig originals, as a table; and joins at every capacity.

use proptest::prelude::*;

use alloc::vec;
use alloc::vec::Vec;

use crate::platform::{Loose, Posix};
use crate::resolve_path::{
    self, join_string_buf, join_z_buf, normalize_string_buf, normalize_string_node,
};
use crate::{basename, dirname, extension, is_absolute_posix, is_absolute_windows, stem};

/// Input; normalised without and with `..` above the root; Node's form.
const NORMALIZED: &[[&str; 4]] = &[
    ["", "", "", "."],
    [".", "", "", "."],
    ["./", "", "", "./"],
    ["..", "", "..", ".."],
    ["../", "", "..", "../"],
    ["/", "", "", "/"],
    ["//", "", "", "/"],
    ["///a", "a", "a", "/a"],
    ["/..", "", "..", "/"],
    ["/../a", "a", "../a", "/a"],
    ["a//", "a", "a", "a/"],
    ["./a", "a", "a", "a"],
    ["a/.", "a", "a", "a"],
    ["a/..", "", "", "."],
    ["a/../", "", "", "./"],
    ["a/../..", "", "..", ".."],
    ["../../a", "a", "../../a", "../../a"],
    ["../../../a/b/../c", "a/c", "../../../a/c", "../../../a/c"],
    ["/a/b/c/../../d", "a/d", "a/d", "/a/d"],
    ["/a/./b/", "a/b", "a/b", "/a/b/"],
    ["a\\b", "a/b", "a/b", "a\\b"],
    ["a\\..\\b", "b", "b", "a\\..\\b"],
    ["\\a\\b", "a/b", "a/b", "\\a\\b"],
    ["C:/a/../b", "C:/b", "C:/b", "C:/b"],
    ["C:..", "C:..", "C:..", "C:.."],
    ["//server/share/x", "server/share/x", "server/share/x", "/server/share/x"],
    ["...", "...", "...", "..."],
    ["a/.../b", "a/.../b", "a/.../b", "a/.../b"],
    ["..a", "..a", "..a", "..a"],
    ["a..", "a..", "a..", "a.."],
    ["/a/b/../../", "", "", "/"],
    ["./..", "", "..", ".."],
    [".a/", ".a", ".a", ".a/"],
    ["a b/../c", "c", "c", "c"],
];

#[test]
fn normalize_as_zig() {
    let mut buf = [0; 64];
    for [input, without, with, node] in NORMALIZED {
        let input = input.as_bytes();
        let check = |result: Result<&mut [u8], _>, expected: &str| {
            assert_eq!(result.expect("64 bytes suffice"), expected.as_bytes(), "{input:?}");
        };
        check(normalize_string_buf::<false, Posix>(input, &mut buf), without);
        check(normalize_string_buf::<true, Posix>(input, &mut buf), with);
        check(normalize_string_buf::<false, Loose>(input, &mut buf), without);
        check(normalize_string_node::<Posix>(input, &mut buf), node);
    }
}

/// Parts; joined by POSIX rules; by loose rules.
const JOINED: &[(&[&str], &str, &str)] = &[
    (&[], ".", "."),
    (&["", ""], ".", "."),
    (&["a", "b"], "a/b", "a/b"),
    (&["a", "..", "b"], "b", "b"),
    (&["a", "../.."], "..", ".."),
    (&["/a", "../.."], "/", "/"),
    (&["./a", "./b/"], "a/b/", "a/b/"),
    (&["a/", "/b"], "a/b", "a/b"),
    (&[".", "."], ".", "."),
    (&["", "a"], "a", "a"),
    (&["a", ""], "a", "a"),
    (&["/", "a"], "/a", "/a"),
    (&["a\\b", "c"], "a\\b/c", "a/b/c"),
    (&["..", "..", "a"], "../../a", "../../a"),
    (&["C:\\a", "..\\..\\b/", "c\\"], "C:\\a/..\\..\\b/c\\", "/b/c/"),
];

#[test]
fn join_as_zig_and_never_beyond_the_buffer() {
    for (parts, posix, loose) in JOINED {
        let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
        for capacity in 0..32 {
            let mut buf = vec![0; capacity];
            let result = join_string_buf::<Posix>(&mut *buf, &parts);
            // The `.` and a separator are written before they are found to be too much.
            match result {
                Ok(path) => assert_eq!(path, posix.as_bytes()),
                Err(error) => assert!(capacity < error.needed, "{parts:?} in {capacity}"),
            }
            match join_z_buf::<Loose>(&mut *buf, &parts) {
                Ok(path) => assert_eq!(path.as_bytes(), loose.as_bytes()),
                Err(error) => assert!(capacity < error.needed, "{parts:?} in {capacity}"),
            }
        }
        let needed = join_z_buf::<Posix>(&mut [0; 0], &parts).expect_err("no room").needed;
        let mut exact = vec![0; needed];
        let path = join_z_buf::<Posix>(&mut *exact, &parts).expect("`needed` suffices");
        assert_eq!(path.as_bytes(), posix.as_bytes());
    }
}

/// Input; `dirname` by POSIX and by loose rules; `basename`.
const PARTS: &[[&str; 4]] = &[
    ["", "", "", ""],
    ["/", "/", "", "/"],
    ["a", "", "", "a"],
    ["/a", "/", "", "a"],
    ["/a/", "/", "/a", "a"],
    ["a/b", "a", "a", "b"],
    ["a/b/", "a", "a/b", "b"],
    ["/a/b", "/a", "/a", "b"],
    ["//", "/", "/", "/"],
    ["//a", "/", "/", "a"],
    ["C:\\", "", "", "C:"],
    ["C:\\a\\b", "", "", "b"],
    ["C:", "", "", "C:"],
    ["a\\b", "", "", "b"],
    ["///", "/", "//", "/"],
    ["/a//", "/", "/a/", "a"],
    ["/a//b", "/a/", "/a/", "b"],
];

#[test]
fn parts_as_zig() {
    for [path, posix, loose, base] in PARTS {
        let path = path.as_bytes();
        assert_eq!(resolve_path::dirname::<Posix>(path), posix.as_bytes(), "{path:?}");
        assert_eq!(resolve_path::dirname::<Loose>(path), loose.as_bytes(), "{path:?}");
        assert_eq!(resolve_path::basename(path), base.as_bytes(), "{path:?}");
    }
}

#[test]
#[cfg(not(windows))]
fn standard_parts_as_zig() {
    let cases: &[(&str, Option<&str>, &str, &str)] = &[
        ("", None, "", ""),
        ("/", None, "", ""),
        ("////", None, "", ""),
        ("a", None, "a", ""),
        ("/a", Some("/"), "a", ""),
        ("//a", Some("/"), "a", ""),
        ("/a/", Some("/"), "a", ""),
        ("/a/b/c.d.e", Some("/a/b"), "c.d.e", ".e"),
        ("a/b//c///", Some("a/b"), "c", ""),
        ("/a//b", Some("/a"), "b", ""),
        (".gitignore", None, ".gitignore", ""),
        ("x.y/.z.", Some("x.y"), ".z.", "."),
    ];
    for (path, parent, base, ext) in cases {
        let path = path.as_bytes();
        assert_eq!(dirname(path), parent.map(str::as_bytes), "{path:?}");
        assert_eq!(basename(path), base.as_bytes(), "{path:?}");
        assert_eq!(extension(path), ext.as_bytes(), "{path:?}");
        assert_eq!([stem(path), extension(path)].concat(), base.as_bytes(), "{path:?}");
    }
}

#[test]
fn absolute_as_zig() {
    let cases: &[(&str, bool, bool)] = &[
        ("", false, false),
        ("/", true, true),
        ("/a", true, true),
        ("a", false, false),
        ("\\", false, true),
        ("C:", false, false),
        ("C:\\", false, true),
        ("c:/x", false, true),
        ("C:a", false, false),
        ("1:\\", false, true),
        ("./a", false, false),
        ("\\\\?\\C:\\a", false, true),
    ];
    for (path, posix, windows) in cases {
        let absolute = (is_absolute_posix(path.as_bytes()), is_absolute_windows(path.as_bytes()));
        assert_eq!(absolute, (*posix, *windows), "{path}");
    }
}

fn any_path() -> impl Strategy<Value = Vec<u8>> {
    let piece = proptest::sample::select(vec!["/", ".", "..", "a", "\\"]);
    proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 4 } else { 1024 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Joining equals normalising what is joined by hand, and normalising twice changes nothing.
    #[test]
    fn join_is_normalize_of_the_concatenation(a in any_path(), b in any_path(), c in any_path()) {
        let parts = [&*a, &b, &c];
        let mut joined = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !joined.is_empty() {
                joined.push(b'/');
            }
            joined.extend_from_slice(part);
        }
        let (mut buf1, mut buf2, mut buf3) = ([0; 64], [0; 64], [0; 64]);
        let once = join_string_buf::<Loose>(&mut buf1, &parts).expect("64 bytes suffice");
        let by_hand = normalize_string_node::<Loose>(&joined, &mut buf2).expect("fits");
        prop_assert_eq!(&*once, &*by_hand);
        let twice = normalize_string_node::<Loose>(once, &mut buf3).expect("fits");
        prop_assert_eq!(&*once, &*twice);
    }
}
