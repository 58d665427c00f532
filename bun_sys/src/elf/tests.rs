//! The table of segments, over files nobody wrote on purpose.

use bun_core::bytemuck::{Zeroable, bytes_of};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A file with a header that says `count` segments of `entry` bytes at `offset`, and `tail` behind.
fn file(offset: u64, entry: u16, count: u16, tail: &[u8]) -> Vec<u8> {
    let mut header = Elf64_Ehdr::zeroed();
    let order = if cfg!(target_endian = "little") { 1 } else { 2 };
    header.e_ident[..6].copy_from_slice(&[0x7F, b'E', b'L', b'F', 2, order]);
    (header.e_phoff, header.e_phentsize, header.e_phnum) = (offset, entry, count);
    let mut bytes = bytes_of(&header).to_vec();
    bytes.extend_from_slice(tail);
    bytes
}

fn check(offset: u64, entry: u16, count: u16, tail: &[u8]) {
    let bytes = file(offset, entry, count, tail);
    let end = u128::from(offset) + u128::from(entry) * u128::from(count);
    let is_sound = entry >= 56 && end <= bytes.len() as u128;
    // Neither the place nor the alignment of the buffer matters.
    let shifted = [&[0][..], &bytes].concat();
    for bytes in [&bytes[..], &shifted[1..]] {
        let Some(segments) = ProgramHeaders::parse(bytes) else {
            assert!(!is_sound);
            continue;
        };
        assert!(is_sound);
        assert_eq!(segments.len(), count.into());
        for (index, segment) in segments.clone().enumerate() {
            let start = usize::try_from(offset).expect("in the file") + index * usize::from(entry);
            assert_eq!(bytes_of(&segment), &bytes[start..start + 56]);
            let end = u128::from(segment.p_offset) + u128::from(segment.p_filesz);
            let content = segments.content(&segment);
            assert_eq!(content.is_some(), end <= bytes.len() as u128);
        }
    }
}

#[test]
fn tables_at_the_edges() {
    let tail = [1; 200];
    for offset in [0, 63, 64, 65, 96, 264 - 112, 264 - 111, 264, 265, u64::MAX - 55, u64::MAX] {
        for (entry, count) in
            [(0, 9), (55, 1), (56, 0), (56, 1), (56, 2), (64, 3), (u16::MAX, u16::MAX)]
        {
            check(offset, entry, count, &tail);
        }
    }
}

#[test]
fn other_files_are_refused() {
    let good = file(64, 56, 1, &[0; 56]);
    assert!(ProgramHeaders::parse(&good).is_some());
    for byte in 0..6 {
        let mut bad = good.clone();
        bad[byte] ^= 0xFF;
        assert!(ProgramHeaders::parse(&bad).is_none(), "byte {byte}");
    }
    for len in 0..good.len() {
        assert!(ProgramHeaders::parse(&good[..len]).is_none(), "{len} bytes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_table(
        offset in prop_oneof![0_u64..400, any::<u64>()],
        entry in prop_oneof![50_u16..70, any::<u16>()],
        count in prop_oneof![0_u16..6, any::<u16>()],
        tail in vec(prop_oneof![Just(0), any::<u8>()], 0..if cfg!(miri) { 40 } else { 400 }),
    ) {
        check(offset, entry, count, &tail);
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        assert!(ProgramHeaders::parse(&bytes).is_none_or(|it| it.count() <= bytes.len()));
    }
}

// Miri has no dynamic linker.
#[cfg(all(target_os = "linux", not(miri)))]
#[test]
fn every_address_is_in_one_file() {
    let main = find_loaded_module(file as fn(u64, u16, u16, &[u8]) -> _ as usize);
    assert!(main.as_ref().is_some_and(|it| it.name.is_empty() && it.base_address != 0));
    let of_libc = find_loaded_module(libc::getpid as *const () as usize);
    assert!(of_libc.is_some());
    let local = 0;
    assert_eq!(find_loaded_module((&raw const local).addr()), None, "the stack is in no file");
    assert_eq!(find_loaded_module(usize::MAX), None);
}
