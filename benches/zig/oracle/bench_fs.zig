//! Loops over `std.fs` on files that Rust made, timed from Rust.

const std = @import("std");
const abi = @import("abi.zig");

const Kind = enum(u32) { read, stat, list, write };

/// The path is a file, or for `list` a directory.
pub fn bench_fs(kind: u32, path: abi.Bytes, iterations: u64) callconv(.c) u64 {
    abi.require(path.len > 0 and path.len < std.fs.max_path_bytes);
    var sum: u64 = 0;
    switch (std.meta.intToEnum(Kind, kind) catch std.c.abort()) {
        .read => for (0..iterations) |_| {
            sum += read(path.get()) catch std.c.abort();
        },
        .stat => for (0..iterations) |_| {
            const stat = std.fs.cwd().statFile(path.get()) catch std.c.abort();
            sum += stat.size;
        },
        .list => for (0..iterations) |_| {
            sum += list(path.get()) catch std.c.abort();
        },
        .write => sum = write(path.get(), iterations) catch std.c.abort(),
    }
    return sum;
}

fn read(path: []const u8) !u64 {
    const file = try std.fs.cwd().openFile(path, .{});
    defer file.close();
    var buffer: [1024]u8 = undefined;
    return file.read(&buffer);
}

fn list(path: []const u8) !u64 {
    var dir = try std.fs.cwd().openDir(path, .{ .iterate = true });
    defer dir.close();
    var entries = dir.iterate();
    var sum: u64 = 0;
    while (try entries.next()) |entry| sum += entry.name.len;
    return sum;
}

fn write(path: []const u8, iterations: u64) !u64 {
    const file = try std.fs.cwd().openFile(path, .{ .mode = .write_only });
    defer file.close();
    const block = [_]u8{'x'} ** 4096;
    var sum: u64 = 0;
    for (0..iterations) |_| sum += try file.pwrite(&block, 0);
    return sum;
}
