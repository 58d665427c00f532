//! The arguments of the process, as bytes.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Deref;
use std::sync::OnceLock;

static ARGV: OnceLock<Vec<&'static [u8]>> = OnceLock::new();

/// The arguments of the process: a slice of byte slices that live as long as it does.
///
/// # Examples
///
/// ```
/// let arguments = bun_core::argv();
/// assert!(arguments.iter().all(|argument| !argument.contains(&0)));
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Argv(&'static [&'static [u8]]);

/// Returns the arguments, the name of the program first.
///
/// Collected by the first call and kept. The bytes are what the system passed; on Windows they are
/// WTF-8.
///
/// Zig: `bun.argv`, `std.os.argv`.
///
/// # Examples
///
/// ```
/// let arguments = bun_core::argv();
/// let program: Option<&'static [u8]> = arguments.first().copied();
/// assert!(program.is_some());
/// for argument in arguments {
///     assert!(argument.len() < 1 << 20);
/// }
/// ```
pub fn argv() -> Argv {
    Argv(ARGV.get_or_init(|| {
        std::env::args_os()
            .map(|argument| &*Box::leak(argument.into_encoded_bytes().into_boxed_slice()))
            .collect()
    }))
}

impl Argv {
    /// Returns the arguments as a slice.
    #[must_use]
    pub fn as_slice(self) -> &'static [&'static [u8]] {
        self.0
    }
}

impl Deref for Argv {
    type Target = [&'static [u8]];

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl IntoIterator for Argv {
    type Item = &'static [u8];
    type IntoIter = core::iter::Copied<core::slice::Iter<'static, &'static [u8]>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}
