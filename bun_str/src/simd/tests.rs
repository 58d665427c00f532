//! One table of questions, asked of every backend and of a plain loop.

use proptest::prelude::*;

use super::{Backend, ByteSet, Scan, copy_lowercase, eq_ignoring_case, first_non_ascii16};

/// Room before and behind the text that a scanner must not look at.
const MARGIN: usize = 64;

/// What a plain loop answers.
fn naive(scan: Scan<'_>, text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| match scan {
        Scan::Byte(other) => byte == other,
        Scan::Three(bytes) => bytes.contains(&byte),
        Scan::Listed(bytes) => bytes.contains(&byte),
        Scan::Set(set) => set.contains(byte),
        Scan::Not(other) => byte != other,
        Scan::NonAscii => byte >= 0x80,
        Scan::Unplain(others) => !(0x20..0x80).contains(&byte) || others.contains(&byte),
    })
}

/// Each question with a byte that no question is about, and one that it is about.
fn questions() -> Vec<(Scan<'static>, u8, u8)> {
    vec![
        (Scan::Byte(b'x'), b'a', b'x'),
        (Scan::Byte(0), 0x80, 0),
        (Scan::Three(*b"xyz"), b'w', b'z'),
        (Scan::Listed(b"\0\x7f\x80\xff"), 1, 0x80),
        (Scan::Listed(b""), 1, 2),
        (Scan::Set(ByteSet::new(b"/\\:*?\"<>|\0\x7f")), b'a', b'|'),
        (Scan::Set(ByteSet::EMPTY.with_range(0x80, 0xff)), 0x7f, 0x80),
        (Scan::Set(ByteSet::new(b"\x8f\xf8").with(0)), 0x0f, 0xf8),
        (Scan::Not(b' '), b' ', b'\n'),
        (Scan::Not(0x80), 0x80, 0),
        (Scan::NonAscii, 0x7f, 0x80),
        (Scan::Unplain(*b"#@"), b' ', 0x1f),
        (Scan::Unplain(*b"\"\\"), b'~', b'\\'),
    ]
}

fn alignments() -> impl Iterator<Item = usize> {
    (0..64).step_by(if cfg!(miri) { 37 } else { 1 })
}

fn lengths() -> impl Iterator<Item = usize> {
    // Under Miri those around which the algorithms change.
    const EDGES: [usize; 12] = [0, 3, 4, 7, 15, 16, 17, 32, 33, 64, 97, 130];
    (0..=130).chain([191, 192, 256, 300]).filter(|len| !cfg!(miri) || EDGES.contains(len))
}

#[test]
fn each_backend_finds_the_first_at_every_alignment_and_length() {
    for (scan, plain, wanted) in questions().into_iter().step_by(if cfg!(miri) { 4 } else { 1 }) {
        for start in alignments() {
            for len in lengths() {
                // The margins are full of what is looked for.
                let mut memory = vec![wanted; start + len + MARGIN];
                let text = &mut memory[start..start + len];
                text.fill(plain);
                let mut places = vec![None];
                places.extend([0, len / 2, len.saturating_sub(2), len.wrapping_sub(1)].map(Some));
                for place in places {
                    let found = place.filter(|&place| place < len);
                    if let Some(place) = found {
                        text[place] = wanted;
                    }
                    let expected = naive(scan, text);
                    for backend in Backend::available() {
                        let answer = backend.find(scan, text);
                        assert_eq!(answer, expected, "{backend:?} {scan:?} {start} {len}");
                    }
                    if let Some(place) = found {
                        text[place] = plain;
                    }
                }
            }
        }
    }
}

#[test]
fn every_byte_is_in_its_classes_and_no_other() {
    for byte in 0..=u8::MAX {
        if cfg!(miri) && byte % 85 != 0 {
            continue;
        }
        for (scan, plain, _) in questions() {
            let mut text = [plain; 40];
            for place in [0, 17, 39] {
                text[place] = byte;
                let expected = naive(scan, &text);
                for backend in Backend::available() {
                    assert_eq!(backend.find(scan, &text), expected, "{backend:?} {scan:?} {byte}");
                }
                text[place] = plain;
            }
        }
    }
}

#[test]
fn a_set_is_its_members() {
    let set = ByteSet::new(b"az").with_range(b'0', b'9').with(0xff);
    let members: Vec<u8> = (0..=u8::MAX).filter(|&byte| set.contains(byte)).collect();
    assert_eq!(members, b"0123456789az\xff");
    assert_eq!(ByteSet::EMPTY.with_range(0, 255).find(b"a"), Some(0));
    assert_eq!(ByteSet::EMPTY.find(b"abc"), None);
}

