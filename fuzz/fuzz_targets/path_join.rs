//! Joining is cleaning what is joined by hand, and resolving never leaves the root.

#![no_main]

use bun_paths::platform::{Loose, Nt, Posix, Windows};
use bun_paths::resolve_path::{join, join_abs_string, join_abs_string_buf_z, join_z};
use bun_paths::std_path::{resolve_posix, resolve_windows};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<Vec<u8>>, Vec<u8>, u8)| {
    let (parts, cwd, room) = input;
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    let filled: Vec<&[u8]> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let by_hand = filled.join(&b'/');
    assert_eq!(&*join::<Posix>(&parts), &*join::<Posix>(&[&by_hand]));
    assert_eq!(&*join::<Loose>(&parts), &*join::<Loose>(&[&by_hand]));
    assert_eq!(join_z::<Windows>(&parts).as_bytes(), &*join::<Windows>(&parts));
    let resolved = join_abs_string::<Posix>(b"/", &parts);
    assert!(resolved.starts_with(b"/"));
    assert!(!resolved.split(|byte| *byte == b'/').any(|name| name == b".."));
    let mut buf = vec![0; room.into()];
    match join_abs_string_buf_z::<Windows>(&cwd, &mut *buf, &parts) {
        Ok(path) => assert_eq!(path.as_bytes(), &*join_abs_string::<Windows>(&cwd, &parts)),
        Err(error) => {
            assert_eq!(error.needed, join_abs_string::<Windows>(&cwd, &parts).len() + 1);
        }
    }
    let _ = (join_abs_string::<Nt>(&cwd, &parts), join_abs_string::<Loose>(&cwd, &parts));
    assert!(!resolve_windows(&parts).is_empty());
    let once = resolve_posix(&parts);
    assert_eq!(resolve_posix(&[&once]), once);
});
