//! Writing a result into whatever the caller brought, and saying how long it is when it does not
//! fit.

use alloc::vec::Vec;

use crate::{NameTooLong, PathChar, PathWriter};

/// What writes a path: called again with more room when the first buffer is too small.
///
/// `..` may shorten a result after it was too long, so only the end tells what is needed.
pub(crate) trait Write<T: PathChar>:
    Fn(&mut PathWriter<'_, T>) -> Result<(), NameTooLong>
{
}

impl<T: PathChar, F: Fn(&mut PathWriter<'_, T>) -> Result<(), NameTooLong>> Write<T> for F {}

/// Writes to `buf`, at the beginning of which the result then is.
///
/// `bound` units suffice for the result and everything on the way to it, which is asked only if
/// they do not fit.
///
/// # Errors
///
/// [`NameTooLong`] with exactly the units that the result has, when they do not fit.
#[inline]
pub(crate) fn fit<'a, T: PathChar>(
    buf: impl Into<PathWriter<'a, T>>,
    bound: impl FnOnce() -> usize,
    write: impl Write<T>,
) -> Result<&'a mut [T], NameTooLong> {
    let mut out = buf.into();
    if write(&mut out).is_err() {
        refit(&mut out, bound(), 0, &write)?;
    }
    Ok(out.finish())
}

/// [`fit`] with a terminator, which counts.
#[inline]
pub(crate) fn fit_z<'a, T: PathChar>(
    buf: impl Into<PathWriter<'a, T>>,
    bound: impl FnOnce() -> usize,
    write: impl Write<T>,
) -> Result<&'a mut T::ZSlice, NameTooLong> {
    let mut out = buf.into();
    if write(&mut out).is_err() || out.len() == out.capacity() {
        refit(&mut out, bound(), 1, &write)?;
    }
    T::terminate(out)
}

/// Writes to the heap, and to `out` if that is long enough for the end of it.
#[cold]
#[inline(never)]
fn refit<T: PathChar>(
    out: &mut PathWriter<'_, T>,
    bound: usize,
    terminators: usize,
    write: &impl Write<T>,
) -> Result<(), NameTooLong> {
    let mut heap = Vec::<T>::with_capacity(bound);
    let mut all = PathWriter::from(heap.spare_capacity_mut());
    write(&mut all)?;
    let needed = all.len() + terminators;
    if needed > out.capacity() {
        return Err(NameTooLong { needed });
    }
    out.truncate(0);
    out.push_slice(all.written())
}

/// The result on the heap, and nothing more.
pub(crate) fn to_vec<T: PathChar>(bound: usize, write: impl Write<T>) -> Vec<T> {
    let mut heap = Vec::<T>::with_capacity(bound);
    let mut all = PathWriter::from(heap.spare_capacity_mut());
    match write(&mut all) {
        Ok(()) => all.written().to_vec(),
        Err(error) => unreachable!("{error}: the bound of a result is too low"),
    }
}
