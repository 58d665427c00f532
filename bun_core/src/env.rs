//! The platform this program was compiled for, as constants.
//!
//! Zig: `bun.Environment`. Use the constants in `if`: both branches are checked by the compiler,
//! and the dead one costs nothing. `cfg` is for code that does not compile elsewhere.

/// An operating system.
///
/// # Examples
///
/// ```
/// use bun_core::env;
///
/// assert_eq!(env::IS_WINDOWS, env::OS == env::OperatingSystem::Windows);
/// assert_eq!(env::OperatingSystem::Mac.name_string(), "darwin");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum OperatingSystem {
    /// macOS and the other systems of Apple.
    Mac,
    /// Linux, Android included.
    Linux,
    /// FreeBSD.
    FreeBsd,
    /// Windows.
    Windows,
    /// WebAssembly, and anything else without an operating system.
    Wasm,
}

impl OperatingSystem {
    /// Returns the name for people.
    #[doc(alias = "displayString")]
    #[must_use]
    pub const fn display_string(self) -> &'static str {
        match self {
            Self::Mac => "macOS",
            Self::Linux => "Linux",
            Self::FreeBsd => "FreeBSD",
            Self::Windows => "Windows",
            Self::Wasm => "WASM",
        }
    }

    /// Returns the name in `process.platform`.
    #[doc(alias = "nameString")]
    #[must_use]
    pub const fn name_string(self) -> &'static str {
        match self {
            Self::Mac => "darwin",
            Self::Linux => "linux",
            Self::FreeBsd => "freebsd",
            Self::Windows => "win32",
            Self::Wasm => "wasm",
        }
    }

    /// Returns the name in the names of packages.
    #[doc(alias = "npmName")]
    #[must_use]
    pub const fn npm_name(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            other => other.name_string(),
        }
    }
}

/// An instruction set.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::env::Architecture::Arm64.npm_name(), "aarch64");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Architecture {
    /// x86-64.
    X64,
    /// AArch64.
    Arm64,
    /// WebAssembly.
    Wasm,
    /// Any other.
    Unknown,
}

impl Architecture {
    /// Returns the name in the names of packages.
    #[doc(alias = "npmName")]
    #[must_use]
    pub const fn npm_name(self) -> &'static str {
        match self {
            Self::X64 => "x64",
            Self::Arm64 => "aarch64",
            Self::Wasm => "wasm",
            Self::Unknown => "unknown",
        }
    }
}

/// The system this program runs on.
pub const OS: OperatingSystem = if cfg!(windows) {
    OperatingSystem::Windows
} else if cfg!(target_vendor = "apple") {
    OperatingSystem::Mac
} else if cfg!(any(target_os = "linux", target_os = "android")) {
    OperatingSystem::Linux
} else if cfg!(target_os = "freebsd") {
    OperatingSystem::FreeBsd
} else {
    OperatingSystem::Wasm
};

/// The instruction set this program runs on.
pub const ARCH: Architecture = if cfg!(target_arch = "x86_64") {
    Architecture::X64
} else if cfg!(target_arch = "aarch64") {
    Architecture::Arm64
} else if cfg!(any(target_arch = "wasm32", target_arch = "wasm64")) {
    Architecture::Wasm
} else {
    Architecture::Unknown
};

/// Whether this is a build with debug assertions.
#[doc(alias = "isDebug")]
pub const IS_DEBUG: bool = cfg!(debug_assertions);
/// Whether this is Windows.
#[doc(alias = "isWindows")]
pub const IS_WINDOWS: bool = cfg!(windows);
/// Whether this is macOS.
#[doc(alias = "isMac")]
pub const IS_MAC: bool = cfg!(target_vendor = "apple");
/// Whether this is Linux or Android.
#[doc(alias = "isLinux")]
pub const IS_LINUX: bool = cfg!(any(target_os = "linux", target_os = "android"));
/// Whether this is a system of the Unix family.
#[doc(alias = "isPosix")]
pub const IS_POSIX: bool = cfg!(unix);
/// Whether this is x86-64.
#[doc(alias = "isX64")]
pub const IS_X64: bool = cfg!(target_arch = "x86_64");
/// Whether this is AArch64.
#[doc(alias = "isAarch64")]
pub const IS_AARCH64: bool = cfg!(target_arch = "aarch64");
