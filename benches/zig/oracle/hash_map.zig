//! `std.AutoHashMap` of `u64` and `u32` keys and `std.StringHashMap`, behind one handle.
//!
//! A key crosses as its bytes: eight or four of them in memory order, or the string.

const std = @import("std");
const abi = @import("abi.zig");
const gpa = std.heap.c_allocator;

const Maps = union(enum) {
    word64: std.AutoHashMap(u64, u64),
    word32: std.AutoHashMap(u32, u64),
    string: std.StringHashMap(u64),
};

const Handle = struct {
    maps: Maps,
    /// Owns the bytes of every string key that was ever offered.
    keys: std.heap.ArenaAllocator,
};

/// An entry as one call found it. `value` means nothing unless `found`.
const Entry = extern struct { value: u64, found: bool };

const absent: Entry = .{ .value = 0, .found = false };

fn make(maps: Maps) *Handle {
    const handle = gpa.create(Handle) catch std.c.abort();
    handle.* = .{ .maps = maps, .keys = .init(gpa) };
    return handle;
}

/// A map of the `kind`-th key type.
pub fn hash_map_create(kind: u32) callconv(.c) *Handle {
    return make(switch (kind) {
        0 => .{ .word64 = .init(gpa) },
        1 => .{ .word32 = .init(gpa) },
        2 => .{ .string = .init(gpa) },
        else => std.c.abort(),
    });
}

pub fn hash_map_destroy(handle: *Handle) callconv(.c) void {
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

pub fn hash_map_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            map.put(owned, value) catch std.c.abort();
        },
    }
}

/// `fetchPut`: the entry that was there before.
pub fn hash_map_fetch_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            const old = map.fetchPut(owned, value) catch std.c.abort();
            const pair = old orelse return absent;
            return .{ .value = pair.value, .found = true };
        },
    }
}

/// `getOrPut`, writing `value` when the entry is new. Answers the entry as it is afterwards.
pub fn hash_map_get_or_put(handle: *Handle, key: abi.Bytes, value: u64) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            const result = map.getOrPut(owned) catch std.c.abort();
            if (!result.found_existing) result.value_ptr.* = value;
            return .{ .value = result.value_ptr.*, .found = result.found_existing };
        },
    }
}

pub fn hash_map_get(handle: *const Handle, key: abi.Bytes) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const value = map.get(lookupKey(@TypeOf(map.*), key)) orelse return absent;
            return .{ .value = value, .found = true };
        },
    }
}

/// `fetchRemove`, or `removeByPtr` with what `getKeyPtr` answers: the entry that was there.
pub fn hash_map_remove(handle: *Handle, key: abi.Bytes, by_ptr: bool) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const wanted = lookupKey(@TypeOf(map.*), key);
            if (!by_ptr) {
                const pair = map.fetchRemove(wanted) orelse return absent;
                return .{ .value = pair.value, .found = true };
            }
            const value = map.get(wanted) orelse return absent;
            map.removeByPtr(map.getKeyPtr(wanted).?);
            return .{ .value = value, .found = true };
        },
    }
}

/// `rehash`; nothing for a map without slots, where it would go wrong.
pub fn hash_map_rehash(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| if (map.capacity() != 0) map.unmanaged.rehash(map.ctx),
    }
}

/// `clearAndFree` or `clearRetainingCapacity`.
pub fn hash_map_clear(handle: *Handle, free: bool) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| if (free) map.clearAndFree() else map.clearRetainingCapacity(),
    }
}

/// `ensureUnusedCapacity` or `ensureTotalCapacity`.
pub fn hash_map_ensure(handle: *Handle, count: u32, unused: bool) callconv(.c) void {
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
pub fn hash_map_clone(handle: *const Handle) callconv(.c) *Handle {
    switch (handle.maps) {
        inline else => |*map, tag| {
            var copy = map.clone() catch std.c.abort();
            const result = make(@unionInit(Maps, @tagName(tag), copy));
            if (tag == .string) {
                var keys = copy.keyIterator();
                while (keys.next()) |key| {
                    key.* = result.keys.allocator().dupe(u8, key.*) catch std.c.abort();
                }
            }
            return result;
        },
    }
}

pub fn hash_map_count(handle: *const Handle) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map| return map.count(),
    }
}

pub fn hash_map_capacity(handle: *const Handle) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map| return map.capacity(),
    }
}

/// Copies the values in the order of iteration, and the lengths of the keys, and as many bytes of
/// the keys, one after the other, as `bytes` has room for. Answers how many bytes there are.
pub fn hash_map_entries(
    handle: *const Handle,
    values: abi.SliceMut(u64),
    lens: abi.SliceMut(usize),
    bytes: abi.SliceMut(u8),
) callconv(.c) usize {
    switch (handle.maps) {
        inline else => |*map, tag| {
            abi.require(values.len == map.count() and lens.len == map.count());
            var index: usize = 0;
            var total: usize = 0;
            var entries = map.iterator();
            while (entries.next()) |entry| : (index += 1) {
                const key: []const u8 = switch (tag) {
                    .string => entry.key_ptr.*,
                    else => std.mem.asBytes(entry.key_ptr),
                };
                values.get()[index] = entry.value_ptr.*;
                lens.get()[index] = key.len;
                if (bytes.len >= total + key.len) @memcpy(bytes.get()[total..][0..key.len], key);
                total += key.len;
            }
            return total;
        },
    }
}
