//! Loops over `std.fmt` and `std.json`, timed from Rust: one call runs a whole sample.
//!
//! Each loop visits its inputs in order and adds the length and the first byte, or the value, of
//! each result to the check value. Its Rust twin does the same.

const std = @import("std");
const abi = @import("abi.zig");
const Writer = std.Io.Writer;

/// `std.fmt.printInt` of every value.
pub fn bench_fmt_itoa(values: abi.Slice(u64), iterations: u64) callconv(.c) u64 {
    var buffer: [20]u8 = undefined;
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (values.get()) |value| {
            const length = std.fmt.printInt(&buffer, value, 10, .lower, .{});
            sum = clobber(&buffer, sum +% length +% buffer[0]);
        }
    }
    return sum;
}

/// `std.fmt.parseInt(u64, …, 10)` of every text; aborts at one that is none.
pub fn bench_fmt_parse_int(texts: abi.Slice(abi.Bytes), iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (texts.get()) |text| {
            const value = std.fmt.parseInt(u64, text.get(), 10) catch std.c.abort();
            sum = opaqueValue(sum +% value);
        }
    }
    return sum;
}

/// `std.json.Stringify.encodeJsonString` of every text, each to the start of one buffer.
pub fn bench_fmt_json(
    texts: abi.Slice(abi.Bytes),
    out: abi.SliceMut(u8),
    iterations: u64,
) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (texts.get()) |text| {
            var writer: Writer = .fixed(out.get());
            std.json.Stringify.encodeJsonString(text.get(), .{}, &writer) catch std.c.abort();
            sum = clobber(out.ptr, sum +% writer.end +% out.get()[0]);
        }
    }
    return sum;
}

/// Every text in quotes if it is plain, and as JSON otherwise, each to the start of one buffer.
pub fn bench_fmt_quote(
    texts: abi.Slice(abi.Bytes),
    out: abi.SliceMut(u8),
    iterations: u64,
) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (texts.get()) |text| {
            var writer: Writer = .fixed(out.get());
            quote(text.get(), &writer) catch std.c.abort();
            sum = clobber(out.ptr, sum +% writer.end +% out.get()[0]);
        }
    }
    return sum;
}

fn quote(text: []const u8, writer: *Writer) Writer.Error!void {
    for (text) |byte| {
        if (byte < ' ' or byte > 0x7f or byte == '"')
            return std.json.Stringify.encodeJsonString(text, .{}, writer);
    }
    try writer.writeByte('"');
    try writer.writeAll(text);
    try writer.writeByte('"');
}

/// `{x}` of every text, each to the start of one buffer.
pub fn bench_fmt_hex(
    texts: abi.Slice(abi.Bytes),
    out: abi.SliceMut(u8),
    iterations: u64,
) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (texts.get()) |text| {
            var writer: Writer = .fixed(out.get());
            writer.print("{x}", .{text.get()}) catch std.c.abort();
            sum = clobber(out.ptr, sum +% writer.end +% out.get()[0]);
        }
    }
    return sum;
}

/// `std.fmt.parseFloat(f64, …)` of every text; aborts at one that is none.
pub fn bench_fmt_parse_float(texts: abi.Slice(abi.Bytes), iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (texts.get()) |text| {
            const value = std.fmt.parseFloat(f64, text.get()) catch std.c.abort();
            sum = opaqueValue(sum +% @as(u64, @bitCast(value)));
        }
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

/// As `opaqueValue`; what was written through `buffer` must be in memory.
inline fn clobber(buffer: [*]const u8, value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
          [buffer] "r" (buffer),
        : .{ .memory = true });
}
