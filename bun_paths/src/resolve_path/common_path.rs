//! The directory that several paths lie in.

use bun_core::env;

use super::windows::windows_filesystem_root;
use crate::platform::{Loose, Platform, PlatformT, Posix, Windows};

/// Returns the part that all paths of `input` start with, up to its last separator.
///
/// Nothing for no path, and a path by itself. A path that is the directory of the others counts
/// without its separator; equal paths lie in their parent. Paths that differ in their first byte
/// have the root in common. Compares bytes; by Windows rules without regard to ASCII case, and
/// paths with different roots have nothing in common.
///
/// Zig: `bun.path.longestCommonPathGeneric`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::longest_common_path;
///
/// assert_eq!(longest_common_path(&[b"/a/b", b"/a/c"]), b"/a/");
/// assert_eq!(longest_common_path(&[b"/a/b", b"/a/b/c"]), b"/a/b/");
/// assert_eq!(longest_common_path(&[b"a", b"b"]), b"/");
/// ```
#[doc(alias = "longestCommonPathGeneric")]
#[must_use]
pub fn longest_common_path_generic<'a, P: PlatformT>(input: &[&'a [u8]]) -> &'a [u8] {
    let [first, others @ ..] = input else { return b"" };
    if others.is_empty() {
        return first;
    }
    if P::PLATFORM == Platform::Windows && !have_one_root(first, others) {
        return b"";
    }
    let common = common_len::<P>(first, others);
    if common == 0 {
        return P::PLATFORM.separator_string().as_bytes();
    }
    // A path that ends here is a directory if all that go on do so with a separator.
    let mut longer = input.iter().filter(|path| path.len() > common);
    let goes_on = |path: &&[u8]| P::is_separator(path[common]);
    let directory = longer.next().filter(|path| goes_on(path));
    if let Some(mut directory) = directory
        && longer.all(|path| {
            directory = path;
            goes_on(path)
        })
    {
        return &directory[..=common];
    }
    let last = first[..common].iter().rposition(|byte| P::is_separator(*byte));
    &first[..=last.unwrap_or(0)]
}

/// Like [`longest_common_path_generic`], with an answer that says whether there is a separator in
/// common: `None` when the paths differ before one, `.` when one is the beginning of the others.
///
/// Zig: `bun.path.getIfExistsLongestCommonPathGeneric`.
#[doc(alias = "getIfExistsLongestCommonPathGeneric")]
#[must_use]
pub fn get_if_exists_longest_common_path_generic<'a, P: PlatformT>(
    input: &[&'a [u8]],
) -> Option<&'a [u8]> {
    let [first, others @ ..] = input else { return Some(b"") };
    if others.is_empty() {
        return Some(first);
    }
    let common = common_len::<P>(first, others);
    let last = first[..common].iter().rposition(|byte| P::is_separator(*byte));
    let shortest = input.iter().map(|path| path.len()).min();
    if last.is_none() && Some(common) != shortest {
        return None;
    }
    if common == 0 {
        return Some(P::PLATFORM.separator_string().as_bytes());
    }
    let Some(last) = last else { return Some(b".") };
    let directory = input.iter().find(|path| path.get(common).is_some_and(|b| P::is_separator(*b)));
    Some(directory.map_or(&first[..=last], |path| &path[..=common]))
}

/// [`longest_common_path_generic`] by loose rules.
///
/// Zig: `bun.path.longestCommonPath`.
#[doc(alias = "longestCommonPath")]
#[must_use]
pub fn longest_common_path<'a>(input: &[&'a [u8]]) -> &'a [u8] {
    longest_common_path_generic::<Loose>(input)
}

/// [`get_if_exists_longest_common_path_generic`] by loose rules.
///
/// Zig: `bun.path.getIfExistsLongestCommonPath`.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::get_if_exists_longest_common_path;
///
/// assert_eq!(get_if_exists_longest_common_path(&[b"a", b"b"]), None);
/// assert_eq!(get_if_exists_longest_common_path(&[b"/a", b"/b"]), Some(&b"/"[..]));
/// ```
#[doc(alias = "getIfExistsLongestCommonPath")]
#[must_use]
pub fn get_if_exists_longest_common_path<'a>(input: &[&'a [u8]]) -> Option<&'a [u8]> {
    get_if_exists_longest_common_path_generic::<Loose>(input)
}

