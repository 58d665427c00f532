//! The pairs of implementations, one file for each kind.

mod array_hash_map;
mod auto_hash;
mod fixed_buffer;
mod hash_int;
mod hash_map;
mod multi_array_list;
mod one_shot;
mod stream;

use zig_oracle::Oracle;

use super::AnyArea;
use array_hash_map::ArrayMapArea;
use auto_hash::AutoHashArea;
pub use auto_hash::auto_hash_of;
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use fixed_buffer::FixedBufferArea;
use hash_int::HashIntArea;
use hash_map::HashMapArea;
use multi_array_list::MultiArrayListArea;
pub use one_shot::{Input, OneShot};
use stream::StreamArea;

/// Every area, those first that the others stand on.
#[must_use]
pub fn all(zig: Oracle) -> Vec<Box<dyn AnyArea>> {
    vec![
        Box::new(OneShot::wyhash(zig)),
        Box::new(StreamArea::wyhash(zig)),
        Box::new(OneShot::wyhash11(zig)),
        Box::new(StreamArea::wyhash11(zig)),
        Box::new(OneShot::ascii_lowercase(zig)),
        Box::new(AutoHashArea::new(zig)),
        Box::new(HashIntArea::new(zig)),
        Box::new(FixedBufferArea::new(zig)),
        Box::new(MultiArrayListArea::new(zig)),
        Box::new(ArrayMapArea::<ArrayHashMap<u64, u64>>::new(zig)),
        Box::new(ArrayMapArea::<ArrayHashMap<u32, u64>>::new(zig)),
        Box::new(ArrayMapArea::<StringArrayHashMap<u64>>::new(zig)),
        Box::new(HashMapArea::word64(zig)),
        Box::new(HashMapArea::word32(zig)),
        Box::new(HashMapArea::string(zig)),
    ]
}
