//! Names without end, which end the program. `process.rs` has the tags that clash.

#![cfg(not(miri))]
#![forbid(unsafe_code)]

use std::env::current_exe;
use std::process::{Command, Output};

/// Runs an example, which must fail, and returns what it says.
fn failure(name: &str) -> String {
    // Cargo puts tests in `<profile>/deps` and examples in `<profile>/examples`.
    let profile = current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program =
        profile.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "{} is missing: run `cargo build --examples`", program.display());
    let Output { status, stderr, .. } = Command::new(program).output().unwrap();
    assert!(!status.success(), "{name} succeeds");
    String::from_utf8(stderr).unwrap()
}

#[test]
fn one_name_more_than_there_are_codes_ends_the_program() {
    let message = failure("clashing_until_full");
    let part = "no error code is left for \"Name61440\": 61440 names are in use";
    assert!(message.contains(part), "{part} is not in {message}");
}
