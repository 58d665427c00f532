//! `std.fs.path`: one call answers a group of questions about one path, or writes one result.
//!
//! An answer is a number: a boolean, or start and length of a part of the path, packed as
//! strings.zig packs them, or `none`. Rust has the names, in the same order.

const std = @import("std");
const abi = @import("abi.zig");
const path = std.fs.path;

const none = std.math.maxInt(u64);

fn part(whole: []const u8, piece: ?[]const u8) u64 {
    const found = piece orelse return none;
    const start = if (found.len == 0) 0 else @intFromPtr(found.ptr) - @intFromPtr(whole.ptr);
    return start << 32 | found.len;
}

pub fn path_parts(whole: abi.Bytes, out: abi.SliceMut(u64)) callconv(.c) void {
    const p = whole.get();
    const parsed = path.windowsParsePath(p);
    const answers = [_]u64{
        part(p, path.dirnamePosix(p)),
        part(p, path.dirnameWindows(p)),
        part(p, path.basenamePosix(p)),
        part(p, path.basenameWindows(p)),
        part(p, path.extension(p)),
        part(p, path.stem(p)),
        @intFromBool(path.isAbsolutePosix(p)),
        @intFromBool(path.isAbsoluteWindows(p)),
        part(p, parsed.disk_designator),
        @intFromBool(parsed.is_abs) | @as(u64, @intFromEnum(parsed.kind)) << 1,
        walk(.posix, p),
        walk(.windows, p),
    };
    abi.require(out.len == answers.len);
    @memcpy(out.get(), &answers);
}

fn mix(total: u64, value: u64) u64 {
    return (total +% value +% 1) *% 0x9e3779b97f4a7c15;
}

/// All components, forwards and backwards.
fn walk(comptime kind: path.PathType, p: []const u8) u64 {
    const Iterator = path.ComponentIterator(kind, u8);
    var it: Iterator = if (kind == .windows)
        Iterator.init(p) catch return none
    else
        Iterator.init(p) catch unreachable;
    var sum = mix(0, part(p, it.root()));
    while (it.next()) |component| {
        sum = mix(mix(sum, part(p, component.name)), part(p, component.path));
    }
    var component = it.last();
    while (component) |found| : (component = it.previous()) {
        sum = mix(sum, part(p, found.name));
    }
    return sum;
}

threadlocal var memory: [1 << 16]u8 = undefined;

/// In the order of `PathResult` in path.rs.
const Kind = enum(u32) { join, resolve_posix, resolve_windows, relative_posix, relative_windows };

/// Writes the result for `a` and `b` to `out` and returns its length; `out` is long enough for
/// four times both.
pub fn path_result(kind: u32, a: abi.Bytes, b: abi.Bytes, out: abi.SliceMut(u8)) callconv(.c) usize {
    abi.require(a.len < 4096 and b.len < 4096);
    // Inputs are small, and a call is not reentered.
    var fixed: std.heap.FixedBufferAllocator = .init(&memory);
    const allocator = fixed.allocator();
    const two = [_][]const u8{ a.get(), b.get() };
    const result = switch (std.meta.intToEnum(Kind, kind) catch std.c.abort()) {
        .join => path.join(allocator, &two),
        .resolve_posix => path.resolvePosix(allocator, &two),
        .resolve_windows => path.resolveWindows(allocator, &two),
        .relative_posix => path.relativePosix(allocator, two[0], two[1]),
        .relative_windows => path.relativeWindows(allocator, two[0], two[1]),
    } catch std.c.abort();
    abi.require(result.len <= out.len);
    @memcpy(out.get()[0..result.len], result);
    return result.len;
}
