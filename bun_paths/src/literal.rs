//! Literals with the separators of the target.

/// A path that is known while compiling, as `&'static ZStr` with the separators of the target.
///
/// Zig: `bun.pathLiteral`.
///
/// # Examples
///
/// ```
/// use bun_paths::{SEP_STR, path_literal};
///
/// let path = path_literal!("a/b");
/// assert_eq!(path.as_bytes(), ["a", "b"].join(SEP_STR).as_bytes());
/// ```
#[macro_export]
macro_rules! path_literal {
    ($path:expr) => {{
        const LEN: usize = $path.len() + 1;
        static BYTES: [u8; LEN] = $crate::__private::path_bytes::<LEN>($path);
        $crate::__private::ZStr::from_buf(&BYTES, LEN - 1)
    }};
}

/// A path that is known while compiling, with the separators and units of the target:
/// `&'static ZStr`, or on Windows `&'static WStr`.
///
/// Zig: `bun.OSPathLiteral`.
///
/// # Examples
///
/// ```
/// let path: &'static bun_paths::OSPathSliceZ = bun_paths::os_path_literal!("a/b");
/// assert_eq!(path.len(), 3);
/// ```
#[cfg(not(windows))]
#[macro_export]
macro_rules! os_path_literal {
    ($path:expr) => {
        $crate::path_literal!($path)
    };
}

/// A path that is known while compiling, with the separators and units of the target:
/// `&'static ZStr`, or on Windows `&'static WStr`.
///
/// Zig: `bun.OSPathLiteral`.
#[cfg(windows)]
#[macro_export]
macro_rules! os_path_literal {
    ($path:expr) => {{
        const LEN: usize = $path.len() + 1;
        static UNITS: [u16; LEN] = $crate::__private::path_units::<LEN>($path);
        $crate::__private::WStr::from_buf(&UNITS, LEN - 1)
    }};
}

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    pub use bun_str::{WStr, ZStr};

    use crate::sep::SEP;

    /// `path` with separators of the target, and a NUL.
    #[must_use]
    pub const fn path_bytes<const LEN: usize>(path: &str) -> [u8; LEN] {
        let bytes = path.as_bytes();
        let mut copy = [0; LEN];
        let mut at = 0;
        while at < bytes.len() {
            copy[at] = if bytes[at] == b'/' { SEP } else { bytes[at] };
            at += 1;
        }
        copy
    }

    /// The ASCII `path` with separators of the target, and a NUL.
    ///
    /// # Panics
    ///
    /// If `path` is not ASCII; while compiling.
    #[must_use]
    pub const fn path_units<const LEN: usize>(path: &str) -> [u16; LEN] {
        let bytes = path_bytes::<LEN>(path);
        let mut units = [0; LEN];
        let mut at = 0;
        while at < LEN {
            assert!(bytes[at].is_ascii(), "only an ASCII path can be a literal");
            units[at] = bytes[at] as u16;
            at += 1;
        }
        units
    }
}
