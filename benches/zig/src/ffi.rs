//! Every function of the Zig oracle, declared once.
//!
//! [`zig_functions!`] declares foreign functions in a build with Zig. In a build without it, the
//! same names are functions that panic: only [`crate::Oracle`] calls them, and there is none.

#![cfg_attr(
    have_zig,
    expect(unsafe_code, reason = "declarations of the oracle; SAFETY.md §oracle")
)]

use crate::array_map::Found;
use crate::hash::{AutoHashes, Span};
use crate::hash_map::FoundValue;
use crate::lists::Item;
use crate::multi_array::Row;
use crate::view::{View, ViewMut};

/// Declares functions that `oracle/` exports under their name behind `$prefix`.
///
/// Each declaration is trusted: see the list in front of the first use.
macro_rules! zig_functions {
    ($prefix:literal: $(
        $(#[$attribute:meta])*
        fn $name:ident($($argument:ident: $type:ty),* $(,)?) $(-> $result:ty)?;
    )*) => {
        #[cfg(have_zig)]
        unsafe extern "C" {
            $(
                $(#[$attribute])*
                #[link_name = concat!($prefix, stringify!($name))]
                pub(crate) safe fn $name($($argument: $type),*) $(-> $result)?;
            )*
        }
        $(
            $(#[$attribute])*
            #[cfg(not(have_zig))]
            pub(crate) fn $name($(_: $type),*) $(-> $result)? {
                unreachable!("a build without Zig has no Oracle to call this")
            }
        )*
    };
}
pub(crate) use zig_functions;

/// Something that Zig made and Zig destroys. Rust sees no byte of it.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct FixedBufferHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct BitSetHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct ArrayMapHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct HashMapHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct MultiArrayHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct ArrayListHandle([u8; 0]);

/// As [`FixedBufferHandle`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct PriorityQueueHandle([u8; 0]);

// SAFETY: for each function below
// 1. the Zig export has the same parameters in the same order: a `View<T>` is its `Slice(T)`, a
//    `ViewMut<T>` its `SliceMut(T)`, and structs are `extern` there and `repr(C)` here;
// 2. the export reads and writes nothing but what its arguments lend it, for the call only, and
//    its own heap; a shared reference to a handle is only read through;
// 3. it tests its preconditions itself and aborts where one does not hold, so that no argument
//    leads to undefined behaviour;
// 4. `create` and `clone` give a handle away for good, as the only reference to it, and `destroy`
//    takes it for good.
zig_functions! { "zig_":
    fn wyhash(seed: u64, bytes: View<'_, u8>) -> u64;
    fn wyhash_batch(bytes: View<'_, u8>, spans: View<'_, Span>, out: ViewMut<'_, u64>);
    fn wyhash_stream(
        seed: u64,
        bytes: View<'_, u8>,
        chunks: View<'_, usize>,
        out: ViewMut<'_, u64>,
    );
    fn wyhash11(seed: u64, bytes: View<'_, u8>) -> u64;
    fn wyhash11_batch(bytes: View<'_, u8>, spans: View<'_, Span>, out: ViewMut<'_, u64>);
    fn wyhash11_stream(
        seed: u64,
        bytes: View<'_, u8>,
        chunks: View<'_, usize>,
        out: ViewMut<'_, u64>,
    );
    fn ascii_lowercase_wyhash(seed: u64, bytes: View<'_, u8>) -> u64;
    fn tagged_ptr_bits(address: u64, tag: u32) -> u64;
    fn tagged_ptr_parts(bits: u64, out: &mut [u64; 2]);
    fn hash_int(bits: u32, value: u64) -> u64;
    fn hash_int_128(low: u64, high: u64, out: &mut [u64; 2]);
    fn auto_hash(kind: u32, words: &[u64; 4]) -> AutoHashes;
}

zig_functions! { "zig_":
    fn str_search(
        text: View<'_, u8>,
        needle: View<'_, u8>,
        byte: u8,
        other: u8,
        start: usize,
        out: ViewMut<'_, u64>,
    );
    fn str_compare(a: View<'_, u8>, b: View<'_, u8>, out: ViewMut<'_, u64>);
    fn str_parts(
        text: View<'_, u8>,
        set: View<'_, u8>,
        byte: u8,
        other: u8,
        scratch: ViewMut<'_, u8>,
        out: ViewMut<'_, u64>,
    );
    fn str_scan(
        text: View<'_, u8>,
        wide: View<'_, u16>,
        quote: u8,
        offset: usize,
        out: ViewMut<'_, u64>,
    );
    fn path_parts(path: View<'_, u8>, out: ViewMut<'_, u64>);
    fn path_result(kind: u32, a: View<'_, u8>, b: View<'_, u8>, out: ViewMut<'_, u8>) -> usize;
    fn unicode_utf8_to_utf16(bytes: View<'_, u8>, out: ViewMut<'_, u16>) -> usize;
    fn unicode_wtf8_to_wtf16(bytes: View<'_, u8>, out: ViewMut<'_, u16>) -> usize;
    fn unicode_utf16_to_utf8(units: View<'_, u16>, out: ViewMut<'_, u8>) -> usize;
    fn unicode_wtf16_to_wtf8(units: View<'_, u16>, out: ViewMut<'_, u8>) -> usize;
    fn unicode_validate(bytes: View<'_, u8>) -> bool;
    fn unicode_utf16_len(bytes: View<'_, u8>) -> usize;
    fn unicode_sequence_len(first: u8) -> u8;
    fn unicode_lossy_utf16(bytes: View<'_, u8>, out: ViewMut<'_, u16>) -> usize;
    fn unicode_lossy_utf8(units: View<'_, u16>, out: ViewMut<'_, u8>) -> usize;
    fn unicode_iterate(bytes: View<'_, u8>, out: ViewMut<'_, u32>) -> usize;
}

zig_functions! { "zig_":
    fn fixed_buffer_create(len: usize, misalignment: usize) -> &'static mut FixedBufferHandle;
    fn fixed_buffer_destroy(handle: &'static mut FixedBufferHandle);
    fn fixed_buffer_alloc(handle: &mut FixedBufferHandle, len: usize, align_log2: u8) -> usize;
    fn fixed_buffer_free(handle: &mut FixedBufferHandle, offset: usize, len: usize);
    fn fixed_buffer_resize(
        handle: &mut FixedBufferHandle,
        offset: usize,
        len: usize,
        new_len: usize,
    ) -> bool;
    fn fixed_buffer_remap(
        handle: &mut FixedBufferHandle,
        offset: usize,
        len: usize,
        new_len: usize,
    ) -> usize;
    fn fixed_buffer_reset(handle: &mut FixedBufferHandle);
    fn fixed_buffer_end_index(handle: &FixedBufferHandle) -> usize;
    fn fixed_buffer_is_last(handle: &FixedBufferHandle, offset: usize, len: usize) -> bool;
}

zig_functions! { "zig_":
    fn array_map_create(kind: u32) -> &'static mut ArrayMapHandle;
    fn array_map_destroy(handle: &'static mut ArrayMapHandle);
    fn array_map_put(handle: &mut ArrayMapHandle, key: View<'_, u8>, value: u64);
    fn array_map_fetch_put(handle: &mut ArrayMapHandle, key: View<'_, u8>, value: u64) -> Found;
    fn array_map_get_or_put(handle: &mut ArrayMapHandle, key: View<'_, u8>, value: u64) -> Found;
    fn array_map_get(handle: &ArrayMapHandle, key: View<'_, u8>) -> Found;
    fn array_map_remove(handle: &mut ArrayMapHandle, key: View<'_, u8>, ordered: bool) -> Found;
    fn array_map_put_by(
        handle: &mut ArrayMapHandle,
        by: u32,
        key: View<'_, u8>,
        value: u64,
    ) -> Found;
    fn array_map_look_up(handle: &ArrayMapHandle, by: u32, key: View<'_, u8>) -> Found;
    fn array_map_remove_by(handle: &mut ArrayMapHandle, by: u32, key: View<'_, u8>) -> Found;
    fn array_map_remove_at_many(handle: &mut ArrayMapHandle, sorted: View<'_, usize>) -> bool;
    fn array_map_set_key(handle: &mut ArrayMapHandle, index: usize, key: View<'_, u8>) -> bool;
    fn array_map_set_len(handle: &mut ArrayMapHandle, len: usize) -> bool;
    fn array_map_reinit(handle: &mut ArrayMapHandle) -> bool;
    fn array_map_move(handle: &mut ArrayMapHandle);
    fn array_map_iterate(handle: &mut ArrayMapHandle, add: u64);
    fn array_map_sort_unstable(handle: &mut ArrayMapHandle);
    fn array_map_remove_at(handle: &mut ArrayMapHandle, index: usize, ordered: bool);
    fn array_map_pop(handle: &mut ArrayMapHandle) -> Found;
    fn array_map_sort(handle: &mut ArrayMapHandle, by: u32);
    fn array_map_reindex(handle: &mut ArrayMapHandle);
    fn array_map_shrink(handle: &mut ArrayMapHandle, len: usize, free: bool);
    fn array_map_clear(handle: &mut ArrayMapHandle, free: bool);
    fn array_map_ensure(handle: &mut ArrayMapHandle, count: usize, unused: bool);
    fn array_map_clone(handle: &ArrayMapHandle) -> &'static mut ArrayMapHandle;
    fn array_map_count(handle: &ArrayMapHandle) -> usize;
    fn array_map_capacity(handle: &ArrayMapHandle) -> usize;
    fn array_map_values(handle: &ArrayMapHandle, out: ViewMut<'_, u64>);
    fn array_map_key(handle: &ArrayMapHandle, index: usize, out: ViewMut<'_, u8>) -> usize;
}

zig_functions! { "zig_":
    fn hash_map_create(kind: u32) -> &'static mut HashMapHandle;
    fn hash_map_destroy(handle: &'static mut HashMapHandle);
    fn hash_map_put(handle: &mut HashMapHandle, key: View<'_, u8>, value: u64);
    fn hash_map_fetch_put(
        handle: &mut HashMapHandle,
        key: View<'_, u8>,
        value: u64,
    ) -> FoundValue;
    fn hash_map_get_or_put(
        handle: &mut HashMapHandle,
        key: View<'_, u8>,
        value: u64,
    ) -> FoundValue;
    fn hash_map_get(handle: &HashMapHandle, key: View<'_, u8>) -> FoundValue;
    fn hash_map_remove(handle: &mut HashMapHandle, key: View<'_, u8>, by_ptr: bool) -> FoundValue;
    fn hash_map_rehash(handle: &mut HashMapHandle);
    fn hash_map_clear(handle: &mut HashMapHandle, free: bool);
    fn hash_map_ensure(handle: &mut HashMapHandle, count: u32, unused: bool);
    fn hash_map_clone(handle: &HashMapHandle) -> &'static mut HashMapHandle;
    fn hash_map_count(handle: &HashMapHandle) -> usize;
    fn hash_map_capacity(handle: &HashMapHandle) -> usize;
    fn hash_map_entries(
        handle: &HashMapHandle,
        values: ViewMut<'_, u64>,
        lens: ViewMut<'_, usize>,
        bytes: ViewMut<'_, u8>,
    ) -> usize;
}

zig_functions! { "zig_":
    fn multi_array_create() -> &'static mut MultiArrayHandle;
    fn multi_array_destroy(handle: &'static mut MultiArrayHandle);
    fn multi_array_append(handle: &mut MultiArrayHandle, row: &Row);
    fn multi_array_insert(handle: &mut MultiArrayHandle, index: usize, row: &Row);
    fn multi_array_pop(handle: &mut MultiArrayHandle, out: &mut Row) -> bool;
    fn multi_array_remove(handle: &mut MultiArrayHandle, index: usize, ordered: bool);
    fn multi_array_remove_many(handle: &mut MultiArrayHandle, sorted: View<'_, usize>);
    fn multi_array_get(handle: &MultiArrayHandle, index: usize) -> Row;
    fn multi_array_set(handle: &mut MultiArrayHandle, index: usize, row: &Row);
    fn multi_array_resize(handle: &mut MultiArrayHandle, len: usize);
    fn multi_array_shrink(handle: &mut MultiArrayHandle, len: usize, free: bool);
    fn multi_array_clear(handle: &mut MultiArrayHandle, free: bool);
    fn multi_array_ensure(handle: &mut MultiArrayHandle, count: usize, unused: bool);
    fn multi_array_set_capacity(handle: &mut MultiArrayHandle, capacity: usize);
    fn multi_array_clone(handle: &MultiArrayHandle) -> &'static mut MultiArrayHandle;
    fn multi_array_len(handle: &MultiArrayHandle) -> usize;
    fn multi_array_capacity(handle: &MultiArrayHandle) -> usize;
    fn multi_array_sort(
        handle: &mut MultiArrayHandle,
        start: usize,
        end: usize,
        column: u32,
        stable: bool,
    );
    fn multi_array_rows(handle: &MultiArrayHandle, out: ViewMut<'_, Row>);
    fn multi_array_offsets(handle: &MultiArrayHandle, out: &mut [usize; 4]);
}

zig_functions! { "zig_":
    fn fmt_of_word(kind: u32, word: u64, out: ViewMut<'_, u8>) -> usize;
    fn fmt_of_bytes(kind: u32, bytes: View<'_, u8>, out: ViewMut<'_, u8>) -> usize;
    fn fmt_parse_int(
        signedness: u32,
        bits: u32,
        radix: u8,
        text: View<'_, u8>,
        out: &mut [u64; 2],
    ) -> u8;
    fn fmt_parse_unsigned(radix: u8, text: View<'_, u8>, out: &mut u64) -> u8;
    fn fmt_parse_float(bits: u32, text: View<'_, u8>, out: &mut u64) -> bool;
}

zig_functions! { "zig_":
    fn array_list_create() -> &'static mut ArrayListHandle;
    fn array_list_destroy(list: &'static mut ArrayListHandle);
    fn array_list_append(list: &mut ArrayListHandle, value: u32);
    fn array_list_replace(
        list: &mut ArrayListHandle,
        start: usize,
        len: usize,
        new: View<'_, u32>,
    );
    fn array_list_remove(list: &mut ArrayListHandle, index: usize, ordered: bool) -> u32;
    fn array_list_shrink(list: &mut ArrayListHandle, len: usize, free: bool);
    fn array_list_ensure(list: &mut ArrayListHandle, count: usize, precise: bool);
    fn array_list_clear_and_free(list: &mut ArrayListHandle);
    fn array_list_len(list: &ArrayListHandle) -> usize;
    fn array_list_capacity(list: &ArrayListHandle) -> usize;
    fn array_list_items(list: &ArrayListHandle, out: ViewMut<'_, u32>);
    fn priority_queue_create() -> &'static mut PriorityQueueHandle;
    fn priority_queue_destroy(queue: &'static mut PriorityQueueHandle);
    fn priority_queue_add(queue: &mut PriorityQueueHandle, items: View<'_, Item>);
    fn priority_queue_remove(queue: &mut PriorityQueueHandle, out: &mut Item) -> bool;
    fn priority_queue_remove_index(queue: &mut PriorityQueueHandle, index: usize) -> Item;
    fn priority_queue_update(queue: &mut PriorityQueueHandle, old: &Item, new: &Item) -> bool;
    fn priority_queue_replace(queue: &mut PriorityQueueHandle, items: View<'_, Item>);
    fn priority_queue_ensure(queue: &mut PriorityQueueHandle, count: usize, precise: bool);
    fn priority_queue_shrink(queue: &mut PriorityQueueHandle, capacity: usize);
    fn priority_queue_clear(queue: &mut PriorityQueueHandle);
    fn priority_queue_len(queue: &PriorityQueueHandle) -> usize;
    fn priority_queue_capacity(queue: &PriorityQueueHandle) -> usize;
    fn priority_queue_items(queue: &PriorityQueueHandle, out: ViewMut<'_, Item>);
    fn bit_set_create(kind: u32, len: usize, full: bool) -> &'static mut BitSetHandle;
    fn bit_set_destroy(handle: &'static mut BitSetHandle);
    fn bit_set_clone(handle: &BitSetHandle) -> &'static mut BitSetHandle;
    fn bit_set_resize(handle: &mut BitSetHandle, len: usize, fill: bool);
    fn bit_set_change(
        handle: &mut BitSetHandle,
        change: u32,
        start: usize,
        end: usize,
        value: bool,
    ) -> usize;
    fn bit_set_combine(handle: &mut BitSetHandle, other: &BitSetHandle, how: u32);
    fn bit_set_result(
        handle: &BitSetHandle,
        other: &BitSetHandle,
        how: u32,
    ) -> &'static mut BitSetHandle;
    fn bit_set_compare(handle: &BitSetHandle, other: &BitSetHandle) -> u32;
    fn bit_set_numbers(handle: &BitSetHandle, out: &mut [usize; 4]);
    fn bit_set_is_set(handle: &BitSetHandle, index: usize) -> bool;
    fn bit_set_indices(
        handle: &BitSetHandle,
        unset: bool,
        reverse: bool,
        out: ViewMut<'_, usize>,
    ) -> usize;
}
