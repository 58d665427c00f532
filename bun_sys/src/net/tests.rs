//! Addresses through the structures of C and back.
#![expect(unsafe_code, reason = "plays the part of C")]

use core::net::SocketAddr;

use proptest::prelude::*;

use super::*;

/// Copies the structure through a pointer, as C hands it over, at an odd address.
fn through_c(address: &Address) -> Address {
    let len = address.get_os_sock_len() as usize;
    let mut bytes = [0_u8; 1 + size_of::<sockaddr_in6>()];
    // SAFETY: `as_sockaddr` points to `len` initialised bytes of `address`.
    let structure = unsafe { core::slice::from_raw_parts(address.as_sockaddr().cast::<u8>(), len) };
    bytes[1..=len].copy_from_slice(structure);
    // SAFETY: 1. These are the bytes of a whole structure of that family.
    unsafe { Address::init_posix(bytes[1..].as_ptr().cast()) }
}

fn check(address: SocketAddr) {
    let kept = Address::from(address);
    assert_eq!(kept.to_socket_addr(), Some(address));
    assert_eq!((kept.get_port(), kept.to_string()), (address.port(), address.to_string()));
    let copy = through_c(&kept);
    assert_eq!(copy.to_socket_addr(), Some(address));
    assert_eq!((copy.as_in4(), copy.as_in6()), (kept.as_in4(), kept.as_in6()));
    let family = if address.is_ipv4() { AF_INET } else { AF_INET6 };
    assert_eq!((copy.family(), copy.as_in4().is_some()), (family, address.is_ipv4()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_address(v4: [u8; 4], v6: [u8; 16], port: u16, flow: u32, scope: u32) {
        check(SocketAddr::new(v4.into(), port));
        check(core::net::SocketAddrV6::new(v6.into(), port, flow, scope).into());
    }
}

#[test]
fn bytes_are_in_the_order_of_the_network() {
    let address = Address::init_ip4([127, 0, 0, 1], 0x1234);
    let in4 = address.as_in4().expect("of IPv4");
    assert_eq!((in4.addr.to_ne_bytes(), in4.port.to_ne_bytes()), ([127, 0, 0, 1], [0x12, 0x34]));
    assert_eq!(sockaddr_in::default(), sockaddr_in::ZEROED);
    assert_eq!(i32::from(sockaddr_in6::ZEROED.family), AF_INET6);
}

#[test]
fn other_families_keep_their_start() {
    let unix = sockaddr_in { family: 1, ..sockaddr_in::ZEROED };
    // SAFETY: 1. As long as a `sockaddr`, which is what such a family needs here.
    let address = unsafe { Address::init_posix((&raw const unix).cast()) };
    assert_eq!((address.family(), address.get_port(), address.to_socket_addr()), (1, 0, None));
    assert_eq!(address.to_string(), "address of family 1");
    assert_eq!(through_c(&address).family(), 1);
}
