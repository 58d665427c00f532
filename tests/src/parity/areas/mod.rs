//! The pairs of implementations, one file for each kind.

mod array_hash_map;
mod array_list;
mod auto_hash;
mod bit_set;
mod fixed_buffer;
mod fmt_numbers;
mod fmt_parse;
mod fmt_text;
mod hash_int;
mod hash_map;
mod multi_array_list;
mod one_shot;
mod path;
mod priority_queue;
mod str_answers;
mod str_compare;
mod str_parts;
mod str_scan;
mod str_search;
mod stream;
mod string_map;
mod tagged_ptr;
mod unicode;

use zig_oracle::Oracle;

use super::AnyArea;
use array_hash_map::ArrayMapArea;
use array_list::ArrayListArea;
use auto_hash::AutoHashArea;
pub use auto_hash::auto_hash_of;
use bit_set::BitSetArea;
use bun_collections::{ArrayHashMap, StringArrayHashMap};
use fixed_buffer::FixedBufferArea;
use fmt_numbers::FmtNumbers;
use fmt_parse::{FmtParseFloat, FmtParseInt};
use fmt_text::FmtText;
use hash_int::HashIntArea;
use hash_map::HashMapArea;
use multi_array_list::MultiArrayListArea;
pub use one_shot::{Input, OneShot};
use path::PathArea;
use priority_queue::PriorityQueueArea;
use str_compare::CompareArea;
use str_parts::PartsArea;
use str_scan::ScanArea;
use str_search::SearchArea;
use stream::StreamArea;
use string_map::{StringHashMapArea, StringSetArea};
use tagged_ptr::TaggedPtrArea;
use unicode::{DecodeArea, EncodeArea};

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
        Box::new(TaggedPtrArea::new(zig)),
        Box::new(SearchArea(zig)),
        Box::new(CompareArea(zig)),
        Box::new(PartsArea(zig)),
        Box::new(ScanArea(zig)),
        Box::new(PathArea(zig)),
        Box::new(FixedBufferArea::new(zig)),
        Box::new(MultiArrayListArea::new(zig)),
        Box::new(ArrayListArea::new(zig)),
        Box::new(PriorityQueueArea::new(zig)),
        Box::new(DecodeArea::new(zig)),
        Box::new(EncodeArea::new(zig)),
        Box::new(ArrayMapArea::<ArrayHashMap<u64, u64>>::new(zig)),
        Box::new(ArrayMapArea::<ArrayHashMap<u32, u64>>::new(zig)),
        Box::new(ArrayMapArea::<StringArrayHashMap<u64>>::new(zig)),
        Box::new(BitSetArea::new(zig)),
        Box::new(FmtNumbers::new(zig)),
        Box::new(FmtText::new(zig)),
        Box::new(FmtParseInt::new(zig)),
        Box::new(FmtParseFloat::new(zig)),
        Box::new(HashMapArea::word64(zig)),
        Box::new(HashMapArea::word32(zig)),
        Box::new(HashMapArea::string(zig)),
        Box::new(StringHashMapArea(zig)),
        Box::new(StringSetArea(zig)),
    ]
}
