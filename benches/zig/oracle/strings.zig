//! String functions in groups: one call answers a whole group about one input.
//!
//! What std has is std's. What only Bun has is written here from its described behaviour. An
//! answer is a number: an index or `none`, a boolean, an order plus one, or start and length of a
//! part of the text, packed by `part`. Rust has the names, in the same order.

const std = @import("std");
const abi = @import("abi.zig");
const scan = @import("strings_scan.zig");

const none = std.math.maxInt(u64);
const whitespace = " \t\n\r\x0b\x0c";
const Answers = struct {
    out: []u64,
    len: usize = 0,

    fn add(self: *Answers, answer: u64) void {
        abi.require(self.len < self.out.len);
        self.out[self.len] = answer;
        self.len += 1;
    }

    fn index(self: *Answers, answer: ?usize) void {
        self.add(if (answer) |found| found else none);
    }

    fn yes(self: *Answers, answer: bool) void {
        self.add(@intFromBool(answer));
    }

    /// `piece` lies in `text`, or is empty.
    fn part(self: *Answers, text: []const u8, piece: []const u8) void {
        const start = if (piece.len == 0) 0 else @intFromPtr(piece.ptr) - @intFromPtr(text.ptr);
        self.add(start << 32 | piece.len);
    }

    fn order(self: *Answers, answer: std.math.Order) void {
        self.add(switch (answer) {
            .lt => 0,
            .eq => 1,
            .gt => 2,
        });
    }
};

pub fn str_search(
    text: abi.Bytes,
    needle: abi.Bytes,
    byte: u8,
    other: u8,
    start: usize,
    out: abi.SliceMut(u64),
) callconv(.c) void {
    var answers: Answers = .{ .out = out.get() };
    const t = text.get();
    const n = needle.get();
    const from = @min(start, t.len);
    answers.index(std.mem.indexOfScalar(u8, t, byte));
    answers.index(std.mem.lastIndexOfScalar(u8, t, byte));
    answers.index(std.mem.indexOfScalarPos(u8, t, from, byte));
    answers.index(std.mem.indexOfNone(u8, t, &.{byte}));
    answers.add(if (t.len == 0) 0 else std.mem.count(u8, t, &.{byte}));
    answers.index(if (n.len == 0) null else std.mem.indexOf(u8, t, n));
    answers.index(std.mem.indexOf(u8, t, n));
    answers.index(std.mem.lastIndexOf(u8, t, n));
    answers.index(std.mem.indexOfAny(u8, t, n));
    answers.index(std.mem.indexOfAnyPos(u8, t, from, n));
    const before = std.mem.indexOfScalar(u8, t, other) orelse t.len;
    answers.index(std.mem.lastIndexOfScalar(u8, t[0..before], byte));
    answers.part(t, t[0..before]);
    answers.part(t, std.mem.sliceTo(t, 0));
    answers.part(t, t[from..@max(from, @min(t.len, from + n.len))]);
    abi.require(answers.len == out.len);
}

pub fn str_compare(a: abi.Bytes, b: abi.Bytes, out: abi.SliceMut(u64)) callconv(.c) void {
    var answers: Answers = .{ .out = out.get() };
    const x = a.get();
    const y = b.get();
    answers.yes(std.mem.eql(u8, x, y));
    answers.yes(std.ascii.eqlIgnoreCase(x, y));
    // What the platform's strncasecmp makes of a NUL.
    const until_nul = std.mem.sliceTo(x, 0).len + 1;
    const seen = @min(x.len, until_nul);
    answers.yes(x.len == y.len and std.ascii.eqlIgnoreCase(x[0..seen], y[0..seen]));
    answers.yes(y.len >= x.len and std.ascii.eqlIgnoreCase(x, y[0..x.len]));
    answers.yes(std.ascii.startsWithIgnoreCase(x, y));
    answers.yes(y.len > 0 and std.ascii.startsWithIgnoreCase(x, y));
    answers.yes(std.ascii.indexOfIgnoreCase(x, y) != null);
    answers.yes(std.mem.startsWith(u8, x, y));
    answers.yes(y.len > 0 and std.mem.startsWith(u8, x, y));
    answers.yes(std.mem.endsWith(u8, x, y));
    answers.order(std.mem.order(u8, x, y));
    answers.yes(std.mem.lessThan(u8, x, y));
    answers.yes(std.mem.lessThan(u8, y, x));
    answers.order(std.ascii.orderIgnoreCase(x, y));
    const last: ?u8 = if (x.len > 0) x[x.len - 1] else null;
    answers.yes(last != null and std.mem.indexOfScalar(u8, y, last.?) != null);
    answers.yes(last == null or (y.len > 0 and last.? == y[0]));
    answers.yes(globLess(x, y));
    answers.part(x, if (std.mem.startsWith(u8, x, y)) x[y.len..] else x);
    answers.part(x, if (std.mem.endsWith(u8, x, y)) x[0 .. x.len - y.len] else x);
    abi.require(answers.len == out.len);
}

