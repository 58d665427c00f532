//! The rules by which bytes become values, and what an accessor makes of them.

use super::accessor::{Accessor, Defaulted, Keys, OnePlatform, Optional, Source};
use super::kind::{Boolean, OnError, Text, Unsigned};
use super::parse::{Unparsable, is_truthy, parse_unsigned};

#[test]
fn edges_of_numbers() {
    use Unparsable::{Empty, InvalidCharacter, Overflow, Reserved};
    let cases: &[(&str, Result<u64, Unparsable>)] = &[
        ("", Err(Empty)),
        ("0", Ok(0)),
        ("-0", Ok(0)),
        ("-00_0", Ok(0)),
        ("+7", Ok(7)),
        ("-7", Err(Overflow)),
        ("+", Err(InvalidCharacter)),
        ("-", Err(InvalidCharacter)),
        ("+-7", Err(InvalidCharacter)),
        ("1_000", Ok(1000)),
        ("1__0", Ok(10)),
        ("_1", Err(InvalidCharacter)),
        ("1_", Err(InvalidCharacter)),
        ("+_1", Err(InvalidCharacter)),
        ("0x10", Err(InvalidCharacter)),
        (" 1", Err(InvalidCharacter)),
        ("18446744073709551613", Ok(u64::MAX - 2)),
        ("18446744073709551614", Err(Reserved)),
        ("18446744073709551615", Err(Reserved)),
        ("18446744073709551616", Err(Overflow)),
        ("99999999999999999999999", Err(Overflow)),
    ];
    for &(value, expected) in cases {
        assert_eq!(parse_unsigned(value.as_bytes()), expected, "{value:?}");
    }
}

#[test]
fn words_that_mean_no() {
    for no in ["", "0", "false", "FALSE", "no", "No", "off", "oFF"] {
        assert!(!is_truthy(no.as_bytes()), "{no:?}");
    }
    for yes in ["1", "true", "00", " ", "n", "f", "of", "offf", "null", "\0"] {
        assert!(is_truthy(yes.as_bytes()), "{yes:?}");
    }
}

#[test]
fn what_stands_in_for_a_number() {
    let lenient = |on_error| Unsigned::new().on_error(on_error).parse("K", b"x");
    assert_eq!(lenient(OnError::NotSet), None);
    assert_eq!(lenient(OnError::DefaultFallback), None);
    assert_eq!(lenient(OnError::TruthyCast), Some(1));
    let cast = Unsigned::new().on_error(OnError::TruthyCast);
    assert_eq!(cast.parse("K", b""), Some(0));
    assert_eq!(cast.parse("K", b"OFF"), Some(0));
    assert_eq!(cast.parse("K", b"18446744073709551615"), Some(1));
    assert_eq!(cast.parse("K", b"-3"), Some(1));
    assert_eq!(cast.empty_string_as(4).parse("K", b""), Some(4));
    assert_eq!(Unsigned::new().empty_string_as(4).parse("K", b"5"), Some(5));
}

#[test]
fn a_variable_that_is_not_set() {
    static TEXT: Source<Text> = Source::new(Keys::everywhere("BUN_TEST_NOT_SET"), Text::new());
    static FLAG: Source<Boolean> =
        Source::new(Keys::everywhere("BUN_TEST_NOT_SET"), Boolean::new());
    static NUMBER: Source<Unsigned> =
        Source::new(Keys::everywhere("BUN_TEST_NOT_SET"), Unsigned::new());

    assert_eq!(Accessor::new(&TEXT, Optional).get(), None);
    assert_eq!(Accessor::new(&TEXT, OnePlatform).get(), None);
    let text = Accessor::new(&TEXT, Defaulted(&b""[..]));
    assert_eq!(
        (text.get(), text.get_not_empty(), text.platform_get()),
        (&b""[..], None, Some(&b""[..]))
    );
    for _ in 0..2 {
        assert_eq!(Accessor::new(&FLAG, Optional).get(), None);
        assert!(Accessor::new(&FLAG, Defaulted(true)).get());
        assert_eq!(Accessor::new(&NUMBER, Optional).get(), None);
        assert_eq!(Accessor::new(&NUMBER, Defaulted(9)).platform_get(), Some(9));
    }
}

