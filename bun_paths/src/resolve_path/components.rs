//! `Components`: appends the components of paths to a writer and resolves `.` and `..`.

use super::scan::{Dots, clean_len};
use super::windows::windows_volume_name_len_t;
use crate::{NameTooLong, PathChar, PathWriter};

/// Whether `..` above the start of a path is written or dropped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AboveRoot {
    Keep,
    Drop,
}

impl AboveRoot {
    #[inline]
    pub(crate) const fn keep_if(keep: bool) -> Self {
        if keep { Self::Keep } else { Self::Drop }
    }
}

/// Appends components to a writer and resolves them as they come.
pub(crate) struct Components<'w, 'a, T: PathChar, S> {
    out: &'w mut PathWriter<'a, T>,
    /// The separator that is written.
    written: T,
    is_separator: S,
    above_root: AboveRoot,
    /// A name needs no separator here: it is behind the root.
    names_start: usize,
    /// A `..` needs no separator here.
    dots_start: usize,
    /// `..` removes nothing below this: it is behind the root or the last `..` written.
    floor: usize,
}

impl<'w, 'a, T: PathChar, S: Fn(T) -> bool + Copy> Components<'w, 'a, T, S> {
    /// Continues behind what `out` holds, which is the root of the path or nothing.
    #[inline]
    pub(crate) fn new(
        out: &'w mut PathWriter<'a, T>,
        written: T,
        is_separator: S,
        above_root: AboveRoot,
    ) -> Self {
        let start = out.len();
        Self {
            out,
            written,
            is_separator,
            above_root,
            names_start: start,
            dots_start: start,
            floor: start,
        }
    }

    /// Writes the root that a Windows path starts with, and returns what follows it.
    pub(crate) fn push_windows_root<'p>(&mut self, path: &'p [T]) -> Result<&'p [T], NameTooLong> {
        let starts_with_separator =
            |path: &[T]| path.first().is_some_and(|unit| (self.is_separator)(*unit));
        let (volume_len, _) = windows_volume_name_len_t(path);
        let mut rest = &path[volume_len..];
        match path {
            [letter, colon, ..] if volume_len == 2 && colon.is(b':') => {
                self.out.push(to_upper(*letter))?;
                self.out.push(*colon)?;
                self.dots_start = self.out.len();
                if starts_with_separator(rest) {
                    self.out.push(self.written)?;
                    rest = &rest[1..];
                }
            }
            _ if volume_len > 0 => {
                for unit in &path[..volume_len] {
                    let is_separator = (self.is_separator)(*unit);
                    self.out.push(if is_separator { self.written } else { *unit })?;
                }
                // A server without a share may end with separators of its own.
                if !(self.is_separator)(path[volume_len - 1]) {
                    self.out.push(self.written)?;
                }
                self.dots_start = self.out.len();
                rest = rest.get(1..).unwrap_or_default();
            }
            _ if starts_with_separator(path) => {
                self.out.push(self.written)?;
                self.dots_start = self.out.len();
                rest = &rest[1..];
                if self.above_root == AboveRoot::Keep && starts_with_separator(rest) {
                    self.out.push(self.written)?;
                    rest = &rest[1..];
                }
            }
            _ => {}
        }
        self.names_start = self.out.len();
        self.floor = self.names_start;
        Ok(rest)
    }

    /// Appends every component of `path`.
    #[inline]
    pub(crate) fn push_path(&mut self, path: &[T]) -> Result<(), NameTooLong> {
        let mut rest = path;
        loop {
            match Dots::at(rest, self.is_separator) {
                Dots::Empty if rest.is_empty() => return Ok(()),
                Dots::Empty | Dots::Current => rest = &rest[1..],
                Dots::Parent => {
                    self.push_parent()?;
                    rest = &rest[2..];
                }
                Dots::None => {
                    let clean = clean_len(rest, self.written, self.is_separator);
                    self.push_names(&rest[..clean])?;
                    rest = &rest[clean..];
                }
            }
        }
    }

    /// Appends names that are separated as they should be.
    #[inline]
    fn push_names(&mut self, names: &[T]) -> Result<(), NameTooLong> {
        if self.out.len() > self.names_start {
            self.out.push(self.written)?;
        }
        self.out.push_slice(names)
    }

    #[inline]
    fn push_parent(&mut self) -> Result<(), NameTooLong> {
        if self.out.len() > self.floor {
            self.pop();
            return Ok(());
        }
        if self.above_root == AboveRoot::Drop {
            return Ok(());
        }
        if self.out.len() > self.dots_start {
            self.out.push(self.written)?;
        }
        self.out.push(T::from_u8(b'.'))?;
        self.out.push(T::from_u8(b'.'))?;
        self.floor = self.out.len();
        Ok(())
    }

    /// Removes the last component and the separator before it.
    #[inline]
    fn pop(&mut self) {
        let removable = &self.out.written()[self.floor..];
        let last = removable.iter().rposition(|unit| *unit == self.written);
        self.out.truncate(self.floor + last.unwrap_or(0));
    }
}

fn to_upper<T: PathChar>(letter: T) -> T {
    u8::try_from(letter.as_u32()).map_or(letter, |byte| T::from_u8(byte.to_ascii_uppercase()))
}
