//! Text from numbers and bytes. Where the standard library has the function it is called; what only
//! the runtime has is written here from its description, on top of the library's own printing.

const std = @import("std");
const abi = @import("abi.zig");
const Writer = std.Io.Writer;

/// What text is made of a word.
const OfWord = enum(u32) {
    decimal,
    decimal_signed,
    hex_lower,
    hex_upper_u32,
    size,
    size_tight,
    duration,
    truncated_hash,
    trimmed,
    digit_count,
    rounded,
};

/// Writes the text of `word`, and returns its length.
pub fn fmt_of_word(kind: u32, word: u64, out: abi.SliceMut(u8)) callconv(.c) usize {
    var writer: Writer = .fixed(out.get());
    const chosen = std.enums.fromInt(OfWord, kind);
    abi.require(chosen != null);
    ofWord(chosen.?, word, &writer) catch std.c.abort();
    return writer.end;
}

fn ofWord(kind: OfWord, word: u64, writer: *Writer) Writer.Error!void {
    switch (kind) {
        .decimal => try writer.print("{d}", .{word}),
        .decimal_signed => try writer.print("{d}", .{@as(i64, @bitCast(word))}),
        .hex_lower => try writer.print("{x:0>16}", .{word}),
        .hex_upper_u32 => try writer.print("{X:0>8}", .{@as(u32, @truncate(word))}),
        .size => try size(word, " ", "bytes", writer),
        .size_tight => try size(word, "", "B", writer),
        .duration => try duration(word, writer),
        .truncated_hash => for (std.mem.toBytes(std.mem.nativeToLittle(u64, word))) |byte| {
            try writer.writeByte("0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]);
        },
        .trimmed => try trimmed(@bitCast(word), writer),
        .digit_count => try writer.print("{d}", .{std.fmt.count("{d}", .{word})}),
        .rounded => try writer.print("{d:.2}", .{@as(f64, @bitCast(word))}),
    }
}

fn size(bytes: u64, space: []const u8, unit: []const u8, writer: *Writer) Writer.Error!void {
    if (bytes == 0) return writer.print("0{s}KB", .{space});
    if (bytes < 512) return writer.print("{d}{s}{s}", .{ bytes, space, unit });
    const index = std.math.log2_int(u64, bytes) / 9;
    const scale = std.math.pow(f64, 1000, @floatFromInt(index));
    const number = @as(f64, @floatFromInt(bytes)) / scale;
    const is_short = @abs(number - @trunc(number)) <= 0.1;
    try writer.print("{d:.[1]}", .{ number, @as(usize, if (is_short) 1 else 2) });
    try writer.print("{s}{c}B", .{ space, " KMGTPEZ"[index] });
}

fn duration(ns: u64, writer: *Writer) Writer.Error!void {
    const time = std.time;
    const long = [_]u64{
        365 * time.ns_per_day, time.ns_per_week, time.ns_per_day, time.ns_per_hour, time.ns_per_min,
    };
    var rest = ns;
    for (long, "ywdhm") |unit, letter| {
        if (rest < unit) continue;
        try writer.print("{d}{c}", .{ rest / unit, letter });
        rest %= unit;
        if (rest == 0) return;
    }
    const short = [_]u64{ time.ns_per_s, time.ns_per_ms, time.ns_per_us };
    for (short, [_][]const u8{ "s", "ms", "us" }) |unit, letters| {
        if (rest < unit) continue;
        const tenths = rest * 10 / unit;
        try writer.print("{d}", .{tenths / 10});
        if (tenths % 10 != 0) try writer.print(".{d}", .{tenths % 10});
        return writer.writeAll(letters);
    }
    try writer.print("{d}ns", .{rest});
}

/// With three decimals. A fraction that rounds to nothing or to one leaves a bare point.
fn trimmed(number: f64, writer: *Writer) Writer.Error!void {
    const whole = @trunc(number);
    try writer.print("{d}", .{whole});
    if (number == whole) return;
    var buffer: [16]u8 = undefined;
    const text = std.fmt.bufPrint(&buffer, "{d:.3}", .{number - whole}) catch std.c.abort();
    try writer.print(".{s}", .{std.mem.trimRight(u8, text[2..], "0")});
}

/// What text is made of bytes.
const OfBytes = enum(u32) {
    hex_lower,
    hex_upper,
    json,
    runtime_json,
    quoted,
    powershell,
    dependency_url,
    github_action,
    integrity,
    address_v4,
    address_v6,
    path_posix,
    latin1,
    utf16,
};

/// Writes the text of `bytes`, and returns its length.
pub fn fmt_of_bytes(kind: u32, bytes: abi.Bytes, out: abi.SliceMut(u8)) callconv(.c) usize {
    var writer: Writer = .fixed(out.get());
    const chosen = std.enums.fromInt(OfBytes, kind);
    abi.require(chosen != null);
    ofBytes(chosen.?, bytes.get(), &writer) catch std.c.abort();
    return writer.end;
}

fn ofBytes(kind: OfBytes, bytes: []const u8, writer: *Writer) Writer.Error!void {
    switch (kind) {
        .hex_lower => try writer.print("{x}", .{bytes}),
        .hex_upper => try writer.print("{X}", .{bytes}),
        .json => try std.json.Stringify.encodeJsonString(bytes, .{}, writer),
        .runtime_json => try runtimeJson(bytes, writer),
        .quoted => {
            for (bytes) |byte| {
                if (byte < ' ' or byte > 0x7f or byte == '"') return runtimeJson(bytes, writer);
            }
            try writer.print("\"{s}\"", .{bytes});
        },
        .powershell => for (bytes) |byte| {
            if (byte == '"' or byte == '`') try writer.writeByte('`');
            try writer.writeByte(byte);
        },
        .dependency_url => for (bytes) |byte| {
            if (byte == '/') try writer.writeAll("%2f") else try writer.writeByte(byte);
        },
        .github_action => try githubAction(bytes, writer),
        .integrity => {
            abi.require(bytes.len == 64);
            try writer.writeAll("sha512-");
            try std.base64.standard.Encoder.encodeWriter(writer, bytes);
        },
        .address_v4 => {
            abi.require(bytes.len == 4);
            const address: std.net.Address = .initIp4(bytes[0..4].*, 65535);
            try withoutPort(address, writer);
        },
        .address_v6 => {
            abi.require(bytes.len == 16);
            const address: std.net.Address = .initIp6(bytes[0..16].*, 1, 0, 0);
            try withoutPort(address, writer);
        },
        .path_posix => for (bytes) |byte| {
            try writer.writeByte(if (byte == '\\') '/' else byte);
        },
        .latin1 => for (bytes) |byte| try writer.print("{u}", .{@as(u21, byte)}),
        .utf16 => {
            abi.require(bytes.len % 2 == 0);
            var units: [256]u16 = undefined;
            abi.require(bytes.len / 2 <= units.len);
            @memcpy(std.mem.sliceAsBytes(&units)[0..bytes.len], bytes);
            try writer.print("{f}", .{std.unicode.fmtUtf16Le(units[0 .. bytes.len / 2])});
        },
    }
}

fn withoutPort(address: std.net.Address, writer: *Writer) Writer.Error!void {
    var buffer: [64]u8 = undefined;
    const text = std.fmt.bufPrint(&buffer, "{f}", .{address}) catch std.c.abort();
    const end = std.mem.lastIndexOfScalar(u8, text, ':') orelse text.len;
    try writer.writeAll(std.mem.trim(u8, text[0..end], "[]"));
}

/// The runtime's JSON strings, of valid UTF-8: as the library's, with digits in upper case, the
/// escapes of C for bell and vertical tab, and escapes for what JavaScript treats as syntax.
fn runtimeJson(bytes: []const u8, writer: *Writer) Writer.Error!void {
    try writer.writeByte('"');
    const view = std.unicode.Utf8View.init(bytes) catch std.c.abort();
    var iterator = view.iterator();
    while (iterator.nextCodepoint()) |point| switch (point) {
        '"', '\\' => try writer.print("\\{u}", .{point}),
        0x07 => try writer.writeAll("\\x07"),
        0x08 => try writer.writeAll("\\b"),
        0x09 => try writer.writeAll("\\t"),
        0x0a => try writer.writeAll("\\n"),
        0x0b => try writer.writeAll("\\v"),
        0x0c => try writer.writeAll("\\f"),
        0x0d => try writer.writeAll("\\r"),
        0...0x06, 0x0e...0x1f, 0x2028, 0x2029, 0xfeff => try writer.print("\\u{X:0>4}", .{point}),
        else => try writer.print("{u}", .{point}),
    };
    try writer.writeByte('"');
}

/// As the runtime writes annotations, its losses included: everything from the last point up to
/// the end of a character that is not ASCII is dropped, and an escape sequence goes as a whole only
/// when it is short.
fn githubAction(bytes: []const u8, writer: *Writer) Writer.Error!void {
    var start: usize = 0;
    var index: usize = 0;
    while (index < bytes.len) {
        const byte = bytes[index];
        if (byte >= ' ' and byte < 0x7f or byte == '\t') {
            index += 1;
            continue;
        }
        if (byte >= 0x80) {
            start += std.unicode.utf8ByteSequenceLength(byte) catch 1;
            index = start;
            continue;
        }
        try writer.writeAll(bytes[start..index]);
        const after = bytes[index + 1 ..];
        index += 1;
        if (byte == '\n') {
            try writer.writeAll("%0A");
        } else if (byte == '\r' and after.len > 0 and after[0] == '\n') {
            try writer.writeAll("%0A");
            index += 1;
        } else if (byte == 0x1b and after.len > 0 and after[0] == '[') {
            index += 1;
            const short = after[1..@min(after.len, 4)];
            if (std.mem.indexOfScalar(u8, short, 'm')) |end| index += end + 1;
        }
        start = index;
    }
    if (start < bytes.len) try writer.writeAll(bytes[start..]);
}
