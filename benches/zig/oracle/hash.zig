//! `std.hash.Wyhash`, `std.hash.int` and the case-folding hash.

const std = @import("std");
const abi = @import("abi.zig");
const Wyhash = std.hash.Wyhash;

pub fn wyhash(seed: u64, bytes: abi.Bytes) callconv(.c) u64 {
    return Wyhash.hash(seed, bytes.get());
}

/// Hashes `spans[i]` of `bytes` into `out[i]`.
pub fn wyhash_batch(
    bytes: abi.Bytes,
    spans: abi.Slice(abi.Span),
    out: abi.SliceMut(u64),
) callconv(.c) void {
    abi.require(spans.len == out.len);
    for (spans.get(), out.get()) |span, *hash| {
        hash.* = Wyhash.hash(span.seed, span.of(bytes));
    }
}

/// Feeds `bytes` in the chunks whose lengths `chunks` gives. Writes the hash of nothing to
/// `out[0]`, and the hash so far after chunk `i` to `out[i + 1]`.
pub fn wyhash_stream(
    seed: u64,
    bytes: abi.Bytes,
    chunks: abi.Slice(usize),
    out: abi.SliceMut(u64),
) callconv(.c) void {
    abi.require(out.len == chunks.len + 1);
    var hasher = Wyhash.init(seed);
    out.get()[0] = hasher.final();
    var rest = bytes.get();
    for (chunks.get(), out.get()[1..]) |len, *hash| {
        abi.require(len <= rest.len);
        hasher.update(rest[0..len]);
        rest = rest[len..];
        hash.* = hasher.final();
    }
}

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
