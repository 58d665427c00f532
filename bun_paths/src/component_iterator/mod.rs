//! `ComponentIterator`: the components of a path, from either end.

use bun_core::{Error, env};

use crate::PathChar;
use crate::sep::{is_sep_any_t, is_sep_posix_t};

/// Which platform's rules a path follows.
///
/// Zig: `std.fs.path.PathType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFormat {
    /// `/` separates.
    Posix,
    /// `/` and `\` separate, and a drive or share is part of the root.
    Windows,
}

impl PathFormat {
    /// The target's.
    pub const NATIVE: Self = if env::IS_WINDOWS { Self::Windows } else { Self::Posix };

    /// Whether `unit` separates components.
    #[doc(alias = "isSep")]
    #[must_use]
    pub fn is_sep<T: PathChar>(self, unit: T) -> bool {
        match self {
            Self::Posix => is_sep_posix_t(unit),
            Self::Windows => is_sep_any_t(unit),
        }
    }
}

/// A component, and the path up to it.
///
/// Zig: `std.fs.path.ComponentIterator.Component`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component<'a, T = u8> {
    /// The component, without separators.
    pub name: &'a [T],
    /// The path up to and with the component, without separators at its end.
    pub path: &'a [T],
}

/// Walks over the components of a path, forwards by [`next`](Self::next) and backwards by
/// [`previous`](Self::previous). Resolves nothing; skips repeated separators and the root.
///
/// Zig: `std.fs.path.ComponentIterator`.
///
/// # Examples
///
/// ```
/// use bun_paths::{ComponentIterator, PathFormat};
///
/// let mut names = ComponentIterator::init(br"C:\a\b".as_slice(), PathFormat::Windows)?;
/// assert_eq!(names.root(), Some(&br"C:\"[..]));
/// assert_eq!(names.last().unwrap().name, b"b");
/// assert_eq!(names.previous().unwrap().path, br"C:\a");
/// assert_eq!(names.previous(), None);
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ComponentIterator<'a, T: PathChar = u8> {
    path: &'a [T],
    format: PathFormat,
    root_end: usize,
    /// Where the component returned last starts and ends.
    start: usize,
    end: usize,
}

impl<'a, T: PathChar> ComponentIterator<'a, T> {
    /// Starts before the first component.
    ///
    /// # Errors
    ///
    /// `BadPathName` by Windows rules for a path with a prefix of a namespace (`\\.\`, `\\?\`,
    /// `\??\`), the root of which cannot be told, and for a share behind more than two separators.
    pub fn init(path: &'a [T], format: PathFormat) -> Result<Self, Error> {
        let root_end = match format {
            PathFormat::Posix => skip(path, 0, |unit| is_sep_posix_t(unit)),
            PathFormat::Windows => root_end_windows(path).ok_or(bun_core::err!(BadPathName))?,
        };
        Ok(Self { path, format, root_end, start: root_end, end: root_end })
    }

