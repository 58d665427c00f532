//! Meets more names at run time than there are codes: it must end with a message.

#![forbid(unsafe_code)]

use bun_core::Error;

fn main() {
    for number in 0..=u32::from(u16::MAX) {
        let name = format!("Name{number}");
        let error = Error::from_name(&name);
        // Every name that has a code has its own.
        assert_eq!(error.name(), name);
    }
}
