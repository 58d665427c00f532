//! The wyhash that Zig shipped before 0.11, from its description: five primes, 32-byte rounds.
//!
//! Written for this oracle, by a different plan than the Rust one, so that the two can check each
//! other. The tail is a table of its two or four words rather than a switch with a formula each.

const std = @import("std");

pub const Wyhash11 = struct {
    const primes = [5]u64{
        0xa0761d6478bd642f,
        0xe7037ed1a0b428db,
        0x8ebc6af09c88c6e3,
        0x589965cc75374cc3,
        0x1d8e4e27c47d124f,
    };
    const block_len = 32;

    seed: u64,
    total_len: usize,
    held: [block_len]u8,
    held_len: usize,

    pub fn init(seed: u64) Wyhash11 {
        return .{ .seed = seed, .total_len = 0, .held = undefined, .held_len = 0 };
    }

    pub fn update(self: *Wyhash11, bytes: []const u8) void {
        self.total_len += bytes.len;
        var rest = bytes;
        if (self.held_len > 0) {
            rest = rest[self.hold(rest)..];
            if (self.held_len < block_len) return;
            self.seed = round(self.seed, &self.held);
            self.held_len = 0;
        }
        while (rest.len >= block_len) : (rest = rest[block_len..]) {
            self.seed = round(self.seed, rest[0..block_len]);
        }
        _ = self.hold(rest);
    }

    /// Keeps what fits of `bytes` for later, and answers how much that was.
    fn hold(self: *Wyhash11, bytes: []const u8) usize {
        const len = @min(bytes.len, block_len - self.held_len);
        @memcpy(self.held[self.held_len..][0..len], bytes[0..len]);
        self.held_len += len;
        return len;
    }

    pub fn final(self: *const Wyhash11) u64 {
        const seed = mixTail(self.seed, self.held[0..self.held_len]);
        return fold(seed ^ self.total_len, primes[4]);
    }

    pub fn hash(seed: u64, bytes: []const u8) u64 {
        var state = seed;
        var rest = bytes;
        while (rest.len >= block_len) : (rest = rest[block_len..]) {
            state = round(state, rest[0..block_len]);
        }
        return fold(mixTail(state, rest) ^ bytes.len, primes[4]);
    }

    fn round(seed: u64, block: *const [block_len]u8) u64 {
        return mix0(read(8, block[0..8]), read(8, block[8..16]), seed) ^
            mix1(read(8, block[16..24]), read(8, block[24..32]), seed);
    }

    /// The whole words of a tail are read with their halves exchanged, and the last word is
    /// whatever remains; a half of the tail that has one word only is mixed with the last prime.
    fn mixTail(seed: u64, tail: []const u8) u64 {
        if (tail.len == 0) return seed;
        const first = mix0(word(tail, 0), second(tail, 8), seed);
        if (tail.len <= 16) return first;
        return first ^ mix1(word(tail, 16), second(tail, 24), seed);
    }

    fn second(tail: []const u8, start: usize) u64 {
        return if (tail.len > start) word(tail, start) else primes[4];
    }

    /// Up to eight bytes: little-endian pieces of four, two and one, the first one highest.
    fn word(tail: []const u8, start: usize) u64 {
        var rest = tail[start..@min(tail.len, start + 8)];
        if (rest.len == 8) return read(4, rest[0..4]) << 32 | read(4, rest[4..8]);
        var value: u64 = 0;
        inline for (.{ 4, 2, 1 }) |size| {
            if (rest.len >= size) {
                value = value << (8 * size) | read(size, rest[0..size]);
                rest = rest[size..];
            }
        }
        return value;
    }

    fn read(comptime len: usize, bytes: *const [len]u8) u64 {
        return std.mem.readInt(std.meta.Int(.unsigned, 8 * len), bytes, .little);
    }

    fn mix0(a: u64, b: u64, seed: u64) u64 {
        return fold(a ^ seed ^ primes[0], b ^ seed ^ primes[1]);
    }

    fn mix1(a: u64, b: u64, seed: u64) u64 {
        return fold(a ^ seed ^ primes[2], b ^ seed ^ primes[3]);
    }

    fn fold(a: u64, b: u64) u64 {
        const product = std.math.mulWide(u64, a, b);
        return @as(u64, @truncate(product >> 64)) ^ @as(u64, @truncate(product));
    }
};
