//! Loops over the string functions, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");

/// Texts of one length start at these many consecutive bytes.
const start_count = 16;
const len_max = 1 << 17;

/// In the order of `TextLoop` in bench.rs.
const Kind = enum(u32) {
    index_of_scalar,
    last_index_of_scalar,
    index_of_any,
    index_of,
    eql,
    eql_ignore_case,
    lower_string,
    is_ascii,
    first_non_ascii,
    count_scalar,
};

/// Runs the function on `len` bytes of `text` that start at offsets 0 to 15 in turn. `other` is
/// the needle, the set, or a second text that is read at the same offsets.
pub fn bench_text(
    kind: u32,
    text: abi.Bytes,
    other: abi.Bytes,
    len: usize,
    iterations: u64,
) callconv(.c) u64 {
    abi.require(len <= len_max and len <= text.len and text.len - len >= start_count - 1);
    abi.require(other.len > 0);
    switch (std.meta.intToEnum(Kind, kind) catch std.c.abort()) {
        .index_of_any => {
            // The set is known while compiling, as Bun's are.
            inline for (.{ 2, 3, 8, 16 }) |count| {
                if (other.len == count) {
                    return run(AnyOf(count).found, text, other, len, iterations);
                }
            }
            std.c.abort();
        },
        .eql, .eql_ignore_case => |which| {
            abi.require(other.len == text.len);
            return switch (which) {
                .eql => runTwo(eql, text, other, len, iterations),
                else => runTwo(std.ascii.eqlIgnoreCase, text, other, len, iterations),
            };
        },
        .index_of_scalar => return run(indexOfScalar, text, other, len, iterations),
        .last_index_of_scalar => return run(lastIndexOfScalar, text, other, len, iterations),
        .index_of => return run(indexOf, text, other, len, iterations),
        .lower_string => return run(lowerString, text, other, len, iterations),
        .is_ascii => return run(isAscii, text, other, len, iterations),
        .first_non_ascii => return run(firstNonAscii, text, other, len, iterations),
        .count_scalar => return run(countScalar, text, other, len, iterations),
    }
}

fn AnyOf(comptime count: usize) type {
    return struct {
        fn found(text: []const u8, set: []const u8) u64 {
            return std.mem.indexOfAny(u8, text, set[0..count]) orelse text.len;
        }
    };
}

fn indexOfScalar(text: []const u8, other: []const u8) u64 {
    return std.mem.indexOfScalar(u8, text, other[0]) orelse text.len;
}

fn lastIndexOfScalar(text: []const u8, other: []const u8) u64 {
    return std.mem.lastIndexOfScalar(u8, text, other[0]) orelse text.len;
}

fn indexOf(text: []const u8, other: []const u8) u64 {
    return std.mem.indexOf(u8, text, other) orelse text.len;
}

fn eql(a: []const u8, b: []const u8) bool {
    return std.mem.eql(u8, a, b);
}

var lowered: [len_max]u8 = undefined;

fn lowerString(text: []const u8, _: []const u8) u64 {
    const out = std.ascii.lowerString(&lowered, text);
    return out[out.len - 1];
}

/// The standard library has no such function; this is what one writes with its vectors.
fn isAscii(text: []const u8, _: []const u8) u64 {
    return @intFromBool(firstNonAscii(text, text) == text.len);
}

fn firstNonAscii(text: []const u8, _: []const u8) u64 {
    const width = comptime std.simd.suggestVectorLength(u8) orelse 16;
    const Vector = @Vector(width, u8);
    var index: usize = 0;
    while (index + width <= text.len) : (index += width) {
        const vector: Vector = text[index..][0..width].*;
        if (@reduce(.Max, vector) >= 0x80) break;
    }
    for (text[index..], index..) |byte, at| if (byte >= 0x80) return at;
    return text.len;
}

fn countScalar(text: []const u8, other: []const u8) u64 {
    return std.mem.count(u8, text, other[0..1]);
}

fn run(
    comptime function: fn ([]const u8, []const u8) u64,
    text: abi.Bytes,
    other: abi.Bytes,
    len: usize,
    iterations: u64,
) u64 {
    var sum: u64 = 0;
    for (0..iterations) |index| {
        const start = index % start_count;
        sum +%= function(text.get()[start..][0..opaqueValue(len)], other.get());
    }
    return sum;
}

fn runTwo(
    comptime function: fn ([]const u8, []const u8) bool,
    text: abi.Bytes,
    other: abi.Bytes,
    len: usize,
    iterations: u64,
) u64 {
    var sum: u64 = 0;
    for (0..iterations) |index| {
        const start = index % start_count;
        const a = text.get()[start..][0..opaqueValue(len)];
        const b = other.get()[start..][0..opaqueValue(len)];
        sum +%= @intFromBool(function(a, b));
    }
    return sum;
}

/// `value`, of which the optimiser no longer knows where it came from. Costs nothing.
inline fn opaqueValue(value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
    );
}
