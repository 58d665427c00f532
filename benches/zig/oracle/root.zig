//! The root of the oracle: every public function of the files below is exported under its own
//! name behind the prefix that the build script chose.

const std = @import("std");
const abi = @import("abi.zig");

/// The library is called from Rust: there is nobody to print a Zig stack trace for.
pub const panic = std.debug.no_panic;

comptime {
    abi.exportAll(@import("bench_alloc.zig"));
    abi.exportAll(@import("bench_hash.zig"));
    abi.exportAll(@import("hash.zig"));
    abi.exportAll(@import("wyhash11_exports.zig"));
    abi.exportAll(@import("auto_hash.zig"));
    abi.exportAll(@import("fixed_buffer.zig"));
    abi.exportAll(@import("array_map.zig"));
    abi.exportAll(@import("hash_map.zig"));
    abi.exportAll(@import("multi_array.zig"));
}
