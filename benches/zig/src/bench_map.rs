//! Timed loops over Zig's hash maps: `std.AutoHashMap(u64, u64)`, `std.StringHashMap(u64)`.

#![expect(unsafe_code, reason = "the declarations of the timed loops; as ffi.rs")]

use core::fmt;

use crate::bench::{Build, CAllocator, Loops};
use crate::view::View;

/// One of Zig's hash maps, with the loops over it.
///
/// The value of a key is the complement of its word: of the key itself, or of its length.
pub struct BenchMap {
    build: Build,
    /// Present until `drop`.
    handle: Option<&'static mut Handle>,
}

/// The keys of a map.
#[derive(Clone, Copy, Debug)]
pub enum BenchKeys {
    /// Integers.
    Words(&'static [u64]),
    /// Byte strings.
    Texts(BenchTexts),
}

/// Byte strings in the shape in which Zig reads them. That shape is leaked, as the strings are.
#[derive(Clone, Copy, Debug)]
pub struct BenchTexts(&'static [View<'static, u8>]);

impl FromIterator<&'static [u8]> for BenchTexts {
    fn from_iter<I: IntoIterator<Item = &'static [u8]>>(keys: I) -> Self {
        Self(keys.into_iter().map(View::from).collect::<Vec<_>>().leak())
    }
}

/// As [`crate::ffi::HashMapHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Handle([u8; 0]);

/// Declares the loops under one prefix.
macro_rules! map_functions {
    ($prefix:literal) => {
        use super::{CAllocator, Handle, View};

        // SAFETY: as in `ffi.rs`. A `CAllocator` is a working pair of functions, which the handle
        // copies. Texts that stay in a map are `'static`.
        crate::ffi::zig_functions! { $prefix:
            fn bench_map_create(kind: u32, c: &CAllocator, smp: bool) -> &'static mut Handle;
            fn bench_map_destroy(handle: &'static mut Handle);
            fn bench_map_build_words(
                handle: &mut Handle,
                keys: View<'_, u64>,
                count: usize,
                presized: bool,
                iterations: u64,
            ) -> u64;
            fn bench_map_build_texts(
                handle: &mut Handle,
                keys: View<'_, View<'static, u8>>,
                count: usize,
                presized: bool,
                iterations: u64,
            ) -> u64;
            fn bench_map_fill_words(handle: &mut Handle, keys: View<'_, u64>);
            fn bench_map_fill_texts(handle: &mut Handle, keys: View<'_, View<'static, u8>>);
            fn bench_map_get_words(
                handle: &mut Handle,
                keys: View<'_, u64>,
                iterations: u64,
            ) -> u64;
            fn bench_map_get_texts(
                handle: &mut Handle,
                keys: View<'_, View<'static, u8>>,
                iterations: u64,
            ) -> u64;
            fn bench_map_iterate(handle: &mut Handle, iterations: u64) -> u64;
            fn bench_map_remove(handle: &mut Handle, keys: View<'_, u64>) -> u64;
            fn bench_map_churn(
                handle: &mut Handle,
                ring: View<'_, u64>,
                live: usize,
                at: usize,
                steps: usize,
            ) -> u64;
        }
    };
}

mod baseline {
    map_functions!("zig_");
}

#[cfg(feature = "native")]
mod native {
    map_functions!("zig_native_");
}

/// Calls a function of a build.
macro_rules! call {
    ($build:expr, $function:ident($($argument:expr),* $(,)?)) => {
        match $build {
            Build::Baseline => baseline::$function($($argument),*),
            #[cfg(feature = "native")]
            Build::Native => native::$function($($argument),*),
        }
    };
}

/// Calls the function for the kind of the keys.
macro_rules! call_for {
    ($map:ident, $keys:ident, $words:ident | $texts:ident ($($argument:expr),*)) => {
        match $keys {
            BenchKeys::Words(keys) => {
                call!($map.build, $words($map.handle(), (*keys).into() $(, $argument)*))
            }
            BenchKeys::Texts(keys) => {
                call!($map.build, $texts($map.handle(), keys.0.into() $(, $argument)*))
            }
        }
    };
}

impl BenchMap {
    /// Returns an empty map, of texts or of words, that allocates with `c`, or from
    /// `smp_allocator`. A map aborts when it gets keys of the other kind.
    #[must_use]
    pub fn new(zig: Loops, texts: bool, c: CAllocator, smp: bool) -> Self {
        let build = zig.build();
        let handle = Some(call!(build, bench_map_create(u32::from(texts), &c, smp)));
        Self { build, handle }
    }

    fn handle(&mut self) -> &mut Handle {
        self.handle.as_deref_mut().expect("only `drop` takes the handle")
    }

    /// Builds and frees a map of the next `count` keys each iteration; aborts when the map is not
    /// empty or `count` is zero or more than there are keys.
    #[must_use]
    pub fn build(
        &mut self,
        keys: &BenchKeys,
        count: usize,
        presized: bool,
        iterations: u64,
    ) -> u64 {
        call_for!(
            self,
            keys,
            bench_map_build_words | bench_map_build_texts(count, presized, iterations)
        )
    }

    /// Clears the map and puts all keys in.
    pub fn fill(&mut self, keys: &BenchKeys) {
        call_for!(self, keys, bench_map_fill_words | bench_map_fill_texts());
    }

    /// Looks all keys up each iteration: the sum of the values, and one for each that is missing.
    #[must_use]
    pub fn get(&mut self, keys: &BenchKeys, iterations: u64) -> u64 {
        call_for!(self, keys, bench_map_get_words | bench_map_get_texts(iterations))
    }

    /// Visits all entries of a map of words each iteration.
    #[must_use]
    pub fn iterate(&mut self, iterations: u64) -> u64 {
        call!(self.build, bench_map_iterate(self.handle(), iterations))
    }

    /// Removes all keys, which are words; aborts at one that is not in the map.
    #[must_use]
    pub fn remove(&mut self, keys: &[u64]) -> u64 {
        call!(self.build, bench_map_remove(self.handle(), keys.into()))
    }

    /// Removes the key at `at` of the ring and puts the one `live` later in, `steps` times; aborts
    /// when the length of the ring is no power of two, or when a key is not in the map.
    #[must_use]
    pub fn churn(&mut self, ring: &[u64], live: usize, at: usize, steps: usize) -> u64 {
        call!(self.build, bench_map_churn(self.handle(), ring.into(), live, at, steps))
    }
}

impl fmt::Debug for BenchMap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BenchMap").finish_non_exhaustive()
    }
}

impl Drop for BenchMap {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            call!(self.build, bench_map_destroy(handle));
        }
    }
}
