//! Names of Zig's owned pointers: here they are boxes.
//!
//! | in Zig | here |
//! |---|---|
//! | `Owned(*T)`, `OwnedIn`, `DynamicOwned` | `Box<T>` |
//! | `Owned([]T)` | `Box<[T]>` |
//! | `Owned(?*T)` | `Option<Box<T>>` |
//! | `.alloc`, `.new` | `Box::new` |
//! | `.allocDupe` | [`alloc_dupe_slice`] |
//! | `.fromRaw`, `.intoRaw` | `Box::from_raw`, `Box::into_raw` |
//! | `.deinit` | `drop` |
//! | `Shared(*T)`, `AtomicShared(*T)`, `.Weak` | `Rc<T>`, `Arc<T>`, and their `Weak` |

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

/// Zig: `bun.ptr.Owned(*T)`.
pub type Owned<T> = Box<T>;

/// Zig: `bun.ptr.DynamicOwned(*T)`: the allocator is the global one.
#[doc(alias = "DynamicOwned")]
pub type Dynamic<T> = Box<T>;

/// Zig: `bun.ptr.Shared(*T)`.
pub type Shared<T> = alloc::rc::Rc<T>;

/// Zig: `bun.ptr.AtomicShared(*T)`.
pub type AtomicShared<T> = alloc::sync::Arc<T>;

/// Returns a block of `count` clones of `element`. It stops the process if there is no memory.
///
/// Zig: `Owned([]T).alloc`.
///
/// # Examples
///
/// ```
/// assert_eq!(*bun_collections::owned::alloc_slice(3, 7), [7, 7, 7]);
/// ```
#[must_use]
pub fn alloc_slice<T: Clone>(count: usize, element: T) -> Box<[T]> {
    alloc::vec![element; count].into_boxed_slice()
}

/// Returns a copy of `data`. It stops the process if there is no memory.
///
/// Zig: `Owned([]T).allocDupe`.
///
/// # Examples
///
/// ```
/// use bun_collections::owned::alloc_dupe_slice;
///
/// let copy: Box<[u8]> = alloc_dupe_slice(b"abc");
/// assert_eq!(*copy, *b"abc");
/// ```
#[doc(alias = "allocDupe")]
#[inline]
#[must_use]
pub fn alloc_dupe_slice<T: Clone>(data: &[T]) -> Box<[T]> {
    data.into()
}

/// Returns a copy of `data`.
///
/// # Errors
///
/// There is no memory.
///
/// # Examples
///
/// ```
/// let copy = bun_collections::owned::try_alloc_dupe_slice(b"abc")?;
/// assert_eq!(*copy, *b"abc");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub fn try_alloc_dupe_slice<T: Clone>(data: &[T]) -> Result<Box<[T]>, AllocError> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(data.len())?;
    copy.extend_from_slice(data);
    Ok(copy.into_boxed_slice())
}
