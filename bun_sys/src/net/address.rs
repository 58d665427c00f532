//! `Address`: an address of one family or the other.
#![expect(unsafe_code, reason = "reads addresses that C points to")]

use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::{AF_INET, AF_INET6, sa_family_t, sockaddr, sockaddr_in, sockaddr_in6};

/// An address of a socket, kept as the structure that the system takes.
///
/// Zig: `std.net.Address`.
///
/// # Examples
///
/// ```
/// use bun_sys::net::{Address, sockaddr_in};
///
/// let address = Address::init_ip4([127, 0, 0, 1], 80);
/// assert_eq!(address.family(), sockaddr_in::ZEROED.family.into());
/// assert_eq!(address.get_port(), 80);
/// assert_eq!(address.to_string(), "127.0.0.1:80");
/// assert!(address.as_in6().is_none());
/// ```
#[derive(Clone, Copy)]
pub struct Address(Structure);

#[derive(Clone, Copy)]
enum Structure {
    In4(sockaddr_in),
    In6(sockaddr_in6),
    /// Of another family: only what every address starts with.
    Other(sockaddr),
}

impl Address {
    /// An address of IPv4; the port is a number of this processor.
    ///
    /// Zig: `std.net.Address.initIp4`.
    #[doc(alias = "initIp4")]
    #[must_use]
    pub const fn init_ip4(addr: [u8; 4], port: u16) -> Self {
        Self(Structure::In4(sockaddr_in {
            port: port.to_be(),
            addr: u32::from_ne_bytes(addr),
            ..sockaddr_in::ZEROED
        }))
    }

    /// An address of IPv6; the numbers are those of this processor.
    ///
    /// Zig: `std.net.Address.initIp6`.
    #[doc(alias = "initIp6")]
    #[must_use]
    pub const fn init_ip6(addr: [u8; 16], port: u16, flowinfo: u32, scope_id: u32) -> Self {
        Self(Structure::In6(sockaddr_in6 {
            port: port.to_be(),
            flowinfo: flowinfo.to_be(),
            addr,
            scope_id,
            ..sockaddr_in6::ZEROED
        }))
    }

    /// A copy of an address that C points to. Of a family other than those of IPv4 and IPv6, it
    /// keeps what every address starts with.
    ///
    /// Zig: `std.net.Address.initPosix`.
    ///
    /// # Safety
    ///
    /// 1. `addr` points to an initialised structure of the length that its family has, at least
    ///    that of `sockaddr`. It may be unaligned.
    #[doc(alias = "initPosix")]
    #[must_use]
    pub unsafe fn init_posix(addr: *const sockaddr) -> Self {
        // SAFETY: 1.
        let start = unsafe { addr.read_unaligned() };
        match i32::from(start.sa_family) {
            AF_INET => {
                // SAFETY: 1, and this is the structure of that family.
                let in4 = unsafe { addr.cast::<sockaddr_in>().read_unaligned() };
                Self(Structure::In4(in4))
            }
            AF_INET6 => {
                // SAFETY: 1, and this is the structure of that family.
                let in6 = unsafe { addr.cast::<sockaddr_in6>().read_unaligned() };
                Self(Structure::In6(in6))
            }
            _ => Self(Structure::Other(start)),
        }
    }

    /// The family, such as `AF_INET`.
    #[must_use]
    pub fn family(&self) -> i32 {
        let family: sa_family_t = match &self.0 {
            Structure::In4(in4) => in4.family,
            Structure::In6(in6) => in6.family,
            Structure::Other(other) => other.sa_family,
        };
        family.into()
    }

    /// The structure of IPv4, if it is one.
    ///
    /// Zig: `std.net.Address.in`.
    #[doc(alias = "in")]
    #[must_use]
    pub const fn as_in4(&self) -> Option<&sockaddr_in> {
        match &self.0 {
            Structure::In4(in4) => Some(in4),
            _ => None,
        }
    }

    /// The structure of IPv6, if it is one.
    ///
    /// Zig: `std.net.Address.in6`.
    #[doc(alias = "in6")]
    #[must_use]
    pub const fn as_in6(&self) -> Option<&sockaddr_in6> {
        match &self.0 {
            Structure::In6(in6) => Some(in6),
            _ => None,
        }
    }

    /// Where the structure is, for C to read while `self` stays where it is;
    /// [`get_os_sock_len`](Self::get_os_sock_len) says how long it is.
    ///
    /// Zig: `&address.any`.
    #[must_use]
    pub const fn as_sockaddr(&self) -> *const sockaddr {
        match &self.0 {
            Structure::In4(in4) => (&raw const *in4).cast(),
            Structure::In6(in6) => (&raw const *in6).cast(),
            Structure::Other(other) => &raw const *other,
        }
    }

    /// How long the structure is, in bytes.
    ///
    /// Zig: `std.net.Address.getOsSockLen`.
    #[doc(alias = "getOsSockLen")]
    #[must_use]
    pub const fn get_os_sock_len(&self) -> u32 {
        let len = match &self.0 {
            Structure::In4(_) => size_of::<sockaddr_in>(),
            Structure::In6(_) => size_of::<sockaddr_in6>(),
            Structure::Other(_) => size_of::<sockaddr>(),
        };
        len as u32
    }

    /// The port as a number of this processor; 0 for other families.
    ///
    /// Zig: `std.net.Address.getPort`.
    #[doc(alias = "getPort")]
    #[must_use]
    pub const fn get_port(&self) -> u16 {
        match &self.0 {
            Structure::In4(in4) => u16::from_be(in4.port),
            Structure::In6(in6) => u16::from_be(in6.port),
            Structure::Other(_) => 0,
        }
    }

    /// The address in Rust's type; `None` for other families.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::net::SocketAddr;
    ///
    /// use bun_sys::net::Address;
    ///
    /// let address: SocketAddr = "[::1]:8080".parse().unwrap();
    /// assert_eq!(Address::from(address).to_socket_addr(), Some(address));
    /// ```
    #[must_use]
    pub fn to_socket_addr(&self) -> Option<SocketAddr> {
        let ip: IpAddr = match &self.0 {
            Structure::In4(in4) => Ipv4Addr::from(in4.addr.to_ne_bytes()).into(),
            Structure::In6(in6) => {
                let (ip, flow) = (Ipv6Addr::from(in6.addr), u32::from_be(in6.flowinfo));
                return Some(SocketAddrV6::new(ip, self.get_port(), flow, in6.scope_id).into());
            }
            Structure::Other(_) => return None,
        };
        Some(SocketAddr::new(ip, self.get_port()))
    }
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        match address {
            SocketAddr::V4(v4) => v4.into(),
            SocketAddr::V6(v6) => v6.into(),
        }
    }
}

impl From<SocketAddrV4> for Address {
    fn from(v4: SocketAddrV4) -> Self {
        Self::init_ip4(v4.ip().octets(), v4.port())
    }
}

impl From<SocketAddrV6> for Address {
    fn from(v6: SocketAddrV6) -> Self {
        Self::init_ip6(v6.ip().octets(), v6.port(), v6.flowinfo(), v6.scope_id())
    }
}

/// `127.0.0.1:80` or `[::1]:80`; the family for others.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_socket_addr() {
            Some(address) => address.fmt(f),
            None => write!(f, "address of family {}", self.family()),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}
