//! Loops over Zig's allocators, timed from Rust: one call runs a whole sample.
//!
//! Every allocation has its first byte written and read again, on the Rust side as here, so that
//! no allocation can be removed. The check value is the sum of those bytes. No size is zero.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

/// The arenas live as long as their thread, as those on the Rust side do, so that no sample pays
/// for the first touch of memory.
threadlocal var page_arena: std.heap.ArenaAllocator = .init(std.heap.page_allocator);
threadlocal var smp_arena: std.heap.ArenaAllocator = .init(std.heap.smp_allocator);

/// Allocates every size, then resets, each iteration.
pub fn bench_arena_page(sizes: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return arena(&page_arena, sizes, iterations);
}

pub fn bench_arena_smp(sizes: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return arena(&smp_arena, sizes, iterations);
}

/// Allocates and frees every size in turn, each iteration.
pub fn bench_pairs_smp(sizes: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return pairs(std.heap.smp_allocator, sizes, iterations);
}

pub fn bench_pairs_c(
    c: *const CAllocator,
    sizes: abi.Slice(u32),
    iterations: u64,
) callconv(.c) u64 {
    return pairs(c.allocator(), sizes, iterations);
}

/// Allocates every size, then frees all in the same order, each iteration. `slots` is scratch.
pub fn bench_batch_smp(
    sizes: abi.Slice(u32),
    slots: abi.SliceMut([*]align(8) u8),
    iterations: u64,
) callconv(.c) u64 {
    return batch(std.heap.smp_allocator, sizes, slots, iterations);
}

pub fn bench_batch_c(
    c: *const CAllocator,
    sizes: abi.Slice(u32),
    slots: abi.SliceMut([*]align(8) u8),
    iterations: u64,
) callconv(.c) u64 {
    return batch(c.allocator(), sizes, slots, iterations);
}

fn arena(state: *std.heap.ArenaAllocator, sizes: abi.Slice(u32), iterations: u64) u64 {
    const allocator = state.allocator();
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (sizes.get()) |size| sum += touch(allocate(allocator, size));
        abi.require(state.reset(.retain_capacity));
    }
    return sum;
}

fn pairs(allocator: std.mem.Allocator, sizes: abi.Slice(u32), iterations: u64) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (sizes.get()) |size| {
            const memory = allocate(allocator, size);
            sum += touch(memory);
            allocator.free(memory);
        }
    }
    return sum;
}

fn batch(
    allocator: std.mem.Allocator,
    sizes: abi.Slice(u32),
    slots: abi.SliceMut([*]align(8) u8),
    iterations: u64,
) u64 {
    abi.require(slots.len == sizes.len);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (sizes.get(), slots.get()) |size, *slot| {
            const memory = allocate(allocator, size);
            sum += touch(memory);
            slot.* = memory.ptr;
        }
        for (sizes.get(), slots.get()) |size, slot| allocator.free(slot[0..size]);
    }
    return sum;
}

fn allocate(allocator: std.mem.Allocator, size: u32) []align(8) u8 {
    return allocator.alignedAlloc(u8, .@"8", size) catch std.c.abort();
}

/// Writes the low byte of the length to the first byte, and reads it through a pointer that the
/// optimiser does not recognise.
fn touch(memory: []align(8) u8) u64 {
    memory[0] = @truncate(memory.len);
    const unknown = asm volatile (""
        : [out] "=r" (-> *const u8),
        : [in] "0" (memory.ptr),
    );
    return unknown.*;
}
