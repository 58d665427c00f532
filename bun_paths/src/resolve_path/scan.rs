//! Finding where a path stops being clean, a block at a time.
//!
//! A path is clean while its components are separated by one separator of the kind that is
//! written, and none of them is `.` or `..`. Nearly every path is, so that one look at each unit
//! and one copy is all there is to do. The loop over a block has no branch and no index that
//! depends on data, from which the compiler makes vector instructions for both units. Where both
//! slashes separate, the same parts cost twice as much as where one does (rows `path/resolve` and
//! `path/join and normalise`): the compiler shuffles bytes to compare each with the next.

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
    const BLOCK: usize = 16;
    let len = path.len();
    let mut from = 0;
    while from + BLOCK < len {
        if is_suspicious::<T, BLOCK>(path, from, written, is_separator)
            && let Some(at) = first_unclean(path, from, from + BLOCK, written, is_separator)
        {
            return at;
        }
        from += BLOCK;
    }
    // The last block overlaps the one before, which saves a loop over what is left.
    let rest_is_clean = if len > BLOCK {
        !is_suspicious::<T, BLOCK>(path, len - BLOCK - 1, written, is_separator)
    } else if len > BLOCK / 2 {
        !is_suspicious::<T, 8>(path, 0, written, is_separator)
            && !is_suspicious::<T, 8>(path, len - 9, written, is_separator)
    } else {
        false
    };
    if rest_is_clean {
        return if is_separator(path[len - 1]) { len - 1 } else { len };
    }
    first_unclean(path, from, len, written, is_separator).unwrap_or(len)
}

/// Whether a separator of the block at `from` may be one too much, which the unit behind the block
/// decides too: the answer is sometimes wrongly yes.
#[inline(always)]
fn is_suspicious<T: PathChar, const BLOCK: usize>(
    path: &[T],
    from: usize,
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> bool {
    let units = path[from..].first_chunk::<BLOCK>();
    let nexts = path[from + 1..].first_chunk::<BLOCK>();
    let (Some(units), Some(nexts)) = (units, nexts) else { return true };
    let mut suspicious = 0;
    for at in 0..BLOCK {
        let (unit, next) = (units[at], nexts[at]);
        let bad_next = next.is(b'.') | is_separator(next) | (unit != written);
        suspicious |= u8::from(is_separator(unit) & bad_next);
    }
    suspicious != 0
}

/// The first index from `start` to `end` of a separator that does not stand between two
/// components worth keeping.
#[inline]
fn first_unclean<T: PathChar>(
    path: &[T],
    start: usize,
    end: usize,
    written: T,
    is_separator: impl Fn(T) -> bool + Copy,
) -> Option<usize> {
    (start..end).find(|&at| {
        is_separator(path[at])
            && (path[at] != written || Dots::at(&path[at + 1..], is_separator) != Dots::None)
    })
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
