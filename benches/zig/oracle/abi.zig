//! What crosses the boundary: slices as two words, and the rule for violated preconditions.

const std = @import("std");
const options = @import("options");

/// A borrowed slice as Rust passes it. `ptr` is never null, also when `len` is zero.
pub fn Slice(comptime T: type) type {
    return extern struct {
        ptr: [*]const T,
        len: usize,

        pub fn get(self: @This()) []const T {
            return self.ptr[0..self.len];
        }
    };
}

/// A borrowed slice that the callee writes to.
pub fn SliceMut(comptime T: type) type {
    return extern struct {
        ptr: [*]T,
        len: usize,

        pub fn get(self: @This()) []T {
            return self.ptr[0..self.len];
        }
    };
}

pub const Bytes = Slice(u8);

/// One input of a batch: a range of the shared bytes, and a seed.
pub const Span = extern struct {
    start: usize,
    len: usize,
    seed: u64,

    pub fn of(self: Span, bytes: Bytes) []const u8 {
        require(self.start <= bytes.len and self.len <= bytes.len - self.start);
        return bytes.get()[self.start..][0..self.len];
    }
};

/// Aborts when `ok` is false.
///
/// The oracle is compiled without safety checks, and Rust declares its functions safe to call, so
/// each of them tests what the standard library would only assert.
pub fn require(ok: bool) void {
    if (!ok) std.c.abort();
}

/// Exports every public function of `file` under its name behind the prefix.
pub fn exportAll(comptime file: type) void {
    inline for (@typeInfo(file).@"struct".decls) |decl| {
        const value = &@field(file, decl.name);
        @export(value, .{ .name = options.prefix ++ decl.name });
    }
}
