//! The walk against a naive one, over bytes nobody wrote on purpose.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// Offsets and lengths of the commands, by arithmetic on whole numbers.
fn naive(ncmds: u32, bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for _ in 0..ncmds {
        let Some(field) = bytes.get(at + 4..at + 8) else { break };
        let size = u32::from_ne_bytes(field.try_into().expect("four bytes")) as usize;
        if size < 8 || size > bytes.len() - at {
            break;
        }
        found.push((at, size));
        at += size;
    }
    found
}

fn check(ncmds: u32, bytes: &[u8]) {
    let expected = naive(ncmds, bytes);
    let mut commands = LoadCommandIterator::new(ncmds, bytes);
    assert!(commands.size_hint().1.is_some_and(|most| expected.len() <= most));
    let mut found = Vec::new();
    for command in commands.by_ref() {
        let lent = &bytes[command.offset..][..command.data.len()];
        assert!(core::ptr::eq(lent, command.data.as_slice()));
        assert_eq!((command.data.as_ptr(), &*command.data), (lent.as_ptr(), lent));
        assert_eq!(command.cmdsize() as usize, command.data.len());
        let segment = command.cast::<segment_command_64>();
        assert_eq!(segment.is_some(), command.data.len() >= 72);
        assert!(segment.is_none_or(|it| it.seg_name().len() <= 16));
        assert_eq!(command.cast::<load_command>(), Some(command.hdr));
        found.push((command.offset, command.data.len()));
    }
    assert_eq!(found, expected);
    assert_eq!(commands.remaining() as usize, ncmds as usize - found.len());
    assert!(commands.next().is_none());
}

#[test]
fn sizes_at_the_edges() {
    for size in [0_u32, 7, 8, 9, 15, 16, 17, u32::MAX] {
        for len in 0..24 {
            let mut bytes = [0_u8; 24];
            bytes[4..8].copy_from_slice(&size.to_ne_bytes());
            for ncmds in [0, 1, 2, u32::MAX] {
                check(ncmds, &bytes[..len]);
            }
        }
    }
    assert!(RawSlice::clone(&first(&[0, 0, 0, 0, 8, 0, 0, 0])).len() == 8);
}

fn first(bytes: &[u8]) -> RawSlice<'_> {
    LoadCommandIterator::new(1, bytes).next().expect("a command of eight bytes").data
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes(ncmds in any::<u32>(), bytes in vec(any::<u8>(), 0..200)) {
        check(ncmds, &bytes);
    }

    #[test]
    fn likely_sizes(sizes in vec(0_u32..100, 0..12), tail in 0_usize..100, skip in 0_usize..8) {
        let mut bytes = vec![0xAA; skip];
        for size in &sizes {
            let start = bytes.len();
            bytes.extend_from_slice(&LC_SEGMENT_64.to_ne_bytes());
            bytes.extend_from_slice(&size.to_ne_bytes());
            bytes.resize(start + (*size as usize).max(8), b'x');
        }
        bytes.truncate(bytes.len().saturating_sub(tail).max(skip));
        check(sizes.len() as u32, &bytes[skip..]);
    }
}
