//! The C heap: blocks that know their own size, and so can be freed by address alone.
//!
//! Two interchangeable backends provide the same list of functions. `native` is mimalloc.
//! `fallback` puts a header in front of blocks of the system allocator; it serves Miri, which
//! cannot call C, and builds without the feature `mimalloc`. Both also provide `Backend`, the
//! `GlobalAlloc` behind [`Mimalloc`](crate::Mimalloc).
//!
//! | function | promise |
//! |---|---|
//! | `allocate(size, align)` | null, or a block of `size` bytes aligned to `align` |
//! | `allocate_zeroed(size, align)` | the same, and all `usable_size` bytes are zero |
//! | `reallocate(ptr, size, align)` | null and `ptr` untouched, or the block moved |
//! | `free(ptr)` | nothing for null |
//! | `usable_size(ptr)` | at least the size asked for; 0 for null |
//! | `is_block(ptr)` | whether any address lies in memory of this heap |
//! | `collect(force)` | unused memory goes back to the system |
//! | `stats()` | what the heap knows of the process, if anything |

#[cfg(all(feature = "mimalloc", not(miri)))]
mod native;
#[cfg(all(feature = "mimalloc", not(miri)))]
use native as backend;

#[cfg(any(test, miri, not(feature = "mimalloc")))]
mod fallback;
#[cfg(any(miri, not(feature = "mimalloc")))]
use fallback as backend;

#[cfg(test)]
mod tests;

pub(crate) use backend::{
    Backend, IS_NATIVE, allocate, allocate_zeroed, collect, free, is_block, reallocate, stats,
    usable_size,
};
