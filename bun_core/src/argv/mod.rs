//! The arguments of the process, as bytes.
//!
//! One lock guards one value, so that readers never see half of a change; what was handed out stays
//! valid for ever.

mod options;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::iter::{Copied, FusedIterator};
use core::ops::Deref;
use core::slice;
use std::sync::{PoisonError, RwLock};

pub use options::{OptionsEnvArg, append_options_env};

/// The arguments, once somebody has asked for them or set them.
static ARGUMENTS: RwLock<Arguments> = RwLock::new(Arguments { argv: None, from_options: 0 });

#[derive(Copy, Clone)]
struct Arguments {
    argv: Option<Argv>,
    /// How many of them, from the second on, come from `BUN_OPTIONS`.
    from_options: usize,
}

/// The arguments of the process: a slice of byte slices that live as long as it does.
///
/// # Examples
///
/// ```
/// let arguments = bun_core::argv();
/// assert!(arguments.iter().all(|argument| !argument.contains(&0)));
/// assert_eq!(arguments.get(0), arguments.iter().next());
/// assert_eq!(arguments.get(arguments.len()), None);
/// assert_eq!(arguments.to_vec().len(), arguments.len());
/// ```
#[derive(Copy, Clone, Debug)]
pub struct Argv(&'static [&'static [u8]]);

/// The arguments one by one; see [`Argv::iter`].
///
/// # Examples
///
/// ```
/// use bun_core::ArgvIter;
///
/// let mut arguments: ArgvIter = bun_core::argv().iter();
/// let all = arguments.len();
/// let program = arguments.next();
/// assert_eq!((program.is_some(), arguments.len()), (true, all - 1));
/// ```
#[derive(Clone, Debug)]
pub struct ArgvIter(Copied<slice::Iter<'static, &'static [u8]>>);

/// Returns the arguments, the name of the program first.
///
/// Collected by the first call and kept, unless [`set_argv`] or [`init_argv`] has been called. The
/// bytes are what the system passed; on Windows they are WTF-8.
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
    if let Some(argv) = arguments().argv {
        return argv;
    }
    let collected = collect();
    let mut arguments = ARGUMENTS.write().unwrap_or_else(PoisonError::into_inner);
    *arguments.argv.get_or_insert_with(|| Argv(intern_argv(collected)))
}

/// Collects the arguments of the system anew and puts what `BUN_OPTIONS` says behind the name of
/// the program: what `main` does first.
///
/// Zig: `bun.initArgv`.
///
/// # Examples
///
/// ```
/// bun_core::init_argv();
/// assert!(bun_core::argv().len() > bun_core::bun_options_argc());
/// ```
#[doc(alias = "initArgv")]
pub fn init_argv() {
    let mut collected = collect();
    let before = collected.len();
    if let Some(options) = crate::env_var::BUN_OPTIONS.get() {
        append_options_env(options, &mut collected);
    }
    let from_options = collected.len() - before;
    let argv = Some(Argv(intern_argv(collected)));
    *ARGUMENTS.write().unwrap_or_else(PoisonError::into_inner) = Arguments { argv, from_options };
}

/// Replaces the arguments that [`argv()`] returns from now on.
///
/// Zig: assigning `bun.argv`.
///
/// # Examples
///
/// ```
/// use bun_core::{argv, intern_argv, set_argv};
///
/// set_argv(intern_argv(vec![b"bun", b"run"]));
/// assert_eq!(argv().get(1), Some(&b"run"[..]));
/// ```
pub fn set_argv(argv: &'static [&'static [u8]]) {
    ARGUMENTS.write().unwrap_or_else(PoisonError::into_inner).argv = Some(Argv(argv));
}

/// Keeps a list of arguments until the process ends, for [`set_argv`].
///
/// # Examples
///
/// ```
/// let arguments: &'static [&'static [u8]] = bun_core::intern_argv(vec![b"bun", b"test"]);
/// assert_eq!(arguments.concat(), b"buntest");
/// ```
#[must_use]
pub fn intern_argv(argv: Vec<&'static [u8]>) -> &'static [&'static [u8]] {
    argv.leak()
}

/// Returns how many arguments [`init_argv`] took from `BUN_OPTIONS`; they are those behind the
/// name of the program.
///
/// Zig: `bun.bun_options_argc`.
///
/// # Examples
///
/// ```
/// bun_core::init_argv();
/// let given = bun_core::argv().len() - bun_core::bun_options_argc();
/// assert!(given >= 1, "the name of the program is not from `BUN_OPTIONS`");
/// ```
#[must_use]
pub fn bun_options_argc() -> usize {
    arguments().from_options
}

fn arguments() -> Arguments {
    *ARGUMENTS.read().unwrap_or_else(PoisonError::into_inner)
}

fn collect() -> Vec<&'static [u8]> {
    std::env::args_os()
        .map(|argument| &*Box::leak(argument.into_encoded_bytes().into_boxed_slice()))
        .collect()
}

impl Argv {
    /// Returns the arguments as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &'static [&'static [u8]] {
        self.0
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns one of them; 0 is the name of the program.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'static [u8]> {
        self.0.get(index).copied()
    }

    /// Returns an iterator over all of them.
    #[must_use]
    pub fn iter(&self) -> ArgvIter {
        ArgvIter(self.0.iter().copied())
    }

    /// Copies the list, not the arguments.
    #[must_use]
    pub fn to_vec(&self) -> Vec<&'static [u8]> {
        self.0.to_vec()
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
    type IntoIter = ArgvIter;

    fn into_iter(self) -> ArgvIter {
        self.iter()
    }
}

impl IntoIterator for &Argv {
    type Item = &'static [u8];
    type IntoIter = ArgvIter;

    fn into_iter(self) -> ArgvIter {
        self.iter()
    }
}

impl Iterator for ArgvIter {
    type Item = &'static [u8];

    fn next(&mut self) -> Option<&'static [u8]> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for ArgvIter {
    fn next_back(&mut self) -> Option<&'static [u8]> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for ArgvIter {}
impl FusedIterator for ArgvIter {}
