//! Process-lifetime, append-only stores: what is put in never moves, and has a small index.
//!
//! | store | holds | found by |
//! |---|---|---|
//! | [`BSSList`] | values | reference or index |
//! | [`BSSStringList`] | NUL-terminated strings | reference or index |
//! | [`BSSMapInner`] | values | hash of a key that is not stored, or index |
//! | [`BSSMap`] | values and their keys | hash of the key, or index |
//! | [`OverflowList`] | values, in blocks of a size of your choice | index |
//!
//! They are meant for statics, declared with [`bss_list!`](crate::bss_list),
//! [`bss_string_list!`](crate::bss_string_list), [`bss_map_inner!`](crate::bss_map_inner) and
//! [`bss_map!`](crate::bss_map), or as a plain `static`: `new` is `const` and allocates nothing.
//! A store that is dropped frees what it holds.
//!
//! Appending locks a mutex, reading does not. What was handed out by shared reference is never
//! written to again; methods that overwrite take `&mut self`. A store whose values change in place
//! goes into the mutex that guards them.
//!
//! Memory is allocated at the first append, never on the stack, and stays where it is. When an
//! append fails with [`AllocError`](crate::AllocError), the store is as it was.

mod byte_arena;
mod index;
mod keyed_map;
mod list;
mod map;
mod map_key;
mod overflow_list;
mod singleton;
mod slots;
mod string_list;
mod text_store;

pub use index::{IndexType, ItemStatus, NOT_FOUND, Result, UNASSIGNED};
pub use keyed_map::BSSMap;
pub use list::BSSList;
pub use map::BSSMapInner;
pub use overflow_list::OverflowList;
pub use string_list::{BSSAppendable, BSSStringList};

#[cfg(test)]
mod tests;
