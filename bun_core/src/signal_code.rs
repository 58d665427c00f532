//! Signals by number and by name.

use core::fmt;

use bytemuck::{NoUninit, bytes_of};

/// A signal, by its number.
///
/// Every `u8` is a value: the system may report a number that has no name here. The numbers are
/// those of Linux on x86-64 and ARM.
///
/// Zig: `bun.SignalCode`.
///
/// # Examples
///
/// ```
/// use bun_core::SignalCode;
///
/// assert_eq!(SignalCode::SIGTERM.raw(), 15);
/// assert_eq!(SignalCode::from_raw(9).name(), Some("SIGKILL"));
/// assert_eq!(SignalCode::from_raw(77).name(), None);
/// assert_eq!(SignalCode::from_name("SIGINT"), Some(SignalCode::SIGINT));
/// assert_eq!(SignalCode::SIGKILL.to_exit_code(), Some(137));
/// ```
#[repr(transparent)]
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignalCode(
    /// The number.
    pub u8,
);

macro_rules! signals {
    ($($number:literal $name:ident $description:literal)+) => {
        impl SignalCode {
            $(
                #[doc = concat!("Number ", stringify!($number), ". ", $description)]
                pub const $name: Self = Self($number);
            )+
        }

        /// Name and description of the signals from 1 on.
        static SIGNALS: [(&str, &str); 31] = {
            let mut number = 1;
            $(
                assert!($number == number, "a signal is missing or out of order");
                number += 1;
            )+
            assert!(number == 32);
            [$((stringify!($name), $description)),+]
        };
    };
}

signals! {
    1 SIGHUP "Terminal hung up"
    2 SIGINT "Quit request"
    3 SIGQUIT "Quit request"
    4 SIGILL "Illegal instruction"
    5 SIGTRAP "Trace or breakpoint trap"
    6 SIGABRT "Abort"
    7 SIGBUS "Misaligned address error"
    8 SIGFPE "Floating point exception"
    9 SIGKILL "Forced quit"
    10 SIGUSR1 "User defined signal 1"
    11 SIGSEGV "Address boundary error"
    12 SIGUSR2 "User defined signal 2"
    13 SIGPIPE "Broken pipe"
    14 SIGALRM "Timer expired"
    15 SIGTERM "Polite quit request"
    16 SIG16 ""
    17 SIGCHLD "Child process status changed"
    18 SIGCONT "Continue previously stopped process"
    19 SIGSTOP "Forced stop"
    20 SIGTSTP "Stop request from job control (^Z)"
    21 SIGTTIN "Stop from terminal input"
    22 SIGTTOU "Stop from terminal output"
    23 SIGURG "Urgent socket condition"
    24 SIGXCPU "CPU time limit exceeded"
    25 SIGXFSZ "File size limit exceeded"
    26 SIGVTALRM "Virtual timefr expired"
    27 SIGPROF "Profiling timer expired"
    28 SIGWINCH "Window size change"
    29 SIGIO "I/O on asynchronous file descriptor is possible"
    30 SIGPWR "Power failure"
    31 SIGSYS "Bad system call"
}

impl SignalCode {
    /// The signal that asks a process to end: [`SignalCode::SIGTERM`].
    pub const DEFAULT: Self = Self::SIGTERM;

    /// The signal with this number.
    #[inline]
    #[must_use]
    pub const fn from_raw(number: u8) -> Self {
        Self(number)
    }

    /// The signal with the number in the low byte of `value`.
    ///
    /// Zig: `SignalCode.from`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::SignalCode;
    ///
    /// assert_eq!(SignalCode::from(15_i32), SignalCode::SIGTERM);
    /// assert_eq!(SignalCode::from(0x102_u16), SignalCode::SIGINT);
    /// ```
    #[must_use]
    pub fn from<T: NoUninit>(value: T) -> Self {
        let bytes = bytes_of(&value);
        let low = if cfg!(target_endian = "little") { bytes.first() } else { bytes.last() };
        Self(low.copied().unwrap_or(0))
    }

    /// The number.
    #[inline]
    #[must_use]
    pub const fn raw(self) -> u8 {
        self.0
    }

    /// Whether the number is one of a signal with a name: 1 to 31.
    ///
    /// Zig: `SignalCode.valid`.
    #[inline]
    #[must_use]
    pub const fn valid(self) -> bool {
        1 <= self.0 && self.0 <= 31
    }

