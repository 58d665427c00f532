//! A pointer and a tag in 64 bits, laid out by Zig's rules for packed structs.

const Tagged = packed struct(u64) {
    address: u49,
    tag: u15,
};

/// The bits of a pointer and a tag, each truncated to its width.
pub fn tagged_ptr_bits(address: u64, tag: u32) callconv(.c) u64 {
    return @bitCast(Tagged{ .address = @truncate(address), .tag = @truncate(tag) });
}

/// Address and tag of such bits.
pub fn tagged_ptr_parts(bits: u64, out: *[2]u64) callconv(.c) void {
    const tagged: Tagged = @bitCast(bits);
    out.* = .{ tagged.address, tagged.tag };
}
