//! Loops over `std.unicode`, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");

pub fn bench_utf8_to_utf16(bytes: abi.Bytes, out: abi.SliceMut(u16), iterations: u64) callconv(.c) u64 {
    abi.require(out.len >= bytes.len);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = bytes.get()[0..opaqueValue(bytes.len)];
        sum +%= std.unicode.utf8ToUtf16Le(out.get(), source) catch 0;
    }
    return sum;
}

pub fn bench_utf16_to_utf8(units: abi.Slice(u16), out: abi.SliceMut(u8), iterations: u64) callconv(.c) u64 {
    abi.require(out.len / 3 >= units.len);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = units.get()[0..opaqueValue(units.len)];
        sum +%= std.unicode.utf16LeToUtf8(out.get(), source) catch 0;
    }
    return sum;
}

pub fn bench_utf8_to_utf16_alloc(bytes: abi.Bytes, iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = bytes.get()[0..opaqueValue(bytes.len)];
        const units = std.unicode.utf8ToUtf16LeAlloc(std.heap.c_allocator, source) catch continue;
        defer std.heap.c_allocator.free(units);
        sum +%= units.len;
    }
    return sum;
}

pub fn bench_utf16_to_utf8_alloc(units: abi.Slice(u16), iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = units.get()[0..opaqueValue(units.len)];
        const bytes = std.unicode.utf16LeToUtf8Alloc(std.heap.c_allocator, source) catch continue;
        defer std.heap.c_allocator.free(bytes);
        sum +%= bytes.len;
    }
    return sum;
}

pub fn bench_utf8_validate(bytes: abi.Bytes, iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = bytes.get()[0..opaqueValue(bytes.len)];
        sum +%= @intFromBool(std.unicode.utf8ValidateSlice(source));
    }
    return sum;
}

pub fn bench_utf16_len(bytes: abi.Bytes, iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        const source = bytes.get()[0..opaqueValue(bytes.len)];
        sum +%= std.unicode.calcUtf16LeLen(source) catch 0;
    }
    return sum;
}

/// `value`, of which the optimiser no longer knows where it came from. Costs nothing.
inline fn opaqueValue(value: usize) usize {
    return asm volatile (""
        : [out] "=r" (-> usize),
        : [in] "0" (value),
        : .{ .memory = true });
}
