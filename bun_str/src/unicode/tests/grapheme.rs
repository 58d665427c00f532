//! Grapheme breaks against Unicode's own cases and against another implementation.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::{prop_assert_eq, proptest};
use unicode_segmentation::UnicodeSegmentation;

use super::config;
use crate::strings::{BreakState, grapheme_break};

/// The lengths in characters of the clusters.
fn clusters(text: &[u32]) -> Vec<usize> {
    let mut state = BreakState::default();
    let mut lens = Vec::new();
    for (index, code_point) in text.iter().enumerate() {
        if index == 0 || grapheme_break(text[index - 1], *code_point, &mut state) {
            lens.push(0);
        }
        *lens.last_mut().expect("the first character starts one") += 1;
    }
    lens
}

fn reference(text: &str) -> Vec<usize> {
    text.graphemes(true).map(|cluster| cluster.chars().count()).collect()
}

#[test]
fn the_official_cases() {
    let cases = include_str!("../../../tests/data/GraphemeBreakTest-17.0.0.txt");
    let mut count = 0;
    let step = if cfg!(miri) { 61 } else { 1 };
    for case in cases.lines().filter(|line| !line.starts_with('#')).step_by(step) {
        let parts: Vec<Vec<u32>> = case
            .trim_matches(|c| c == '÷' || c == ' ')
            .split('÷')
            .map(|part| {
                let number = |hex: &str| u32::from_str_radix(hex.trim(), 16).expect("hexadecimal");
                part.split('×').map(number).collect()
            })
            .collect();
        let expected: Vec<usize> = parts.iter().map(Vec::len).collect();
        assert_eq!(clusters(&parts.concat()), expected, "{case}");
        count += 1;
    }
    assert!(count > 700 / step, "the file has {count} cases");
}

#[test]
fn every_character_beside_one_of_each_kind() {
    // Each probe tells some classes apart, in front or behind.
    let probes = ['a', '\u{301}', '\u{1100}', '\u{1f600}'];
    let step = if cfg!(miri) { 0x1_7fff } else { 1 };
    let mut text = String::new();
    for c in (0..=0x10_ffff).step_by(step).filter_map(char::from_u32) {
        for probe in probes {
            text.clear();
            text.extend([probe, c, probe]);
            let code_points = [probe, c, probe].map(u32::from);
            assert_eq!(clusters(&code_points), reference(&text), "{probe:?} {c:?}");
        }
    }
}

#[test]
fn a_second_joiner_joins_nothing() {
    for text in ["😀\u{200d}\u{200d}😀", "😀\u{200d}\u{301}\u{200d}😀", "😀\u{301}\u{200d}😀"]
    {
        let code_points: Vec<u32> = text.chars().map(u32::from).collect();
        assert_eq!(clusters(&code_points), reference(text), "{text:?}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sequences_of_what_joins(
        text in concat!(
            "[a\r\n\u{301}\u{200d}\u{1f1e6}\u{1f600}\u{1f3fb}\u{915}\u{94d}\u{93c}",
            "\u{1100}\u{1161}\u{11a8}\u{ac00}\u{ac01}\u{600}\u{903}\u{200c}]{0,12}"
        )
    ) {
        let code_points: Vec<u32> = text.chars().map(u32::from).collect();
        prop_assert_eq!(clusters(&code_points), reference(&text));
    }
}
