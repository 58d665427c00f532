//! Conversions against std's, sequences against the lot of them, widths against the rules.

mod exhaustive;
mod grapheme;
mod policies;
mod round_trip;
mod visible;

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What a lossy conversion of UTF-8 gives.
fn lossy_utf16(bytes: &[u8]) -> Vec<u16> {
    String::from_utf8_lossy(bytes).encode_utf16().collect()
}

/// What a lossy conversion of UTF-16 gives.
fn lossy_utf8(units: &[u16]) -> Vec<u8> {
    String::from_utf16_lossy(units).into_bytes()
}

/// Characters of every length, in runs of one kind, so that vectors are filled with each.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let run = |class: &'static str, len| {
        proptest::string::string_regex(class).expect("a pattern").prop_map(move |run: String| {
            let repeat: String = run.repeat(len);
            repeat.into_bytes()
        })
    };
    let piece = prop_oneof![
        4 => run("[ -~]{1,40}", 1),
        2 => run("[ -~\u{80}-\u{7ff}]{1,40}", 1),
        2 => run("[\u{800}-\u{ffff}]{1,30}", 1),
        1 => run("[\u{10000}-\u{10ffff}]{1,20}", 1),
        1 => run("[a\u{e9}\u{20ac}\u{1f600}]{1,8}", 4),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Text with something ill-formed in it, or cut off.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let wrong = prop_oneof![
        Just(b"\xff".to_vec()),
        Just(b"\xed\xa0\x80".to_vec()),
        Just(b"\xc0\x80".to_vec()),
        Just(b"\xe2\x82".to_vec()),
        Just(b"\xf4\x90\x80\x80".to_vec()),
        Just(b"\xf0\x80".to_vec()),
        Just(Vec::new()),
        proptest::collection::vec(any::<u8>(), 1..5),
    ];
    proptest::collection::vec((text(), wrong), 1..4).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(text, wrong)| [text, wrong]).collect::<Vec<_>>().concat()
    })
}

/// UTF-16 with and without surrogates that have no partner.
fn units() -> impl Strategy<Value = Vec<u16>> {
    let well_formed = text().prop_map(|bytes| lossy_utf16(&bytes));
    let any_units = proptest::collection::vec(
        prop_oneof![0x20..0x7f_u16, 0xd7fe..0xe002_u16, any::<u16>()],
        0..80,
    );
    (well_formed, any_units, any::<bool>()).prop_map(|(mut units, others, has_others)| {
        if has_others {
            units.extend(others);
        }
        units
    })
}
