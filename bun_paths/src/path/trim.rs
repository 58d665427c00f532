//! What is cut off a path before it is appended to another.

use bun_core::env;

use crate::PathChar;
use crate::absolute::{is_absolute_posix_t, is_absolute_windows_t};
use crate::sep::is_sep_any_t;

/// The rules of one platform; a value, so that those of Windows are tested everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rules {
    pub(super) windows: bool,
}

impl Rules {
    pub(super) const NATIVE: Self = Self { windows: env::IS_WINDOWS };

    fn is_sep<T: PathChar>(self, unit: T) -> bool {
        if self.windows { is_sep_any_t(unit) } else { unit.is(b'/') }
    }

    pub(super) fn is_absolute<T: PathChar>(self, path: &[T]) -> bool {
        if self.windows { is_absolute_windows_t(path) } else { is_absolute_posix_t(path) }
    }

    /// The length of the root that is never cut off.
    pub(super) fn root_len<T: PathChar>(self, path: &[T]) -> usize {
        match path {
            [letter, colon, third, ..]
                if self.windows
                    && letter.is_ascii_letter()
                    && colon.is(b':')
                    && is_sep_any_t(*third) =>
            {
                3
            }
            [first, ..] if self.is_sep(*first) => {
                if self.windows {
                    share_len(path).unwrap_or(1)
                } else {
                    1
                }
            }
            _ => 0,
        }
    }

    /// `path` without separators at its end, but with its root.
    pub(super) fn trim_absolute<T: PathChar>(self, path: &[T]) -> &[T] {
        let root_len = self.root_len(path);
        let end = path.iter().rposition(|unit| !self.is_sep(*unit)).map_or(0, |at| at + 1);
        &path[..end.max(root_len)]
    }

    /// `path` without one `./` and separators around it.
    pub(super) fn trim_relative<T: PathChar>(self, path: &[T]) -> &[T] {
        let path = match path {
            [dot, second, rest @ ..] if dot.is(b'.') && self.is_sep(*second) => rest,
            _ => path,
        };
        let end = path.iter().rposition(|unit| !self.is_sep(*unit)).map_or(0, |at| at + 1);
        let start = path[..end].iter().position(|unit| !self.is_sep(*unit)).unwrap_or(0);
        &path[start..end]
    }
}

/// The length of `\\server\share\`; without the last separator if nothing follows it.
fn share_len<T: PathChar>(path: &[T]) -> Option<usize> {
    let [_, second, third, _, _, _, ..] = path else { return None };
    if !is_sep_any_t(*second) || third.is(b'\\') || third.is(b'.') {
        return None;
    }
    let next = |start: usize| {
        let rest = path.get(start..)?;
        rest.iter().position(|unit| is_sep_any_t(*unit)).map(|at| start + at)
    };
    let share = next(3)? + 1;
    let end = next(share).filter(|end| *end > share)?;
    Some(if end + 1 < path.len() { end + 1 } else { end })
}
