//! [`SingleWordIterator`]: the bits of one integer.

use core::fmt;
use core::iter::FusedIterator;

use super::{IntegerWidth, Width, Word};

/// The indices of the bits of an [`IntegerBitSet`](super::IntegerBitSet), rising if `DIR_FWD`,
/// else falling. It holds a copy of the set.
///
/// # Examples
///
/// ```
/// use bun_collections::bit_set::IntegerBitSet;
///
/// let set: IntegerBitSet<9> = [8, 2, 5].into_iter().collect();
/// assert!(set.iter_set().eq([2, 5, 8]));
/// assert!(set.iterator::<false, false>().eq([7, 6, 4, 3, 1, 0]));
/// ```
#[derive(Clone)]
pub struct SingleWordIterator<const N: usize, const DIR_FWD: bool>
where
    Width<N>: IntegerWidth,
{
    pub(super) left: <Width<N> as IntegerWidth>::Word,
}

impl<const N: usize, const DIR_FWD: bool> Iterator for SingleWordIterator<N, DIR_FWD>
where
    Width<N>: IntegerWidth,
{
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if DIR_FWD {
            let index = self.left.first()?;
            self.left = self.left.without_first();
            Some(index)
        } else {
            let index = self.left.last()?;
            self.left = self.left ^ Word::bit(index);
            Some(index)
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.left.count();
        (count, Some(count))
    }
}

impl<const N: usize, const DIR_FWD: bool> ExactSizeIterator for SingleWordIterator<N, DIR_FWD> where
    Width<N>: IntegerWidth
{
}

impl<const N: usize, const DIR_FWD: bool> FusedIterator for SingleWordIterator<N, DIR_FWD> where
    Width<N>: IntegerWidth
{
}

impl<const N: usize, const DIR_FWD: bool> fmt::Debug for SingleWordIterator<N, DIR_FWD>
where
    Width<N>: IntegerWidth,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
