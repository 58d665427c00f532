//! Indices with a type: the index of a package is not the index of a file.
//!
//! Rejected: a new type written out for every table, which repeats the same twenty methods; and
//! `NonZero` storage, which would make every access subtract one.

mod define;
mod int;
mod optional;

#[cfg(test)]
mod tests;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

#[doc(hidden)]
pub use define::{IndexKind, index_kind};
pub use int::GenericIndexInt;
pub use optional::GenericIndexOptional;

/// An index stored as an integer `I`, of a kind `M` that only the compiler sees.
///
/// The largest value of `I` is not an index: it is [`GenericIndexOptional::NONE`].
/// [`define_index!`](crate::define_index!) names a kind and its index in one line.
///
/// Zig: `bun.GenericIndex`.
///
/// # Examples
///
/// ```
/// bun_core::define_index! {
///     /// Which package.
///     pub PackageIndex: u32;
///     /// Which file.
///     pub FileIndex: u32;
/// }
///
/// let names = ["react", "preact"];
/// let index = PackageIndex::init(1);
/// assert_eq!(names[index.get_usize()], "preact");
/// assert_eq!(index.get(), 1);
/// assert_eq!(size_of::<PackageIndex>(), 4);
/// ```
///
/// The kinds do not mix:
///
/// ```compile_fail,E0308
/// bun_core::define_index! {
///     pub PackageIndex: u32;
///     pub FileIndex: u32;
/// }
///
/// let index: PackageIndex = FileIndex::init(1);
/// ```
#[doc(alias = "bun.GenericIndex")]
#[repr(transparent)]
pub struct GenericIndex<I, M = ()>(I, PhantomData<fn() -> M>);

impl<I: GenericIndexInt, M> GenericIndex<I, M> {
    /// The index with this number.
    ///
    /// # Panics
    ///
    /// In debug builds when the number is the largest: it is kept for "none".
    #[inline]
    #[must_use]
    pub fn init(number: I) -> Self {
        debug_assert!(number != I::NONE, "the largest number is kept for none");
        Self(number, PhantomData)
    }

    /// The number.
    #[inline]
    #[must_use]
    pub fn get(self) -> I {
        self.0
    }

    /// The number as what slices are indexed by.
    ///
    /// # Panics
    ///
    /// When a `u64` does not fit into `usize`: on 32-bit systems.
    #[inline]
    #[must_use]
    pub fn get_usize(self) -> usize {
        self.0.to_usize()
    }

    /// The index with this number, such as the length of the table before a row is added.
    ///
    /// # Panics
    ///
    /// When the number does not fit into `I`, or is its largest.
    ///
    /// # Examples
    ///
    /// ```
    /// let index = bun_core::GenericIndex::<u32>::from_usize(7);
    /// assert_eq!(index.get(), 7);
    /// ```
    #[inline]
    #[must_use]
    pub fn from_usize(number: usize) -> Self {
        match I::from_usize(number) {
            Some(number) if number != I::NONE => Self(number, PhantomData),
            _ => out_of_range(number),
        }
    }

    /// As an index that may be missing.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::GenericIndex;
    ///
    /// let index = GenericIndex::<u32>::init(3);
    /// assert_eq!(index.to_optional().unwrap(), Some(index));
    /// ```
    #[inline]
    #[must_use]
    pub fn to_optional(self) -> GenericIndexOptional<I, M> {
        GenericIndexOptional::from_index(self)
    }

    /// Whether `a` comes before `b`, in the shape in which Zig's sort takes it.
    ///
    /// Zig: `GenericIndex.sortFnAsc`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::GenericIndex;
    ///
    /// let (first, second) = (GenericIndex::<u32>::init(1), GenericIndex::init(2));
    /// assert!(GenericIndex::sort_fn_asc((), &first, &second));
    /// assert!(GenericIndex::sort_fn_desc((), &second, &first));
    /// ```
    #[doc(alias = "sortFnAsc")]
    #[inline]
    #[must_use]
    pub fn sort_fn_asc(_context: (), a: &Self, b: &Self) -> bool {
        a < b
    }

    /// Whether `a` comes after `b`.
    ///
    /// Zig: `GenericIndex.sortFnDesc`, which sorts ascending.
    #[doc(alias = "sortFnDesc")]
    #[inline]
    #[must_use]
    pub fn sort_fn_desc(_context: (), a: &Self, b: &Self) -> bool {
        b < a
    }
}

#[cold]
fn out_of_range(number: usize) -> ! {
    panic!("{number} is not an index: it does not fit, or is kept for none")
}

// Written out because a derive would ask the same of `M`, of which there is no value.
impl<I: Copy, M> Copy for GenericIndex<I, M> {}

impl<I: Copy, M> Clone for GenericIndex<I, M> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: PartialEq, M> PartialEq for GenericIndex<I, M> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<I: Eq, M> Eq for GenericIndex<I, M> {}

impl<I: PartialOrd, M> PartialOrd for GenericIndex<I, M> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

impl<I: Ord, M> Ord for GenericIndex<I, M> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<I: Hash, M> Hash for GenericIndex<I, M> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// The first index: zero.
impl<I: Default, M> Default for GenericIndex<I, M> {
    #[inline]
    fn default() -> Self {
        Self(I::default(), PhantomData)
    }
}

impl<I: fmt::Display, M> fmt::Display for GenericIndex<I, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<I: fmt::Debug, M> fmt::Debug for GenericIndex<I, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
