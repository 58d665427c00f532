//! Short lines into a buffered `std.Io.Writer` on the null device, timed from Rust.

const std = @import("std");

/// As large as the buffer of `Output`.
const buffer_len = 4096;

/// Lines with a number in them. The check value is the number of lines.
pub fn bench_print_number(iterations: u64) callconv(.c) u64 {
    return lines(iterations, struct {
        fn print(writer: *std.Io.Writer, index: u64) !void {
            try writer.print("line {d}\n", .{index});
        }
    }.print);
}

/// Lines that are always the same.
pub fn bench_print_literal(iterations: u64) callconv(.c) u64 {
    return lines(iterations, struct {
        fn print(writer: *std.Io.Writer, _: u64) !void {
            try writer.print("a short line\n", .{});
        }
    }.print);
}

fn lines(iterations: u64, comptime print: fn (*std.Io.Writer, u64) anyerror!void) u64 {
    const null_device = std.fs.openFileAbsolute("/dev/null", .{ .mode = .write_only }) catch
        std.c.abort();
    defer null_device.close();
    var buffer: [buffer_len]u8 = undefined;
    var file_writer = null_device.writerStreaming(&buffer);
    const writer = &file_writer.interface;
    for (0..iterations) |index| print(writer, opaqueValue(index)) catch std.c.abort();
    writer.flush() catch std.c.abort();
    return iterations;
}

/// The number, as far as the optimiser can tell any other.
fn opaqueValue(value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
    );
}
