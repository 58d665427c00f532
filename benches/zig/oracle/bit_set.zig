//! The sets of `std.bit_set`, behind a handle: integers and arrays of several lengths, and the
//! dynamic one.

const std = @import("std");
const abi = @import("abi.zig");
const gpa = std.heap.c_allocator;

const Integer = std.bit_set.IntegerBitSet;
const Dynamic = std.bit_set.DynamicBitSetUnmanaged;

fn Array(comptime size: usize) type {
    return std.bit_set.ArrayBitSet(usize, size);
}

const len_max = 1 << 20;

/// In the order of `BitSetKind` in bit_set.rs.
const Handle = union(enum) {
    integer_1: Integer(1),
    integer_7: Integer(7),
    integer_31: Integer(31),
    integer_64: Integer(64),
    integer_127: Integer(127),
    array_64: Array(64),
    array_130: Array(130),
    array_1280: Array(1280),
    dynamic: Dynamic,
};

fn make(set: Handle) *Handle {
    const handle = gpa.create(Handle) catch std.c.abort();
    handle.* = set;
    return handle;
}

/// A set without bits, or with every bit. The dynamic one has `len` bits.
pub fn bit_set_create(kind: u32, len: usize, full: bool) callconv(.c) *Handle {
    abi.require(len <= len_max);
    inline for (@typeInfo(Handle).@"union".fields, 0..) |field, index| {
        if (index == kind) {
            const Set = field.type;
            if (Set == Dynamic) {
                const set = if (full) Set.initFull(gpa, len) else Set.initEmpty(gpa, len);
                return make(.{ .dynamic = set catch std.c.abort() });
            }
            const set = if (full) Set.initFull() else Set.initEmpty();
            return make(@unionInit(Handle, field.name, set));
        }
    }
    std.c.abort();
}

pub fn bit_set_destroy(handle: *Handle) callconv(.c) void {
    switch (handle.*) {
        .dynamic => |*set| set.deinit(gpa),
        else => {},
    }
    gpa.destroy(handle);
}

pub fn bit_set_clone(handle: *const Handle) callconv(.c) *Handle {
    return make(switch (handle.*) {
        .dynamic => |*set| .{ .dynamic = set.clone(gpa) catch std.c.abort() },
        else => handle.*,
    });
}

/// `resize`, of a dynamic set.
pub fn bit_set_resize(handle: *Handle, len: usize, fill: bool) callconv(.c) void {
    abi.require(len <= len_max and handle.* == .dynamic);
    handle.dynamic.resize(gpa, len, fill) catch std.c.abort();
}

/// A change by index, counted as `BitSetChange` in bit_set.rs is. Answers `toggleFirstSet`, and
/// the highest number where there is no such bit or the change is another.
pub fn bit_set_change(
    handle: *Handle,
    change: u32,
    start: usize,
    end: usize,
    value: bool,
) callconv(.c) usize {
    switch (handle.*) {
        inline else => |*set| {
            abi.require(start <= end and end <= set.capacity());
            abi.require(change > 3 or start < set.capacity());
            switch (change) {
                0 => set.set(start),
                1 => set.unset(start),
                2 => set.toggle(start),
                3 => set.setValue(start, value),
                4 => set.setRangeValue(.{ .start = start, .end = end }, value),
                // Only the dynamic set has `setAll`.
                5 => set.setRangeValue(.{ .start = 0, .end = set.capacity() }, value),
                6 => set.toggleAll(),
                7 => return set.toggleFirstSet() orelse std.math.maxInt(usize),
                else => std.c.abort(),
            }
        },
    }
    return std.math.maxInt(usize);
}

/// `setUnion`, `setIntersection` or `toggleSet` with a set of the same kind and length.
pub fn bit_set_combine(handle: *Handle, other: *const Handle, how: u32) callconv(.c) void {
    abi.require(std.meta.activeTag(handle.*) == std.meta.activeTag(other.*));
    switch (handle.*) {
        inline else => |*set, tag| {
            const second = @field(other, @tagName(tag));
            abi.require(set.capacity() == second.capacity());
            switch (how) {
                0 => set.setUnion(second),
                1 => set.setIntersection(second),
                2 => set.toggleSet(second),
                else => std.c.abort(),
            }
        },
    }
}

/// A new set: the complement, or the union, intersection, xor or difference with another of the
/// same kind, which is not dynamic.
pub fn bit_set_result(
    handle: *const Handle,
    other: *const Handle,
    how: u32,
) callconv(.c) *Handle {
    abi.require(std.meta.activeTag(handle.*) == std.meta.activeTag(other.*));
    switch (handle.*) {
        .dynamic => std.c.abort(),
        inline else => |set, tag| {
            const second = @field(other, @tagName(tag));
            return make(@unionInit(Handle, @tagName(tag), switch (how) {
                0 => set.complement(),
                1 => set.unionWith(second),
                2 => set.intersectWith(second),
                3 => set.xorWith(second),
                4 => set.differenceWith(second),
                else => std.c.abort(),
            }));
        },
    }
}

/// Whether the sets are equal, and the first a subset and a superset, as three bits. Sets of one
/// kind.
pub fn bit_set_compare(handle: *const Handle, other: *const Handle) callconv(.c) u32 {
    abi.require(std.meta.activeTag(handle.*) == std.meta.activeTag(other.*));
    switch (handle.*) {
        inline else => |set, tag| {
            const second = @field(other, @tagName(tag));
            return @as(u32, @intFromBool(set.eql(second))) |
                @as(u32, @intFromBool(set.subsetOf(second))) << 1 |
                @as(u32, @intFromBool(set.supersetOf(second))) << 2;
        },
    }
}

/// `capacity`, `count`, `findFirstSet` and `findLastSet`.
pub fn bit_set_numbers(handle: *const Handle, out: *[4]usize) callconv(.c) void {
    const none = std.math.maxInt(usize);
    switch (handle.*) {
        inline else => |*set| out.* = .{
            set.capacity(),
            set.count(),
            set.findFirstSet() orelse none,
            set.findLastSet() orelse none,
        },
    }
}

pub fn bit_set_is_set(handle: *const Handle, index: usize) callconv(.c) bool {
    switch (handle.*) {
        inline else => |*set| {
            abi.require(index < set.capacity());
            return set.isSet(index);
        },
    }
}

/// Writes what an iterator returns, and answers how many there were. There is room for every bit.
pub fn bit_set_indices(
    handle: *const Handle,
    unset: bool,
    reverse: bool,
    out: abi.SliceMut(usize),
) callconv(.c) usize {
    switch (handle.*) {
        inline else => |*set| {
            abi.require(out.len >= set.capacity());
            inline for (.{ .set, .unset }) |kind| {
                inline for (.{ .forward, .reverse }) |direction| {
                    if ((kind == .unset) == unset and (direction == .reverse) == reverse) {
                        var iterator = set.iterator(.{ .kind = kind, .direction = direction });
                        var count: usize = 0;
                        while (iterator.next()) |index| : (count += 1) out.get()[count] = index;
                        return count;
                    }
                }
            }
            unreachable;
        },
    }
}
