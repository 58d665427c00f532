//! The small recognisers against what the originals answered.

use core::cmp::Ordering;

use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;
use crate::{HashedString, XxHash64State, xxhash3_64, xxhash32, xxhash64};

#[test]
fn package_names() {
    for name in [
        "a", "A", "-a", "a_b", "a.b", "@a/b", "@/b", "@a/_b", "@a/.b", "@a~/b", "@a!/b", "$a", "1",
        "@-/b",
    ] {
        assert!(is_npm_package_name(name.as_bytes()), "{name}");
    }
    for name in [
        "", "_a", ".a", "a b", "@a", "@a/", "@a/b/c", "a/b", "a~", "@a/b~", "a$", "é", "@a/$b",
        "@@/b", "@/",
    ] {
        assert!(!is_npm_package_name(name.as_bytes()), "{name}");
    }
    assert!(is_npm_package_name(&[b'a'; 214]) && !is_npm_package_name(&[b'a'; 215]));
    assert!(is_npm_package_name_ignore_length(&[b'a'; 215]));
}

#[test]
fn yaml_scalars() {
    for text in [
        "", "Yes", "Yesx", "No", "Nope", "true", "truex", "false", "1", "a:", "a: b", "a b",
        "a\"b", "a,b", "-a", "_a", "é",
    ] {
        assert!(must_escape_yaml_string(text.as_bytes()), "{text}");
    }
    for text in ["a", "abc", "no", "null"] {
        assert!(!must_escape_yaml_string(text.as_bytes()), "{text}");
    }
}

#[test]
fn addresses() {
    for text in ["0.0.0.0", "255.255.255.255", "::", "1::2", "::ffff:1.2.3.4", "fe80::1"] {
        assert!(is_ip_address(text.as_bytes()), "{text}");
    }
    for text in ["", "1.2.3", "256.0.0.1", "01.2.3.4", "::g", "fe80::1%eth0", "1.2.3.4\0", ":::"] {
        assert!(!is_ip_address(text.as_bytes()), "{text}");
    }
    assert!(!is_ip_address(&[b'1'; 600]) && !is_ip_address(b"\xff"));
}

#[test]
fn secrets() {
    for (text, expected) in [
        ("_auth=abc", Some((6, 3))),
        ("_auth = \"a b\" x", Some((9, 3))),
        ("_authToken=foo\nbar", Some((11, 3))),
        ("email = 'x\\'y'", Some((9, 4))),
        ("password: 1", None),
        ("token", None),
        ("tokenx=1", None),
        ("token x", Some((6, 1))),
        ("token \n x", Some((8, 1))),
        ("_password=\"abc", Some((10, 4))),
        ("https://u:pw@h", Some((10, 2))),
        ("https://u@h", None),
        ("https://:pw@h", Some((9, 2))),
        ("https://u:@h", None),
        ("http://u:p\n@h", None),
        ("https://a:b:c@h", Some((10, 3))),
        ("nothing", None),
        ("_auth", None),
        ("_auth=", Some((6, 0))),
        ("_auth= ", Some((6, 1))),
        ("_auth=\"", Some((6, 1))),
        ("_auth=\"\\", Some((6, 2))),
        ("", None),
    ] {
        assert_eq!(starts_with_secret(text.as_bytes()), expected, "{text}");
    }
    for (prefix, alphanumerics, tail, expected) in [
        ("npm_", 36, "", 40),
        ("npm_", 35, "", 0),
        ("npms_", 36, "", 41),
        ("npmS_", 60, "", 53),
        ("npm_", 60, "", 52),
        ("NPM_", 36, "-", 40),
        ("npm-", 36, "", 0),
        ("npmx_", 39, "", 0),
    ] {
        let token = "a".repeat(alphanumerics);
        let text = [prefix, &token, tail].concat();
        assert_eq!(starts_with_npm_secret(text.as_bytes()), expected, "{text}");
    }
    let uuid = b"123e4567-e89b-12d3-a456-426614174000";
    assert!(is_uuid(uuid) && !is_uuid(&uuid[..35]) && !is_uuid(&[b'-'; 36]));
    assert_eq!(starts_with_secret(&[&uuid[..], b"x"].concat()), Some((0, 36)));
}

