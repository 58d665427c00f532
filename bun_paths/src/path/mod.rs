//! `Path`: a path that is built in a buffer of the thread's pool.

mod build;
mod like;
pub mod options;
mod resolve;
#[cfg(test)]
mod tests;
mod trim;
mod units;

use core::fmt;
use core::ops::{Deref, DerefMut};

use crate::std_path::basename_t;
use crate::{Dirname, PathChar, PathWriter, PoolGuard, Pooled};
use options::{CheckLength, Kind, PathSeparators};
use trim::Rules;

pub use like::PathLike;
pub use resolve::FdPath;
pub(crate) use units::{FromView, wide_units};

/// A path of units `U` that is built in a buffer of this thread's pool, and never longer than the
/// target takes, terminator included.
///
/// What is appended loses the separators around it; with `SEP_OPT` other than
/// [`Any`](PathSeparators::Any) both slashes become the chosen one. Both widths are taken.
///
/// Zig: `bun.Path(opts)`.
///
/// # Examples
///
/// ```
/// use bun_paths::AbsPath;
///
/// # #[cfg(not(windows))] {
/// let mut path: AbsPath = AbsPath::from(b"/usr/")?;
/// path.append(b"./lib/")?;
/// {
///     let mut path = path.save();
///     path.append_fmt(format_args!("{}.so", 7))?;
///     assert_eq!(path.slice_z().as_bytes(), b"/usr/lib/7.so");
/// }
/// assert_eq!(path.slice(), b"/usr/lib");
/// path.undo(9);
/// assert_eq!(path.slice(), b"/");
/// # }
/// # Ok::<(), bun_paths::options::MaxPathExceeded>(())
/// ```
///
/// Like the pool, it stays on its thread:
///
/// ```compile_fail,E0277
/// let path = bun_paths::AutoAbsPath::init();
/// std::thread::spawn(move || drop(path));
/// ```
pub struct Path<
    U: PathChar = u8,
    const KIND: u8 = { Kind::ANY },
    const SEP_OPT: u8 = { PathSeparators::ANY },
    const CHECK: u8 = { CheckLength::ASSUME },
> {
    buffer: PoolGuard<U::Buffer>,
    /// At most what the buffer has written, and one less than it has room for.
    len: usize,
}

/// A [`Path`] that is known to be absolute.
///
/// Zig: `bun.AbsPath`.
pub type AbsPath<
    U = u8,
    const SEP_OPT: u8 = { PathSeparators::ANY },
    const CHECK: u8 = { CheckLength::ASSUME },
> = Path<U, { Kind::ABS }, SEP_OPT, CHECK>;

/// A [`Path`] that is known to be relative.
///
/// Zig: `bun.RelPath`.
pub type RelPath<
    U = u8,
    const SEP_OPT: u8 = { PathSeparators::ANY },
    const CHECK: u8 = { CheckLength::ASSUME },
> = Path<U, { Kind::REL }, SEP_OPT, CHECK>;

/// An [`AbsPath`] with the target's separators.
///
/// Zig: `bun.AutoAbsPath`.
pub type AutoAbsPath = Path<u8, { Kind::ABS }, { PathSeparators::AUTO }>;

/// A [`RelPath`] with the target's separators.
///
/// Zig: `bun.AutoRelPath`.
pub type AutoRelPath = Path<u8, { Kind::REL }, { PathSeparators::AUTO }>;

