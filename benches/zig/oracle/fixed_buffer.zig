//! `std.heap.FixedBufferAllocator` behind a handle. Blocks are named by their offset.

const std = @import("std");
const abi = @import("abi.zig");
const Alignment = std.mem.Alignment;
const gpa = std.heap.c_allocator;

/// No buffer and no request is longer, so that no sum overflows.
const len_max = 1 << 30;
const buffer_alignment: Alignment = .@"64";

/// What an allocation that failed answers.
const none = std.math.maxInt(usize);

const Handle = struct {
    memory: []align(64) u8,
    fixed: std.heap.FixedBufferAllocator,

    fn block(self: *Handle, offset: usize, len: usize) []u8 {
        const buffer = self.fixed.buffer;
        abi.require(offset <= buffer.len and len <= buffer.len - offset);
        return buffer[offset..][0..len];
    }
};

/// A buffer of `len` bytes whose address is `misalignment` above a multiple of 64.
pub fn fixed_buffer_create(len: usize, misalignment: usize) callconv(.c) *Handle {
    abi.require(len <= len_max and misalignment < 64);
    const handle = gpa.create(Handle) catch std.c.abort();
    const memory = gpa.alignedAlloc(u8, buffer_alignment, misalignment + len) catch std.c.abort();
    handle.* = .{ .memory = memory, .fixed = .init(memory[misalignment..]) };
    return handle;
}

pub fn fixed_buffer_destroy(handle: *Handle) callconv(.c) void {
    gpa.free(handle.memory);
    gpa.destroy(handle);
}

/// The offset of the new block, or `none`.
pub fn fixed_buffer_alloc(handle: *Handle, len: usize, align_log2: u8) callconv(.c) usize {
    abi.require(len <= len_max and align_log2 <= 20);
    const alignment: Alignment = @enumFromInt(align_log2);
    const start = handle.fixed.allocator().rawAlloc(len, alignment, 0) orelse return none;
    return @intFromPtr(start) - @intFromPtr(handle.fixed.buffer.ptr);
}

pub fn fixed_buffer_free(handle: *Handle, offset: usize, len: usize) callconv(.c) void {
    abi.require(len <= handle.fixed.end_index);
    handle.fixed.allocator().rawFree(handle.block(offset, len), .@"1", 0);
}

pub fn fixed_buffer_resize(
    handle: *Handle,
    offset: usize,
    len: usize,
    new_len: usize,
) callconv(.c) bool {
    abi.require(new_len <= len_max and len <= handle.fixed.end_index);
    return handle.fixed.allocator().rawResize(handle.block(offset, len), .@"1", new_len, 0);
}

/// The offset after the change, or `none`.
pub fn fixed_buffer_remap(
    handle: *Handle,
    offset: usize,
    len: usize,
    new_len: usize,
) callconv(.c) usize {
    abi.require(new_len <= len_max and len <= handle.fixed.end_index);
    const block = handle.block(offset, len);
    const start = handle.fixed.allocator().rawRemap(block, .@"1", new_len, 0) orelse return none;
    return @intFromPtr(start) - @intFromPtr(handle.fixed.buffer.ptr);
}

pub fn fixed_buffer_reset(handle: *Handle) callconv(.c) void {
    handle.fixed.reset();
}

pub fn fixed_buffer_end_index(handle: *const Handle) callconv(.c) usize {
    return handle.fixed.end_index;
}

pub fn fixed_buffer_is_last(handle: *Handle, offset: usize, len: usize) callconv(.c) bool {
    return handle.fixed.isLastAllocation(handle.block(offset, len));
}
