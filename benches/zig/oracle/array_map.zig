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

/// Which of the functions that put a key in.
const Put = enum(u32) {
    no_clobber,
    assume_capacity,
    assume_capacity_no_clobber,
    fetch_assume_capacity,
    get_or_put_value,
    get_or_put_assume_capacity,
    get_or_put_adapted,
    get_or_put_assume_capacity_adapted,
};

/// Puts `value`. Answers the entry before a `fetch`, else the one afterwards.
pub fn array_map_put_by(handle: *Handle, by: u32, key: abi.Bytes, value: u64) callconv(.c) Entry {
    abi.require(by <= @intFromEnum(Put.get_or_put_assume_capacity_adapted));
    const kind: Put = @enumFromInt(by);
    switch (handle.maps) {
        inline else => |*map| {
            const Map = @TypeOf(map.*);
            const owned = ownedKey(Map, handle, key);
            const adapter: Adapter(Map) = .{};
            const before = map.getIndex(owned);
            const has_room = before != null or map.count() < map.capacity();
            const is_new = before == null;
            abi.require(is_new or (kind != .no_clobber and kind != .assume_capacity_no_clobber));
            const may_grow = kind == .get_or_put_value or kind == .get_or_put_adapted;
            abi.require(has_room or may_grow or kind == .no_clobber);
            switch (kind) {
                .no_clobber => map.putNoClobber(owned, value) catch std.c.abort(),
                .assume_capacity => map.putAssumeCapacity(owned, value),
                .assume_capacity_no_clobber => map.putAssumeCapacityNoClobber(owned, value),
                .fetch_assume_capacity => {
                    const pair = map.fetchPutAssumeCapacity(owned, value) orelse return absent;
                    return .{ .index = before.?, .value = pair.value, .found = true };
                },
                .get_or_put_value => _ = map.getOrPutValue(owned, value) catch std.c.abort(),
                else => {
                    const result = switch (kind) {
                        .get_or_put_assume_capacity => map.getOrPutAssumeCapacity(owned),
                        .get_or_put_adapted => map.getOrPutAdapted(key.get(), adapter) catch
                            std.c.abort(),
                        else => map.getOrPutAssumeCapacityAdapted(key.get(), adapter),
                    };
                    if (!result.found_existing) {
                        result.key_ptr.* = owned;
                        result.value_ptr.* = value;
                    }
                },
            }
            const index = map.getIndex(owned).?;
            return .{ .index = index, .value = map.values()[index], .found = before != null };
        },
    }
}

/// Looks keys up by their bytes.
fn Adapter(comptime Map: type) type {
    return struct {
        const Key = KeyOf(Map);

        pub fn hash(_: @This(), bytes: []const u8) u32 {
            if (Key == []const u8) return std.array_hash_map.hashString(bytes);
            const context: std.array_hash_map.AutoContext(Key) = .{};
            return context.hash(std.mem.bytesToValue(Key, bytes));
        }

        pub fn eql(_: @This(), bytes: []const u8, key: Key, _: usize) bool {
            if (Key == []const u8) return std.mem.eql(u8, bytes, key);
            return std.mem.bytesToValue(Key, bytes) == key;
        }
    };
}

/// Looks a key up by the `by`-th function: `get`, `getPtr`, `getEntry`, `getKey`, `getKeyPtr`,
/// `contains`, and the same six adapted.
pub fn array_map_look_up(handle: *const Handle, by: u32, key: abi.Bytes) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const wanted = lookupKey(@TypeOf(map.*), key);
            const bytes = key.get();
            const adapter: Adapter(@TypeOf(map.*)) = .{};
            const value: ?u64 = switch (by) {
                0 => map.get(wanted),
                1 => if (map.getPtr(wanted)) |value| value.* else null,
                2 => if (map.getEntry(wanted)) |entry| entry.value_ptr.* else null,
                3 => if (map.getKey(wanted)) |found| map.get(found) else null,
                4 => if (map.getKeyPtr(wanted)) |found| map.get(found.*) else null,
                5 => if (map.contains(wanted)) map.get(wanted) else null,
                6 => map.getAdapted(bytes, adapter),
                7 => if (map.getPtrAdapted(bytes, adapter)) |value| value.* else null,
                8 => if (map.getEntryAdapted(bytes, adapter)) |entry| entry.value_ptr.* else null,
                9 => if (map.getKeyAdapted(bytes, adapter)) |found| map.get(found) else null,
                10 => if (map.getKeyPtrAdapted(bytes, adapter)) |found| map.get(found.*) else null,
                11 => if (map.containsAdapted(bytes, adapter)) map.get(wanted) else null,
                else => std.c.abort(),
            };
            return .{
                .index = map.getIndexAdapted(bytes, adapter) orelse return absent,
                .value = value orelse return absent,
                .found = true,
            };
        },
    }
}

