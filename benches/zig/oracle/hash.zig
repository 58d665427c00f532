//! `std.hash.Wyhash`, `std.hash.int` and the case-folding hash.

const std = @import("std");
const abi = @import("abi.zig");
const Wyhash = std.hash.Wyhash;

const exports = @import("hasher_exports.zig").HasherExports(Wyhash);

pub const wyhash = exports.hash;
pub const wyhash_batch = exports.batch;
pub const wyhash_stream = exports.stream;

/// The hash of the lowercased bytes, made in pieces of 1024 bytes as case-insensitive maps do.
pub fn ascii_lowercase_wyhash(seed: u64, bytes: abi.Bytes) callconv(.c) u64 {
    var buffer: [1024]u8 = undefined;
    var hasher = Wyhash.init(seed);
    var rest = bytes.get();
    while (rest.len > 0) {
        const piece = rest[0..@min(rest.len, buffer.len)];
        hasher.update(std.ascii.lowerString(&buffer, piece));
        rest = rest[piece.len..];
    }
    return hasher.final();
}

/// `std.hash.int` of the low `bits` bits of `value`, for the widths of Rust's integers and a few
/// that Rust does not have.
pub fn hash_int(bits: u32, value: u64) callconv(.c) u64 {
    switch (bits) {
        inline 1, 2, 3, 8, 16, 24, 32, 40, 48, 56, 64 => |width| {
            const Int = std.meta.Int(.unsigned, width);
            return std.hash.int(@as(Int, @truncate(value)));
        },
        else => std.c.abort(),
    }
}

/// `std.hash.int` of a 128-bit integer given in two halves, into `out[0]` (low) and `out[1]`.
pub fn hash_int_128(low: u64, high: u64, out: *[2]u64) callconv(.c) void {
    const value = @as(u128, high) << 64 | low;
    const hash = std.hash.int(value);
    out.* = .{ @truncate(hash), @truncate(hash >> 64) };
}
