//! What is checked, and what is computed, in each kind of build.

use super::DebugOnly;
use alloc::string::String;
use core::cell::Cell;
use std::panic::catch_unwind;

const CHECKS: bool = cfg!(debug_assertions);

#[test]
fn assertions_hold_in_debug_builds() {
    assert_eq!(catch_unwind(|| crate::assert(false)).is_err(), CHECKS);
    assert_eq!(catch_unwind(|| crate::debug_assert(false)).is_err(), CHECKS);
    crate::assert(true);
    const { crate::assert(true) };
}

#[test]
fn a_message_is_computed_only_when_it_is_checked() {
    let computed = Cell::new(0);
    crate::assertf!(
        {
            computed.set(computed.get() + 1);
            true
        },
        "never shown"
    );
    assert_eq!(computed.get(), i32::from(CHECKS));
}

#[test]
fn a_release_assertion_always_holds() {
    let count = 3;
    let failed = catch_unwind(|| crate::release_assert!(count == 4, "{count} of 4"));
    let message = failed.expect_err("it failed").downcast::<String>();
    assert_eq!(*message.expect("a message"), "3 of 4");
}

#[test]
fn a_debug_value_has_no_size_in_release_builds() {
    assert_eq!(size_of::<DebugOnly<u64>>(), if CHECKS { 8 } else { 0 });
    let mut value = DebugOnly::new(1);
    value.set(4);
    assert_eq!(value.get().copied(), CHECKS.then_some(4));
    assert_eq!(alloc::format!("{value:?}").contains('4'), CHECKS);
}
