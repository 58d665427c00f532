//! The exports of `wyhash11.zig`.

const exports = @import("hasher_exports.zig").HasherExports(@import("wyhash11.zig").Wyhash11);

pub const wyhash11 = exports.hash;
pub const wyhash11_batch = exports.batch;
pub const wyhash11_stream = exports.stream;
