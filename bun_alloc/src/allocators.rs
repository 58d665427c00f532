//! The names of Zig's `bun.allocators`, under the path that ported code spells. Each is the item
//! of the same name at the root of the crate.
//!
//! # Examples
//!
//! ```
//! use bun_alloc::allocators;
//!
//! let borrowed: bun_alloc::NullableAllocator<'_> = allocators::NullableAllocator::NULL;
//! assert!(borrowed.is_null());
//! ```

pub use crate::allocation_scope::AllocationScope;
pub use crate::bss::{
    BSSAppendable, BSSList, BSSMap, BSSMapInner, BSSStringList, IndexType, ItemStatus, NOT_FOUND,
    OverflowList, Result, UNASSIGNED,
};
pub use crate::buffer_fallback::BufferFallbackAllocator;
pub use crate::max_heap::{MaxHeapAllocator, MaxHeapScope};
pub use crate::nullable::NullableAllocator;
