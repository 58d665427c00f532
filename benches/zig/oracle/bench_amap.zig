//! Loops over `std.AutoArrayHashMap(u64, u64)` and `std.StringArrayHashMap(u64)`, timed from Rust.
//!
//! A handle holds a map of all keys, each with its number as its value. What changes a map works on
//! a clone. Strings live elsewhere and longer than the handle, except in `build_owned`.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

const Loop = enum(u32) { build, build_owned, get, iterate, clone, swap_remove, ordered_remove };

const Words = std.AutoArrayHashMap(u64, u64);
const Strings = std.StringArrayHashMap(u64);
const Maps = union(enum) { words: Words, strings: Strings };

/// The allocator of `c`, or Zig's own.
fn allocatorOf(c: ?*const CAllocator) std.mem.Allocator {
    return if (c) |pair| pair.allocator() else std.heap.smp_allocator;
}

fn create(maps: Maps) *Maps {
    const handle = std.heap.c_allocator.create(Maps) catch std.c.abort();
    handle.* = maps;
    return handle;
}

/// A map of distinct numbers. It lives as long as the process.
pub fn bench_amap_words(c: ?*const CAllocator, keys: abi.Slice(u64)) callconv(.c) *Maps {
    return create(.{ .words = build(Words, allocatorOf(c), keys.get()) });
}

/// A map of distinct strings, which are borrowed. It lives as long as the process.
pub fn bench_amap_strings(c: ?*const CAllocator, keys: abi.Slice(abi.Bytes)) callconv(.c) *Maps {
    return create(.{ .strings = build(Strings, allocatorOf(c), keys.get()) });
}

pub fn bench_amap_run_words(
    handle: *Maps,
    loop: u32,
    keys: abi.Slice(u64),
    iterations: u64,
) callconv(.c) u64 {
    abi.require(handle.* == .words);
    return run(Words, &handle.words, loop, keys.get(), iterations);
}

pub fn bench_amap_run_strings(
    handle: *Maps,
    loop: u32,
    keys: abi.Slice(abi.Bytes),
    iterations: u64,
) callconv(.c) u64 {
    abi.require(handle.* == .strings);
    return run(Strings, &handle.strings, loop, keys.get(), iterations);
}

fn run(comptime Map: type, prebuilt: *Map, loop: u32, keys: anytype, iterations: u64) u64 {
    abi.require(loop <= @intFromEnum(Loop.ordered_remove));
    const kind: Loop = @enumFromInt(loop);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const map = opaquePointer(Map, prebuilt);
        sum +%= switch (kind) {
            .build => discard(Map, build(Map, map.allocator, keys)),
            .build_owned => buildOwned(Map, map.allocator, keys),
            .get => getAll(Map, map, keys),
            .iterate => iterate(Map, map),
            .clone => discard(Map, map.clone() catch std.c.abort()),
            .swap_remove => removeAll(Map, map, keys, false),
            .ordered_remove => removeAll(Map, map, keys, true),
        };
    }
    return sum;
}

fn keyOf(key: anytype) if (@TypeOf(key) == u64) u64 else []const u8 {
    return if (@TypeOf(key) == u64) key else key.get();
}

fn build(comptime Map: type, allocator: std.mem.Allocator, keys: anytype) Map {
    var map: Map = .init(allocator);
    for (keys, 0..) |key, value| map.put(keyOf(key), value) catch std.c.abort();
    return map;
}

/// Strings are copied into the map and freed with it.
fn buildOwned(comptime Map: type, allocator: std.mem.Allocator, keys: anytype) u64 {
    if (Map != Strings) std.c.abort();
    var map: Map = .init(allocator);
    for (keys, 0..) |key, value| {
        const entry = map.getOrPut(key.get()) catch std.c.abort();
        if (!entry.found_existing) {
            entry.key_ptr.* = allocator.dupe(u8, key.get()) catch std.c.abort();
        }
        entry.value_ptr.* = value;
    }
    for (map.keys()) |key| allocator.free(key);
    return discard(Map, map);
}

/// Frees the map. Answers its count and its last value.
fn discard(comptime Map: type, map: Map) u64 {
    var owned = map;
    defer owned.deinit();
    return owned.count() + owned.values()[owned.count() - 1];
}

/// Adds up the values that are found, and one for each that is not.
fn getAll(comptime Map: type, map: *const Map, keys: anytype) u64 {
    var sum: u64 = 0;
    for (keys) |key| sum +%= map.get(keyOf(key)) orelse 1;
    return sum;
}

/// Adds up the values, and the keys or their lengths.
fn iterate(comptime Map: type, map: *const Map) u64 {
    var sum: u64 = 0;
    for (map.keys(), map.values()) |key, value| {
        sum +%= value +% if (Map == Words) key else key.len;
    }
    return sum;
}

/// Removes every key from a clone, for each of the orders in `keys`. Adds up the values.
fn removeAll(comptime Map: type, map: *const Map, keys: anytype, ordered: bool) u64 {
    abi.require(keys.len % map.count() == 0);
    var sum: u64 = 0;
    var start: usize = 0;
    while (start < keys.len) : (start += map.count()) {
        var rest = map.clone() catch std.c.abort();
        defer rest.deinit();
        for (keys[start..][0..map.count()]) |key| {
            const removed = if (ordered)
                rest.fetchOrderedRemove(keyOf(key))
            else
                rest.fetchSwapRemove(keyOf(key));
            sum +%= if (removed) |pair| pair.value else std.c.abort();
        }
    }
    return sum;
}

/// The same map, which the optimiser does not recognise.
fn opaquePointer(comptime Map: type, map: *Map) *Map {
    return asm volatile (""
        : [out] "=r" (-> *Map),
        : [in] "0" (map),
    );
}
