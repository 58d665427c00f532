//! The stores against models, under failing allocation, from several threads, and torn down.

mod keyed_map;
mod list;
mod map;
mod string_list;

use core::cell::Cell;

use proptest::prelude::*;

use super::{IndexType, NOT_FOUND, UNASSIGNED};

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 128 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Returns how long a random sequence of at most `count` may be here.
const fn cases(count: usize) -> usize {
    if cfg!(miri) { count / 10 } else { count }
}

/// Returns the index of item number `position` behind a first block of `first_len`.
fn index(position: usize, first_len: usize) -> IndexType {
    let overflow = position >= first_len;
    let index = if overflow { position - first_len } else { position };
    IndexType::new(u32::try_from(index).unwrap(), overflow)
}

/// A value that counts its drops in `drops`, and panics in the one numbered `panic_at`.
struct Counted<'a> {
    number: usize,
    drops: &'a Cell<usize>,
    panic_at: usize,
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.drops.set(self.drops.get() + 1);
        assert!(self.number != self.panic_at, "the drop of {}", self.number);
    }
}

#[test]
fn indices_pack() {
    for (index, overflow, raw) in
        [(0, false, 0), (7, false, 7), (7, true, 0x8000_0007), (0x7FFF_FFFF, true, u32::MAX)]
    {
        let packed = IndexType::new(index, overflow);
        assert_eq!((packed.raw(), packed.index(), packed.is_overflow()), (raw, index, overflow));
    }
    assert_eq!(IndexType::new(u32::MAX, false), NOT_FOUND);
    assert_eq!(IndexType::default(), IndexType::new(0, false));
    assert_eq!((NOT_FOUND.raw(), UNASSIGNED.raw()), (0x7FFF_FFFF, 0x7FFF_FFFE));
    assert!(!IndexType::new(NOT_FOUND.index(), true).is_assigned());
}
