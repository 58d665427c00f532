//! The tables of names, and the values of a build.

use super::build::{first, switch};
use super::*;

#[test]
fn names_are_exact() {
    let systems = OperatingSystem::NAMES;
    for &(name, system) in systems.entries() {
        assert_eq!(systems.get(name.as_bytes()), Some(&system), "{name}");
    }
    assert_eq!(systems.entries().len(), 17);
    for name in ["", "LINUX", "linu", "linuxx", "Windows", "MacOS", "aix", "android"] {
        assert_eq!(systems.get(name.as_bytes()), None, "{name}");
    }
    for system in ["mac", "linux", "freebsd", "windows", "wasm"] {
        let system = systems.get(system.as_bytes()).unwrap();
        assert_eq!(systems.get(system.npm_name().as_bytes()), Some(system));
        assert_eq!(systems.get(system.name_string().as_bytes()), Some(system));
    }
    assert_eq!(Architecture::NAMES.entries().len(), 6);
    assert_eq!(Architecture::NAMES.get(b"aarch64"), Some(&Architecture::Arm64));
    assert_eq!(Architecture::NAMES.get(b"AMD64"), None);
}

#[test]
fn one_system_is_the_current_one() {
    let all = [IS_WINDOWS, IS_MAC, IS_LINUX, IS_FREEBSD];
    assert!(all.iter().filter(|&&is| is).count() <= 1);
    assert_eq!(OS_NAME_NODE, if IS_WINDOWS { "win32" } else { OS_NAME_NPM });
    assert_eq!(only_mac_panics(), !IS_MAC);
    const { assert!(IS_X86 || !IS_X64) };
}

fn only_mac_panics() -> bool {
    std::panic::catch_unwind(only_mac).is_err()
}

#[test]
fn values_of_a_build() {
    assert!(switch(Some("1"), false) && switch(Some("true"), false));
    assert!(!switch(Some("0"), true) && !switch(Some("false"), true));
    assert!(switch(None, true) && switch(Some(""), true) && !switch(None, false));
    assert_eq!(first("0123456789", 9), "012345678");
    assert_eq!(first("0123", 9), "0123");
    assert_eq!(first("aé", 2), "aé", "never in the middle of a character");
    assert_eq!(IS_CANARY, !CANARY_REVISION.is_empty());
    assert!(GIT_SHA_SHORT.starts_with(GIT_SHA_SHORTER));
}
