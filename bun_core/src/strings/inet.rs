//! `ares_inet_pton` without c-ares, for code that calls it through pointers.

#![expect(unsafe_code, reason = "reads and writes through pointers of a C signature")]

use core::ffi::{CStr, c_char, c_int, c_void};
use core::net::{Ipv4Addr, Ipv6Addr};

use crate::env;

const AF_INET: c_int = 2;
const AF_INET6: c_int = match () {
    () if env::IS_WINDOWS => 23,
    () if env::IS_MAC => 30,
    () => 10,
};

/// Reads an IP address: 1 when `src` is one, 0 when it is none, -1 for an unknown family.
///
/// Writes 4 bytes to `dst` for `AF_INET` and 16 for `AF_INET6`, in network order, if there is an
/// address. Parses as `core::net` does: four decimal numbers without zeros in front, or the text
/// forms of RFC 4291. Safe code parses a [`core::net::IpAddr`].
///
/// Zig: `bun.c_ares.ares_inet_pton`.
///
/// # Safety
///
/// 1. `src` points to a string with a NUL at its end, which nobody changes meanwhile.
/// 2. `dst` may be written to: 4 bytes for `AF_INET`, 16 for `AF_INET6`. It may be unaligned.
///
/// # Examples
///
/// ```
/// let mut address = [0_u8; 4];
/// // SAFETY: 1. it is a literal. 2. four bytes for `AF_INET`, which is 2 everywhere.
/// let found = unsafe {
///     bun_core::strings::ares_inet_pton(2, c"127.0.0.1".as_ptr(), (&raw mut address).cast())
/// };
/// assert_eq!((found, address), (1, [127, 0, 0, 1]));
/// ```
pub unsafe fn ares_inet_pton(af: c_int, src: *const c_char, dst: *mut c_void) -> c_int {
    // SAFETY: precondition 1.
    let text = unsafe { CStr::from_ptr(src) }.to_str().unwrap_or_default();
    match af {
        AF_INET => text.parse::<Ipv4Addr>().map_or(0, |address| {
            // SAFETY: precondition 2, for 4 bytes.
            unsafe { dst.cast::<[u8; 4]>().write_unaligned(address.octets()) };
            1
        }),
        AF_INET6 => text.parse::<Ipv6Addr>().map_or(0, |address| {
            // SAFETY: precondition 2, for 16 bytes.
            unsafe { dst.cast::<[u8; 16]>().write_unaligned(address.octets()) };
            1
        }),
        _ => -1,
    }
}
