//! [`ArenaVecExt`]: what ported code asks of a list in an arena.

use super::{Arena, ArenaVec};

/// Further methods of [`ArenaVec`], and its own under names that a generic function can use.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
///
/// let arena = Arena::new();
/// let mut list = arena_vec![in &arena; 3, 4];
/// let mut first = arena_vec![in &arena; 1, 2];
/// list.prepend_from(&mut first);
/// assert_eq!(list.into_bump_slice(), [1, 2, 3, 4]);
/// assert!(first.is_empty());
/// ```
pub trait ArenaVecExt<'a, T>: Sized {
    /// Ends the list as a slice that lives as long as the arena. Its values are not dropped.
    ///
    /// Zig: `ArrayList.items` of a list that is not freed.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
    ///
    /// fn finish<'a>(list: impl ArenaVecExt<'a, u8>) -> &'a [u8] {
    ///     list.into_bump_slice()
    /// }
    ///
    /// let arena = Arena::new();
    /// assert_eq!(finish(arena_vec![in &arena; 1, 2]), [1, 2]);
    /// ```
    fn into_bump_slice(self) -> &'a [T];

    /// [`into_bump_slice`](Self::into_bump_slice), mutable.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
    ///
    /// let arena = Arena::new();
    /// let slice = ArenaVecExt::into_bump_slice_mut(arena_vec![in &arena; 1, 2]);
    /// slice[0] = 3;
    /// assert_eq!(slice, [3, 2]);
    /// ```
    fn into_bump_slice_mut(self) -> &'a mut [T];

    /// Returns the arena.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
    ///
    /// let arena = Arena::new();
    /// let list = arena_vec![in &arena; 1, 2];
    /// assert!(core::ptr::eq(ArenaVecExt::bump(&list), &arena));
    /// ```
    fn bump(&self) -> &'a Arena;

    /// Returns the arena: [`bump`](Self::bump) under the name that `std` uses.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
    ///
    /// let arena = Arena::new();
    /// let mut names = arena_vec![in &arena; "a"];
    /// names.push(names.allocator().alloc_str("b"));
    /// assert_eq!(names, ["a", "b"]);
    /// ```
    fn allocator(&self) -> &'a Arena {
        self.bump()
    }

    /// Moves all values of `src` in front of those here. O(both lengths); `src` is empty
    /// afterwards and keeps its memory.
    ///
    /// Zig: `ArrayList.insertSlice(0, …)`.
    ///
    /// # Panics
    ///
    /// If memory runs out; both lists are then as before.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::{Arena, ArenaVecExt, arena_vec};
    ///
    /// let arena = Arena::new();
    /// let mut list = arena_vec![in &arena; 3];
    /// let mut first = arena_vec![in &arena; 1, 2];
    /// list.prepend_from(&mut first);
    /// assert_eq!(list, [1, 2, 3]);
    /// assert!(first.is_empty());
    /// ```
    fn prepend_from(&mut self, src: &mut Self);
}

impl<'a, T> ArenaVecExt<'a, T> for ArenaVec<'a, T> {
    #[inline]
    fn into_bump_slice(self) -> &'a [T] {
        Self::into_bump_slice(self)
    }

    #[inline]
    fn into_bump_slice_mut(self) -> &'a mut [T] {
        Self::into_bump_slice_mut(self)
    }

    #[inline]
    fn bump(&self) -> &'a Arena {
        Self::bump(self)
    }

    fn prepend_from(&mut self, src: &mut Self) {
        let added = src.len();
        self.append(src);
        self.rotate_right(added);
    }
}

/// Collects an iterator into a list in `arena`.
///
/// The iterator's size hint is a hint only.
///
/// # Panics
///
/// If memory runs out.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, vec_from_iter_in};
///
/// let arena = Arena::new();
/// let squares = vec_from_iter_in((1..4).map(|n| n * n), &arena);
/// assert_eq!(squares.into_bump_slice(), [1, 4, 9]);
/// ```
#[inline]
pub fn vec_from_iter_in<T, I: IntoIterator<Item = T>>(iter: I, arena: &Arena) -> ArenaVec<'_, T> {
    ArenaVec::from_iter_in(iter, arena)
}

/// Moves a list into another arena. Does nothing if it is there already.
///
/// Zig moves the list's allocator field, and the block stays where it was; here the block moves, so
/// that the list really is as independent of the old arena as it looks.
///
/// # Panics
///
/// If memory runs out; the list is then where it was.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, arena_vec, transfer_arena};
///
/// let (from, to) = (Arena::new(), Arena::new());
/// let mut list = arena_vec![in &from; 1, 2];
/// transfer_arena(&mut list, &to);
/// assert!(core::ptr::eq(list.bump(), &to));
/// assert_eq!(list, [1, 2]);
/// ```
pub fn transfer_arena<'a, T>(v: &mut ArenaVec<'a, T>, dst: &'a Arena) {
    if core::ptr::eq(v.bump(), dst) {
        return;
    }
    let mut moved = ArenaVec::with_capacity_in(v.len(), dst);
    moved.append(v);
    *v = moved;
}
