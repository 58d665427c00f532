//! The exports of `wyhash11.zig`: one-shot and streaming.

const abi = @import("abi.zig");
const Wyhash11 = @import("wyhash11.zig").Wyhash11;

pub fn wyhash11(seed: u64, bytes: abi.Bytes) callconv(.c) u64 {
    return Wyhash11.hash(seed, bytes.get());
}

/// As `wyhash_batch`.
pub fn wyhash11_batch(
    bytes: abi.Bytes,
    spans: abi.Slice(abi.Span),
    out: abi.SliceMut(u64),
) callconv(.c) void {
    abi.require(spans.len == out.len);
    for (spans.get(), out.get()) |span, *hash| {
        hash.* = Wyhash11.hash(span.seed, span.of(bytes));
    }
}

/// As `wyhash_stream`.
pub fn wyhash11_stream(
    seed: u64,
    bytes: abi.Bytes,
    chunks: abi.Slice(usize),
    out: abi.SliceMut(u64),
) callconv(.c) void {
    abi.require(out.len == chunks.len + 1);
    var hasher = Wyhash11.init(seed);
    out.get()[0] = hasher.final();
    var rest = bytes.get();
    for (chunks.get(), out.get()[1..]) |len, *hash| {
        abi.require(len <= rest.len);
        hasher.update(rest[0..len]);
        rest = rest[len..];
        hash.* = hasher.final();
    }
}