/// The order of patterns in export maps.
fn globLess(a: []const u8, b: []const u8) bool {
    const star_a = std.mem.indexOfScalar(u8, a, '*');
    const star_b = std.mem.indexOfScalar(u8, b, '*');
    const base_a = star_a orelse a.len;
    const base_b = star_b orelse b.len;
    if (base_a != base_b) return base_a > base_b;
    if (star_a == null or star_b == null) return star_a != null and star_b == null;
    return a.len > b.len;
}

pub fn str_parts(
    text: abi.Bytes,
    set: abi.Bytes,
    byte: u8,
    other: u8,
    scratch: abi.SliceMut(u8),
    out: abi.SliceMut(u64),
) callconv(.c) void {
    var answers: Answers = .{ .out = out.get() };
    const t = text.get();
    const s = set.get();
    abi.require(scratch.len >= 2 * t.len);
    answers.part(t, std.mem.trim(u8, t, s));
    answers.part(t, std.mem.trimStart(u8, t, s));
    answers.part(t, std.mem.trimEnd(u8, t, s));
    answers.part(t, std.mem.trim(u8, t, whitespace));
    answers.add(t.len - std.mem.trimStart(u8, t, whitespace).len);
    answers.part(t, std.mem.trimStart(u8, t, &.{byte}));
    var pairs = t;
    while (pairs.len >= 2 and pairs[0] == byte and pairs[1] == other) pairs = pairs[2..];
    answers.part(t, pairs);
    // A run at the end, of which one is left, and the first byte is no part.
    var keep = t.len;
    while (keep >= 2 and t[keep - 1] == byte) keep -= 1;
    answers.part(t, t[0..@min(t.len, if (keep < t.len) keep + 1 else keep)]);
    answers.add(splitSum(t, s));
    if (s.len == 0) {
        answers.add(t.len);
    } else {
        answers.add(std.mem.replacementSize(u8, t, s, &.{ byte, other, byte }));
    }
    answers.add(sum(std.ascii.lowerString(scratch.get(), t)));
    const digits = scratch.get()[0 .. 2 * t.len];
    for (t, 0..) |value, at| digits[2 * at ..][0..2].* = std.fmt.hex(value);
    answers.add(sum(digits));
    answers.add(scan.decodeHex(scratch.get()[0..@min(s.len, scratch.len)], t));
    abi.require(answers.len == out.len);
}

/// A number that depends on every piece and its place.
fn splitSum(text: []const u8, delimiter: []const u8) u64 {
    if (delimiter.len == 0) return mix(0, text.len);
    var total: u64 = 0;
    var pieces = std.mem.splitSequence(u8, text, delimiter);
    while (pieces.next()) |piece| total = mix(total, piece.len);
    return total;
}

fn sum(bytes: []const u8) u64 {
    var total: u64 = 0;
    for (bytes) |byte| total = mix(total, byte);
    return total;
}

fn mix(total: u64, value: u64) u64 {
    return (total +% value +% 1) *% 0x9e37_79b9_7f4a_7c15;
}

pub fn str_scan(
    text: abi.Bytes,
    wide: abi.Slice(u16),
    quote: u8,
    offset: usize,
    out: abi.SliceMut(u64),
) callconv(.c) void {
    var answers: Answers = .{ .out = out.get() };
    const t = text.get();
    abi.require(offset <= t.len);
    answers.index(scan.find(t, 0, scan.nonAscii, 0));
    answers.index(for (wide.get(), 0..) |unit, at| {
        if (unit > 0x7f) break at;
    } else null);
    answers.index(scan.find(t, offset, scan.newlineOrNonAscii, 0));
    answers.index(scan.find(t, offset, scan.spaceOrNewlineOrNonAscii, 0));
    answers.index(scan.find(t, 0, scan.hashOrAt, 0));
    answers.yes(scan.find(t, 0, scan.orQuote, 0) != null);
    answers.index(scan.find(t, 0, scan.needsEscape, quote));
    answers.index(scan.find(t, 0, scan.inLiteral, quote));
    answers.index(scan.find(t, 0, scan.inComment, 0));
    answers.index(if (t.len > 0 and t[0] == 0x7f) 0 else scan.find(t, 0, scan.urlEncode, 0));
    answers.yes(scan.boundary(t, offset));
    abi.require(answers.len == out.len);
}
