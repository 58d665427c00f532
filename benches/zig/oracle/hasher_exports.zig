//! What is exported of a hasher: one-shot, in batches, and streaming.

const abi = @import("abi.zig");

/// The exports of `Hasher`, which has the functions of `std.hash.Wyhash`.
pub fn HasherExports(comptime Hasher: type) type {
    return struct {
        pub fn hash(seed: u64, bytes: abi.Bytes) callconv(.c) u64 {
            return Hasher.hash(seed, bytes.get());
        }

        /// Hashes `spans[i]` of `bytes` into `out[i]`.
        pub fn batch(
            bytes: abi.Bytes,
            spans: abi.Slice(abi.Span),
            out: abi.SliceMut(u64),
        ) callconv(.c) void {
            abi.require(spans.len == out.len);
            for (spans.get(), out.get()) |span, *result| {
                result.* = Hasher.hash(span.seed, span.of(bytes));
            }
        }

        /// Feeds `bytes` in the chunks whose lengths `chunks` gives. Writes the hash of nothing to
        /// `out[0]`, and the hash so far after chunk `i` to `out[i + 1]`.
        pub fn stream(
            seed: u64,
            bytes: abi.Bytes,
            chunks: abi.Slice(usize),
            out: abi.SliceMut(u64),
        ) callconv(.c) void {
            abi.require(out.len == chunks.len + 1);
            var hasher = Hasher.init(seed);
            out.get()[0] = hasher.final();
            var rest = bytes.get();
            for (chunks.get(), out.get()[1..]) |len, *result| {
                abi.require(len <= rest.len);
                hasher.update(rest[0..len]);
                rest = rest[len..];
                result.* = hasher.final();
            }
        }
    };
}
