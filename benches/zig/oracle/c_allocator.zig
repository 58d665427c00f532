//! A C allocator behind a `std.mem.Allocator`.

const std = @import("std");

/// `malloc` and `free` of the C allocator behind the vtable rows.
pub const CAllocator = extern struct {
    malloc: *const fn (usize) callconv(.c) ?*anyopaque,
    free: *const fn (?*anyopaque) callconv(.c) void,

    pub fn allocator(self: *const CAllocator) std.mem.Allocator {
        const opaque_vtable = asm volatile (""
            : [out] "=r" (-> *const std.mem.Allocator.VTable),
            : [in] "0" (&vtable),
        );
        return .{ .ptr = @constCast(self), .vtable = opaque_vtable };
    }

    const vtable: std.mem.Allocator.VTable = .{
        .alloc = vtableAlloc,
        .resize = std.mem.Allocator.noResize,
        .remap = std.mem.Allocator.noRemap,
        .free = vtableFree,
    };

    fn vtableAlloc(context: *anyopaque, len: usize, alignment: std.mem.Alignment, _: usize) ?[*]u8 {
        if (alignment.toByteUnits() > 16) return null;
        const self: *const CAllocator = @ptrCast(@alignCast(context));
        return @ptrCast(self.malloc(len));
    }

    fn vtableFree(context: *anyopaque, memory: []u8, _: std.mem.Alignment, _: usize) void {
        const self: *const CAllocator = @ptrCast(@alignCast(context));
        self.free(memory.ptr);
    }
};
