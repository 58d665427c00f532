//! What is fed is what Zig's `asBytes` is on a little-endian machine.

use super::{AsBytes, Hasher, write_any_to_hasher};
use alloc::vec::Vec;
use bun_wyhash::{Wyhash, Wyhash11};
use proptest::prelude::*;

/// Keeps what it is fed.
struct Record(Vec<u8>);

impl Hasher for Record {
    fn update(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.len() as u64
    }
}

fn fed(thing: impl AsBytes) -> Vec<u8> {
    let mut record = Record(Vec::new());
    write_any_to_hasher(&mut record, thing);
    record.0
}

#[test]
fn padding_is_left_out() {
    assert_eq!(fed((1_u8, 2_u32)), [1, 2, 0, 0, 0]);
    assert_eq!(fed([(1_u8, 2_u16); 2]), [1, 2, 0, 1, 2, 0]);
    assert!(fed(()).is_empty());
    assert_eq!(fed([&&-1_i16]), [0xff, 0xff]);
    assert_eq!(fed((true, 1.0_f32, 0_i8, 3_u16)), [1, 0, 0, 0x80, 0x3f, 0, 3, 0]);
    assert_eq!(fed(5_usize).len(), size_of::<usize>());
}

#[test]
fn each_hash_is_its_one_shot_form() {
    let mut hash = Wyhash::init(3);
    write_any_to_hasher(&mut hash, 7_u64);
    assert_eq!(Hasher::finish(&hash), bun_wyhash::hash_with_seed(3, &7_u64.to_le_bytes()));
    let mut old = Wyhash11::init(3);
    write_any_to_hasher(&mut old, 7_u64);
    assert_eq!(Hasher::finish(&old), Wyhash11::hash(3, &7_u64.to_le_bytes()));
    let mut wide = crate::hash::XxHash64::new(3);
    write_any_to_hasher(&mut &mut wide, 7_u64);
    assert_eq!(Hasher::finish(&wide), crate::hash::xxhash64(3, &7_u64.to_le_bytes()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn numbers_are_little_endian(word in any::<u64>(), small in any::<i16>()) {
        prop_assert_eq!(fed(word), word.to_le_bytes());
        prop_assert_eq!(fed([small, 1]), [small.to_le_bytes(), [1, 0]].concat());
    }
}
