//! Zig's containers, with Zig's order.
//!
//! | in Zig | here | use it for |
//! |---|---|---|
//! | `std.AutoArrayHashMap`, `std.ArrayHashMap` | [`ArrayHashMap`] | entries in order of insertion, as slices |
//! | `std.AutoHashMap`, `std.HashMap` | [`HashMap`] | entries that are looked up, in Zig's order |
//! | `std.StringArrayHashMap`, `bun.StringArrayHashMap` | [`StringArrayHashMap`] | the same with byte strings as keys |
//! | `bun.HiveArray`, its `Fallback` | [`HiveArray`], [`hive_array::Fallback`] | objects that come and go, at stable addresses |
//! | `bun.MultiArrayList`, `std.MultiArrayList` | [`MultiArrayList`] | structs whose fields are read column by column |
//! | `bun.ObjectPool` | [`ObjectPool`], [`object_pool!`] | values that are used again instead of freed |
//! | `bun.StaticHashMap` | [`StaticHashMap`] | small tables in place, sorted by hash |
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
pub mod hash_map;
pub mod hive_array;
pub mod multi_array_list;
pub mod pool;
pub mod static_hash_map;

mod context;
mod permutation;
#[cfg(test)]
mod tracked;

pub use array_hash_map::{
    ArrayHashMap, CaseInsensitiveAsciiStringArrayHashMap, Entry, GetOrPutResult, KV, MapEntry,
    OccupiedEntry, StringArrayHashMap, VacantEntry,
};
pub use bun_derive::{MultiArrayElement, multi_array_columns};
pub use context::{AutoContext, HashAdapter, HashContext};
pub use hash_map::HashMap;
pub use hive_array::{
    HiveArray, HiveBitSet, HiveBitSetIter, HiveBox, HiveRef, HiveRefHandle, HiveSlot,
};
pub use multi_array_list::{MultiArrayElement, MultiArrayList};
pub use pool::{ObjectPool, ObjectPoolTrait, ObjectPoolType};
pub use static_hash_map::{AutoStaticHashMap, HashMapMixin, StaticHashMap};
