//! Loops over the hash functions, timed from Rust: one call runs a whole sample.
//!
//! Each loop is written as its Rust twin is: the same keys in the same order, every hash added to
//! the check value, and lengths hidden from the optimiser so that it cannot move the dispatch on
//! length out of the loop.

const std = @import("std");
const abi = @import("abi.zig");
const Wyhash = std.hash.Wyhash;
const Wyhash11 = @import("wyhash11.zig").Wyhash11;

/// Keys of one length start at these many consecutive bytes.
const start_count = 16;

/// Independent hashes of keys of `len` bytes.
pub fn bench_wyhash_throughput(bytes: abi.Bytes, len: usize, iterations: u64) callconv(.c) u64 {
    return throughput(Wyhash, bytes, len, iterations);
}

/// Hashes of which each chooses the key of the next.
pub fn bench_wyhash_latency(bytes: abi.Bytes, len: usize, iterations: u64) callconv(.c) u64 {
    return latency(Wyhash, bytes, len, iterations);
}

/// One pass over all keys an iteration.
pub fn bench_wyhash_keys(keys: abi.Slice(abi.Bytes), iterations: u64) callconv(.c) u64 {
    return allKeys(Wyhash, keys, iterations);
}

/// One pass over `bytes` in chunks of `chunk_len` an iteration.
pub fn bench_wyhash_stream(bytes: abi.Bytes, chunk_len: usize, iterations: u64) callconv(.c) u64 {
    abi.require(chunk_len > 0);
    var sum: u64 = 0;
    for (0..iterations) |seed| {
        var hasher = Wyhash.init(seed);
        var rest = bytes.get();
        while (rest.len > 0) {
            const len = @min(opaqueValue(chunk_len), rest.len);
            hasher.update(rest[0..len]);
            rest = rest[len..];
        }
        sum +%= hasher.final();
    }
    return sum;
}

pub fn bench_wyhash11_throughput(bytes: abi.Bytes, len: usize, iterations: u64) callconv(.c) u64 {
    return throughput(Wyhash11, bytes, len, iterations);
}

pub fn bench_wyhash11_keys(keys: abi.Slice(abi.Bytes), iterations: u64) callconv(.c) u64 {
    return allKeys(Wyhash11, keys, iterations);
}

/// The hash of a case-insensitive map: lowercased into a buffer piece by piece.
pub fn bench_lowercase_keys(keys: abi.Slice(abi.Bytes), iterations: u64) callconv(.c) u64 {
    const Lowercase = struct {
        fn hash(seed: u64, bytes: []const u8) u64 {
            var buffer: [1024]u8 = undefined;
            var hasher = Wyhash.init(seed);
            var rest = bytes;
            while (rest.len > 0) {
                const piece = rest[0..@min(rest.len, buffer.len)];
                hasher.update(std.ascii.lowerString(&buffer, piece));
                rest = rest[piece.len..];
            }
            return hasher.final();
        }
    };
    return allKeys(Lowercase, keys, iterations);
}

pub fn bench_auto_u32(keys: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return autoHash(u32, keys.get(), iterations);
}

pub fn bench_auto_u64(keys: abi.Slice(u64), iterations: u64) callconv(.c) u64 {
    return autoHash(u64, keys.get(), iterations);
}

pub fn bench_auto_pair(keys: abi.Slice([2]u64), iterations: u64) callconv(.c) u64 {
    return autoHash([2]u64, keys.get(), iterations);
}

fn throughput(comptime Hash: type, bytes: abi.Bytes, len: usize, iterations: u64) u64 {
    abi.require(len <= bytes.len and bytes.len - len >= start_count - 1);
    var sum: u64 = 0;
    for (0..iterations) |index| {
        const start = index % start_count;
        sum +%= Hash.hash(0, bytes.get()[start..][0..opaqueValue(len)]);
    }
    return sum;
}

fn latency(comptime Hash: type, bytes: abi.Bytes, len: usize, iterations: u64) u64 {
    abi.require(len <= bytes.len and bytes.len - len >= start_count - 1);
    var previous: u64 = 0;
    for (0..iterations) |_| {
        const start: usize = @intCast(previous % start_count);
        previous = Hash.hash(0, bytes.get()[start..][0..opaqueValue(len)]);
    }
    return previous;
}

/// Visits the keys in another order each iteration, or else the branch predictor learns it. An odd
/// stride reaches every index of a power of two.
fn allKeys(comptime Hash: type, keys: abi.Slice(abi.Bytes), iterations: u64) u64 {
    abi.require(std.math.isPowerOfTwo(keys.len));
    var sum: u64 = 0;
    for (0..iterations) |seed| {
        const stride = (seed *% 0x9e37_79b9_7f4a_7c15) >> 32 | 1;
        var index: u64 = 0;
        for (0..keys.len) |_| {
            index = (index +% stride) & (keys.len - 1);
            sum +%= Hash.hash(seed, keys.get()[index].get());
        }
    }
    return sum;
}

fn autoHash(comptime Key: type, keys: []const Key, iterations: u64) u64 {
    const context: std.hash_map.AutoContext(Key) = .{};
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (keys) |key| sum +%= context.hash(key);
        sum = opaqueValue(sum);
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
