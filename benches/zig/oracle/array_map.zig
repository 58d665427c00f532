//! `std.AutoArrayHashMap` of `u64` and `u32` keys and `std.StringArrayHashMap`, behind one handle.
//!
//! A key crosses as its bytes: eight or four of them in memory order, or the string.

const std = @import("std");
const abi = @import("abi.zig");
const gpa = std.heap.c_allocator;

const Maps = union(enum) {
    word64: std.AutoArrayHashMap(u64, u64),
    word32: std.AutoArrayHashMap(u32, u64),
    string: std.StringArrayHashMap(u64),
};

const Handle = struct {
    maps: Maps,
    /// Owns the bytes of every string key that was ever offered.
    keys: std.heap.ArenaAllocator,
};

/// An entry as one call found it. `index` and `value` mean nothing unless `found`.
const Entry = extern struct { index: usize, value: u64, found: bool };

const absent: Entry = .{ .index = 0, .value = 0, .found = false };

fn make(maps: Maps) *Handle {
    const handle = gpa.create(Handle) catch std.c.abort();
    handle.* = .{ .maps = maps, .keys = .init(gpa) };
    return handle;
}

/// A map of the `kind`-th key type.
pub fn array_map_create(kind: u32) callconv(.c) *Handle {
    return make(switch (kind) {
        0 => .{ .word64 = .init(gpa) },
        1 => .{ .word32 = .init(gpa) },
        2 => .{ .string = .init(gpa) },
        else => std.c.abort(),
    });
}

pub fn array_map_destroy(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| map.deinit(),
    }
    handle.keys.deinit();
    gpa.destroy(handle);
}

fn KeyOf(comptime Map: type) type {
    return @FieldType(Map.KV, "key");
}

/// The key for a lookup: it need not live longer than the call.
fn lookupKey(comptime Map: type, bytes: abi.Bytes) KeyOf(Map) {
    const Key = KeyOf(Map);
    if (Key == []const u8) return bytes.get();
    abi.require(bytes.len == @sizeOf(Key));
    return std.mem.bytesToValue(Key, bytes.get());
}

/// The key for an insertion: it lives as long as the map.
fn ownedKey(comptime Map: type, handle: *Handle, bytes: abi.Bytes) KeyOf(Map) {
    const key = lookupKey(Map, bytes);
    if (KeyOf(Map) != []const u8) return key;
    return handle.keys.allocator().dupe(u8, key) catch std.c.abort();
}

pub fn array_map_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            map.put(owned, value) catch std.c.abort();
        },
    }
}

/// `fetchPut`: the entry that was there before.
pub fn array_map_fetch_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            const index = map.getIndex(owned) orelse 0;
            const old = map.fetchPut(owned, value) catch std.c.abort();
            const pair = old orelse return absent;
            return .{ .index = index, .value = pair.value, .found = true };
        },
    }
}

/// `getOrPut`, writing `value` when the entry is new. Answers the entry as it is afterwards.
pub fn array_map_get_or_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            const result = map.getOrPut(owned) catch std.c.abort();
            if (!result.found_existing) result.value_ptr.* = value;
            return .{
                .index = result.index,
                .value = result.value_ptr.*,
                .found = result.found_existing,
            };
        },
    }
}

pub fn array_map_get(handle: *const Handle, key: abi.Bytes) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const wanted = lookupKey(@TypeOf(map.*), key);
            const index = map.getIndex(wanted) orelse return absent;
            return .{ .index = index, .value = map.get(wanted).?, .found = true };
        },
    }
}

/// `fetchSwapRemove` or `fetchOrderedRemove`: the entry that was there.
pub fn array_map_remove(handle: *Handle, key: abi.Bytes, ordered: bool) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const wanted = lookupKey(@TypeOf(map.*), key);
            const index = map.getIndex(wanted) orelse 0;
            const removed = if (ordered)
                map.fetchOrderedRemove(wanted)
            else
                map.fetchSwapRemove(wanted);
            const pair = removed orelse return absent;
            return .{ .index = index, .value = pair.value, .found = true };
        },
    }
}

