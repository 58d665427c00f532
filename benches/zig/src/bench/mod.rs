//! Timed loops over Zig's implementations: one call runs a whole sample.
//!
//! A loop is written as its twin in the benchmark crate is, and returns the same check value. The
//! length arguments are bounds-checked once a call, on the Zig side.

#![expect(unsafe_code, reason = "the declarations of the timed loops; as ffi.rs")]

mod input;
mod kind;
mod methods;

pub use input::{CAllocator, Keys, Sizes};
pub use kind::{ListLoop, PathLoop, TextLoop};

use crate::view::{View, ViewMut};

/// The timed loops of one build of the oracle.
///
/// # Examples
///
/// ```
/// if let Some(zig) = zig_oracle::Loops::baseline() {
///     // One hash of the three bytes at offset 0; 15 more bytes are there for later offsets.
///     let bytes = [b'a'; 18];
///     assert_eq!(zig.wyhash_throughput(&bytes, 3, 1), zig.wyhash_latency(&bytes, 3, 1));
/// }
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Loops(pub(crate) Build);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Build {
    Baseline,
    #[cfg(feature = "native")]
    Native,
}

/// Declares the loops under one prefix.
macro_rules! bench_functions {
    ($prefix:literal) => {
        use super::{CAllocator, View, ViewMut};
        use crate::bench_array_map::ArrayMapBenchHandle;

        // SAFETY: as in `ffi.rs`. Where a loop takes more than it can test, the argument's type
        // carries it: no `Sizes` has a zero, and a `CAllocator` is a working pair of functions.
        crate::ffi::zig_functions! { $prefix:
            fn bench_wyhash_throughput(bytes: View<'_, u8>, len: usize, iterations: u64) -> u64;
            fn bench_wyhash_latency(bytes: View<'_, u8>, len: usize, iterations: u64) -> u64;
            fn bench_wyhash_keys(keys: View<'_, View<'_, u8>>, iterations: u64) -> u64;
            fn bench_wyhash_stream(bytes: View<'_, u8>, chunk_len: usize, iterations: u64) -> u64;
            fn bench_wyhash11_throughput(bytes: View<'_, u8>, len: usize, iterations: u64) -> u64;
            fn bench_wyhash11_keys(keys: View<'_, View<'_, u8>>, iterations: u64) -> u64;
            fn bench_lowercase_keys(keys: View<'_, View<'_, u8>>, iterations: u64) -> u64;
            fn bench_auto_u32(keys: View<'_, u32>, iterations: u64) -> u64;
            fn bench_auto_u64(keys: View<'_, u64>, iterations: u64) -> u64;
            fn bench_auto_pair(keys: View<'_, [u64; 2]>, iterations: u64) -> u64;
            fn bench_error_compare(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_error_name(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_error_own_name(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_ref_local(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_ref_atomic(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_tagged_get(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_tagged_call(indices: View<'_, u32>, iterations: u64) -> u64;
            fn bench_fmt_itoa(values: View<'_, u64>, iterations: u64) -> u64;
            fn bench_fmt_parse_int(texts: View<'_, View<'_, u8>>, iterations: u64) -> u64;
            fn bench_fmt_parse_float(texts: View<'_, View<'_, u8>>, iterations: u64) -> u64;
            fn bench_fmt_json(
                texts: View<'_, View<'_, u8>>,
                out: ViewMut<'_, u8>,
                iterations: u64,
            ) -> u64;
            fn bench_fmt_quote(
                texts: View<'_, View<'_, u8>>,
                out: ViewMut<'_, u8>,
                iterations: u64,
            ) -> u64;
            fn bench_fmt_hex(
                texts: View<'_, View<'_, u8>>,
                out: ViewMut<'_, u8>,
                iterations: u64,
            ) -> u64;
            fn bench_text(
                kind: u32,
                text: View<'_, u8>,
                other: View<'_, u8>,
                len: usize,
                iterations: u64,
            ) -> u64;
            fn bench_pool_spawn(jobs: u64, iterations: u64) -> u64;
            fn bench_mutex(iterations: u64) -> u64;
            fn bench_path(
                kind: u32,
                a: View<'_, u8>,
                b: View<'_, u8>,
                c: View<'_, u8>,
                iterations: u64,
            ) -> u64;
            fn bench_print_number(iterations: u64) -> u64;
            fn bench_print_literal(iterations: u64) -> u64;
            fn bench_utf8_to_utf16(
                bytes: View<'_, u8>,
                out: ViewMut<'_, u16>,
                iterations: u64,
            ) -> u64;
            fn bench_utf16_to_utf8(
                units: View<'_, u16>,
                out: ViewMut<'_, u8>,
                iterations: u64,
            ) -> u64;
            fn bench_utf8_to_utf16_alloc(bytes: View<'_, u8>, iterations: u64) -> u64;
            fn bench_utf16_to_utf8_alloc(units: View<'_, u16>, iterations: u64) -> u64;
            fn bench_utf8_validate(bytes: View<'_, u8>, iterations: u64) -> u64;
            fn bench_utf16_len(bytes: View<'_, u8>, iterations: u64) -> u64;
            fn bench_bits(
                kind: u32,
                masks: ViewMut<'_, usize>,
                others: View<'_, usize>,
                indices: View<'_, u32>,
                iterations: u64,
            ) -> u64;
            fn bench_arena_page(sizes: View<'_, u32>, iterations: u64) -> u64;
            fn bench_arena_smp(sizes: View<'_, u32>, iterations: u64) -> u64;
            fn bench_mal(
                kind: u32,
                c: &CAllocator,
                keys: View<'_, u64>,
                order: View<'_, u32>,
                iterations: u64,
            ) -> u64;
            fn bench_pairs_smp(sizes: View<'_, u32>, iterations: u64) -> u64;
            fn bench_lists(
                kind: u32,
                c: &CAllocator,
                values: View<'_, u32>,
                count: usize,
                iterations: u64,
            ) -> u64;
            fn bench_pairs_c(c: &CAllocator, sizes: View<'_, u32>, iterations: u64) -> u64;
            fn bench_batch_smp(
                sizes: View<'_, u32>,
                slots: ViewMut<'_, *mut u8>,
                iterations: u64,
            ) -> u64;
            fn bench_batch_c(
                c: &CAllocator,
                sizes: View<'_, u32>,
                slots: ViewMut<'_, *mut u8>,
                iterations: u64,
            ) -> u64;
            fn bench_amap_words(
                c: Option<&'static CAllocator>,
                keys: View<'_, u64>,
            ) -> &'static mut ArrayMapBenchHandle;
            fn bench_amap_strings(
                c: Option<&'static CAllocator>,
                keys: View<'_, View<'static, u8>>,
            ) -> &'static mut ArrayMapBenchHandle;
            fn bench_amap_run_words(
                handle: &mut ArrayMapBenchHandle,
                kind: u32,
                keys: View<'_, u64>,
                iterations: u64,
            ) -> u64;
            fn bench_amap_run_strings(
                handle: &mut ArrayMapBenchHandle,
                kind: u32,
                keys: View<'_, View<'static, u8>>,
                iterations: u64,
            ) -> u64;
        }
    };
}

pub(crate) mod baseline {
    bench_functions!("zig_");
}

#[cfg(feature = "native")]
pub(crate) mod native {
    bench_functions!("zig_native_");
}

/// Calls a function of the build that `$loops` stands for.
macro_rules! call {
    ($loops:ident.$function:ident($($argument:expr),* $(,)?)) => {
        match $loops.0 {
            $crate::bench::Build::Baseline => $crate::bench::baseline::$function($($argument),*),
            #[cfg(feature = "native")]
            $crate::bench::Build::Native => $crate::bench::native::$function($($argument),*),
        }
    };
}
pub(crate) use call;

impl Loops {
    /// Returns the loops compiled for any processor of this architecture.
    #[must_use]
    pub const fn baseline() -> Option<Self> {
        if cfg!(have_zig) { Some(Self(Build::Baseline)) } else { None }
    }

    /// Returns the loops compiled for the processor of the build machine (feature `native`).
    #[must_use]
    pub const fn native() -> Option<Self> {
        #[cfg(all(have_zig, feature = "native"))]
        return Some(Self(Build::Native));
        #[cfg(not(all(have_zig, feature = "native")))]
        None
    }

    /// Returns which build of the oracle this is.
    pub(crate) const fn build(self) -> Build {
        self.0
    }
}