    /// The name, such as `SIGTERM`; `None` for numbers without one.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        Some(self.entry()?.0)
    }

    /// What the signal means, as the fish shell says it; `None` for numbers without a name, and
    /// for 16, which has none of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::SignalCode;
    ///
    /// assert_eq!(SignalCode::SIGPIPE.description(), Some("Broken pipe"));
    /// assert_eq!(SignalCode::from_raw(99).description(), None);
    /// ```
    #[must_use]
    pub fn description(self) -> Option<&'static str> {
        Some(self.entry()?.1).filter(|description| !description.is_empty())
    }

    /// The signal with this name. O(n) of 31.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::SignalCode;
    ///
    /// assert_eq!(SignalCode::from_name(b"SIGHUP").map(SignalCode::raw), Some(1));
    /// assert_eq!(SignalCode::from_name("sighup"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: impl AsRef<[u8]>) -> Option<Self> {
        let name = name.as_ref();
        let index = SIGNALS.iter().position(|(known, _)| known.as_bytes() == name)?;
        Some(Self(u8::try_from(index + 1).ok()?))
    }

    /// The exit code a shell reports for a process that this signal ended: 128 and the number.
    ///
    /// Zig: `SignalCode.toExitCode`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::SignalCode;
    ///
    /// assert_eq!(SignalCode::SIGINT.to_exit_code(), Some(130));
    /// assert_eq!(SignalCode::from_raw(0).to_exit_code(), None);
    /// ```
    #[doc(alias = "toExitCode")]
    #[must_use]
    pub const fn to_exit_code(self) -> Option<u8> {
        if self.valid() { Some(128 + self.0) } else { None }
    }

    /// `SIGINT (Quit request)`, or `code 77`; with colours if asked for.
    ///
    /// Zig: `SignalCode.fmt`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::SignalCode;
    ///
    /// assert_eq!(SignalCode::SIGINT.fmt(false).to_string(), "SIGINT (Quit request)");
    /// assert_eq!(SignalCode(77).fmt(true).to_string(), "code 77");
    /// ```
    #[must_use]
    pub const fn fmt(self, enable_ansi_colors: bool) -> SignalCodeFmt {
        SignalCodeFmt { signal: self, enable_ansi_colors }
    }

    fn entry(self) -> Option<&'static (&'static str, &'static str)> {
        SIGNALS.get(usize::from(self.0).checked_sub(1)?)
    }
}

/// What [`SignalCode::fmt`] returns.
///
/// Zig: `SignalCode.Fmt`.
#[derive(Copy, Clone, Debug)]
pub struct SignalCodeFmt {
    signal: SignalCode,
    enable_ansi_colors: bool,
}

impl fmt::Display for SignalCodeFmt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.signal.name(), self.signal.description()) {
            (Some(name), Some(description)) => {
                crate::write_pretty!(f, self.enable_ansi_colors, "{} <d>({})<r>", name, description)
            }
            _ => write!(f, "code {}", self.signal.0),
        }
    }
}

/// [`SignalCode::DEFAULT`].
impl Default for SignalCode {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The name, or `code 77`.
impl fmt::Display for SignalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.pad(name),
            None => write!(f, "code {}", self.0),
        }
    }
}

/// As `Display`.
impl From<SignalCode> for core::ffi::c_int {
    fn from(signal: SignalCode) -> Self {
        signal.0.into()
    }
}

impl fmt::Debug for SignalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::SignalCode;

    #[test]
    fn every_number_is_a_signal() {
        for number in 0..=u8::MAX {
            let signal = SignalCode::from_raw(number);
            assert_eq!(signal.raw(), number);
            assert_eq!(signal.name().is_some(), (1..=31).contains(&number));
            assert_eq!(signal.description().is_some(), signal.valid() && number != 16);
            assert_eq!(signal.to_exit_code().is_some(), signal.valid());
            if let Some(name) = signal.name() {
                assert_eq!(SignalCode::from_name(name), Some(signal));
                assert_eq!(format!("{signal}"), name);
            }
        }
        assert_eq!(SignalCode::SIGSYS.to_exit_code(), Some(159));
    }

    #[test]
    fn names() {
        assert_eq!(SignalCode::from_raw(16).name(), Some("SIG16"));
        assert_eq!(format!("{}", SignalCode::from_raw(16).fmt(false)), "code 16");
        assert_eq!(SignalCode::default().name(), Some("SIGTERM"));
        assert_eq!(SignalCode::from_name(b"SIGNOT"), None);
        assert_eq!(format!("{:?}", SignalCode::from_raw(0)), "code 0");
    }

    #[test]
    fn only_the_low_byte_counts() {
        for number in 0..=u8::MAX {
            let expected = SignalCode(number);
            assert_eq!(SignalCode::from(number), expected);
            assert_eq!(SignalCode::from(u64::from(number) | 0xABCD_0000_1200), expected);
            assert_eq!(SignalCode::from(i32::from(number) - 0x100), expected);
        }
        assert_eq!(SignalCode::from([0_u8; 0]), SignalCode(0));
    }

    #[test]
    fn descriptions_are_dim() {
        let colored = format!("{}", SignalCode::SIGHUP.fmt(true));
        assert_eq!(colored, "SIGHUP \x1b[2m(Terminal hung up)\x1b[0m");
        assert_eq!(format!("{}", SignalCode(0).fmt(false)), "code 0");
    }

    #[test]
    fn is_a_pattern() {
        let is_crash = |signal| matches!(signal, SignalCode::SIGSEGV | SignalCode::SIGBUS);
        assert!(is_crash(SignalCode::from_raw(11)));
        assert!(!is_crash(SignalCode::SIGTERM));
    }
}