pub fn array_map_remove_at(handle: *Handle, index: usize, ordered: bool) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            abi.require(index < map.count());
            if (ordered) map.orderedRemoveAt(index) else map.swapRemoveAt(index);
        },
    }
}

/// The entry that was last.
pub fn array_map_pop(handle: *Handle) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const pair = map.pop() orelse return absent;
            return .{ .index = map.count(), .value = pair.value, .found = true };
        },
    }
}

/// Stable sort by key (0), by value (1), by value descending (2), or by value modulo 4 (3).
pub fn array_map_sort(handle: *Handle, by: u32) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            const Order = struct {
                by: u32,
                keys: []KeyOf(@TypeOf(map.*)),
                values: []u64,

                pub fn lessThan(self: @This(), a: usize, b: usize) bool {
                    return switch (self.by) {
                        0 => if (@TypeOf(self.keys) == [][]const u8)
                            std.mem.lessThan(u8, self.keys[a], self.keys[b])
                        else
                            self.keys[a] < self.keys[b],
                        1 => self.values[a] < self.values[b],
                        2 => self.values[a] > self.values[b],
                        else => self.values[a] % 4 < self.values[b] % 4,
                    };
                }
            };
            map.sort(Order{ .by = by, .keys = map.keys(), .values = map.values() });
        },
    }
}

pub fn array_map_reindex(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| map.reIndex() catch std.c.abort(),
    }
}

/// `shrinkAndFree` or `shrinkRetainingCapacity`.
pub fn array_map_shrink(handle: *Handle, len: usize, free: bool) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            abi.require(len <= map.count());
            if (free) map.shrinkAndFree(len) else map.shrinkRetainingCapacity(len);
        },
    }
}

/// `clearAndFree` or `clearRetainingCapacity`.
pub fn array_map_clear(handle: *Handle, free: bool) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| if (free) map.clearAndFree() else map.clearRetainingCapacity(),
    }
}

/// `ensureUnusedCapacity` or `ensureTotalCapacity`.
pub fn array_map_ensure(handle: *Handle, count: usize, unused: bool) callconv(.c) void {
    abi.require(count <= 1 << 24);
    switch (handle.maps) {
        inline else => |*map| {
            const done = if (unused)
                map.ensureUnusedCapacity(count)
            else
                map.ensureTotalCapacity(count);
            done catch std.c.abort();
        },
    }
}

/// A copy that owns its keys.
pub fn array_map_clone(handle: *const Handle) callconv(.c) *Handle {
    switch (handle.maps) {
        inline else => |*map, tag| {
            const copy = map.clone() catch std.c.abort();
            const result = make(@unionInit(Maps, @tagName(tag), copy));
            if (tag == .string) for (copy.keys()) |*key| {
                key.* = result.keys.allocator().dupe(u8, key.*) catch std.c.abort();
            };
            return result;
        },
    }
}

pub fn array_map_count(handle: *const Handle) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map| return map.count(),
    }
}

pub fn array_map_capacity(handle: *const Handle) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map| return map.capacity(),
    }
}

/// Copies the values, of which there must be `out.len`.
pub fn array_map_values(handle: *const Handle, out: abi.SliceMut(u64)) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            abi.require(out.len == map.count());
            @memcpy(out.get(), map.values());
        },
    }
}

/// Copies the bytes of the key at `index`, as far as `out` reaches, and answers their number.
pub fn array_map_key(
    handle: *const Handle,
    index: usize,
    out: abi.SliceMut(u8),
) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map, tag| {
            abi.require(index < map.count());
            const bytes = switch (tag) {
                .string => map.keys()[index],
                else => std.mem.asBytes(&map.keys()[index]),
            };
            const len = @min(bytes.len, out.len);
            @memcpy(out.get()[0..len], bytes[0..len]);
            return bytes.len;
        },
    }
}
