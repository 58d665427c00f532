//! Loops over `std.AutoHashMap(u64, u64)` and `std.StringHashMap(u64)`, timed from Rust: one call
//! runs many operations.
//!
//! The value of a key is the complement of its word: of the key itself, or of a string's length.
//! The check values are sums that both languages make in the same way.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

const Words = std.AutoHashMap(u64, u64);
const Texts = std.StringHashMap(u64);

const Maps = union(enum) { words: Words, texts: Texts };

const Handle = struct {
    /// The allocator of both maps, unless they take `smp_allocator`.
    c: CAllocator,
    maps: Maps,
};

/// An empty map of words (kind 0) or of texts (kind 1), which allocates with `c` or from smp.
pub fn bench_map_create(kind: u32, c: *const CAllocator, smp: bool) callconv(.c) *Handle {
    const handle = std.heap.c_allocator.create(Handle) catch std.c.abort();
    handle.c = c.*;
    const allocator = if (smp) std.heap.smp_allocator else handle.c.allocator();
    handle.maps = switch (kind) {
        0 => .{ .words = .init(allocator) },
        1 => .{ .texts = .init(allocator) },
        else => std.c.abort(),
    };
    return handle;
}

pub fn bench_map_destroy(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| map.deinit(),
    }
    std.heap.c_allocator.destroy(handle);
}

/// Builds and frees a map of the next `count` keys each iteration, in a handle that is empty.
pub fn bench_map_build_words(
    handle: *Handle,
    keys: abi.Slice(u64),
    count: usize,
    presized: bool,
    iterations: u64,
) callconv(.c) u64 {
    return build(words(handle), keys.get(), count, presized, iterations);
}

pub fn bench_map_build_texts(
    handle: *Handle,
    keys: abi.Slice(abi.Bytes),
    count: usize,
    presized: bool,
    iterations: u64,
) callconv(.c) u64 {
    return build(texts(handle), keys.get(), count, presized, iterations);
}

/// Clears the map and puts all keys in. The texts must live as long as they are in it.
pub fn bench_map_fill_words(handle: *Handle, keys: abi.Slice(u64)) callconv(.c) void {
    const map = words(handle);
    map.clearRetainingCapacity();
    fill(map, keys.get());
}

pub fn bench_map_fill_texts(
    handle: *Handle,
    keys: abi.Slice(abi.Bytes),
) callconv(.c) void {
    const map = texts(handle);
    map.clearRetainingCapacity();
    fill(map, keys.get());
}

/// Looks all keys up each iteration. Adds up the values, and one for a key that is not there.
pub fn bench_map_get_words(
    handle: *Handle,
    keys: abi.Slice(u64),
    iterations: u64,
) callconv(.c) u64 {
    return get(words(handle), keys.get(), iterations);
}

pub fn bench_map_get_texts(
    handle: *Handle,
    keys: abi.Slice(abi.Bytes),
    iterations: u64,
) callconv(.c) u64 {
    return get(texts(handle), keys.get(), iterations);
}

/// Visits all entries each iteration.
pub fn bench_map_iterate(handle: *Handle, iterations: u64) callconv(.c) u64 {
    const map = words(handle);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        var entries = map.iterator();
        while (entries.next()) |entry| {
            sum +%= entry.key_ptr.* ^ std.math.rotl(u64, entry.value_ptr.*, 1);
        }
        sum = opaqueValue(sum);
    }
    return sum;
}

/// Removes all keys, which are in the map.
pub fn bench_map_remove(handle: *Handle, keys: abi.Slice(u64)) callconv(.c) u64 {
    const map = words(handle);
    var sum: u64 = 0;
    for (keys.get()) |key| {
        const removed = map.fetchRemove(key) orelse std.c.abort();
        sum +%= removed.value;
    }
    return sum;
}

/// Removes the key at `at` of the ring and puts the one `live` later in, `steps` times, where the
/// `live` keys from `at` on are in the map.
pub fn bench_map_churn(
    handle: *Handle,
    ring: abi.Slice(u64),
    live: usize,
    at: usize,
    steps: usize,
) callconv(.c) u64 {
    const map = words(handle);
    abi.require(std.math.isPowerOfTwo(ring.len));
    const mask = ring.len - 1;
    var sum: u64 = 0;
    for (at..at + steps) |step| {
        const old = ring.get()[step & mask];
        const removed = map.fetchRemove(old) orelse std.c.abort();
        sum +%= removed.value ^ old;
        const new = ring.get()[(step + live) & mask];
        map.put(new, ~new) catch std.c.abort();
    }
    return sum;
}

fn words(handle: *Handle) *Words {
    return switch (handle.maps) {
        .words => |*map| map,
        .texts => std.c.abort(),
    };
}

fn texts(handle: *Handle) *Texts {
    return switch (handle.maps) {
        .texts => |*map| map,
        .words => std.c.abort(),
    };
}

fn build(map: anytype, keys: anytype, count: usize, presized: bool, iterations: u64) u64 {
    abi.require(map.capacity() == 0 and count <= 1 << 24 and 0 < count and count <= keys.len);
    var sum: u64 = 0;
    for (0..iterations) |iteration| {
        const start = iteration % (keys.len / count) * count;
        if (presized) map.ensureTotalCapacity(@intCast(count)) catch std.c.abort();
        fill(map, keys[start..][0..count]);
        sum +%= map.count();
        map.clearAndFree();
    }
    return sum;
}

fn fill(map: anytype, keys: anytype) void {
    for (keys) |key| map.put(mapKey(key), ~word(key)) catch std.c.abort();
}

fn get(map: anytype, keys: anytype, iterations: u64) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (keys) |key| sum +%= map.get(mapKey(key)) orelse 1;
        sum = opaqueValue(sum);
    }
    return sum;
}

inline fn mapKey(key: anytype) if (@TypeOf(key) == u64) u64 else []const u8 {
    return if (@TypeOf(key) == u64) key else key.get();
}

inline fn word(key: anytype) u64 {
    return if (@TypeOf(key) == u64) key else key.len;
}

/// `value`, of which the optimiser no longer knows where it came from. Costs nothing.
inline fn opaqueValue(value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
    );
}
