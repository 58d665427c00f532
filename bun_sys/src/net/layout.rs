//! The structures as the system has them.
#![expect(non_camel_case_types, reason = "the names in C")]

#[cfg(unix)]
use core::mem::offset_of;

/// The family of an address.
#[cfg(unix)]
pub type sa_family_t = libc::sa_family_t;
/// The family of an address.
#[cfg(windows)]
pub type sa_family_t = u16;

/// A port, in the byte order of the network.
pub type in_port_t = u16;

#[cfg(unix)]
pub(crate) const AF_INET: i32 = libc::AF_INET;
#[cfg(unix)]
pub(crate) const AF_INET6: i32 = libc::AF_INET6;
#[cfg(windows)]
pub(crate) const AF_INET: i32 = 2;
#[cfg(windows)]
pub(crate) const AF_INET6: i32 = 23;

/// What every address starts with.
#[cfg(unix)]
pub type sockaddr = libc::sockaddr;

/// What every address starts with.
#[cfg(windows)]
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct sockaddr {
    /// Which structure it is.
    pub sa_family: sa_family_t,
    /// The rest of it.
    pub sa_data: [i8; 14],
}

/// Declares a structure, on Apple's systems with its length as a first byte.
macro_rules! address {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $Type:ty,)* }
        zero { $($zero_field:ident: $zero:expr,)* } $family:ident
    ) => {
        $(#[$meta])*
        #[repr(C)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct $name {
            /// How long the structure is, in bytes.
            #[cfg(target_vendor = "apple")]
            pub len: u8,
            /// Which structure it is.
            pub family: sa_family_t,
            $($(#[$field_meta])* pub $field: $Type,)*
        }

        impl $name {
            /// The address of only zeros, of the right family and length, for the rest of a
            /// structure.
            pub const ZEROED: Self = Self {
                #[cfg(target_vendor = "apple")]
                len: size_of::<Self>() as u8,
                family: $family as sa_family_t,
                $($zero_field: $zero,)*
            };
        }

        /// [`ZEROED`](Self::ZEROED).
        impl Default for $name {
            fn default() -> Self {
                Self::ZEROED
            }
        }
    };
}

address! {
    /// An address of IPv4.
    ///
    /// Zig: `std.posix.sockaddr.in`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::net::sockaddr_in;
    ///
    /// let port = 80_u16.to_be();
    /// let any = sockaddr_in { port, ..sockaddr_in::ZEROED };
    /// assert_eq!((any.addr, any.port), (0, port));
    /// ```
    sockaddr_in {
        /// The port, in the byte order of the network.
        port: in_port_t,
        /// The address, in the byte order of the network.
        addr: u32,
        /// Nothing.
        zero: [u8; 8],
    } zero { port: 0, addr: 0, zero: [0; 8], } AF_INET
}

address! {
    /// An address of IPv6.
    ///
    /// Zig: `std.posix.sockaddr.in6`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::net::sockaddr_in6;
    ///
    /// let local = sockaddr_in6 { addr: 1_u128.to_be_bytes(), ..sockaddr_in6::ZEROED };
    /// assert_eq!((local.scope_id, local.flowinfo), (0, 0));
    /// ```
    sockaddr_in6 {
        /// The port, in the byte order of the network.
        port: in_port_t,
        /// The flow, in the byte order of the network.
        flowinfo: u32,
        /// The address, in the byte order of the network.
        addr: [u8; 16],
        /// The number of the interface, for addresses that mean something on one only.
        scope_id: u32,
    } zero { port: 0, flowinfo: 0, addr: [0; 16], scope_id: 0, } AF_INET6
}

#[cfg(unix)]
const _: () = {
    assert!(size_of::<sockaddr_in>() == size_of::<libc::sockaddr_in>());
    assert!(offset_of!(sockaddr_in, family) == offset_of!(libc::sockaddr_in, sin_family));
    assert!(offset_of!(sockaddr_in, port) == offset_of!(libc::sockaddr_in, sin_port));
    assert!(offset_of!(sockaddr_in, addr) == offset_of!(libc::sockaddr_in, sin_addr));
    assert!(offset_of!(sockaddr_in, zero) == offset_of!(libc::sockaddr_in, sin_zero));
    assert!(size_of::<sockaddr_in6>() == size_of::<libc::sockaddr_in6>());
    assert!(offset_of!(sockaddr_in6, family) == offset_of!(libc::sockaddr_in6, sin6_family));
    assert!(offset_of!(sockaddr_in6, port) == offset_of!(libc::sockaddr_in6, sin6_port));
    assert!(offset_of!(sockaddr_in6, flowinfo) == offset_of!(libc::sockaddr_in6, sin6_flowinfo));
    assert!(offset_of!(sockaddr_in6, addr) == offset_of!(libc::sockaddr_in6, sin6_addr));
    assert!(offset_of!(sockaddr_in6, scope_id) == offset_of!(libc::sockaddr_in6, sin6_scope_id));
};

#[cfg(target_vendor = "apple")]
const _: () = {
    assert!(offset_of!(sockaddr_in, len) == offset_of!(libc::sockaddr_in, sin_len));
    assert!(offset_of!(sockaddr_in6, len) == offset_of!(libc::sockaddr_in6, sin6_len));
};
