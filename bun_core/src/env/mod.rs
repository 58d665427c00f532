//! The platform and the build of this program, as constants.
//!
//! Use them in `if`: both branches are checked by the compiler, and the dead one costs nothing.
//! `cfg` is for code that does not compile elsewhere.
//!
//! What a build is comes from variables of the environment of the compiler, so that no build script
//! is needed:
//!
//! | variable | constant | default |
//! |---|---|---|
//! | `BUN_VERSION` | [`VERSION_STRING`], [`VERSION`] | the version of this crate |
//! | `BUN_GIT_SHA` | [`GIT_SHA`] and its short forms | empty |
//! | `BUN_CANARY_REVISION` | [`IS_CANARY`], [`CANARY_REVISION`] | not a canary |
//! | `BUN_REPORTED_NODEJS_VERSION` | [`REPORTED_NODEJS_VERSION`] | `24.3.0` |
//! | `BUN_BASE_PATH` | [`BASE_PATH`] | empty |
//! | `BUN_BASELINE=1` | [`BASELINE`] | off |
//! | `BUN_ENABLE_FUZZILLI=1` | [`ENABLE_FUZZILLI`] | off |
//! | `BUN_ENABLE_TINYCC=0` | [`ENABLE_TINYCC`] | on |
//!
//! The feature `debug_logs` of this crate turns [`ENABLE_LOGS`] on.
//! With `--cfg bun_asan` among the flags of the compiler the program is linked with the address
//! sanitizer: [`ENABLE_ASAN`].
//!
//! Whether a crate is compiled for its tests only the crate itself knows: `cfg!(test)`.
//!
//! Zig: `bun.Environment`.
//!
//! # Examples
//!
//! ```
//! use bun_core::Environment;
//!
//! assert_eq!(Environment::IS_POSIX, !Environment::IS_WINDOWS && Environment::IS_NATIVE);
//! assert!(Environment::GIT_SHA.starts_with(Environment::GIT_SHA_SHORT));
//! assert!(Environment::VERSION_STRING.starts_with(&Environment::VERSION.to_string()));
//! ```

mod build;
mod operating_system;

#[cfg(test)]
mod tests;

pub(crate) use build::first;
pub use build::{
    BASE_PATH, BASELINE, CANARY_REVISION, ENABLE_FUZZILLI, ENABLE_LOGS, ENABLE_SIMD, ENABLE_TINYCC,
    GIT_SHA, GIT_SHA_SHORT, GIT_SHA_SHORTER, IS_CANARY, REPORTED_NODEJS_VERSION, VERSION,
    VERSION_STRING,
};
pub use operating_system::{Architecture, Names, OperatingSystem};

/// The system this program runs on.
pub const OS: OperatingSystem = if IS_WINDOWS {
    OperatingSystem::Windows
} else if IS_MAC {
    OperatingSystem::Mac
} else if IS_LINUX {
    OperatingSystem::Linux
} else if IS_FREEBSD {
    OperatingSystem::Freebsd
} else {
    OperatingSystem::Wasm
};

/// The instruction set this program runs on.
pub const ARCH: Architecture = if IS_X64 {
    Architecture::X64
} else if IS_AARCH64 {
    Architecture::Arm64
} else if IS_WASM {
    Architecture::Wasm
} else {
    Architecture::Unknown
};

/// The system in the names of packages.
pub const OS_NAME_NPM: &str = OS.npm_name();
/// The system in `process.platform`; see [`Global::os_name`](crate::global::os_name) for Android.
pub const OS_NAME_NODE: &str = OS.name_string();

/// Whether this is a build with debug assertions.
#[doc(alias = "isDebug")]
pub const IS_DEBUG: bool = cfg!(debug_assertions);
/// Whether assertions that cost little are checked: in debug builds.
#[doc(alias = "allow_assert")]
pub const ALLOW_ASSERT: bool = IS_DEBUG;
/// Whether assertions that cost more are checked: in debug builds and under the sanitizer.
#[doc(alias = "ci_assert")]
pub const CI_ASSERT: bool = IS_DEBUG || ENABLE_ASAN;
/// Whether a crash shows its stack here instead of reporting it.
#[doc(alias = "show_crash_trace")]
pub const SHOW_CRASH_TRACE: bool = IS_DEBUG || ENABLE_ASAN;
/// Whether the program is linked with the address sanitizer.
#[doc(alias = "enable_asan")]
pub const ENABLE_ASAN: bool = cfg!(bun_asan);

/// Whether this is Windows.
#[doc(alias = "isWindows")]
pub const IS_WINDOWS: bool = cfg!(windows);
/// Whether this is macOS.
#[doc(alias = "isMac")]
pub const IS_MAC: bool = cfg!(target_vendor = "apple");
/// Whether this is Linux or Android.
#[doc(alias = "isLinux")]
pub const IS_LINUX: bool = cfg!(any(target_os = "linux", target_os = "android"));
/// Whether this is Android.
#[doc(alias = "isAndroid")]
pub const IS_ANDROID: bool = cfg!(target_os = "android");
/// Whether this is FreeBSD.
#[doc(alias = "isFreeBSD")]
pub const IS_FREEBSD: bool = cfg!(target_os = "freebsd");
/// Whether events come from `kqueue`.
#[doc(alias = "isKqueue")]
pub const IS_KQUEUE: bool = IS_MAC || IS_FREEBSD;
/// Whether this is a system of the Unix family.
#[doc(alias = "isPosix")]
pub const IS_POSIX: bool = cfg!(unix);
/// Whether the C library is musl.
#[doc(alias = "isMusl")]
pub const IS_MUSL: bool = cfg!(target_env = "musl");
/// Whether the C library is glibc.
#[doc(alias = "isGlibc")]
pub const IS_GLIBC: bool = IS_LINUX && cfg!(target_env = "gnu");
/// Whether this is WebAssembly.
#[doc(alias = "isWasm")]
pub const IS_WASM: bool = cfg!(any(target_arch = "wasm32", target_arch = "wasm64"));
/// Whether this is a machine with an operating system.
#[doc(alias = "isNative")]
pub const IS_NATIVE: bool = !IS_WASM;
/// Whether this is a browser.
#[doc(alias = "isBrowser")]
pub const IS_BROWSER: bool = IS_WASM && !cfg!(target_os = "wasi");

/// Whether this is x86-64.
#[doc(alias = "isX64")]
pub const IS_X64: bool = cfg!(target_arch = "x86_64");
/// Whether this is x86, of 32 or 64 bits.
#[doc(alias = "isX86")]
pub const IS_X86: bool = IS_X64 || cfg!(target_arch = "x86");
/// Whether this is AArch64.
#[doc(alias = "isAarch64")]
pub const IS_AARCH64: bool = cfg!(target_arch = "aarch64");

/// Says that a function is for macOS only.
///
/// Zig: `bun.Environment.onlyMac`.
///
/// # Panics
///
/// Elsewhere.
///
/// # Examples
///
/// ```
/// use bun_core::Environment;
///
/// if Environment::IS_MAC {
///     Environment::only_mac();
/// }
/// ```
#[doc(alias = "onlyMac")]
#[track_caller]
pub const fn only_mac() {
    if !IS_MAC {
        panic!("this runs on macOS only");
    }
}
