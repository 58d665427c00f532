//! Recognising package names, addresses and text that YAML has to quote.

use core::net::{Ipv4Addr, Ipv6Addr};

/// The longest name that the npm registry takes.
const NPM_NAME_MAX: usize = 214;

/// Returns whether `name` is one that npm takes: 1 to 214 bytes, see
/// [`is_npm_package_name_ignore_length`].
///
/// Zig: `bun.strings.isNPMPackageName`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_npm_package_name;
///
/// assert!(is_npm_package_name(b"left-pad") && is_npm_package_name(b"@types/node"));
/// assert!(!is_npm_package_name(b"_private") && !is_npm_package_name(b"a/b"));
/// ```
#[must_use]
pub fn is_npm_package_name(name: &[u8]) -> bool {
    name.len() <= NPM_NAME_MAX && is_npm_package_name_ignore_length(name)
}

/// Returns whether `name` is spelled like a package: letters, digits, `-`, `_` and `.`, the first
/// of them a letter, digit, `$` or `-`; or `@`, a scope, `/` and such characters.
///
/// A scope may be empty, and also hold `!~*'()`.
///
/// Zig: `bun.strings.isNPMPackageNameIgnoreLength`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_npm_package_name_ignore_length as is_name;
///
/// assert!(is_name(b"left-pad") && is_name(b"@types/node"));
/// assert!(!is_name(b".hidden") && !is_name(b"@types"));
/// ```
#[must_use]
pub fn is_npm_package_name_ignore_length(name: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    match name {
        [b'@', scoped @ ..] => {
            let Some(slash) = memchr::memchr(b'/', scoped) else { return false };
            let (scope, rest) = (&scoped[..slash], &scoped[slash + 1..]);
            let is_scope = |byte: &u8| {
                is_name(byte) || matches!(byte, b'!' | b'~' | b'*' | b'\'' | b'(' | b')')
            };
            !rest.is_empty() && scope.iter().all(is_scope) && rest.iter().all(is_name)
        }
        [first, rest @ ..] => {
            (first.is_ascii_alphanumeric() || matches!(first, b'$' | b'-'))
                && rest.iter().all(is_name)
        }
        [] => false,
    }
}

/// Returns whether `input` is an IPv4 or IPv6 address, without zone, brackets or prefix length.
///
/// Zig: `bun.strings.isIPAddress`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{is_ip_address, is_ipv6_address};
///
/// assert!(is_ip_address(b"127.0.0.1") && is_ip_address(b"::1"));
/// assert!(!is_ipv6_address(b"127.0.0.1") && !is_ip_address(b"[::1]"));
/// ```
#[must_use]
pub fn is_ip_address(input: &[u8]) -> bool {
    parses::<Ipv4Addr>(input) || is_ipv6_address(input)
}

/// Returns whether `input` is an IPv6 address, without zone, brackets or prefix length.
///
/// Zig: `bun.strings.isIPV6Address`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::is_ipv6_address;
///
/// assert!(is_ipv6_address(b"::1") && is_ipv6_address(b"fe80::a:b"));
/// assert!(!is_ipv6_address(b"[::1]") && !is_ipv6_address(b"127.0.0.1"));
/// ```
#[must_use]
pub fn is_ipv6_address(input: &[u8]) -> bool {
    parses::<Ipv6Addr>(input)
}

fn parses<A: core::str::FromStr>(input: &[u8]) -> bool {
    core::str::from_utf8(input).is_ok_and(|text| text.parse::<A>().is_ok())
}

/// Returns whether YAML would read `contents` as anything but that text.
///
/// Errs on the side of quoting: `Nope` is taken for `No`.
///
/// Zig: `bun.strings.mustEscapeYAMLString`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::must_escape_yaml_string;
///
/// assert!(must_escape_yaml_string(b"true") && must_escape_yaml_string(b"a: b"));
/// assert!(!must_escape_yaml_string(b"abc"));
/// ```
#[must_use]
pub fn must_escape_yaml_string(contents: &[u8]) -> bool {
    let [first, rest @ ..] = contents else { return true };
    let looks_like_a_value =
        [&b"Yes"[..], b"No", b"true", b"false"].iter().any(|word| contents.starts_with(word));
    let is_special = |byte: &u8| {
        matches!(
            byte,
            b':' | b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c | b'\\' | b'"' | b',' | b'[' | b']'
        )
    };
    !first.is_ascii_alphabetic() || looks_like_a_value || rest.iter().any(is_special)
}