/// Removes a key by the `by`-th function: `swapRemove`, `orderedRemove`, and these adapted, then
/// the `fetch` forms of the adapted ones. Answers the entry that was there.
pub fn array_map_remove_by(handle: *Handle, by: u32, key: abi.Bytes) callconv(.c) Entry {
    switch (handle.maps) {
        inline else => |*map| {
            const wanted = lookupKey(@TypeOf(map.*), key);
            const bytes = key.get();
            const adapter: Adapter(@TypeOf(map.*)) = .{};
            const index = map.getIndex(wanted) orelse 0;
            const value = map.get(wanted) orelse 0;
            const found = switch (by) {
                0 => map.swapRemove(wanted),
                1 => map.orderedRemove(wanted),
                2 => map.swapRemoveAdapted(bytes, adapter),
                3 => map.orderedRemoveAdapted(bytes, adapter),
                4 => map.fetchSwapRemoveAdapted(bytes, adapter) != null,
                else => map.fetchOrderedRemoveAdapted(bytes, adapter) != null,
            };
            return .{ .index = index, .value = value, .found = found };
        },
    }
}

/// Whether rebuilding the index would leave a wrong one in place, as Zig's does for few rows.
fn keepsStaleIndex(map: anytype) bool {
    return map.unmanaged.index_header != null and map.unmanaged.entries.capacity <= 32;
}

/// `orderedRemoveAtMany`, unless that would go wrong.
pub fn array_map_remove_at_many(handle: *Handle, sorted: abi.Slice(usize)) callconv(.c) bool {
    switch (handle.maps) {
        inline else => |*map| {
            if (keepsStaleIndex(map)) return false;
            abi.require(std.sort.isSorted(usize, sorted.get(), {}, std.sort.asc(usize)));
            for (sorted.get()) |index| abi.require(index < map.count());
            map.unmanaged.orderedRemoveAtMany(gpa, sorted.get()) catch std.c.abort();
            return true;
        },
    }
}

/// `setKey`, unless that would go wrong.
pub fn array_map_set_key(handle: *Handle, index: usize, key: abi.Bytes) callconv(.c) bool {
    switch (handle.maps) {
        inline else => |*map| {
            abi.require(index < map.count());
            if (keepsStaleIndex(map)) return false;
            const owned = ownedKey(@TypeOf(map.*), handle, key);
            map.unmanaged.setKey(gpa, index, owned) catch std.c.abort();
            return true;
        },
    }
}

/// Sets the length of the rows and calls `reIndex`, unless that would go wrong.
pub fn array_map_set_len(handle: *Handle, len: usize) callconv(.c) bool {
    switch (handle.maps) {
        inline else => |*map| {
            abi.require(len <= map.count());
            if (keepsStaleIndex(map)) return false;
            map.unmanaged.entries.len = len;
            map.reIndex() catch std.c.abort();
            return true;
        },
    }
}

/// `reinit` with the entries there are, backwards, unless that would go wrong.
pub fn array_map_reinit(handle: *Handle) callconv(.c) bool {
    switch (handle.maps) {
        inline else => |*map| {
            if (keepsStaleIndex(map)) return false;
            const Key = KeyOf(@TypeOf(map.*));
            const keys = gpa.dupe(Key, map.keys()) catch std.c.abort();
            defer gpa.free(keys);
            const values = gpa.dupe(u64, map.values()) catch std.c.abort();
            defer gpa.free(values);
            std.mem.reverse(Key, keys);
            std.mem.reverse(u64, values);
            map.unmanaged.reinit(gpa, keys, values) catch std.c.abort();
            return true;
        },
    }
}

/// `move`, and back, with the pointers locked in between.
pub fn array_map_move(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            var moved = map.move();
            abi.require(map.count() == 0 and map.capacity() == 0);
            moved.lockPointers();
            moved.unlockPointers();
            map.* = moved;
        },
    }
}

/// Adds `add` to every value through the iterator, twice because of `reset`.
pub fn array_map_iterate(handle: *Handle, add: u64) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            var entries = map.iterator();
            for (0..2) |_| {
                while (entries.next()) |entry| entry.value_ptr.* +%= add;
                entries.reset();
            }
        },
    }
}

fn keyLess(a: anytype, b: @TypeOf(a)) bool {
    return if (@TypeOf(a) == []const u8) std.mem.lessThan(u8, a, b) else a < b;
}

/// `sortUnstable` by key.
pub fn array_map_sort_unstable(handle: *Handle) callconv(.c) void {
    switch (handle.maps) {
        inline else => |*map| {
            const Order = struct {
                keys: []KeyOf(@TypeOf(map.*)),

                pub fn lessThan(self: @This(), a: usize, b: usize) bool {
                    return keyLess(self.keys[a], self.keys[b]);
                }
            };
            map.unmanaged.sortUnstable(Order{ .keys = map.keys() });
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
                        0 => keyLess(self.keys[a], self.keys[b]),
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

pub fn array_map_clone(handle: *const Handle) callconv(.c) *Handle {
    switch (handle.maps) {
        inline else => |*map, tag| {
            const copy = map.cloneWithContext(map.ctx) catch std.c.abort();
            const result = make(@unionInit(Maps, @tagName(tag), copy));
            if (tag == .string) for (copy.keys()) |*key| {
                key.* = result.keys.allocator().dupe(u8, key.*) catch std.c.abort();
            };
            return result;
        },
    }
}

pub fn array_map_count(handle: *const Handle) callconv(.c) usize {
    return switch (handle.maps) {
        inline else => |*map| map.count(),
    };
}

pub fn array_map_capacity(handle: *const Handle) callconv(.c) usize {
    return switch (handle.maps) {
        inline else => |*map| map.capacity(),
    };
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
