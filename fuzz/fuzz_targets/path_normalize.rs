//! Cleaning a path twice is cleaning it once, in both units, and needs exactly what it says.

#![no_main]

use bun_paths::platform::{Loose, Nt, PlatformT, Posix, Windows};
use bun_paths::resolve_path::{normalize_buf_t, normalize_string_node, normalize_string_node_t};
use libfuzzer_sys::fuzz_target;

fn check<P: PlatformT>(path: &[u8], room: usize) {
    let mut memory = vec![0; path.len() + 16];
    let clean = normalize_string_node::<P>(path, &mut *memory).expect("enough").to_vec();
    let mut tight = vec![0; room % (path.len() + 4)];
    match normalize_string_node::<P>(path, &mut *tight) {
        Ok(again) => assert_eq!(again, clean),
        Err(error) => assert_eq!(error.needed, clean.len()),
    }
    let wide: Vec<u16> = path.iter().map(|byte| u16::from(*byte)).collect();
    let mut units = vec![0; path.len() + 16];
    let wide_clean = normalize_string_node_t::<u16, P>(&wide, &mut *units).expect("enough");
    assert!(wide_clean.iter().copied().eq(clean.iter().map(|byte| u16::from(*byte))));
    assert!(normalize_buf_t::<u8, P>(path, &mut *memory).expect("enough").len() <= path.len() + 3);
}

fuzz_target!(|input: (Vec<u8>, usize)| {
    let (path, room) = input;
    check::<Posix>(&path, room);
    check::<Loose>(&path, room);
    check::<Windows>(&path, room);
    check::<Nt>(&path, room);
    let mut memory = vec![0; path.len() + 2];
    let once = normalize_string_node::<Posix>(&path, &mut *memory).expect("enough").to_vec();
    let mut memory = vec![0; path.len() + 4];
    let twice = normalize_string_node::<Posix>(&once, &mut *memory).expect("enough");
    assert_eq!(once, twice);
});
