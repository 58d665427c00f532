//! The splitter of `BUN_OPTIONS`: any bytes are split, words that were quoted come back, and what
//! was split stays split.

#![no_main]

use libfuzzer_sys::fuzz_target;

fn split(env: &[u8]) -> Vec<Vec<u8>> {
    let mut args = Vec::new();
    bun_core::append_options_env(env, &mut args);
    args
}

fuzz_target!(|env: Vec<u8>| {
    let args = split(&env);
    assert!(args.iter().map(Vec::len).sum::<usize>() <= env.len());

    let mut quoted = Vec::new();
    for arg in &args {
        quoted.push(b'\'');
        for &byte in arg {
            if matches!(byte, b'\'' | b'\\') {
                quoted.push(b'\\');
            }
            quoted.push(byte);
        }
        quoted.extend_from_slice(b"'\n");
    }
    assert_eq!(split(&quoted), args);
});
