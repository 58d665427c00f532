//! The Rust half of a test in which C++ reads and writes lists: a shared library.
//!
//! `tests/cpp.rs` builds it, and `tests/cpp/list.cpp` against it.
#![expect(unsafe_code, reason = "a C interface")]

use bun_collections::BabyList;

/// Makes a list of `0..count`, and gives it away.
#[unsafe(no_mangle)]
pub extern "C" fn list_make(count: u32) -> BabyList<u32> {
    BabyList::move_from_list((0..count).collect())
}

/// Adds a value, and answers whether there was memory.
#[unsafe(no_mangle)]
pub extern "C" fn list_append(list: &mut BabyList<u32>, value: u32) -> bool {
    list.append(value).is_ok()
}

/// Adds the values up; the list may be one that C++ made of its own values, with no capacity.
#[unsafe(no_mangle)]
pub extern "C" fn list_sum(list: &BabyList<u32>) -> u64 {
    list.iter().map(|value| u64::from(*value)).sum()
}

/// Takes a list over: frees the values that it owns.
#[unsafe(no_mangle)]
pub extern "C" fn list_drop(list: BabyList<u32>) {
    drop(list);
}
