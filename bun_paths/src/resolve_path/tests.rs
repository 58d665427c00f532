//! The functions against naive versions, at every capacity, and on hostile paths.

use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::posix_to_win::{lacks_drive, with_drive, with_drive_z};
use super::scan::{clean_len, is_clean};
use super::slashes::upper_drive;
use super::windows::has_chars_illegal_on_windows;
use super::*;
use crate::platform::{Auto, Loose, Nt, Posix, Windows};
use crate::sep::{is_sep_any, is_sep_posix};
use crate::{NameTooLong, PathWriter};

/// Calls `write` with every capacity around the right one: exact result or exact error, nothing
/// written outside.
fn at_every_capacity(
    terminated: bool,
    write: impl Fn(&mut [u8]) -> Result<Vec<u8>, NameTooLong>,
) -> Vec<u8> {
    let expected = write(&mut vec![0; 4096]).expect("4096 bytes suffice");
    let needed = expected.len() + usize::from(terminated);
    for capacity in [0, needed.saturating_sub(1), needed, needed + 1] {
        let mut memory = vec![0xcc; capacity + 16];
        let (before, rest) = memory.split_at_mut(8);
        let (buf, after) = rest.split_at_mut(capacity);
        let result = write(buf);
        if capacity < needed {
            assert_eq!(result, Err(NameTooLong { needed }), "in {capacity}");
        } else {
            assert_eq!(result.as_ref(), Ok(&expected), "in {capacity}");
        }
        assert_eq!((&*before, &*after), (&[0xcc; 8][..], &[0xcc; 8][..]));
    }
    expected
}

/// Every function with a buffer, of one path.
fn all_of_one(input: &[u8]) {
    let z = |path: &bun_str::ZStr| path.as_bytes().to_vec();
    macro_rules! each {
        ($($terminated:literal $call:expr;)*) => {
            $(at_every_capacity($terminated, $call);)*
        };
    }
    each! {
        false |buf| normalize_string_buf::<false, Posix, true>(input, buf).map(|p| p.to_vec());
        false |buf| normalize_string_buf::<true, Windows, true>(input, buf).map(|p| p.to_vec());
        false |buf| normalize_buf::<Loose>(input, buf).map(|p| p.to_vec());
        true |buf| normalize_buf_z::<Windows>(input, buf).map(|p| z(p));
        false |buf| normalize_string_node::<Posix>(input, buf).map(|p| p.to_vec());
        false |buf| normalize_string_node::<Nt>(input, buf).map(|p| p.to_vec());
        false |buf| join_string_buf::<Loose>(buf, &[input, input]).map(|p| p.to_vec());
        true |buf| join_z_buf::<Windows>(buf, &[input, b"x"]).map(|p| z(p));
        false |buf| join_abs_string_buf::<Posix>(b"/d", buf, &[input]).map(|p| p.to_vec());
        true |buf| join_abs_string_buf_z::<Windows>(br"C:\d", buf, &[input]).map(|p| z(p));
        true |buf| join_abs_string_buf_z::<Nt>(br"C:\d", buf, &[input]).map(|p| z(p));
        true |buf| join_abs_string_buf_z_trailing_slash::<Loose>(b"/", buf, &[input]).map(|p| z(p));
        false |buf| relative_platform_buf::<Posix, true>(buf, b"/a/b", input).map(|p| p.to_vec());
        false |buf| relative_platform_buf::<Loose, true>(buf, input, b"/a/b").map(|p| p.to_vec());
        true |buf| relative_buf_z(buf, input, b"/x").map(|p| z(p));
        true |buf| super::z(input, buf).map(|p| z(p));
        false |buf| path_to_posix_buf(input, buf).map(|p| p.to_vec());
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    let pieces = vec!["/", "/", ".", "..", "a", "bc", "\\", "C:", "é", "\0", "..."];
    proptest::sample::select(pieces)
}

fn any_path() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat().into_bytes())
}

