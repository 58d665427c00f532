//! `make_path_with`: the order in which missing directories are made.

use crate::{ComponentIterator, PathChar};

/// What became of an attempt to make one directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakePathStep<E> {
    /// It was made.
    Created,
    /// It was there.
    Exists,
    /// Its parent is missing; the error to return when that cannot be made either.
    NotFound(E),
}

/// Makes the directory at the end of `it` and those above it that are missing, with as few calls
/// of `mkdir` as there are missing directories, and one that finds what exists.
///
/// `mkdir` gets the path up to a component. Goes up while it says `NotFound`, then down again; a
/// `NotFound` on the way down is final.
///
/// Zig: the loop of `std.fs.Dir.makePath`.
///
/// # Errors
///
/// The first error of `mkdir`, or that of the `NotFound` beyond which there is nowhere to go.
///
/// # Examples
///
/// ```
/// use bun_paths::{MakePathStep, component_iterator, make_path_with};
///
/// let mut made = vec![b"/a".to_vec()];
/// make_path_with(component_iterator(b"/a/b/c")?, |path: &[u8]| {
///     let parent = bun_paths::dirname(path).unwrap();
///     if !made.iter().any(|directory| directory == parent) {
///         return Ok(MakePathStep::NotFound(bun_core::err!(ENOENT)));
///     }
///     made.push(path.to_vec());
///     Ok(MakePathStep::Created)
/// })?;
/// assert_eq!(made[1..], [b"/a/b".to_vec(), b"/a/b/c".to_vec()]);
/// # Ok::<(), bun_core::Error>(())
/// ```
pub fn make_path_with<'a, T: PathChar, E>(
    mut it: ComponentIterator<'a, T>,
    mut mkdir: impl FnMut(&'a [T]) -> Result<MakePathStep<E>, E>,
) -> Result<(), E> {
    let mut component = it.last();
    let mut goes_down = false;
    while let Some(current) = component {
        component = match mkdir(current.path)? {
            MakePathStep::Created | MakePathStep::Exists => {
                goes_down = true;
                it.next()
            }
            MakePathStep::NotFound(error) => match it.previous() {
                Some(parent) if !goes_down => Some(parent),
                _ => return Err(error),
            },
        };
    }
    Ok(())
}
