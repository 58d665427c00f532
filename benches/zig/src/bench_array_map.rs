//! Timed loops over `std.AutoArrayHashMap` and `std.StringArrayHashMap`.

use crate::bench::call;
use crate::view::View;
use crate::{CAllocator, Loops};

/// A map that Zig made for its loops. Rust sees no byte of it.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct ArrayMapBenchHandle([u8; 0]);

/// What one iteration of a loop does.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum ArrayMapLoop {
    /// Puts every key into a new map and frees it; its count and its last value.
    Build,
    /// The same with strings that are copied and freed; aborts for numbers.
    BuildOwned,
    /// Looks every key up; the sum of the values, and one for each key that is not there.
    Get,
    /// Visits all entries; the sum of keys, or lengths of keys, and values.
    Iterate,
    /// Clones the map and frees the clone; its count and its last value.
    Clone,
    /// Removes every key from a clone with `fetchSwapRemove`; the sum of the values.
    SwapRemove,
    /// The same with `fetchOrderedRemove`.
    OrderedRemove,
}

/// A map of `u64` values: the number of each key. It lives as long as the process.
///
/// # Examples
///
/// ```
/// use zig_oracle::{ArrayMapBench, ArrayMapLoop, Loops};
///
/// let Some(zig) = Loops::baseline() else { return };
/// let mut map = ArrayMapBench::words(zig, None, &[7, 8, 9]);
/// assert_eq!(map.run_words(ArrayMapLoop::Get, &[9, 8, 1], 1), 2 + 1 + 1);
/// ```
#[derive(Debug)]
pub struct ArrayMapBench {
    loops: Loops,
    handle: &'static mut ArrayMapBenchHandle,
}

impl ArrayMapBench {
    /// A map of distinct numbers that allocates with `c`, or else with `smp_allocator`.
    #[must_use]
    pub fn words(loops: Loops, c: Option<&'static CAllocator>, keys: &[u64]) -> Self {
        Self { loops, handle: call!(loops.bench_amap_words(c, keys.into())) }
    }

    /// A map of distinct strings, likewise.
    #[must_use]
    pub fn strings(loops: Loops, c: Option<&'static CAllocator>, keys: &[&'static [u8]]) -> Self {
        let keys = views(keys);
        Self { loops, handle: call!(loops.bench_amap_strings(c, keys.as_slice().into())) }
    }

    /// Runs a loop over a map of numbers; aborts for one of strings.
    #[must_use]
    pub fn run_words(&mut self, kind: ArrayMapLoop, keys: &[u64], iterations: u64) -> u64 {
        let loops = self.loops;
        call!(loops.bench_amap_run_words(self.handle, kind as u32, keys.into(), iterations))
    }

    /// Runs a loop over a map of strings; aborts for one of numbers.
    #[must_use]
    pub fn run_strings(&mut self, kind: ArrayMapLoop, keys: &ArrayMapKeys, iterations: u64) -> u64 {
        let loops = self.loops;
        let keys = keys.0.as_slice().into();
        call!(loops.bench_amap_run_strings(self.handle, kind as u32, keys, iterations))
    }
}

/// Strings in the shape in which Zig reads them, so that no sample pays for the conversion.
#[derive(Clone, Debug)]
pub struct ArrayMapKeys(Vec<View<'static, u8>>);

impl ArrayMapKeys {
    /// Returns the strings in this shape.
    #[must_use]
    pub fn new(keys: &[&'static [u8]]) -> Self {
        Self(views(keys))
    }
}

fn views(keys: &[&'static [u8]]) -> Vec<View<'static, u8>> {
    keys.iter().map(|&key| View::from(key)).collect()
}