/// Components on a stack: what all of this does when it does not care about speed.
fn naive(
    parts: &[&[u8]],
    separator: u8,
    is_separator: fn(u8) -> bool,
    keeps_parents: bool,
) -> Vec<u8> {
    let mut names: Vec<&[u8]> = Vec::new();
    for name in parts.iter().flat_map(|part| part.split(|byte| is_separator(*byte))) {
        match name {
            b"" | b"." => {}
            b".." if names.last().is_some_and(|last| *last != b"..") => drop(names.pop()),
            b".." if !keeps_parents => {}
            _ => names.push(name),
        }
    }
    names.join(&separator)
}

fn naive_node(path: &[u8]) -> Vec<u8> {
    let absolute = path.first() == Some(&b'/');
    let mut result = if absolute { b"/".to_vec() } else { Vec::new() };
    result.extend(naive(&[path], b'/', is_sep_posix, !absolute));
    if result.is_empty() {
        result.push(b'.');
    }
    if path.last() == Some(&b'/') && result.last() != Some(&b'/') {
        result.push(b'/');
    }
    result
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn as_naive(path in any_path(), other in any_path()) {
        let keep = normalize_string::<true, Posix>(&path);
        prop_assert_eq!(&*keep, naive(&[&path], b'/', is_sep_any, true));
        let drop = normalize_string::<false, Loose>(&path);
        prop_assert_eq!(&*drop, naive(&[&path], b'/', is_sep_any, false));
        let mut buf = [0; 128];
        let node = normalize_string_node::<Posix>(&path, &mut buf).unwrap();
        prop_assert_eq!(&*node, naive_node(&path));
        let joined = [&*path, &other].into_iter().filter(|part| !part.is_empty());
        let joined = joined.collect::<Vec<_>>().join(&b'/');
        prop_assert_eq!(&*join::<Posix>(&[&path, &other]), naive_node(&joined));
        let base = if other.starts_with(b"/") { &other } else { &path };
        let parts: &[&[u8]] = if other.starts_with(b"/") { &[&other] } else { &[&path, &other] };
        let mut resolved = b"/".to_vec();
        resolved.extend(naive(parts, b'/', is_sep_any, false));
        let last = parts.iter().rev().find_map(|part| part.last()).or(base.last());
        if last == Some(&b'/') && resolved.len() > 1 {
            resolved.push(b'/');
        }
        prop_assert_eq!(&*join_abs_string::<Posix>(&path, &[&other]), resolved);
    }

    /// Twice is once, and no result is longer than the documented bound.
    #[test]
    fn idempotent_and_bounded(path in any_path()) {
        macro_rules! twice {
            ($($platform:ty)*) => {$({
                let (mut a, mut b) = ([0; 128], [0; 128]);
                let once = normalize_string_node::<$platform>(&path, &mut a).unwrap();
                prop_assert!(once.len() <= path.len() + 2);
                let twice = normalize_string_node::<$platform>(once, &mut b).unwrap();
                prop_assert_eq!(&*once, twice);
            })*};
        }
        twice!(Posix);
        // A name with a colon may become a drive by what is removed before it.
        if !path.iter().skip(2).any(|byte| *byte == b':') {
            twice!(Windows);
        }
        let once = join_abs_string::<Posix>(b"/", &[&path]);
        prop_assert_eq!(&*join_abs_string::<Posix>(&once, &[b""]), &*once);
    }

    /// One algorithm for both units.
    #[test]
    fn wide_is_the_same(path in any_path(), other in any_path()) {
        let widen = |path: &[u8]| path.iter().map(|byte| u16::from(*byte)).collect::<Vec<_>>();
        let (wide, wide_other) = (widen(&path), widen(&other));
        let mut buf = [0; 128];
        let joined = join_string_buf_w_same::<Windows>(&mut buf, &[&wide, &wide_other]).unwrap();
        prop_assert_eq!(joined, &*widen(&join::<Windows>(&[&path, &other])));
        let normal = normalize_buf_t::<u16, Loose>(&wide, &mut buf).unwrap();
        let mut bytes = [0; 128];
        prop_assert_eq!(normal, &*widen(normalize_buf::<Loose>(&path, &mut bytes).unwrap()));
        let root_len = windows_filesystem_root(&path).len();
        prop_assert_eq!(windows_filesystem_root_t(&wide).len(), root_len);
    }

    /// Going the way leads there.
    #[test]
    fn relative_leads_there(from in any_path(), to in any_path()) {
        let (from, to) = ([b"/", &*from].concat(), [b"/", &*to].concat());
        let clean = |path: &[u8]| join_abs_string::<Posix>(b"/", &[path]).to_vec();
        let (from, to) = (clean(&from), clean(&to));
        let way = relative_platform::<Posix, false>(&from, &to);
        let there = join_abs_string::<Posix>(&from, &[&way, b"."]);
        prop_assert_eq!(&*there, to.strip_suffix(b"/").filter(|to| !to.is_empty()).unwrap_or(&to));
    }

    #[test]
    fn capacities(path in any_path()) {
        all_of_one(&path);
    }

    /// The scan by blocks against one unit at a time.
    #[test]
    fn scan_as_naive(rest in proptest::collection::vec(
        proptest::sample::select(b"aaaaaaa/./\\".as_slice()), 0..70,
    )) {
        let path = [b"a", &*rest].concat();
        let naive = (0..path.len()).find(|&at| {
            let rest = &path[at + 1..];
            let next = rest.split(|byte| is_sep_any(*byte)).next().unwrap_or_default();
            is_sep_any(path[at]) && (path[at] != b'/' || matches!(next, b"" | b"." | b".."))
        });
        let clean = clean_len(&path, b'/', is_sep_any);
        prop_assert_eq!(clean, naive.unwrap_or(path.len()));
        let ends_well = clean + 1 == path.len() && path[clean] == b'/';
        prop_assert_eq!(is_clean(&path, b'/', is_sep_any), clean == path.len() || ends_well);
    }
}

