//! Loops over Zig's lists and heaps, timed from Rust: one call runs a whole sample.
//!
//! All allocate from the allocator that the Rust side gives them, which is its own.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

const List = std.ArrayList(u32);
const Queue = std.PriorityQueue(u32, void, compare);

fn compare(_: void, a: u32, b: u32) std.math.Order {
    return std.math.order(a, b);
}

/// Runs loop `kind`, counted as in the Rust declaration, over `count` of `values`: each iteration
/// takes the next ones, so that a branch predictor does not learn them.
pub fn bench_lists(
    kind: u32,
    c: *const CAllocator,
    values: abi.Slice(u32),
    count: usize,
    iterations: u64,
) callconv(.c) u64 {
    abi.require(count > 0 and count <= values.len);
    const gpa = c.allocator();
    const windows: Windows = .{ .values = values.get(), .count = count };
    return switch (kind) {
        0 => append(gpa, windows, false, iterations),
        1 => append(gpa, windows, true, iterations),
        2 => heap(gpa, windows, iterations),
        3 => heapify(gpa, windows, iterations),
        4 => ring(gpa, windows, iterations),
        else => std.c.abort(),
    };
}

/// Runs of `count` values, from the first again after the last.
const Windows = struct {
    values: []const u32,
    count: usize,
    start: usize = 0,

    fn next(self: *Windows) []const u32 {
        if (self.start + self.count > self.values.len) self.start = 0;
        defer self.start += self.count;
        return self.values[self.start..][0..self.count];
    }
};

/// Appends all values to a new list, and adds up the last and the capacity's presence.
fn append(gpa: std.mem.Allocator, first: Windows, presized: bool, iterations: u64) u64 {
    var sum: u64 = 0;
    var windows = first;
    for (0..iterations) |_| {
        const values = windows.next();
        var list: List = .empty;
        defer list.deinit(gpa);
        if (presized) {
            list.ensureTotalCapacityPrecise(gpa, values.len) catch std.c.abort();
            for (values) |value| list.appendAssumeCapacity(one(value));
        } else {
            for (values) |value| list.append(gpa, value) catch std.c.abort();
        }
        sum +%= hidden(list.items.ptr)[values.len - 1];
    }
    return sum;
}

/// Adds all values, then takes them in order, and adds up each with its place.
fn heap(gpa: std.mem.Allocator, first: Windows, iterations: u64) u64 {
    var sum: u64 = 0;
    var windows = first;
    var queue: Queue = .init(gpa, {});
    defer queue.deinit();
    for (0..iterations) |_| {
        const values = windows.next();
        for (values) |value| queue.add(value) catch std.c.abort();
        var place: u64 = 0;
        while (queue.removeOrNull()) |value| : (place += 1) sum +%= value *% place;
    }
    return sum;
}

/// Makes a heap of a copy of the values and takes the first.
fn heapify(gpa: std.mem.Allocator, first: Windows, iterations: u64) u64 {
    var sum: u64 = 0;
    var windows = first;
    for (0..iterations) |_| {
        const values = windows.next();
        const items = gpa.dupe(u32, values) catch std.c.abort();
        var queue: Queue = .fromOwnedSlice(gpa, items, {});
        defer queue.deinit();
        sum +%= queue.remove();
    }
    return sum;
}

/// What Zig's removed `std.fifo.LinearFifo` did, by hand: a ring of a power of two.
const Ring = struct {
    buf: []u32 = &.{},
    head: usize = 0,
    count: usize = 0,

    fn write(self: *Ring, gpa: std.mem.Allocator, value: u32) void {
        if (self.count == self.buf.len) self.grow(gpa);
        self.buf[(self.head + self.count) & (self.buf.len - 1)] = value;
        self.count += 1;
    }

    fn read(self: *Ring) ?u32 {
        if (self.count == 0) return null;
        const value = self.buf[self.head];
        self.count -= 1;
        self.head = if (self.count == 0) 0 else (self.head + 1) & (self.buf.len - 1);
        return value;
    }

    fn grow(self: *Ring, gpa: std.mem.Allocator) void {
        @branchHint(.cold);
        std.mem.rotate(u32, self.buf, self.head);
        self.head = 0;
        const len = @max(1, self.buf.len * 2);
        self.buf = gpa.realloc(self.buf, len) catch std.c.abort();
    }
};

/// Writes two values and reads one, until all are read, and adds up each with its place.
fn ring(gpa: std.mem.Allocator, first: Windows, iterations: u64) u64 {
    var sum: u64 = 0;
    var windows = first;
    for (0..iterations) |_| {
        const values = windows.next();
        var queue: Ring = .{};
        defer gpa.free(queue.buf);
        var place: u64 = 0;
        var written: usize = 0;
        while (written + 1 < values.len) : (written += 2) {
            queue.write(gpa, values[written]);
            queue.write(gpa, values[written + 1]);
            sum +%= queue.read().? *% place;
            place += 1;
        }
        while (queue.read()) |value| : (place += 1) sum +%= value *% place;
    }
    return sum;
}

/// Hides where a pointer came from, so that what was written through it has to be there.
fn hidden(pointer: [*]u32) [*]u32 {
    return asm volatile (""
        : [out] "=r" (-> [*]u32),
        : [in] "0" (pointer),
        : .{ .memory = true });
}

/// Hides where a value came from, so that a loop over values is no copy of all of them.
inline fn one(value: u32) u32 {
    return asm volatile (""
        : [out] "=r" (-> u32),
        : [in] "0" (value),
    );
}
