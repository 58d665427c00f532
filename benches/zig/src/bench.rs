//! Timed loops over Zig's implementations: one call runs a whole sample.
//!
//! A loop is written as its twin in the benchmark crate is, and returns the same check value. The
//! length arguments are bounds-checked once a call, on the Zig side.

#![expect(unsafe_code, reason = "the declarations of the timed loops; as ffi.rs")]

use core::ffi::c_void;
use core::fmt;

use crate::BitLoop;
use crate::multi_array_loop::MultiArrayLoop;
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

/// Byte strings in the shape in which Zig reads a `[]const []const u8`; as many as a power of two.
#[derive(Clone, Debug)]
pub struct Keys<'a>(Vec<View<'a, u8>>);

impl<'a> FromIterator<&'a [u8]> for Keys<'a> {
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(keys: I) -> Self {
        let keys: Vec<View<'a, u8>> = keys.into_iter().map(View::from).collect();
        assert!(keys.len().is_power_of_two(), "the loops visit the keys by an odd stride");
        Self(keys)
    }
}

/// Which string function a loop is about; a search that finds nothing counts as the length.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum TextLoop {
    /// `std.mem.indexOfScalar` of the first byte of the other text.
    IndexOfScalar,
    /// `std.mem.lastIndexOfScalar` of the same.
    LastIndexOfScalar,
    /// `std.mem.indexOfAny` of 2, 3, 8 or 16 bytes.
    IndexOfAny,
    /// `std.mem.indexOf`.
    IndexOf,
    /// `std.mem.eql`.
    Eql,
    /// `std.ascii.eqlIgnoreCase`.
    EqlIgnoreCase,
    /// `std.ascii.lowerString`; counts as the last byte.
    LowerString,
    /// A loop over vectors.
    IsAscii,
    /// A loop over vectors.
    FirstNonAscii,
    /// `std.mem.count` of one byte.
    CountScalar,
}

/// Which container a loop is about.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum ListLoop {
    /// `std.ArrayList`, growing; counts as the last value.
    Append,
    /// The same with all the room made first.
    AppendPresized,
    /// `std.PriorityQueue`: all in, then all out.
    Heap,
    /// `std.PriorityQueue.fromOwnedSlice` of a copy; counts as the first value.
    Heapify,
    /// A ring by hand: two in, one out, then the rest out.
    Ring,
/// What a loop does with a `std.MultiArrayList` of four columns, one row for each key.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum MultiArrayLoop {
    /// Appends all rows to an empty list and frees it.
    AppendGrowing,
    /// The same with room for all of them.
    AppendPresized,
    /// Adds up one column.
    SumColumn,
    /// Reads whole rows in the order given, and adds up their fields.
    Get,
    /// `swapRemove` of every index given, then appends as many rows.
    SwapRemove,
    /// `orderedRemove` of the row in the middle, and appends a row.
    OrderedRemove,
    /// Restores the keys, then `sort`.
    Sort,
    /// Restores the keys, then `sortUnstable`.
    SortUnstable,
/// A loop over `std.fs.path`; a result counts as its length and its last byte.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum PathLoop {
    /// `joinZ` of all parts.
    Join,
    /// `resolvePosix` of all parts.
    Resolve,
    /// `relativePosix` of the first two.
    Relative,
    /// `dirnamePosix`, `basenamePosix` and `extension` of the first; counts as their lengths.
    Parts,
    /// A copy of the first, with a terminator, in a buffer of a thread's pool.
    Pool,
}

/// Allocation sizes, none of them zero.
#[derive(Clone, Copy, Debug)]
pub struct Sizes<'a>(&'a [u32]);

impl<'a> Sizes<'a> {
    /// Returns `sizes` as they are.
    ///
    /// # Panics
    ///
    /// When one of them is zero: the loops write the first byte of each allocation.
    #[must_use]
    pub fn new(sizes: &'a [u32]) -> Self {
        assert!(sizes.iter().all(|&size| size > 0), "no size is zero");
        Self(sizes)
    }

    /// Returns the sizes.
    #[must_use]
    pub fn get(self) -> &'a [u32] {
        self.0
    }
}

/// An allocator of C, for the rows in which Zig allocates through a vtable.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CAllocator {
    /// Invariant: returns null, or memory of that size aligned to 8, which `free` takes back.
    malloc: unsafe extern "C" fn(usize) -> *mut c_void,
    /// Invariant: the counterpart of `malloc`.
    free: unsafe extern "C" fn(*mut c_void),
}

