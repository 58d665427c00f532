//! `std.fs.path` of Zig: a group of answers about one path, or one result of two.

use crate::{Oracle, ffi};

/// How many answers [`Oracle::path_parts`] gives, in the order of `oracle/path.zig`.
pub const ANSWERS: usize = 12;

/// A function of two paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum PathResult {
    /// `join` of the target.
    Join,
    /// `resolvePosix`.
    ResolvePosix,
    /// `resolveWindows`; reads out of bounds for a drive without a root.
    ResolveWindows,
    /// `relativePosix`, against the current directory.
    RelativePosix,
    /// `relativeWindows`, against the current directory.
    RelativeWindows,
}

impl Oracle {
    /// Parts of `path` and what walks over it see, as [`part`](crate::strings::part) packs them.
    #[must_use]
    pub fn path_parts(self, path: &[u8]) -> [u64; ANSWERS] {
        let mut answers = [0; ANSWERS];
        ffi::path_parts(path.into(), answers.as_mut_slice().into());
        answers
    }

    /// The result of a function of `a` and `b`, each shorter than 4096 bytes.
    #[must_use]
    pub fn path_result(self, function: PathResult, a: &[u8], b: &[u8]) -> Vec<u8> {
        let mut out = vec![0; 4 * (a.len() + b.len()) + 8192];
        let len = ffi::path_result(function as u32, a.into(), b.into(), out.as_mut_slice().into());
        out.truncate(len);
        out
    }
}
