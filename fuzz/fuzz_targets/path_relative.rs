//! The way from one path to another leads there.

#![no_main]

use bun_paths::platform::{Loose, Posix, Windows};
use bun_paths::resolve_path::{
    is_parent_or_equal, join_abs_string, longest_common_path, relative_platform,
};
use bun_paths::std_path::{relative_posix, relative_windows, resolve_posix};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<u8>, Vec<u8>)| {
    let (from, to) = input;
    let root = |path: &[u8]| join_abs_string::<Posix>(b"/", &[path, b"."]).to_vec();
    let (a, b) = (root(&from), root(&to));
    let way = relative_platform::<Posix, true>(&a, &b);
    assert_eq!(&*join_abs_string::<Posix>(&a, &[&way, b"."]), b);
    let way = relative_posix(b"/", &from, &to);
    let there = resolve_posix(&[b"/", &from, &way]);
    assert_eq!(there, resolve_posix(&[b"/", &to]));
    let _ = (relative_platform::<Windows, true>(&from, &to), relative_windows(b"/", &from, &to));
    let _ = relative_platform::<Loose, true>(&from, &to);
    assert!(longest_common_path(&[&from, &to]).len() <= from.len().max(to.len()).max(1));
    let _ = is_parent_or_equal(&from, &to);
});
