//! `DecodeWindows`: a descriptor by what it is a number of.

use core::ffi::c_void;

use crate::Fd;
use crate::backend::imp;

/// A descriptor by what it is a number of. POSIX systems have only libuv's kind.
///
/// Zig: the result of `bun.FD.decodeWindows`.
///
/// # Examples
///
/// ```
/// use bun_sys::{DecodeWindows, Fd};
///
/// assert_eq!(Fd::from_uv(5).decode_windows(), DecodeWindows::Uv(5));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecodeWindows {
    /// A handle of the system's.
    Windows(*mut c_void),
    /// A number of libuv's, and so of the C runtime's.
    Uv(i32),
}

impl Fd {
    /// What the descriptor is a number of.
    ///
    /// Zig: `bun.FD.decodeWindows`.
    #[doc(alias = "decodeWindows")]
    #[must_use]
    pub fn decode_windows(self) -> DecodeWindows {
        match imp::fd::handle(self.bits()) {
            Some(handle) => DecodeWindows::Windows(handle),
            None => DecodeWindows::Uv(self.uv()),
        }
    }
}
