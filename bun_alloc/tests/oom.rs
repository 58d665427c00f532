//! The end of a process that runs out of memory, seen from its parent. Miri starts no processes.

#![cfg(not(miri))]

use std::env;
use std::process::{Command, Output};

const CASE: &str = "BUN_ALLOC_OOM_CASE";

/// Runs one test of this binary in a process of its own.
fn child(case: &str) -> Output {
    let this = env::current_exe().unwrap();
    let mut child = Command::new(this);
    child.args(["--exact", "child_that_dies", "--nocapture"]).env(CASE, case);
    child.output().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "tells the child apart")]
fn case() -> Option<String> {
    env::var(CASE).ok()
}

/// Does nothing unless `child` started it.
#[test]
fn child_that_dies() {
    use bun_alloc::{AllocError, UnwrapOrOom as _, handle_oom, out_of_memory};

    match case().as_deref() {
        Some("direct") => out_of_memory(),
        Some("handle") => handle_oom(Err::<(), _>(AllocError)),
        Some("option") => None.unwrap_or_oom(),
        Some("reserve") => Vec::<u64>::new().try_reserve(usize::MAX).unwrap_or_oom(),
        other => assert_eq!(other, None),
    }
}

#[test]
fn says_why_and_aborts() {
    for case in ["direct", "handle", "option", "reserve"] {
        let output = child(case);
        assert!(!output.status.success(), "{case}");
        #[cfg(unix)]
        {
            use std::os::unix::process::ExitStatusExt as _;
            assert!(output.status.signal().is_some(), "{case}: {:?}", output.status);
        }
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.contains("error: OutOfMemory\n"), "{case}: {message}");
        assert!(!message.contains("panicked"), "{case}: {message}");
    }
}
