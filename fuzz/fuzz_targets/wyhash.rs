//! Streaming equals one-shot however the input is cut, for both variants and the lowercasing hash.

#![no_main]

use bun_wyhash::{Wyhash, Wyhash11, hash_ascii_lowercase};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, Vec<u8>, Vec<u8>)| {
    let (seed, bytes, cuts) = input;
    let mut current = Wyhash::init(seed);
    let mut frozen = Wyhash11::init(seed);
    let mut rest = bytes.as_slice();
    for cut in cuts {
        let (chunk, after) = rest.split_at(usize::from(cut).min(rest.len()));
        current.update(chunk);
        frozen.update(chunk);
        rest = after;
    }
    current.update(rest);
    frozen.update(rest);
    assert_eq!(current.final_(), Wyhash::hash(seed, &bytes));
    assert_eq!(current.final_(), Wyhash::hash(seed, &bytes), "final_ changes nothing");
    assert_eq!(frozen.final_(), Wyhash11::hash(seed, &bytes));
    let lowercased = bytes.to_ascii_lowercase();
    assert_eq!(hash_ascii_lowercase(seed, &bytes), Wyhash::hash(seed, &lowercased));
});
