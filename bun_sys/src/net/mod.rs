//! Addresses of sockets: the structures of C, and a value that is one of them.

mod address;
mod layout;
#[cfg(test)]
mod tests;

pub use address::Address;
pub use layout::{in_port_t, sa_family_t, sockaddr, sockaddr_in, sockaddr_in6};

pub(crate) use layout::{AF_INET, AF_INET6};
