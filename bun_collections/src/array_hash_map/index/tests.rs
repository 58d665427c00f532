//! Capacities, and rows found after any operations.

use super::super::scan::NONE;
use super::group::{SLOTS, groups_of};
use super::{Groups, Index, bits_for, rows_max};
use core::cell::Cell;
use proptest::prelude::*;

#[test]
fn capacities_are_those_that_zig_shows() {
    let capacities = [5, 6, 7, 8, 9, 10].map(rows_max);
    assert_eq!(capacities, [19, 38, 76, 153, 307, 614]);
    for (rows, bits) in [(1, 5), (19, 5), (20, 6), (38, 6), (39, 7), (76, 7), (77, 8)] {
        assert_eq!(bits_for(rows), Some(bits));
    }
    for bits in 5..24 {
        let slots = SLOTS * groups_of(bits);
        assert!(rows_max(bits) < slots, "a free slot is left");
    }
    for (rows, width) in [(153, "Narrow"), (154, "Medium"), (39_321, "Medium"), (39_322, "Wide")] {
        let index = Index::for_rows(rows).expect("memory");
        assert!(index.capacity() >= rows);
        let found = match index.groups {
            Groups::Narrow(_) => "Narrow",
            Groups::Medium(_) => "Medium",
            Groups::Wide(_) => "Wide",
        };
        assert_eq!(found, width);
    }
    // What Zig spends on a slot: twice a row number, of which there are as many.
    assert_eq!(size_of::<super::Group<u8>>(), 2 * (SLOTS + 1));
    assert_eq!(size_of::<super::Group<u16>>(), 3 * (SLOTS + 1));
    assert!(size_of::<super::Group<u32>>() <= 6 * (SLOTS + 1));
}

/// The rows and their hashes, and every row findable by its hash.
struct Model {
    index: Index,
    hashes: Vec<u32>,
}

impl Model {
    fn check(&self) {
        for (row, hash) in self.hashes.iter().enumerate() {
            assert_eq!(self.index.find(*hash, |other| other == row), row);
        }
        let candidates = Cell::new(0);
        let found = self.index.find(0xdead_beef, |_| {
            candidates.set(candidates.get() + 1);
            false
        });
        assert_eq!(found, NONE);
        assert!(candidates.get() <= self.hashes.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_row_is_found_after_any_operations(
        rows_max in prop_oneof![Just(19_usize), Just(160)],
        // Few hashes, so that groups overflow and counters saturate.
        operations in proptest::collection::vec(
            (0_u8..8, 0_u32..40, any::<prop::sample::Index>()),
            0..if cfg!(miri) { 40 } else { 300 },
        ),
    ) {
        let mut model = Model { index: Index::for_rows(rows_max)?, hashes: Vec::new() };
        for (operation, hash, at) in operations {
            let count = model.hashes.len();
            match operation {
                0..5 if count < model.index.capacity() => {
                    model.index.insert(hash, count);
                    model.hashes.push(hash);
                }
                5 if count != 0 => {
                    let row = at.index(count);
                    let (hash, of_last) = (model.hashes[row], model.hashes[count - 1]);
                    model.index.swap_remove(hash, row, of_last, count - 1);
                    model.hashes.swap_remove(row);
                }
                6 if count != 0 => {
                    let row = at.index(count);
                    model.index.remove(model.hashes[row], row);
                    model.index.close_gap(row);
                    model.hashes.remove(row);
                }
                7 => {
                    let last = count.saturating_sub(1) as u32;
                    let places: Vec<u32> = (0..count as u32).map(|row| last - row).collect();
                    model.index.permute(&places);
                    model.hashes.reverse();
                }
                _ => {}
            }
            model.check();
        }
        model.index.clear();
        prop_assert_eq!(model.index.find(0, |_| true), NONE);
    }
}

#[test]
fn a_row_whose_hash_changed_is_still_removed() {
    let mut index = Index::for_rows(19).expect("memory");
    for row in 0..19 {
        index.insert(row as u32 % 3, row);
    }
    for row in 0..19 {
        index.remove(0x1234_5678, row);
        assert_eq!(index.find(row as u32 % 3, |other| other == row), NONE);
    }
}
