//! Where a server listens.

use core::fmt;
use core::net::Ipv6Addr;

use super::lossy::{lossy, write_lossy};
use super::pad::padded;
use crate::error::Result;
use crate::fmt::buf_print;

/// What stands before `://`.
///
/// Zig: `bun.fmt.URLFormatter.Proto`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{URLFormatter, URLProto};
///
/// let hostname = Some(&b"/run/bun.sock"[..]);
/// let url = URLFormatter { proto: URLProto::Unix, hostname, port: None };
/// assert_eq!(url.to_string(), "unix:///run/bun.sock");
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum URLProto {
    /// `http`.
    #[default]
    Http,
    /// `https`.
    Https,
    /// `unix`: the host name is a path, and nothing follows it.
    Unix,
    /// `abstract`: an abstract Unix socket.
    Abstract,
}

/// Shows the URL of a server.
///
/// An IPv6 address gets its brackets, a missing host name is `localhost`, and the port that the
/// protocol has anyway is left out.
///
/// Zig: `bun.fmt.URLFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{URLFormatter, URLProto};
///
/// let url = URLFormatter { proto: URLProto::Http, hostname: Some(b"::1"), port: Some(3000) };
/// assert_eq!(url.to_string(), "http://[::1]:3000/");
/// assert_eq!(URLFormatter::default().to_string(), "http://localhost/");
/// ```
#[derive(Copy, Clone, Debug, Default)]
pub struct URLFormatter<'a> {
    /// The protocol.
    pub proto: URLProto,
    /// The host name; `localhost` if there is none.
    pub hostname: Option<&'a [u8]>,
    /// The port.
    pub port: Option<u16>,
}

impl fmt::Display for URLFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            let (proto, default_port) = match self.proto {
                URLProto::Http => ("http://", Some(80)),
                URLProto::Https => ("https://", Some(443)),
                URLProto::Unix => ("unix://", None),
                URLProto::Abstract => ("abstract://", None),
            };
            to.write_str(proto)?;
            match self.hostname {
                Some(hostname) if is_ipv6_address(hostname) => {
                    write!(to, "[{}]", lossy(hostname))?;
                }
                Some(hostname) => write_lossy(to, hostname)?,
                None => to.write_str("localhost")?,
            }
            match self.port {
                _ if self.proto == URLProto::Unix => Ok(()),
                Some(port) if self.port != default_port => write!(to, ":{port}/"),
                _ => to.write_str("/"),
            }
        })
    }
}

fn is_ipv6_address(text: &[u8]) -> bool {
    str::from_utf8(text).is_ok_and(|text| text.parse::<Ipv6Addr>().is_ok())
}

/// Shows a host with its port, as the `Host` header has it.
///
/// A host with a `:` is shown as it is; the port that the protocol has anyway is left out.
///
/// Zig: `bun.fmt.HostFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::HostFormatter;
///
/// let host = HostFormatter { host: b"bun.sh", port: Some(8080), is_https: true };
/// assert_eq!(host.to_string(), "bun.sh:8080");
/// assert_eq!(HostFormatter { port: Some(443), ..host }.to_string(), "bun.sh");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct HostFormatter<'a> {
    /// The host.
    pub host: &'a [u8],
    /// The port.
    pub port: Option<u16>,
    /// Whether 443 and not 80 is the port left out.
    pub is_https: bool,
}

impl fmt::Display for HostFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            write_lossy(to, self.host)?;
            let default_port = if self.is_https { 443 } else { 80 };
            match self.port {
                Some(port) if port != default_port && !self.host.contains(&b':') => {
                    write!(to, ":{port}")
                }
                _ => Ok(()),
            }
        })
    }
}

/// Writes an address as Node shows it: without port and brackets.
///
/// `address` shows itself with both, as a `core::net::SocketAddr` does.
///
/// Zig: `bun.fmt.formatIp`.
///
/// # Errors
///
/// `NoSpaceLeft` when the address with its port does not fit; `WriteFailed` when it fails to
/// format.
///
/// # Examples
///
/// ```
/// use core::net::SocketAddr;
///
/// let address: SocketAddr = "[2001:db8::1]:80".parse().unwrap();
/// assert_eq!(bun_core::fmt::format_ip(&address, &mut [0; 64])?, b"2001:db8::1");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "formatIp")]
pub fn format_ip<'a>(address: &impl fmt::Display, into: &'a mut [u8]) -> Result<&'a mut [u8]> {
    let text = buf_print(into, format_args!("{address}"))?;
    let end = text.iter().rposition(|&byte| byte == b':').unwrap_or(text.len());
    let text = &mut text[..end];
    match text {
        [b'[', address @ .., b']'] => Ok(address),
        text => Ok(text),
    }
}
