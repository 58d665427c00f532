//! Operating systems and instruction sets by the names people and packages have for them.

/// An operating system.
///
/// # Examples
///
/// ```
/// use bun_core::env::{self, OperatingSystem};
///
/// assert_eq!(env::IS_WINDOWS, env::OS == OperatingSystem::Windows);
/// assert_eq!(OperatingSystem::Mac.name_string(), "darwin");
/// assert_eq!(OperatingSystem::NAMES.get(b"macOS"), Some(&OperatingSystem::Mac));
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum OperatingSystem {
    /// macOS and the other systems of Apple.
    Mac,
    /// Linux, Android included.
    Linux,
    /// FreeBSD.
    Freebsd,
    /// Windows.
    Windows,
    /// WebAssembly, and anything else without an operating system.
    Wasm,
}

impl OperatingSystem {
    /// Every name by which a system may be asked for, in exactly these cases.
    ///
    /// Zig: `OperatingSystem.names`.
    #[doc(alias = "names")]
    pub const NAMES: Names<Self> = Names(&[
        ("windows", Self::Windows),
        ("win32", Self::Windows),
        ("win", Self::Windows),
        ("win64", Self::Windows),
        ("win_x64", Self::Windows),
        ("darwin", Self::Mac),
        ("macos", Self::Mac),
        ("macOS", Self::Mac),
        ("mac", Self::Mac),
        ("apple", Self::Mac),
        ("linux", Self::Linux),
        ("Linux", Self::Linux),
        ("linux-gnu", Self::Linux),
        ("gnu/linux", Self::Linux),
        ("freebsd", Self::Freebsd),
        ("FreeBSD", Self::Freebsd),
        ("wasm", Self::Wasm),
    ]);

    /// Returns the name for people.
    #[doc(alias = "displayString")]
    #[must_use]
    pub const fn display_string(self) -> &'static str {
        match self {
            Self::Mac => "macOS",
            Self::Linux => "Linux",
            Self::Freebsd => "FreeBSD",
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
            Self::Freebsd => "freebsd",
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
/// use bun_core::env::Architecture;
///
/// assert_eq!(Architecture::Arm64.npm_name(), "aarch64");
/// assert_eq!(Architecture::NAMES.get(b"amd64"), Some(&Architecture::X64));
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
    /// Every name by which an instruction set may be asked for.
    ///
    /// Zig: `Architecture.names`.
    #[doc(alias = "names")]
    pub const NAMES: Names<Self> = Names(&[
        ("x86_64", Self::X64),
        ("x64", Self::X64),
        ("amd64", Self::X64),
        ("aarch64", Self::Arm64),
        ("arm64", Self::Arm64),
        ("wasm", Self::Wasm),
    ]);

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

/// A table of names: a dozen or so, compared one by one.
///
/// # Examples
///
/// ```
/// use bun_core::env::OperatingSystem;
///
/// assert_eq!(OperatingSystem::NAMES.get(b"gnu/linux"), Some(&OperatingSystem::Linux));
/// assert_eq!(OperatingSystem::NAMES.get(b"LINUX"), None);
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Names<T: 'static>(&'static [(&'static str, T)]);

impl<T> Names<T> {
    /// Returns what a name stands for.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Environment::OperatingSystem;
    ///
    /// assert_eq!(OperatingSystem::NAMES.get(b"win32"), Some(&OperatingSystem::Windows));
    /// assert_eq!(OperatingSystem::NAMES.get(b"beos"), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &[u8]) -> Option<&'static T> {
        self.0.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, value)| value)
    }

    /// Returns all names with what they stand for.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Environment::OperatingSystem;
    ///
    /// let (name, system) = OperatingSystem::NAMES.entries()[0];
    /// assert_eq!(OperatingSystem::NAMES.get(name.as_bytes()), Some(&system));
    /// ```
    #[must_use]
    pub const fn entries(&self) -> &'static [(&'static str, T)] {
        self.0
    }
}
