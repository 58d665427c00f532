//! `std.hash.autoHash` and both `getAutoHashFn`s, for one type of every shape that has a rule.

const std = @import("std");
const abi = @import("abi.zig");

/// A key without a value of its own: four words from which every type below is filled.
const Words = [4]u64;

/// The hashes of one key.
const Hashes = extern struct {
    /// `autoHash` into a hasher of seed zero.
    auto: u64,
    /// What `std.HashMap` uses.
    map: u64,
    /// What `std.ArrayHashMap` uses.
    array_map: u32,
};

const Sized = enum(u8) { one = 1, seven = 7, many = 200 };
const Bare = enum { x, y, z };
const Padded = struct { a: u8, b: u32 };
/// No padding, and a memory order (`b`, `a`, `c`) that is not the order of declaration.
const Reordered = struct { a: u32, b: u64, c: u32 };
const Nested = struct { head: u8, inner: Reordered, tail: u16 };
const WithOptional = struct { id: u64, extra: ?u32 };
const Flags = struct { a: bool, b: bool, count: u8 };
const Union = union(enum) { none, small: u8, word: u32, wide: Reordered };
const Location = struct { column: u16, file: u32, kind: Sized, flags: u8 };
const BareLocation = struct { column: u16, file: u32, kind: Bare, flags: u8 };
const Lonely = enum { only };
const Wide = enum(u16) { low = 3, high = 40_000 };
const Pair = struct { ?u8, Bare };
const Holder = struct { wide: Wide, inner: [2]Reordered, lonely: Lonely, pair: Pair };
const Extern = extern struct { a: u32, b: u32, c: u64 };

/// The types in the order of their numbers on the Rust side.
const types = .{
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    i8,
    i16,
    i32,
    i64,
    i128,
    bool,
    Sized,
    Bare,
    ?u32,
    [4]u8,
    [3]u32,
    Padded,
    Reordered,
    Nested,
    WithOptional,
    Flags,
    Union,
    [2]Padded,
    ?Bare,
    [2]?u16,
    struct { u32, u8 },
    struct { u64, u64 },
    struct { u32, u64, u32 },
    Location,
    BareLocation,
    Lonely,
    Wide,
    Holder,
    Extern,
    [3]bool,
    [0]u32,
    void,
};

/// Hashes the key that `words` gives for the type of number `kind`.
pub fn auto_hash(kind: u32, words: *const Words) callconv(.c) Hashes {
    inline for (types, 0..) |T, number| {
        if (kind == number) return hashes(T, fill(T, words));
    }
    std.c.abort();
}

fn hashes(comptime T: type, key: T) Hashes {
    var hasher = std.hash.Wyhash.init(0);
    std.hash.autoHash(&hasher, key);
    const map_context: std.hash_map.AutoContext(T) = .{};
    const array_context: std.array_hash_map.AutoContext(T) = .{};
    return .{
        .auto = hasher.final(),
        .map = map_context.hash(key),
        .array_map = array_context.hash(key),
    };
}

/// A value of `T` from the words. Fields take words in turn, beginning again after the fourth.
fn fill(comptime T: type, words: *const Words) T {
    var next: usize = 0;
    return take(T, words, &next);
}

fn take(comptime T: type, words: *const Words, next: *usize) T {
    switch (@typeInfo(T)) {
        .int => |int| {
            const low = word(words, next);
            const high = if (int.bits > 64) word(words, next) else 0;
            const wide = @as(u128, high) << 64 | low;
            const Unsigned = std.meta.Int(.unsigned, int.bits);
            return @bitCast(@as(Unsigned, @truncate(wide)));
        },
        .bool => return word(words, next) & 1 == 1,
        .@"enum" => {
            const values = comptime std.enums.values(T);
            return values[word(words, next) % values.len];
        },
        .optional => |optional| {
            const present = word(words, next) % 4 != 0;
            return if (present) take(optional.child, words, next) else null;
        },
        .array => |array| {
            var value: T = undefined;
            for (&value) |*element| element.* = take(array.child, words, next);
            return value;
        },
        .@"struct" => |info| {
            var value: T = undefined;
            inline for (info.fields) |field| {
                @field(value, field.name) = take(field.type, words, next);
            }
            return value;
        },
        .@"union" => |info| {
            const number = word(words, next) % info.fields.len;
            inline for (info.fields, 0..) |field, index| {
                if (index == number) {
                    return @unionInit(T, field.name, take(field.type, words, next));
                }
            }
            unreachable;
        },
        .void => return {},
        else => @compileError("no way to fill " ++ @typeName(T)),
    }
}

fn word(words: *const Words, next: *usize) u64 {
    defer next.* += 1;
    return words[next.* % words.len];
}
