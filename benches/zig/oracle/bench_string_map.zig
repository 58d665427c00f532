//! Loops over `std.StringHashMap(u64)` and `std.StaticStringMap(u32)`, timed from Rust.
//!
//! The value of a key is the number of the key. The check values are sums of values, and of one for
//! each key that is not there.

const std = @import("std");
const abi = @import("abi.zig");
const CAllocator = @import("c_allocator.zig").CAllocator;

const Map = std.StringHashMap(u64);
const Strings = abi.Slice(abi.Bytes);

const Handle = struct {
    c: CAllocator,
    map: Map,
};

/// A map of these keys. They must live as long as it.
pub fn bench_string_map_create(c: *const CAllocator, keys: Strings) callconv(.c) *Handle {
    const handle = std.heap.c_allocator.create(Handle) catch std.c.abort();
    handle.c = c.*;
    handle.map = .init(handle.c.allocator());
    for (keys.get(), 0..) |key, number| handle.map.put(key.get(), number) catch std.c.abort();
    return handle;
}

pub fn bench_string_map_destroy(handle: *Handle) callconv(.c) void {
    handle.map.deinit();
    std.heap.c_allocator.destroy(handle);
}

/// Builds and frees a map of all keys each iteration, of copies of them if `owned`.
pub fn bench_string_map_build(
    c: *const CAllocator,
    keys: Strings,
    owned: bool,
    iterations: u64,
) callconv(.c) u64 {
    const allocator = c.allocator();
    var sum: u64 = 0;
    for (0..iterations) |_| {
        var map: Map = .init(allocator);
        for (keys.get(), 0..) |key, number| {
            if (owned) {
                const entry = map.getOrPut(key.get()) catch std.c.abort();
                if (!entry.found_existing) {
                    entry.key_ptr.* = allocator.dupe(u8, key.get()) catch std.c.abort();
                }
                entry.value_ptr.* = number;
            } else {
                map.put(key.get(), number) catch std.c.abort();
            }
        }
        sum +%= map.count();
        if (owned) {
            var names = map.keyIterator();
            while (names.next()) |name| allocator.free(name.*);
        }
        map.deinit();
    }
    return sum;
}

/// Looks all strings up each iteration.
pub fn bench_string_map_get(handle: *Handle, strings: Strings, iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (strings.get()) |string| sum +%= handle.map.get(string.get()) orelse 1;
        sum = opaqueValue(sum);
    }
    return sum;
}

const Prehashed = struct {
    value: u64,

    pub fn hash(self: Prehashed, _: []const u8) u64 {
        return self.value;
    }

    pub fn eql(_: Prehashed, a: []const u8, b: []const u8) bool {
        return std.mem.eql(u8, a, b);
    }
};

/// The same, with a hash for each string that is known.
pub fn bench_string_map_get_hashed(
    handle: *Handle,
    strings: Strings,
    hashes: abi.Slice(u64),
    iterations: u64,
) callconv(.c) u64 {
    abi.require(strings.len == hashes.len);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (strings.get(), hashes.get()) |string, hash| {
            sum +%= handle.map.getAdapted(string.get(), Prehashed{ .value = hash }) orelse 1;
        }
        sum = opaqueValue(sum);
    }
    return sum;
}

const Pair = struct { []const u8, u32 };

/// The words, each with its number.
fn numbered(comptime words: []const []const u8) std.StaticStringMap(u32) {
    @setEvalBranchQuota(1_000_000);
    var pairs: [words.len]Pair = undefined;
    for (words, &pairs, 0..) |word, *pair, number| pair.* = .{ word, @intCast(number) };
    return .initComptime(pairs);
}

const methods = numbered(&.{ "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE" });

const keywords = numbered(&.{
    "await",      "break",     "case",      "catch",    "class",    "const",      "continue",
    "debugger",   "default",   "delete",    "do",       "else",     "enum",       "export",
    "extends",    "false",     "finally",   "for",      "function", "if",         "implements",
    "import",     "in",        "instanceof", "interface", "let",    "new",        "null",
    "package",    "private",   "protected", "public",   "return",   "static",     "super",
    "switch",     "this",      "throw",     "true",     "try",      "typeof",     "var",
    "void",       "while",     "with",      "yield",
});

const headers = numbered(&.{
    "accept",                           "accept-charset",
    "accept-encoding",                  "accept-language",
    "accept-ranges",                    "access-control-allow-credentials",
    "access-control-allow-headers",     "access-control-allow-methods",
    "access-control-allow-origin",      "access-control-expose-headers",
    "access-control-max-age",           "access-control-request-headers",
    "access-control-request-method",    "age",
    "authorization",                    "cache-control",
    "connection",                       "content-disposition",
    "content-encoding",                 "content-language",
    "content-length",                   "content-location",
    "content-range",                    "content-security-policy",
    "content-type",                     "cookie",
    "date",                             "dnt",
    "etag",                             "expect",
    "expires",                          "host",
    "if-match",                         "if-modified-since",
    "if-none-match",                    "if-range",
    "if-unmodified-since",              "keep-alive",
    "last-modified",                    "link",
    "location",                         "origin",
    "pragma",                           "proxy-authorization",
    "range",                            "referer",
    "referrer-policy",                  "refresh",
    "sec-websocket-accept",             "sec-websocket-extensions",
    "sec-websocket-key",                "sec-websocket-protocol",
    "sec-websocket-version",            "server-timing",
    "set-cookie",                       "strict-transport-security",
    "te",                               "trailer",
    "transfer-encoding",                "upgrade",
    "upgrade-insecure-requests",        "user-agent",
    "vary",                             "via",
    "x-content-type-options",           "x-dns-prefetch-control",
    "x-frame-options",                  "x-xss-protection",
});

/// Looks all strings up in the methods, keywords or headers, each iteration.
pub fn bench_static_map_get(kind: u32, strings: Strings, iterations: u64) callconv(.c) u64 {
    return switch (kind) {
        0 => getStatic(methods, strings, iterations),
        1 => getStatic(keywords, strings, iterations),
        2 => getStatic(headers, strings, iterations),
        else => std.c.abort(),
    };
}

fn getStatic(comptime map: std.StaticStringMap(u32), strings: Strings, iterations: u64) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (strings.get()) |string| sum +%= map.get(string.get()) orelse 1;
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
