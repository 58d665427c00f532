//! Loops over `std.MultiArrayList`, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

/// In the order of `MultiArrayLoop` in bench.rs.
const Kind = enum(u32) {
    append_growing,
    append_presized,
    sum_column,
    get,
    swap_remove,
    ordered_remove,
    sort,
    sort_unstable,
};

const Row = struct {
    flags: u8,
    key: u64,
    kind: u16,
    size: u32,

    fn of(key: u64) Row {
        return .{
            .flags = @truncate(key >> 56),
            .key = key,
            .kind = @truncate(key >> 32),
            .size = @truncate(key),
        };
    }

    fn sum(self: Row) u64 {
        return self.key +% self.size +% self.kind +% self.flags;
    }
};

const List = std.MultiArrayList(Row);

/// By how much the keys are rotated before each sort, as in mal.rs.
const turn = 367;

/// The list of the loops that read, kept from sample to sample while the keys are the same.
threadlocal var kept: List = .empty;
threadlocal var kept_of: ?[*]const u64 = null;

pub fn bench_mal(
    kind: u32,
    c: *const CAllocator,
    keys: abi.Slice(u64),
    order: abi.Slice(u32),
    iterations: u64,
) callconv(.c) u64 {
    abi.require(keys.len > 0);
    const gpa = c.allocator();
    const loop = std.meta.intToEnum(Kind, kind) catch std.c.abort();
    if (loop == .append_growing or loop == .append_presized) {
        return append(gpa, loop == .append_presized, keys.get(), iterations);
    }
    if (kept_of != keys.ptr or kept.len != keys.len) refill(gpa, keys.get());
    var sum: u64 = 0;
    switch (loop) {
        .sum_column => for (0..iterations) |_| {
            for (unknown(&kept).items(.size)) |size| sum +%= size;
        },
        .get => for (0..iterations) |_| {
            const list = unknown(&kept).slice();
            for (order.get()) |index| {
                abi.require(index < list.len);
                sum +%= list.get(index).sum();
            }
        },
        .swap_remove => for (0..iterations) |_| {
            for (order.get()) |index| {
                abi.require(index < kept.len);
                kept.swapRemove(index);
            }
            for (order.get()) |index| kept.appendAssumeCapacity(.of(index));
            sum +%= kept.items(.key)[0];
        },
        .ordered_remove => for (0..iterations) |_| {
            kept.orderedRemove(kept.len / 2);
            kept.appendAssumeCapacity(.of(kept.len));
            sum +%= kept.items(.key)[kept.len / 2];
        },
        .sort, .sort_unstable => for (0..iterations) |i| {
            const at = (i *% turn) % keys.len;
            const column = kept.items(.key);
            @memcpy(column[0 .. keys.len - at], keys.get()[at..]);
            @memcpy(column[keys.len - at ..], keys.get()[0..at]);
            const by_key = ByKey{ .keys = kept.items(.key) };
            if (loop == .sort) kept.sort(by_key) else kept.sortUnstable(by_key);
            sum +%= kept.items(.key)[0] ^ kept.items(.key)[kept.len - 1];
        },
        else => unreachable,
    }
    // The others change the list: the next sample makes its own.
    if (loop != .sum_column and loop != .get) kept_of = null;
    return sum;
}

const ByKey = struct {
    keys: []const u64,

    pub fn lessThan(self: ByKey, a: usize, b: usize) bool {
        return self.keys[a] < self.keys[b];
    }
};

fn refill(gpa: std.mem.Allocator, keys: []const u64) void {
    kept.clearRetainingCapacity();
    kept.ensureTotalCapacity(gpa, keys.len) catch std.c.abort();
    for (keys) |key| kept.appendAssumeCapacity(.of(key));
    kept_of = keys.ptr;
}

fn append(gpa: std.mem.Allocator, presized: bool, keys: []const u64, iterations: u64) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        var list: List = .empty;
        defer list.deinit(gpa);
        if (presized) {
            list.ensureTotalCapacity(gpa, keys.len) catch std.c.abort();
            for (keys) |key| list.appendAssumeCapacity(.of(key));
        } else {
            for (keys) |key| list.append(gpa, .of(key)) catch std.c.abort();
        }
        const row = unknown(&list).get(keys.len - 1);
        sum +%= row.sum();
    }
    return sum;
}

/// The list through a pointer that the optimiser does not recognise.
inline fn unknown(list: *List) *List {
    return asm volatile (""
        : [out] "=r" (-> *List),
        : [in] "0" (list),
        : .{ .memory = true });
}
