//! The loops of `simd.rs` and `words.rs` at every length up to a few vectors, on every backend.

use alloc::vec::Vec;

use crate::bit_set::simd::{And, AndNot, Backend, Combine, Or, Xor};
use crate::bit_set::words::{self, WORD_BITS};

/// Lengths of slices: every tail of every block, and one longer slice.
fn lengths() -> Vec<usize> {
    if cfg!(miri) { alloc::vec![0, 1, 5, 21] } else { (0..=70).chain([515]).collect() }
}

/// Words that no pattern of a vector repeats.
fn scrambled(len: usize, seed: u64) -> Vec<usize> {
    (0..len as u64)
        .map(|at| bun_wyhash::hash_with_seed(seed, &at.to_le_bytes()) as usize)
        .map(|word| if word.is_multiple_of(5) { usize::MAX } else { word })
        .collect()
}

fn bits(words: &[usize]) -> Vec<bool> {
    words.iter().flat_map(|word| (0..WORD_BITS).map(move |at| word >> at & 1 == 1)).collect()
}

#[test]
fn counting() {
    for len in lengths() {
        let words = scrambled(len, 1);
        let expected = bits(&words).iter().filter(|&&bit| bit).count();
        for backend in Backend::available() {
            assert_eq!(backend.count(&words), expected, "{backend:?} {len}");
            assert_eq!(backend.count(&alloc::vec![usize::MAX; len]), len * WORD_BITS);
        }
        assert_eq!(crate::bit_set::simd::count(&words), expected);
    }
}

fn combines<C: Combine>(expected: fn(bool, bool) -> bool) {
    for len in lengths() {
        let (words, others) = (scrambled(len, 1), scrambled(len, 2));
        let expected: Vec<bool> =
            bits(&words).iter().zip(bits(&others)).map(|(&a, b)| expected(a, b)).collect();
        for backend in Backend::available() {
            let mut combined = words.clone();
            backend.combine::<C>(&mut combined, &others);
            assert_eq!(bits(&combined), expected, "{backend:?} {len}");
        }
    }
}

#[test]
fn combining() {
    combines::<Or>(|a, b| a | b);
    combines::<And>(|a, b| a & b);
    combines::<Xor>(|a, b| a ^ b);
    combines::<AndNot>(|a, b| a & !b);
}

#[test]
fn searching() {
    for len in lengths() {
        for first in (0..len).step_by(if cfg!(miri) { 6 } else { 1 }).chain([usize::MAX]) {
            let words: Vec<usize> =
                (0..len).map(|at| if at < first { 0 } else { 1 << (at % WORD_BITS) }).collect();
            for backend in Backend::available() {
                let expected = (first < len).then_some(first);
                assert_eq!(backend.find_nonzero(&words), expected, "{backend:?} {len} {first}");
            }
            let expected = bits(&words).iter().position(|&bit| bit);
            assert_eq!(crate::bit_set::simd::find_first_set(&words), expected);
            let inverse: Vec<usize> = words.iter().map(|word| !word).collect();
            assert_eq!(words::find_first_unset(&inverse, len * WORD_BITS), expected);
            let expected = bits(&words).iter().rposition(|&bit| bit);
            assert_eq!(words::find_last_set(&words), expected);
        }
    }
}

#[test]
fn one_bit_more_or_less() {
    for len in if cfg!(miri) { 9..=10 } else { 1..=40 } {
        let empty = alloc::vec![0; len];
        assert!(words::is_subset(&empty, &empty) && !words::intersect(&empty, &empty));
        for at in 0..len {
            let mut one = empty.clone();
            one[at] = 1 << (at % WORD_BITS);
            assert!(words::intersect(&one, &one) && !words::intersect(&one, &empty));
            assert!(words::is_subset(&one, &one) && words::is_subset(&empty, &one));
            assert!(!words::is_subset(&one, &empty));
        }
    }
}

#[test]
fn ranges() {
    let len = 3 * WORD_BITS;
    let edges: Vec<usize> =
        if cfg!(miri) { alloc::vec![1, WORD_BITS, len] } else { (0..=len).collect() };
    for &start in &edges {
        for &end in &edges {
            for value in [false, true] {
                let mut words = [words::filled(!value); 3];
                words::set_range(&mut words, start, end, value);
                let expected: Vec<bool> =
                    (0..len).map(|at| (start..end).contains(&at) == value).collect();
                assert_eq!(bits(&words), expected, "{start}..{end} {value}");
            }
        }
    }
}