/// A length that a path goes back to when this is dropped, or by [`restore`](Self::restore).
///
/// Derefs to the path.
///
/// Zig: `Path.ResetScope`.
#[derive(Debug)]
pub struct ResetScope<'a, U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> {
    path: &'a mut Path<U, KIND, SEP_OPT, CHECK>,
    saved_len: usize,
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8>
    Path<U, KIND, SEP_OPT, CHECK>
{
    const SEPARATORS: PathSeparators = PathSeparators::from_u8(SEP_OPT);

    /// An empty path.
    #[must_use]
    #[inline]
    pub fn init() -> Self {
        Self { buffer: PoolGuard::take(), len: 0 }
    }

    /// Whether the path is absolute, by its kind or by its start.
    #[doc(alias = "isAbsolute")]
    #[must_use]
    pub fn is_absolute(&self) -> bool {
        self.counts_as_absolute(self.slice())
    }

    /// Whether a path that starts here would be absolute.
    fn counts_as_absolute(&self, path: &[U]) -> bool {
        match Kind::from_u8(KIND) {
            Kind::Abs => true,
            Kind::Rel => false,
            Kind::Any => Rules::NATIVE.is_absolute(path),
        }
    }

    /// The path.
    #[must_use]
    #[inline]
    pub fn slice(&self) -> &[U] {
        &self.buffer.as_slice()[..self.len]
    }

    /// The path with a terminator.
    #[doc(alias = "sliceZ")]
    #[must_use]
    pub fn slice_z(&mut self) -> &U::ZSlice {
        match U::terminate(self.writer()) {
            Ok(path) => path,
            Err(_) => unreachable!("the length leaves room for a terminator"),
        }
    }

    /// The whole buffer, for writing a path to it; then [`set_length`](Self::set_length).
    #[must_use]
    pub fn buf(&mut self) -> &mut [U] {
        self.buffer.as_mut_slice()
    }

    /// How many units the path has.
    #[must_use]
    #[inline]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether the path is empty.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Makes the first `new_length` units of the buffer the path, without separators at its end;
    /// no more than were written, and than leave room for a terminator.
    ///
    /// Zig: `setLength`.
    #[doc(alias = "setLength")]
    pub fn set_length(&mut self, new_length: usize) {
        self.len = new_length.min(self.buffer.as_slice().len()).min(U::MAX_PATH - 1);
        self.len = if self.is_absolute() {
            Rules::NATIVE.trim_absolute(self.slice()).len()
        } else {
            let rest = self.slice().iter().rposition(|unit| !self.is_separator(*unit));
            rest.map_or(0, |last| last + 1)
        };
    }

    /// Makes the path empty.
    pub const fn clear(&mut self) {
        self.len = 0;
    }

    /// The last component.
    #[must_use]
    pub fn basename(&self) -> &[U] {
        basename_t(self.slice())
    }

    /// The last component with a terminator, if nothing follows it.
    ///
    /// Zig: `basenameZ`.
    #[doc(alias = "basenameZ")]
    #[must_use]
    pub fn basename_z(&mut self) -> &U::ZSlice {
        let len = self.basename().len();
        U::tail(self.slice_z(), len)
    }

    /// The parent, by the rules of [`Dirname`].
    #[must_use]
    pub fn dirname(&self) -> Option<&[U]> {
        Dirname::dirname(self.slice())
    }

    /// Remembers the length, to which the path goes back when the scope ends.
    pub const fn save(&mut self) -> ResetScope<'_, U, KIND, SEP_OPT, CHECK> {
        let saved_len = self.len;
        ResetScope { path: self, saved_len }
    }

    /// Removes `n_components` from the end, but never the root.
    pub fn undo(&mut self, n_components: usize) {
        let root_len = if self.is_absolute() { Rules::NATIVE.root_len(self.slice()) } else { 0 };
        for _ in 0..n_components {
            let last = self.slice().iter().rposition(|unit| self.is_separator(*unit));
            match last {
                Some(last) if last >= root_len => self.len = last,
                _ => {
                    self.len = self.len.min(root_len);
                    return;
                }
            }
        }
    }

    /// Whether `unit` separates components of this path.
    fn is_separator(&self, unit: U) -> bool {
        match Self::SEPARATORS {
            PathSeparators::Any => unit.is_any_slash(),
            chosen => unit.is(chosen.char()),
        }
    }

    fn writer(&mut self) -> PathWriter<'_, U> {
        self.buffer.writer_at(self.len)
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> Default
    for Path<U, KIND, SEP_OPT, CHECK>
{
    fn default() -> Self {
        Self::init()
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> Clone
    for Path<U, KIND, SEP_OPT, CHECK>
{
    fn clone(&self) -> Self {
        let mut clone = Self::init();
        let mut out = clone.writer();
        let copied = out.push_slice(self.slice());
        debug_assert!(copied.is_ok(), "both buffers have one length");
        clone.len = out.finish().len();
        clone
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> fmt::Debug
    for Path<U, KIND, SEP_OPT, CHECK>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Path({:?})", U::view(self.slice()))
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8>
    ResetScope<'_, U, KIND, SEP_OPT, CHECK>
{
    /// Makes the path as long as it was, now.
    pub fn restore(&mut self) {
        self.path.len = self.path.buffer.as_slice().len().min(self.saved_len);
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> Drop
    for ResetScope<'_, U, KIND, SEP_OPT, CHECK>
{
    fn drop(&mut self) {
        self.restore();
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> Deref
    for ResetScope<'_, U, KIND, SEP_OPT, CHECK>
{
    type Target = Path<U, KIND, SEP_OPT, CHECK>;

    fn deref(&self) -> &Self::Target {
        self.path
    }
}

impl<U: PathChar, const KIND: u8, const SEP_OPT: u8, const CHECK: u8> DerefMut
    for ResetScope<'_, U, KIND, SEP_OPT, CHECK>
{
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.path
    }
}
