//! Loops over counted objects and tagged pointers, timed from Rust: one call runs a whole sample.
//!
//! An index stands for one of 64 objects, or of as many values of four types. Both types below are
//! written as Bun has them, since Zig's library has neither.

const abi = @import("abi.zig");

const object_count = 64;
const count_max = 4096;

const Object = struct {
    count: u32 = 1,
    value: u32 = 7,

    inline fn ref(self: *Object) void {
        self.count += 1;
    }

    inline fn deref(self: *Object) void {
        self.count -= 1;
        if (self.count == 0) self.destroy();
    }

    inline fn refAtomic(self: *Object) void {
        _ = @atomicRmw(u32, &self.count, .Add, 1, .seq_cst);
    }

    inline fn derefAtomic(self: *Object) void {
        if (@atomicRmw(u32, &self.count, .Sub, 1, .seq_cst) == 1) self.destroy();
    }

    noinline fn destroy(self: *Object) void {
        self.value = 0;
    }
};

threadlocal var objects: [object_count]Object = @splat(.{});

/// Takes and gives back a reference to each object, and adds up their values.
pub fn bench_ref_local(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (indices.get()) |index| {
            const object = &objects[index % object_count];
            object.ref();
            touch(object);
            sum +%= object.value;
            object.deref();
        }
    }
    return sum;
}

pub fn bench_ref_atomic(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (indices.get()) |index| {
            const object = &objects[index % object_count];
            object.refAtomic();
            touch(object);
            sum +%= object.value;
            object.derefAtomic();
        }
    }
    return sum;
}

const Tagged = packed struct(u64) {
    address: u49,
    tag: u15,
};

const A = struct { value: u64 };
const B = struct { value: u64 };
const C = struct { value: u64 };
const D = struct { value: u64 };

const types = .{ A, B, C, D };

fn step(comptime T: type, sum: u64, value: u64) u64 {
    return switch (T) {
        A => sum +% value,
        B => sum ^ value,
        C => sum +% 3 *% value,
        else => sum -% value,
    };
}

var values: [4]u64 = .{ 1, 2, 3, 4 };

fn fill(words: *[count_max]Tagged, indices: []const u32) []Tagged {
    abi.require(indices.len <= count_max);
    for (words[0..indices.len], indices) |*word, index| {
        const at = index % 4;
        word.* = .{
            .address = @truncate(@intFromPtr(&values[at])),
            .tag = @intCast(1024 - at),
        };
    }
    return words[0..indices.len];
}

/// Folds the values that are of the second type.
pub fn bench_tagged_get(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    var buffer: [count_max]Tagged = undefined;
    const words = fill(&buffer, indices.get());
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (words) |word| {
            if (word.tag != 1023) continue;
            const pointer: *const B = @ptrFromInt(@as(usize, word.address));
            sum +%= pointer.value;
        }
        sum = opaqueValue(sum);
    }
    return sum;
}

/// Folds all values, each as its type does.
pub fn bench_tagged_call(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    var buffer: [count_max]Tagged = undefined;
    const words = fill(&buffer, indices.get());
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (words) |word| {
            inline for (types, 0..) |T, at| {
                if (word.tag == 1024 - at) {
                    const pointer: *const T = @ptrFromInt(@as(usize, word.address));
                    sum = step(T, sum, pointer.value);
                    break;
                }
            }
        }
        sum = opaqueValue(sum);
    }
    return sum;
}

/// What was written through the pointer has been, and what is read from it is.
inline fn touch(pointer: *const Object) void {
    asm volatile (""
        :
        : [pointer] "r" (pointer),
        : .{ .memory = true });
}

inline fn opaqueValue(value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
    );
}
