//! Records, names, links, times and flags against what is written out here, and against noise.

use proptest::prelude::*;

use super::dir_record::{parse, parse_own, room_for_nt, translate};
use super::open::{self, flags, translate as translate_flags};
use super::path::{Shape, absolute, normalize, shape};
use super::units;
use super::{reparse, time};
use crate::wtf8::{Wide, write_wtf8};
use crate::{FileKind, SystemErrno};

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn bytes_of(units: &[u16]) -> Vec<u8> {
    units.iter().flat_map(|unit| unit.to_le_bytes()).collect()
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 2048 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A record of the kernel, padded to eight bytes, that claims what it is told to.
fn record(name: &[u16], attributes: u32, is_last: bool) -> Vec<u8> {
    let mut bytes = vec![0xEE; 64];
    bytes[56..60].copy_from_slice(&attributes.to_le_bytes());
    let name = bytes_of(name);
    bytes[60..64].copy_from_slice(&u32::try_from(name.len()).expect("short").to_le_bytes());
    bytes.extend(name);
    if !is_last {
        bytes.resize(bytes.len().next_multiple_of(8), 0xEE);
    }
    let next = if is_last { 0 } else { u32::try_from(bytes.len()).expect("short") };
    bytes[..4].copy_from_slice(&next.to_le_bytes());
    bytes
}

#[test]
fn directory_records_follow_each_other() {
    let mut bytes = record(&wide("."), 0x10, false);
    bytes.extend(record(&wide("naïve.txt"), 0x20, false));
    bytes.extend(record(&[0xD800, 0x61], 0x410, true));
    let mut own = [0; 256];
    let len = translate(&bytes, &mut own).expect("well-formed");
    let mut rest = &own[..len];
    let mut seen = Vec::new();
    while !rest.is_empty() {
        let record = parse_own(rest).expect("well-formed");
        seen.push((rest[record.name.clone()].to_vec(), record.kind));
        rest = &rest[record.len..];
    }
    let expected = [
        (b".\0".to_vec(), FileKind::Directory),
        ("naïve.txt\0".as_bytes().to_vec(), FileKind::File),
        (b"\xED\xA0\x80a\0".to_vec(), FileKind::SymLink),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn every_lie_about_a_directory_record_is_refused() {
    let good = record(&wide("name"), 0x20, false);
    let parsed = parse(&[good.clone(), vec![0; 8]].concat()).map(|record| record.next);
    assert_eq!(parsed, Some(Some(good.len())));
    for cut in 0..good.len() {
        assert!(parse(&good[..cut]).is_none(), "cut at {cut}");
    }
    // Every length up to the end, and some beyond.
    let last = if cfg!(miri) { 112 } else { 200 };
    // The next record starts inside this one, beyond the end, or nowhere.
    for claim in (0..last).chain([u32::MAX, u32::MAX - 7]) {
        let mut bytes = [good.clone(), vec![0; 24]].concat();
        bytes[..4].copy_from_slice(&claim.to_le_bytes());
        let at = claim as usize;
        let holds = claim == 0 || (at.is_multiple_of(8) && at >= 72 && at < bytes.len());
        assert_eq!(parse(&bytes).is_some(), holds, "next at {claim}");
    }
    // The name is odd or leaves its record.
    for claim in (0..last).chain([u32::MAX, u32::MAX - 63, 0x8000_0000]) {
        let mut bytes = [good.clone(), vec![0; 24]].concat();
        bytes[60..64].copy_from_slice(&claim.to_le_bytes());
        let holds = claim % 2 == 0 && claim <= 8;
        assert_eq!(parse(&bytes).is_some(), holds, "name of {claim}");
    }
    assert_eq!(translate(&[], &mut [0; 64]), Err(SystemErrno::EIO));
    assert_eq!(translate(&record(&wide("name"), 0, true), &mut [0; 7]), Err(SystemErrno::EIO));
}

#[test]
fn what_fits_the_kernels_half_fits_ours() {
    let lens: &[usize] = if cfg!(miri) { &[255] } else { &[1, 30, 60, 255] };
    for &len in lens {
        let one = record(&vec![0x4E00; len], 0x20, false);
        let count = room_for_nt(8192) / one.len();
        let mut bytes = one.repeat(count - 1);
        bytes.extend(record(&vec![0x4E00; len], 0x20, true));
        assert!(translate(&bytes, &mut [0; 8192]).is_ok(), "names of {len}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn noise_never_leaves_the_buffer(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..200),
        next in 0_u32..220,
        name in 0_u32..220,
    ) {
        if bytes.len() >= 64 {
            bytes[..4].copy_from_slice(&next.to_le_bytes());
            bytes[60..64].copy_from_slice(&name.to_le_bytes());
        }
        if let Some(record) = parse(&bytes) {
            let end = record.next.unwrap_or(bytes.len());
            prop_assert!(64 + record.name.len() <= end && end <= bytes.len());
        }
        let mut own = [0xAA; 128];
        if let Ok(len) = translate(&bytes, &mut own) {
            let mut rest = &own[..len];
            while !rest.is_empty() {
                let record = parse_own(rest).expect("just written");
                rest = &rest[record.len..];
            }
        }
        if let Some(record) = parse_own(&bytes) {
            prop_assert!(record.name.end <= record.len && record.len <= bytes.len());
        }
        if let Some(target) = reparse::parse(&bytes) {
            prop_assert!(target.len() % 2 == 0 && target.len() <= bytes.len());
        }
    }

    #[test]
    fn noise_in_a_link_leads_nowhere_else(
        fields in any::<[u8; 4]>(),
        names in proptest::collection::vec(any::<u16>(), 0..20),
        is_junction in any::<bool>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = link(fields.map(|field| u16::from(field) % 48), &names);
        if is_junction {
            bytes[..4].copy_from_slice(&0xA000_0003_u32.to_le_bytes());
        }
        let cut = cut.index(bytes.len() + 1);
        let head = if is_junction { 16 } else { 20 };
        for bytes in [&bytes[..], &bytes[..cut]] {
            let Some(target) = reparse::parse(bytes) else { continue };
            let [place, len] = [fields[0], fields[1]].map(|field| usize::from(field) % 48);
            prop_assert_eq!(bytes[head..].get(place..place + len), Some(target));
            let (_, shown) = reparse::without_nt_head(target);
            prop_assert!(target.ends_with(shown));
        }
    }

    #[test]
    fn noise_in_a_path_fits_or_is_refused(
        start in prop::sample::select(
            vec!["", "C:\\", "c:", "/", r"\\h\s\", r"\\?\", r"\??\UNC\", r"\\.\"]),
        units in proptest::collection::vec(
            prop_oneof![prop::sample::select(wide(r"\/.:?aUNC")), any::<u16>()], 0..24),
        more in proptest::collection::vec(prop::sample::select(wide(r"\/..a")), 0..8),
        room in 0_usize..64,
    ) {
        let mut path = wide(start);
        path.extend(units);
        let mut enough = [0xAAAA; 128];
        let mut out = vec![0xAAAA; room];
        let in_full = absolute(&path, &more, &mut enough).expect("roomy");
        match absolute(&path, &more, &mut out) {
            Ok(Some(len)) => {
                prop_assert_eq!(in_full, Some(len));
                prop_assert_eq!(&out[..len], &enough[..len]);
                prop_assert!(out.starts_with(&wide(r"\??\")));
            }
            Ok(None) => prop_assert_eq!(in_full, None),
            Err(error) => prop_assert_eq!(error, SystemErrno::ENAMETOOLONG),
        }
        if let Some(len) = in_full {
            prop_assert!(!enough[..len].contains(&u16::from(b'/')));
        }
    }

    #[test]
    fn every_unit_survives_both_ways(text in proptest::collection::vec(any::<u16>(), 0..40)) {
        let mut bytes = [0; 128];
        let len = write_wtf8(text.iter().copied(), &mut bytes).expect("at most three a unit");
        let mut back = [0; 64];
        let mut out = Wide::new(&mut back);
        out.push_wtf8(&bytes[..len]).expect("just written");
        let back_len = out.len();
        prop_assert_eq!(&back[..back_len], &text[..]);
    }

    #[test]
    fn normalized_names_have_no_dots_and_no_empty_parts(
        parts in proptest::collection::vec(
            prop_oneof!["[ab.]{0,3}", Just(String::new()), Just("..".into())], 0..8),
        slash in any::<bool>(),
        protected in 0_usize..3,
    ) {
        let text = parts.join(if slash { "/" } else { "\\" });
        let mut name = wide(&text);
        let result = normalize(&mut name, protected);
        let mut expected: Vec<&str> = Vec::new();
        let mut leaves = false;
        for part in &parts {
            match part.as_str() {
                "" | "." => {}
                ".." if expected.len() > protected => drop(expected.pop()),
                ".." => leaves = true,
                part => expected.push(part),
            }
        }
        prop_assert_eq!(String::from_utf16_lossy(&name[..result.len]), expected.join("\\"));
        prop_assert_eq!(result.leaves, leaves);
    }
}

#[test]
fn text_that_is_not_wtf8_or_does_not_fit() {
    let mut room = [0; 4];
    let invalid = [&b"\xff"[..], b"a\xc0\x80", b"\xed\xa0", b"\xed\xc0\x80", b"\xf4\x90\x80\x80"];
    for text in invalid {
        assert_eq!(Wide::new(&mut room).push_wtf8(text), Err(SystemErrno::EILSEQ), "{text:?}");
    }
    assert_eq!(Wide::new(&mut room).push_wtf8(b"12345"), Err(SystemErrno::ENAMETOOLONG));
    assert_eq!(Wide::new(&mut room).push_wtf8("12😀".as_bytes()), Ok(()));
    assert_eq!(Wide::new(&mut room).push_wtf8("123😀".as_bytes()), Err(SystemErrno::ENAMETOOLONG));
    assert_eq!(write_wtf8(wide("€"), &mut [0; 2]), None);
    assert_eq!(units(&[1, 2, 3]).collect::<Vec<_>>(), [0x0201]);
}

#[test]
fn names_of_the_kernel() {
    let name = |path: &str, more: &str| {
        let mut out = [0; 64];
        let len = absolute(&wide(path), &wide(more), &mut out).expect("short");
        len.map(|len| String::from_utf16_lossy(&out[..len]))
    };
    for (path, more, expected) in [
        (r"C:\a\b", "", r"\??\C:\a\b"),
        ("c:/a//./b/../d/", "", r"\??\c:\a\d"),
        (r"C:\", "", r"\??\C:\"),
        (r"C:\a", r"..\..\..", r"\??\C:\"),
        (r"C:\a", r"../b", r"\??\C:\b"),
        (r"\\host\share\a\..\..\b", "", r"\??\UNC\host\share\b"),
        (r"\\?\C:\a\..\b/c", "", r"\??\C:\a\..\b\c"),
        (r"\\?\C:\a\b", r"..\c", r"\??\C:\a\c"),
        (r"\\?\UNC\host\share\a", r"..\..\..\c", r"\??\UNC\host\share\c"),
        (r"\??\C:\a", "", r"\??\C:\a"),
        (r"\\.\pipe\name", "", r"\??\pipe\name"),
    ] {
        assert_eq!(name(path, more).as_deref(), Some(expected), "{path} and {more}");
    }
    for path in ["a", "", ".", "..", r"\a", "/a", "C:", "C:a", "Ca:"] {
        assert_eq!(name(path, ""), None, "{path}");
    }
    assert_eq!(absolute(&wide(r"C:\abc"), &[], &mut [0; 9]), Err(SystemErrno::ENAMETOOLONG));
    assert_eq!(shape(&wide("C:a")), Shape::DriveRelative);
    assert_eq!(shape(&wide("/a")), Shape::Rooted);
}

/// A symbolic link whose four places and lengths are as told.
fn link(fields: [u16; 4], names: &[u16]) -> Vec<u8> {
    let names = bytes_of(names);
    let mut bytes = 0xA000_000C_u32.to_le_bytes().to_vec();
    bytes.extend(u16::try_from(12 + names.len()).expect("short").to_le_bytes());
    bytes.extend([0, 0]);
    fields.iter().for_each(|field| bytes.extend(field.to_le_bytes()));
    bytes.extend([0; 4]);
    bytes.extend(names);
    bytes
}

#[test]
fn links_lead_where_they_say_or_nowhere() {
    let good = link([2, 4, 0, 2], &wide("xab"));
    assert_eq!(reparse::parse(&good), Some(&bytes_of(&wide("ab"))[..]));
    for cut in 0..good.len() {
        assert_eq!(reparse::parse(&good[..cut]), None, "cut at {cut}");
    }
    for fields in [[1, 4, 0, 2], [2, 3, 0, 2], [4, 4, 0, 2], [u16::MAX, 2, 0, 0], [0, 8, 0, 0]] {
        assert_eq!(reparse::parse(&link(fields, &wide("xab"))), None, "{fields:?}");
    }
    let mut other = good;
    other[..4].copy_from_slice(&0x8000_0017_u32.to_le_bytes());
    assert_eq!(reparse::parse(&other), None);

    let mut room = [0; 256];
    let target = wide(r"\??\C:\a");
    let len = reparse::junction(&target, &mut room).expect("it fits");
    let parsed = reparse::parse(&room[..len]).expect("just written");
    assert_eq!(parsed, bytes_of(&target));
    assert_eq!(reparse::junction(&target, &mut [0; 20]), None);
    assert_eq!(reparse::junction(&wide("abc"), &mut room), None);
    assert!(reparse::is_link(0xA000_0003) && !reparse::is_link(0x9000_001A));
}

#[test]
fn links_are_shown_as_users_write_them() {
    let shown = |name: &str| {
        let bytes = bytes_of(&wide(name));
        let (head, rest) = reparse::without_nt_head(&bytes);
        let mut out = [0; 64];
        let len = write_wtf8(wide(head).into_iter().chain(units(rest)), &mut out).expect("short");
        String::from_utf8_lossy(&out[..len]).into_owned()
    };
    assert_eq!(shown(r"\??\C:\a"), r"C:\a");
    assert_eq!(shown(r"\??\UNC\host\share"), r"\\host\share");
    assert_eq!(shown(r"\??\Volume{1}\a"), r"\\?\Volume{1}\a");
    assert_eq!(shown(r"..\a"), r"..\a");
}

#[test]
fn times_go_both_ways() {
    assert_eq!(time::to_unix(0), (-11_644_473_600, 0));
    assert_eq!(time::to_unix(116_444_736_000_000_001), (0, 100));
    assert_eq!(time::to_unix(116_444_735_999_999_999), (-1, 999_999_900));
    for (seconds, nanoseconds) in [(0, 0), (-1, 999_999_900), (1_700_000_000, 123_456_700)] {
        let steps = time::from_unix(seconds, nanoseconds);
        assert_eq!(time::to_unix(steps), (seconds, nanoseconds));
    }
    assert_eq!(time::from_unix(i64::MAX, 0), i64::MAX);
    assert_eq!(time::from_unix(i64::MIN, 0), i64::MIN);
    assert!((0..1_000_000_000).contains(&time::to_unix(i64::MIN).1));
}

#[test]
fn flags_become_arguments() {
    let of = |flags| translate_flags(flags, 0o644).expect("they agree");
    let read = of(flags::RDONLY);
    assert_eq!(read.disposition, open::FILE_OPEN);
    assert_eq!(read.options & (open::FILE_DIRECTORY_FILE | open::FILE_NON_DIRECTORY_FILE), 0);
    assert_eq!(read.access & 0x2, 0);
    let create = of(flags::WRONLY | flags::CREAT | flags::TRUNC);
    assert_eq!(create.disposition, open::FILE_OVERWRITE_IF);
    assert_ne!(create.options & open::FILE_NON_DIRECTORY_FILE, 0);
    assert_eq!(of(flags::RDWR | flags::CREAT | flags::EXCL).disposition, open::FILE_CREATE);
    assert_eq!(of(flags::RDWR | flags::CREAT).disposition, open::FILE_OPEN_IF);
    assert_eq!(of(flags::WRONLY | flags::TRUNC).disposition, open::FILE_OVERWRITE);
    let append = of(flags::WRONLY | flags::APPEND | flags::CREAT);
    assert_eq!((append.access & 0x2, append.access & 0x4), (0, 0x4));
    let directory = of(flags::RDONLY | flags::DIRECTORY | flags::NOFOLLOW);
    let expected = open::FILE_DIRECTORY_FILE | open::FILE_OPEN_REPARSE_POINT;
    assert_eq!(directory.options & expected, expected);
    let path = of(flags::PATH | flags::DIRECTORY);
    assert_eq!(path.access & 0x1, 0, "neither lists nor reads");
    for wrong in [0o3, flags::DIRECTORY | flags::WRONLY, flags::DIRECTORY | flags::CREAT] {
        assert_eq!(translate_flags(wrong, 0), Err(SystemErrno::EINVAL), "{wrong:o}");
    }
    let attributes =
        |mode| translate_flags(flags::WRONLY | flags::CREAT, mode).map(|o| o.attributes);
    assert_eq!(attributes(0o444), Ok(open::FILE_ATTRIBUTE_READONLY));
    assert_eq!(attributes(0), Ok(open::FILE_ATTRIBUTE_NORMAL));
    assert_eq!(attributes(0o200), Ok(open::FILE_ATTRIBUTE_NORMAL));
}
