//! Allocation for code ported from Zig.
//!
//! A binary installs mimalloc with one line, and from then on ported code allocates like any other
//! Rust code: containers use the global allocator and free on drop. Allocator parameters are for
//! the places below.
//!
//! ```
//! #[global_allocator]
//! static ALLOC: bun_alloc::Mimalloc = bun_alloc::Mimalloc;
//!
//! bun_alloc::assert_global();
//! ```
//!
//! | in Zig | here |
//! |---|---|
//! | `bun.default_allocator` | nothing: `Vec`, `Box`, … |
//! | `error.OutOfMemory`, `bun.OOM` | [`AllocError`] |
//! | `bun.handleOom(x)`, `bun.outOfMemory()` | [`handle_oom`], [`UnwrapOrOom`], [`out_of_memory`] |
//! | an arena freed at the end of a phase | [`Arena`], [`ArenaVec`], [`arena_format!`] |
//! | many objects of one type with stable addresses | [`TypedArena`] |
//! | `std.mem.Allocator` as a parameter | `&dyn` [`Allocator`], or a type parameter |
//! | `std.mem.Allocator` in a struct or through C | [`StdAllocator`] |
//! | an arena in a struct without a lifetime | [`ArenaPtr`] |
//! | lists in a syntax tree | [`AstVec`] |
//! | zeroed memory, `bun.z_allocator` | [`ZAllocator`] |
//! | callbacks for zlib, brotli, JavaScriptCore | [`c_thunks`] |
//! | `std.heap.stackFallback` | [`StackFallback`], [`BufferFallbackAllocator`] |
//! | `std.heap.FixedBufferAllocator` | [`FixedBuffer`] |
//! | one scratch buffer for all rounds of a loop | [`MaxHeapAllocator`] |
//! | memory that may be borrowed | [`NullableAllocator`] |
//! | what lives as long as the process | [`BSSList`], [`BSSStringList`], [`BSSMap`] |
//! | finding leaks and double frees | [`AllocationScope`], feature `testing` |
//! | secrets | [`free_sensitive`], [`secure_zero`] |
//!
//! # What was rejected
//!
//! * The crate `mimalloc`: its `GlobalAlloc` pays for alignment that mimalloc gives anyway.
//! * Heaps of mimalloc as arenas: they belong to a thread, so they would be neither `Send` nor
//!   reclaimable elsewhere, and `bumpalo` is three to eight times as fast.
//! * `std`'s `Allocator` trait and `Vec<T, A>`: unstable.

extern crate alloc;

mod allocation_scope;
mod allocator;
mod arena;
mod ast_alloc;
mod bss;
mod buffer_fallback;
mod error;
mod fixed_buffer;
mod hash_index;
mod heap;
mod max_heap;
mod mimalloc;
mod nullable;
mod oom;
mod page_size;
mod sensitive;
mod slice_range;
mod stack_fallback;
mod std_allocator;

pub mod allocators;
pub mod basic;
pub mod c_thunks;
pub mod default_alloc;
pub mod heap_breakdown;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use allocation_scope::{AllocationScope, AllocationStats, FreeError, Leak, LeakReport};
pub use allocator::{Allocator, DefaultAllocator, Global, dangling};
pub use arena::{
    Arena, ArenaBox, ArenaExt, ArenaPtr, ArenaString, ArenaVec, ArenaVecExt, MimallocArena,
    TypedArena, transfer_arena, vec_from_iter_in,
};
pub use ast_alloc::{AstAlloc, AstVec};
pub use basic::{ZAllocator, is_default};
pub use bss::{
    BSSAppendable, BSSList, BSSMap, BSSMapInner, BSSStringList, IndexType, ItemStatus, NOT_FOUND,
    OverflowList, Result, UNASSIGNED,
};
pub use buffer_fallback::BufferFallbackAllocator;
pub use error::AllocError;
pub use fixed_buffer::FixedBuffer;
pub use max_heap::{MaxHeapAllocator, MaxHeapScope};
pub use mimalloc::{
    HeapStats, Mimalloc, USE_MIMALLOC, assert_global, collect, free_without_size, is_global, stats,
    usable_size,
};
pub use nullable::NullableAllocator;
pub use oom::{UnwrapOrOom, handle_oom, out_of_memory};
pub use page_size::page_size;
pub use sensitive::{free_sensitive, free_sensitive_cstr, secure_zero};
pub use slice_range::{
    is_slice_in_buffer, is_slice_in_buffer_t, range_of_slice_in_buffer, slice_range,
};
pub use stack_fallback::{StackFallback, StackFallbackScope, stack_fallback};
pub use std_allocator::{
    Alignment, AllocFn, AllocatorVTable, FreeFn, RemapFn, ResizeFn, StdAllocator,
};

#[doc(hidden)]
pub use arena::{__bumpalo, __format_in};