#[test]
fn hostile_paths() {
    let many = if cfg!(miri) { 100 } else { 100_000 };
    let ups = b"../".repeat(many);
    let separators = b"/".repeat(many);
    let mixed = br"/\".repeat(many / 2);
    let bytes: Vec<u8> = (0..=255).collect();
    for path in [&*ups, &separators, &mixed, &bytes] {
        assert!(join::<Posix>(&[path]).len() <= path.len() + 2);
        assert!(join::<Windows>(&[path, path]).len() <= 2 * path.len() + 3);
        assert!(join_abs_string::<Loose>(b"/a", &[path, b"x"]).ends_with(b"/x"));
        assert!(relative_platform::<Posix, false>(path, b"/").len() <= 3 * path.len() + 64);
    }
    assert_eq!(&*join::<Posix>(&[&ups]), &ups[..]);
    assert_eq!(&*join_abs_string::<Posix>(b"/a/b", &[&ups]), b"/");
    assert_eq!(join_abs_string::<Posix>(b"/a", &[&bytes[1..47]]).last(), Some(&46));
    let surrogates = [0xd800, 0x2f, 0x2e, 0x2f, 0xdfff];
    let mut buf = [0; 8];
    let joined = join_string_buf_w_same::<Posix>(&mut buf, &[&surrogates]).unwrap();
    assert_eq!(joined, [0xd800, 0x2f, 0xdfff]);
}

