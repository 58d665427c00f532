//! Hash functions of other crates: fast, and free to choose their result.
//!
//! Each is called as its documentation recommends for a fixed seed; its state is made outside of
//! the loop.

use alloc::rc::Rc;
use core::hash::{BuildHasher, Hasher};

use super::hash::RealKeys;
use super::hash_loops::{START_COUNT, all_keys, all_values, latency, throughput};
use crate::input::Lines;
use crate::row::Contender;

/// A hash function that is not Zig's.
trait Reference: Default + 'static {
    const LABEL: &'static str;
    fn hash(&self, bytes: &[u8]) -> u64;
    fn hash_word(&self, word: u64) -> u64;
}

struct Ahash(ahash::RandomState);

impl Default for Ahash {
    fn default() -> Self {
        Self(ahash::RandomState::with_seeds(1, 2, 3, 4))
    }
}

#[derive(Default)]
struct Foldhash(foldhash::fast::FixedState);

struct Rapidhash(rapidhash::fast::SeedableState<'static>);

impl Default for Rapidhash {
    fn default() -> Self {
        Self(rapidhash::fast::SeedableState::fixed())
    }
}

#[derive(Default)]
struct Xxh3;

/// Implements [`Reference`] for a wrapped `BuildHasher`.
macro_rules! reference_by_hasher {
    ($($name:ident $label:literal;)*) => {$(
        impl Reference for $name {
            const LABEL: &'static str = $label;

            #[inline(always)]
            fn hash(&self, bytes: &[u8]) -> u64 {
                let mut hasher = self.0.build_hasher();
                hasher.write(bytes);
                hasher.finish()
            }

            #[inline(always)]
            fn hash_word(&self, word: u64) -> u64 {
                let mut hasher = self.0.build_hasher();
                hasher.write_u64(word);
                hasher.finish()
            }
        }
    )*};
}

reference_by_hasher! {
    Ahash "ahash";
    Foldhash "foldhash fast";
    Rapidhash "rapidhash fast";
}

impl Reference for Xxh3 {
    const LABEL: &'static str = "xxh3";

    #[inline(always)]
    fn hash(&self, bytes: &[u8]) -> u64 {
        xxhash_rust::xxh3::xxh3_64(bytes)
    }

    #[inline(always)]
    fn hash_word(&self, word: u64) -> u64 {
        xxhash_rust::xxh3::xxh3_64(&word.to_ne_bytes())
    }
}

/// Returns the references of a throughput row.
pub(super) fn throughputs(bytes: &Rc<Lines>, len: usize) -> [Contender; 4] {
    fn contender<R: Reference>(bytes: &Rc<Lines>, len: usize) -> Contender {
        let (reference, bytes) = (R::default(), Rc::clone(bytes));
        let keys = (0..START_COUNT as usize).map(|start| &bytes.get()[start..start + len]);
        let own = keys.map(|key| reference.hash(key)).fold(0, u64::wrapping_add);
        Contender::reference(R::LABEL, own, move |n| {
            throughput(|key| reference.hash(key), bytes.get(), len, n)
        })
    }
    [contender::<Ahash>, contender::<Foldhash>, contender::<Rapidhash>, contender::<Xxh3>]
        .map(|contender| contender(bytes, len))
}

/// Returns the references of a latency row.
pub(super) fn latencies(bytes: &Rc<Lines>, len: usize) -> [Contender; 4] {
    fn contender<R: Reference>(bytes: &Rc<Lines>, len: usize) -> Contender {
        let (reference, bytes) = (R::default(), Rc::clone(bytes));
        let mut own = 0;
        for _ in 0..START_COUNT {
            let start = (own % START_COUNT) as usize;
            own = reference.hash(&bytes.get()[start..start + len]);
        }
        Contender::reference(R::LABEL, own, move |n| {
            latency(|key| reference.hash(key), bytes.get(), len, n)
        })
    }
    [contender::<Ahash>, contender::<Foldhash>, contender::<Rapidhash>, contender::<Xxh3>]
        .map(|contender| contender(bytes, len))
}

/// Returns the references of a row that hashes every key once an iteration.
pub(super) fn of_keys(keys: &'static RealKeys) -> [Contender; 4] {
    fn contender<R: Reference>(keys: &'static RealKeys) -> Contender {
        let reference = R::default();
        let own = keys.iter().map(|key| reference.hash(key)).fold(0, u64::wrapping_add);
        Contender::reference(R::LABEL, own, move |n| {
            all_keys(|_, key| reference.hash(key), keys, n)
        })
    }
    [contender::<Ahash>, contender::<Foldhash>, contender::<Rapidhash>, contender::<Xxh3>]
        .map(|contender| contender(keys))
}

/// Returns the references of a row that hashes every integer once an iteration.
pub(super) fn of_words(words: &Rc<[u64]>) -> [Contender; 4] {
    fn contender<R: Reference>(words: &Rc<[u64]>) -> Contender {
        let (reference, words) = (R::default(), Rc::clone(words));
        let own = words.iter().map(|&word| reference.hash_word(word)).fold(0, u64::wrapping_add);
        Contender::reference(R::LABEL, own, move |n| {
            all_values(|&word| reference.hash_word(word), &words, n)
        })
    }
    [contender::<Ahash>, contender::<Foldhash>, contender::<Rapidhash>, contender::<Xxh3>]
        .map(|contender| contender(words))
}
