//! `EnvPath`: builds the value of a variable such as `PATH`.

use alloc::vec::Vec;
use core::fmt;

use bun_alloc::AllocError;

use crate::AutoAbsPath;
use crate::path::Path;
use crate::path::options::{self, Kind};
use crate::sep::{DELIMITER, is_sep_native};

/// A list of directories with the target's delimiter between them.
///
/// Zig: `bun.EnvPath`.
///
/// # Examples
///
/// ```
/// use bun_paths::EnvPath;
///
/// let mut path = EnvPath::init_capacity(64)?;
/// path.append(b":/usr/bin/:".as_slice())?;
/// path.append(b"".as_slice())?;
/// # #[cfg(not(windows))]
/// assert_eq!(path.slice(), b"/usr/bin");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug, Default)]
pub struct EnvPath {
    list: Vec<u8>,
}

/// What [`EnvPath::append`] takes: bytes, which it trims, or a [`Path`], which is trim.
pub trait EnvPathInput {
    /// The entry without delimiters around it and separators at its end.
    fn entry(&self) -> &[u8];
}

impl EnvPathInput for [u8] {
    fn entry(&self) -> &[u8] {
        let is_delimiter = |byte: &u8| *byte == DELIMITER;
        let start = self.iter().position(|byte| !is_delimiter(byte)).unwrap_or(self.len());
        let end = self.iter().rposition(|byte| !is_delimiter(byte)).map_or(start, |at| at + 1);
        let entry = &self[start..end];
        let end = entry.iter().rposition(|byte| !is_sep_native(*byte)).map_or(0, |at| at + 1);
        &entry[..end]
    }
}

impl<const N: usize> EnvPathInput for [u8; N] {
    fn entry(&self) -> &[u8] {
        self.as_slice().entry()
    }
}

impl<T: EnvPathInput + ?Sized> EnvPathInput for &T {
    fn entry(&self) -> &[u8] {
        (**self).entry()
    }
}

impl<const KIND: u8, const SEP_OPT: u8, const CHECK: u8> EnvPathInput
    for Path<u8, KIND, SEP_OPT, CHECK>
{
    fn entry(&self) -> &[u8] {
        self.slice()
    }
}

impl EnvPath {
    /// An empty list.
    #[doc(alias = "init")]
    #[must_use]
    pub const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// An empty list with room for `capacity` bytes.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    #[doc(alias = "initCapacity")]
    pub fn init_capacity(capacity: usize) -> Result<Self, AllocError> {
        let mut list = Vec::new();
        list.try_reserve_exact(capacity).map_err(|_| AllocError)?;
        Ok(Self { list })
    }

    /// The list.
    #[must_use]
    pub fn slice(&self) -> &[u8] {
        &self.list
    }

    /// Appends a directory, without delimiters around it and separators at its end; nothing when it
    /// is empty then.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it; the list is as it was.
    pub fn append<I: EnvPathInput + ?Sized>(&mut self, input: &I) -> Result<(), AllocError> {
        let entry = input.entry();
        if entry.is_empty() {
            return Ok(());
        }
        self.list.try_reserve(entry.len() + 1).map_err(|_| AllocError)?;
        if !self.list.is_empty() {
            self.list.push(DELIMITER);
        }
        self.list.extend_from_slice(entry);
        Ok(())
    }

    /// Starts an entry that is built from components.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_paths::EnvPath::new();
    /// let mut entry = list.path_component_builder();
    /// # #[cfg(not(windows))]
    /// entry.append(b"/app")?;
    /// entry.append_fmt(format_args!("v{}/bin", 2))?;
    /// entry.apply().unwrap();
    /// # #[cfg(not(windows))]
    /// assert_eq!(list.slice(), b"/app/v2/bin");
    /// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
    /// ```
    #[doc(alias = "pathComponentBuilder")]
    pub fn path_component_builder(&mut self) -> PathComponentBuilder<'_> {
        PathComponentBuilder { list: self, path: Path::init() }
    }
}

/// An entry of an [`EnvPath`] in the making.
#[derive(Debug)]
#[must_use = "an entry that is not applied is not in the list"]
pub struct PathComponentBuilder<'a> {
    list: &'a mut EnvPath,
    path: Path<u8, { Kind::ANY }, { options::PathSeparators::AUTO }>,
}

impl PathComponentBuilder<'_> {
    /// Appends a component.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`](options::MaxPathExceeded) when the path is too long with it.
    pub fn append(&mut self, component: &[u8]) -> options::Result<()> {
        self.path.append(component)
    }

    /// Appends a component that is formatted.
    ///
    /// # Errors
    ///
    /// [`MaxPathExceeded`](options::MaxPathExceeded) when the path is too long with it.
    #[doc(alias = "appendFmt")]
    pub fn append_fmt(&mut self, args: fmt::Arguments<'_>) -> options::Result<()> {
        self.path.append_fmt(args)
    }

    /// Appends the entry to the list.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it.
    pub fn apply(self) -> Result<(), AllocError> {
        self.list.append(&self.path)
    }
}

const _: fn(&AutoAbsPath) -> &[u8] = EnvPathInput::entry;

#[cfg(test)]
mod tests;
