//! Errors: codes, names, clashes and conversions.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use core::num::NonZeroU16;

use bun_alloc::AllocError;
use proptest::prelude::*;

use super::code::{FIRST_HASHED, code_of, hashed};
use super::{Error, known, well_known};

#[test]
fn every_well_known_tag_has_its_position_as_code() {
    let step = if cfg!(miri) { 97 } else { 1 };
    for (position, name) in well_known::NAMES.iter().enumerate().skip(1).step_by(step) {
        let error = Error::from_name(name);
        assert_eq!(usize::from(error.as_u16()), position);
        assert_eq!(error.name(), *name);
        assert_eq!(Error::from_u16(error.as_u16()), Some(error));
    }
}

#[test]
fn codes_without_a_name_are_no_errors() {
    assert_eq!(Error::from_u16(0), None);
    assert_eq!(Error::from_u16(FIRST_HASHED - 1), None);
}

#[test]
fn a_taken_code_makes_a_run_time_name_move_on() {
    // Found by search: both hash to the same code as long as no seed is set.
    let (first, second) = colliding_names();
    let one = Error::from_name(&first);
    let other = Error::from_name(&second);
    assert_eq!(code_of(first.as_bytes()), code_of(second.as_bytes()));
    assert_ne!(one, other);
    assert_eq!(one.name(), first);
    assert_eq!(other.name(), second);
    assert_eq!(Error::from_name(&second), other, "the same again");
    assert_eq!(Error::from_u16(other.as_u16()), Some(other));
}

fn colliding_names() -> (String, String) {
    let mut by_code = BTreeMap::new();
    (0..)
        .map(|number| format!("Collision{number}"))
        .find_map(|name| {
            by_code
                .insert(hashed(name.as_bytes(), super::code::SEED), name.clone())
                .map(|earlier| (earlier, name))
        })
        .unwrap()
}

#[test]
fn names_from_many_threads_agree() {
    let names: Vec<String> =
        (0..if cfg!(miri) { 3 } else { 400 }).map(|number| format!("FromThread{number}")).collect();
    let errors = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..if cfg!(miri) { 2 } else { 4 })
            .map(|_| {
                scope.spawn(|| {
                    names
                        .iter()
                        .map(|name| {
                            let error = Error::from_name(name);
                            assert_eq!(error.name(), name);
                            error
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(errors.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn names_that_are_not_text_are_replaced() {
    assert_eq!(Error::from_name(b"a\xffb").name(), "a\u{fffd}b");
    assert_eq!(Error::from_name(b"").name(), "");
}

#[test]
fn conversions() {
    assert_eq!(Error::from(AllocError), Error::OUT_OF_MEMORY);
    assert_eq!(Error::from(core::fmt::Error), known!(WriteFailed));
    for (kind, name) in [
        (std::io::ErrorKind::NotFound, "FileNotFound"),
        (std::io::ErrorKind::PermissionDenied, "AccessDenied"),
        (std::io::ErrorKind::BrokenPipe, "BrokenPipe"),
        (std::io::ErrorKind::Other, "Unexpected"),
    ] {
        assert_eq!(Error::from(std::io::Error::from(kind)).name(), name);
    }
}

#[test]
fn shown_as_its_tag() {
    let error = known!(ENOENT);
    assert_eq!(format!("{error} {error:?} {error:>8} {error:.2}"), "ENOENT ENOENT   ENOENT EN");
}

#[test]
fn is_plain_data() {
    fn assert<T: Copy + Send + Sync + Unpin + core::error::Error + 'static>() {}
    assert::<Error>();
    assert_eq!(size_of::<Error>(), 2);
    assert_eq!(size_of::<Option<Error>>(), 2);
    assert_eq!(size_of::<super::Result<u8>>(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 1 } else { 256 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_name_comes_back(name in "[A-Za-z0-9_ é]{0,24}") {
        let error = Error::from_name(&name);
        prop_assert_eq!(error.name(), name.as_str());
        prop_assert_eq!(Error::from_name(&name), error);
        prop_assert!(code_of(name.as_bytes()) >= NonZeroU16::MIN);
    }

    #[test]
    fn hashes_stay_in_their_range(tag: Vec<u8>, seed: u64) {
        prop_assert!(hashed(&tag, seed) >= FIRST_HASHED);
    }
}