impl CAllocator {
    /// Returns the pair of functions.
    ///
    /// # Safety
    ///
    /// 1. `malloc` may be called with any size above zero. It returns null or unshared memory of
    ///    that size, aligned to 8 or more.
    /// 2. `free` may be called once, on the same thread, with each pointer `malloc` returned.
    #[must_use]
    pub const unsafe fn new(
        malloc: unsafe extern "C" fn(usize) -> *mut c_void,
        free: unsafe extern "C" fn(*mut c_void),
    ) -> Self {
        Self { malloc, free }
    }
}

impl fmt::Debug for CAllocator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CAllocator").finish_non_exhaustive()
    }
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

    /// Has two threads of `std.Thread.Pool` run `jobs` jobs that each add one.
    #[must_use]
    pub fn pool_spawn(self, jobs: u64, iterations: u64) -> u64 {
        call!(self.bench_pool_spawn(jobs, iterations))
    }

    /// Locks and unlocks a `std.Thread.Mutex` that nobody else wants.
    #[must_use]
    pub fn mutex(self, iterations: u64) -> u64 {
        call!(self.bench_mutex(iterations))
    /// Returns which build of the oracle this is.
    pub(crate) const fn build(self) -> Build {
        self.0
    }

    /// Counts the errors that are `ENOENT`, among those that the indices stand for.
    #[must_use]
    pub fn error_compare(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_error_compare(indices.into(), iterations))
    }

    /// Adds up lengths and first letters of the names of the errors that the indices stand for.
    #[must_use]
    pub fn error_name(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_error_name(indices.into(), iterations))
    }

    /// [`Self::error_name`] for errors that no library knows.
    #[must_use]
    pub fn error_own_name(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_error_own_name(indices.into(), iterations))
    }

    /// Takes and gives back a reference to each of 64 objects, counted by one thread.
    #[must_use]
    pub fn ref_local(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_ref_local(indices.into(), iterations))
    }

    /// [`Self::ref_local`], counted by all threads.
    #[must_use]
    pub fn ref_atomic(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_ref_atomic(indices.into(), iterations))
    }

    /// Follows the tagged pointers of one type among four.
    #[must_use]
    pub fn tagged_get(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_tagged_get(indices.into(), iterations))
    }

    /// Follows all tagged pointers, to four types.
    #[must_use]
    pub fn tagged_call(self, indices: &[u32], iterations: u64) -> u64 {
        call!(self.bench_tagged_call(indices.into(), iterations))
    }

    /// Lines with a number in them, by a buffered `std.Io.Writer` on the null device.
    #[must_use]
    pub fn print_number(self, iterations: u64) -> u64 {
        call!(self.bench_print_number(iterations))
    }

    /// Lines that are always the same, by a buffered `std.Io.Writer` on the null device.
    #[must_use]
    pub fn print_literal(self, iterations: u64) -> u64 {
        call!(self.bench_print_literal(iterations))
    }

    /// Independent `Wyhash` hashes of `len` bytes that start at offsets 0 to 15 in turn.
    #[must_use]
    pub fn wyhash_throughput(self, bytes: &[u8], len: usize, iterations: u64) -> u64 {
        call!(self.bench_wyhash_throughput(bytes.into(), len, iterations))
    }

    /// `Wyhash` hashes of `len` bytes that start where the hash before says, modulo 16.
    #[must_use]
    pub fn wyhash_latency(self, bytes: &[u8], len: usize, iterations: u64) -> u64 {
        call!(self.bench_wyhash_latency(bytes.into(), len, iterations))
    }

    /// `Wyhash` of every key, with the number of the iteration as seed.
    #[must_use]
    pub fn wyhash_keys(self, keys: &Keys<'_>, iterations: u64) -> u64 {
        call!(self.bench_wyhash_keys(keys.0.as_slice().into(), iterations))
    }

    /// Streaming `Wyhash` of `bytes` in chunks, with the number of the iteration as seed.
    #[must_use]
    pub fn wyhash_stream(self, bytes: &[u8], chunk_len: usize, iterations: u64) -> u64 {
        call!(self.bench_wyhash_stream(bytes.into(), chunk_len, iterations))
    }

    /// [`Self::wyhash_throughput`] for the older variant.
    #[must_use]
    pub fn wyhash11_throughput(self, bytes: &[u8], len: usize, iterations: u64) -> u64 {
        call!(self.bench_wyhash11_throughput(bytes.into(), len, iterations))
    }

    /// [`Self::wyhash_keys`] for the older variant.
    #[must_use]
    pub fn wyhash11_keys(self, keys: &Keys<'_>, iterations: u64) -> u64 {
        call!(self.bench_wyhash11_keys(keys.0.as_slice().into(), iterations))
    }

    /// [`Self::wyhash_keys`] of the lowercased keys.
    #[must_use]
    pub fn lowercase_keys(self, keys: &Keys<'_>, iterations: u64) -> u64 {
        call!(self.bench_lowercase_keys(keys.0.as_slice().into(), iterations))
    }

    /// The hash that `std.AutoHashMap` uses, of every `u32`.
    #[must_use]
    pub fn auto_u32(self, keys: &[u32], iterations: u64) -> u64 {
        call!(self.bench_auto_u32(keys.into(), iterations))
    }

    /// The hash that `std.AutoHashMap` uses, of every `u64`.
    #[must_use]
    pub fn auto_u64(self, keys: &[u64], iterations: u64) -> u64 {
        call!(self.bench_auto_u64(keys.into(), iterations))
    }

    /// The hash that `std.AutoHashMap` uses, of every `[2]u64`.
    #[must_use]
    pub fn auto_pair(self, keys: &[[u64; 2]], iterations: u64) -> u64 {
        call!(self.bench_auto_pair(keys.into(), iterations))
    }

    /// `std.fmt.printInt` of every value.
    #[must_use]
    pub fn fmt_itoa(self, values: &[u64], iterations: u64) -> u64 {
        call!(self.bench_fmt_itoa(values.into(), iterations))
    }

    /// `std.fmt.parseInt` of every text, in decimal; aborts at one that is no `u64`.
    #[must_use]
    pub fn fmt_parse_int(self, texts: &Keys<'_>, iterations: u64) -> u64 {
        call!(self.bench_fmt_parse_int(texts.0.as_slice().into(), iterations))
    }

    /// `std.fmt.parseFloat` of every text; aborts at one that is no number.
    #[must_use]
    pub fn fmt_parse_float(self, texts: &Keys<'_>, iterations: u64) -> u64 {
        call!(self.bench_fmt_parse_float(texts.0.as_slice().into(), iterations))
    }

    /// `std.json.Stringify.encodeJsonString` of every text to `out`; aborts when one does not fit.
    #[must_use]
    pub fn fmt_json(self, texts: &Keys<'_>, out: &mut [u8], iterations: u64) -> u64 {
        call!(self.bench_fmt_json(texts.0.as_slice().into(), out.into(), iterations))
    }

    /// Every text in quotes to `out`; aborts when one does not fit.
    #[must_use]
    pub fn fmt_quote(self, texts: &Keys<'_>, out: &mut [u8], iterations: u64) -> u64 {
        call!(self.bench_fmt_quote(texts.0.as_slice().into(), out.into(), iterations))
    }

    /// `{x}` of every text to `out`; aborts when one does not fit.
    #[must_use]
    pub fn fmt_hex(self, texts: &Keys<'_>, out: &mut [u8], iterations: u64) -> u64 {
        call!(self.bench_fmt_hex(texts.0.as_slice().into(), out.into(), iterations))
    }

    /// A string function of `len` bytes of `text` that start at offsets 0 to 15 in turn. `other`
    /// is the needle, the set, or a second text as long as the first.
    #[must_use]
    pub fn text(
        self,
        kind: TextLoop,
        text: &[u8],
        other: &[u8],
        len: usize,
        iterations: u64,
    ) -> u64 {
        call!(self.bench_text(kind as u32, text.into(), other.into(), len, iterations))
    }

    /// What [`BitLoop`] says, to the set of 4096 or of 2²⁰ bits that is in `masks`. Aborts when
    /// there are other words than that, or an index is too high.
    #[must_use]
    pub fn bits(
        self,
        kind: BitLoop,
        masks: &mut [usize],
        others: &[usize],
        indices: &[u32],
        iterations: u64,
    ) -> u64 {
        let (masks, others) = (masks.into(), others.into());
        call!(self.bench_bits(kind as u32, masks, others, indices.into(), iterations))
    /// A loop over `std.fs.path` on three parts of a path, with results in a fixed buffer.
    #[must_use]
    pub fn path(self, kind: PathLoop, [a, b, c]: [&[u8]; 3], iterations: u64) -> u64 {
        call!(self.bench_path(kind as u32, a.into(), b.into(), c.into(), iterations))
    }

    /// `utf8ToUtf16Le` into `out`, which is as long as `bytes` or longer.
    #[must_use]
    pub fn utf8_to_utf16(self, bytes: &[u8], out: &mut [u16], iterations: u64) -> u64 {
        call!(self.bench_utf8_to_utf16(bytes.into(), out.into(), iterations))
    }

    /// `utf16LeToUtf8` into `out`, which is three times as long as `units` or longer.
    #[must_use]
    pub fn utf16_to_utf8(self, units: &[u16], out: &mut [u8], iterations: u64) -> u64 {
        call!(self.bench_utf16_to_utf8(units.into(), out.into(), iterations))
    }

    /// `utf8ToUtf16LeAlloc` with the C allocator.
    #[must_use]
    pub fn utf8_to_utf16_alloc(self, bytes: &[u8], iterations: u64) -> u64 {
        call!(self.bench_utf8_to_utf16_alloc(bytes.into(), iterations))
    }

    /// `utf16LeToUtf8Alloc` with the C allocator.
    #[must_use]
    pub fn utf16_to_utf8_alloc(self, units: &[u16], iterations: u64) -> u64 {
        call!(self.bench_utf16_to_utf8_alloc(units.into(), iterations))
    }

    /// `utf8ValidateSlice`.
    #[must_use]
    pub fn utf8_validate(self, bytes: &[u8], iterations: u64) -> u64 {
        call!(self.bench_utf8_validate(bytes.into(), iterations))
    }

    /// `calcUtf16LeLen`.
    #[must_use]
    pub fn utf16_len(self, bytes: &[u8], iterations: u64) -> u64 {
        call!(self.bench_utf16_len(bytes.into(), iterations))
    }

    /// Allocates every size from an arena over `page_allocator`, then resets it.
    #[must_use]
    pub fn arena_page(self, sizes: Sizes<'_>, iterations: u64) -> u64 {
        call!(self.bench_arena_page(sizes.0.into(), iterations))
    }

    /// Allocates every size from an arena over `smp_allocator`, then resets it.
    #[must_use]
    pub fn arena_smp(self, sizes: Sizes<'_>, iterations: u64) -> u64 {
        call!(self.bench_arena_smp(sizes.0.into(), iterations))
    }

    /// `iterations` rounds of `kind`; the list lives in memory from `c`. The indices are within
    /// the list each time they are used.
    #[must_use]
    pub fn multi_array(
        self,
        kind: MultiArrayLoop,
        c: &CAllocator,
        keys: &[u64],
        order: &[u32],
        iterations: u64,
    ) -> u64 {
        call!(self.bench_mal(kind as u32, c, keys.into(), order.into(), iterations))
    }

    /// Allocates and frees every size in turn with `smp_allocator`.
    #[must_use]
    pub fn pairs_smp(self, sizes: Sizes<'_>, iterations: u64) -> u64 {
        call!(self.bench_pairs_smp(sizes.0.into(), iterations))
    }

    /// Allocates and frees every size in turn with `c` behind a `std.mem.Allocator`.
    #[must_use]
    pub fn pairs_c(self, c: &CAllocator, sizes: Sizes<'_>, iterations: u64) -> u64 {
        call!(self.bench_pairs_c(c, sizes.0.into(), iterations))
    }

    /// Runs a loop over containers that allocate from `c`.
    ///
    /// # Panics
    ///
    /// When there is no value.
    #[must_use]
    pub fn lists(self, kind: ListLoop, c: &CAllocator, values: &[u32], iterations: u64) -> u64 {
        assert!(!values.is_empty());
        call!(self.bench_lists(kind as u32, c, values.into(), iterations))
    }

    /// Allocates every size with `smp_allocator`, then frees all. `slots` is scratch, one a size.
    #[must_use]
    pub fn batch_smp(self, sizes: Sizes<'_>, slots: &mut [*mut u8], iterations: u64) -> u64 {
        call!(self.bench_batch_smp(sizes.0.into(), slots.into(), iterations))
    }

    /// [`Self::batch_smp`] with `c` behind a `std.mem.Allocator`.
    #[must_use]
    pub fn batch_c(
        self,
        c: &CAllocator,
        sizes: Sizes<'_>,
        slots: &mut [*mut u8],
        iterations: u64,
    ) -> u64 {
        call!(self.bench_batch_c(c, sizes.0.into(), slots.into(), iterations))
    }
}
