//! Zig's containers, with Zig's order.
//!
//! | in Zig | here | use it for |
//! |---|---|---|
//! | `std.AutoArrayHashMap`, `std.ArrayHashMap` | [`ArrayHashMap`] | entries in order of insertion, as slices |
//! | `std.AutoHashMap`, `std.HashMap` | [`HashMap`] | entries that are looked up, in Zig's order |
//! | `std.StringArrayHashMap`, `bun.StringArrayHashMap` | [`StringArrayHashMap`] | the same with byte strings as keys |
//! | `bun.MultiArrayList`, `std.MultiArrayList` | [`MultiArrayList`] | structs whose fields are read column by column |
//! | `bun.ptr.RefCount`, `RefPtr` | [`RefCount`], [`RefPtr`] | objects that count their own references |
//! | `bun.ptr.TaggedPointerUnion` | [`TaggedPtrUnion`] | a pointer to one of several types, in one word |
//! | `bun.ptr.CowSlice`, `WeakPtr`, `ExternalShared` | [`CowSlice`], [`WeakPtr`], [`ExternalShared`] | what `Cow`, `Weak` and `Arc` cannot be used for |
//! | `*T` to an owner | [`BackRef`], [`ParentRef`], [`ThisPtr`] | a pointer without a lifetime |
//!
//! Keys, rows and values are dropped exactly once; each module has a table of which operation drops
//! what. Methods that allocate return [`AllocError`](bun_alloc::AllocError) and leave the container
//! as it was; those named as in the standard library (`insert`, `reserve`, `with_capacity`) stop
//! the process instead. Code of the user may panic wherever it is called.
//!
//! # Rejected
//!
//! `indexmap` has the order, but not its capacities nor its columns; a table of buckets of 24
//! bytes is twice as slow to iterate.

extern crate alloc;
// The derive macro names the crate.
#[cfg(test)]
extern crate self as bun_collections;

pub mod array_hash_map;
pub mod cow_slice;
pub mod external_shared;
pub mod hash_map;
pub mod multi_array_list;
pub mod owned;
pub mod ref_count;
pub mod tagged_pointer;
pub mod weak_ptr;

mod back_ref;
mod context;
mod detach;
mod interned;
mod permutation;
#[cfg(test)]
mod tracked;

pub use array_hash_map::{
    ArrayHashMap, CaseInsensitiveAsciiStringArrayHashMap, Entry, GetOrPutResult, KV, MapEntry,
    OccupiedEntry, StringArrayHashMap, VacantEntry,
};
pub use back_ref::{BackRef, ParentRef, ThisPtr};
pub use bun_derive::MultiArrayElement;
pub use bun_derive::{CellRefCounted, RefCounted, ThreadSafeRefCounted};
pub use context::{AutoContext, HashAdapter, HashContext};
pub use cow_slice::{CowSlice, CowSliceZ};
pub use detach::{
    AsCtxPtr, LaunderedSelf, boxed_slices_as_borrowed, detach_lifetime, detach_lifetime_mut,
    detach_lifetime_ref, detach_ref,
};
pub use external_shared::{ExternalShared, ExternalSharedDescriptor, ExternalSharedOptional};
pub use hash_map::HashMap;
pub use interned::Interned;
pub use multi_array_list::{MultiArrayElement, MultiArrayList};
pub use ref_count::{
    AnyRefCounted, CellRefCounted, IntrusiveArc, IntrusiveRc, RawRefCount, RefCount, RefCounted,
    RefPtr, ScopedRef, ThreadSafeRefCount, ThreadSafeRefCounted, finalize_js_box,
    finalize_js_box_noop,
};
pub use tagged_pointer::{TaggedPtr, TaggedPtrUnion};
pub use weak_ptr::WeakPtr;
