//! The root of the oracle: every public function of the files below is exported under its own
//! name behind the prefix that the build script chose.

const std = @import("std");
const abi = @import("abi.zig");

/// The library is called from Rust: there is nobody to print a Zig stack trace for.
pub const panic = std.debug.no_panic;

comptime {
    abi.exportAll(@import("bench_alloc.zig"));
    abi.exportAll(@import("bench_amap.zig"));
    abi.exportAll(@import("bench_bits.zig"));
    abi.exportAll(@import("bench_error.zig"));
    abi.exportAll(@import("bench_fs.zig"));
    abi.exportAll(@import("bench_hash.zig"));
    abi.exportAll(@import("bench_map.zig"));
    abi.exportAll(@import("bench_string_map.zig"));
    abi.exportAll(@import("bench_mal.zig"));
    abi.exportAll(@import("bench_strings.zig"));
    abi.exportAll(@import("bench_output.zig"));
    abi.exportAll(@import("bench_thread.zig"));
    abi.exportAll(@import("bench_ptr.zig"));
    abi.exportAll(@import("bench_path.zig"));
    abi.exportAll(@import("path.zig"));
    abi.exportAll(@import("bench_unicode.zig"));
    abi.exportAll(@import("unicode.zig"));
    abi.exportAll(@import("hash.zig"));
    abi.exportAll(@import("strings.zig"));
    abi.exportAll(@import("tagged_ptr.zig"));
    abi.exportAll(@import("wyhash11_exports.zig"));
    abi.exportAll(@import("auto_hash.zig"));
    abi.exportAll(@import("fixed_buffer.zig"));
    abi.exportAll(@import("array_map.zig"));
    abi.exportAll(@import("bit_set.zig"));
    abi.exportAll(@import("hash_map.zig"));
    abi.exportAll(@import("multi_array.zig"));
    abi.exportAll(@import("lists.zig"));
    abi.exportAll(@import("bench_lists.zig"));
    abi.exportAll(@import("fmt_text.zig"));
    abi.exportAll(@import("fmt_parse.zig"));
    abi.exportAll(@import("bench_fmt.zig"));
}
