//! Loops over `std.fs.path`, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");
const path = std.fs.path;

/// In the order of `PathLoop` in path.rs.
const Kind = enum(u32) { join, resolve, relative, parts, pool };

threadlocal var memory: [8192]u8 = undefined;

/// Runs the function on `a`, `b` and `c` over and over; results go to a fixed buffer.
pub fn bench_path(
    kind: u32,
    a: abi.Bytes,
    b: abi.Bytes,
    c: abi.Bytes,
    iterations: u64,
) callconv(.c) u64 {
    abi.require(a.len > 0 and a.len + b.len + c.len < 1024);
    return switch (std.meta.intToEnum(Kind, kind) catch std.c.abort()) {
        .join => run(join, a, b, c, iterations),
        .resolve => run(resolve, a, b, c, iterations),
        .relative => run(relative, a, b, c, iterations),
        .parts => run(parts, a, b, c, iterations),
        .pool => run(pooled, a, b, c, iterations),
    };
}

fn check(result: []const u8) u64 {
    return result.len + result[result.len - 1];
}

fn join(a: []const u8, b: []const u8, c: []const u8) u64 {
    var fixed: std.heap.FixedBufferAllocator = .init(&memory);
    const result = path.joinZ(fixed.allocator(), &.{ a, b, c }) catch std.c.abort();
    return check(result);
}

fn resolve(a: []const u8, b: []const u8, c: []const u8) u64 {
    var fixed: std.heap.FixedBufferAllocator = .init(&memory);
    const result = path.resolvePosix(fixed.allocator(), &.{ a, b, c }) catch std.c.abort();
    return check(result);
}

fn relative(a: []const u8, b: []const u8, _: []const u8) u64 {
    var fixed: std.heap.FixedBufferAllocator = .init(&memory);
    const result = path.relativePosix(fixed.allocator(), a, b) catch std.c.abort();
    return check(result);
}

fn parts(a: []const u8, _: []const u8, _: []const u8) u64 {
    const parent = path.dirnamePosix(a) orelse "";
    return parent.len + path.basenamePosix(a).len + path.extension(a).len;
}

const Node = struct { next: ?*Node, buffer: [4096]u8 };
threadlocal var free: ?*Node = null;

/// A buffer of a pool of the thread, as Bun's path_buffer_pool has them.
fn pooled(a: []const u8, _: []const u8, _: []const u8) u64 {
    const node = free orelse std.heap.c_allocator.create(Node) catch std.c.abort();
    if (free != null) free = node.next;
    defer {
        node.next = free;
        free = node;
    }
    @memcpy(node.buffer[0..a.len], a);
    node.buffer[a.len] = 0;
    std.mem.doNotOptimizeAway(&node.buffer);
    return check(node.buffer[0..a.len]);
}

fn run(
    comptime function: fn ([]const u8, []const u8, []const u8) u64,
    a: abi.Bytes,
    b: abi.Bytes,
    c: abi.Bytes,
    iterations: u64,
) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        sum +%= function(
            a.get()[0..opaqueValue(a.len)],
            b.get()[0..opaqueValue(b.len)],
            c.get()[0..opaqueValue(c.len)],
        );
    }
    return sum;
}

/// Returns `value`, hiding where it came from.
inline fn opaqueValue(value: usize) usize {
    return asm volatile (""
        : [out] "=r" (-> usize),
        : [in] "0" (value),
    );
}
