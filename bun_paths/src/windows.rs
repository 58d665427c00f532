//! The prefixes that Windows knows.

pub use bun_str::strings::paths::{LONG_PATH_PREFIX, NT_OBJECT_PREFIX, NT_UNC_OBJECT_PREFIX};

/// `\\?\`: keeps Win32 from interpreting, and limiting, what follows.
///
/// Zig: `bun.windows.long_path_prefix_u8`.
pub const LONG_PATH_PREFIX_U8: [u8; 4] = *br"\\?\";

/// `\??\`: names an object of the NT kernel.
///
/// Zig: `bun.windows.nt_object_prefix_u8`.
pub const NT_OBJECT_PREFIX_U8: [u8; 4] = *br"\??\";
