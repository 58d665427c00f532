//! [`BabyListView`]: a list of someone else's values, for as long as those live.

use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;

use super::BabyList;

/// A [`BabyList`] that borrows its values, and is only read.
///
/// Has the layout of the list, so that C may read it.
///
/// # Examples
///
/// ```
/// use bun_collections::BabyList;
///
/// let words = ["a", "b"];
/// let view = BabyList::borrowed(&words);
/// assert_eq!((view.slice(), view.is_owned()), (&words[..], false));
///
/// let mut copy = view.deep_clone()?;
/// copy.append("c")?;
/// assert_eq!(copy.len(), 3);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// It does not outlive them:
///
/// ```compile_fail,E0597
/// let view;
/// {
///     let words = ["a".to_owned()];
///     view = bun_collections::BabyList::borrowed(&words);
/// }
/// assert_eq!(view.len(), 1);
/// ```
///
/// Nor does it change them:
///
/// ```compile_fail,E0596
/// let view = bun_collections::BabyList::borrowed(&[1, 2]);
/// view.pop();
/// ```
///
/// Nor can the list be taken out of it:
///
/// ```compile_fail,E0507
/// let view = bun_collections::BabyList::borrowed(&[1, 2]);
/// let list: bun_collections::BabyList<i32> = *view;
/// ```
#[repr(transparent)]
pub struct BabyListView<'a, T> {
    list: ManuallyDrop<BabyList<T>>,
    values: PhantomData<&'a [T]>,
}

impl<T> BabyListView<'_, T> {
    pub(super) const fn new(list: BabyList<T>) -> Self {
        Self { list: ManuallyDrop::new(list), values: PhantomData }
    }
}

impl<T> Deref for BabyListView<'_, T> {
    type Target = BabyList<T>;

    #[inline]
    fn deref(&self) -> &BabyList<T> {
        &self.list
    }
}

impl<T: fmt::Debug> fmt::Debug for BabyListView<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.fmt(f)
    }
}
