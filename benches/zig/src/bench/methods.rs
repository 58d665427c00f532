//! One method for each loop.

use super::{CAllocator, Keys, ListLoop, Loops, PathLoop, Sizes, TextLoop, call};
use crate::BitLoop;
use crate::multi_array_loop::MultiArrayLoop;

impl Loops {
    /// Has two threads of `std.Thread.Pool` run `jobs` jobs that each add one.
    #[must_use]
    pub fn pool_spawn(self, jobs: u64, iterations: u64) -> u64 {
        call!(self.bench_pool_spawn(jobs, iterations))
    }

    /// Locks and unlocks a `std.Thread.Mutex` that nobody else wants.
    #[must_use]
    pub fn mutex(self, iterations: u64) -> u64 {
        call!(self.bench_mutex(iterations))
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
    }

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

    /// Runs a loop over containers that allocate from `c`; each iteration takes the next `count`
    /// values, and the first ones again after the last.
    ///
    /// # Panics
    ///
    /// When `count` is zero, or there are fewer values.
    #[must_use]
    pub fn lists(
        self,
        kind: ListLoop,
        c: &CAllocator,
        (values, count): (&[u32], usize),
        iterations: u64,
    ) -> u64 {
        assert!(count > 0 && count <= values.len());
        call!(self.bench_lists(kind as u32, c, values.into(), count, iterations))
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