/// What is longer than a pooled buffer, or only on the way to its result.
#[test]
fn beyond_the_pool() {
    let long = b"a/".repeat(crate::MAX_PATH_BYTES);
    let path = join_z::<Posix>(&[&long, b"b"]);
    assert_eq!(path.as_bytes().len(), long.len() + 1);
    let there_and_back = [&*long, &b"../".repeat(crate::MAX_PATH_BYTES)].concat();
    let mut tiny = [0; 2];
    let path = join_abs_string_buf_checked::<Posix>(b"/", &mut tiny, &[&there_and_back, b"x"]);
    assert_eq!(path.as_deref(), Some(&b"/x"[..]));
    let mut exact = [0; 8];
    let fits = join_abs_string_buf_checked::<Posix>(b"/q", &mut exact, &[b"abcde"]);
    assert_eq!(fits.as_deref(), Some(&b"/q/abcde"[..]));
    assert_eq!(join_abs_string_buf_checked::<Posix>(b"/q", &mut exact, &[b"abcdef"]), None);
}

/// Results of earlier calls stay what they are.
#[test]
fn results_do_not_share() {
    let first = relative_platform::<Posix, false>(b"/a", b"/a/b");
    let second = relative_platform::<Posix, false>(b"/a", b"/c");
    let third = normalize_string::<false, Auto>(b"/d");
    assert_eq!((&*first, &*second, third.last()), (&b"b"[..], &b"../c"[..], Some(&b'd')));
    assert_eq!(alloc::format!("{:?}", first), alloc::format!("PooledPath({:?})", first.as_zstr()));
    assert_eq!(first.as_ref(), b"b");
    assert_eq!(first.into_z().as_ref().as_bytes(), b"b");
}

