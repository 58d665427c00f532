//! The classes of bytes that Bun's scanners stop at, and what else only Bun has, a byte at a time.

const std = @import("std");

pub fn find(
    text: []const u8,
    start: usize,
    comptime class: fn (byte: u8, quote: u8) bool,
    quote: u8,
) ?usize {
    for (text[start..], start..) |byte, at| if (class(byte, quote)) return at;
    return null;
}

pub fn nonAscii(byte: u8, _: u8) bool {
    return byte > 0x7f;
}

pub fn newlineOrNonAscii(byte: u8, _: u8) bool {
    return byte < 0x20 or byte > 0x7f;
}

pub fn spaceOrNewlineOrNonAscii(byte: u8, _: u8) bool {
    return byte <= 0x20 or byte > 0x7f;
}

pub fn hashOrAt(byte: u8, _: u8) bool {
    return byte == '#' or byte == '@' or newlineOrNonAscii(byte, 0);
}

pub fn orQuote(byte: u8, _: u8) bool {
    return byte == '"' or newlineOrNonAscii(byte, 0);
}

pub fn needsEscape(byte: u8, quote: u8) bool {
    return byte < 0x20 or byte >= 0x7f or byte == '\\' or byte == quote or
        (byte == '$' and quote == '`');
}

pub fn inLiteral(byte: u8, quote: u8) bool {
    return byte == quote or byte == '\\' or byte < 0x20 or byte > 0x7e;
}

pub fn inComment(byte: u8, _: u8) bool {
    return byte == '*' or byte == '\r' or byte == '\n' or byte > 0x7f;
}

pub fn urlEncode(byte: u8, _: u8) bool {
    return byte < 0x20 or byte > 0x7f or std.mem.indexOfScalar(u8, "%\\\"#?[]^|~", byte) != null;
}

pub fn boundary(text: []const u8, index: usize) bool {
    return index == 0 or index >= text.len or @as(i8, @bitCast(text[index])) >= -0x40;
}

/// How many bytes were decoded, and 2^32 more if what follows is no pair of digits.
pub fn decodeHex(destination: []u8, source: []const u8) u64 {
    var written: usize = 0;
    while (written < destination.len and 2 * written + 1 < source.len) : (written += 1) {
        const pair = source[2 * written ..][0..2];
        const high = std.fmt.charToDigit(pair[0], 16) catch break;
        const low = std.fmt.charToDigit(pair[1], 16) catch break;
        destination[written] = high << 4 | low;
    }
    const failed = written < destination.len and 2 * written < source.len;
    return written | @as(u64, @intFromBool(failed)) << 32;
}