    /// The root of the path, or `None` when it is relative.
    #[must_use]
    pub fn root(&self) -> Option<&'a [T]> {
        (self.root_end > 0).then(|| &self.path[..self.root_end])
    }

    /// Goes to the first component.
    pub fn first(&mut self) -> Option<Component<'a, T>> {
        self.start = self.root_end;
        self.end = self.name_end(self.start);
        self.current()
    }

    /// Goes to the last component.
    pub fn last(&mut self) -> Option<Component<'a, T>> {
        (self.start, self.end) = self.name_before(self.path.len());
        self.current()
    }

    /// Goes to the next component, if there is one.
    #[expect(clippy::should_implement_trait, reason = "the name that ported code calls")]
    pub fn next(&mut self) -> Option<Component<'a, T>> {
        let next = self.peek_next()?;
        self.go_to(next)
    }

    /// The next component, without going there.
    #[doc(alias = "peekNext")]
    #[must_use]
    pub fn peek_next(&self) -> Option<Component<'a, T>> {
        let start = skip(self.path, self.end, |unit| self.format.is_sep(unit));
        self.component(start, self.name_end(start))
    }

    /// Goes to the component before, if there is one.
    pub fn previous(&mut self) -> Option<Component<'a, T>> {
        let previous = self.peek_previous()?;
        self.go_to(previous)
    }

    /// The component before, without going there.
    #[doc(alias = "peekPrevious")]
    #[must_use]
    pub fn peek_previous(&self) -> Option<Component<'a, T>> {
        let (start, end) = self.name_before(self.start);
        self.component(start, end)
    }

    fn go_to(&mut self, component: Component<'a, T>) -> Option<Component<'a, T>> {
        self.end = component.path.len();
        self.start = self.end - component.name.len();
        Some(component)
    }

    fn current(&self) -> Option<Component<'a, T>> {
        self.component(self.start, self.end)
    }

    fn component(&self, start: usize, end: usize) -> Option<Component<'a, T>> {
        (start < end).then(|| Component { name: &self.path[start..end], path: &self.path[..end] })
    }

    fn name_end(&self, start: usize) -> usize {
        skip(self.path, start, |unit| !self.format.is_sep(unit))
    }

    /// Where the last name that ends at `limit` or before starts and ends.
    fn name_before(&self, limit: usize) -> (usize, usize) {
        let names = &self.path[self.root_end..limit.max(self.root_end)];
        let is_sep = |unit: &T| self.format.is_sep(*unit);
        let end = names.iter().rposition(|unit| !is_sep(unit)).map_or(0, |at| at + 1);
        let start = names[..end].iter().rposition(is_sep).map_or(0, |at| at + 1);
        (self.root_end + start, self.root_end + end)
    }
}

/// The components of a path of the target.
///
/// Zig: `std.fs.path.componentIterator`.
///
/// # Errors
///
/// Those of [`ComponentIterator::init`].
///
/// # Examples
///
/// ```
/// let mut names = bun_paths::component_iterator(b"a//b")?;
/// assert_eq!(names.first().unwrap().name, b"a");
/// assert_eq!(names.next().unwrap().path, b"a//b");
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "componentIterator")]
pub fn component_iterator(path: &[u8]) -> Result<ComponentIterator<'_>, Error> {
    ComponentIterator::init(path, PathFormat::NATIVE)
}

/// The first index from `start` on for which `skipped` is false.
fn skip<T: PathChar>(path: &[T], start: usize, skipped: impl Fn(T) -> bool) -> usize {
    path[start..].iter().position(|unit| !skipped(*unit)).map_or(path.len(), |at| start + at)
}

/// Where the root of a Windows path ends; `None` when that cannot be told.
fn root_end_windows<T: PathChar>(path: &[T]) -> Option<usize> {
    let is_sep = |unit: T| is_sep_any_t(unit);
    let is_name = |unit: T| !is_sep_any_t(unit);
    match path {
        [first, second, third, ..] if is_sep(*first) && is_sep(*second) => {
            if third.is(b'.') || third.is(b'?') {
                match path.get(3) {
                    None => return Some(path.len()),
                    // Behind a first `/` the original does not look at the fourth unit.
                    Some(fourth) if is_sep(*fourth) || first.is(b'/') => return None,
                    Some(_) => {}
                }
            }
            if is_sep(*third) {
                return None;
            }
            let share = skip(path, skip(path, 2, is_name), is_sep);
            Some(skip(path, skip(path, share, is_name), is_sep))
        }
        [first, second, third, fourth, ..]
            if first.is(b'\\') && second.is(b'?') && third.is(b'?') && fourth.is(b'\\') =>
        {
            None
        }
        [first, second] if is_sep(*first) && is_sep(*second) => Some(2),
        [first, ..] if is_sep(*first) => Some(1),
        [_, colon, third, ..] if colon.is(b':') && is_sep(*third) => Some(skip(path, 3, is_sep)),
        [_, colon, ..] if colon.is(b':') => Some(2),
        _ => Some(0),
    }
}

#[cfg(test)]
mod tests;