#[test]
fn letters_differ_only_in_case_and_copies_leave_their_surroundings() {
    const CANARY: u8 = 0xa5;
    for len in lengths() {
        let from: Vec<u8> = (0..len).map(|index| (index * 7) as u8).collect();
        for start in alignments() {
            let lowered = from.to_ascii_lowercase();
            for backend in Backend::available() {
                let mut memory = vec![CANARY; start + len + MARGIN];
                backend.copy_lowercase(&from, &mut memory[start..start + len]);
                assert_eq!(memory[start..start + len], lowered, "{backend:?} {start} {len}");
                memory[start..start + len].fill(CANARY);
                assert!(memory.iter().all(|&byte| byte == CANARY), "{backend:?} {start} {len}");
            }
            let mut memory = vec![CANARY; start + len + MARGIN];
            copy_lowercase(&from, &mut memory[start..start + len]);
            assert_eq!(memory[start..start + len], lowered);
        }
        for place in [0, len / 2, len.wrapping_sub(1)] {
            let Some(&byte) = from.get(place) else { continue };
            for other in [byte ^ 0x20, byte ^ 1, byte ^ 0x80] {
                let mut text = from.clone();
                text[place] = other;
                let expected = from.eq_ignore_ascii_case(&text);
                assert_eq!(eq_ignoring_case(&from, &text), expected, "{len} {place} {other}");
                for backend in Backend::available() {
                    assert_eq!(backend.eq_ignoring_case(&from, &text), expected, "{backend:?}");
                }
            }
        }
    }
}

#[test]
fn only_letters_have_a_case() {
    for byte in (0..=u8::MAX).step_by(if cfg!(miri) { 51 } else { 1 }) {
        for len in [1, 2, 5, 8, 15, 16, 32, 33] {
            let text = vec![byte; len];
            let flipped = vec![byte ^ 0x20; len];
            let expected = byte.is_ascii_alphabetic();
            assert_eq!(eq_ignoring_case(&text, &flipped), expected, "{byte} {len}");
            assert!(eq_ignoring_case(&text, &text));
            let mut lowered = vec![0; len];
            copy_lowercase(&text, &mut lowered);
            assert_eq!(lowered, text.to_ascii_lowercase());
        }
    }
}

#[test]
fn the_first_wide_unit_that_is_not_ascii() {
    for len in lengths() {
        for place in [0, len / 2, len.wrapping_sub(1), usize::MAX] {
            for unit in [0x80, 0x7f00, 0xffff, 0x7f] {
                let mut text = vec![0x7f_u16; len];
                if let Some(slot) = text.get_mut(place) {
                    *slot = unit;
                }
                let expected = text.iter().position(|&unit| unit > 0x7f);
                assert_eq!(first_non_ascii16(&text), expected);
                for backend in Backend::available() {
                    assert_eq!(backend.first_non_ascii16(&text), expected, "{backend:?}");
                }
            }
        }
    }
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_set_in_any_text(
        text in proptest::collection::vec(0x70..0x90_u8, 0..300),
        members in proptest::collection::vec(0x70..0x90_u8, 0..20),
    ) {
        let set = ByteSet::new(&members);
        let expected = text.iter().position(|byte| members.contains(byte));
        prop_assert_eq!(set.find(&text), expected);
        prop_assert_eq!(super::find_any(&members, &text), expected);
        for backend in Backend::available() {
            prop_assert_eq!(backend.find(Scan::Set(set), &text), expected);
            prop_assert_eq!(backend.find(Scan::Listed(&members), &text), expected);
        }
    }

    #[test]
    fn any_string_in_any_text(
        text in proptest::collection::vec(0..3_u8, 0..200),
        needle in proptest::collection::vec(0..3_u8, 2..9),
    ) {
        let expected = text.windows(needle.len()).position(|window| window == needle);
        prop_assert_eq!(super::find_string(&text, &needle), expected);
        for backend in Backend::available() {
            prop_assert_eq!(backend.find_string(&needle, &text), expected, "{:?}", backend);
        }
    }

    #[test]
    fn counts_ends_and_equality(
        text in proptest::collection::vec(0x7e..0x82_u8, 0..700),
        place: prop::sample::Index,
        byte in 0x7e..0x82_u8,
    ) {
        let count = text.iter().filter(|&&other| other == byte).count();
        prop_assert_eq!(super::count(byte, &text), count);
        let short = &text[..text.len().min(70)];
        for text in [&text, short] {
            let last = text.iter().rposition(|&other| other == byte);
            prop_assert_eq!(super::find_last(byte, text), last);
            prop_assert_eq!(super::is_ascii(text), text.is_ascii());
            let mut other = text.to_vec();
            prop_assert!(super::eq(text, &other));
            if !text.is_empty() {
                other[place.index(text.len())] ^= 0x10;
                prop_assert!(!super::eq(text, &other));
            }
        }
        let ascii: Vec<u8> = text.iter().map(|byte| byte & 0x7f).collect();
        prop_assert!(super::is_ascii(&ascii));
        for backend in Backend::available() {
            prop_assert_eq!(backend.count(byte, &text), count, "{:?}", backend);
            prop_assert_eq!(backend.is_ascii(&text), text.is_ascii());
            prop_assert!(backend.is_ascii(&ascii));
            if !ascii.is_empty() {
                let mut text = ascii.clone();
                text[place.index(ascii.len())] |= 0x80;
                prop_assert!(!backend.is_ascii(&text));
            }
        }
    }

    #[test]
    fn case_in_any_text(a in proptest::collection::vec(0x3e..0x7e_u8, 0..100), flips: u128) {
        let flip = |(place, byte): (usize, &u8)| byte ^ (u8::from(flips >> place & 1 == 1) << 5);
        let b: Vec<u8> = a.iter().enumerate().map(flip).collect();
        let expected = a.eq_ignore_ascii_case(&b);
        prop_assert_eq!(eq_ignoring_case(&a, &b), expected);
        for backend in Backend::available() {
            prop_assert_eq!(backend.eq_ignoring_case(&a, &b), expected);
        }
    }
}
