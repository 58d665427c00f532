//! Enters the linked tags before `main`, so that a clash cannot stay unnoticed.
//!
//! Comparing two errors runs no code of ours, hence the check must not wait for the first call of
//! `Error::name`. On targets without start-up functions it does wait for it.

#![expect(unsafe_code, reason = "a start-up function needs a section name")]

use super::registry;

extern "C" fn enter_linked_tags() {
    registry::enter_linked();
}

// SAFETY: these are the sections whose pointers the C run time of the platform calls at start-up.
// The static is exactly one such pointer, to a function that ignores the arguments some of them
// pass and that needs nothing `main` would have set up: locks and the allocator work before it.
#[used]
#[cfg_attr(
    any(target_os = "linux", target_os = "android", target_os = "freebsd"),
    unsafe(link_section = ".init_array")
)]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
#[cfg_attr(windows, unsafe(link_section = ".CRT$XCU"))]
static AT_START: extern "C" fn() = enter_linked_tags;