#[test]
fn exact_sizes() {
    type Eight = ExactSizeMatcher<8>;
    assert_eq!(Eight::r#match(b""), 0);
    assert_eq!(Eight::r#match(b"ab"), 0x6261);
    assert_eq!(Eight::r#match(b"123456789"), u64::MAX);
    assert_eq!(Eight::match_lower(b"AbC"), Eight::case(b"abc"));
    assert_eq!(Eight::match_lower(b"ABCDEFGH"), Eight::case(b"ABCDEFGH"));
    assert_eq!(ExactSizeMatcher::<1>::case(b"x"), b'x');
    assert_eq!(ExactSizeMatcher::<2>::r#match(b"xy"), u16::from_le_bytes(*b"xy"));
    assert_eq!(ExactSizeMatcher::<4>::r#match(b"wxyz"), u32::from_le_bytes(*b"wxyz"));
    assert_eq!(ExactSizeMatcher::<12>::match_lower(b"ABC"), 0x0063_6261);
    assert_eq!(ExactSizeMatcher::<16>::r#match(&[1; 17]), u128::MAX);
}

#[test]
fn pattern_keys_are_ordered_by_what_precedes_the_star() {
    for (a, b, order) in [
        ("./a/*", "./*", Ordering::Less),
        ("./*", "./*", Ordering::Equal),
        ("./*.js", "./*", Ordering::Less),
        ("./", "./*", Ordering::Greater),
        ("./abc", "./ab*", Ordering::Less),
    ] {
        assert_eq!(glob_length_compare(a.as_bytes(), b.as_bytes()), order, "{a} {b}");
        assert_eq!(glob_length_compare(b.as_bytes(), a.as_bytes()), order.reverse());
    }
}

#[test]
fn suggestions() {
    let names: [&[u8]; 4] = [b"", b"run", b"build", b"rum"];
    assert_eq!(did_you_mean(&names, b"rum"), Some(3));
    assert_eq!(did_you_mean(&names, b"rn"), Some(1));
    assert_eq!(did_you_mean(&names, b"biuld"), Some(2));
    assert_eq!(did_you_mean(&names, b""), None);
    assert_eq!(did_you_mean(&names, b"xyz"), None);
    assert_eq!(did_you_mean(&[], b"run"), None);
    let long = vec![b'a'; 300];
    assert_eq!(did_you_mean(&[&long[..299]], &long), None);
}

#[test]
fn identity_is_length_and_hash() {
    let (a, b) = (*b"name", *b"name");
    let unhashed = HashedString::init_no_hash(&a);
    assert!(unhashed.eql(&unhashed) && !unhashed.eql(&HashedString::init_no_hash(&b)));
    assert!(!unhashed.eql(&HashedString::init(&b)));
    assert!(HashedString::init(&a).eql(&HashedString::init(&b)));
    assert!(!HashedString::init(&a).eql(&HashedString::init(b"nam")));
    assert!(HashedString::init(&a).eql_bytes(&b) && !unhashed.eql_bytes(&b));
    assert_eq!(HashedString::init(b"").hash(), bun_wyhash::hash(b"") as u32);
    assert!(HashedString::EMPTY.str().is_empty() && HashedString::EMPTY.hash() == 0);
}

#[test]
fn xxhash_of_known_inputs() {
    assert_eq!((xxhash32(0, b""), xxhash64(0, b"")), (0x02cc_5d05, 0xef46_db37_51d8_e999));
    assert_eq!(xxhash3_64(0, b""), 0x2d06_8005_38d3_94c2);
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn xxhash_in_pieces(bytes in crate::cases::bytes(), seed: u64, cut in 0..200_usize) {
        let cut = cut.min(bytes.len());
        let mut state = XxHash64State::new(seed);
        state.update(&bytes[..cut]);
        state.update(&bytes[cut..]);
        prop_assert_eq!(state.digest(), xxhash64(seed, &bytes));
    }

    #[test]
    fn secrets_lie_inside_the_text(name in 0..4_usize, value in crate::cases::bytes()) {
        let names: [&[u8]; 4] = [b"_auth", b"token =", b"_password=\"", b"https://a:"];
        let text = [names[name], &value].concat();
        if let Some((offset, len)) = starts_with_secret(&text) {
            prop_assert!(offset + len <= text.len());
        }
    }

    #[test]
    fn suggestions_do_not_panic(names in crate::cases::pieces(), needle in crate::cases::bytes()) {
        let names: Vec<&[u8]> = names.iter().map(|(_, name)| name.as_slice()).collect();
        prop_assert!(did_you_mean(&names, &needle).is_none_or(|index| index < names.len()));
    }
}