/// [`longest_common_path_generic`] by Windows rules.
///
/// Zig: `bun.path.longestCommonPathWindows`.
#[doc(alias = "longestCommonPathWindows")]
#[must_use]
pub fn longest_common_path_windows<'a>(input: &[&'a [u8]]) -> &'a [u8] {
    longest_common_path_generic::<Windows>(input)
}

/// [`longest_common_path_generic`] by POSIX rules.
///
/// Zig: `bun.path.longestCommonPathPosix`.
#[doc(alias = "longestCommonPathPosix")]
#[must_use]
pub fn longest_common_path_posix<'a>(input: &[&'a [u8]]) -> &'a [u8] {
    longest_common_path_generic::<Posix>(input)
}

fn have_one_root(first: &[u8], others: &[&[u8]]) -> bool {
    let root = windows_filesystem_root(first);
    others.iter().all(|path| windows_filesystem_root(path).eq_ignore_ascii_case(root))
}

/// How many bytes all the paths start with.
fn common_len<P: PlatformT>(first: &[u8], others: &[&[u8]]) -> usize {
    others.iter().fold(first.len(), |len, other| {
        let (a, b) = (&first[..len], *other);
        if P::PLATFORM == Platform::Windows {
            mismatch(a, b, |a, b| a.eq_ignore_ascii_case(&b))
        } else {
            mismatch(a, b, |a, b| a == b)
        }
    })
}

/// The length of what `a` and `b` start with, a block at a time while they are equal.
#[inline]
pub(super) fn mismatch(a: &[u8], b: &[u8], same: impl Fn(u8, u8) -> bool) -> usize {
    const BLOCK: usize = 16;
    let len = a.len().min(b.len());
    let (a, b) = (&a[..len], &b[..len]);
    let (a_blocks, _) = a.as_chunks::<BLOCK>();
    let (b_blocks, _) = b.as_chunks::<BLOCK>();
    let equal = a_blocks.iter().zip(b_blocks).take_while(|(a, b)| a == b).count() * BLOCK;
    let rest = a[equal..].iter().zip(&b[equal..]);
    equal + rest.take_while(|(a, b)| same(**a, **b)).count()
}

/// How the path of a directory relates to another path.
///
/// Zig: `bun.path.ParentEqual`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParentEqual {
    /// The first lies above the second.
    Parent,
    /// Both are one.
    Equal,
    /// Neither.
    Unrelated,
}

/// Returns whether `parent` is `child` or a directory above it, by their names alone.
///
/// Separators at the end of `parent` do not count. Without regard to ASCII case, but on Linux.
///
/// The root and the empty path are nobody's parent.
///
/// Zig: `bun.path.isParentOrEqual`, which finds `parent` in the middle of `child` as well.
///
/// # Examples
///
/// ```
/// use bun_paths::resolve_path::{ParentEqual, is_parent_or_equal};
///
/// assert_eq!(is_parent_or_equal(b"/a/", b"/a/b"), ParentEqual::Parent);
/// assert_eq!(is_parent_or_equal(b"/a", b"/a"), ParentEqual::Equal);
/// assert_eq!(is_parent_or_equal(b"/a", b"/b/a/c"), ParentEqual::Unrelated);
/// ```
#[doc(alias = "isParentOrEqual")]
#[must_use]
pub fn is_parent_or_equal(parent: &[u8], child: &[u8]) -> ParentEqual {
    let end = parent.iter().rposition(|byte| !crate::sep::is_sep_any(*byte)).map_or(0, |at| at + 1);
    let name = &parent[..end];
    let Some((start, rest)) = child.split_at_checked(end) else { return ParentEqual::Unrelated };
    let same = if env::IS_LINUX { start == name } else { start.eq_ignore_ascii_case(name) };
    match rest {
        _ if !same || name.is_empty() => ParentEqual::Unrelated,
        [] => ParentEqual::Equal,
        [next, ..] if crate::sep::is_sep_any(*next) => ParentEqual::Parent,
        _ => ParentEqual::Unrelated,
    }
}
