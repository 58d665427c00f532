//! Addresses through pointers.

#![expect(unsafe_code, reason = "calls a function with a C signature")]

use core::ffi::CStr;

use super::ares_inet_pton;
use crate::env;

fn parse(af: i32, text: &CStr) -> (i32, [u8; 17]) {
    let mut bytes = [0xaa; 17];
    // SAFETY: 1. `text` has its NUL. 2. There are 16 bytes behind the first, which also makes the
    // address odd.
    let found = unsafe { ares_inet_pton(af, text.as_ptr(), bytes[1..].as_mut_ptr().cast()) };
    (found, bytes)
}

#[test]
fn writes_no_more_than_the_family_has() {
    let v6 = if env::IS_WINDOWS {
        23
    } else if env::IS_MAC {
        30
    } else {
        10
    };
    let (found, bytes) = parse(2, c"1.2.3.4");
    assert_eq!((found, &bytes[..6]), (1, &[0xaa, 1, 2, 3, 4, 0xaa][..]));
    let (found, bytes) = parse(v6, c"::1");
    assert_eq!((found, bytes[0], bytes[16]), (1, 0xaa, 1));
    for text in [c"", c"1.2.3", c"1.2.3.4.5", c"::1", c"01.2.3.4", c"\xff"] {
        assert_eq!(parse(2, text), (0, [0xaa; 17]), "{text:?}");
    }
    assert_eq!(parse(v6, c"1.2.3.4"), (0, [0xaa; 17]));
    assert_eq!(parse(-5, c"::1").0, -1);
}
