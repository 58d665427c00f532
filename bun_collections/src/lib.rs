//! Zig's containers, with Zig's order.
//!
//! # Maps: which when
//!
//! | you want | use | in Zig |
//! |---|---|---|
//! | entries in order of insertion, as slices | [`ArrayHashMap`] | `std.AutoArrayHashMap`, `std.ArrayHashMap` |
//! | the same, byte strings as keys | [`StringArrayHashMap`] | `std.StringArrayHashMap`, `bun.StringArrayHashMap` |
//! | to look entries up, many of them, in Zig's order | [`HashMap`] | `std.AutoHashMap`, `std.HashMap` |
//! | to look byte strings up, owned or borrowed | [`StringHashMap`] | `std.StringHashMap`, `bun.StringHashMap` |
//! | byte strings in order of insertion, with text or without | [`StringMap`], [`StringSet`] | `bun.StringMap`, `bun.StringSet` |
//! | byte strings that are known while compiling | [`comptime_string_map!`] | `bun.ComptimeStringMap`, `bun.ComptimeEnumMap` |
//! | a few entries, in place, without allocating | [`StaticHashMap`] | `bun.StaticHashMap` |
//! | keys that an attacker chooses | any of them, with [`SeededContext`] | – |
//! | keys that are hashes already | any of them, with [`IdentityContext`] | `bun.IdentityContext` |
//!
//! # Lists, sets, pools and pointers
//!
//! | in Zig | here | use it for |
//! |---|---|---|
//! | `std.ArrayList`, most of `bun.BabyList` | `Vec` with [`VecExt`] | lists |
//! | `bun.BabyList` | [`BabyList`] | lists in structs that C reads |
//! | `bun.css.SmallList` | [`SmallList`] | lists that are short as a rule |
//! | `std.BoundedArray` | [`BoundedArray`] | lists in place, of a longest length |
//! | `bun.MultiArrayList`, `std.MultiArrayList` | [`MultiArrayList`] | structs whose fields are read column by column |
//! | `bun.LinearFifo` | [`LinearFifo`] | queues, also in arrays and borrowed memory |
//! | `std.PriorityQueue` | [`PriorityQueue`] | what comes first, in Zig's order |
//! | `bun.bit_set.*` | [`StaticBitSet`], [`DynamicBitSet`], [`AutoBitSet`] | sets of small integers, see [`bit_set`] |
//! | `std.EnumArray`, `std.EnumMap`, `std.EnumSet` | [`EnumArray`], [`EnumMap`], [`EnumSet`] | the tags of an enumeration as keys |
//! | `bun.HiveArray`, its `Fallback` | [`HiveArray`], [`hive_array::Fallback`] | objects that come and go, at stable addresses |
//! | `bun.ObjectPool` | [`ObjectPool`], [`object_pool!`] | values that are used again instead of freed |
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
pub mod baby_list;
pub mod bit_set;
pub mod bounded_array;
pub mod comptime_string_map;
pub mod cow_slice;
pub mod enum_map;
pub mod external_shared;
pub mod hash_map;
pub mod hive_array;
pub mod linear_fifo;
pub mod multi_array_list;
pub mod owned;
pub mod pool;
pub mod priority_queue;
pub mod ref_count;
pub mod small_list;
pub mod static_hash_map;
pub mod string_hash_map;
pub mod string_map;
pub mod string_set;
pub mod tagged_pointer;
pub mod vec_ext;
pub mod weak_ptr;

mod back_ref;
mod context;
mod detach;
mod interned;
mod permutation;
#[cfg(test)]
mod tracked;

pub use array_hash_map::{
    ArrayHashMap, ArrayHashMapExt, CaseInsensitiveAsciiStringArrayHashMap, Entry, GetOrPutResult,
    KV, MapEntry, OccupiedEntry, StringArrayHashMap, VacantEntry,
};
pub use baby_list::{BabyList, BabyListView, ByteList, OffsetByteList};
pub use back_ref::{BackRef, ParentRef, ThisPtr};
pub use bit_set::{
    AutoBitSet, BitSetIterator, DynamicBitSet, DynamicBitSetList, DynamicBitSetUnmanaged,
    IntegerBitSet, StaticBitSet,
};
pub use bounded_array::{BoundedArray, BoundedArrayAligned, OverflowError};
pub use bun_derive::{
    CellRefCounted, MultiArrayElement, RefCounted, ThreadSafeRefCounted, multi_array_columns,
};
pub use comptime_string_map::ComptimeStringMap;
pub use context::identity as identity_context;
pub use context::prehashed as StringHashMapContext;
pub use context::{
    ArrayIdentityContext, ArrayIdentityContextU64, AutoContext, HashAdapter, HashContext,
    IdentityContext, SeededContext,
};
pub use cow_slice::{CowSlice, CowSliceZ};
pub use detach::{
    AsCtxPtr, LaunderedSelf, boxed_slices_as_borrowed, detach_lifetime, detach_lifetime_mut,
    detach_lifetime_ref, detach_ref,
};
pub use enum_map::{Enum, EnumArray, EnumMap, EnumSet, EnumSetType};
pub use external_shared::{ExternalShared, ExternalSharedDescriptor, ExternalSharedOptional};
pub use hash_map::{self as zig_hash_map, HashMap};
pub use hive_array::{
    HiveArray, HiveBitSet, HiveBitSetIter, HiveBox, HiveRef, HiveRefHandle, HiveSlot,
};
pub use interned::Interned;
pub use linear_fifo::LinearFifo;
pub use multi_array_list::{MultiArrayElement, MultiArrayList};
pub use pool::{ObjectPool, ObjectPoolTrait, ObjectPoolType};
pub use priority_queue::{PriorityCompare, PriorityQueue};
pub use ref_count::{
    AnyRefCounted, CellRefCounted, IntrusiveArc, IntrusiveRc, RawRefCount, RefCount, RefCounted,
    RefPtr, ScopedRef, ThreadSafeRefCount, ThreadSafeRefCounted, finalize_js_box,
    finalize_js_box_noop,
};
pub use small_list::SmallList;
pub use static_hash_map::{AutoStaticHashMap, HashMapMixin, StaticHashMap};
pub use string_hash_map::{
    BorrowedStringHashMap, CaseInsensitiveAsciiStringHashMap,
    GetOrPutResult as StringHashMapGetOrPut, StringHashMap, StringHashMapKey,
    StringHashMapUnownedKey,
};
pub use string_map::StringMap;
pub use string_set::{CaseInsensitiveAsciiStringSet, StringSet};
pub use tagged_pointer::{TaggedPtr, TaggedPtrUnion};
pub use vec_ext::{ArrayListExt, ByteVecExt, VecExt, prepend_from};
pub use weak_ptr::WeakPtr;
