//! The twins of `std.fs.path`: the target's rules, and both platforms' by name.
//!
//! | Zig | here |
//! |---|---|
//! | `dirname`, `basename`, `extension`, `stem` | the same, and `…_posix`, `…_windows` |
//! | `join`, `joinZ` | [`join()`], [`join_z`], [`join_buf`]: nothing is resolved |
//! | `resolve`, `resolvePosix`, `resolveWindows` | [`resolve()`], [`resolve_posix`], [`resolve_windows`] |
//! | `relative…` | [`relative()`] and its siblings, with the current directory as an argument |
//! | `windowsParsePath`, `diskDesignator…` | [`windows_parse_path`], [`disk_designator_windows`] |

mod join;
mod parts;
mod relative;
mod resolve;
#[cfg(test)]
mod tests;
mod windows_path;

pub use join::{join, join_buf, join_posix_buf, join_sep_maybe_z, join_windows_buf, join_z};
pub(crate) use parts::basename_t;
pub use parts::{
    Dirname, basename, basename_posix, basename_windows, dirname, dirname_posix, dirname_windows,
    extension, stem,
};
pub use relative::{relative, relative_posix, relative_windows};
pub use resolve::{
    resolve, resolve_posix, resolve_posix_buf, resolve_windows, resolve_windows_buf,
};
pub use windows_path::{
    WindowsPath, WindowsPathKind, disk_designator, disk_designator_windows, windows_parse_path,
};
