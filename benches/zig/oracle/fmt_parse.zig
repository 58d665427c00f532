//! Numbers from text: `std.fmt.parseInt`, `std.fmt.parseUnsigned` and `std.fmt.parseFloat`.

const std = @import("std");
const abi = @import("abi.zig");

/// How a call ended, as `ParseStatus` of Rust has it.
const Status = enum(u8) { ok, overflow, invalid_character };

const Signedness = enum(u32) { signed, unsigned };

/// Reads an integer of a type, and its two words of two's complement.
pub fn fmt_parse_int(
    signedness: u32,
    bits: u32,
    radix: u8,
    text: abi.Bytes,
    out: *[2]u64,
) callconv(.c) u8 {
    const chosen = std.enums.fromInt(Signedness, signedness);
    abi.require(chosen != null and radix <= 36 and radix != 1);
    return @intFromEnum(switch (chosen.?) {
        inline else => |sign| switch (bits) {
            inline 8, 16, 32, 64, 128 => |count| parseInt(switch (sign) {
                .signed => std.meta.Int(.signed, count),
                .unsigned => std.meta.Int(.unsigned, count),
            }, text.get(), radix, out),
            else => std.c.abort(),
        },
    });
}

fn parseInt(comptime Int: type, text: []const u8, radix: u8, out: *[2]u64) Status {
    const value = std.fmt.parseInt(Int, text, radix) catch |failure| return statusOf(failure);
    const wide: u128 = @bitCast(@as(i128, if (@typeInfo(Int).int.signedness == .signed)
        value
    else
        @bitCast(@as(u128, value))));
    out.* = .{ @truncate(wide), @truncate(wide >> 64) };
    return .ok;
}

/// Reads an `u64` without a sign.
pub fn fmt_parse_unsigned(radix: u8, text: abi.Bytes, out: *u64) callconv(.c) u8 {
    abi.require(radix <= 36 and radix != 1);
    out.* = std.fmt.parseUnsigned(u64, text.get(), radix) catch |failure|
        return @intFromEnum(statusOf(failure));
    return @intFromEnum(Status.ok);
}

fn statusOf(failure: std.fmt.ParseIntError) Status {
    return switch (failure) {
        error.Overflow => .overflow,
        error.InvalidCharacter => .invalid_character,
    };
}

/// Reads a float of 64 or 32 bits, and its bits.
pub fn fmt_parse_float(bits: u32, text: abi.Bytes, out: *u64) callconv(.c) bool {
    out.* = switch (bits) {
        64 => @bitCast(std.fmt.parseFloat(f64, text.get()) catch return false),
        32 => @as(u32, @bitCast(std.fmt.parseFloat(f32, text.get()) catch return false)),
        else => std.c.abort(),
    };
    return true;
}