#[test]
fn keys_belong_to_platforms() {
    static NOWHERE: Source<Text> = Source::new(Keys { posix: None, windows: None }, Text::new());
    let nowhere = Accessor::new(&NOWHERE, OnePlatform);
    assert_eq!((nowhere.get(), nowhere.platform_key()), (None, None));
    assert_eq!(super::HOME.platform_key(), Some(super::HOME.key()));
    assert_eq!(super::SHELL.platform_key().is_some(), super::SYSTEMROOT.platform_key().is_none());
    assert_eq!(super::SYSTEMROOT::get().is_some(), cfg!(windows));
    assert_eq!(super::NO_COLOR::key(), "NO_COLOR");
}

#[test]
fn defaults_are_those_of_the_original() {
    for (name, value, default) in [
        ("dns", super::BUN_CONFIG_DNS_TIME_TO_LIVE_SECONDS.get(), 30),
        ("idle", super::BUN_CONFIG_HTTP_IDLE_TIMEOUT.get(), 300),
        ("inotify", super::BUN_INOTIFY_COALESCE_INTERVAL.get(), 100_000),
        ("streaming", super::BUN_INSTALL_STREAMING_MIN_SIZE.get(), 2_097_152),
    ] {
        assert_eq!(value, default, "{name}");
    }
    assert_eq!(super::feature_flag::BUN_ASSUME_PERFECT_INCREMENTAL.get(), None);
    assert!(!super::feature_flag::BUN_TRACE.get());
}

#[test]
fn the_first_reader_decides_for_all_threads() {
    static FIRST: Source<Text> = Source::new(Keys::everywhere("PATH"), Text::new());
    static NUMBER: Source<Unsigned> =
        Source::new(Keys::everywhere("PATH"), Unsigned::new().on_error(OnError::TruthyCast));
    let read = || {
        let text = Accessor::new(&FIRST, Optional).get().map(<[u8]>::as_ptr);
        (text.map(<*const u8>::addr), Accessor::new(&NUMBER, Optional).get())
    };
    let all: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(all.iter().all(|one| *one == read()), "{all:?}");
}

/// Not under Miri: it is safe code, and these strategies take Miri a minute.
#[cfg(not(miri))]
mod properties {
    use proptest::prelude::*;

    use super::{Unparsable, Unsigned, is_truthy, parse_unsigned};

    /// The same by other means: text without underscores, in 128 bits.
    fn parse_naively(value: &[u8]) -> Result<u64, Unparsable> {
        let text = String::from_utf8_lossy(value);
        if text.is_empty() {
            return Err(Unparsable::Empty);
        }
        let digits = text.strip_prefix(['+', '-']).unwrap_or(&text);
        let outer = digits.chars().next().is_some_and(|c| c != '_') && !digits.ends_with('_');
        if !outer || !digits.chars().all(|c| c == '_' || c.is_ascii_digit()) {
            return Err(Unparsable::InvalidCharacter);
        }
        let digits: String = digits.chars().filter(|&c| c != '_').collect();
        let digits = digits.trim_start_matches('0');
        if digits.len() > 20 || (text.starts_with('-') && !digits.is_empty()) {
            return Err(Unparsable::Overflow);
        }
        match u64::try_from(format!("0{digits}").parse::<u128>().unwrap()) {
            Err(_) => Err(Unparsable::Overflow),
            Ok(u64::MAX | 0xffff_ffff_ffff_fffe) => Err(Unparsable::Reserved),
            Ok(number) => Ok(number),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 2 } else { 512 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn numbers_are_read_as_by_the_naive_way(value in "[+-]{0,2}[0-9_]{0,24}[0-9a-fx _.]{0,2}") {
            let naive = parse_naively(value.as_bytes());
            let parsed = parse_unsigned(value.as_bytes());
            // Which of two mistakes is named depends on the order of the digits.
            prop_assert_eq!(parsed.ok(), naive.ok(), "{}", value);
            if matches!(naive, Err(Unparsable::Empty | Unparsable::Reserved)) {
                prop_assert_eq!(parsed, naive);
            }
        }

        #[test]
        fn any_bytes_are_read(value: Vec<u8>) {
            prop_assert_eq!(parse_unsigned(&value).ok(), parse_naively(&value).ok());
            let is_no = ["", "0", "false", "no", "off"]
                .contains(&String::from_utf8_lossy(&value).to_lowercase().as_str());
            prop_assert_eq!(is_truthy(&value), !is_no);
        }

        #[test]
        fn numbers_survive_printing(number in 0..=Unsigned::MAX) {
            prop_assert_eq!(parse_unsigned(number.to_string().as_bytes()), Ok(number));
        }
    }
}
