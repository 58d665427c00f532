//! Finding where a path stops being clean, a block at a time.
//!
//! A path is clean while its components are separated by one separator of the kind that is
//! written, and none of them is `.` or `..`. Nearly every path is, so that one look at each unit
//! and one copy is all there is to do.

use super::block::{BLOCK, suspects};
use crate::PathChar;

/// Returns how much of `path`, which starts with a component other than `.` and `..`, is clean.
///
/// The rest is empty or starts with a separator.
#[inline]
pub(super) fn clean_len<T: PathChar>(
    path: &[T],
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> usize {
    let Some(last) = path.len().checked_sub(1) else { return 0 };
    let unclean = if last < BLOCK {
        first_unclean(path, last, written, is_separator)
    } else {
        first_unclean_of_blocks(path, last, written, is_separator)
    };
    unclean.unwrap_or(if is_separator(path[last]) { last } else { path.len() })
}

/// The first separator below `end` that does not stand between two components worth keeping.
#[inline(always)]
fn first_unclean<T: PathChar>(
    path: &[T],
    end: usize,
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> Option<usize> {
    (0..end).find(|&at| is_separator(path[at]) && is_unclean(path, at, written, is_separator))
}

/// [`first_unclean`] of at least one block.
#[inline(always)]
fn first_unclean_of_blocks<T: PathChar>(
    path: &[T],
    end: usize,
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> Option<usize> {
    let mut from = 0;
    while from < end {
        // The last block overlaps the one before, which saves a loop over what is left.
        let start = from.min(end - BLOCK);
        let units = path[start..].first_chunk()?;
        let nexts = path[start + 1..].first_chunk()?;
        let mut bits = suspects(units, nexts, written, is_separator);
        while bits != 0 {
            let at = start + bits.trailing_zeros() as usize;
            if is_separator(path[at]) && is_unclean(path, at, written, is_separator) {
                return Some(at);
            }
            bits &= bits - 1;
        }
        from += BLOCK;
    }
    None
}

/// Whether the separator at `at` is of the other kind, or nothing worth keeping follows it.
#[inline]
fn is_unclean<T: PathChar>(
    path: &[T],
    at: usize,
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> bool {
    path[at] != written || Dots::at(&path[at + 1..], is_separator) != Dots::None
}

/// What a path starts with where a component should start.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dots {
    /// A name.
    None,
    /// Nothing, or another separator.
    Empty,
    /// `.`
    Current,
    /// `..`
    Parent,
}

impl Dots {
    #[inline]
    pub(super) fn at<T: PathChar>(path: &[T], is_separator: impl Fn(T) -> bool) -> Self {
        let ends = |at: usize| path.get(at).is_none_or(|unit| is_separator(*unit));
        match path {
            [] => Self::Empty,
            [first, ..] if is_separator(*first) => Self::Empty,
            [first, ..] if !first.is(b'.') => Self::None,
            [_, second, ..] if second.is(b'.') && ends(2) => Self::Parent,
            _ if ends(1) => Self::Current,
            _ => Self::None,
        }
    }
}

/// Whether all of `path` is clean, but for one separator at its end.
#[inline]
pub(super) fn is_clean<T: PathChar>(
    path: &[T],
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> bool {
    if path.is_empty() {
        return true;
    }
    Dots::at(path, is_separator) == Dots::None
        && match clean_len(path, written, is_separator) {
            clean if clean == path.len() => true,
            clean => clean + 1 == path.len() && path[clean] == written,
        }
}
