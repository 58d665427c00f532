//! Path helpers: tables, buffers that are exactly large enough, and buffers that are not.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::slashes::{without_nt_prefix_windows, without_trailing_slash_after_drive};
use super::*;
use crate::{WStr, w, wstr};

#[test]
fn basenames_follow_each_platform() {
    for (path, posix, windows) in [
        ("", "", ""),
        ("/", "", ""),
        ("a/", "a", "a"),
        ("/a/b//", "b", "b"),
        (r"a\b", r"a\b", "b"),
        ("C:", "C:", ""),
        (r"C:\", r"C:\", ""),
        (r"C:\x\", r"C:\x\", "x"),
        ("C:x", "C:x", "x"),
        ("/:", ":", ""),
    ] {
        assert_eq!(basename_posix(path.as_bytes()), posix.as_bytes(), "{path}");
        assert_eq!(basename_windows(path.as_bytes()), windows.as_bytes(), "{path}");
        let wide: Vec<u16> = path.encode_utf16().collect();
        assert!(basename_windows(&wide).iter().copied().eq(windows.encode_utf16()), "{path}");
    }
}

#[test]
fn slashes_are_cut_but_roots_stay() {
    assert_eq!(without_trailing_slash(b""), b"");
    assert_eq!(without_trailing_slash(br"a\"), b"a");
    assert_eq!(without_trailing_slash(br"/\/"), b"/");
    assert_eq!(without_trailing_slash_after_drive(br"C:\"), br"C:\");
    assert_eq!(without_trailing_slash_after_drive(br"C:\a\/"), br"C:\a");
    assert_eq!(without_trailing_slash_after_drive(b"a//"), b"a");
    assert_eq!(without_leading_slash(b"//a/"), b"a/");
    assert_eq!(remove_leading_dot_slash(b"./"), b"");
    assert_eq!(remove_leading_dot_slash(b"."), b".");
    assert!(char_is_any_slash(b'\\') && !char_is_any_slash(b':'));
}

#[test]
fn prefixes_are_recognised() {
    assert_eq!(without_nt_prefix_windows(br"\??\C:\"), br"C:\");
    assert_eq!(without_nt_prefix_windows(br"\\?\C:\"), br"C:\");
    assert_eq!(without_nt_prefix_windows(br"\??\UNC\h"), br"UNC\h");
    assert_eq!(without_nt_prefix_windows(w!(r"\\?\x")), w!("x"));
    assert_eq!(without_nt_prefix_windows(b"x"), b"x");
    assert!(!starts_with_windows_drive_letter(b"1:a") && starts_with_windows_drive_letter(b"Z:a"));
    let missing = is_windows_absolute_path_missing_drive_letter::<u8>;
    assert!(missing(br"\Server\Share") && missing(br"\\Server\\Share") && missing(b"/"));
    assert!(!missing(br"\\Server\Share") && !missing(br"\\?\x") && !missing(br"\\.\x"));
    assert!(!missing(b"") && !missing(b"a"));
}

#[cfg(not(windows))]
#[test]
fn separators_of_the_target_are_normalised() {
    assert_eq!(clone_normalizing_separators(b"a//b/"), b"a/b/");
    assert_eq!(clone_normalizing_separators(b"/"), b"/");
    assert_eq!(clone_normalizing_separators(b""), b"/");
    assert!(path_contains_node_modules_folder(b"/a/node_modules/b"));
    assert!(!path_contains_node_modules_folder(b"/a/node_modules"));
    assert_eq!(without_leading_path_separator(b"//a"), b"a");
}

#[test]
fn joined_prefixes_have_one_slash() {
    for (prefix, suffix, joined) in [
        ("", "a.js", "./a.js"),
        ("", "../a.js", "../a.js"),
        ("https://e.com/", "/out.js", "https://e.com/out.js"),
        ("/foo", "./bar.js", "/foobar.js"),
        ("/foo/", "bar.js", "/foo/bar.js"),
    ] {
        let pieces = cheap_prefix_normalizer(prefix.as_bytes(), suffix.as_bytes());
        assert_eq!(pieces.concat(), joined.as_bytes());
    }
}

type ToWide = fn(&mut [u16], &[u8]) -> Result<Vec<u16>, NameTooLong>;

const TO_WIDE: &[(ToWide, &[(&str, &str)])] = &[
    (
        |wbuf, path| to_w_path(wbuf, path).map(units),
        &[("a/b/", r"a\b\"), ("", ""), ("é😀/", r"é😀\")],
    ),
    (
        |wbuf, path| to_w_dir_path(wbuf, path).map(units),
        &[("a", r"a\"), ("a/", r"a\"), ("", ""), (r"a\", r"a\")],
    ),
    (
        |wbuf, path| to_w_path_normalized(wbuf, path).map(units),
        &[("C:/", r"C:\"), ("a/b/", r"a\b"), ("a//", r"a\\")],
    ),
    (
        |wbuf, path| to_nt_path(wbuf, path).map(units),
        &[
            ("a/b", r"a\b"),
            ("C:/a/", r"\??\C:\a"),
            (r"\??\C:\a", r"\??\C:\a"),
            (r"\\?\C:\a", r"\??\C:\a"),
            (r"\\host\share\", r"\??\UNC\host\share"),
            (r"\??\UNC\host", r"\??\UNC\host"),
            ("/a", r"\??\\a"),
        ],
    ),
    (
        |wbuf, path| {
            let wide: Vec<u16> = core::str::from_utf8(path).unwrap_or("").encode_utf16().collect();
            to_nt_path16(wbuf, &wide).map(units)
        },
        &[("a/b", r"a\b"), ("C:/a/", r"\??\C:\a"), (r"\\host\share\", r"\??\UNC\host\share")],
    ),
    (
        |wbuf, path| to_extended_path_normalized(wbuf, path).map(units),
        &[("C:/a/", r"\\?\C:\a"), (r"\\?\C:\a", r"\\?\C:\a"), (r"\??\C:\a", r"\??\C:\a")],
    ),
    (
        |wbuf, path| to_w_path_normalize_auto_extend(wbuf, path).map(units),
        &[("C:/a/", r"\\?\C:\a"), ("a/b/", r"a\b")],
    ),
    (
        |wbuf, path| to_kernel32_path(wbuf, path).map(units),
        &[
            ("C:/a", r"\\?\C:\a"),
            (r"\??\C:\a", r"C:\a"),
            (r"\\?\C:\a", r"\\?\C:\a"),
            ("a/b", r"a\b"),
        ],
    ),
];

fn units(path: &WStr) -> Vec<u16> {
    path.as_slice_with_nul().to_vec()
}

#[test]
fn wide_paths_fit_exactly_or_are_refused() {
    for (convert, cases) in TO_WIDE {
        for (path, expected) in *cases {
            let mut with_nul: Vec<u16> = expected.encode_utf16().collect();
            with_nul.push(0);
            for len in 0..with_nul.len() + 3 {
                let result = convert(&mut vec![7; len], path.as_bytes());
                if len >= with_nul.len() {
                    assert_eq!(result.as_deref(), Ok(&*with_nul), "{path} in {len}");
                } else {
                    let needed = result.expect_err(path).needed;
                    assert!(needed >= with_nul.len(), "{path} in {len}: {needed}");
                    assert!(convert(&mut vec![7; needed], path.as_bytes()).is_ok());
                }
            }
        }
    }
}

#[test]
fn text_ends_at_the_first_invalid_byte() {
    let mut wbuf = [0; 8];
    assert_eq!(to_w_path(&mut wbuf, b"ab\xffc"), Ok(wstr!("ab")));
    assert_eq!(to_w_dir_path(&mut wbuf, b"\xff"), Ok(WStr::EMPTY));
}

#[test]
fn prefixes_are_put_in_front() {
    let mut wbuf = [0; 12];
    assert_eq!(add_nt_path_prefix(&mut wbuf, w!("x")), Ok(wstr!(r"\??\x")));
    assert_eq!(add_long_path_prefix(&mut wbuf, w!("x/")), Ok(wstr!(r"\\?\x/")));
    for path in [w!(r"\??\x"), w!(r"\\?\x"), w!("x")] {
        assert_eq!(add_nt_path_prefix_if_needed(&mut wbuf, path), Ok(wstr!(r"\??\x")));
    }
    assert_eq!(to_w_path_normalized16(&mut wbuf, w!("a/b/")), Ok(wstr!(r"a\b")));
    assert_eq!(add_nt_path_prefix(&mut wbuf[..5], w!("x")), Err(NameTooLong { needed: 6 }));
}

#[test]
fn narrow_paths_fit_exactly_or_are_refused() {
    let mut buf = [7; 8];
    assert_eq!(to_path(&mut buf, b"a/b/").map(|z| z.as_bytes().to_vec()), Ok(b"a/b/".to_vec()));
    assert_eq!(to_path(&mut buf[..4], b"a/b/"), Err(NameTooLong { needed: 5 }));
    let normalized = to_path_normalized(&mut buf[..4], b"a/b/").map(|z| z.as_bytes().to_vec());
    assert_eq!(normalized, Ok(br"a\b".to_vec()));
    assert_eq!(normalize_slashes_only(&mut [], b"a/b", b'/'), Ok(&b"a/b"[..]));
    assert_eq!(normalize_slashes_only(&mut [0; 2], br"a\b", b'/'), Err(NameTooLong { needed: 3 }));
    assert_eq!(normalize_slashes_only(&mut buf, br"a/b\", b'\\'), Ok(&br"a\b\"[..]));
    let error = bun_core::Error::from(NameTooLong { needed: 1 });
    assert_eq!(error.name(), NameTooLong { needed: 1 }.name());
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn wide_paths_come_back_lossily(units: Vec<u16>) {
        let expected = String::from_utf16_lossy(&units);
        prop_assume!(!units.starts_with(LONG_PATH_PREFIX));
        for len in 0..expected.len() + 3 {
            let mut buf = vec![7; len];
            match from_w_path(&mut buf, &units) {
                Ok(path) => prop_assert_eq!(path.as_bytes(), expected.as_bytes()),
                Err(error) => {
                    prop_assert!(len <= expected.len());
                    prop_assert!(from_w_path(&mut vec![7; error.needed], &units).is_ok());
                }
            }
        }
    }
}
