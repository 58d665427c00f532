//! [`AstVec`] and [`AstAlloc`]: the lists inside a syntax tree.
//!
//! Zig puts them into the parser's arena without saying so in their type, and frees the arena when
//! the tree is done. A type without a lifetime cannot do that safely: nothing would stop a list
//! from being read, grown or dropped after its memory is gone, and a thread-local switch that says
//! which arena is meant makes that depend on where the code runs. So an `AstVec` is a plain `Vec`,
//! which owns its memory, frees it, may leave the thread, and is as fast as mimalloc: some nine
//! nanoseconds a block. Where a tree can have a lifetime, [`ArenaVec`](crate::ArenaVec) has the
//! arena's speed.
//!
//! For the same reason there is no state to swap, enter, detach or reset here.

use alloc::vec::Vec;

/// A list inside a syntax tree: a `Vec` of the global allocator.
///
/// # Examples
///
/// ```
/// use bun_alloc::AstVec;
///
/// struct Block {
///     statements: AstVec<u32>,
/// }
///
/// let block = Block { statements: vec![1, 2] };
/// assert_eq!(block.statements.last(), Some(&2));
/// ```
pub type AstVec<T> = Vec<T>;

/// How ported code makes an [`AstVec`].
///
/// # Examples
///
/// ```
/// use bun_alloc::AstAlloc;
///
/// let mut list = AstAlloc::vec_from_slice(&[1, 2]);
/// list.push(3);
/// assert_eq!(AstAlloc::take(&mut list), [1, 2, 3]);
/// assert_eq!(list, AstAlloc::vec());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AstAlloc;

impl AstAlloc {
    /// Returns an empty list. Does not allocate.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{AstAlloc, AstVec};
    ///
    /// const NONE: AstVec<u32> = AstAlloc::vec();
    ///
    /// assert_eq!(NONE.capacity(), 0);
    /// ```
    #[inline]
    #[must_use]
    pub const fn vec<T>() -> AstVec<T> {
        Vec::new()
    }

    /// Returns an empty list with room for `cap` values.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::AstAlloc::vec_with_capacity::<u32>(8);
    /// assert!(list.is_empty() && list.capacity() >= 8);
    /// ```
    #[inline]
    #[must_use]
    pub fn vec_with_capacity<T>(cap: usize) -> AstVec<T> {
        Vec::with_capacity(cap)
    }

    /// Returns a list of clones.
    ///
    /// # Examples
    ///
    /// ```
    /// let names = ["a".to_owned(), "b".to_owned()];
    /// assert_eq!(bun_alloc::AstAlloc::vec_from_slice(&names), names);
    /// ```
    #[inline]
    #[must_use]
    pub fn vec_from_slice<T: Clone>(items: &[T]) -> AstVec<T> {
        items.to_vec()
    }

    /// Collects an iterator.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(bun_alloc::AstAlloc::vec_from_iter("a,b".split(',')), ["a", "b"]);
    /// ```
    #[inline]
    #[must_use]
    pub fn vec_from_iter<T, I: IntoIterator<Item = T>>(iter: I) -> AstVec<T> {
        iter.into_iter().collect()
    }

    /// Returns the list and leaves an empty one behind.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::AstAlloc;
    ///
    /// let mut pending = AstAlloc::vec_from_slice(&[1, 2]);
    /// let start = pending.as_ptr();
    /// assert_eq!(AstAlloc::take(&mut pending).as_ptr(), start);
    /// assert!(pending.is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub fn take<T>(v: &mut AstVec<T>) -> AstVec<T> {
        core::mem::take(v)
    }
}