#[test]
fn windows_rules() {
    let relative = |from: &[u8], to: &[u8]| relative_platform::<Windows, true>(from, to).to_vec();
    assert_eq!(relative(br"C:\a", br"C:\b"), br"..\b");
    assert_eq!(relative(br"\\s\h\a", br"\\s\h\b\c"), br"..\b\c");
    assert_eq!(relative(br"C:\a", br"D:\b\"), br"D:\b");
    assert_eq!(relative(br"C:\a", br"C:\a\"), b"");
    let resolve = |cwd: &[u8], parts: &[&[u8]]| join_abs_string::<Windows>(cwd, parts).to_vec();
    assert_eq!(resolve(br"C:\x", &[b"D:two", b"C:three"]), br"C:\x\three");
    assert_eq!(resolve(br"C:\x", &[b"D:y"]), br"D:\y");
    assert_eq!(resolve(br"\\s\h", &[br"..\..\z"]), br"\\s\h\z");
    assert_eq!(resolve(br"C:\x", &[]), br"C:\x");
    assert!(has_chars_illegal_on_windows(br"C:\a?") && !has_chars_illegal_on_windows(br"C:\a"));
    let mut path = *br"c:/a";
    upper_drive(&mut path);
    assert_eq!(&path, b"C:/a");
    assert!(lacks_drive(br"\a\b") && !lacks_drive(br"C:\a") && !lacks_drive(br"\\s\h\a"));
    let mut buf = [0; 16];
    assert_eq!(with_drive(&mut buf, br"C:\x", b"/dev/a").unwrap(), br"C:\dev/a");
    assert_eq!(with_drive_z(&mut buf, br"C:\x", b"/d").unwrap().as_bytes(), br"C:\d");
    assert_eq!(windows_volume_name(br"\\s\h\a"), br"\\s\h");
    let roots: [&[u8]; 2] = [br"C:\a\b", br"D:\a"];
    assert_eq!(longest_common_path_windows(&roots), b"");
    let near: [&[u8]; 3] = [br"C:\a\b", br"c:\A\c", br"C:\a\bc"];
    assert_eq!(longest_common_path_windows(&near), br"C:\a\");
    let wide: Vec<u16> = br"C:\a\b".iter().map(|byte| u16::from(*byte)).collect();
    assert_eq!(dirname_w(&wide), &wide[..4]);
    assert_eq!(dirname_w(&wide[..2]), &wide[..2]);
    assert!(dirname_w(&wide[..1]).is_empty());
    assert_eq!(windows_filesystem_root(br"\\.\pipe\x"), br"\\.\");
}

#[test]
fn other_names() {
    let mut buf = [0; 32];
    let loose = normalize_string_loose_buf::<false, true>(br"a\b/", &mut buf).unwrap();
    assert_eq!(loose, b"a/b/");
    let windows = normalize_string_windows::<false, true>(b"a/b\\", &mut buf).unwrap();
    assert_eq!(windows, br"a\b\");
    assert_eq!(&*normalize_string_alloc::<false, Posix>(b"a/./b"), b"a/b");
    assert_eq!(normalize_string_z::<false, Posix>(b"a//b").as_bytes(), b"a/b");
    assert_eq!(join_string_buf_z::<Posix>(&mut buf, &[b"a"]).unwrap().as_bytes(), b"a");
    assert_eq!(&*join_abs::<Posix>(b"/a", b"b"), b"/a/b");
    assert_eq!(&*join_abs2::<Posix>(b"/a", b"b", b".."), b"/a");
    assert_eq!(join_abs_string_z::<Posix>(b"/a", &[b"b"]).as_bytes(), b"/a/b");
    let long = join_abs_string_buf_znt::<Posix>(b"/a", &mut buf, &[b"b"]).unwrap();
    assert_eq!(long.as_bytes(), b"/a/b");
    assert_eq!(relative_alloc(b"/a", b"/a/b").as_deref(), Ok(&b"b"[..]));
    assert_eq!(relative_z(b"/a", b"/").as_bytes(), b"..");
    let mut pooled = relative_to_common_path_buf();
    let way = relative_to_common_path::<Posix, true>(b"/", b"/a", b"/b", &mut pooled);
    assert_eq!(way.unwrap(), b"../b");
    let mut wide = [0; 8];
    let joined = join_string_buf_w::<Windows>(&mut wide, &["é".as_bytes(), b"\xff"]).unwrap();
    assert_eq!(joined, [0xe9, 0x5c, 0xfffd]);
    let joined = join_string_buf_wz::<Posix>(&mut wide, &[b"a", b"b"]).unwrap();
    assert_eq!(joined.len(), 3);
    assert_eq!(platform_to_posix_buf(b"a/b".as_slice(), &mut buf), Ok(&b"a/b"[..]));
    assert!(has_platform_path_separators(b"a/b") && !has_platform_path_separators(b"a"));
    let mut path = *br"a/b\c";
    dangerously_convert_path_to_windows_in_place(&mut path);
    assert_eq!(&path, br"a\b\c");
    platform_to_posix_in_place(&mut path);
    posix_to_platform_in_place(&mut path);
    assert_eq!(path.len(), 5);
    let mut normalizer = PosixToWinNormalizer::default();
    assert!(normalizer.resolve_cwd(b"/a").unwrap().ends_with(b"a"));
    assert!(
        normalizer.resolve_z(br"C:\", bun_str::zstr!("/a")).unwrap().as_bytes().ends_with(b"a")
    );
    let mut external = crate::PathBuffer::uninit();
    let path = PosixToWinNormalizer::resolve_cwd_with_external_buf_z(&mut external, b"/a");
    assert!(path.unwrap().as_bytes().ends_with(b"a"));
    let mut out = PathWriter::from(&mut buf);
    out.push_slice(b"abc").unwrap();
    out.remove(1);
    out.remove(9);
    assert_eq!(out.written(), b"ac");
    assert_eq!(last_index_of_separator_windows(br"a\b/c"), Some(3));
    assert_eq!(last_index_of_separator_loose(b"a/b"), Some(1));
    assert!(!starts_with_disk_discriminator(b"a") && !has_any_illegal_chars(b"a"));
    let eight: [&[u8]; 9] = [b"/a/b"; 9];
    assert_eq!(longest_common_path_posix(&eight), b"/a/");
    assert_eq!(Platform::Nt.separator_string(), "\\");
    assert_eq!(Platform::Posix.trailing_separator(), *b"./");
}
