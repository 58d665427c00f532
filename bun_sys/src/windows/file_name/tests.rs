//! Records that hold, and every lie about a length.

use super::*;

fn record(name: &[u8], action: u32, next: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    for field in [next, action, u32::try_from(name.len()).expect("short")] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.extend(name);
    bytes
}

#[test]
fn records_follow_each_other() {
    let bytes = [record(b"a\0b\0", 1, 16), record(b"c\0", 3, 0)].concat();
    let seen: Vec<_> = notify_records(&bytes).map(|record| (record.action, record.name)).collect();
    assert_eq!(seen, [(1, &b"a\0b\0"[..]), (3, b"c\0")]);
    assert_eq!(notify_records(&[]).count(), 0);
}

#[test]
fn lies_end_the_list() {
    let tail = record(b"c\0", 3, 0);
    for next in (0..64).chain([u32::MAX, u32::MAX - 3]) {
        let bytes = [record(b"a\0b\0", 1, next), tail.clone()].concat();
        for record in notify_records(&bytes) {
            assert!(record.name.len() <= bytes.len());
        }
        let holds = next == 0 || (next >= 16 && next.is_multiple_of(4) && next < 30);
        assert_eq!(notify_records(&bytes).next().is_some(), holds, "next at {next}");
    }
    for len in (0..64).chain([u32::MAX, u32::MAX - 1]) {
        let mut bytes = record(b"a\0b\0", 1, 0);
        bytes[8..12].copy_from_slice(&len.to_le_bytes());
        let holds = len % 2 == 0 && len <= 4;
        assert_eq!(notify_records(&bytes).next().is_some(), holds, "name of {len}");
    }
}
