//! Timed loops over `std.StringHashMap(u64)` and `std.StaticStringMap(u32)`.

#![expect(unsafe_code, reason = "the declarations of the timed loops; as ffi.rs")]

use core::fmt;

use crate::bench::{Build, CAllocator, Loops};
use crate::view::View;

/// Byte strings that live forever, in the shape in which Zig reads them.
#[derive(Clone, Debug)]
pub struct BenchStrings(Vec<View<'static, u8>>);

impl FromIterator<&'static [u8]> for BenchStrings {
    fn from_iter<I: IntoIterator<Item = &'static [u8]>>(strings: I) -> Self {
        Self(strings.into_iter().map(View::from).collect())
    }
}

/// Zig's map of strings, in which each has its number as its value.
pub struct BenchStringMap {
    build: Build,
    /// Present until `drop`.
    handle: Option<&'static mut Handle>,
}

/// As [`crate::ffi::HashMapHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Handle([u8; 0]);

type Strings<'a> = View<'a, View<'static, u8>>;

/// Declares the loops under one prefix.
macro_rules! string_map_functions {
    ($prefix:literal) => {
        use super::{CAllocator, Handle, Strings, View};

        // SAFETY: as in `ffi.rs`. A `CAllocator` is a working pair of functions, which the handle
        // copies. Strings that stay in a map are `'static`.
        crate::ffi::zig_functions! { $prefix:
            fn bench_string_map_create(c: &CAllocator, keys: Strings<'_>) -> &'static mut Handle;
            fn bench_string_map_destroy(handle: &'static mut Handle);
            fn bench_string_map_build(
                c: &CAllocator,
                keys: Strings<'_>,
                owned: bool,
                iterations: u64,
            ) -> u64;
            fn bench_string_map_get(
                handle: &mut Handle,
                strings: Strings<'_>,
                iterations: u64,
            ) -> u64;
            fn bench_string_map_get_hashed(
                handle: &mut Handle,
                strings: Strings<'_>,
                hashes: View<'_, u64>,
                iterations: u64,
            ) -> u64;
            fn bench_static_map_get(kind: u32, strings: Strings<'_>, iterations: u64) -> u64;
        }
    };
}

mod baseline {
    string_map_functions!("zig_");
}

#[cfg(feature = "native")]
mod native {
    string_map_functions!("zig_native_");
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

impl Loops {
    /// Builds and frees a map of all keys, or of copies of them, each iteration. Adds up the
    /// numbers of entries.
    #[must_use]
    pub fn string_map_build(
        self,
        c: CAllocator,
        keys: &BenchStrings,
        owned: bool,
        iterations: u64,
    ) -> u64 {
        call!(self.build(), bench_string_map_build(&c, keys.0.as_slice().into(), owned, iterations))
    }

    /// Looks all strings up in one of three static maps: methods, keywords, headers.
    #[must_use]
    pub fn static_map_get(self, kind: u32, strings: &BenchStrings, iterations: u64) -> u64 {
        call!(self.build(), bench_static_map_get(kind, strings.0.as_slice().into(), iterations))
    }
}

impl BenchStringMap {
    /// Returns a map of these keys.
    #[must_use]
    pub fn new(loops: Loops, c: CAllocator, keys: &BenchStrings) -> Self {
        let build = loops.build();
        let handle = call!(build, bench_string_map_create(&c, keys.0.as_slice().into()));
        Self { build, handle: Some(handle) }
    }

    fn handle(&mut self) -> &mut Handle {
        self.handle.as_mut().expect("present until drop")
    }

    /// Looks all strings up. Adds up their numbers, and one for each that is not there.
    #[must_use]
    pub fn get(&mut self, strings: &BenchStrings, iterations: u64) -> u64 {
        call!(
            self.build,
            bench_string_map_get(self.handle(), strings.0.as_slice().into(), iterations)
        )
    }

    /// The same, with known hashes, as many as strings.
    #[must_use]
    pub fn get_hashed(&mut self, strings: &BenchStrings, hashes: &[u64], iterations: u64) -> u64 {
        let strings = strings.0.as_slice().into();
        call!(
            self.build,
            bench_string_map_get_hashed(self.handle(), strings, hashes.into(), iterations)
        )
    }
}

impl Drop for BenchStringMap {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            call!(self.build, bench_string_map_destroy(handle));
        }
    }
}

impl fmt::Debug for BenchStringMap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BenchStringMap").finish_non_exhaustive()
    }
}
