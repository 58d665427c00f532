//! What the original keeps for each thread and sets up at the start.
//!
//! Here the streams belong to the process and set themselves up when they are first used, so
//! little is left to do; the names remain for the code that calls them.

use core::sync::atomic::Ordering;

pub use super::stdio;

use super::color::{
    ENABLE_ANSI_COLORS_STDERR, ENABLE_ANSI_COLORS_STDOUT, is_stderr_tty, is_stdout_tty,
};
use super::color_depth::{self, ColorDepth, color_depth};
use super::environment::{bytes, switch};
use crate::global::set_thread_name;

/// The streams, as a thread sees them.
///
/// Zig: `bun.Output.Source`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::Source;
///
/// std::thread::spawn(|| {
///     Source::configure_named_thread(b"File Watcher");
///     bun_core::Output::println(format_args!("ready at once"));
/// });
/// ```
#[derive(Debug)]
pub struct Source {
    _private: (),
}

impl Source {
    /// Readies the calling thread for printing: there is nothing to do, the streams are shared.
    ///
    /// Zig: `bun.Output.Source.configureThread`.
    #[doc(alias = "configureThread")]
    pub fn configure_thread() {}

    /// Names the calling thread and readies it for printing.
    ///
    /// Linux shows the first fifteen bytes; elsewhere the name is not set.
    ///
    /// Zig: `bun.Output.Source.configureNamedThread`.
    #[doc(alias = "configureNamedThread")]
    pub fn configure_named_thread(name: impl AsRef<[u8]>) {
        set_thread_name(name.as_ref());
        Self::configure_thread();
    }

    /// Returns whether `NO_COLOR` asks for no colours.
    #[doc(alias = "isNoColor")]
    #[must_use]
    pub fn is_no_color() -> bool {
        switch("NO_COLOR") == Some(true)
    }

    /// Returns whether `FORCE_COLOR` asks for colours.
    #[doc(alias = "isForceColor")]
    #[must_use]
    pub fn is_force_color() -> bool {
        Self::get_force_color_depth().is_some_and(|depth| depth != ColorDepth::None)
    }

    /// Returns how many colours `FORCE_COLOR` asks for; `None` when it is not set.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::Output::{ColorDepth, Source};
    ///
    /// let depth = Source::get_force_color_depth().unwrap_or(ColorDepth::None);
    /// assert_eq!(Source::is_force_color(), depth != ColorDepth::None);
    /// ```
    #[doc(alias = "getForceColorDepth")]
    #[must_use]
    pub fn get_force_color_depth() -> Option<ColorDepth> {
        color_depth::forced(&bytes)
    }

    /// As [`color_depth`](color_depth()).
    #[doc(alias = "colorDepth")]
    #[must_use]
    pub fn color_depth() -> ColorDepth {
        color_depth()
    }
}

/// Turns colours off, so that the output of a test is the same everywhere.
///
/// Zig: `bun.Output.initTest`.
///
/// # Examples
///
/// ```
/// bun_core::Output::init_test();
/// assert!(!bun_core::Output::enable_ansi_colors_stdout());
/// ```
#[doc(alias = "initTest")]
pub fn init_test() {
    ENABLE_ANSI_COLORS_STDOUT.store(false, Ordering::Relaxed);
    ENABLE_ANSI_COLORS_STDERR.store(false, Ordering::Relaxed);
}

/// What a stream leads to.
///
/// Zig: `bun.Output.OutputStreamDescriptor`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, OutputStreamDescriptor};
///
/// let is_terminal = Output::stdout_descriptor_type() == OutputStreamDescriptor::Terminal;
/// assert_eq!(is_terminal, Output::is_stdout_tty());
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum OutputStreamDescriptor {
    /// A file, a pipe, anything but a terminal.
    Unknown,
    /// A terminal.
    Terminal,
}

/// The shorter name of [`OutputStreamDescriptor`]. See [`stdout_descriptor_type`].
pub type DescriptorType = OutputStreamDescriptor;

/// Returns what standard output leads to.
///
/// Zig: `bun.Output.stdout_descriptor_type`.
#[must_use]
pub fn stdout_descriptor_type() -> OutputStreamDescriptor {
    OutputStreamDescriptor::of(is_stdout_tty())
}

/// Returns what standard error leads to.
///
/// Zig: `bun.Output.stderr_descriptor_type`.
#[must_use]
pub fn stderr_descriptor_type() -> OutputStreamDescriptor {
    OutputStreamDescriptor::of(is_stderr_tty())
}

impl OutputStreamDescriptor {
    fn of(is_terminal: bool) -> Self {
        if is_terminal { Self::Terminal } else { Self::Unknown }
    }
}
