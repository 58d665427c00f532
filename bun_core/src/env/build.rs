//! What the compiler was told about the build; the table is in the documentation of the module.

use crate::version::Version;

/// The version as text, with its suffix if it has one.
#[doc(alias = "version_string")]
pub const VERSION_STRING: &str = or(option_env!("BUN_VERSION"), env!("CARGO_PKG_VERSION"));
/// The version as numbers.
#[doc(alias = "version")]
pub const VERSION: Version =
    Version::parse(VERSION_STRING).expect("BUN_VERSION starts with three numbers");
/// The commit; empty if it is not known.
#[doc(alias = "git_sha")]
pub const GIT_SHA: &str = or(option_env!("BUN_GIT_SHA"), "");
/// The first nine characters of the commit.
#[doc(alias = "git_sha_short")]
pub const GIT_SHA_SHORT: &str = first(GIT_SHA, 9);
/// The first six characters of the commit.
#[doc(alias = "git_sha_shorter")]
pub const GIT_SHA_SHORTER: &str = first(GIT_SHA, 6);
/// Whether this is a build of an unreleased commit.
#[doc(alias = "is_canary")]
pub const IS_CANARY: bool = !CANARY_REVISION.is_empty();
/// The number of the canary build; empty for others.
#[doc(alias = "canary_revision")]
pub const CANARY_REVISION: &str = or(option_env!("BUN_CANARY_REVISION"), "");
/// The version of Node.js in `process.version`.
#[doc(alias = "reported_nodejs_version")]
pub const REPORTED_NODEJS_VERSION: &str = or(option_env!("BUN_REPORTED_NODEJS_VERSION"), "24.3.0");
/// The folder of the sources, for what debug builds read from there.
#[doc(alias = "base_path")]
pub const BASE_PATH: &[u8] = or(option_env!("BUN_BASE_PATH"), "").as_bytes();
/// Whether this is for old processors.
#[doc(alias = "baseline")]
pub const BASELINE: bool = switch(option_env!("BUN_BASELINE"), false);
/// Whether vector instructions beyond the baseline may be used.
#[doc(alias = "enableSIMD")]
pub const ENABLE_SIMD: bool = !BASELINE;
/// Whether debug logs are compiled in: the feature `debug_logs` of this crate.
#[doc(alias = "enable_logs")]
pub const ENABLE_LOGS: bool = cfg!(feature = "debug_logs");
/// Whether the hooks of the fuzzer Fuzzilli are compiled in.
#[doc(alias = "enable_fuzzilli")]
pub const ENABLE_FUZZILLI: bool = switch(option_env!("BUN_ENABLE_FUZZILLI"), false);
/// Whether `bun:ffi` has a C compiler.
#[doc(alias = "enable_tinycc")]
pub const ENABLE_TINYCC: bool = switch(option_env!("BUN_ENABLE_TINYCC"), true);

const fn or(value: Option<&'static str>, default: &'static str) -> &'static str {
    match value {
        Some(value) if !value.is_empty() => value,
        _ => default,
    }
}

pub(super) const fn switch(value: Option<&str>, default: bool) -> bool {
    match value {
        Some(value) => match value.as_bytes() {
            b"1" | b"true" => true,
            b"0" | b"false" => false,
            b"" => default,
            _ => panic!("the switches of a build are 0, 1, false and true"),
        },
        None => default,
    }
}

/// Returns the first `count` bytes, or all of a shorter text.
pub(crate) const fn first(text: &str, count: usize) -> &str {
    match text.split_at_checked(count) {
        Some((first, _)) => first,
        None => text,
    }
}
