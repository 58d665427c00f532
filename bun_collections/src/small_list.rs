//! [`SmallList`]: a list whose first values are in place.
//!
//! # Rejected
//!
//! A type of our own: `smallvec` has the methods, and is tested by the world. Zig's names are those
//! of `Vec`, or stand in the table below.
//!
//! | Zig | here |
//! |---|---|
//! | `initInlined`, `withOne(x)` | `SmallList::new()`, `smallvec![x]` |
//! | `at(i)`, `mut(i)`, `slice()` | `&list[i]`, `&mut list[i]`, `&list[..]` |
//! | `append`, `insertSlice` | `push`, `insert_many` |
//! | `orderedRemove`, `swapRemove` | `remove`, `swap_remove` |
//! | `toOwnedSlice` | `into_boxed_slice` |
//! | `clearRetainingCapacity`, `deinit` | `clear`, dropping the list |

pub use smallvec::{CollectionAllocErr, SmallVec, smallvec};

/// A list of which the first `N` values need no allocation.
///
/// Zig: `bun.css.SmallList(T, N)`.
///
/// # Examples
///
/// ```
/// use bun_collections::SmallList;
///
/// let mut list = SmallList::<u32, 2>::new();
/// list.extend([1, 2]);
/// assert!(!list.spilled());
/// list.push(3);
/// assert!(list.spilled());
/// assert_eq!(list[..], [1, 2, 3]);
/// ```
pub type SmallList<T, const N: usize> = SmallVec<[T; N]>;
