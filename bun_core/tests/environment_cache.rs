//! A variable is what it was at the first read. In a process of its own, with one test, because it
//! changes the environment.

#![expect(unsafe_code, reason = "the environment is changed")]
#![expect(non_snake_case, reason = "the modules are named after the variables")]

use bun_core::{env_var::OnError, getenv_z};

bun_core::define_env_vars! {
    /// Text.
    pub BUN_TEST_TEXT: string;
    /// A switch.
    pub BUN_TEST_SWITCH: boolean = true;
    /// A number.
    pub BUN_TEST_NUMBER: unsigned where { on_error: OnError::DefaultFallback } = 3;
    /// A number that is not set at first.
    pub BUN_TEST_LATE: unsigned on { posix: "BUN_TEST_LATE", windows: "BUN_TEST_LATE_WINDOWS" };
}

/// Sets a variable.
fn set(name: &str, value: &str) {
    // SAFETY: the only thread that touches the environment is the one of the only test; the other
    // one of this process waits for it.
    unsafe { std::env::set_var(name, value) };
}

#[test]
fn the_first_read_decides() {
    set("BUN_TEST_TEXT", "one");
    set("BUN_TEST_SWITCH", "off");
    set("BUN_TEST_NUMBER", "many");
    let before = (BUN_TEST_TEXT.get(), BUN_TEST_SWITCH.get(), BUN_TEST_NUMBER.get());
    assert_eq!(before, (Some(&b"one"[..]), false, 3));
    assert_eq!(BUN_TEST_LATE.get(), None);
    let kept = getenv_z("BUN_TEST_TEXT");
    assert_eq!(kept, Some(&b"one"[..]));

    set("BUN_TEST_TEXT", "two");
    set("BUN_TEST_SWITCH", "on");
    set("BUN_TEST_NUMBER", "4");
    set(BUN_TEST_LATE.key(), "5");
    assert_eq!((BUN_TEST_TEXT::get(), BUN_TEST_SWITCH::get(), BUN_TEST_NUMBER::get()), before);
    assert_eq!(BUN_TEST_LATE::platform_get(), None);

    // What is not cached follows, and what was handed out stays.
    assert_eq!(getenv_z("BUN_TEST_TEXT"), Some(&b"two"[..]));
    assert_eq!(kept, Some(&b"one"[..]));
}
