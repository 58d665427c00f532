//! Each set of vector instructions by itself, whichever the processor would choose.

#![expect(unsafe_code, reason = "reads what a conversion has written")]

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::MaybeUninit;

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

use super::{Progress, count, narrow};

/// Characters of every length, in runs and mixed.
const MIXED: &str = concat!(
    "[ -~]{0,30}[a\u{e9}\u{20ac}\u{1f600}\u{7ff}\u{800}\u{ffff}\u{10ffff}]{0,60}",
    "[ -~]{0,40}[\u{80}-\u{7ff}a]{0,30}",
);

type ToUtf16 = fn(&[u8], &mut [MaybeUninit<u16>]) -> Progress;
type ToUtf8 = fn(&[u16], &mut [MaybeUninit<u8>]) -> Progress;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 1024 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The conversions that this processor can run.
fn conversions() -> Vec<(&'static str, ToUtf16, ToUtf8)> {
    let mut all: Vec<(&'static str, ToUtf16, ToUtf8)> =
        alloc::vec![("ascii", narrow::widen_prefix, narrow::narrow_prefix)];
    all.push(("chosen", super::utf8_to_utf16, super::utf16_to_utf8));
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    {
        use super::level::Level;
        use super::{avx512, sse41};
        if Level::get() != Level::Sse2 {
            all.push(("sse4.1", sse41::utf8_to_utf16, sse41::utf16_to_utf8));
        }
        if Level::get() == Level::Avx512 {
            all.push(("avx-512", avx512::utf8_to_utf16, avx512::utf16_to_utf8));
        }
    }
    all
}

/// Runs a conversion into `room` elements, and returns what it wrote.
fn run<S, T: Copy + Default>(
    convert: fn(&[S], &mut [MaybeUninit<T>]) -> Progress,
    source: &[S],
    room: usize,
) -> (usize, Vec<T>) {
    let mut out: Vec<MaybeUninit<T>> = Vec::new();
    out.resize(room, MaybeUninit::new(T::default()));
    let done = convert(source, &mut out);
    // SAFETY: every place was initialised above.
    let value = |place: &MaybeUninit<T>| unsafe { place.assume_init() };
    (done.read, out[..done.written].iter().map(value).collect())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_converted_of_utf8_is_right(
        text in MIXED,
        at in any::<u16>(), wrong in any::<u8>(), is_wrong in any::<bool>(), slack in 0..40_usize,
    ) {
        let mut bytes = text.into_bytes();
        if is_wrong && !bytes.is_empty() {
            let at = usize::from(at) % bytes.len();
            bytes[at] = wrong;
        }
        let valid = match core::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => core::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap(),
        };
        for (name, to_utf16, _) in conversions() {
            for room in [bytes.len() + slack, valid.encode_utf16().count(), slack] {
                let (len, units) = run(to_utf16, &bytes, room);
                prop_assert!(valid.is_char_boundary(len), "{} stops at {}", name, len);
                prop_assert!(valid[..len].encode_utf16().eq(units.iter().copied()), "{}", name);
            }
        }
    }

    #[test]
    fn what_is_converted_of_utf16_is_right(
        text in MIXED,
        at in any::<u16>(), half in 0xd800..0xe000_u16, is_wrong in any::<bool>(),
        slack in 0..60_usize,
    ) {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        if is_wrong && !units.is_empty() {
            let at = usize::from(at) % units.len();
            units[at] = half;
        }
        for (name, _, to_utf8) in conversions() {
            for room in [3 * units.len() + slack, text.len(), slack] {
                let (len, bytes) = run(to_utf8, &units, room);
                let expected = String::from_utf16(&units[..len]);
                prop_assert_eq!(expected.map(String::into_bytes).ok(), Some(bytes), "{}", name);
            }
        }
    }

    /// Sequences at every distance from the ends of blocks, whole and with one byte wrong.
    #[test]
    fn characters_that_blocks_cut(
        start in 0..140_usize, character in "[a\u{e9}\u{20ac}\u{d7ff}\u{e000}\u{1f600}]{1,3}",
        fill in "[a\u{e9}\u{20ac}\u{1f600}]", wrong in any::<u8>(), at in 0..12_usize,
        is_wrong in any::<bool>(),
    ) {
        let mut bytes = "a".repeat(start % 5).into_bytes();
        while bytes.len() < start {
            bytes.extend_from_slice(fill.as_bytes());
        }
        let at = bytes.len() + at;
        bytes.extend_from_slice(character.as_bytes());
        bytes.extend_from_slice(fill.repeat(300 / fill.len()).as_bytes());
        if is_wrong {
            bytes[at] = wrong;
        }
        let len = core::str::from_utf8(&bytes).map_or_else(|e| e.valid_up_to(), str::len);
        let valid = core::str::from_utf8(&bytes[..len]).unwrap();
        for (name, to_utf16, to_utf8) in conversions() {
            let (len, units) = run(to_utf16, &bytes, bytes.len());
            prop_assert!(valid.is_char_boundary(len), "{} stops at {}", name, len);
            prop_assert!(valid[..len].encode_utf16().eq(units.iter().copied()), "{}", name);
            let units: Vec<u16> = valid.encode_utf16().collect();
            let (len, bytes) = run(to_utf8, &units, 3 * units.len());
            let expected = String::from_utf16(&units[..len]);
            prop_assert_eq!(expected.map(String::into_bytes).ok(), Some(bytes), "{}", name);
        }
    }

    #[test]
    fn short_ascii(len in 0..=64_usize, at in 0..64_usize, wrong in 0x80..=0xff_u8) {
        let mut bytes = alloc::vec![0x7f; len];
        prop_assert!(narrow::is_short_ascii(&bytes));
        if at < len {
            bytes[at] = wrong;
            prop_assert!(!narrow::is_short_ascii(&bytes));
        }
    }

    #[test]
    fn counts(units in proptest::collection::vec(
        proptest::prelude::prop_oneof![0..0x900_u16, 0xd7ff..0xe001_u16], 0..300)) {
        let expected = String::from_utf16_lossy(&units).len();
        prop_assert_eq!(count::utf8_len_in_utf16(&units), expected);
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
        prop_assert_eq!(count::latin1_len_in_utf8(&bytes), bytes.len() + high);
        let starts = bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let fours = bytes.iter().filter(|byte| **byte >= 0xf0).count();
        prop_assert_eq!(count::utf16_len_in_utf8(&bytes), starts + fours);
        let ascii = bytes.iter().take_while(|byte| byte.is_ascii()).count();
        prop_assert_eq!(narrow::ascii_prefix(&bytes), ascii);
    }
}
