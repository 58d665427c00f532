//! The records of macOS, on every host.

use proptest::prelude::*;

use super::parse_record;
use crate::FileKind;

/// The length of `"name"` with its NUL, behind the fixed part.
const SHORTEST: usize = 21 + 5;

fn record(inode: u64, name: &[u8], kind: u8, padding: usize) -> Vec<u8> {
    let mut bytes = inode.to_ne_bytes().to_vec();
    bytes.extend([0xEE; 8]);
    let len = u16::try_from(21 + name.len() + 1 + padding).expect("short names");
    bytes.extend(len.to_ne_bytes());
    bytes.extend(u16::try_from(name.len()).expect("short names").to_ne_bytes());
    bytes.push(kind);
    bytes.extend(name);
    bytes.push(0);
    bytes.resize(usize::from(len), 0xEE);
    bytes
}

#[test]
fn records_follow_each_other() {
    let mut bytes = record(1, b"a", 8, 3);
    bytes.extend(record(0, b"removed", 8, 5));
    bytes.extend(record(2, b"", 4, 0));
    bytes.extend(record(3, b"long name", 77, 7));
    let mut rest: &[u8] = &bytes;
    let mut seen = Vec::new();
    while !rest.is_empty() {
        let record = parse_record(rest).expect("well-formed");
        seen.push((rest[record.name.clone()].to_vec(), record.kind));
        rest = &rest[record.len..];
    }
    let expected = [
        (&b"a\0"[..], FileKind::File),
        (b"\0", FileKind::File),
        (b"\0", FileKind::Directory),
        (b"long name\0", FileKind::Unknown),
    ];
    assert!(seen.iter().map(|(name, kind)| (&**name, *kind)).eq(expected));
}

#[test]
fn every_kind_has_its_number() {
    let kinds = [
        (1, FileKind::NamedPipe),
        (2, FileKind::CharacterDevice),
        (4, FileKind::Directory),
        (6, FileKind::BlockDevice),
        (8, FileKind::File),
        (10, FileKind::SymLink),
        (12, FileKind::UnixDomainSocket),
    ];
    for number in 0..=if cfg!(miri) { 16 } else { u8::MAX } {
        let known = kinds.iter().find(|(of, _)| *of == number);
        let expected = known.map_or(FileKind::Unknown, |(_, kind)| *kind);
        let bytes = record(1, b"n", number, 0);
        assert_eq!(parse_record(&bytes).map(|record| record.kind), Some(expected), "{number}");
    }
}

#[test]
fn every_lie_about_a_length_is_refused() {
    let good = record(1, b"name", 8, 3);
    assert_eq!(parse_record(&good).expect("well-formed").len, good.len());
    for cut in 0..good.len() {
        assert!(parse_record(&good[..cut]).is_none(), "cut at {cut}");
    }
    let claims = if cfg!(miri) { 64 } else { u16::MAX };
    for claim in 0..=claims {
        let mut bytes = good.clone();
        bytes[16..18].copy_from_slice(&claim.to_ne_bytes());
        let fits = (SHORTEST..=good.len()).contains(&usize::from(claim));
        assert_eq!(parse_record(&bytes).is_some(), fits, "claims {claim}");
    }
    // The length of the name is not believed: only its NUL ends it.
    let mut bytes = good.clone();
    bytes[18..20].copy_from_slice(&u16::MAX.to_ne_bytes());
    assert_eq!(parse_record(&bytes).expect("well-formed").name, 21..SHORTEST);
    let mut unterminated = record(1, b"name", 8, 0);
    *unterminated.last_mut().expect("the NUL") = b'x';
    assert!(parse_record(&unterminated).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 4096 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn noise_never_leaves_the_buffer(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..64),
        len in proptest::option::of(0..80_u16),
    ) {
        // A plausible length gets noise past the first check.
        if let (Some(len), Some(field)) = (len, bytes.get_mut(16..18)) {
            field.copy_from_slice(&len.to_ne_bytes());
        }
        if let Some(record) = parse_record(&bytes) {
            prop_assert!(record.name.end <= record.len && record.len <= bytes.len());
            prop_assert_eq!(bytes[record.name].last(), Some(&0));
        }
    }
}
