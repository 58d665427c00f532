//! The environment as bytes.

use super::{c_environ, getenv_z};

#[test]
fn values_that_were_handed_out_are_handed_out_again() {
    let Some((name, value)) = std::env::vars_os().find(|(_, value)| !value.is_empty()) else {
        return assert_eq!(getenv_z("PATH"), None);
    };
    let first = getenv_z(name.as_encoded_bytes()).unwrap();
    assert_eq!(first, value.as_encoded_bytes());
    let again = std::thread::spawn(move || getenv_z(name.as_encoded_bytes())).join().unwrap();
    assert!(core::ptr::eq(first, again.unwrap()), "one copy is kept");
}

#[test]
fn no_name_is_too_odd_to_ask_for() {
    for name in [&b""[..], b"=", b"A=B", b"A\0B", b"\xff\xfe", b"BUN_SURELY_NOT_SET"] {
        assert_eq!(getenv_z(name), None, "{name:?}");
    }
}

#[test]
fn the_environment_of_c_is_made_once() {
    let here = c_environ();
    let there = std::thread::spawn(|| c_environ().addr()).join().unwrap();
    assert_eq!(here.addr(), there);
    assert!(!here.is_null());
}
