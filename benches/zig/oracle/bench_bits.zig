//! Loops over sets of bits, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");

const static_len = 4096;
const dynamic_len = 1 << 20;
const Static = std.bit_set.ArrayBitSet(usize, static_len);
const Dynamic = std.bit_set.DynamicBitSetUnmanaged;

/// In the order of `BitLoop` in bench.rs.
const Kind = enum(u32) { set, unset, is_set, iterate, count, set_union, find_first };

/// Works on the set in `masks`, whose number of words says which of the two it is. `others` is a
/// second set of its length.
pub fn bench_bits(
    kind: u32,
    masks: abi.SliceMut(usize),
    others: abi.Slice(usize),
    indices: abi.Slice(u32),
    iterations: u64,
) callconv(.c) u64 {
    abi.require(others.len == masks.len);
    const which = std.meta.intToEnum(Kind, kind) catch std.c.abort();
    const bit_length = masks.len * @bitSizeOf(usize);
    for (indices.get()) |index| abi.require(index < bit_length);
    if (bit_length == static_len) {
        const set: *Static = @ptrCast(masks.ptr);
        const other: *const Static = @ptrCast(others.ptr);
        return run(which, set, other.*, indices.get(), iterations);
    }
    abi.require(bit_length == dynamic_len);
    // Nothing here resizes the sets, so nothing reads the word in front of the others.
    var set: Dynamic = .{ .bit_length = dynamic_len, .masks = masks.ptr };
    const other: Dynamic = .{ .bit_length = dynamic_len, .masks = @constCast(others.ptr) };
    return run(which, &set, other, indices.get(), iterations);
}

fn run(kind: Kind, first: anytype, other: anytype, indices: []const u32, iterations: u64) u64 {
    var set = first;
    var sum: u64 = 0;
    for (0..iterations) |_| {
        set = hidden(set);
        switch (kind) {
            .set => for (indices) |index| set.set(index),
            .unset => for (indices) |index| set.unset(index),
            .is_set => for (indices) |index| {
                sum +%= @intFromBool(set.isSet(index));
            },
            .iterate => {
                var iterator = set.iterator(.{});
                while (iterator.next()) |index| sum +%= index;
            },
            .count => sum +%= set.count(),
            .set_union => set.setUnion(other),
            .find_first => sum +%= set.findFirstSet() orelse std.c.abort(),
        }
    }
    return switch (kind) {
        .set, .unset, .set_union => set.count(),
        else => sum,
    };
}

/// `pointer`, of which the optimiser no longer knows what it points to. Costs nothing.
inline fn hidden(pointer: anytype) @TypeOf(pointer) {
    return asm volatile (""
        : [out] "=r" (-> @TypeOf(pointer)),
        : [in] "0" (pointer),
        : .{ .memory = true }
    );
}
