//! `std.unicode`, and the policies of Bun that it does not have, written to be checked against.

const std = @import("std");
const abi = @import("abi.zig");

const failed = std.math.maxInt(usize);

/// The units of `bytes`, or `failed` if they are not UTF-8.
pub fn unicode_utf8_to_utf16(bytes: abi.Bytes, out: abi.SliceMut(u16)) callconv(.c) usize {
    abi.require(out.len >= bytes.len);
    return std.unicode.utf8ToUtf16Le(out.get(), bytes.get()) catch failed;
}

/// The same for WTF-8.
pub fn unicode_wtf8_to_wtf16(bytes: abi.Bytes, out: abi.SliceMut(u16)) callconv(.c) usize {
    abi.require(out.len >= bytes.len);
    return std.unicode.wtf8ToWtf16Le(out.get(), bytes.get()) catch failed;
}

/// The bytes of `units`, or `failed` if a surrogate has no partner.
pub fn unicode_utf16_to_utf8(units: abi.Slice(u16), out: abi.SliceMut(u8)) callconv(.c) usize {
    abi.require(out.len / 3 >= units.len);
    return std.unicode.utf16LeToUtf8(out.get(), units.get()) catch failed;
}

/// The same for WTF-8, which encodes such a surrogate.
pub fn unicode_wtf16_to_wtf8(units: abi.Slice(u16), out: abi.SliceMut(u8)) callconv(.c) usize {
    abi.require(out.len / 3 >= units.len);
    return std.unicode.wtf16LeToWtf8(out.get(), units.get());
}

pub fn unicode_validate(bytes: abi.Bytes) callconv(.c) bool {
    return std.unicode.utf8ValidateSlice(bytes.get());
}

/// The length in UTF-16, or `failed`.
pub fn unicode_utf16_len(bytes: abi.Bytes) callconv(.c) usize {
    return std.unicode.calcUtf16LeLen(bytes.get()) catch failed;
}

/// The length that a first byte announces, or 0.
pub fn unicode_sequence_len(first: u8) callconv(.c) u8 {
    return std.unicode.utf8ByteSequenceLength(first) catch 0;
}

/// Each maximal part that could have started a character is one U+FFFD.
pub fn unicode_lossy_utf16(bytes: abi.Bytes, out: abi.SliceMut(u16)) callconv(.c) usize {
    abi.require(out.len >= bytes.len);
    const units = out.get();
    var rest = bytes.get();
    var len: usize = 0;
    while (rest.len > 0) {
        const taken, const code_point = maximalPart(rest);
        if (code_point) |c| {
            if (c > 0xffff) {
                units[len] = @intCast(0xd800 + ((c - 0x10000) >> 10));
                units[len + 1] = @intCast(0xdc00 + ((c - 0x10000) & 0x3ff));
                len += 2;
            } else {
                units[len] = @intCast(c);
                len += 1;
            }
        } else {
            units[len] = 0xfffd;
            len += 1;
        }
        rest = rest[taken..];
    }
    return len;
}

/// How many bytes belong together, and the character if they are one. Table 3-7 of the Unicode
/// Standard, a byte at a time.
fn maximalPart(bytes: []const u8) struct { usize, ?u32 } {
    const first = bytes[0];
    if (first < 0x80) return .{ 1, first };
    const len: usize = switch (first) {
        0xc2...0xdf => 2,
        0xe0...0xef => 3,
        0xf0...0xf4 => 4,
        else => return .{ 1, null },
    };
    var code_point: u32 = first & (@as(u32, 0x7f) >> @intCast(len));
    for (1..len) |index| {
        if (index >= bytes.len) return .{ index, null };
        const low: u8 = if (index > 1) 0x80 else switch (first) {
            0xe0 => 0xa0,
            0xf0 => 0x90,
            else => 0x80,
        };
        const high: u8 = if (index > 1) 0xbf else switch (first) {
            0xed => 0x9f,
            0xf4 => 0x8f,
            else => 0xbf,
        };
        if (bytes[index] < low or bytes[index] > high) return .{ index, null };
        code_point = code_point << 6 | (bytes[index] & 0x3f);
    }
    return .{ len, code_point };
}

/// A surrogate without a partner is EF BF BD.
pub fn unicode_lossy_utf8(units: abi.Slice(u16), out: abi.SliceMut(u8)) callconv(.c) usize {
    abi.require(out.len / 3 >= units.len);
    const bytes = out.get();
    const source = units.get();
    var len: usize = 0;
    var at: usize = 0;
    while (at < source.len) {
        var code_point: u21 = source[at];
        at += 1;
        if (code_point >= 0xd800 and code_point < 0xdc00 and at < source.len and
            source[at] >= 0xdc00 and source[at] < 0xe000)
        {
            code_point = 0x10000 + ((code_point - 0xd800) << 10) + (source[at] - 0xdc00);
            at += 1;
        } else if (code_point >= 0xd800 and code_point < 0xe000) {
            code_point = 0xfffd;
        }
        len += std.unicode.utf8Encode(code_point, bytes[len..]) catch unreachable;
    }
    return len;
}

/// What the iterator of lexers yields: code point and width by turns.
pub fn unicode_iterate(bytes: abi.Bytes, out: abi.SliceMut(u32)) callconv(.c) usize {
    abi.require(out.len / 2 >= bytes.len);
    const seen = out.get();
    var rest = bytes.get();
    var len: usize = 0;
    while (rest.len > 0) {
        const width: usize = std.unicode.utf8ByteSequenceLength(rest[0]) catch 1;
        var code_point: u32 = rest[0];
        var taken: usize = 1;
        if (width > 1) {
            code_point = 0xfffd;
            if (width <= rest.len) {
                if (std.unicode.wtf8Decode(rest[0..width])) |decoded| {
                    code_point = decoded;
                    taken = width;
                } else |_| {}
            }
        }
        seen[len] = code_point;
        seen[len + 1] = @intCast(taken);
        len += 2;
        rest = rest[taken..];
    }
    return len;
}
